// The simulator's cards: where each order stands, and the buttons that move it.

import { byId, calendarDay, el } from "./dom.js";

/** The steps that may be taken at any time, by what they are about. */
const GROUPS = [
  ["Estimation", ["sooner", "delayed", "too_late"]],
  ["Livraison", ["out_for_delivery", "delivery_attempted", "delivered"]],
  ["Point de retrait", ["available_for_pickup", "kept_two_days", "kept_one_day", "point_closed", "point_full", "point_moved"]],
  ["Ennuis", ["customs", "address", "damaged", "lost", "found", "returning", "returned"]],
];
const MISCHIEF = [
  ["repeat", "Renvoyer le dernier webhook (doublon)"],
  ["echo", "Le faire dire aussi par une autre source"],
  ["shuffle", "Envoyer les événements dans le désordre"],
  ["forge", "Envoyer une mauvaise signature"],
  ["garble", "Envoyer un corps illisible (signé)"],
];
const GIFTS = { open: "cadeau", secret: "cadeau secret" };

const ASKED = "Grelot interroge La Poste dès l’expédition, puis toutes les demi-heures environ\u202f: la suite attend sa prochaine question.";

/** What each order's card was drawn from, so that only changes are drawn and focus is kept. */
const drawn = new Map();

/** Shows a card for each order; `act` sends what a button asks for. */
export function showOrders({ orders, labels }, act) {
  const list = byId("orders");
  if (orders.length === 0) {
    list.replaceChildren(el("p", {}, "Aucune commande pour l’instant."));
    return;
  }
  const cards = orders.map((order) => card(order, labels, act));
  const same = cards.length === list.childNodes.length && cards.every((made, i) => made === list.childNodes[i]);
  if (!same) list.replaceChildren(...cards);
}

function card(order, labels, act) {
  const facts = JSON.stringify(order);
  const known = drawn.get(order.number);
  if (known?.facts === facts) return known.element;
  const element = known?.element ?? newCard(order, labels, act);
  element.querySelector(".facts-box").replaceChildren(...factsOf(order));
  for (const button of element.querySelectorAll("[data-step]")) {
    const refusal = order.refusals[button.dataset.step];
    button.disabled = Boolean(refusal);
    button.title = refusal ?? "";
  }
  const next = element.querySelector("[data-next]");
  next.disabled = !order.next;
  next.textContent = order.next ? `Étape suivante\u202f: ${order.next.toLowerCase()}` : "Histoire terminée";
  const hold = element.querySelector("[data-hold]");
  hold.hidden = order.over;
  hold.dataset.hold = order.by_hand ? "release" : "hold";
  hold.textContent = order.by_hand ? "La laisser avancer" : "La garder en main";
  drawn.set(order.number, { facts, element });
  return element;
}

function newCard({ number, tracker, is_asked: isAsked, untellable }, labels, act) {
  const send = (action) => () => act(`orders/${number}/${action}`);
  const hold = ({ target }) => act(`orders/${number}/${target.dataset.hold}`);
  const group = ([title, steps]) => {
    const told = steps.filter((step) => !untellable.includes(step));
    if (told.length === 0) return null;
    const buttons = told.map((step) =>
      el("button", { type: "button", class: "button small ghost", "data-step": step, onclick: send(step) }, labels[step]));
    return el("details", {}, el("summary", {}, title), el("div", { class: "sim-steps" }, ...buttons));
  };
  const tricks = MISCHIEF.map(([action, label]) =>
    el("button", { type: "button", class: "button small ghost", onclick: send(action) }, label));
  return el(
    "article",
    { class: "panel sim-order" },
    el("div", { class: "facts-box" }),
    el("div", { class: "sim-steps" },
      el("button", { type: "button", class: "button small", "data-next": true, onclick: send("next") }),
      el("button", { type: "button", class: "linklike", "data-hold": "hold", onclick: hold })),
    ...GROUPS.map(group),
    el("details", {}, el("summary", {}, "Envois difficiles"), el("div", { class: "sim-steps" }, ...tricks)),
    isAsked ? el("p", { class: "sim-note" }, ASKED) : null,
    silence(tracker, untellable, labels),
  );
}

/** What a tracking service can't say, so that nobody looks for its button. */
function silence(tracker, untellable, labels) {
  if (untellable.length === 0) return null;
  const unsaid = untellable.map((step) => labels[step].toLowerCase()).join(", ");
  return el("p", { class: "sim-note" }, `${tracker} n’a pas de mot pour\u202f: ${unsaid}.`);
}

function factsOf(order) {
  return [
    el("h3", {}, `${order.number}`),
    el("p", { class: `state ${order.step}` }, order.label),
    el("p", { class: "sim-who" }, el("strong", {}, order.customer), ` ${order.email}, ${order.postcode}`),
    el("p", { class: "sim-parcel" }, `${order.platform} · ${order.tracker}${wishesOf(order)}`),
    el("p", { class: "sim-parcel" }, parcelOf(order)),
    order.point ? el("p", { class: "sim-parcel" }, pointOf(order)) : "",
  ];
}

function wishesOf({ gift, deadline }) {
  const gifts = gift ? ` · ${GIFTS[gift]}` : "";
  return deadline ? `${gifts} · pour ${calendarDay(deadline)}` : gifts;
}

function parcelOf(order) {
  if (!order.tracking_number) return `${order.carrier}, pas encore expédié`;
  const when = order.over ? order.label.toLowerCase() : `prévu ${calendarDay(order.estimated)}`;
  return `${order.carrier} ${order.tracking_number}, ${when}`;
}

function pointOf({ point, kept_until: day }) {
  return day ? `${point}, gardé jusqu’au ${calendarDay(day)}` : point;
}
