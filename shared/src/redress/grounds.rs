//! What is known of a parcel, as far as a decision needs it.

use super::Ground;
use crate::order::ParcelView;
use crate::season::Zone;
use crate::time::{Day, Timestamp};
use crate::tracking::Status;
use crate::tracking::carrier::{Carrier, Patience};

const DAY_MILLIS: i64 = 86_400_000;

/// A parcel as a decision sees it.
pub(super) struct Sight<'a> {
    pub(super) parcel: &'a ParcelView,
    /// When the carrier last said something.
    pub(super) heard_at: Option<Timestamp>,
    /// For how many days it has said nothing since.
    pub(super) silent_days: u32,
    /// After how many a parcel of this carrier is presumed lost.
    pub(super) lost_after: u32,
    zone: Zone,
}

impl<'a> Sight<'a> {
    pub(super) fn of(parcel: &'a ParcelView, zone: Zone, now: Timestamp) -> Self {
        let heard_at = parcel.history.iter().map(|line| line.at).max();
        let silent = heard_at.map_or(0, |at| now.millis_since(at).max(0) / DAY_MILLIS);
        let carrier = Carrier::of_parcel(parcel.carrier.as_deref(), &parcel.number);
        let patience = carrier.map_or(Patience::CAUTIOUS, |carrier| carrier.patience);
        Self {
            parcel,
            heard_at,
            silent_days: u32::try_from(silent).unwrap_or(u32::MAX),
            lost_after: patience.inquiry_after,
            zone,
        }
    }

    /// Whether nobody expects it any more.
    pub(super) fn is_lost(&self) -> bool {
        match self.parcel.status {
            Status::Lost | Status::Returning | Status::Returned => true,
            Status::Delivered | Status::AvailableForPickup | Status::Cancelled => false,
            _ => self.heard_at.is_some() && self.silent_days >= self.lost_after,
        }
    }

    /// The day from which it is presumed lost, if nothing more is heard.
    pub(super) fn lost_from(&self) -> Option<Day> {
        self.zone
            .day_of(self.heard_at?)
            .plus_days(i64::from(self.lost_after))
    }

    /// Whether a day that the shopper was told is over, and the parcel is not there.
    pub(super) fn is_late(&self, today: &Day) -> bool {
        let estimate = &self.parcel.estimate;
        let told = estimate.promised.as_ref().or(estimate.current.as_ref());
        let moved = estimate.promised.as_ref() < estimate.current.as_ref();
        self.parcel.status == Status::Delayed
            || told.is_some_and(|day| day < today)
            || (estimate.promised.is_some() && moved)
    }

    /// What is known, what counts most first.
    pub(super) fn grounds(&self) -> Vec<Ground> {
        let parcel = self.parcel;
        let status = Ground::Status {
            status: parcel.status,
            at: self.heard_at,
        };
        let moves = !matches!(
            parcel.status,
            Status::Delivered | Status::Returned | Status::Cancelled
        );
        let silent = (moves && self.silent_days > 0).then_some(Ground::Silent {
            days: self.silent_days,
            lost_after: self.lost_after,
        });
        let promised = parcel.estimate.promised.clone();
        let current = parcel.estimate.current.clone();
        let estimated = current.filter(|day| moves && promised.as_ref() != Some(day));
        let proof = parcel.proof.is_some().then_some(Ground::ProofOfDelivery);
        [
            Some(status),
            silent,
            promised.map(|by| Ground::Promised { by }),
            estimated.map(|by| Ground::Estimated { by }),
            proof,
        ]
        .into_iter()
        .flatten()
        .collect()
    }
}
