// The simulator's page: orders, buttons, and the log of what was sent.

import { byId, calendarDay, el, get, hour, post } from "./dom.js";

const API = "/simulator/api/";
const REFRESH_MS = 1000;

const STEPS = [
  ["delay", "Colis retardé"],
  ["pickup", "Point relais"],
  ["miss", "Livraison manquée"],
  ["deliver", "Livré"],
];
const MISCHIEF = [
  ["repeat", "Renvoyer le dernier webhook (doublon)"],
  ["shuffle", "Envoyer les événements dans le désordre"],
  ["forge", "Envoyer une mauvaise signature"],
  ["garble", "Envoyer un corps illisible (signé)"],
];
const SOURCES = { Shopify: "Boutique (Shopify)", EasyPost: "Transporteur (EasyPost)" };

/** What each order's card was drawn from, so that only changes are drawn and focus is kept. */
const drawn = new Map();
let paused = false;

async function refresh() {
  try {
    show(await get(`${API}state`));
  } catch {
    byId("mode").textContent = "Le simulateur ne répond pas.";
  }
}

async function act(path, body) {
  say("Envoi…");
  try {
    await post(API + path, body);
    say("C’est fait.");
  } catch (problem) {
    say(problem.message, true);
  }
  await refresh();
}

function say(text, isProblem = false) {
  byId("sim-status").textContent = text;
  byId("sim-status").classList.toggle("problem", isProblem);
}

function show(state) {
  paused = state.paused;
  byId("mode").textContent = mode(state);
  byId("pause").hidden = !state.automatic;
  byId("pause").textContent = paused ? "Reprendre" : "Mettre en pause";
  showOrders(state.orders);
  byId("log").replaceChildren(...state.log.map(logRow));
}

function mode(state) {
  if (!state.automatic) return "Rien n’est envoyé automatiquement\u202f: seuls les boutons agissent.";
  if (state.paused) return "En pause\u202f: seuls les boutons agissent.";
  const seconds = state.pace_seconds.toLocaleString("fr-FR");
  return `Automatique\u202f: une étape toutes les ${seconds}\u00a0s par commande.`;
}

function showOrders(orders) {
  const list = byId("orders");
  if (orders.length === 0) {
    list.replaceChildren(el("p", {}, "Aucune commande pour l’instant."));
    return;
  }
  const cards = orders.map(card);
  const same = cards.length === list.childNodes.length && cards.every((made, i) => made === list.childNodes[i]);
  if (!same) list.replaceChildren(...cards);
}

function card(order) {
  const facts = JSON.stringify(order);
  const known = drawn.get(order.number);
  if (known?.facts === facts) return known.element;
  const element = known?.element ?? newCard(order);
  element.querySelector(".facts-box").replaceChildren(...factsOf(order));
  for (const button of element.querySelectorAll("[data-step]")) button.disabled = order.delivered;
  element.querySelector('[data-step="next"]').textContent = order.next
    ? `Étape suivante\u202f: ${order.next.toLowerCase()}`
    : "Histoire terminée";
  drawn.set(order.number, { facts, element });
  return element;
}

function newCard({ number }) {
  const button = ([action, label], properties) =>
    el("button", { type: "button", ...properties, onclick: () => act(`orders/${number}/${action}`) }, label);
  return el(
    "article",
    { class: "panel sim-order" },
    el("div", { class: "facts-box" }),
    el("div", { class: "sim-steps" },
      button(["next", ""], { class: "button small", "data-step": "next" }),
      ...STEPS.map((step) => button(step, { class: "button small ghost", "data-step": step[0] }))),
    el("details", {},
      el("summary", {}, "Cas difficiles"),
      el("div", { class: "sim-steps" }, ...MISCHIEF.map((trick) => button(trick, { class: "button small ghost" })))),
  );
}

function factsOf(order) {
  return [
    el("h3", {}, `${order.number}`),
    el("p", { class: `state ${order.step}` }, order.label),
    el("p", { class: "sim-who" }, el("strong", {}, order.customer), ` ${order.email}, ${order.postcode}`),
    el("p", { class: "sim-parcel" }, parcelOf(order)),
  ];
}

function parcelOf(order) {
  if (!order.tracking_number) return `${order.carrier}, pas encore expédié`;
  const when = order.delivered ? "livré" : `prévu ${calendarDay(order.estimated)}`;
  return `${order.carrier} ${order.tracking_number}, ${when}`;
}

function logRow(entry) {
  const news = entry.oddity ?? entry.news;
  return el(
    "tr",
    {},
    el("td", {}, hour(entry.at)),
    el("td", {}, `${entry.order}`),
    el("td", {}, SOURCES[entry.source]),
    el("td", {}, entry.topic),
    el("td", { class: entry.oddity ? "odd" : "news" }, news[0].toUpperCase() + news.slice(1)),
    el("td", {}, `${entry.attempts}`),
    el("td", {}, answerOf(entry.outcome)),
    el("td", {}, el("a", { href: `${API}deliveries/${entry.id}`, target: "_blank", rel: "noopener", "aria-label": `Corps de l’envoi ${entry.id}` }, "voir")),
  );
}

function answerOf(outcome) {
  if (outcome.state === "answered") {
    return el("span", { class: outcome.status < 300 ? "answer ok" : "answer refused" }, `HTTP ${outcome.status}`);
  }
  if (outcome.state === "given_up") return el("span", { class: "answer refused" }, `Abandonné (${outcome.problem})`);
  return el("span", { class: "answer" }, outcome.problem ? `Nouvel essai (${outcome.problem})` : "En attente");
}

for (const button of document.querySelectorAll("[data-place]")) {
  button.addEventListener("click", () => act("orders", { customer: button.dataset.place }));
}
byId("pause").addEventListener("click", () => act(paused ? "resume" : "pause"));

await refresh();
setInterval(refresh, REFRESH_MS);
