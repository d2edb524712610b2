// The tabs of one shopper: one of them leads, the others follow; what rings, rings in one.
//
// A lock of the browser says who leads. It passes on when its holder is closed or crashes, so no
// tab has to be believed about being alive. Where the browser has no locks, or forbids them, every
// tab leads itself.

/** How long a hidden tab leaves the ringing to one that is seen, in milliseconds. */
const HIDDEN_MS = 300;
/** How long the others find that it has rung, in milliseconds. */
const RUNG_MS = 5000;

let locks = globalThis.BroadcastChannel && navigator.locks;

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Joins the tabs of a name. `lead` is called when this tab is to lead, `unseat` when another has
 * taken that over, `hear` with whatever another tab tells.
 */
export function join(name, { lead, unseat, hear }) {
  const channel = meet(name);
  let waiting = null;
  let leave = null;
  let hasLeft = false;

  function hold() {
    lead();
    return new Promise((resolve) => (leave = resolve));
  }

  function queue() {
    waiting = new AbortController();
    void ask({ signal: waiting.signal });
  }

  async function ask(options) {
    try {
      await locks.request(name, options, hold);
    } catch (error) {
      if (hasLeft) return;
      if (leave) {
        // Stolen: whoever did so believes that this tab is stuck.
        leave = null;
        unseat();
        queue();
      } else if (error.name !== "AbortError") {
        locks = null;
        lead();
      }
    }
  }

  if (channel) {
    channel.onmessage = ({ data }) => hear(data);
    queue();
  } else lead();

  return {
    /** Tells all other tabs. */
    tell: (message) => channel?.postMessage(message),
    /** Takes the lead from a tab that doesn't answer. */
    steal() {
      waiting.abort();
      void ask({ steal: true });
    },
    leave() {
      hasLeft = true;
      waiting?.abort();
      leave?.();
      channel?.close();
    },
  };
}

/** The channel of a name; null where there is none, or where it is forbidden. */
function meet(name) {
  try {
    return locks ? new BroadcastChannel(name) : null;
  } catch {
    return (locks = null);
  }
}

/** Runs in one of the tabs that call it for a name, in one that is seen if there is any. */
export async function once(name, run) {
  if (!locks) return run();
  if (document.hidden) await pause(HIDDEN_MS);
  const ring = (lock) => {
    if (!lock) return null;
    run();
    return pause(RUNG_MS);
  };
  await locks.request(name, { ifAvailable: true }, ring);
}
