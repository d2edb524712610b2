// One socket to the edge, for as long as it is held: dialed, and dialed again when it is lost.

const FIRST_MS = 500;
const LONGEST_MS = 30000;
/** The first ceiling of the wait, for a shopper who looks at the chat and for one who doesn't. */
const WATCHED_MS = 1000;
const UNWATCHED_MS = 8000;
const OPEN_MS = 15000;
/** After how much text the edge is told that it was read, in UTF-16 units. */
const GOT_EVERY = 128 * 1024;
/** A socket that held for so long was no failure. */
const STEADY_MS = 10000;

/**
 * Holds a socket. `invite` asks for a session and answers with its ticket, or with null; `opened`,
 * `heard` and `link` are told what becomes of it; `isWatched` says whether somebody looks.
 */
export function hold({ invite, opened, heard, link, isWatched }) {
  let live = null;
  let dialing = null;
  let failures = 0;
  let notBefore = 0;
  let openedAt = 0;
  let unsaid = 0;
  let retry, opening;

  async function dial() {
    clearTimeout(retry);
    const mine = (dialing = {});
    link("connecting");
    const ticket = await invite().catch(() => null);
    if (mine !== dialing) return;
    dialing = null;
    if (!ticket) return again();
    const url = new URL("/socket", location.href);
    url.protocol = url.protocol.replace("http", "ws");
    const dialed = new WebSocket(url, ["grelot.v1", `ticket.${ticket}`]);
    live = dialed;
    opening = setTimeout(lose, OPEN_MS);
    dialed.onopen = () => {
      if (live !== dialed) return;
      clearTimeout(opening);
      openedAt = Date.now();
      opened();
    };
    dialed.onmessage = ({ data }) => {
      if (live !== dialed) return;
      got(data.length);
      heard(data);
    };
    dialed.onclose = () => live === dialed && lose();
  }

  /** The edge sends no more than it believes to be read. */
  function got(length) {
    unsaid += length;
    if (unsaid < GOT_EVERY) return;
    unsaid = 0;
    live.send('{"type":"got"}');
  }

  /** Full jitter, so that a thousand shoppers cut off together don't come back together. */
  function again() {
    link("offline");
    const first = isWatched() ? WATCHED_MS : UNWATCHED_MS;
    const ceiling = Math.min(LONGEST_MS, first * 2 ** failures++);
    const delay = FIRST_MS + Math.random() * (ceiling - FIRST_MS);
    retry = setTimeout(dial, Math.max(delay, notBefore - Date.now()));
  }

  function hangUp() {
    clearTimeout(opening);
    clearTimeout(retry);
    const old = live;
    live = dialing = null;
    old?.close();
  }

  /** Gives the socket up and dials another, in a while. */
  function lose() {
    hangUp();
    if (openedAt && Date.now() - openedAt > STEADY_MS) failures = 0;
    openedAt = unsaid = 0;
    again();
  }

  void dial();
  return {
    lose,
    close: hangUp,
    /** Sends a frame; false when there is no connection. */
    send(text) {
      if (live?.readyState !== WebSocket.OPEN) return false;
      live.send(text);
      return true;
    },
    /** Dials at once, unless the edge wants to be left alone. */
    wake() {
      if (!live && !dialing && Date.now() >= notBefore) void dial();
    },
    /** Dials anew at once, unless the edge wants to be left alone. */
    renew() {
      if (Date.now() < notBefore) return;
      hangUp();
      openedAt = unsaid = 0;
      void dial();
    },
    /** Notes that the edge wants to be left alone for so many seconds. */
    rest: (seconds) => (notBefore = Date.now() + seconds * 1000),
  };
}
