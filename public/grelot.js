/*
 * The loader: the only file that a shop's page runs. It draws the launcher in a closed shadow
 * root, and the panel's frame from our own origin once somebody wants it. Before the first click
 * it asks for nothing, stores nothing and moves nothing on the page.
 *
 *   <script async src="https://EDGE/grelot.js" data-site="KEY"></script>
 *
 * Everything else goes through one queued global, `Grelot(command, …)`; see `commands` below.
 */
(() => {
  const queued = window.Grelot;
  if (queued?.live) return;

  const script = document.currentScript;
  const edge = new URL(script.src).origin;
  const PATIENCE_MS = 10000;
  const EVENTS = /^(message|delivery-update|handoff|resolved|error)$/;
  const WORDS = {
    fr: {
      open: "Ouvrir la discussion",
      close: "Fermer la discussion",
      frame: "Discussion avec la boutique",
      unread: "non lus\u202f:",
      dismiss: "Masquer ce message",
      failed: "La discussion ne répond pas. Vérifiez votre connexion, puis réessayez.",
      retry: "Réessayer",
    },
    en: {
      open: "Open the chat",
      close: "Close the chat",
      frame: "Chat with the shop",
      unread: "unread:",
      dismiss: "Hide this message",
      failed: "The chat isn’t answering. Check your connection, then try again.",
      retry: "Try again",
    },
  };

  const STYLE = `
:host{all:initial;position:fixed;z-index:2147483000;font:15px/1.45 system-ui,sans-serif;
--x:calc(20px + env(safe-area-inset-right));--y:calc(20px + env(safe-area-inset-bottom));--bg:#fff;color:#1b1c1f}
@media(prefers-color-scheme:dark){:host{--bg:#1d1e22;color:#f1f1f3}}
[hidden]{display:none!important}
button{all:unset;cursor:pointer;border-radius:12px}
button:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.launcher{position:fixed;right:var(--x);bottom:var(--y);width:56px;height:56px;border-radius:28px;background:var(--accent);
color:var(--on);display:grid;place-items:center;box-shadow:0 4px 20px #0004}
svg{width:26px;fill:none;stroke:currentColor;stroke-width:1.8;stroke-linecap:round;stroke-linejoin:round}
.badge{position:absolute;top:-4px;right:-4px;min-width:10px;padding:0 6px;border-radius:12px;background:#c8102e;color:#fff;
font-size:12px;font-weight:600;line-height:22px;text-align:center;box-shadow:0 0 0 2px var(--bg)}
.card{position:fixed;right:var(--x);bottom:calc(68px + var(--y));width:400px;box-sizing:border-box;overflow:hidden;
background:var(--bg);border:1px solid #8884;border-radius:16px;box-shadow:0 8px 32px #0003}
.teaser{width:min(320px,calc(100vw - 40px))}
.go{display:block;padding:14px 44px 14px 16px;outline-offset:-4px!important}
.go span{display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:3;overflow:hidden;overflow-wrap:anywhere}
.no{position:absolute;top:4px;right:4px;padding:8px 14px;font-size:20px;line-height:24px}
.panel{height:min(640px,calc(100dvh - 108px))}
iframe{border:0;width:100%;height:100%}
.failed{position:absolute;inset:0;background:var(--bg);padding:32px;display:grid;gap:16px;place-content:center;text-align:center}
.failed button{padding:12px}
.retry{background:var(--accent);color:var(--on)}
@media(max-width:479px),(max-height:479px){
.panel{inset:0;width:100%;height:100dvh;border:0;border-radius:0}
.panel:not([hidden])~.launcher{display:none}}
@media(forced-colors:active){button{border:2px solid}}`;

  const CHAT = "M6 5h12q2 0 2 2v7q0 2-2 2h-7l-4 4v-4H6q-2 0-2-2V7q0-2 2-2zM9 10.5h6";
  const DOWN = "M5 9l7 7 7-7";

  const config = { ...script.dataset };
  let view, frame, waiting, patience, identity, isOpen;
  let unread = { count: 0 };

  /** What the shop's page may say. `boot` is called by itself when the tag has `data-site`. */
  const commands = {
    boot(settings) {
      Object.assign(config, settings);
      if (view || !config.site) return commands.update();
      view = draw();
      commands.update();
      if (identity || flag()) whenIdle("connect");
      else if ("preload" in config) whenIdle("prefetch");
    },
    update(settings) {
      Object.assign(config, settings);
      if (!view) return;
      paint(config.accent);
      show();
      tell("language", { language: language() });
    },
    set: (name, value) => commands.update({ [name]: value }),
    shutdown() {
      if (!view) return;
      dismount();
      view.host.remove();
      unread = { count: 0 };
      view = identity = isOpen = null;
    },
    show: () => commands.set("launcher", "shown"),
    hide: () => commands.set("launcher", "hidden"),
    open: () => open(),
    close: () => close(),
    showNewMessage: (text = "") => open("compose", { text }),
    showOrder: (number) => open("order", { number }),
    loginUser({ token }) {
      identity = token;
      if (frame) tell("login", { token });
      else if (view) whenIdle("connect");
    },
    logoutUser() {
      identity = null;
      tell("logout");
    },
    on(event, fn) {
      const hear = ({ detail }) => fn(detail);
      document.addEventListener("grelot:" + event, hear);
      return () => document.removeEventListener("grelot:" + event, hear);
    },
  };

  function emit(event, detail = {}) {
    document.dispatchEvent(new CustomEvent("grelot:" + event, { detail }));
  }

  // ---- The launcher, the teaser and the panel's place

  function el(tag, className, properties, ...children) {
    const node = Object.assign(document.createElement(tag), { className, ...properties });
    node.append(...children);
    return node;
  }

  function svg(tag, name, value, ...children) {
    const node = document.createElementNS("http://www.w3.org/2000/svg", tag);
    node.setAttribute(name, value);
    node.append(...children);
    return node;
  }

  function draw() {
    const icon = svg("path", "d", CHAT);
    const image = svg("svg", "viewBox", "0 0 24 24", icon);
    const badge = el("span", "badge", { ariaHidden: true });
    const launcher = el("button", "launcher", { onclick: () => (isOpen ? close() : open()) }, image, badge);
    const title = el("b");
    const text = el("span");
    const go = el("button", "go", { onclick: () => open() }, title, text);
    const no = el("button", "no", { onclick: dismiss }, "×");
    const teaser = el("div", "card teaser", { role: "status" }, go, no);
    const panel = el("div", "card panel");

    const host = document.createElement("grelot-chat");
    const root = host.attachShadow({ mode: "closed" });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
    root.adoptedStyleSheets = [sheet];
    root.append(panel, teaser, launcher);

    launcher.onpointerenter = launcher.onfocus = () => frame || mount("prefetch");
    // `addEventListener`, because a handler that returns false would take every other key away.
    host.addEventListener("keydown", ({ key }) => key === "Escape" && close());
    // Outside of body, so that a navigation which swaps the body leaves the chat where it is.
    document.documentElement.append(host);
    return { host, icon, badge, launcher, title, text, no, teaser, panel };
  }

  function paint(accent) {
    const color = /^#[0-9a-f]{6}$/i.test(accent) ? accent : "#22252b";
    const rgb = parseInt(color.slice(1), 16);
    const isLight = 3 * (rgb >> 16) + 6 * ((rgb >> 8) & 255) + (rgb & 255) > 1500;
    view.host.style.setProperty("--accent", color);
    view.host.style.setProperty("--on", isLight ? "#1b1c1f" : "#fff");
  }

  /** Brings what is drawn in line with what is known. */
  function show() {
    const { launcher, badge, teaser } = view;
    const words = WORDS[language()];
    const count = isOpen ? 0 : unread.count;
    view.panel.hidden = !isOpen;
    view.icon.setAttribute("d", isOpen ? DOWN : CHAT);
    launcher.hidden = config.launcher === "hidden";
    launcher.ariaExpanded = !!isOpen;
    launcher.ariaLabel = (isOpen ? words.close : words.open) + (count ? `, ${words.unread} ${count}` : "");
    badge.hidden = !count;
    badge.textContent = count > 99 ? "99+" : count;
    view.no.ariaLabel = words.dismiss;
    teaser.hidden = isOpen || !unread.teaser;
    view.title.textContent = unread.teaser?.title;
    view.text.textContent = unread.teaser?.text;
  }

  function dismiss() {
    tell("dismissed", { seq: unread.teaser.seq });
    unread.teaser = null;
    show();
    view.launcher.focus();
  }

  function language() {
    const tag = config.language || document.documentElement.lang || navigator.language;
    return /^fr\b/i.test(tag) ? "fr" : "en";
  }

  // ---- Opening and closing

  function open(intent, detail) {
    if (!view) return;
    if (!isOpen) {
      isOpen = true;
      flag("1");
      show();
      mount("open");
      frame.focus();
      emit("opened");
    }
    if (intent) tell(intent, detail);
  }

  function close() {
    if (!isOpen) return;
    isOpen = false;
    show();
    tell("close");
    view.launcher.focus();
    emit("closed");
  }

  /** The one thing kept in the shop's storage, after the first click: that there may be news. */
  function flag(value) {
    const key = "grelot:" + config.site;
    try {
      if (value) localStorage[key] = value;
      return localStorage[key];
    } catch {
      // A shop that forbids storage has no returning shoppers, and that is all.
    }
  }

  function whenIdle(reason) {
    const later = window.requestIdleCallback || setTimeout;
    later(() => view && mount(reason));
  }

  // ---- The frame

  function mount(reason) {
    if (!frame) {
      const query = new URLSearchParams({ origin: location.origin, language: language() });
      const src = `${edge}/frame/${config.site}?${query}`;
      frame = el("iframe", "", { src, title: WORDS[language()].frame, allow: "clipboard-write" });
      waiting = [];
      addEventListener("message", onMessage);
      view.panel.append(frame);
      if (identity) tell("login", { token: identity });
    }
    tell(reason);
    if (isOpen && !patience) patience = setTimeout(fail, PATIENCE_MS);
  }

  function dismount() {
    clearTimeout(patience);
    removeEventListener("message", onMessage);
    view.panel.textContent = "";
    frame = patience = null;
  }

  function tell(type, detail) {
    if (!frame) return;
    const message = { grelot: 1, type, ...detail };
    if (waiting) waiting.push(message);
    else frame.contentWindow.postMessage(message, edge);
  }

  function onMessage({ source, origin, data }) {
    if (source !== frame.contentWindow || origin !== edge || data?.grelot !== 1) return;
    if (Object.hasOwn(heard, data.type)) heard[data.type](data);
  }

  /** What the frame may say. */
  const heard = {
    loaded() {
      const messages = waiting;
      waiting = null;
      for (const message of messages) tell(message.type, message);
    },
    ready() {
      clearTimeout(patience);
      view.panel.querySelector(".failed")?.remove();
      emit("ready");
    },
    failed: () => fail(),
    site: ({ accent }) => config.accent || paint(accent),
    unread(news) {
      if (news.count !== unread.count) emit("unread", { count: news.count });
      unread = news;
      show();
    },
    close: () => close(),
    event: ({ name, detail }) => EVENTS.test(name) && emit(name, detail),
  };

  /** Says in the panel's place that the chat doesn't answer, instead of leaving an empty frame. */
  function fail() {
    clearTimeout(patience);
    emit("error", { code: "unreachable" });
    if (!isOpen || view.panel.lastChild !== frame) return;
    const words = WORDS[language()];
    const retry = el("button", "retry", { onclick: again }, words.retry);
    const leave = el("button", "", { onclick: close }, words.close);
    view.panel.append(el("div", "failed", { role: "alert" }, words.failed, retry, leave));
    retry.focus();
  }

  function again() {
    dismount();
    mount("open");
    frame.focus();
  }

  function Grelot(command, ...args) {
    if (Object.hasOwn(commands, command)) return commands[command](...args);
    console.warn("Grelot: unknown command", command);
  }
  Grelot.live = true;
  window.Grelot = Grelot;
  if (config.site) commands.boot();
  for (const call of queued?.q || []) Grelot(...call);
})();
