// The card beside the launcher while the chat is closed: the latest news and its choices. It is
// drawn here, in the frame, so that no script of the shop's page can read it.

/** The height of most cards. */
const USUAL = 96;

const card = part("div", "teaser");
card.setAttribute("role", "status");
let drawn = null;

/**
 * Draws an event's card, or takes it away. `act` has `open`, `choose(choice, seq)` and `dismiss`;
 * `hide` names the button that dismisses it.
 */
export function draw(event, title, hide, act) {
  if (event?.seq === drawn) return;
  drawn = event?.seq;
  if (!event) return card.replaceChildren();
  const { text, choices = [] } = event.fact;
  const go = button("go", act.open, part("b", "", title), part("span", "", text));
  const no = button("no", act.dismiss, "×");
  no.ariaLabel = hide;
  // Who has just been told of a parcel is not asked at once whether to be left alone.
  const offered = choices.filter(({ id }) => id !== "mute_order");
  const buttons = offered.map(({ id, label }) => button("choice", () => act.choose(id, event.seq), label));
  card.replaceChildren(go, no, ...(buttons.length ? [part("div", "choices", ...buttons)] : []));
}

/** How tall the card is, in pixels: 0 without one. */
export function height() {
  // A hidden frame lays nothing out, and one that is next to nothing isn't drawn at all.
  return card.firstChild ? card.offsetHeight || USUAL : 0;
}

/** Puts the card into the page and tells whenever its height changes. */
export function place(changed) {
  document.body.append(card);
  new ResizeObserver(changed).observe(card);
}

function button(className, onclick, ...children) {
  return Object.assign(part("button", className, ...children), { type: "button", onclick });
}

function part(tag, className, ...children) {
  const node = document.createElement(tag);
  node.className = className;
  node.append(...children);
  return node;
}
