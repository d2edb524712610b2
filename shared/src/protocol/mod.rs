//! What goes over the sockets: one closed enum a direction. SPEC.md numbers the rules.
//!
//! Frames are JSON text with a `type` field; commands are imperative, events past tense.

pub mod choice;
pub mod desk;
pub mod labels;
mod naming;
pub mod parcels;
pub mod privacy;
pub mod promise;
pub mod rating;
pub mod report;
pub mod request;
pub mod session;
pub mod staff;
pub mod templates;
pub mod widget;

use serde::{Deserialize, Serialize};

/// The subprotocol that both sockets speak.
pub const SUBPROTOCOL: &str = "grelot.v1";

/// What the ticket's entry in the subprotocol list begins with.
pub const TICKET_PREFIX: &str = "ticket.";

/// The frame that the platform answers by itself, without waking the object.
pub const PING: &str = "ping";

/// The platform's answer to [`PING`].
pub const PONG: &str = "pong";

/// The largest frame that the edge takes, in bytes.
pub const MAX_FRAME_BYTES: usize = 16 * 1024;

/// The longest message text, in characters.
pub const MAX_TEXT_CHARS: usize = 4_000;

/// The most events that one replay carries.
pub const MAX_REPLAY: u32 = 200;

/// How many of the latest events a client without history is given.
pub const FRESH_REPLAY: u32 = 50;

/// How many orders a welcome has.
pub const MAX_WELCOME_ORDERS: usize = 5;

/// The most that a page of events may take as JSON, in bytes, unless it is one event.
pub const MAX_PAGE_BYTES: usize = 256 * 1024;

/// After how much received text a client says that it got it, in UTF-16 units.
pub const GOT_EVERY: u32 = 128 * 1024;

/// How much text a client may leave unread before its socket is closed, in UTF-16 units.
pub const MAX_UNREAD: u32 = 1024 * 1024;

/// The close code of a socket whose session has ended.
pub const CLOSE_SESSION_ENDED: u16 = 4_001;

/// The close code of a socket whose client left too much unread.
pub const CLOSE_SLOW: u16 = 4_008;

/// The close code of a socket whose client was silent for too long.
pub const CLOSE_SILENT: u16 = 4_009;

/// Why a command was refused. The code is stable; the words for it are the client's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Refusal {
    /// Not JSON, or not a command of this protocol.
    Malformed,
    /// The frame is over [`MAX_FRAME_BYTES`].
    TooLarge,
    /// More than ten frames a second.
    TooFast,
    /// The cid was used before with another content.
    Conflict,
    /// The text is empty.
    Empty,
    /// The text is over [`MAX_TEXT_CHARS`].
    TooLong,
    /// An answer that the send guard stops: something in it is empty, no longer true, or somebody
    /// else's.
    Flawed,
    /// The command doesn't fit the state: resolving what is resolved, replying to a case that
    /// another agent holds.
    OutOfPlace,
    /// The agent or the shopper may not do this.
    Forbidden,
    /// There is no such contact, conversation or entry at this site.
    NotFound,
    /// Too many wrong proofs for this order: locked until `retry_after`.
    Locked,
    /// Something of ours failed; the same command may be sent again.
    Unavailable,
}
