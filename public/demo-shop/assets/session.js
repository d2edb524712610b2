// Who is signed in, as Grelot is told.

import { get } from "./dom.js";

/** Tells Grelot who is signed in, under a token of this very page load. */
export async function introduce() {
  await tell();
  Grelot("on", "identity-expiring", tell);
  document.addEventListener("grelot:error", ({ detail }) => detail.code === "identity" && tell());
}

async function tell() {
  const { token } = await get("/shop/token");
  Grelot("loginUser", { token });
}
