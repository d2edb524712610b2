//! A contact's conversation: what is kept, what may come in, and what follows from it.

mod chosen;
mod desk;
mod exchange;
mod handoff;
mod matter;
mod promise;
mod shopper;
mod state;
mod step;
mod summary;
#[cfg(test)]
mod tests;

pub use matter::{Matter, Offer};
pub use promise::promise_by;
pub use state::{Phase, State};
pub use step::{Draft, Input, Outcome, ProofResult, Sender, Step, step};
pub use summary::summary;
