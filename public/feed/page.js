// What the frame's own address says, and its storage, which may be forbidden.

/** What the loader asked for. */
export const query = new URLSearchParams(location.search);
/** The shop's key. */
export const site = decodeURIComponent(location.pathname.split("/").pop());
/** The origin of the shop's page, the only one that is listened and spoken to. */
export const shop = query.get("origin");

const memory = new Map();

/** What was kept under a name, or null. */
export function kept(name) {
  try {
    return JSON.parse(localStorage.getItem(`grelot.${site}.${name}`));
  } catch {
    return memory.get(name) ?? null;
  }
}

/** Keeps a value under a name; null forgets it. */
export function keep(name, value) {
  memory.set(name, value);
  try {
    if (value === null) localStorage.removeItem(`grelot.${site}.${name}`);
    else localStorage.setItem(`grelot.${site}.${name}`, JSON.stringify(value));
  } catch {
    // Memory has it for as long as the page lives.
  }
}

/** Whom a token names. The edge checks it; here it only tells a fresh token from another shopper. */
export function subject(token) {
  try {
    return JSON.parse(atob(token.split(".")[1].replace(/-/g, "+").replace(/_/g, "/"))).sub;
  } catch {
    return token;
  }
}
