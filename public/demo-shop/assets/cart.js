// The cart: slugs and quantities, kept for as long as the tab is open.

const KEY = "atelier-panier";
/** The most of one toy that the shop sells at once. */
export const MOST_OF_ONE = 9;

/** The cart, as `{ slug: quantity }`. */
export function cart() {
  try {
    return JSON.parse(sessionStorage.getItem(KEY)) ?? {};
  } catch {
    return {};
  }
}

/** Sets how many of a toy are in the cart; none takes it out. */
export function setQuantity(slug, quantity) {
  const toys = cart();
  if (quantity > 0) toys[slug] = Math.min(quantity, MOST_OF_ONE);
  else delete toys[slug];
  sessionStorage.setItem(KEY, JSON.stringify(toys));
  showCount();
}

/** Empties the cart. */
export function empty() {
  sessionStorage.removeItem(KEY);
  showCount();
}

/** Shows the number of toys in the header. */
export function showCount() {
  const count = Object.values(cart()).reduce((sum, quantity) => sum + quantity, 0);
  const badge = document.getElementById("cart-count");
  badge.hidden = count === 0;
  badge.textContent = count;
}
