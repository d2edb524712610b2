//! Until when a promise runs.

use serde::{Deserialize, Serialize};

use crate::season::{Calendar, WorkingWeek, Zone};
use crate::time::{Day, Timestamp};

/// The last day of a promise, and when it is over at the shop.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Term {
    /// The last day that counts.
    pub by: Day,
    /// When it is over.
    pub due: Timestamp,
}

impl Term {
    /// A promise up to the end of a day; `None` for a day without a morrow.
    pub fn of(by: Day, zone: Zone) -> Option<Self> {
        let due = zone.at(&by.plus_days(1)?, 0, 0)?;
        Some(Self { by, due })
    }
}

/// The day by which a request has an answer: the shop's next working day, Monday to Friday but
/// for the holidays of its country (ISO 3166-1 alpha-2).
pub fn promise_by(now: Timestamp, zone: Zone, country: &str) -> Option<Term> {
    let calendar = Calendar::new(Some(country), None, WorkingWeek::default());
    Term::of(calendar.next_working_day(&zone.day_of(now)), zone)
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
            let term = promise_by(now, paris, "FR").unwrap();
            assert_eq!(term.by.as_str(), day);
            let morrow = term.by.plus_days(1).unwrap();
            assert_eq!(Some(term.due), paris.at(&morrow, 0, 0));
        }
    }
}
