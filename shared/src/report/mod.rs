//! How the shop's service does, from facts: what shoppers came with, what became of it, and what
//! they were told before they asked.
//!
//! A contact keeps its facts and tells them to the directory. A [`Tally`] reads them again,
//! shopper by shopper, and gives a report.

mod concern;
mod csv;
mod matters;
mod prevented;
mod tally;
#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};

pub use self::concern::{Concern, Handed, SILENCE_MILLIS, Settled, Settler};
pub use self::csv::csv;
pub use self::matters::{Ending, Matter, SAME_MATTER_MILLIS, matters};
pub use self::prevented::{QUIET_MILLIS, Told, kept_quiet};
pub use self::tally::{Facts, Owed, Span, Tally};

use crate::ids::AgentId;
use crate::time::Timestamp;

/// A fact as a contact tells it. Its number is that of an event, and no two have the same.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Fact {
    /// What the shopper came with.
    Concern(Concern),
    /// News that the shopper was told.
    Told(Told),
}

impl Fact {
    /// Its number.
    pub fn seq(&self) -> u64 {
        match self {
            Self::Concern(concern) => concern.id,
            Self::Told(told) => told.seq,
        }
    }

    /// When it began.
    pub fn at(&self) -> Timestamp {
        match self {
            Self::Concern(concern) => concern.opened_at,
            Self::Told(told) => told.at,
        }
    }

    /// What the shopper came with, if it is that.
    pub fn concern(self) -> Option<Concern> {
        match self {
            Self::Concern(concern) => Some(concern),
            Self::Told(_) => None,
        }
    }

    /// The human whose level counts with it.
    pub fn agent(&self) -> Option<&AgentId> {
        match self {
            Self::Concern(concern) => concern.agent.as_ref(),
            Self::Told(_) => None,
        }
    }
}
