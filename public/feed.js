/*
 * The feed: what runs in the frame from the start. It holds the shopper's socket, counts what is
 * unread, tells the loader about it, and loads the panel on the first open. No WebAssembly here.
 *
 * What the panel gets is `globalThis.grelotFeed`:
 *   language()    the language of the page, of those that there are words for
 *   subscribe(fn) gives fn(kind, value) all that was received so far, then all that follows:
 *     "frame"     a frame of the socket, parsed
 *     "shop"      the SiteCard
 *     "link"      "connecting", "online" or "offline"
 *     "view"      "open" or "closed"
 *     "language"  the language of the page from now on
 *     "choose"    a choice that was taken outside the panel, and the number of its event
 *     "compose"   a text for the composer, "order" the number of an order to ask about there
 *     "restart"   another shopper: forget everything
 *   send(command) sends a frame; false when there is no connection
 *   read(upto)    notes what the shopper has seen, and tells the edge as soon as it can
 *   close()       asks the shop's page to close the panel
 *   say(name, values) a message of the language's file, with what is to be put into it
 *   keep(name, value) and kept(name): the frame's storage, or memory where there is none
 */

import { keep, kept, query, shop, site, subject } from "./feed/page.js";
import * as teaser from "./feed/teaser.js";
import { dress, outside, preload, say, speak, spoken } from "./feed/words.js";

const FIRST_DELAY_MS = 500;
const LONGEST_DELAY_MS = 30000;
const PING_MS = 25000;
const PONG_MS = 8000;
const PAGE = 200;

let language = spoken(query.get("language"));
let identity = null;
let wanted = false;
let isOpen = false;

// ---- What has come, and what follows from it

let history = fresh();
let buffer = [];
let panel = null;

function fresh() {
  return { contact: null, epoch: null, last: null, head: null, readUpto: 0, unread: new Map(), state: null };
}

function hand(kind, value) {
  if (panel) panel(kind, value);
  else buffer.push([kind, value]);
}

function restart() {
  history = fresh();
  buffer = buffer.filter(([kind]) => kind !== "frame");
  hand("restart", "");
  report();
}

/** What each frame means to the feed; those that only the panel cares about are not here. */
const heard = {
  welcome(frame) {
    if (history.epoch !== null && history.epoch !== frame.epoch) restart();
    history.contact = frame.contact;
    history.epoch = frame.epoch;
    history.head ??= frame.head;
    announceState(frame.state, history.state === null);
    if (history.readUpto > frame.read_upto) send({ type: "read", upto: history.readUpto });
    markRead(frame.read_upto);
    attempts = 0;
    hand("link", "online");
  },
  events(page) {
    page.events.forEach(take);
    follow(page);
    report();
  },
  /** What a command of this page made happen comes with its acknowledgement. */
  acked(page) {
    if (page.events) heard.events(page);
  },
  reset() {
    restart();
    hello();
  },
  bye({ retry_after }) {
    notBefore = (retry_after ?? 0) * 1000;
  },
};

function take(event) {
  const { seq, fact } = event;
  if (seq > history.readUpto && isNews(fact)) history.unread.set(seq, event);
  if (seq <= history.head) return;
  history.head = seq;
  if (fact.kind === "message") announce("message", { author: fact.author.by });
  if (fact.kind === "notice") announce("delivery-update", { kind: fact.notice, order: fact.order.number });
  if (fact.kind === "state_changed") announceState(fact.state, false);
}

function isNews(fact) {
  return fact.kind === "notice" || (fact.kind === "message" && fact.author.by !== "shopper");
}

/** Moves the mark up to which nothing is missing, and asks for what is missing behind it. */
function follow({ events, more }) {
  if (!events.length) return;
  history.last ??= events[0].seq - 1;
  let hole = false;
  for (const { seq } of events) {
    if (seq === history.last + 1) history.last = seq;
    hole ||= seq > history.last;
  }
  const isTail = events.at(-1).seq === history.last;
  if (hole || (more && isTail)) send({ type: "fetch", after: history.last, limit: PAGE });
}

