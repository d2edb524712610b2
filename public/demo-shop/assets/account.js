// The account: signing in and out, and the customer's orders as their parcels move.

import { byId, calendarDay, day, el, get, post, price } from "./dom.js";
import { introduce } from "./session.js";

const REFRESH_MS = 4000;
let timer;

/** Starts the page. */
export function start(signedIn) {
  byId("login").addEventListener("click", async () => {
    await post("/shop/login");
    await introduce();
    show(true);
  });
  byId("logout").addEventListener("click", async () => {
    await post("/shop/logout");
    Grelot("logoutUser");
    show(false);
  });
  show(signedIn);
}

function show(signedIn) {
  byId("signed-in").hidden = !signedIn;
  byId("signed-out").hidden = signedIn;
  clearInterval(timer);
  if (!signedIn) return;
  refresh();
  timer = setInterval(refresh, REFRESH_MS);
}

async function refresh() {
  let orders;
  try {
    orders = await get("/shop/orders");
  } catch {
    // The shop is away for a moment: what is on the screen stays until it is back.
    return;
  }
  const rows = orders.map(orderRow);
  const none = el("p", {}, "Vous n’avez pas encore de commande.");
  // A focused button keeps its focus: the list is only drawn again when it says something new.
  const drawn = el("div", {}, ...(rows.length > 0 ? rows : [none]));
  if (drawn.innerHTML !== byId("orders").innerHTML) byId("orders").replaceChildren(...drawn.childNodes);
}

function orderRow(order) {
  const toys = order.lines.map((line) => `${line.quantity}\u00a0×\u00a0${line.title}`).join(", ");
  return el(
    "article",
    { class: "order panel" },
    el("h3", {}, `Commande ${order.number}`),
    el("p", { class: `state ${order.step}` }, order.label),
    el("p", { class: "order-toys" }, toys),
    el("p", { class: "order-facts" }, `Passée le ${day(order.placed_at)}, ${price(order.total)}`),
    order.estimated && !order.over
      ? el("p", { class: "order-facts" }, `Livraison prévue ${calendarDay(order.estimated)} par ${order.carrier}`)
      : null,
    el("p", {}, el("button", { class: "linklike", type: "button", "data-order": order.number }, "Suivre dans le chat")),
  );
}

byId("orders").addEventListener("click", (event) => {
  const button = event.target.closest("[data-order]");
  if (button) Grelot("showOrder", button.dataset.order);
});
