// Every page of the shop: the cart in the header, the chat's language and buttons, and who is
// signed in.

import { cart, setQuantity, showCount } from "./cart.js";
import { byId, get } from "./dom.js";
import { offerLanguages } from "./language.js";
import { introduce } from "./session.js";

showCount();
offerLanguages();

for (const button of document.querySelectorAll("[data-ask]")) {
  button.addEventListener("click", () => Grelot("showNewMessage", button.dataset.ask));
}

for (const button of document.querySelectorAll("[data-add]")) {
  button.addEventListener("click", () => {
    const slug = button.dataset.add;
    setQuantity(slug, (cart()[slug] ?? 0) + 1);
    byId("added").textContent = "C’est dans votre panier.";
  });
}

const { signed_in: signedIn } = await get("/api/demo");
if (signedIn) await introduce();

const PAGES = { compte: "./account.js", panier: "./checkout.js", merci: "./thanks.js" };
const page = PAGES[document.body.dataset.page];
if (page) (await import(page)).start(signedIn);
