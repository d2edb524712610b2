//! What a merchant sets of the times within which shoppers are served.

use serde::{Deserialize, Serialize};

use super::ClockKind;
use crate::time::Timestamp;

const MINUTE_MILLIS: i64 = 60_000;

/// The shortest time that may be set, in minutes.
const MIN_MINUTES: u32 = 1;

/// The longest time that may be set, in minutes: thirty days.
const MAX_MINUTES: u32 = 30 * 24 * 60;

/// Within which times shoppers are served, in minutes in which somebody answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Targets {
    /// Until a human's first word.
    pub first_answer_minutes: u32,
    /// Until a human's next word.
    pub next_answer_minutes: u32,
    /// Until the case is settled.
    pub solution_minutes: u32,
    /// From when on a wait for a human is long enough to offer a call back: by the clock, as who waits
    /// counts it.
    pub call_back_minutes: u32,
}

impl Default for Targets {
    /// Ten minutes, twenty, and a day; a quarter of an hour until a call back.
    fn default() -> Self {
        Self {
            first_answer_minutes: 10,
            next_answer_minutes: 20,
            solution_minutes: 24 * 60,
            call_back_minutes: 15,
        }
    }
}

impl Targets {
    /// What is wrong with them, if anything is.
    pub fn problem(&self) -> Option<String> {
        let minutes = [
            ("first_answer_minutes", self.first_answer_minutes),
            ("next_answer_minutes", self.next_answer_minutes),
            ("solution_minutes", self.solution_minutes),
            ("call_back_minutes", self.call_back_minutes),
        ];
        let unfit = minutes
            .iter()
            .find(|(_, minutes)| !(MIN_MINUTES..=MAX_MINUTES).contains(minutes));
        unfit.map(|(name, _)| format!("{name} is from {MIN_MINUTES} to {MAX_MINUTES}"))
    }

    /// The time that a clock is given, in milliseconds.
    pub(super) fn millis(&self, kind: ClockKind) -> i64 {
        let minutes = match kind {
            ClockKind::FirstAnswer => self.first_answer_minutes,
            ClockKind::NextAnswer => self.next_answer_minutes,
            ClockKind::Solution => self.solution_minutes,
        };
        i64::from(minutes) * MINUTE_MILLIS
    }

    /// When a wait that began at a time is long at the earliest, whatever is set.
    pub fn wait_may_be_long_at(since: Timestamp) -> Timestamp {
        since.plus_millis(i64::from(MIN_MINUTES) * MINUTE_MILLIS)
    }

    /// When a wait that began at a time is long.
    pub fn wait_is_long_at(&self, since: Timestamp) -> Timestamp {
        since.plus_millis(i64::from(self.call_back_minutes) * MINUTE_MILLIS)
    }
}
