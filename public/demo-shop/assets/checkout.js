// The cart's page: quantities, the form, and the order.

import { MOST_OF_ONE, cart, empty, setQuantity } from "./cart.js";
import { byId, el, get, post, price } from "./dom.js";

const catalog = await get("/assets/catalog.json");

/** Starts the page. */
export function start(signedIn) {
  byId("guest-fields").hidden = signedIn;
  byId("known-customer").hidden = !signedIn;
  byId("checkout").addEventListener("submit", (event) => {
    event.preventDefault();
    order(event.target, signedIn);
  });
  draw();
}

function lines() {
  return Object.entries(cart())
    .map(([slug, quantity]) => ({ toy: catalog.find((toy) => toy.slug === slug), quantity }))
    .filter(({ toy }) => toy);
}

function draw() {
  const inside = lines();
  byId("checkout").hidden = inside.length === 0;
  if (inside.length === 0) {
    byId("cart").replaceChildren(
      el("p", { class: "lede" }, "Il est vide pour l’instant."),
      el("p", {}, el("a", { class: "button", href: "/" }, "Voir les jouets")),
    );
    return;
  }
  const sum = inside.reduce((total, { toy, quantity }) => total + toy.price * quantity, 0);
  byId("cart").replaceChildren(
    el("ul", { class: "cart" }, ...inside.map(row)),
    el("p", { class: "cart-sum" }, "Sous-total ", el("strong", {}, price(sum))),
  );
}

function row({ toy, quantity }) {
  const change = (by) => () => {
    setQuantity(toy.slug, quantity + by);
    draw();
  };
  const stepper = (label, text, by, disabled) =>
    el("button", { type: "button", "aria-label": `${label}\u202f: ${toy.title}`, onclick: change(by), disabled }, text);
  return el(
    "li",
    {},
    el("img", { src: `/assets/toys/${toy.slug}.svg`, alt: "", width: 72, height: 72 }),
    el("a", { href: `/jouet?p=${toy.slug}` }, toy.title),
    el(
      "span",
      { class: "stepper" },
      stepper("Un de moins", "−", -1, false),
      el("span", {}, String(quantity)),
      stepper("Un de plus", "+", 1, quantity >= MOST_OF_ONE),
    ),
    el("span", { class: "price" }, price(toy.price * quantity)),
  );
}

async function order(form, signedIn) {
  const fields = Object.fromEntries(new FormData(form));
  const { delivery, note, ...customer } = fields;
  const button = form.querySelector("[type=submit]");
  byId("checkout-problem").textContent = "";
  button.disabled = true;
  try {
    const placed = await post("/shop/checkout", {
      lines: lines().map(({ toy, quantity }) => ({ slug: toy.slug, quantity })),
      customer: signedIn ? undefined : customer,
      delivery,
      note,
    });
    empty();
    location.assign(`/merci?n=${placed.number}`);
  } catch (problem) {
    byId("checkout-problem").textContent = problem.message;
    button.disabled = false;
  }
}
