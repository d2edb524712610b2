//! Local time: which day and minute an instant is somewhere, and which instant a local time is.

use std::fmt;

use chrono::{DateTime, Duration, LocalResult, NaiveDateTime, TimeZone, Timelike, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use crate::time::{Day, Timestamp};

/// The first and the last instant whose local day is written with four digits of a year, whatever
/// the zone: 0001-01-02 and 9999-12-30, in milliseconds.
const CALENDAR: (i64, i64) = (-62_135_510_400_000, 253_402_128_000_000);

/// The longest stretch that clocks skip at once: a whole day, where the date line moved.
const LONGEST_GAP_MINUTES: i64 = 24 * 60;

/// A time zone of the IANA database. It travels as its name, `Europe/Paris`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Zone(Tz);

impl Zone {
    /// The zone of an IANA name; `None` for any other text.
    pub fn parse(name: &str) -> Option<Self> {
        name.parse().ok().map(Self)
    }

    /// The IANA name.
    pub fn name(self) -> &'static str {
        self.0.name()
    }

    /// The local day of an instant. Instants before the year 1 and after 9999 count as the first
    /// and the last of that time.
    pub fn day_of(self, at: Timestamp) -> Day {
        Day::from(self.local(at).date())
    }

    /// The local minute of the day of an instant, 0 to 1439.
    pub fn minute_of_day(self, at: Timestamp) -> u32 {
        let local = self.local(at);
        local.hour() * 60 + local.minute()
    }

    /// The instant of a local time. Of a time that comes twice it is the first; of one that the
    /// clocks skip, the instant at which they go on. `None` for a day or a time that is none.
    pub fn at(self, day: &Day, hour: u32, minute: u32) -> Option<Timestamp> {
        let wanted = day.date()?.and_hms_opt(hour, minute, 0)?;
        (0..=LONGEST_GAP_MINUTES)
            .filter_map(|skipped| wanted.checked_add_signed(Duration::minutes(skipped)))
            .find_map(|local| match self.0.from_local_datetime(&local) {
                LocalResult::Single(at) | LocalResult::Ambiguous(at, _) => {
                    Some(Timestamp(at.timestamp_millis()))
                }
                LocalResult::None => None,
            })
    }

    fn local(self, at: Timestamp) -> NaiveDateTime {
        let (first, last) = CALENDAR;
        DateTime::<Utc>::from_timestamp_millis(at.0.clamp(first, last))
            .unwrap_or_default()
            .with_timezone(&self.0)
            .naive_local()
    }
}

impl Default for Zone {
    /// Where most shops and shoppers are.
    fn default() -> Self {
        Self(Tz::Europe__Paris)
    }
}

impl fmt::Display for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl TryFrom<String> for Zone {
    type Error = &'static str;

    fn try_from(name: String) -> Result<Self, Self::Error> {
        Self::parse(&name).ok_or("a time zone is an IANA name, such as Europe/Paris")
    }
}

impl From<Zone> for String {
    fn from(zone: Zone) -> Self {
        zone.name().to_owned()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn instant(text: &str) -> Timestamp {
        Timestamp::parse_rfc3339(text).unwrap()
    }

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    #[test]
    fn a_zone_travels_as_its_name() {
        let zone: Zone = serde_json::from_str("\"Europe/London\"").unwrap();
        assert_eq!(zone.name(), "Europe/London");
        assert_eq!(serde_json::to_string(&zone).unwrap(), "\"Europe/London\"");
        assert_eq!(Zone::default().to_string(), "Europe/Paris");
        for name in ["", "Paris", "europe/paris", "UTC+1", "Europe/Paris "] {
            assert_eq!(Zone::parse(name), None, "{name}");
        }
        let refused = serde_json::from_str::<Zone>("\"Mars/Olympus\"").unwrap_err();
        assert!(refused.to_string().contains("IANA name"));
    }

    #[test]
    fn instants_have_a_local_day_and_minute() {
        for (zone, at, local_day, minute) in [
            ("Europe/Paris", "2026-12-23T22:59:59Z", "2026-12-23", 1439),
            ("Europe/Paris", "2026-12-23T23:00:00Z", "2026-12-24", 0),
            ("Europe/Paris", "2026-07-13T22:00:00Z", "2026-07-14", 0),
            ("Europe/London", "2026-12-24T00:30:00Z", "2026-12-24", 30),
            ("Indian/Reunion", "2026-12-23T20:30:00Z", "2026-12-24", 30),
            (
                "America/Guadeloupe",
                "2026-12-24T03:59:00Z",
                "2026-12-23",
                1439,
            ),
        ] {
            let zone = Zone::parse(zone).unwrap();
            assert_eq!(zone.day_of(instant(at)), day(local_day), "{zone} {at}");
            assert_eq!(zone.minute_of_day(instant(at)), minute, "{zone} {at}");
        }
    }

    #[test]
    fn local_times_are_instants_also_where_clocks_change() {
        let paris = Zone::default();
        for (local_day, hour, minute, at) in [
            ("2026-12-22", 14, 0, "2026-12-22T14:00:00+01:00"),
            ("2026-07-14", 8, 5, "2026-07-14T08:05:00+02:00"),
            // From 02:00 to 03:00 there is no time; from 02:00 to 03:00 it comes twice.
            ("2026-03-29", 2, 30, "2026-03-29T03:00:00+02:00"),
            ("2026-10-25", 2, 30, "2026-10-25T02:30:00+02:00"),
        ] {
            let found = paris.at(&day(local_day), hour, minute);
            assert_eq!(found, Some(instant(at)), "{local_day}");
        }
        // Samoa had no 30 December 2011.
        assert_eq!(
            Zone::parse("Pacific/Apia")
                .unwrap()
                .at(&day("2011-12-30"), 0, 0),
            Some(instant("2011-12-31T00:00:00+14:00"))
        );
        assert_eq!(paris.at(&day("2026-12-22"), 24, 0), None);
        assert_eq!(paris.at(&day("2026-12-22"), 14, 60), None);
        let bogus: Day = serde_json::from_str("\"soon\"").unwrap();
        assert_eq!(paris.at(&bogus, 8, 0), None);
    }

    proptest! {
        #[test]
        fn every_instant_has_a_day_that_is_one(millis: i64) {
            prop_assert!(Zone::default().day_of(Timestamp(millis)).date().is_some());
        }

        #[test]
        fn a_minute_is_found_again(minutes in 0_i64..70 * 365 * 24 * 60) {
            let (zone, at) = (Zone::default(), Timestamp(minutes * 60_000));
            let minute = zone.minute_of_day(at);
            let again = zone.at(&zone.day_of(at), minute / 60, minute % 60).unwrap();
            // Of the hour that comes twice, the first is given.
            prop_assert!(again == at || again.plus_millis(3_600_000) == at);
        }
    }
}
