//! What is found at the desk: which texts are searched, how what is typed becomes a query, and
//! which parts of an excerpt are what was found.
//!
//! What shoppers and agents say is searched, not what the bot and the notices say: their sentences
//! are the same in every case, and would hide everything else.

mod spacing;

use serde::{Deserialize, Serialize};

use crate::ids::{ContactId, OrderKey};
use crate::order::OrderView;
use crate::protocol::desk::Identity;
use crate::protocol::widget::{Author, Event, Fact};
use crate::text::preview;
use crate::time::Timestamp;

pub use spacing::Spacing;

/// The most words of a query: more would find nothing better.
const MAX_WORDS: usize = 8;

/// The longest text that is kept to be searched, in characters.
const MAX_CHARS: usize = 4_000;

/// What stands before what was found in an excerpt,
pub const FOUND: char = '\u{2}';

/// and after it. No text that is searched holds either.
pub const END: char = '\u{3}';

/// What a text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// An order: number, products, parcels, and its buyer's e-mail.
    Order,
    /// Name and e-mail of a shopper for whom the shop has signed.
    Shopper,
    /// What a shopper or an agent said.
    Message,
    /// A word between agents.
    Note,
}

/// A text that is searched.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Text {
    /// What it is.
    pub kind: Kind,
    /// Which one of its kind and holder: a later text takes the place of an earlier one.
    pub reference: String,
    /// When it was said.
    pub at: Timestamp,
    /// The words, on one line.
    pub words: String,
    /// What it is found by as well, and never shown.
    pub unseen: String,
}

/// Something that was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hit {
    /// What it is.
    pub kind: Kind,
    /// In whose case; `None` for an order about which nobody has written.
    pub contact: Option<ContactId>,
    /// The number of the event that says it, where it was said.
    pub seq: Option<u64>,
    /// When it was said, or the order placed.
    pub at: Timestamp,
    /// The words around what was found.
    pub excerpt: Vec<Piece>,
}

/// A part of an excerpt.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Piece {
    /// The words. Foreign text.
    pub text: String,
    /// Whether they are what was found.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub found: bool,
}

/// Whether a fact has words that are searched.
pub fn is_searched(fact: &Fact) -> bool {
    said(fact).is_some()
}

/// What of some events is searched.
pub fn said_in(events: &[Event]) -> Vec<Text> {
    let text = |event: &Event| {
        let (kind, words) = said(&event.fact)?;
        Some(Text {
            kind,
            reference: event.seq.to_string(),
            at: event.at,
            words: on_one_line(words),
            unseen: String::new(),
        })
    };
    events.iter().filter_map(text).collect()
}

/// By what a shopper is found for whom the shop has signed.
pub fn of_shopper(identity: &Identity, since: Timestamp) -> Option<Text> {
    let Identity::Verified { name, email } = identity else {
        return None;
    };
    let words: Vec<&str> = [name, email]
        .into_iter()
        .flatten()
        .map(String::as_str)
        .collect();
    (!words.is_empty()).then(|| Text {
        kind: Kind::Shopper,
        reference: String::new(),
        at: since,
        words: on_one_line(&words.join(" · ")),
        unseen: String::new(),
    })
}

/// By what an order is found: what anybody may see of it, and the buyer's e-mail.
pub fn of_order(order: &OrderView, email: Option<&str>) -> Text {
    let products = order.items.iter().map(|item| item.title.as_str());
    let parcels = order
        .parcels
        .iter()
        .flat_map(|parcel| [Some(parcel.number.as_str()), parcel.carrier.as_deref()]);
    let words: Vec<&str> = [order.number.as_str()]
        .into_iter()
        .chain(products)
        .chain(parcels.flatten())
        .collect();
    let OrderKey(reference) = order.key.clone();
    Text {
        kind: Kind::Order,
        reference,
        at: order.placed_at,
        words: on_one_line(&words.join(" · ")),
        unseen: email.unwrap_or_default().to_owned(),
    }
}

/// The query of `SQLite`'s FTS5 for what an agent types: every word, the last one as a beginning.
/// `None` where there is too little to search for. Whatever is typed is quoted, so that none of it
/// is syntax; what a word is and which letters are alike is for the index to say.
pub fn query(typed: &str) -> Option<String> {
    let words: Vec<String> = typed
        .split_whitespace()
        .map(|word| word.replace(['"', '\0'], ""))
        .filter(|word| word.chars().any(char::is_alphanumeric))
        .take(MAX_WORDS)
        .collect();
    let letters = words.iter().flat_map(|word| word.chars());
    if letters.filter(|c| c.is_alphanumeric()).count() < 2 {
        return None;
    }
    let words: Vec<String> = words.iter().map(|word| format!("\"{word}\"")).collect();
    Some(format!("{} *", words.join(" AND ")))
}

/// An excerpt in parts, so that what was found is shown without making markup of foreign text.
pub fn pieces(excerpt: &str) -> Vec<Piece> {
    let mut found = false;
    let mut pieces = Vec::new();
    for part in excerpt.split_inclusive([FOUND, END]) {
        let text = part.trim_end_matches([FOUND, END]);
        if !text.is_empty() {
            let text = text.to_owned();
            pieces.push(Piece { text, found });
        }
        found = part.ends_with(FOUND);
    }
    pieces
}

fn said(fact: &Fact) -> Option<(Kind, &str)> {
    match fact {
        Fact::Message(message) if message.author != Author::Bot => {
            Some((Kind::Message, message.text.as_str()))
        }
        Fact::Note { text, .. } => Some((Kind::Note, text)),
        _ => None,
    }
}

fn on_one_line(text: &str) -> String {
    let mut line = preview(text, MAX_CHARS);
    line.retain(|c| !c.is_control());
    line
}

#[cfg(test)]
mod tests;
