/** What a shop's page may say to Grelot, and what it is told. `docs/api.md` has examples. */

/** How the chat looks and begins. Each may also be a `data-` attribute of the script tag. */
export interface GrelotSettings {
  /** The shop's key. */
  site?: string;
  /** The launcher's color, `#rrggbb`; otherwise the site's own. */
  accent?: string;
  /** A BCP 47 tag; otherwise the page's `lang`, then the browser's. */
  language?: string;
  /** `hidden` leaves the opening of the chat to the page. */
  launcher?: "shown" | "hidden";
  /** Whether to load the panel once the page is idle, before anybody asks for it. */
  preload?: "";
}

/** The names of the events and what they tell. Each is also the DOM event `grelot:<name>`. */
export interface GrelotEvents {
  /** The panel can be used. */
  ready: Record<string, never>;
  /** Something failed: the edge can't be reached, or the shop's token is not taken. */
  error: { code: "unreachable" } | { code: "identity" | "session"; status: number };
  /** The shop's word for the shopper ends in so many seconds: `loginUser` with a fresh token goes on. */
  "identity-expiring": { seconds: number };
  /** The shopper sees the panel. */
  opened: Record<string, never>;
  /** The shopper has closed it. */
  closed: Record<string, never>;
  /** How many messages and notices the shopper has not seen. */
  unread: { count: number };
  /** Somebody said something. */
  message: { author: "shopper" | "bot" | "agent" };
  /** There is news of a parcel. */
  "delivery-update": { kind: string; order: string };
  /** The conversation waits for a human, or a human has it. */
  handoff: { state: "queued" | "open" };
  /** The conversation is settled. */
  resolved: Record<string, never>;
}

/** The one global. Calls made before the loader has come are queued by the snippet of the docs. */
export interface Grelot {
  /** Begins; done by itself when the tag has `data-site`. */
  (command: "boot", settings?: GrelotSettings): void;
  /** Changes settings, and looks again at the page's language. */
  (command: "update", settings?: GrelotSettings): void;
  /** Changes one setting. */
  <K extends keyof GrelotSettings>(command: "set", name: K, value: GrelotSettings[K]): void;
  /** Takes the chat off the page, with everything that it listens to. */
  (command: "shutdown"): void;
  /** Shows or hides the launcher, opens or closes the panel. */
  (command: "show" | "hide" | "open" | "close"): void;
  /** Opens the panel with a text in its composer. */
  (command: "showNewMessage", text?: string): void;
  /** Opens the panel with an order, or with the question where it is while the shopper may not see it. */
  (command: "showOrder", number: string): void;
  /** Tells who the shopper is, by a JWT that the shop has signed, or by an id and its HMAC-SHA256. */
  (
    command: "loginUser",
    identity: { token: string } | { user_id: string | number; identifier_hash: string },
  ): void;
  /** Forgets who the shopper is. */
  (command: "logoutUser"): void;
  /** Listens to an event; gives what stops it. */
  <K extends keyof GrelotEvents>(
    command: "on",
    event: K,
    listener: (detail: GrelotEvents[K]) => void,
  ): () => void;
}

declare global {
  interface Window {
    Grelot: Grelot;
  }

  interface DocumentEventMap {
    "grelot:ready": CustomEvent<GrelotEvents["ready"]>;
    "grelot:error": CustomEvent<GrelotEvents["error"]>;
    "grelot:identity-expiring": CustomEvent<GrelotEvents["identity-expiring"]>;
    "grelot:opened": CustomEvent<GrelotEvents["opened"]>;
    "grelot:closed": CustomEvent<GrelotEvents["closed"]>;
    "grelot:unread": CustomEvent<GrelotEvents["unread"]>;
    "grelot:message": CustomEvent<GrelotEvents["message"]>;
    "grelot:delivery-update": CustomEvent<GrelotEvents["delivery-update"]>;
    "grelot:handoff": CustomEvent<GrelotEvents["handoff"]>;
    "grelot:resolved": CustomEvent<GrelotEvents["resolved"]>;
  }
}
