//! What a carrier's silence means: a label that was never handed over, a parcel that stalled, one
//! that must be presumed lost.
//!
//! Silence says something only where a carrier's source follows the parcel. It is counted in the
//! carrier's own working days, whole ones: three days without a scan are over on the morning
//! after the third.

use super::followed::Followed;
use super::occasion::{Found, Memory, Occasion};
use crate::notice::NoticeKind;
use crate::time::{Day, Timestamp};
use crate::tracking::{IncidentReason, Status};

/// Silence, from a day on, that means something at a time.
pub(super) struct Silence {
    /// The last day on which something was heard.
    pub(super) since: Day,
    /// When it means something.
    pub(super) due: Timestamp,
}

/// A label whose parcel was not handed over in the time that its carrier's take.
pub(super) fn not_handed_over(followed: &Followed) -> Option<Silence> {
    let made = followed.state.status == Status::PreTransit && followed.has_source();
    let made_at = made.then(|| label_made_at(followed)).flatten()?;
    over_after(followed, made_at, followed.patience.handover_within)
}

/// A parcel on its way that nobody has scanned for too long.
pub(super) fn stalled(followed: &Followed) -> Option<Silence> {
    let last_seen = followed.last_seen().filter(|_| followed.is_moving())?;
    over_after(followed, last_seen, followed.patience.stall_after)
}

/// A parcel that nobody has scanned until its carrier itself would search for it. The customs are
/// no carrier: what they hold is not lost.
pub(super) fn presumed_lost(followed: &Followed) -> Option<Silence> {
    let held = followed.state.reason == Some(IncidentReason::Customs);
    let last_seen = followed
        .last_seen()
        .filter(|_| followed.is_moving() && !held)?;
    let since = followed.clock.day_of(last_seen);
    let day = since.plus_days(followed.patience.inquiry_after.into())?;
    let due = followed.clock.morning(&day)?;
    Some(Silence { since, due })
}

/// Finds labels not handed over and parcels that have stalled.
pub(super) fn find<'a>(followed: &Followed<'a>, memory: &Memory, found: &mut Found<'a>) {
    let now = followed.clock.now;
    let number = &followed.parcel.number;
    if let Some(silence) = not_handed_over(followed) {
        let kind = NoticeKind::NotHandedOver;
        let key = || memory.key(number, kind, None);
        found.when(silence.due, now, || silence.told(key(), kind, followed));
    }
    if let Some(silence) = stalled(followed) {
        let kind = NoticeKind::Stalled;
        let key = || memory.key(number, kind, Some(silence.since.as_str()));
        found.when(silence.due, now, || silence.told(key(), kind, followed));
    }
}

impl Silence {
    /// This silence as an occasion, with the whole working days that it has lasted.
    pub(super) fn told<'a>(
        &self,
        key: String,
        kind: NoticeKind,
        followed: &Followed<'a>,
    ) -> Occasion<'a> {
        let (calendar, today) = (&followed.calendar, &followed.clock.today);
        let days = calendar.working_days_between(&self.since, today);
        let today_too = u32::from(calendar.is_working(today));
        Occasion::new(key, kind, Some(&followed.parcel.number), self.due)
            .silent_for(days.saturating_sub(today_too))
    }
}

fn over_after(followed: &Followed, from: Timestamp, working_days: u32) -> Option<Silence> {
    let since = followed.clock.day_of(from);
    let next = working_days.saturating_add(1);
    let due = followed
        .clock
        .morning(&followed.calendar.add_working_days(&since, next))?;
    Some(Silence { since, due })
}

/// When the shop made the label, else when it was first heard of.
fn label_made_at(followed: &Followed) -> Option<Timestamp> {
    let parcel = followed.parcel;
    let made_at = Some(parcel.created_at).filter(|&at| at != Timestamp::default());
    made_at
        .or_else(|| parcel.history.first().map(|event| event.occurred_at))
        .or(parcel.heard_at)
}
