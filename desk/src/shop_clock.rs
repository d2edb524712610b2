//! The shop's clock: on which day and at which hour it is there, wherever the agent sits. What is
//! promised, counted and put off goes by the shop's days, as everything at the edge does.

use shared::time::{Day, Timestamp};

use crate::dates;

const HOUR_MILLIS: i64 = 3_600_000;
const DAY_MILLIS: i64 = 24 * HOUR_MILLIS;

/// How many days after a Sunday 1970 began.
const FIRST_WEEKDAY: i64 = 4;

/// The calendar day of an instant.
pub fn day_of(at: Timestamp) -> Day {
    dates::wall(at)
        .utc_day()
        .expect("an instant that a browser's date can hold is on a day")
}

/// The day of the week of an instant, 0 for Sunday.
pub fn weekday(at: Timestamp) -> i64 {
    let days = dates::wall(at).0.div_euclid(DAY_MILLIS);
    (days + FIRST_WEEKDAY).rem_euclid(7)
}

/// An hour of the day so many days after an instant's.
pub fn at_hour(at: Timestamp, days: i64, hour: i64) -> Timestamp {
    let today = dates::wall(at).0.div_euclid(DAY_MILLIS);
    let wanted = (today + days) * DAY_MILLIS + hour * HOUR_MILLIS;
    let ahead = |at: Timestamp| dates::wall(at).millis_since(at);
    // The clock may be put forward or back in between: what it is ahead by is asked there again.
    let near = Timestamp(wanted - ahead(at));
    Timestamp(wanted - ahead(near))
}
