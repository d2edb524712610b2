//! The one place that reads the clock.

use shared::time::Timestamp;
use worker::Date;

/// An instant read from the platform's clock, which stands still while a request computes.
#[derive(Clone, Copy)]
pub struct Now(pub Timestamp);

/// The time now.
pub fn now() -> Now {
    Now(Timestamp(
        i64::try_from(Date::now().as_millis()).unwrap_or(i64::MAX),
    ))
}

impl Now {
    /// Whole seconds since 1970.
    pub fn seconds(self) -> u64 {
        u64::try_from(self.0.0 / 1_000).unwrap_or_default()
    }

    /// Milliseconds since 1970.
    pub fn millis(self) -> i64 {
        self.0.0
    }
}
