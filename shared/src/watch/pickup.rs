//! Reminders of a parcel that waits at a pickup point.

use super::followed::Followed;
use super::occasion::{Found, Memory, Occasion};
use crate::notice::NoticeKind;
use crate::time::Day;
use crate::tracking::Status;

/// How many days before the last one a shopper is reminded, the last time first.
const REMINDED_BEFORE: [i64; 2] = [1, 2];

/// The last day on which a waiting parcel is kept, where that is known.
pub(super) fn kept_until<'a>(followed: &Followed<'a>) -> Option<&'a Day> {
    let waits = followed.state.status == Status::AvailableForPickup;
    let point = followed.parcel.pickup_point.as_ref().filter(|_| waits)?;
    point.kept_until.as_ref()
}

/// Finds the reminder that is due. On the day on which a parcel came it needs none, and the last
/// reminder takes the place of one that was not told in time.
pub(super) fn find<'a>(followed: &Followed<'a>, memory: &Memory, found: &mut Found<'a>) {
    let (Some(last_day), Some(since)) = (kept_until(followed), followed.state.since) else {
        return;
    };
    let clock = followed.clock;
    let came_on = clock.day_of(since);
    let days = REMINDED_BEFORE.map(|before| last_day.plus_days(-before));
    for day in days.into_iter().flatten().filter(|day| *day > came_on) {
        let Some(due) = clock.morning(&day) else {
            continue;
        };
        if due > clock.now {
            found.wake(due);
            continue;
        }
        if *last_day >= clock.today {
            let kind = NoticeKind::PickupReminder;
            let key = memory.key(&followed.parcel.number, kind, Some(day.as_str()));
            let occasion = Occasion::new(key, kind, Some(&followed.parcel.number), due);
            found.occasions.push(occasion.about(last_day.clone()));
        }
        break;
    }
}
