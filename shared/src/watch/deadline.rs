//! The day by which an order must arrive, and the moment from which it can't any more.

use super::clock::Clock;
use super::estimate;
use super::followed::Followed;
use super::occasion::{Found, Memory, Occasion};
use super::scene::Scene;
use super::setting::{DeadlineRule, Setting};
use crate::notice::NoticeKind;
use crate::order::OrderFacts;
use crate::season::{Calendar, Season, WorkingWeek};
use crate::time::{Day, Timestamp};
use crate::tracking::Status;

/// The place of an order that has no parcel, among the tracking numbers in keys.
const UNSENT: &str = "-";

/// The day by which an order must arrive, if there is one.
pub(super) fn deadline_of(facts: &OrderFacts, setting: &Setting) -> Option<Day> {
    let season = Season {
        zone: setting.zone,
        deadline: setting.deadline.day.clone(),
        all_orders: setting.deadline.all_orders,
        ..Season::default()
    };
    season.deadline_of(facts)
}

/// Finds that a parcel won't make it: its estimate says so, or the moment has passed at which it
/// could still have.
pub(super) fn find<'a>(followed: &Followed<'a>, memory: &Memory, found: &mut Found<'a>) {
    let Some(deadline) = followed
        .deadline
        .filter(|day| followed.clock.today <= **day)
    else {
        return;
    };
    let kind = NoticeKind::WillMissDeadline;
    if memory.has(&memory.key(UNSENT, kind, Some(deadline.as_str()))) {
        return;
    }
    let occasion = |at: Timestamp| {
        let key = memory.key(&followed.parcel.number, kind, Some(deadline.as_str()));
        Occasion::new(key, kind, Some(&followed.parcel.number), at).about(deadline.clone())
    };
    if let Some(heard_at) = estimated_after(followed, deadline) {
        let settled_at = followed.settled(followed.parcel.estimate_heard_at);
        found
            .occasions
            .push(occasion(heard_at).settled_at(settled_at));
    } else if let Some(last_call) = last_call_of(followed, deadline) {
        found.when(last_call, followed.clock.now, || occasion(last_call));
    }
}

/// Finds that an order can't make it since nothing of it was sent.
pub(super) fn find_unsent<'a>(scene: &Scene<'a>, memory: &Memory) -> Found<'a> {
    let mut found = Found::default();
    let deadline = scene.deadline.as_ref();
    if let Some(deadline) = deadline.filter(|day| scene.clock.today <= **day)
        && let Some(missed_at) = unsent_missed_at(scene, deadline)
    {
        found.when(missed_at, scene.clock.now, || {
            let kind = NoticeKind::WillMissDeadline;
            let key = memory.key(UNSENT, kind, Some(deadline.as_str()));
            Occasion::new(key, kind, None, missed_at).about(deadline.clone())
        });
    }
    found
}

/// Since when it is known that a parcel misses the day by which it must arrive, or when it will
/// be if nothing happens.
pub(super) fn missed_at(followed: &Followed) -> Option<Timestamp> {
    let deadline = followed.deadline?;
    estimated_after(followed, deadline).or_else(|| last_call_of(followed, deadline))
}

/// The moment from which an order that was not sent can't make it. Only of what is sent to a
/// place: a gift card has none.
pub(super) fn unsent_missed_at(scene: &Scene, deadline: &Day) -> Option<Timestamp> {
    let facts = scene.facts;
    let has_place = facts.postcode.is_some() || facts.country.is_some();
    if !has_place || !scene.order.shipments.is_empty() {
        return None;
    }
    let (country, postcode) = (facts.country.as_deref(), facts.postcode.as_deref());
    let calendar = Calendar::new(country, postcode, WorkingWeek::TO_SATURDAY);
    let rule = &scene.setting.deadline;
    last_call(&calendar, &scene.clock, rule, deadline, rule.transit_days)
}

fn estimated_after(followed: &Followed, deadline: &Day) -> Option<Timestamp> {
    let parcel = followed.parcel;
    let after = parcel.estimate.current.as_ref() > Some(deadline);
    let awaited = followed.is_awaited() && followed.state.status != Status::OutForDelivery;
    estimate::heard_at(parcel).filter(|_| after && awaited)
}

/// The last call for a parcel where it stands: to be on its round on the last day, or to be with
/// the carrier in time for that.
fn last_call_of(followed: &Followed, deadline: &Day) -> Option<Timestamp> {
    if !followed.has_source() || !followed.is_awaited() {
        return None;
    }
    let rule = &followed.setting.deadline;
    let transit_days = match followed.state.status {
        Status::PreTransit => rule.transit_days,
        _ => 0,
    };
    let last_day = last_working_day(&followed.calendar, deadline)?;
    if followed.round().is_some_and(|round| round >= last_day) {
        return None;
    }
    last_call(
        &followed.calendar,
        followed.clock,
        rule,
        &last_day,
        transit_days,
    )
}

fn last_call(
    calendar: &Calendar,
    clock: &Clock,
    rule: &DeadlineRule,
    deadline: &Day,
    transit_days: u32,
) -> Option<Timestamp> {
    let mut day = last_working_day(calendar, deadline)?;
    for _ in 0..transit_days {
        day = last_working_day(calendar, &day.plus_days(-1)?)?;
    }
    clock.at(&day, rule.last_call)
}

/// The last working day up to a day: holidays leave none out for longer than two weeks.
fn last_working_day(calendar: &Calendar, day: &Day) -> Option<Day> {
    (0..14)
        .filter_map(|back| day.plus_days(-back))
        .find(|day| calendar.is_working(day))
}
