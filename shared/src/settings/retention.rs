//! For how long what was said and heard is kept.

use std::ops::RangeInclusive;

use serde::{Deserialize, Serialize};

use crate::time::Timestamp;

/// The days that a merchant may set.
const DAYS: RangeInclusive<u32> = 30..=3_650;

const DAY_MILLIS: i64 = 24 * 3_600_000;

/// For how many days. Three years where the merchant has set nothing: long enough for a warranty,
/// and no shop keeps its customers' words for ever by forgetting to say so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct RetentionDays(u32);

impl Default for RetentionDays {
    fn default() -> Self {
        Self(3 * 365)
    }
}

impl RetentionDays {
    /// What is past its time was last heard of before this.
    pub fn before(self, now: Timestamp) -> Timestamp {
        now.plus_millis(-i64::from(self.0) * DAY_MILLIS)
    }

    /// What is wrong with them, if anything is.
    pub fn problem(self) -> Option<String> {
        let wrong = !DAYS.contains(&self.0);
        wrong.then(|| format!("it is {} to {}", DAYS.start(), DAYS.end()))
    }
}
