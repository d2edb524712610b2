// The simulator's page: a form for orders, their cards, and the log of what was sent.

import { byId, el, get, hour, post } from "./dom.js";
import { showOrders } from "./simulator-cards.js";

const API = "/simulator/api/";
const REFRESH_MS = 1000;

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
  offer("platform", state.platforms);
  offer("tracker", state.trackers);
  showOrders(state, act);
  byId("log").replaceChildren(...state.log.map(logRow));
  byId("questions-section").hidden = state.questions.length === 0;
  byId("questions").replaceChildren(...state.questions.map(questionRow));
}

function mode(state) {
  if (!state.automatic) return "Rien n’est envoyé automatiquement\u202f: seuls les boutons agissent.";
  if (state.paused) return "En pause\u202f: seuls les boutons agissent.";
  const seconds = state.pace_seconds.toLocaleString("fr-FR");
  return `Une étape toutes les ${seconds}\u00a0s par commande.`;
}

/** Fills a list of the form once: the voices of a run don't change. */
function offer(name, voices) {
  const select = byId("new-order").elements[name];
  if (select.options.length > 0) return;
  select.append(...voices.map((voice) => el("option", { value: voice.name }, voice.label)));
}

function place(form) {
  const { situation, customer, platform, tracker, gift, deadline, alone } = Object.fromEntries(new FormData(form));
  act("orders", {
    situation,
    customer,
    platform,
    tracker,
    gift: gift || null,
    deadline: deadline ? nextChristmasEve() : null,
    by_hand: !alone,
  });
}

function nextChristmasEve() {
  const now = new Date();
  const isOver = now.getMonth() === 11 && now.getDate() > 24;
  return `${now.getFullYear() + (isOver ? 1 : 0)}-12-24`;
}

function logRow(entry) {
  const news = entry.oddity ?? entry.news;
  return el(
    "tr",
    {},
    el("td", {}, hour(entry.at)),
    el("td", {}, `${entry.order}`),
    el("td", {}, entry.source),
    el("td", {}, entry.topic),
    el("td", { class: entry.oddity ? "odd" : "news" }, news[0].toUpperCase() + news.slice(1)),
    el("td", {}, `${entry.attempts}`),
    el("td", {}, answerOf(entry.outcome)),
    el("td", {}, el("a", { href: `${API}deliveries/${entry.id}`, target: "_blank", rel: "noopener", "aria-label": `Corps de l’envoi ${entry.id}` }, "voir")),
  );
}

function answerOf(outcome) {
  if (outcome.state === "answered") return answer(outcome.status);
  if (outcome.state === "given_up") return el("span", { class: "answer refused" }, `Abandonné (${outcome.problem})`);
  return el("span", { class: "answer" }, outcome.problem ? `Nouvel essai (${outcome.problem})` : "En attente");
}

function questionRow(question) {
  return el(
    "tr",
    {},
    el("td", {}, hour(question.at)),
    el("td", {}, question.service),
    el("td", {}, question.about),
    el("td", {}, answer(question.status)),
  );
}

function answer(status) {
  return el("span", { class: status < 300 ? "answer ok" : "answer refused" }, `HTTP ${status}`);
}

byId("new-order").addEventListener("submit", (event) => {
  event.preventDefault();
  place(event.target);
});
byId("pause").addEventListener("click", () => act(paused ? "resume" : "pause"));

await refresh();
setInterval(refresh, REFRESH_MS);
