//! What a shopper may expect of humans: a first answer, the next one, a solution, each within a time
//! that the merchant sets. The times run while somebody answers.
//!
//! A conversation keeps from when they run ([`Service`]); the desk knows until when ([`due`]).

mod due;
mod targets;
#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};

use crate::protocol::promise::{Promise, Standing};
use crate::time::Timestamp;

pub use due::{Calendar, due};
pub use targets::Targets;

/// How humans serve a case, while they have it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Service {
    /// Since when the case is with humans.
    pub since: Timestamp,
    /// Whether one of them has answered since.
    pub answered: bool,
    /// Since when the shopper has been waiting for a word; absent while there is nothing to answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub waits_since: Option<Timestamp>,
}

/// What a clock waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ClockKind {
    /// A human's first word.
    FirstAnswer,
    /// A human's next word.
    NextAnswer,
    /// That the case is settled.
    Solution,
}

/// A clock that runs, before anybody knows until when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Running {
    /// What it waits for.
    pub kind: ClockKind,
    /// From when it runs.
    pub since: Timestamp,
    /// What the shopper was promised: the clock is not over before.
    pub promised_until: Option<Timestamp>,
}

/// A clock of a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Clock {
    /// What it waits for.
    pub kind: ClockKind,
    /// From when it runs.
    pub since: Timestamp,
    /// When it is over.
    pub due: Timestamp,
}

impl ClockKind {
    /// Every kind.
    pub const ALL: [Self; 3] = [Self::FirstAnswer, Self::NextAnswer, Self::Solution];

    /// Its name as it travels.
    pub fn name(self) -> &'static str {
        match self {
            Self::FirstAnswer => "first_answer",
            Self::NextAnswer => "next_answer",
            Self::Solution => "solution",
        }
    }

    /// The kind of a name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// Whether a word of a human ends it.
    pub fn ends_with_a_word(self) -> bool {
        self != Self::Solution
    }
}

impl Service {
    /// The clocks that run: one for an answer while the shopper waits for one, and one for the
    /// solution, which gives way to what was promised.
    pub fn clocks(&self, promises: &[Promise]) -> Vec<Running> {
        let answer = self.waits_since.map(|since| Running {
            kind: if self.answered {
                ClockKind::NextAnswer
            } else {
                ClockKind::FirstAnswer
            },
            since,
            promised_until: None,
        });
        let open = promises
            .iter()
            .filter(|promise| promise.standing == Standing::Open);
        let solution = Running {
            kind: ClockKind::Solution,
            since: self.since,
            promised_until: open.map(|promise| promise.due).max(),
        };
        answer.into_iter().chain([solution]).collect()
    }
}

impl Clock {
    /// Whether its time is over.
    pub fn is_over(&self, now: Timestamp) -> bool {
        self.due <= now
    }

    /// How much of its time is left, in percent; 0 once it is over.
    pub fn percent_left(&self, now: Timestamp) -> u8 {
        let whole = self.due.millis_since(self.since).max(1);
        let left = self.due.millis_since(now).clamp(0, whole);
        // At most 100.
        u8::try_from(i128::from(left) * 100 / i128::from(whole)).unwrap_or(100)
    }
}
