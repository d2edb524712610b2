//! What both sockets share: the handshake's answer, frames, how fast they may come, and when a
//! socket is given up: its client reads too slowly, or is gone without a word.

mod peer;
mod rate;

use std::cell::RefCell;

use serde::Serialize;
use shared::protocol::widget::ShopperEvent;
use shared::protocol::{
    CLOSE_SESSION_ENDED, CLOSE_SILENT, CLOSE_SLOW, MAX_UNREAD, PING, PONG, Refusal, SUBPROTOCOL,
};
use shared::time::Timestamp;
use worker::js_sys::{Array, JsString};
use worker::wasm_bindgen::prelude::*;
use worker::{
    Response, Result, State, WebSocket, WebSocketPair, WebSocketRequestResponsePair, console_error,
    console_log, web_sys,
};

pub use rate::{RateLimit, RateLimits};

use crate::clock::{Now, now};
use peer::{Peer, Room};

/// A client that was not heard of for so long may be asked whether it is there, in milliseconds.
/// Clients ping more often, but for a page in the background, whose clocks browsers slow down.
pub const ASK_MILLIS: i64 = 32_000;

/// A client that was not heard of for so long is gone, in milliseconds.
pub const SILENT_MILLIS: i64 = 55_000;

/// The header in which the Worker says whose socket it hands over.
pub const UPGRADE_HEADER: &str = "x-grelot-upgrade";

/// How long a client that came too fast should wait, in seconds.
pub const TOO_FAST_SECONDS: u32 = 1;

/// Lets a socket in: hibernating, and answering pings without waking the object. `until` is when it
/// is no longer good, if ever.
pub fn accept(state: &State, until: Option<Timestamp>) -> Result<(WebSocket, Response)> {
    let pair = WebSocketPair::new()?;
    state.set_websocket_auto_response(&WebSocketRequestResponsePair::new(PING, PONG)?);
    // Tags are what is left of the socket's memory after hibernation.
    let accepted_at = now().millis().to_string();
    let until = until.map(|until| until.0.to_string());
    let tags: Vec<&str> = [Some(&accepted_at), until.as_ref()]
        .into_iter()
        .flatten()
        .map(String::as_str)
        .collect();
    state.accept_websocket_with_tags(&pair.server, &tags);
    let response = Response::from_websocket(pair.client)?;
    response
        .headers()
        .set("sec-websocket-protocol", SUBPROTOCOL)?;
    Ok((pair.server, response))
}

/// Notes that a socket's client has sent a frame.
pub fn heard(socket: &WebSocket, now: Now) {
    Peer::of(socket.as_ref()).note_heard(now);
}

/// Whether the word that opened a socket is over. Whoever sits there hears that, signs in anew and
/// comes back.
pub fn is_over(state: &State, socket: &WebSocket, now: Now) -> bool {
    let over = Room::of(state).is_over(socket.as_ref(), now);
    if over {
        end_session(socket);
    }
    over
}

/// Ends a session: whoever sits there signs in anew.
pub fn end_session(socket: &WebSocket) {
    show_out(Peer::of(socket.as_ref()));
}

/// Notes that a socket's client has read what was sent to it.
pub fn got(socket: &WebSocket) {
    Peer::of(socket.as_ref()).note_read();
}

/// Sends a frame. A socket that is closing just doesn't get it: its client resumes.
pub fn send<T: Serialize>(socket: &WebSocket, frame: &T) {
    match serde_json::to_string(frame) {
        Ok(text) => send_text(socket, &text),
        Err(error) => console_error!("a frame could not be written: {error}"),
    }
}

/// The sockets of an object as the platform listed them last: asking for the list costs a message
/// a fiftieth of its time. One that has gone since takes no frame, which does no harm.
#[derive(Default)]
pub struct Listed(RefCell<Option<Array>>);

impl Listed {
    /// Forgets the list: somebody came or went.
    pub fn forget(&self) {
        *self.0.borrow_mut() = None;
    }

    fn of(&self, room: &Room) -> Array {
        self.0
            .borrow_mut()
            .get_or_insert_with(|| room.sockets())
            .clone()
    }
}

/// Sends a frame to every socket of an object but the one given. It is written once, if anybody is
/// there to get it, and handed to JavaScript once, not once a socket.
pub fn send_to_all<T: Serialize>(
    state: &State,
    listed: &Listed,
    frame: &T,
    but: Option<&web_sys::WebSocket>,
    now: Now,
) {
    let room = Room::of(state);
    let sockets = listed.of(room);
    let but: Option<&JsValue> = but.map(AsRef::as_ref);
    let mut text = None;
    for socket in sockets.iter().filter(|socket| Some(socket) != but) {
        if room.is_over(&socket, now) {
            show_out(Peer::of(&socket));
            continue;
        }
        if text.is_none() {
            match serde_json::to_string(frame) {
                Ok(written) => text = Some(JsString::from(written)),
                Err(error) => return console_error!("a frame could not be written: {error}"),
            }
        }
        if let Some(text) = &text {
            hand_over(Peer::of(&socket), text);
        }
    }
}

/// Sends a frame that is text already.
pub fn send_text(socket: &WebSocket, text: &str) {
    hand_over(Peer::of(socket.as_ref()), &JsString::from(text));
}

/// What became of sockets that were looked after.
pub struct Tended {
    /// Those that were closed.
    pub ended: Vec<WebSocket>,
    /// When to look again, in milliseconds since 1970, if any is left.
    pub next: Option<i64>,
}

/// Closes the sockets whose clients are gone, and asks those that have been silent for a while.
pub fn tend<T: Serialize>(state: &State, now: Now, question: &T) -> Tended {
    let room = Room::of(state);
    let mut ended = Vec::new();
    let mut next: Option<i64> = None;
    for socket in state.get_websockets() {
        let silence = now.millis() - room.heard_at(socket.as_ref());
        let rest = if silence < ASK_MILLIS {
            ASK_MILLIS - silence
        } else {
            send(&socket, question);
            SILENT_MILLIS - silence
        };
        if rest <= 0 {
            end(&socket, CLOSE_SILENT, "silent");
            ended.push(socket);
        } else {
            let due = now.millis() + rest;
            next = Some(next.map_or(due, |next| next.min(due)));
        }
    }
    Tended { ended, next }
}

/// Closes the sockets whose clients are gone.
pub fn close_silent(state: &State, now: Now) {
    let room = Room::of(state);
    for socket in state.get_websockets() {
        if now.millis() - room.heard_at(socket.as_ref()) >= SILENT_MILLIS {
            end(&socket, CLOSE_SILENT, "silent");
        }
    }
}

fn show_out(peer: &Peer) {
    let bye = ShopperEvent::Bye {
        code: Refusal::Forbidden,
        retry_after: None,
    };
    if let Ok(text) = serde_json::to_string(&bye) {
        peer.hand(&JsString::from(text));
    }
    peer.end(CLOSE_SESSION_ENDED, "session ended");
}

fn end(socket: &WebSocket, code: u16, reason: &str) {
    console_log!("a socket is closed: {reason}");
    Peer::of(socket.as_ref()).end(code, reason);
}

/// Gives a frame to the platform, which keeps it until the client takes it. A client that leaves
/// too much there is cut off: it resumes when it can.
fn hand_over(peer: &Peer, text: &JsString) {
    let unread = peer.unread() + text.length();
    if unread > MAX_UNREAD {
        console_log!("a socket is closed: slow");
        peer.end(CLOSE_SLOW, "slow");
        return;
    }
    peer.note_unread(unread);
    peer.hand(text);
}
