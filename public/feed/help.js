// The search in the shop's own help.

import { own } from "./page.js";

/** Searches, and tells what was found: null when the edge didn't answer, since that there is
 * nothing would be untrue. */
export async function search(words, language, tell) {
  const asked = new URLSearchParams({ q: words, language });
  const answer = await fetch(`${own}/articles?${asked}`).catch(() => null);
  tell(answer?.ok ? (await answer.json()).articles : null);
}
