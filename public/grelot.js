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
  /** By language: the chat's name, and that it doesn't answer. */
  const SPOKEN = JSON.parse(LOADER_WORDS);

  const STYLE = `
:host{all:initial;color-scheme:light dark;position:fixed;z-index:99999999;font:15px/1.45 system-ui;
-webkit-tap-highlight-color:#0000;color:CanvasText;--x:calc(20px + env(safe-area-inset-right));--y:calc(20px + env(safe-area-inset-bottom))}
button{all:unset;cursor:pointer}
button:focus-visible{outline:3px solid var(--accent);outline-offset:3px}
.launcher{position:fixed;inset:auto var(--x) var(--y) var(--left,auto);width:56px;height:56px;border-radius:50%;background:var(--accent);
color:var(--on);display:grid;place-content:center;box-shadow:0 4px 20px #0004}
.launcher i{width:22px;height:16px;border:2px solid;border-radius:8px 8px 8px 1px}
[aria-expanded=true] i{width:11px;height:11px;border-width:0 2px 2px 0;border-radius:0;rotate:45deg}
.badge{position:absolute;top:-4px;right:-4px;min-width:10px;padding:0 6px;background:#c8102e;color:#fff;border-radius:12px;
font:600 12px/22px system-ui;text-align:center}
.card{position:fixed;inset:auto var(--x) calc(68px + var(--y)) var(--left,auto);width:min(320px,100vw - 40px);overflow:hidden;
background:Canvas;border-radius:16px;box-shadow:0 4px 20px #0004}
.open{width:400px;height:min(704px,100dvh - 108px)!important}
iframe{border:0;width:100%;height:100%}
.failed{position:absolute;inset:0;background:Canvas;font-size:20px;display:grid;place-content:center;text-align:center}
@media(max-width:479px),(max-height:479px){
.open{inset:var(--top,0) 0 auto;width:auto;height:var(--height,100dvh)!important;border-radius:0}
.open~.launcher{display:none}}
@media(forced-colors:active){button{border:2px solid}.card{outline:2px solid}}
[hidden]{display:none}`;

  const config = { ...script.dataset };
  /** What is drawn, while anything is. */
  let host, launcher, badge, panel;
  let frame, waiting, patience, identity, isOpen;
  let unread = {};

  /** What the shop's page may say. `boot` is called by itself when the tag has `data-site`. */
  const commands = {
    boot(settings) {
      commands.update(settings);
      if (host || !config.site) return;
      draw();
      commands.update();
      whenIdle();
    },
    update(settings) {
      Object.assign(config, settings);
      if (!host) return;
      paint(config.accent);
      show();
      tell("language", { language: language() });
    },
    set: (name, value) => commands.update({ [name]: value }),
    shutdown() {
      if (!host) return;
      dismount();
      host.remove();
      unread = {};
      host = identity = isOpen = null;
    },
    show: () => commands.set("launcher", "shown"),
    hide: () => commands.set("launcher", "hidden"),
    open: () => open(),
    close,
    showNewMessage: (text = "") => open("compose", { text }),
    showOrder: (number) => open("order", { number }),
    loginUser(who) {
      identity = who;
      if (frame) tell("login", who);
      else whenIdle();
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

  // ---- The launcher and the panel's place

  function el(tag, className, properties, ...children) {
    const node = Object.assign(document.createElement(tag), { className, ...properties });
    node.append(...children);
    return node;
  }

  function draw() {
    badge = el("span", "badge");
    // An element draws the launcher: what a style makes of words, even of none, takes longer to lay out.
    launcher = el("button", "launcher", { onclick: () => (isOpen ? close() : open()) }, el("i"), badge);
    panel = el("div");

    host = el("grelot-chat");
    const root = host.attachShadow({ mode: "closed" });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
    root.adoptedStyleSheets = [sheet];
    root.append(panel, launcher);

    launcher.onpointerenter = launcher.onfocus = () => frame || mount("prefetch");
    // `addEventListener`, because a handler that returns false would take every other key away.
    host.addEventListener("keydown", ({ key }) => key === "Escape" && close());
    // Outside of body, so that a navigation which swaps the body leaves the chat where it is.
    document.documentElement.append(host);
  }

  function paint(accent) {
    const color = /^#[0-9a-f]{6}$/i.test(accent) ? accent : "#22252b";
    const rgb = parseInt(color.slice(1), 16);
    const isLight = 3 * (rgb >> 16) + 6 * ((rgb >> 8) & 255) + (rgb & 255) > 1500;
    put("accent", color);
    put("on", isLight ? "#000" : "#fff");
  }

  /** Brings what is drawn in line with what is known. The panel's place is a card with the latest
   * news while the chat is closed. */
  function show() {
    const count = isOpen ? 0 : unread.count;
    panel.hidden = !isOpen && !unread.height;
    panel.className = isOpen ? "card open" : "card";
    panel.style.height = unread.height + "px";
    launcher.hidden = config.launcher === "hidden";
    launcher.ariaExpanded = !!isOpen;
    launcher.ariaLabel = words()[0] + (count ? unread.label : "");
    badge.hidden = !count;
    badge.textContent = unread.badge;
  }

  /** The language's tag without its region. */
  function language() {
    return (config.language || document.documentElement.lang || navigator.language).slice(0, 2).toLowerCase();
  }

  function words() {
    return SPOKEN[language()] || SPOKEN.en;
  }

  // ---- Opening and closing

  function open(intent, detail) {
    if (!host) return;
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
    launcher.focus();
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

  /** Does what needs no click, once the launcher is seen: the first word from the shop's storage is
   * waited for. */
  function whenIdle() {
    const later = window.requestIdleCallback || setTimeout;
    const act = () => {
      if (!host) return;
      if (identity || flag()) mount("connect");
      else if ("preload" in config) mount("prefetch");
    };
    // On a page that is never idle, after a while.
    later(act, { timeout: PATIENCE_MS });
  }

  // ---- The frame

  function mount(reason) {
    if (!frame) {
      const src = `${edge}/frame/${config.site}?origin=${location.origin}&language=${language()}`;
      frame = el("iframe", "", { src, title: words()[0], allow: "clipboard-write" });
      waiting = [];
      listen("addEventListener");
      panel.append(frame);
      if (identity) tell("login", identity);
    }
    tell(reason);
    if (isOpen && !patience) patience = setTimeout(fail, PATIENCE_MS);
  }

  function dismount() {
    clearTimeout(patience);
    listen("removeEventListener");
    panel.textContent = "";
    frame = patience = null;
  }

  /** Begins to hear the frame and the keyboard, or ends it. */
  function listen(verb) {
    window[verb]("message", onMessage);
    visualViewport[verb]("scroll", fit);
    visualViewport[verb]("resize", fit);
  }

  /** Leaves a phone's keyboard its place: the panel fills what is seen above it of the page, which is
   * as high as before. Whoever has zoomed in sees a part of the whole. */
  function fit() {
    const { scale, height, offsetTop } = visualViewport;
    if (scale > 1) return;
    put("top", offsetTop + "px");
    put("height", height + "px");
  }

  function put(name, value) {
    host.style.setProperty("--" + name, value);
  }

  function tell(type, detail) {
    if (!frame) return;
    const message = { grelot: 1, type, ...detail };
    if (waiting) waiting.push(message);
    else frame.contentWindow.postMessage(message, edge);
  }

  function onMessage({ source, origin, data }) {
    if (source !== frame.contentWindow || origin !== edge) return;
    heard[data?.type]?.(data);
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
      frame.nextSibling?.remove();
      show();
      emit("ready");
    },
    failed: fail,
    site: ({ accent }) => config.accent || paint(accent),
    unread(news) {
      if (news.count !== (unread.count || 0)) emit("unread", { count: news.count });
      unread = news;
      show();
    },
    open: () => open(),
    close,
    dismissed: () => launcher.focus(),
    event: ({ name, detail }) => emit(name, detail),
  };

  /** Says in the panel's place that the chat doesn't answer, instead of leaving an empty frame. */
  function fail() {
    clearTimeout(patience);
    emit("error", { code: "unreachable" });
    if (!isOpen || frame.nextSibling) return;
    const [chat, failed] = words();
    const retry = el("button", "", { onclick: again, ariaLabel: chat }, "↻");
    panel.append(el("div", "failed", { role: "alert" }, failed, retry));
    panel.className = "card";
    retry.focus();
  }

  function again() {
    dismount();
    mount("open");
    frame.focus();
  }

  // An unknown command throws, so that whoever wrote it reads its name.
  const Grelot = (command, ...args) => commands[command](...args);
  Grelot.live = true;
  window.Grelot = Grelot;
  commands.boot();
  for (const call of queued?.q || []) Grelot(...call);
})();
