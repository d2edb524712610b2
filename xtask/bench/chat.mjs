// The least that a chat can do: a hibernating object that keeps every message in SQLite and sends it to the whole room.

export class Room {
  constructor(state) {
    this.state = state;
    this.sql = state.storage.sql;
    this.sql.exec("CREATE TABLE IF NOT EXISTS messages (id INTEGER PRIMARY KEY, at INTEGER NOT NULL, text TEXT NOT NULL)");
  }

  fetch() {
    const { 0: client, 1: server } = new WebSocketPair();
    this.state.acceptWebSocket(server);
    return new Response(null, { status: 101, webSocket: client });
  }

  webSocketMessage(_sender, text) {
    const at = Date.now();
    const { id } = this.sql.exec("INSERT INTO messages (at, text) VALUES (?, ?) RETURNING id", at, text).one();
    const frame = JSON.stringify({ id, at, text });
    for (const socket of this.state.getWebSockets()) socket.send(frame);
  }
}

export default {
  fetch(request, env) {
    return env.ROOM.get(env.ROOM.idFromName(new URL(request.url).pathname)).fetch(request);
  },
};
