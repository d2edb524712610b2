//! The winter that is simulated: its days, and local times of them.

use fastrand::Rng;
use shared::season::{Calendar, WorkingWeek, Zone};
use shared::time::{Day, Timestamp};

/// A minute, in milliseconds.
pub const MINUTE: i64 = 60 * 1000;
/// An hour, in milliseconds.
pub const HOUR: i64 = 60 * MINUTE;
/// A day, in milliseconds.
pub const DAY: i64 = 24 * HOUR;

/// The first day on which an order is placed.
pub const FIRST_DAY: &str = "2026-11-15";
/// The day after the last one that is watched.
pub const END_DAY: &str = "2027-01-11";
/// The day by which presents must be there.
pub const CHRISTMAS_EVE: &str = "2026-12-24";

/// A day that the simulation names itself.
///
/// # Panics
/// If the text is no day.
pub fn day(text: &str) -> Day {
    Day::parse(text).expect("the day is written in the code")
}

/// A local time of a day, in minutes after midnight.
///
/// # Panics
/// If the time is none, or beyond the calendar.
pub fn at(day: &Day, minute: u32) -> Timestamp {
    Zone::default()
        .at(day, minute / 60, minute % 60)
        .expect("a time of day")
}

/// The local day of an instant.
pub fn day_of(at: Timestamp) -> Day {
    Zone::default().day_of(at)
}

/// A time on a day between two hours.
pub fn between(rng: &mut Rng, day: &Day, hours: std::ops::Range<u32>) -> Timestamp {
    let minute = rng.u32(hours.start * 60..hours.end * 60);
    at(day, minute).plus_millis(rng.i64(0..MINUTE))
}

/// The day so many days later.
///
/// # Panics
/// If it is beyond the calendar.
pub fn later(day: &Day, days: i64) -> Day {
    day.plus_days(days)
        .expect("a day of this winter or the next")
}

/// The days on which parcels move in Lyon.
pub fn working_days() -> Calendar {
    Calendar::new(Some("FR"), Some("69003"), WorkingWeek::TO_SATURDAY)
}

/// Whether something happens, of a thousand times so often.
pub fn happens(rng: &mut Rng, of_thousand: u32) -> bool {
    rng.u32(0..1000) < of_thousand
}
