//! The bot: what it understands, what it answers from verified facts, and when it hands over.
//!
//! It never guesses. An answer about an order is the order's own view; what it doesn't know it
//! says, and offers a human.

mod answer;
mod intent;
mod wording;

pub use answer::{
    Turn, answer, ask_for_order, choice, handed_off, proof_failed, proof_sent, settled, show, track,
};
pub use intent::{Intent, order_number, understand};
