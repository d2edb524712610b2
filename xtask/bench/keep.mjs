// A chat that promises of a message what Grelot promises, in plain JavaScript: it takes effect once however often it
// comes, is numbered and kept whole, is acknowledged to its sender and shown to the rest. It speaks Grelot's frames.

export class Room {
  constructor(state) {
    this.state = state;
    this.sql = state.storage.sql;
    this.sql.exec("CREATE TABLE IF NOT EXISTS events (seq INTEGER PRIMARY KEY, at INTEGER NOT NULL, fact TEXT NOT NULL, cid TEXT UNIQUE)");
  }

  fetch() {
    const { 0: client, 1: server } = new WebSocketPair();
    this.state.acceptWebSocket(server);
    return new Response(null, { status: 101, webSocket: client });
  }

  webSocketMessage(sender, frame) {
    const { cid, text } = JSON.parse(frame);
    const at = Date.now();
    const fact = { kind: "message", author: { by: "shopper" }, text, cid };
    const [kept] = this.sql
      .exec("INSERT INTO events (at, fact, cid) VALUES (?, ?, ?) ON CONFLICT DO NOTHING RETURNING seq", at, JSON.stringify(fact), cid)
      .toArray();
    if (!kept) {
      const { seq } = this.sql.exec("SELECT seq FROM events WHERE cid = ?", cid).one();
      sender.send(JSON.stringify({ type: "acked", cid, seq }));
      return;
    }
    const { seq } = kept;
    const events = [{ seq, at, conversation: 1, fact }];
    sender.send(JSON.stringify({ type: "acked", cid, seq, events }));
    const shown = JSON.stringify({ type: "events", events, more: false });
    for (const socket of this.state.getWebSockets()) if (socket !== sender) socket.send(shown);
  }
}

export default {
  fetch(request, env) {
    return env.ROOM.get(env.ROOM.idFromName(new URL(request.url).pathname)).fetch(request);
  },
};
