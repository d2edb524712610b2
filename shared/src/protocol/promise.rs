//! Commitments to a shopper, each with a day and an owner.

use serde::{Deserialize, Serialize};

use super::widget::AgentName;
use crate::time::{Day, Timestamp};

/// What is promised.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PromiseKind {
    /// To come back to the shopper.
    Callback,
    /// To have an answer.
    Answer,
    /// To have the money back.
    Refund,
    /// To have another parcel sent.
    Replacement,
}

impl PromiseKind {
    /// Its name, as in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Callback => "callback",
            Self::Answer => "answer",
            Self::Refund => "refund",
            Self::Replacement => "replacement",
        }
    }

    /// Whether an agent's next word keeps it. The others are kept when an agent says so.
    pub fn is_kept_by_a_word(self) -> bool {
        matches!(self, Self::Callback | Self::Answer)
    }
}

/// What an agent promises with a message.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pledge {
    /// What.
    pub kind: PromiseKind,
    /// The last day that counts, at the shop.
    pub by: Day,
}

/// A commitment as the shopper sees it, beside the message that made it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Commitment {
    /// What.
    pub kind: PromiseKind,
    /// The last day that counts.
    pub by: Day,
    /// The same in the shopper's language.
    pub text: String,
}

/// An entry of the ledger.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Promise {
    /// The number of the event that made it.
    pub id: u64,
    /// What.
    pub kind: PromiseKind,
    /// The last day that counts.
    pub by: Day,
    /// When that day is over at the shop.
    pub due: Timestamp,
    /// Who made it; `None` for what the bot told in the name of all.
    pub owner: Option<AgentName>,
    /// What became of it.
    pub standing: Standing,
}

/// What became of a promise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "standing", rename_all = "snake_case")]
pub enum Standing {
    /// Nothing yet, and it is in time.
    Open,
    /// It was kept in time.
    Kept {
        /// When.
        at: Timestamp,
    },
    /// Its day is over, and it was not kept.
    Broken {
        /// Since when.
        at: Timestamp,
    },
    /// It was kept, too late: it counts as broken.
    Late {
        /// When.
        at: Timestamp,
    },
}

impl Standing {
    /// Its name, as in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Kept { .. } => "kept",
            Self::Broken { .. } => "broken",
            Self::Late { .. } => "late",
        }
    }
}

impl Promise {
    /// Whether it is still to be kept, in time or too late.
    pub fn is_outstanding(&self) -> bool {
        matches!(self.standing, Standing::Open | Standing::Broken { .. })
    }

    /// Whether it is still to be kept, by an agent's next word.
    pub fn awaits_a_word(&self) -> bool {
        self.is_outstanding() && self.kind.is_kept_by_a_word()
    }

    /// Whether its day is over, and it was not kept.
    pub fn is_broken(&self) -> bool {
        matches!(self.standing, Standing::Broken { .. })
    }
}
