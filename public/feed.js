/*
 * The feed: what runs in the frame from the start. It has the shopper's line to the edge, counts
 * what is unread, tells the loader about it, and loads the panel, which is WebAssembly, on the first open.
 *
 * What the panel gets is `globalThis.grelotFeed`:
 *   language()    the language of the page, of those that there are words for
 *   subscribe(fn) gives fn(kind, value) all that was received so far, then all that follows:
 *     "frame"     a frame of the socket, parsed
 *     "shop"      the SiteCard
 *     "link"      "connecting", "online", "offline" or "ended", until the shop says anew who it is
 *     "view"      "open" or "closed"
 *     "language"  the language of the page from now on
 *     "choose"    a choice that was taken outside the panel, and the number of its event
 *     "compose"   a text for the composer, "order" the number of an order to show or to ask about
 *     "found"     the articles that a search found; null when it had no answer
 *     "restart"   another shopper: forget everything
 *   send(command) sends a frame; false when there is no connection
 *   read(upto)    notes what the shopper has seen, and tells the edge as soon as it can
 *   search(words) searches the shop's help
 *   close()       asks the shop's page to close the panel
 *   say(name, values) a message of the language's file, with what is to be put into it
 *   keep(name, value) and kept(name): the frame's storage, or memory where there is none
 *   keepOutbox(contact, commands) and takeOutbox(contact): what is on its way, for the next page
 */

import { search } from "./feed/help.js";
import { line } from "./feed/line.js";
import { keepOutbox, settle, takeOutbox } from "./feed/outbox.js";
import { credentials, holds, keep, kept, named, own, query, shop, site, subject } from "./feed/page.js";
import { once } from "./feed/tabs.js";
import * as teaser from "./feed/teaser.js";
import { dress, outside, preload, say, speak, spoken } from "./feed/words.js";

const PAGE = 200;
/** How long before the shop's word ends its page is asked for another, in milliseconds. */
const NOTICE_MS = 60000;

let language = spoken(query.get("language"));
/** Who the shop says that the shopper is; null for a visitor. */
let who = null;
let isOpen = false;
/** Whether this tab's hello has no answer yet. */
let isGreeting = false;
/** Whether what the shop said of the shopper is past its time, and nothing newer was said. */
let hasEnded = false;
let greeting, ending;
/** The ticket that the last socket gave for the next one, if it did: it is good once. */
let wayBack = [];

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
    isGreeting = false;
    if (history.epoch !== null && history.epoch !== frame.epoch) restart();
    history.contact = frame.contact;
    history.epoch = frame.epoch;
    history.head ??= frame.head;
    announceState(frame.state, frame.head, history.state === null);
    if (history.readUpto > frame.read_upto) send({ type: "read", upto: history.readUpto });
    markRead(frame.read_upto);
    // The panel sends what waits by itself. Until it is there, the feed does.
    if (!panel) takeOutbox(frame.contact).forEach(send);
  },
  events(page) {
    page.events.forEach(take);
    follow(page);
    report();
  },
  /** What a command of this page made happen comes with its acknowledgement. */
  acked(page) {
    settle(history.contact, page.cid);
    if (page.events) heard.events(page);
  },
  reset() {
    restart();
    hello();
  },
  /** A hello that was refused is said again: without a welcome there is no history. */
  refused({ cid, retry_after }) {
    if (cid || !isGreeting) return;
    clearTimeout(greeting);
    greeting = setTimeout(() => isGreeting && hello(), 1000 * (retry_after || 1));
  },
  ticket: (frame) => (wayBack = [frame.ticket]),
  bye({ retry_after }) {
    edge.rest(retry_after ?? 0);
  },
};

function take(event) {
  const { seq, fact } = event;
  if (seq > history.readUpto && isNews(fact)) history.unread.set(seq, event);
  if (seq <= history.head) return;
  history.head = seq;
  if (fact.kind === "message") ring(seq, "message", { author: fact.author.by });
  if (fact.kind === "notice") ring(seq, "delivery-update", { kind: fact.notice, order: fact.order.number });
  if (fact.kind === "state_changed") announceState(fact.state, seq, false);
}

