//! Where a parcel waits or will wait: the point, when it is open, and the way there.

use leptos::prelude::*;
use shared::pickup::{DayHours, OpenState, Span, route_url, state_at};
use shared::tracking::PickupPoint;

use crate::dates;
use crate::dom::{self, El};
use crate::icons::{PIN, icon};
use crate::panel::{Panel, now};
use crate::parcel::outward;

/// How many days of hours are shown: beyond a week nobody plans.
const DAYS_SHOWN: usize = 7;

/// A pickup point; `hours` are known while the parcel waits there.
pub fn pickup_point(panel: Panel, point: &PickupPoint, hours: &[DayHours]) -> El {
    let say = panel.words();
    let kept = point.kept_until.as_ref().map(|day| {
        let day = dates::calendar_day(panel.language.get(), day);
        dom::p().child(say.kept_until(&day))
    });
    let bring = (!hours.is_empty()).then(|| dom::p().child(say.bring()));
    dom::div().class("point").child((
        icon(PIN),
        dom::div().child((
            dom::p().class("soft").child(say.pickup_point()),
            dom::p().child(dom::strong().child(point.name.clone())),
            point.address.clone().map(|address| dom::p().child(address)),
            opening(panel, hours),
            closures(panel, point),
            (kept, bring),
            route_url(point).map(|map| outward(say, "way", map, say.way_there())),
        )),
    ))
}

/// Whether it is open now, and its hours of the coming days.
fn opening(panel: Panel, hours: &[DayHours]) -> Option<El> {
    let (today, minute) = dates::local_minute(now());
    let past = hours
        .iter()
        .take_while(|hours| dates::number_of(&hours.day) < today);
    let coming = &hours[past.count()..];
    let first = coming.first()?;
    let say = panel.words();
    let language = panel.language.get();
    let state = if dates::number_of(&first.day) == today {
        state_at(coming, &first.day, minute)
    } else {
        OpenState::Unknown
    };
    let now = match state {
        OpenState::Open { until: Some(until) } => say.open_until(&clock(until.minute)),
        OpenState::Closed { opens_at: Some(at) } => {
            say.opens_again(&dates::calendar_day(language, &at.day), &clock(at.minute))
        }
        _ => say.hours(),
    };
    let lines = coming.iter().take(DAYS_SHOWN).map(|hours| {
        let spans: Vec<_> = hours.open.iter().copied().map(span).collect();
        let open = if spans.is_empty() {
            say.closed_that_day()
        } else {
            spans.join(", ")
        };
        dom::li().child((
            dom::span().child(dates::calendar_day(language, &hours.day)),
            dom::span().class("times").child(open),
        ))
    });
    Some(dom::details().class("hours").child((
        dom::summary().child(now),
        dom::ul().child(lines.collect::<Vec<_>>()),
    )))
}

/// The closures ahead that its hours don't say.
fn closures(panel: Panel, point: &PickupPoint) -> Vec<El> {
    let (today, _) = dates::local_minute(now());
    let language = panel.language.get();
    let ahead = point.closures.iter();
    let ahead = ahead.filter(|closure| dates::number_of(&closure.last) >= today);
    let said = ahead.map(|closure| {
        let first = dates::calendar_day(language, &closure.first);
        let last = dates::calendar_day(language, &closure.last);
        dom::p().child(if first == last {
            panel.words().closed_on(&first)
        } else {
            panel.words().closed_between(&first, &last)
        })
    });
    said.collect()
}

fn span(span: Span) -> String {
    [clock(span.opens), clock(span.closes)].join("–")
}

/// A minute of a day as clocks show it; the midnight that ends a day is 24:00.
fn clock(minute: u16) -> String {
    let two = |number: u16| [["", "0"][usize::from(number < 10)], &number.to_string()].concat();
    [two(minute / 60), two(minute % 60)].join(":")
}
