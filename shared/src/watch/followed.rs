//! A parcel as one look sees it: where it stands, what its silence means, what the calendar says.

use super::clock::Clock;
use super::scene::Scene;
use super::setting::Setting;
use crate::order::Parcel;
use crate::season::{Calendar, WorkingWeek};
use crate::time::{Day, Timestamp};
use crate::tracking::carrier::{Carrier, Patience};
use crate::tracking::{ParcelState, Status, TrackingEvent, fold};

/// A parcel of an order, at one look.
pub(super) struct Followed<'a> {
    /// The parcel.
    pub(super) parcel: &'a Parcel,
    /// Where it stands.
    pub(super) state: ParcelState,
    carrier: Option<&'static Carrier>,
    /// The days on which its carrier works at its destination.
    pub(super) calendar: Calendar,
    /// How long its silence means nothing.
    pub(super) patience: Patience,
    /// The day by which it must arrive.
    pub(super) deadline: Option<&'a Day>,
    /// The time of the look.
    pub(super) clock: &'a Clock<'a>,
    /// What the merchant has set.
    pub(super) setting: &'a Setting,
}

impl<'a> Followed<'a> {
    pub(super) fn new(parcel: &'a Parcel, scene: &'a Scene<'a>) -> Self {
        let (facts, setting) = (scene.facts, scene.setting);
        let (country, postcode) = (facts.country.as_deref(), facts.postcode.as_deref());
        let carrier = Carrier::of_parcel(parcel.carrier.as_deref(), &parcel.number);
        let service = parcel.service.as_deref().or(facts.service.as_deref());
        let week = carrier.map_or(WorkingWeek::TO_FRIDAY, |carrier| carrier.week(service));
        Self {
            parcel,
            state: fold(&parcel.history),
            carrier,
            calendar: Calendar::new(country, postcode, week),
            patience: patience(carrier, setting),
            deadline: scene.deadline.as_ref(),
            clock: &scene.clock,
            setting,
        }
    }

    /// The carrier's name, as it was told or as the number proves it.
    pub(super) fn carrier_name(&self) -> Option<String> {
        let told = self.parcel.carrier.clone();
        told.or_else(|| self.carrier.map(|carrier| carrier.name.to_owned()))
    }

    /// Whether a carrier's source speaks of it at all: only then does silence say anything.
    pub(super) fn has_source(&self) -> bool {
        self.parcel.heard_at.is_some() || self.scans().next().is_some()
    }

    /// When a carrier's source last saw it; never later than that was heard, so that a clock that
    /// runs ahead doesn't pass for a scan of tomorrow.
    pub(super) fn last_seen(&self) -> Option<Timestamp> {
        let newest = self.scans().next_back()?.occurred_at;
        Some(
            self.parcel
                .heard_at
                .map_or(newest, |heard| newest.min(heard)),
        )
    }

    /// Whether the carrier has it and moves it, well or badly.
    pub(super) fn is_moving(&self) -> bool {
        matches!(
            self.state.status,
            Status::InTransit
                | Status::OutForDelivery
                | Status::DeliveryAttempted
                | Status::Delayed
                | Status::Exception
        )
    }

    /// Whether it is still to arrive, neither waiting for its recipient nor on its way back.
    pub(super) fn is_awaited(&self) -> bool {
        self.state.status == Status::PreTransit || self.is_moving()
    }

    /// The day on which it left for its last round, while it is on it.
    pub(super) fn round(&self) -> Option<Day> {
        let out = self.state.status == Status::OutForDelivery;
        let left_at = self.state.occurred_at.filter(|_| out)?;
        Some(self.clock.day_of(left_at))
    }

    /// The time from which a fact that was heard at the time given has stood long enough.
    pub(super) fn settled(&self, heard_at: Option<Timestamp>) -> Option<Timestamp> {
        heard_at.map(|heard_at| heard_at.plus_millis(self.setting.settle_millis))
    }

    fn scans(&self) -> impl DoubleEndedIterator<Item = &'a TrackingEvent> {
        self.parcel
            .history
            .iter()
            .filter(|event| event.source.is_carriers() && event.status != Status::PreTransit)
    }
}

fn patience(carrier: Option<&Carrier>, setting: &Setting) -> Patience {
    let own = carrier.map_or(Patience::CAUTIOUS, |carrier| carrier.patience);
    Patience {
        handover_within: setting.handover_days.unwrap_or(own.handover_within),
        stall_after: setting.stall_days.unwrap_or(own.stall_after),
        inquiry_after: setting.inquiry_days.unwrap_or(own.inquiry_after),
    }
}
