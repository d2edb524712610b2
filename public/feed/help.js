// The search in the shop's own help.

import { own } from "./page.js";

/** Searches, and tells what was found. Says nothing when the edge can't be reached: that there is
 * no answer would be untrue. */
export async function search(words, language, tell) {
  const asked = new URLSearchParams({ q: words, language });
  const answer = await fetch(`${own}/articles?${asked}`).catch(() => null);
  if (answer?.ok) tell((await answer.json()).articles);
}
