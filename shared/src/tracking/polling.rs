//! When to ask again about a parcel whose carrier has to be asked.
//!
//! | the parcel | asked every |
//! | --- | --- |
//! | is out for delivery, or somebody came in vain, since less than a day | 15 minutes |
//! | waits at a pickup point, since less than 14 days | 3 hours |
//! | was heard of within two days, or is followed since less | 30 minutes |
//! | was heard of within a week, or is followed since less | 6 hours |
//! | any other | 24 hours |
//!
//! A parcel is asked about no more once its way has ended, its number is none of the carrier's, or
//! it has been followed for 60 days. After answers that failed the waits double, up to six hours.
//! Each wait is up to a tenth longer, by a seed, so that parcels that came together drift apart.

use serde::{Deserialize, Serialize};

use super::laposte::{MAX_NUMBERS, Outcome};
use super::{Status, TrackingUpdate, fold};
use crate::time::Timestamp;

const MINUTE: i64 = 60 * 1000;
const HOUR: i64 = 60 * MINUTE;
const DAY: i64 = 24 * HOUR;

/// How long a parcel is followed at most.
const FOLLOWED_MILLIS: i64 = 60 * DAY;

/// How long a parcel may wait at a pickup point, generously.
const KEPT_MILLIS: i64 = 14 * DAY;

/// The longest wait that failures alone bring about.
const BACKOFF_MILLIS: i64 = 6 * HOUR;

/// How the asking about one parcel stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Polling {
    /// Since when it is followed.
    pub since: Timestamp,
    /// Any number that differs between parcels.
    pub seed: u64,
    /// When it was asked about last.
    #[serde(default)]
    pub polled_at: Option<Timestamp>,
    /// Where the carrier says that it stands; `PreTransit` before its first word.
    pub status: Status,
    /// When its newest event occurred.
    #[serde(default)]
    pub heard_upto: Option<Timestamp>,
    /// How many times in a row the carrier could not tell.
    #[serde(default)]
    pub failures: u32,
    /// Whether there is nothing more to ask.
    #[serde(default)]
    pub is_over: bool,
}

impl Polling {
    /// A parcel that is followed from now on.
    pub fn begin(now: Timestamp, seed: u64) -> Self {
        Self {
            since: now,
            seed,
            polled_at: None,
            status: Status::PreTransit,
            heard_upto: None,
            failures: 0,
            is_over: false,
        }
    }

    /// How it stands after an answer that came at `now`. No answer at all, or one that says nothing
    /// of this parcel, is [`Outcome::RetryLater`].
    #[must_use]
    pub fn after(self, outcome: &Outcome, now: Timestamp) -> Self {
        let polled = Self {
            polled_at: Some(now),
            failures: 0,
            ..self
        };
        match outcome {
            Outcome::Update { update, is_final } => polled.heard(update, *is_final),
            Outcome::NotFound => polled,
            Outcome::InvalidNumber => Self {
                is_over: true,
                ..polled
            },
            Outcome::RetryLater => Self {
                failures: self.failures.saturating_add(1),
                ..polled
            },
        }
    }

    fn heard(self, update: &TrackingUpdate, is_final: bool) -> Self {
        let status = fold(&update.events).status;
        let has_ended = matches!(
            status,
            Status::Delivered | Status::Returned | Status::Cancelled
        );
        Self {
            status,
            heard_upto: update.events.iter().map(|event| event.occurred_at).max(),
            is_over: is_final || has_ended,
            ..self
        }
    }
}

/// When to ask about a parcel next, possibly in the past; `None` when never again.
pub fn next_poll(polling: &Polling) -> Option<Timestamp> {
    if polling.is_over {
        return None;
    }
    let Some(polled_at) = polling.polled_at else {
        return Some(polling.since);
    };
    let wait = with_backoff(wait_millis(polling, polled_at), polling.failures);
    let next = polled_at.plus_millis(wait + jitter(polling.seed, polled_at, wait));
    (next.millis_since(polling.since) < FOLLOWED_MILLIS).then_some(next)
}

/// Numbers in calls of at most ten, in their order.
pub fn batches(numbers: &[String]) -> impl Iterator<Item = &[String]> {
    numbers.chunks(MAX_NUMBERS)
}

fn wait_millis(polling: &Polling, polled_at: Timestamp) -> i64 {
    let heard_upto = polling
        .heard_upto
        .map_or(polling.since, |at| at.max(polling.since));
    let silent = polled_at.millis_since(heard_upto);
    match polling.status {
        Status::OutForDelivery | Status::DeliveryAttempted if silent < DAY => 15 * MINUTE,
        Status::AvailableForPickup if silent < KEPT_MILLIS => 3 * HOUR,
        _ if silent < 2 * DAY => 30 * MINUTE,
        _ if silent < 7 * DAY => 6 * HOUR,
        _ => DAY,
    }
}

fn with_backoff(wait: i64, failures: u32) -> i64 {
    let doubled = wait << failures.min(8);
    doubled.min(BACKOFF_MILLIS.max(wait))
}

/// Up to a tenth of a wait: one step of `SplitMix64` from the seed and the time.
fn jitter(seed: u64, at: Timestamp, wait: i64) -> i64 {
    let mut mixed = (seed ^ at.0.unsigned_abs()).wrapping_add(0x9e37_79b9_7f4a_7c15);
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^= mixed >> 31;
    let room = (wait / 10).max(1).unsigned_abs();
    i64::try_from(mixed % room).unwrap_or_default()
}

#[cfg(test)]
mod tests;
