//! The one place that reads the clock.

use shared::time::Timestamp;
use worker::js_sys::Date;

/// An instant read from the platform's clock, which stands still while a request computes.
#[derive(Clone, Copy)]
pub struct Now(pub Timestamp);

/// The time now.
pub fn now() -> Now {
    // A whole number of milliseconds, far below 2^53.
    #[allow(clippy::cast_possible_truncation)]
    let millis = Date::now() as i64;
    Now(Timestamp(millis))
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
