//! The day of delivery as news: later than was told, or sooner.

use super::followed::Followed;
use super::occasion::{Found, Memory, Occasion};
use crate::notice::NoticeKind;
use crate::order::Parcel;
use crate::time::{Day, Timestamp};
use crate::tracking::Status;

/// How often one day may be told of one parcel. A source that can't decide is not followed for
/// ever.
const MOST_TOLD: u32 = 5;

/// Whether the estimate is later than the promise.
pub(super) fn is_later(parcel: &Parcel) -> bool {
    let estimate = &parcel.estimate;
    estimate.current.is_some() && estimate.current > estimate.promised
}

/// The day that shoppers expect: the one that was told last, else the promised one.
pub(super) fn expected_day(followed: &Followed, memory: &Memory) -> Option<Day> {
    let parcel = followed.parcel;
    let told = memory.day_told(&parcel.number).and_then(Day::parse);
    told.or_else(|| parcel.estimate.promised.clone())
}

/// When the estimate as it stands was heard.
pub(super) fn heard_at(parcel: &Parcel) -> Option<Timestamp> {
    parcel.estimate_heard_at.or(parcel.heard_upto)
}

/// Finds that the estimate is another day than the one that shoppers expect. A parcel that is
/// further on says more than an estimate does, and a day that has passed is no estimate.
pub(super) fn find<'a>(followed: &Followed<'a>, memory: &Memory, found: &mut Found<'a>) {
    let on_its_way = matches!(
        followed.state.status,
        Status::PreTransit | Status::InTransit | Status::Delayed | Status::Exception
    );
    let current = followed.parcel.estimate.current.as_ref();
    let current = current.filter(|day| on_its_way && **day >= followed.clock.today);
    found
        .occasions
        .extend(current.and_then(|current| change(followed, memory, current)));
}

fn change<'a>(followed: &Followed<'a>, memory: &Memory, current: &Day) -> Option<Occasion<'a>> {
    let parcel = followed.parcel;
    let told = memory.day_told(&parcel.number);
    let expected = told.or_else(|| parcel.estimate.promised.as_ref().map(Day::as_str))?;
    let kind = match current.as_str().cmp(expected) {
        std::cmp::Ordering::Less => NoticeKind::Sooner,
        std::cmp::Ordering::Greater => NoticeKind::Delayed,
        std::cmp::Ordering::Equal => return None,
    };
    let key = untold_key(followed, memory, kind, current)?;
    let settled_at = followed.settled(parcel.estimate_heard_at);
    let occasion = Occasion::new(key, kind, Some(&followed.parcel.number), heard_at(parcel)?);
    Some(occasion.about(current.clone()).settled_at(settled_at))
}

/// The day names the occasion; a day that comes up again after another was told is counted.
fn untold_key(followed: &Followed, memory: &Memory, kind: NoticeKind, day: &Day) -> Option<String> {
    let number = &followed.parcel.number;
    let nth = |time: u32| match time {
        1 => memory.key(number, kind, Some(day.as_str())),
        _ => memory.key(number, kind, Some(&format!("{}/{time}", day.as_str()))),
    };
    (1..=MOST_TOLD).map(nth).find(|key| !memory.has(key))
}
