// The page after the checkout.

import { byId } from "./dom.js";

/** Starts the page. */
export function start() {
  const number = new URLSearchParams(location.search).get("n");
  const known = /^\d{4,}$/.test(number ?? "");
  if (known) byId("thanks-line").textContent = `Votre commande ${number} est enregistrée.`;
  byId("ask-order").addEventListener("click", () => {
    Grelot("showNewMessage", known ? `Où est ma commande ${number}\u202f?` : "Où est ma commande\u202f?");
  });
}
