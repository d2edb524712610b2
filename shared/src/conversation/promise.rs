//! When a shopper is told to have an answer.

use crate::season::{Calendar, WorkingWeek, Zone};
use crate::time::{Day, Timestamp};

/// The day by which a request has an answer: the shop's next working day, Monday to Friday but
/// for the holidays of its country (ISO 3166-1 alpha-2).
pub fn promise_by(now: Timestamp, zone: Zone, country: &str) -> Day {
    let calendar = Calendar::new(Some(country), None, WorkingWeek::default());
    calendar.next_working_day(&zone.day_of(now))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_next_working_day_is_promised() {
        for (now, day) in [
            ("2026-12-21T09:00:00+01:00", "2026-12-22"),
            // Late in the evening it is the morrow already in Paris, not yet in London.
            ("2026-12-21T23:30:00Z", "2026-12-23"),
            ("2026-12-24T18:00:00+01:00", "2026-12-28"),
            ("2026-12-31T10:00:00+01:00", "2027-01-04"),
        ] {
            let now = Timestamp::parse_rfc3339(now).unwrap();
            let paris = Zone::parse("Europe/Paris").unwrap();
            assert_eq!(promise_by(now, paris, "FR").as_str(), day);
        }
    }
}
