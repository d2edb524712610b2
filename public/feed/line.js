// The line to the edge, which all tabs of a shopper share: the one that leads holds the socket,
// the others speak and hear through it. To whoever uses the line, it is all the same.

import { hold } from "./socket.js";
import { join } from "./tabs.js";

const PING_MS = 25000;
const PONG_MS = 8000;
/** How long a leader may take to notice that it was called stuck. */
const STUCK_MS = 3000;

/**
 * A line that is not connected yet. `invite` opens a session; `opened` is told whether this tab
 * leads, `heard` every frame, `link` how the connection is, `told` what another tab shares, first
 * of all its `greeting`; `isWatched` says whether somebody looks at the chat.
 */
export function line({ invite, opened, heard, link, told, greeting, isWatched }) {
  let tabs = null;
  let socket = null;
  let state = "offline";
  let ping, pong, stuck;

  function setState(next) {
    const was = state;
    state = next;
    link(next);
    return was !== next;
  }

  function lead() {
    const leads = {
      invite,
      isWatched,
      opened() {
        setState("online");
        opened(true);
        tabs.tell({ link: state });
      },
      heard(data) {
        tabs?.tell({ frame: data });
        hear(data);
      },
      link(next) {
        setState(next);
        tabs?.tell({ link: next });
      },
    };
    socket = hold(leads);
  }

  function unseat() {
    socket?.close();
    socket = null;
    setState("connecting");
    tabs.tell({ joined: true });
  }

  function hear(data) {
    clearTimeout(pong);
    if (data !== "pong") heard(data);
  }

  /** What the tabs tell each other. The first three are for the one that leads, the next two are by it. */
  const fromTab = {
    send: (text) => socket?.send(text),
    joined: () => socket && tabs.tell({ link: state, share: greeting() }),
    stuck: () => socket?.lose(),
    woken: () => socket?.wake(),
    frame: (data) => socket || hear(data),
    link: (next) => !socket && setState(next) && next === "online" && opened(false),
    share: told,
  };

  function fromTabs(message) {
    clearTimeout(stuck);
    for (const kind in message) if (Object.hasOwn(fromTab, kind)) fromTab[kind](message[kind]);
  }

  function send(text) {
    if (socket) return socket.send(text);
    if (state === "online") tabs.tell({ send: text });
    return state === "online";
  }

  /** The platform answers a ping by itself; a silent line is a dead one. */
  function test() {
    if (!send("ping")) return;
    clearTimeout(pong);
    pong = setTimeout(() => {
      if (socket) return socket.lose();
      tabs?.tell({ stuck: true });
      stuck = setTimeout(() => tabs?.steal(), STUCK_MS);
    }, PONG_MS);
  }

  function wake() {
    if (!tabs) return;
    if (socket) socket.wake();
    else tabs.tell({ woken: true });
    test();
  }

  document.addEventListener("visibilitychange", () => document.hidden || wake());
  addEventListener("online", wake);
  addEventListener("offline", test);

  return {
    send,
    /** Joins the tabs of a shopper, unless that is done. */
    connect(name) {
      if (tabs) return;
      setState("connecting");
      tabs = join(name, { lead, unseat, hear: fromTabs });
      tabs.tell({ joined: true });
      ping = setInterval(() => (document.hidden && !socket) || test(), PING_MS);
    },
    /** Leaves them. */
    leave() {
      for (const timer of [ping, pong, stuck]) clearTimeout(timer);
      socket?.close();
      tabs?.leave();
      socket = tabs = null;
      state = "offline";
    },
    /** Tells the other tabs something that the edge need not know. */
    share: (news) => tabs?.tell({ share: news }),
    /** Opens the socket anew, where this tab holds it. */
    renew: () => socket?.renew(),
    rest: (seconds) => socket?.rest(seconds),
    wake,
  };
}
