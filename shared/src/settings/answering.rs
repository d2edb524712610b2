//! When somebody answers shoppers, as the merchant has set it.

use serde::{Deserialize, Serialize};

use crate::pickup::{DayHours, spelled_out};
use crate::protocol::session::Opening;
use crate::season::Zone;
use crate::season::holidays::Region;
use crate::time::{Day, Timestamp};

/// How many days ahead are told: a week, and what is left of today.
const DAYS_TOLD: usize = 8;
/// The end of a day, in minutes.
const MIDNIGHT: u16 = 24 * 60;

/// Hours in `OpenStreetMap`'s syntax, `Mo-Fr 09:00-18:00; PH off`. Holidays are those of the
/// shop's country.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct AnsweringHours(Option<String>);

impl From<&str> for AnsweringHours {
    fn from(text: &str) -> Self {
        Self(Some(text.to_owned()))
    }
}

impl AnsweringHours {
    /// Their text; none where none are set.
    pub fn text(&self) -> Option<&str> {
        self.0.as_deref()
    }

    /// What is wrong with them, if anything is, for a shop of a country.
    pub fn problem(&self, country: &str) -> Option<&'static str> {
        let text = self.0.as_deref()?;
        let some_day = Timestamp(0).utc_day()?;
        let read = spelled_out(text, Region::of(country, None), &some_day, 1, |_| false);
        read.is_none()
            .then_some("can't be read: give them as in Mo-Fr 09:00-18:00; PH off")
    }

    /// Whether the merchant says any.
    pub fn are_set(&self) -> bool {
        self.0.is_some()
    }

    /// The times ahead in which somebody answers, in order and apart from one another.
    pub fn ahead(&self, country: &str, zone: Zone, now: Timestamp) -> Vec<Opening> {
        let today = zone.day_of(now);
        let mut openings = self
            .openings(country, zone, &today, DAYS_TOLD)
            .unwrap_or_default();
        openings.retain(|opening| opening.until > now);
        openings
    }

    /// The times of some days in a row in which somebody answers, in order and apart from one
    /// another. `None` where none are set, or the calendar ends.
    pub fn openings(
        &self,
        country: &str,
        zone: Zone,
        first: &Day,
        days: usize,
    ) -> Option<Vec<Opening>> {
        let text = self.0.as_deref()?;
        let days = spelled_out(text, Region::of(country, None), first, days, |_| false)?;
        let mut openings: Vec<Opening> = Vec::new();
        for opening in days.iter().flat_map(|day| on_day(day, zone)) {
            match openings.last_mut() {
                // Open through midnight.
                Some(before) if before.until == opening.from => before.until = opening.until,
                _ => openings.push(opening),
            }
        }
        Some(openings)
    }
}

fn on_day(hours: &DayHours, zone: Zone) -> Vec<Opening> {
    let openings = hours.open.iter().filter_map(|span| {
        Some(Opening {
            from: instant(zone, &hours.day, span.opens)?,
            until: instant(zone, &hours.day, span.closes)?,
        })
    });
    // Clocks that go forward may skip an opening.
    openings
        .filter(|opening| opening.from < opening.until)
        .collect()
}

fn instant(zone: Zone, day: &Day, minute: u16) -> Option<Timestamp> {
    if minute >= MIDNIGHT {
        return zone.at(&day.plus_days(1)?, 0, 0);
    }
    zone.at(day, u32::from(minute / 60), u32::from(minute % 60))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paris(text: &str) -> Timestamp {
        Timestamp::parse_rfc3339(&format!("{text}:00+01:00")).unwrap()
    }

    fn check(text: &str, now: &str, first: &[(&str, &str)]) {
        let ahead = AnsweringHours::from(text).ahead("FR", Zone::default(), paris(now));
        let wanted = first.iter().map(|(from, until)| Opening {
            from: paris(from),
            until: paris(until),
        });
        let wanted: Vec<_> = wanted.collect();
        assert_eq!(ahead[..wanted.len()], wanted, "{text} at {now}");
    }

    #[test]
    fn pg17_hours_are_told_from_now_on() {
        let office = "Mo-Fr 09:00-12:30,14:00-18:00; PH off";
        check(
            office,
            "2026-12-24T13:00",
            &[
                ("2026-12-24T14:00", "2026-12-24T18:00"),
                // Over Christmas and the weekend.
                ("2026-12-28T09:00", "2026-12-28T12:30"),
            ],
        );
        check(
            "Mo-Su 18:00-02:00",
            "2026-12-22T19:00",
            &[("2026-12-22T18:00", "2026-12-23T02:00")],
        );
    }

    #[test]
    fn pg17_who_says_no_hours_promises_none() {
        let nothing = AnsweringHours::default();
        assert_eq!(nothing.problem("FR"), None);
        assert_eq!(nothing.ahead("FR", Zone::default(), Timestamp(0)), []);
        assert_eq!(
            AnsweringHours::from("Mo-Fr 09:00-18:00").problem("FR"),
            None
        );
        for text in ["whenever", "sunrise-sunset", "Mo-Fr 09:00-18:00 unknown"] {
            assert!(AnsweringHours::from(text).problem("FR").is_some(), "{text}");
            assert_eq!(
                AnsweringHours::from(text).ahead("FR", Zone::default(), Timestamp(0)),
                []
            );
        }
    }
}
