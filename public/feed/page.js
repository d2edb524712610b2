// What the frame's own address says, and its storage, which may be forbidden.

/** What the loader asked for. */
export const query = new URLSearchParams(location.search);
/** The shop's key. */
export const site = decodeURIComponent(location.pathname.split("/").pop());
/** Where the edge has what is this site's. */
export const own = `/api/v1/sites/${encodeURIComponent(site)}`;
/** The origin of the shop's page, the only one that is listened and spoken to. */
export const shop = query.get("origin");

const PREFIX = `grelot.${site}.`;

/** What storage would not take: kept for as long as the page lives. */
const memory = new Map();

/** Runs with the storage; null where there is none, or none left. */
function stored(use) {
  try {
    return use(localStorage);
  } catch {
    return null;
  }
}

/** What was kept under a name, or null. */
export function kept(name) {
  return memory.get(name) ?? stored((storage) => JSON.parse(storage.getItem(PREFIX + name)));
}

/** Keeps a value under a name; null forgets it. */
export function keep(name, value) {
  memory.delete(name);
  if (value === null) return void stored((storage) => storage.removeItem(PREFIX + name));
  const isStored = stored((storage) => storage.setItem(PREFIX + name, JSON.stringify(value)) ?? true);
  if (!isStored) memory.set(name, value);
}

/** The names that begin like this. */
export function names(beginning) {
  const all = stored((storage) => Object.keys(storage)) ?? [];
  const own = all.filter((key) => key.startsWith(PREFIX)).map((key) => key.slice(PREFIX.length));
  return [...new Set([...own, ...memory.keys()])].filter((name) => name.startsWith(beginning));
}

/** What a token claims. The edge checks it; here it only tells a fresh token from another shopper. */
function claims(token) {
  try {
    return JSON.parse(atob(token.split(".")[1].replace(/-/g, "+").replace(/_/g, "/")));
  } catch {
    return {};
  }
}

/** Who the shop says that the shopper is, from what its page said; null for what says nobody. */
export function named({ token, user_id: id, identifier_hash: hash }) {
  if (typeof token === "string") return { token };
  return typeof hash === "string" ? { identifier: String(id), identifier_hash: hash } : null;
}

/** What opens a session for them. */
export function credentials(who, language) {
  const visitor = kept("visitor");
  return who?.token ? { visitor, identity: who.token, language } : { visitor, identifier: who, language };
}

/** Whom that names; nobody is a visitor. */
export function subject(who) {
  if (!who) return "";
  return who.token ? (claims(who.token).sub ?? who.token) : `#${who.identifier}`;
}

/** For how many milliseconds it holds from now on; none for what has no end. */
export function holds(who) {
  const end = who?.token && claims(who.token).exp;
  return end ? end * 1000 - Date.now() : null;
}
