//! Instants and calendar days, as they travel and as they are compared.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

/// An instant, in milliseconds since 1970-01-01T00:00:00Z.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Timestamp(pub i64);

impl Timestamp {
    /// Reads an RFC 3339 instant (`2026-12-22T09:30:00+01:00`).
    pub fn parse_rfc3339(text: &str) -> Option<Self> {
        DateTime::parse_from_rfc3339(text)
            .ok()
            .map(|at| Self(at.timestamp_millis()))
    }

    /// This instant `millis` milliseconds later.
    #[must_use]
    pub fn plus_millis(self, millis: i64) -> Self {
        Self(self.0.saturating_add(millis))
    }

    /// Milliseconds from `earlier` to this instant; negative when `earlier` is later.
    pub fn millis_since(self, earlier: Self) -> i64 {
        self.0.saturating_sub(earlier.0)
    }

    /// The day of this instant in UTC.
    pub fn utc_day(self) -> Option<Day> {
        DateTime::<Utc>::from_timestamp_millis(self.0).map(|at| Day::from(at.date_naive()))
    }
}

/// A calendar day, `YYYY-MM-DD`. It orders as text the way it orders as a date.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Day(String);

impl Day {
    /// Reads a day from the first ten characters of an ISO 8601 date or date-time.
    pub fn parse(text: &str) -> Option<Self> {
        let day = text.get(..10)?;
        NaiveDate::parse_from_str(day, "%Y-%m-%d")
            .ok()
            .map(Self::from)
    }

    /// The ISO 8601 text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The calendar date, or `None` for a value that no constructor of ours made.
    pub fn date(&self) -> Option<NaiveDate> {
        NaiveDate::parse_from_str(&self.0, "%Y-%m-%d").ok()
    }
}

impl From<NaiveDate> for Day {
    fn from(date: NaiveDate) -> Self {
        Self(date.format("%Y-%m-%d").to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn instants_read_their_offset() {
        let paris = Timestamp::parse_rfc3339("2026-12-22T09:30:00+01:00");
        let utc = Timestamp::parse_rfc3339("2026-12-22T08:30:00Z");
        assert_eq!(paris, utc);
        assert_eq!(Timestamp::parse_rfc3339("2026-12-22 08:30"), None);
    }

    #[test]
    fn days_come_from_dates_and_date_times_only() {
        assert_eq!(
            Day::parse("2026-12-22T00:00:00Z").unwrap().as_str(),
            "2026-12-22"
        );
        assert_eq!(Day::parse("2026-13-01"), None);
        assert_eq!(Day::parse("tomorrow"), None);
    }
}
