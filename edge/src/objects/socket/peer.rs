//! What is known of one socket while its object is awake. It is kept on the socket's own JavaScript
//! object, where it costs a frame next to nothing, and is gone when the object goes to sleep.

use worker::State;
use worker::js_sys::{Array, Date, JsString};
use worker::wasm_bindgen::prelude::*;

use crate::clock::Now;

#[wasm_bindgen]
extern "C" {
    /// A socket as JavaScript holds it.
    pub type Peer;

    #[wasm_bindgen(method, catch)]
    fn send(this: &Peer, text: &JsString) -> Result<(), JsValue>;

    #[wasm_bindgen(method, catch)]
    fn close(this: &Peer, code: u16, reason: &str) -> Result<(), JsValue>;

    #[wasm_bindgen(method, getter, js_name = grelotUnread)]
    fn get_unread(this: &Peer) -> Option<f64>;

    #[wasm_bindgen(method, setter, js_name = grelotUnread)]
    fn set_unread(this: &Peer, characters: f64);

    #[wasm_bindgen(method, getter, js_name = grelotHeardAt)]
    fn get_heard_at(this: &Peer) -> Option<f64>;

    #[wasm_bindgen(method, setter, js_name = grelotHeardAt)]
    fn set_heard_at(this: &Peer, millis: f64);

    #[wasm_bindgen(method, getter, js_name = grelotUntil)]
    fn get_until(this: &Peer) -> Option<f64>;

    #[wasm_bindgen(method, setter, js_name = grelotUntil)]
    fn set_until(this: &Peer, millis: f64);

    /// An object's state, for its sockets as JavaScript holds them.
    pub type Room;

    /// All of them.
    #[wasm_bindgen(method, js_name = getWebSockets)]
    pub fn sockets(this: &Room) -> Array;

    #[wasm_bindgen(method, catch, js_name = getTags)]
    fn tags(this: &Room, socket: &JsValue) -> Result<Array, JsValue>;

    #[wasm_bindgen(method, catch, js_name = getWebSocketAutoResponseTimestamp)]
    fn ponged_at(this: &Room, socket: &JsValue) -> Result<Option<Date>, JsValue>;
}

impl Peer {
    /// The same socket.
    pub fn of(socket: &JsValue) -> &Self {
        socket.unchecked_ref()
    }

    /// How much was sent that the client has not said to have read, in UTF-16 units.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a whole number from 0 that was a u32"
    )]
    pub fn unread(&self) -> u32 {
        self.get_unread().unwrap_or_default() as u32
    }

    /// Notes how much that is.
    pub fn note_unread(&self, characters: u32) {
        self.set_unread(f64::from(characters));
    }

    /// Notes that the client has read everything.
    pub fn note_read(&self) {
        self.set_unread(0.0);
    }

    /// Notes that the client has sent a frame.
    #[expect(
        clippy::cast_precision_loss,
        reason = "milliseconds stay far below 2^53"
    )]
    pub fn note_heard(&self, now: Now) {
        self.set_heard_at(now.millis() as f64);
    }

    /// Sends a text. A socket that is closing just doesn't get it.
    pub fn hand(&self, text: &JsString) {
        let _ = self.send(text);
    }

    /// Closes it, unless it is closing already.
    pub fn end(&self, code: u16, reason: &str) {
        let _ = self.close(code, reason);
    }
}

impl Room {
    /// The sockets of an object.
    pub fn of(state: &State) -> &Self {
        state.as_raw().unchecked_ref()
    }

    /// When a socket's client gave its latest sign of life, in milliseconds since 1970: a frame, a
    /// ping that the platform has answered, or, told by its tag, the handshake.
    pub fn heard_at(&self, socket: &JsValue) -> i64 {
        let frame = Peer::of(socket).get_heard_at().map(whole);
        let pong = self.ponged_at(socket).ok().flatten();
        let accepted = self.tag(socket, 0);
        let signs = [frame, pong.map(|at| whole(at.get_time())), accepted];
        signs.into_iter().flatten().max().unwrap_or_default()
    }

    /// Whether the time for which a socket is good has passed, if it is good for a time only.
    #[expect(
        clippy::cast_precision_loss,
        reason = "milliseconds stay far below 2^53"
    )]
    pub fn is_over(&self, socket: &JsValue, now: Now) -> bool {
        let peer = Peer::of(socket);
        let until = peer.get_until().unwrap_or_else(|| {
            let told = self.tag(socket, 1).map(|until| until as f64);
            let until = told.unwrap_or(f64::INFINITY);
            peer.set_until(until);
            until
        });
        until <= now.millis() as f64
    }

    /// A tag that holds a time, in milliseconds since 1970.
    fn tag(&self, socket: &JsValue, place: u32) -> Option<i64> {
        self.tags(socket).ok()?.get(place).as_string()?.parse().ok()
    }
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "a date's milliseconds are whole"
)]
fn whole(millis: f64) -> i64 {
    millis as i64
}
