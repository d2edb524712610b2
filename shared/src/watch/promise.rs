//! The day that shoppers expected, once it has passed without the parcel.

use super::estimate;
use super::followed::Followed;
use super::occasion::{Found, Memory, Occasion};
use crate::notice::NoticeKind;
use crate::time::Day;
use crate::tracking::Status;

/// Finds, on the working day after, that the parcel did not come on the day on which shoppers
/// expected it, unless they know why.
pub(super) fn find<'a>(followed: &Followed<'a>, memory: &Memory, found: &mut Found<'a>) {
    let expected = expected_day(followed, memory)
        .filter(|day| !is_explained(followed, day) && !is_put_off(followed, day));
    let Some(expected) = expected else {
        return;
    };
    let next = followed.calendar.next_working_day(&expected);
    let Some(due) = followed.clock.morning(&next) else {
        return;
    };
    found.when(due, followed.clock.now, || {
        let kind = NoticeKind::Late;
        let key = memory.key(&followed.parcel.number, kind, Some(expected.as_str()));
        Occasion::new(key, kind, Some(&followed.parcel.number), due).about(expected)
    });
}

/// The day that was told or promised; the day of the round, for a parcel that left on one.
fn expected_day(followed: &Followed, memory: &Memory) -> Option<Day> {
    let round = followed.round().filter(|_| followed.has_source());
    round.max(estimate::expected_day(followed, memory))
}

/// Whether what was told since says why it does not come.
fn is_explained(followed: &Followed, expected: &Day) -> bool {
    let state = &followed.state;
    let silent = match state.status {
        Status::PreTransit | Status::InTransit | Status::OutForDelivery => false,
        Status::Delayed => !estimate::is_later(followed.parcel),
        Status::Exception => state.reason.is_some(),
        _ => true,
    };
    silent || was_attempted(followed, expected)
}

/// Whether a later day is about to be told.
fn is_put_off(followed: &Followed, expected: &Day) -> bool {
    followed.parcel.estimate.current.as_ref() > Some(expected)
}

fn was_attempted(followed: &Followed, expected: &Day) -> bool {
    let mut events = followed.parcel.history.iter().rev();
    events.any(|event| {
        event.status == Status::DeliveryAttempted
            && followed.clock.day_of(event.occurred_at) >= *expected
    })
}
