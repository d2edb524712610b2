// The limit of a rate: a hibernating object that returns every frame to its sender and keeps nothing.

export class Room {
  constructor(state) {
    this.state = state;
  }

  fetch() {
    const { 0: client, 1: server } = new WebSocketPair();
    this.state.acceptWebSocket(server);
    return new Response(null, { status: 101, webSocket: client });
  }

  webSocketMessage(socket, text) {
    socket.send(text);
  }
}

export default {
  fetch(request, env) {
    const { pathname } = new URL(request.url);
    // Any other request is answered at once: the limit of a rate over HTTP.
    if (!pathname.startsWith("/rooms/")) return new Response("hello");
    return env.ROOM.get(env.ROOM.idFromName(pathname)).fetch(request);
  },
};
