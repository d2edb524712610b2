//! What the notices prevented: who was told and had nothing to ask.

use serde::{Deserialize, Serialize};

use super::concern::Concern;
use crate::ids::OrderKey;
use crate::notice::NoticeKind;
use crate::time::Timestamp;

/// Whoever has not written about the order for so long after a notice had nothing to ask, in
/// milliseconds.
pub const QUIET_MILLIS: i64 = 3 * 24 * 3_600_000;

/// News that a shopper was told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    /// The number of its event.
    pub seq: u64,
    /// When.
    pub at: Timestamp,
    /// What.
    pub notice: NoticeKind,
    /// Of which order.
    pub order: OrderKey,
    /// Who carries it.
    pub carrier: Option<String>,
}

/// Whether a notice left its shopper with nothing to ask: within three days after it, no concern
/// that may be about its order came or went on. `None` while the three days last, also where
/// somebody has asked already: counted earlier, the latest notices would always look bad.
pub fn kept_quiet(told: &Told, concerns: &[Concern], now: Timestamp) -> Option<bool> {
    let until = told.at.plus_millis(QUIET_MILLIS);
    let asks = |concern: &Concern| {
        let goes_on = concern.ending(now).is_none_or(|end| end.at > told.at);
        concern.may_be_about(&told.order) && concern.opened_at <= until && goes_on
    };
    (until < now).then(|| !concerns.iter().any(asks))
}