function announceState(state, isFirst) {
  const was = history.state?.state;
  history.state = state;
  if (isFirst || was === state.state) return;
  if (state.state === "queued" || state.state === "open") announce("handoff", { state: state.state });
  if (state.state === "resolved") announce("resolved", {});
}

function markRead(upto) {
  history.readUpto = Math.max(history.readUpto, upto);
  for (const seq of history.unread.keys()) if (seq <= upto) history.unread.delete(seq);
  report();
}

// ---- The socket

let socket = null;
let attempt = 0;
let attempts = 0;
let notBefore = 0;
let retryTimer, pingTimer, pongTimer;

function connect() {
  wanted = true;
  if (socket || attempt) return;
  clearTimeout(retryTimer);
  void dial();
}

async function dial() {
  const mine = (attempt = Math.random());
  hand("link", "connecting");
  const session = await openSession().catch(() => null);
  if (mine !== attempt) return;
  attempt = 0;
  if (!session) return retryLater();
  const url = new URL("/socket", location.href);
  url.protocol = url.protocol.replace("http", "ws");
  const dialed = new WebSocket(url, ["grelot.v1", `ticket.${session.ticket}`]);
  socket = dialed;
  dialed.onopen = () => {
    hello();
    keepAlive();
  };
  dialed.onmessage = ({ data }) => socket === dialed && receive(data);
  dialed.onclose = () => socket === dialed && lost();
}

async function openSession() {
  const answer = await fetch(`/api/v1/sites/${encodeURIComponent(site)}/sessions`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ visitor: kept("visitor"), identity, language }),
  });
  if (!answer.ok) return refused(answer);
  const session = await answer.json();
  if (session.visitor) keep("visitor", session.visitor);
  hand("shop", session.site);
  post("site", { accent: session.site.accent });
  shopName = session.site.name;
  return session;
}

// A bad signature of the shop must not cost the shopper the chat: go on without it. One that was
// good has expired: the shop's page hears of it, and nobody is turned into a stranger meanwhile.
function refused(answer) {
  const isIdentity = identity && (answer.status === 401 || answer.status === 403);
  announce("error", { code: isIdentity ? "identity" : "session", status: answer.status });
  if (isIdentity && history.contact === null) identity = null;
  notBefore = Number(answer.headers.get("retry-after") ?? 0) * 1000 || 0;
  return null;
}

function hello() {
  send({ type: "hello", epoch: history.epoch, last_seq: history.last, language });
}

function receive(data) {
  clearTimeout(pongTimer);
  if (data === "pong") return;
  const frame = JSON.parse(data);
  if (Object.hasOwn(heard, frame.type)) heard[frame.type](frame);
  if (frame.type !== "reset") hand("frame", frame);
}

function send(command) {
  return sendText(JSON.stringify(command));
}

function sendText(text) {
  if (socket?.readyState !== WebSocket.OPEN) return false;
  socket.send(text);
  return true;
}

function lost() {
  hangUp();
  if (wanted) retryLater();
}

function hangUp() {
  clearTimeout(pongTimer);
  clearInterval(pingTimer);
  const old = socket;
  socket = null;
  attempt = 0;
  old?.close();
}

/** Full jitter, so that a thousand shoppers cut off together don't come back together. */
function retryLater() {
  hand("link", "offline");
  const ceiling = Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** ++attempts);
  const delay = Math.max(notBefore, FIRST_DELAY_MS + Math.random() * (ceiling - FIRST_DELAY_MS));
  notBefore = 0;
  clearTimeout(retryTimer);
  retryTimer = setTimeout(connect, delay);
}

function reconnect() {
  hangUp();
  attempts = 0;
  if (wanted) connect();
}

/** The platform answers a ping by itself; a silent line is a dead one. */
function ping() {
  if (!sendText("ping")) return;
  clearTimeout(pongTimer);
  pongTimer = setTimeout(lost, PONG_MS);
}

