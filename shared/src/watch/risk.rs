//! What the merchant should know of: the same facts as shoppers are told, and some sooner, so
//! that a merchant prevents rather than cures. A risk is there for as long as its cause, whether
//! or not anybody was told.

use serde::{Deserialize, Serialize};

use super::followed::Followed;
use super::scene::Scene;
use super::{deadline, earlier, pickup, silence};
use crate::protocol::parcels::Risk;
use crate::time::{Day, Timestamp};
use crate::tracking::Status;

/// How long a risk is worth a merchant's while: what nobody has cleared up in two months is
/// written off.
const WRITTEN_OFF_AFTER_MILLIS: i64 = 60 * 24 * 60 * 60 * 1000;

/// A parcel that a merchant should look after.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ParcelRisk {
    /// The tracking number; `None` for an order of which nothing was sent.
    pub parcel: Option<String>,
    /// The carrier's name, as it was told or as the number proves it.
    pub carrier: Option<String>,
    /// Why.
    pub risk: Risk,
    /// Since when.
    pub since: Timestamp,
    /// The day that it is about: the deadline, the last day kept, the promised day.
    pub due: Option<Day>,
    /// The day that was promised.
    pub promised: Option<Day>,
    /// The estimate as it stands.
    pub estimate: Option<Day>,
}

/// The risks of an order at a time, and when they change if nothing is heard.
#[derive(Default)]
pub(super) struct Risks {
    pub(super) now: Vec<ParcelRisk>,
    pub(super) change_at: Option<Timestamp>,
}

impl Risks {
    pub(super) fn of(scene: &Scene, parcels: &[Followed]) -> Self {
        let mut risks = Self::default();
        for parcel in parcels {
            for (risk, since, due) in of_parcel(parcel) {
                risks.add(scene.clock.now, since, || {
                    ParcelRisk::of(parcel, risk, since, due.cloned())
                });
            }
        }
        if let Some(deadline) = &scene.deadline
            && let Some(since) = deadline::unsent_missed_at(scene, deadline)
        {
            risks.add(scene.clock.now, since, || ParcelRisk {
                parcel: None,
                carrier: None,
                risk: Risk::WillMissDeadline,
                since,
                due: Some(deadline.clone()),
                promised: None,
                estimate: None,
            });
        }
        risks
    }

    fn add(&mut self, now: Timestamp, since: Timestamp, risk: impl FnOnce() -> ParcelRisk) {
        let until = since.plus_millis(WRITTEN_OFF_AFTER_MILLIS);
        if since > now {
            self.change_at = earlier(self.change_at, Some(since));
        } else if now < until {
            self.change_at = earlier(self.change_at, Some(until));
            self.now.push(risk());
        }
    }
}

impl ParcelRisk {
    fn of(followed: &Followed, risk: Risk, since: Timestamp, due: Option<Day>) -> Self {
        let parcel = followed.parcel;
        Self {
            parcel: Some(parcel.number.clone()),
            carrier: followed.carrier_name(),
            risk,
            since,
            due,
            promised: parcel.estimate.promised.clone(),
            estimate: parcel.estimate.current.clone(),
        }
    }
}

/// Each risk of a parcel, the gravest first, with the time from which it is one and the day that
/// it is about.
fn of_parcel<'a>(
    followed: &'a Followed,
) -> impl Iterator<Item = (Risk, Timestamp, Option<&'a Day>)> {
    let due_of = |silence: silence::Silence| silence.due;
    let state = &followed.state;
    let at = |status: bool| state.since.filter(|_| status);
    let trouble = matches!(state.status, Status::Exception | Status::Returning);
    let lost = at(state.status == Status::Lost);
    let promised = followed.parcel.estimate.promised.as_ref();
    let rows = [
        (
            Risk::Lost,
            lost.or_else(|| silence::presumed_lost(followed).map(due_of)),
            None,
        ),
        (
            Risk::WillMissDeadline,
            deadline::missed_at(followed),
            followed.deadline,
        ),
        (Risk::Trouble, at(trouble), None),
        (
            Risk::PickupTooLong,
            waits_too_long(followed),
            pickup::kept_until(followed),
        ),
        (
            Risk::Stalled,
            silence::stalled(followed)
                .or_else(|| silence::not_handed_over(followed))
                .map(due_of),
            None,
        ),
        (Risk::Late, late_from(followed, promised), promised),
    ];
    rows.into_iter()
        .filter_map(|(risk, since, due)| Some((risk, since?, due)))
}

/// The morning on which a parcel has waited at a pickup point for too long, or is about to go
/// back.
fn waits_too_long(followed: &Followed) -> Option<Timestamp> {
    let clock = followed.clock;
    let waits = followed.state.status == Status::AvailableForPickup;
    let since = clock.day_of(followed.state.since.filter(|_| waits)?);
    let patience = since.plus_days(followed.setting.pickup_days.into());
    let goes_back = pickup::kept_until(followed).and_then(|day| day.plus_days(-2));
    let day = [patience, goes_back].into_iter().flatten().min()?;
    clock.morning(&day)
}

/// The morning of the working day after the promised one.
fn late_from(followed: &Followed, promised: Option<&Day>) -> Option<Timestamp> {
    let promised = promised.filter(|_| followed.is_awaited())?;
    let clock = followed.clock;
    clock.morning(&followed.calendar.next_working_day(promised))
}
