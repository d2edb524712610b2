//! Instants and calendar days, as they travel and as they are compared.

use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Utc};
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

    /// Reads a time as carriers write it, and whether its zone is known:
    ///
    /// - with an offset (`2026-12-22T09:30:00+01:00`, `2026-12-22 09:30:00Z`) it is;
    /// - without one (`2026-12-22T09:30:00`, `2026-12-22 09:30`) it is not, and the time is taken
    ///   for UTC;
    /// - a day alone (`2026-12-22`) is its midday in UTC, which is that day almost everywhere.
    ///
    /// Where the zone is not known, no hour may be shown: the instant may be off by half a day,
    /// but its [`Timestamp::utc_day`] is the day that the carrier wrote.
    pub fn parse_loose(text: &str) -> Option<(Self, bool)> {
        const WITH_ZONE: [&str; 2] = ["%Y-%m-%dT%H:%M:%S%.f%#z", "%Y-%m-%dT%H:%M%#z"];
        const WITHOUT_ZONE: [&str; 2] = ["%Y-%m-%dT%H:%M:%S%.f", "%Y-%m-%dT%H:%M"];
        const MIDDAY: NaiveTime = NaiveTime::from_hms_opt(12, 0, 0).unwrap();
        let text = text.trim().replacen(' ', "T", 1);
        let zoned = WITH_ZONE
            .iter()
            .find_map(|form| DateTime::parse_from_str(&text, form).ok());
        if let Some(at) = zoned {
            return Some((Self(at.timestamp_millis()), true));
        }
        let local = WITHOUT_ZONE
            .iter()
            .find_map(|form| NaiveDateTime::parse_from_str(&text, form).ok());
        let day = || NaiveDate::parse_from_str(&text, "%Y-%m-%d").ok();
        let local = local.or_else(|| Some(day()?.and_time(MIDDAY)))?;
        Some((Self(local.and_utc().timestamp_millis()), false))
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
        text.get(..10).and_then(date).map(Self::from)
    }

    /// A day as Grelot itself wrote it, which is not checked again.
    pub(crate) fn as_written(text: String) -> Self {
        Self(text)
    }

    /// The ISO 8601 text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The day so many days later, or earlier for a negative number; `None` beyond the calendar
    /// of four-digit years.
    #[must_use]
    pub fn plus_days(&self, days: i64) -> Option<Self> {
        let date = self
            .date()?
            .checked_add_signed(TimeDelta::try_days(days)?)?;
        (0..=9999).contains(&date.year()).then(|| date.into())
    }

    /// The calendar date, or `None` for a value that no constructor of ours made.
    pub fn date(&self) -> Option<NaiveDate> {
        date(&self.0)
    }

    /// The instant at which it begins in UTC, or `None` as for [`Day::date`].
    pub fn midnight_utc(&self) -> Option<Timestamp> {
        let midnight = self.date()?.and_time(NaiveTime::MIN);
        Some(Timestamp(midnight.and_utc().timestamp_millis()))
    }
}

impl From<NaiveDate> for Day {
    fn from(date: NaiveDate) -> Self {
        let (year, month, day) = (date.year(), date.month(), date.day());
        Self(format!("{year:04}-{month:02}-{day:02}"))
    }
}

/// Reads `YYYY-MM-DD` by its digits: what reads any form of a date would be a fiftieth of what an agent
/// downloads.
fn date(text: &str) -> Option<NaiveDate> {
    let parts: Vec<&str> = text.split('-').collect();
    let [year, month, day] = parts.try_into().ok()?;
    let year = digits(year, 4)?.try_into().ok()?;
    NaiveDate::from_ymd_opt(year, digits(month, 2)?, digits(day, 2)?)
}

/// A number of exactly so many digits.
fn digits(text: &str, length: usize) -> Option<u32> {
    let is_number = text.len() == length && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|_| is_number)
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
    fn a_loose_time_says_whether_its_zone_is_known() {
        for (text, utc, zone_known) in [
            ("2026-12-22T09:30:00Z", "2026-12-22T09:30:00Z", true),
            ("2026-12-22T09:30:00+01:00", "2026-12-22T08:30:00Z", true),
            ("2026-12-22T09:30:00.5-0500", "2026-12-22T14:30:00.5Z", true),
            ("2026-12-22 09:30:00+01:00", "2026-12-22T08:30:00Z", true),
            ("2026-12-22 09:30:00 +0100", "2026-12-22T08:30:00Z", true),
            ("2026-12-22T09:30+01", "2026-12-22T08:30:00Z", true),
            ("2026-12-22T09:30:00", "2026-12-22T09:30:00Z", false),
            (
                " 2026-12-22 09:30:00.250 ",
                "2026-12-22T09:30:00.25Z",
                false,
            ),
            ("2026-12-22T09:30", "2026-12-22T09:30:00Z", false),
            ("2026-12-22", "2026-12-22T12:00:00Z", false),
        ] {
            let utc = Timestamp::parse_rfc3339(utc).unwrap();
            assert_eq!(
                Timestamp::parse_loose(text),
                Some((utc, zone_known)),
                "{text}"
            );
        }
    }

    #[test]
    fn what_is_no_time_is_not_guessed_at() {
        for text in [
            "",
            " ",
            "soon",
            "09:30",
            "2026-12",
            "2026-13-01",
            "2026-12-22T25:00:00",
            "2026-12-22T09",
            "2026-12-22T09:30:00 CET",
            "22/12/2026 09:30",
            "1798000000",
            "\u{661}-12-22",
        ] {
            assert_eq!(Timestamp::parse_loose(text), None, "{text}");
        }
    }

    #[test]
    fn days_come_from_dates_and_date_times_only() {
        assert_eq!(
            Day::parse("2026-12-22T00:00:00Z").unwrap().as_str(),
            "2026-12-22"
        );
        for text in [
            "2026-13-01",
            "2026-02-29",
            "2026-2-014",
            "2026-1+-01",
            "+026-12-22",
            "2026/12/22",
            "20261222",
            "tomorrow",
            "\u{661}\u{662}-12-22",
        ] {
            assert_eq!(Day::parse(text), None, "{text}");
        }
    }

    #[test]
    fn a_day_begins_at_midnight_utc() {
        let day = Day::parse("2026-12-22").unwrap();
        let midnight = Timestamp::parse_rfc3339("2026-12-22T00:00:00Z");
        assert_eq!(day.midnight_utc(), midnight);
    }

    #[test]
    fn days_are_counted_in_the_calendar() {
        for (day, days, other) in [
            ("2026-12-30", 3, Some("2027-01-02")),
            ("2026-03-01", -1, Some("2026-02-28")),
            ("2026-12-24", 0, Some("2026-12-24")),
            ("9999-12-31", 1, None),
            ("2026-12-24", i64::MAX, None),
        ] {
            let later = Day::parse(day).unwrap().plus_days(days);
            assert_eq!(later.as_ref().map(Day::as_str), other, "{day} {days}");
        }
    }
}
