//! The shop's clock.

use chrono::{DateTime, FixedOffset, Utc};

/// An instant, written with the shop's offset.
pub type Time = DateTime<FixedOffset>;

const HOUR: i32 = 3600;

/// Now, with the offset of French winter time. An instant is the same with whatever offset it is
/// written, and the shop's season is the winter.
pub fn now() -> Time {
    let offset = FixedOffset::east_opt(HOUR).expect("an hour is less than a day");
    Utc::now().with_timezone(&offset)
}
