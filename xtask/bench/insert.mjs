// The least that keeps a webhook: a shop's signature is checked, and the body becomes a row in an object's SQLite.

// The load client signs with it.
const SECRET = "insert";
const HMAC = { name: "HMAC", hash: "SHA-256" };

let key;

export class Room {
  constructor(state) {
    this.sql = state.storage.sql;
    this.sql.exec("CREATE TABLE IF NOT EXISTS deliveries (at INTEGER NOT NULL, body TEXT NOT NULL)");
  }

  async fetch(request) {
    this.sql.exec("INSERT INTO deliveries (at, body) VALUES (?, ?)", Date.now(), await request.text());
    return new Response();
  }
}

async function isSigned(request, body) {
  key ??= await crypto.subtle.importKey("raw", new TextEncoder().encode(SECRET), HMAC, false, ["verify"]);
  const tag = atob(request.headers.get("x-shopify-hmac-sha256") ?? "");
  return crypto.subtle.verify("HMAC", key, Uint8Array.from(tag, (byte) => byte.charCodeAt(0)), body);
}

export default {
  async fetch(request, env) {
    const body = await request.arrayBuffer();
    if (!(await isSigned(request, body))) return new Response(null, { status: 401 });
    const object = env.ROOM.get(env.ROOM.idFromName(new URL(request.url).pathname));
    return object.fetch(request.url, { method: "POST", body });
  },
};
