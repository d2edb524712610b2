//! A contact's conversation: what is kept, what may come in, and what follows from it.

mod adopt;
mod after;
mod chosen;
mod concerns;
mod desk;
mod exchange;
mod handoff;
mod input;
mod ledger;
mod matter;
mod promise;
mod redress;
mod resume;
mod retention;
mod service;
mod shopper;
mod sorting;
mod state;
mod step;
mod summary;
#[cfg(test)]
mod tests;
mod waiting;

pub use adopt::{Adoption, Handover, MAX_ADOPTED, adopt};
pub use input::{Input, ProofResult, Sender};
pub use ledger::TimedPledge;
pub use matter::{Matter, Offer};
pub use promise::{Term, promise_by};
pub use resume::{Resume, resume};
pub use retention::{Heard, Rest, Retained, retain};
pub use state::{Phase, State};
pub use step::{Draft, Outcome, Step, step};
pub use summary::summary;