function keepAlive() {
  clearInterval(pingTimer);
  pingTimer = setInterval(() => document.hidden || ping(), PING_MS);
}

document.addEventListener("visibilitychange", () => document.hidden || ping());
addEventListener("online", () => wanted && !socket && reconnect());
addEventListener("offline", ping);

// ---- The shop's page

let shopName = "";

function post(type, detail) {
  parent.postMessage({ grelot: 1, type, ...detail }, shop);
}

function announce(name, detail) {
  post("event", { name, detail });
}

/** What badge and launcher say, and the card's room. Its words are not for the shop's page. */
function report() {
  const told = Number(kept(`dismissed.${history.contact}`) ?? 0);
  const latest = [...history.unread.values()]
    .filter(({ seq, fact }) => seq > told && (fact.kind === "notice" || fact.author.by === "agent"))
    .sort((a, b) => b.seq - a.seq)[0];
  const title = latest?.fact.author?.name ?? shopName;
  const words = outside(language);
  teaser.draw(latest, title, words.dismiss, {
    open: () => post("open"),
    choose(choice, about) {
      post("open");
      hand("choose", { choice, about });
    },
    dismiss: () => dismiss(latest.seq),
  });
  const count = history.unread.size;
  const badge = count > 99 ? "99+" : String(count);
  const label = `, ${words.unread} ${badge}`;
  post("unread", { count, badge, label, height: teaser.height() });
}

function dismiss(seq) {
  keep(`dismissed.${history.contact}`, seq);
  report();
  post("dismissed");
}

/** What the shop's page may ask. Anything else is not for us. */
const asked = {
  prefetch: () => preload(language),
  connect,
  open() {
    isOpen = true;
    dress(language, isOpen);
    hand("view", "open");
    connect();
    void showPanel();
  },
  close() {
    isOpen = false;
    dress(language, isOpen);
    hand("view", "closed");
  },
  compose: ({ text }) => hand("compose", String(text)),
  order: ({ number }) => hand("order", String(number)),
  language(message) {
    const next = spoken(message.language);
    if (next === language) return;
    language = next;
    dress(language, isOpen);
    report();
    if (loading) void turn(next);
    if (socket) hello();
  },
  login({ token }) {
    if (typeof token !== "string" || token === identity) return;
    const isRefreshed = identity !== null && subject(identity) === subject(token);
    identity = token;
    if (!isRefreshed) switchShopper();
    else if (!socket) reconnect();
    connect();
  },
  logout() {
    if (!identity) return;
    identity = null;
    wanted = isOpen;
    switchShopper();
  },
};

function switchShopper() {
  if (history.epoch !== null) restart();
  reconnect();
}

addEventListener("message", ({ source, origin, data }) => {
  if (source !== parent || origin !== shop || data?.grelot !== 1) return;
  if (Object.hasOwn(asked, data.type)) asked[data.type](data);
});

// ---- The panel

let loading = null;

function showPanel() {
  loading ??= loadPanel().catch(() => {
    loading = null;
    post("failed");
  });
  return loading;
}

async function loadPanel() {
  const [start] = await Promise.all([speak(language), preload(language)]);
  await start();
  post("ready");
}

/** The panel goes on in another language once its words are here; without them, in its own. */
async function turn(next) {
  await loading;
  await speak(next).catch(() => null);
  if (next === language) hand("language", next);
}

globalThis.grelotFeed = {
  language: () => language,
  subscribe(receive) {
    panel = receive;
    for (const [kind, value] of buffer.splice(0)) receive(kind, value);
  },
  send,
  read(upto) {
    if (upto <= history.readUpto) return;
    markRead(upto);
    send({ type: "read", upto });
  },
  close: () => post("close"),
  say: (name, values) => say(name, values),
  keep,
  kept,
};

dress(language, isOpen);
teaser.place(report);
addEventListener("keydown", ({ key, defaultPrevented }) => {
  if (key === "Escape" && !defaultPrevented) post("close");
});
if (parent !== window && shop) post("loaded");
