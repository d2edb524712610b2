//! When a clock is over.

use super::{Running, Targets};
use crate::protocol::session::Opening;
use crate::season::Zone;
use crate::settings::AnsweringHours;
use crate::time::Timestamp;

/// How many days of hours are read at a time, and how often at most: a good year.
const DAYS_AT_A_TIME: usize = 8;
const MAX_READINGS: usize = 50;

/// When somebody answers, and where.
#[derive(Clone, Copy, Debug)]
pub struct Calendar<'a> {
    /// The merchant's hours. Where none are set, clocks run day and night.
    pub hours: &'a AnsweringHours,
    /// The country whose holidays are kept.
    pub country: &'a str,
    /// Where the hours are read.
    pub zone: Zone,
}

/// When a clock is over: it runs while somebody answers, and no promise is outstanding then.
/// `None` where nobody answers for a year.
pub fn due(running: &Running, targets: &Targets, calendar: Calendar<'_>) -> Option<Timestamp> {
    let due = calendar.after(running.since, targets.millis(running.kind))?;
    Some(running.promised_until.map_or(due, |until| until.max(due)))
}

impl Calendar<'_> {
    /// When so many milliseconds in which somebody answers have passed since a time.
    fn after(self, since: Timestamp, millis: i64) -> Option<Timestamp> {
        if !self.hours.are_set() {
            return Some(since.plus_millis(millis));
        }
        let mut left = millis;
        let mut first = self.zone.day_of(since);
        for _ in 0..MAX_READINGS {
            for opening in self.openings(&first)? {
                let from = opening.from.max(since);
                let open = opening.until.millis_since(from);
                if open >= left {
                    return Some(from.plus_millis(left));
                }
                left -= open.max(0);
            }
            first = first.plus_days(i64::try_from(DAYS_AT_A_TIME).ok()?)?;
        }
        None
    }

    fn openings(self, first: &crate::time::Day) -> Option<Vec<Opening>> {
        self.hours
            .openings(self.country, self.zone, first, DAYS_AT_A_TIME)
    }
}
