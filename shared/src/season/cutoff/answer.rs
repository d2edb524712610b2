//! What a product page is told: the body of `GET /api/v1/sites/{site}/cutoffs`.

use serde::{Deserialize, Serialize};

use super::{CutoffKind, Destination, Offer};
use crate::season::Season;
use crate::time::{Day, Timestamp};

/// Until when to order, and what else is possible.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CutoffAnswer {
    /// When the answer was true: a page whose clock is slow must not show what has passed since.
    pub now: Timestamp,
    /// The day by which it is to be there; none outside of a season.
    pub deadline: Option<Day>,
    /// The delivery that may be ordered latest; none once it is too late for all.
    pub until: Option<Offer>,
    /// Every way that is still open, `until` among them: deliveries, then stores, then cards, of
    /// each first what may be ordered latest.
    pub options: Vec<Offer>,
}

/// The answer for a destination by the asked deadline, or by the season's.
pub fn answer(
    season: &Season,
    now: Timestamp,
    destination: &Destination,
    asked: Option<&Day>,
) -> CutoffAnswer {
    let deadline = asked.cloned().or_else(|| season.deadline_at(now));
    let options = deadline.as_ref().map_or_else(Vec::new, |deadline| {
        season.cutoffs.still_possible(now, destination, deadline)
    });
    let mut deliveries = options
        .iter()
        .filter(|offer| offer.kind == CutoffKind::Delivery);
    CutoffAnswer {
        now,
        deadline,
        until: deliveries.next().cloned(),
        options,
    }
}
