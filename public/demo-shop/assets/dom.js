// What the pages share: elements, requests, and French numbers and dates.

/** The element of an id. */
export const byId = (id) => document.getElementById(id);

/**
 * Makes an element. Children are elements or text; text is never read as markup.
 * Properties named `on…` are listeners, the others attributes; `null` and `false` leave one out.
 */
export function el(name, properties = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else if (value !== null && value !== false) element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== null));
  return element;
}

/** Posts JSON to the shop and answers its JSON; throws an Error with the shop's sentence. */
export async function post(path, body = {}) {
  return read(
    await fetch(path, {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-Requested-With": "atelier" },
      body: JSON.stringify(body),
    }),
  );
}

/** Gets JSON from the shop; throws an Error with the shop's sentence. */
export async function get(path) {
  return read(await fetch(path, { cache: "no-store" }));
}

async function read(response) {
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.error);
  return answer;
}

const PRICE = new Intl.NumberFormat("fr-FR", { style: "currency", currency: "EUR" });
const DAY = new Intl.DateTimeFormat("fr-FR", { weekday: "long", day: "numeric", month: "long" });
const HOUR = new Intl.DateTimeFormat("fr-FR", { timeStyle: "medium" });

/** A price given in cents. */
export const price = (cents) => PRICE.format(cents / 100);
/** The day of an instant. */
export const day = (instant) => DAY.format(new Date(instant));
/** A day without an hour, `2026-12-24`, which is the same day in every time zone. */
export const calendarDay = (date) => DAY.format(new Date(`${date}T12:00:00`));
/** The hour of an instant, with seconds. */
export const hour = (instant) => HOUR.format(new Date(instant));
