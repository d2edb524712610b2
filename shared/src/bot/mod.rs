//! The bot: what it understands, what it answers from verified facts, and when it hands over.
//!
//! It never guesses. An answer about an order is the order's own view; what it doesn't know it
//! says, and offers a human.

mod answer;
mod intent;
mod matters;
mod promises;
mod season;
mod vocabulary;
mod waiting;
mod wording;

pub use answer::{
    Source, Turn, answer, ask_for_order, choice, handed_off, how_was_it, is_it_settled,
    proof_failed, proof_sent, rated, scored, settled, show, source_for, track, would_recommend,
};
pub use intent::{Intent, order_number, understand};
pub use matters::{muted, passed_on, unmuted, usual_places, will_watch};
pub use promises::commitment;
pub use waiting::{called_back, long_wait};
#[cfg(test)]
pub(crate) use wording::tests::plain_sentences;

/// All sentences of the bot that take details.
#[cfg(test)]
pub(crate) fn sentences() -> Vec<crate::words::Sentence> {
    [
        matters::sentences(),
        promises::sentences(),
        season::sentences(),
        waiting::sentences(),
    ]
    .concat()
}
