//! The bot: what it understands, what it answers from verified facts, and when it hands over.
//!
//! It never guesses. An answer about an order is the order's own view; what it doesn't know it
//! says, and offers a human.

mod answer;
mod intent;
mod matters;
mod vocabulary;
mod wording;

pub use answer::{
    Turn, answer, ask_for_order, choice, handed_off, proof_failed, proof_sent, settled, show, track,
};
pub use intent::{Intent, order_number, understand};
#[cfg(test)]
pub(crate) use matters::sentences;
pub use matters::{muted, passed_on, unmuted, usual_places, will_watch};
#[cfg(test)]
pub(crate) use wording::tests::plain_sentences;
