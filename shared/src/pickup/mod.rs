//! When a pickup point is open, until when a parcel can be had there, and how to go.
//!
//! [`hours`] reads the point's own text once, at the edge; what it gives is plain data, with which
//! a browser tells what is open now by [`state_at`] alone.

mod hours;
#[cfg(test)]
mod tests;

use chrono::Days;
use serde::{Deserialize, Serialize};

use crate::season::Zone;
use crate::source::filled;
use crate::text::percent_encode;
use crate::time::{Day, Timestamp};
use crate::tracking::PickupPoint;

pub use hours::hours;
pub(crate) use hours::spelled_out;

/// The last minute of a day, as the end of a span: midnight.
const MIDNIGHT: u16 = 24 * 60;
/// How far ahead the next opening is looked for.
const LOOK_AHEAD_DAYS: usize = 16;
/// How far back from the last day the last opening is looked for.
const LOOK_BACK: Days = Days::new(16);
const MAX_ADDRESS_CHARS: usize = 300;

/// A stretch of a day in which a point is open, in local minutes of the day: from the first
/// (0 to 1439) to before the second (to 1440). It travels as a pair.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "(u16, u16)", into = "(u16, u16)")]
pub struct Span {
    /// When it opens.
    pub opens: u16,
    /// When it closes.
    pub closes: u16,
}

/// When a point is open on a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DayHours {
    /// The day.
    pub day: Day,
    /// In order and apart from one another; none on a day on which it is closed.
    pub open: Vec<Span>,
}

/// A minute of a local day.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct LocalMinute {
    /// The day.
    pub day: Day,
    /// Minutes since its midnight; 1440 is the midnight that ends it.
    pub minute: u16,
}

/// Whether a point is open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OpenState {
    /// It is.
    Open {
        /// When it closes; none if it doesn't as far as is known.
        until: Option<LocalMinute>,
    },
    /// It is not.
    Closed {
        /// When it opens again; none if that is not known.
        opens_at: Option<LocalMinute>,
    },
    /// Its hours are not known.
    Unknown,
}

/// Until when a parcel can be had.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LastCall {
    /// The last day on which it is kept and the point is open.
    pub day: Day,
    /// When the point closes on that day, in minutes; none if its hours are not known.
    pub minute: Option<u16>,
}

/// Whether a point is open at an instant. `country` is that of delivery, for a point that doesn't
/// say its own.
pub fn open_state(
    point: &PickupPoint,
    country: Option<&str>,
    now: Timestamp,
    zone: Zone,
) -> OpenState {
    let today = zone.day_of(now);
    let Some(hours) = hours(point, country, &today, LOOK_AHEAD_DAYS) else {
        return OpenState::Unknown;
    };
    let minute = u16::try_from(zone.minute_of_day(now)).unwrap_or_default();
    state_at(&hours, &today, minute)
}

/// Whether a point is open at a local minute, by its hours of that day and the days after it.
pub fn state_at(hours: &[DayHours], day: &Day, minute: u16) -> OpenState {
    let Some(today) = hours.iter().position(|hours| hours.day == *day) else {
        return OpenState::Unknown;
    };
    let hours = &hours[today..];
    let now = hours[0]
        .open
        .iter()
        .find(|span| span.opens <= minute && minute < span.closes);
    match now {
        Some(span) => OpenState::Open {
            until: closing(hours, *span),
        },
        None => OpenState::Closed {
            opens_at: opening(hours, minute),
        },
    }
}

/// Until when a parcel can be had at a point that keeps it to a day, seen from today; none if it
/// keeps it to no known day, or is not open before the parcel goes back.
pub fn last_call(point: &PickupPoint, country: Option<&str>, today: &Day) -> Option<LastCall> {
    let kept_until = point.kept_until.as_ref()?;
    let (last, first) = (kept_until.date()?, today.date()?);
    let earliest = last.checked_sub_days(LOOK_BACK)?;
    let days = hours::days_between(first.max(earliest), last);
    let known = days
        .first()
        .and_then(|first| hours(point, country, first, days.len()));
    let Some(hours) = known else {
        let day = days
            .into_iter()
            .rfind(|day| !hours::is_closed_on(point, day))?;
        return Some(LastCall { day, minute: None });
    };
    hours.into_iter().rev().find_map(|hours| {
        let closes = hours.open.last()?.closes;
        Some(LastCall {
            day: hours.day,
            minute: Some(closes),
        })
    })
}

/// A map of where a point is, which also gives the way: https, without a key or a cookie of ours.
/// None if its address is not known.
pub fn route_url(point: &PickupPoint) -> Option<String> {
    let address = filled(point.address.as_deref()?)?;
    let address: String = address.chars().take(MAX_ADDRESS_CHARS).collect();
    let place = match &point.country {
        Some(country) => [&address, ", ", country].concat(),
        None => address,
    };
    let query = percent_encode(&place);
    // Without a format, whose machinery would weigh on whoever loads the panel.
    Some(["https://www.openstreetmap.org/search?query=", &query].concat())
}

/// When the span that begins the hours' first day ends, over the midnights through which the point
/// stays open.
fn closing(hours: &[DayHours], span: Span) -> Option<LocalMinute> {
    let mut closes = span.closes;
    for (index, today) in hours.iter().enumerate() {
        let at_midnight = (closes == MIDNIGHT).then(|| hours.get(index + 1));
        match at_midnight {
            // What comes after the last day is not known.
            Some(None) => return None,
            Some(Some(next)) if next.open.first().is_some_and(|span| span.opens == 0) => {
                closes = next.open[0].closes;
            }
            _ => {
                return Some(LocalMinute {
                    day: today.day.clone(),
                    minute: closes,
                });
            }
        }
    }
    None
}

fn opening(hours: &[DayHours], minute: u16) -> Option<LocalMinute> {
    hours.iter().enumerate().find_map(|(index, hours)| {
        let later = |span: &&Span| index > 0 || span.opens > minute;
        let next = hours.open.iter().find(later)?;
        Some(LocalMinute {
            day: hours.day.clone(),
            minute: next.opens,
        })
    })
}

impl From<(u16, u16)> for Span {
    fn from((opens, closes): (u16, u16)) -> Self {
        Self { opens, closes }
    }
}

impl From<Span> for (u16, u16) {
    fn from(span: Span) -> Self {
        (span.opens, span.closes)
    }
}
