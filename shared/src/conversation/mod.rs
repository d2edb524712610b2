//! A contact's conversation: what is kept, what may come in, and what follows from it.

mod desk;
mod handoff;
mod shopper;
mod state;
mod step;
mod summary;
#[cfg(test)]
mod tests;

pub use state::{Phase, State};
pub use step::{Draft, Input, Outcome, ProofResult, Sender, Step, step};
pub use summary::summary;
