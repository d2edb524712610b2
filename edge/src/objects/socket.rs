//! What both sockets share: the handshake's answer, frames, and how fast they may come.

use std::cell::Cell;

use serde::Serialize;
use shared::protocol::{PING, PONG, SUBPROTOCOL};
use worker::js_sys::{Array, JsString};
use worker::wasm_bindgen::prelude::*;
use worker::{
    Response, Result, State, WebSocket, WebSocketPair, WebSocketRequestResponsePair, console_error,
    web_sys,
};

use crate::clock::Now;

/// How many seconds' worth of frames may come at once.
const BURST_SECONDS: f64 = 2.0;

#[wasm_bindgen]
extern "C" {
    /// A socket that takes a text which JavaScript holds already.
    type TextSocket;

    #[wasm_bindgen(method, catch)]
    fn send(this: &TextSocket, text: &JsString) -> std::result::Result<(), JsValue>;

    /// An object's state, for its sockets as JavaScript holds them.
    type Room;

    #[wasm_bindgen(method, js_name = getWebSockets)]
    fn sockets(this: &Room) -> Array;
}

/// Lets a socket in: hibernating, and answering pings without waking the object.
pub fn accept(state: &State, tags: &[&str]) -> Result<(WebSocket, Response)> {
    let pair = WebSocketPair::new()?;
    state.set_websocket_auto_response(&WebSocketRequestResponsePair::new(PING, PONG)?);
    state.accept_websocket_with_tags(&pair.server, tags);
    let response = Response::from_websocket(pair.client)?;
    response
        .headers()
        .set("sec-websocket-protocol", SUBPROTOCOL)?;
    Ok((pair.server, response))
}

/// Sends a frame. A socket that is closing just doesn't get it: its client resumes.
pub fn send<T: Serialize>(socket: &WebSocket, frame: &T) {
    match serde_json::to_string(frame) {
        Ok(text) => send_text(socket, &text),
        Err(error) => console_error!("a frame could not be written: {error}"),
    }
}

/// Sends a frame to every socket of an object but the one given. It is written once, if anybody is
/// there to get it, and handed to JavaScript once, not once a socket.
pub fn send_to_all<T: Serialize>(state: &State, frame: &T, but: Option<&web_sys::WebSocket>) {
    let sockets = state.as_raw().unchecked_ref::<Room>().sockets();
    let but: Option<&JsValue> = but.map(AsRef::as_ref);
    let mut text = None;
    for socket in sockets.iter().filter(|socket| Some(socket) != but) {
        if text.is_none() {
            match serde_json::to_string(frame) {
                Ok(written) => text = Some(JsString::from(written)),
                Err(error) => return console_error!("a frame could not be written: {error}"),
            }
        }
        if let Some(text) = &text {
            let _ = socket.unchecked_ref::<TextSocket>().send(text);
        }
    }
}

/// Sends a frame that is text already.
pub fn send_text(socket: &WebSocket, text: &str) {
    let _ = socket.send_with_str(text);
}

/// A bucket of frames that fills by the second.
pub struct RateLimit {
    per_second: f64,
    left: Cell<f64>,
    filled_at: Cell<i64>,
}

impl RateLimit {
    /// A full bucket.
    pub fn new(per_second: f64) -> Self {
        Self {
            per_second,
            left: Cell::new(per_second * BURST_SECONDS),
            filled_at: Cell::new(i64::MIN),
        }
    }

    /// Takes a frame out. `false` when there is none left.
    pub fn take(&self, now: Now) -> bool {
        let capacity = self.per_second * BURST_SECONDS;
        #[allow(clippy::cast_precision_loss)]
        let seconds = now.millis().saturating_sub(self.filled_at.get()) as f64 / 1_000.0;
        let left = (self.left.get() + seconds * self.per_second).min(capacity);
        self.filled_at.set(now.millis());
        self.left.set((left - 1.0).max(0.0));
        left >= 1.0
    }
}
