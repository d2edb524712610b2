//! A point's hours in `OpenStreetMap`'s syntax, day by day.

use std::sync::Arc;

use chrono::{Days, NaiveDate};
use compact_calendar::CompactCalendar;
use opening_hours::{Context, ContextHolidays, OpeningHours, RuleKind};

use super::{DayHours, Span};
use crate::season::holidays::Region;
use crate::time::Day;
use crate::tracking::{Closure, PickupPoint};

/// How many days are told at once, at most.
const MAX_DAYS: usize = 31;
/// The longest text that is read: the limit of a value in `OpenStreetMap`.
const MAX_TEXT_CHARS: usize = 255;
/// The longest run of digits in it: a year. Longer ones pass what dates can hold.
const MAX_DIGITS: usize = 4;
/// How far a rule may lean on a holiday before or after it, as in `PH -1 day`.
const HOLIDAY_MARGIN: Days = Days::new(7);

/// When a point is open on some days in a row, 31 at most. `country` is that of delivery, for a
/// point that doesn't say its own.
///
/// `None` if the point's hours are not known, not understood, lean on what is not known here, or
/// themselves say that they are not known on one of these days.
pub fn hours(
    point: &PickupPoint,
    country: Option<&str>,
    first: &Day,
    days: usize,
) -> Option<Vec<DayHours>> {
    let text = point.opening_hours.as_deref()?;
    let is_closed = |day: &Day| is_closed_on(point, day);
    spelled_out(text, region(point, country), first, days, is_closed)
}

/// What a text says of some days in a row, 31 at most, but for those of which `is_closed` knows
/// better. `None` as for [`hours`].
pub(crate) fn spelled_out(
    text: &str,
    region: Region,
    first: &Day,
    days: usize,
    is_closed: impl Fn(&Day) -> bool,
) -> Option<Vec<DayHours>> {
    if !is_bounded(text) || !is_determined(text, region) {
        return None;
    }
    let first = first.date()?;
    let last = first.checked_add_days(Days::new(days.clamp(1, MAX_DAYS) as u64 - 1))?;
    let holidays = holidays(region, first, last)?;
    let context = Context::default().with_holidays(holidays);
    let rules = text.parse::<OpeningHours>().ok()?.with_context(context);
    let of_day = |day: Day| {
        let open = if is_closed(&day) {
            Vec::new()
        } else {
            spans(&rules, day.date()?)?
        };
        Some(DayHours { day, open })
    };
    days_between(first, last).into_iter().map(of_day).collect()
}

/// Whether a point has announced that it is closed on a day.
pub(super) fn is_closed_on(point: &PickupPoint, day: &Day) -> bool {
    let is_in = |closure: &Closure| (&closure.first..=&closure.last).contains(&day);
    point.closures.iter().any(is_in)
}

/// The days from the first to the last, 31 at most.
pub(super) fn days_between(first: NaiveDate, last: NaiveDate) -> Vec<Day> {
    let days = first.iter_days().take_while(|date| *date <= last);
    days.take(MAX_DAYS).map(Day::from).collect()
}

/// Whether a text is short enough, and its numbers small enough, for any reader.
fn is_bounded(text: &str) -> bool {
    let longest = text
        .split(|c: char| !c.is_ascii_digit())
        .map(str::len)
        .max();
    text.chars().count() <= MAX_TEXT_CHARS && longest <= Some(MAX_DIGITS)
}

/// Whether a text leans on nothing that is not known here: where the sun is, what the schools do,
/// or the holidays of a region whose holidays are not known.
fn is_determined(text: &str, region: Region) -> bool {
    let mut words = text.split(|c: char| !c.is_ascii_alphabetic());
    let unknown = |word: &str| match word.to_ascii_lowercase().as_str() {
        "sunrise" | "sunset" | "dawn" | "dusk" | "sh" => true,
        "ph" => !region.is_known(),
        _ => false,
    };
    !words.any(unknown)
}

fn spans(rules: &OpeningHours, date: NaiveDate) -> Option<Vec<Span>> {
    let mut spans: Vec<Span> = Vec::new();
    for range in rules.schedule_at(date) {
        let (opens, closes) = (range.range.start, range.range.end);
        let (opens, closes) = (opens.mins_from_midnight(), closes.mins_from_midnight());
        match (range.kind, spans.last_mut()) {
            (RuleKind::Unknown, _) => return None,
            (RuleKind::Closed, _) => {}
            // Two ranges that differ in their remark only.
            (RuleKind::Open, Some(before)) if before.closes == opens => before.closes = closes,
            (RuleKind::Open, _) => spans.push(Span { opens, closes }),
        }
    }
    Some(spans)
}

fn holidays(region: Region, first: NaiveDate, last: NaiveDate) -> Option<ContextHolidays> {
    let mut public = CompactCalendar::default();
    let first = first.checked_sub_days(HOLIDAY_MARGIN)?;
    let last = last.checked_add_days(HOLIDAY_MARGIN)?;
    for date in first.iter_days().take_while(|date| *date <= last) {
        if region.rests_on(date) {
            public.insert(date);
        }
    }
    Some(ContextHolidays::new(Arc::new(public), Arc::default()))
}

fn region(point: &PickupPoint, country: Option<&str>) -> Region {
    let Some(country) = point.country.as_deref().or(country) else {
        return Region::default();
    };
    let postcode = point.address.as_deref().and_then(french_postcode);
    Region::of(country, postcode)
}

/// The last five digits in a row of an address: after them comes only the town.
fn french_postcode(address: &str) -> Option<&str> {
    let mut numbers = address.rsplit(|c: char| !c.is_ascii_digit());
    numbers.find(|number| number.len() == 5)
}