/** Tells the shop's page what has happened: in one tab, however many are open. */
function ring(seq, name, detail) {
  void once(`grelot.${history.contact}.${seq}.${name}`, () => announce(name, detail));
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

function announceState(state, seq, isFirst) {
  const was = history.state?.state;
  history.state = state;
  if (isFirst || was === state.state) return;
  if (state.state === "queued" || state.state === "open") ring(seq, "handoff", { state: state.state });
  if (state.state === "resolved") ring(seq, "resolved", {});
}

function markRead(upto) {
  history.readUpto = Math.max(history.readUpto, upto);
  for (const seq of history.unread.keys()) if (seq <= upto) history.unread.delete(seq);
  report();
}

// ---- The line to the edge

const edge = line({
  invite: openSession,
  /** A tab that follows is told what the one that leads hears, once it has a history to add it to. */
  opened: (isLeading) => (isLeading || history.epoch === null) && hello(),
  heard: receive,
  link(state) {
    hasEnded &&= state !== "online";
    hand("link", hasEnded ? "ended" : state);
  },
  told: hearTab,
  greeting: () => ({ card }),
  isWatched: () => isOpen && !document.hidden,
});

function connect() {
  edge.connect(`grelot.${site}.${subject(who)}`);
}

async function openSession() {
  const ticket = wayBack.pop();
  if (ticket) return ticket;
  const answer = await fetch(`${own}/sessions`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(credentials(who, language)),
  });
  if (!answer.ok) return refused(answer);
  const session = await answer.json();
  if (session.visitor) keep("visitor", session.visitor);
  hearTab({ card: session.site });
  edge.share({ card });
  return session.ticket;
}

// A bad signature of the shop must not cost the shopper the chat: go on without it. One that was
// good has expired: the shop's page hears of it, and nobody is turned into a stranger meanwhile.
function refused(answer) {
  const isIdentity = who && (answer.status === 401 || answer.status === 403);
  announce("error", { code: isIdentity ? "identity" : "session", status: answer.status });
  edge.rest(Number(answer.headers.get("retry-after")) || 0);
  if (isIdentity && history.contact === null) {
    believe(null);
    edge.leave();
    connect();
  } else if (isIdentity) edge.share({ ended: (hasEnded = true) });
  return null;
}

function hello() {
  isGreeting = true;
  send({ type: "hello", epoch: history.epoch, last_seq: history.last, language });
}

function receive(data) {
  const frame = JSON.parse(data);
  if (Object.hasOwn(heard, frame.type)) heard[frame.type](frame);
  if (frame.type !== "reset") hand("frame", frame);
}

const send = (command) => edge.send(JSON.stringify(command));

/** What another tab of the same shopper shares. */
function hearTab(news) {
  if (news.who) renew(news.who);
  if (news.read) markRead(news.read);
  if (news.dismissed) report();
  if (news.ended) hasEnded = true;
  if (news.card) {
    card = news.card;
    hand("shop", card);
    post("site", { accent: card.accent });
  }
}

// ---- The shop's page

let card = null;

const post = (type, detail) => parent.postMessage({ grelot: 1, type, ...detail }, shop);

function announce(name, detail) {
  post("event", { name, detail });
}

/** What badge and launcher say, and the card's room. Its words are not for the shop's page. */
function report() {
  const told = Number(kept(`dismissed.${history.contact}`) ?? 0);
  const latest = [...history.unread.values()]
    .filter(({ seq, fact }) => seq > told && (fact.kind === "notice" || fact.author.by === "agent"))
    .sort((a, b) => b.seq - a.seq)[0];
  const title = latest?.fact.author?.name ?? card?.name;
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
  edge.share({ dismissed: true });
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
    hello();
  },
  login(message) {
    const next = named(message);
    if (!next || JSON.stringify(next) === JSON.stringify(who)) return;
    if (who && subject(who) === subject(next)) {
      edge.share({ who: next });
      renew(next);
    } else {
      switchShopper(next);
      connect();
    }
    edge.wake();
  },
  logout() {
    if (!who) return;
    switchShopper(null);
    if (isOpen) connect();
  },
};

/** The shop's word for the same shopper, given anew: a socket is good for as long as what opened it. */
function renew(next) {
  believe(next);
  edge.renew();
}

/** Takes the shop's word, and asks its page for another before it ends. */
function believe(next) {
  who = next;
  wayBack = [];
  clearTimeout(ending);
  const left = holds(who);
  const ask = () => announce("identity-expiring", { seconds: Math.max(0, Math.round(holds(who) / 1000)) });
  if (left !== null) ending = setTimeout(ask, Math.max(0, left - NOTICE_MS));
}

function switchShopper(next) {
  believe(next);
  if (history.epoch !== null) restart();
  edge.leave();
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
  preload(language);
  const start = await speak(language);
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
    edge.share({ read: upto });
  },
  search: (words) => search(words, language, (found) => hand("found", found)),
  close: () => post("close"),
  say: (name, values) => say(name, values),
  keep,
  kept,
  keepOutbox,
  takeOutbox,
};

dress(language, isOpen);
teaser.place(report);
addEventListener("keydown", ({ key, defaultPrevented }) => {
  if (key === "Escape" && !defaultPrevented) post("close");
});
if (parent !== window && shop) post("loaded");
