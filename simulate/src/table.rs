//! What was told when, as a table: a row a kind, a column a week.

use std::fmt;

use shared::notice::NoticeKind;
use shared::time::Timestamp;

use crate::calendar::{DAY, FIRST_DAY, at, day, day_of, later};
use crate::run::Told;

/// From 15 November to 10 January.
const WEEKS: usize = 9;

/// Counts of notices by kind and week.
#[derive(Default)]
pub struct Table {
    counts: [[u64; WEEKS]; NoticeKind::ALL.len()],
}

impl Table {
    /// Counts what was told of an order.
    pub fn count(&mut self, told: &[Told]) {
        for told in told {
            let kind = NoticeKind::ALL.iter().position(|kind| *kind == told.kind);
            if let (Some(kind), Some(week)) = (kind, week_of(told.at)) {
                self.counts[kind][week] += 1;
            }
        }
    }

    /// All notices.
    pub fn total(&self) -> u64 {
        self.counts.iter().flatten().sum()
    }

    /// The notices of a kind.
    pub fn of_kind(&self, kind: NoticeKind) -> u64 {
        let place = NoticeKind::ALL.iter().position(|known| *known == kind);
        place.map_or(0, |place| self.counts[place].iter().sum())
    }
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:<22}", "week from")?;
        for week in (0..).step_by(7).take(WEEKS) {
            let first = later(&day(FIRST_DAY), week);
            write!(f, "{:>9}", &first.as_str()[5..])?;
        }
        writeln!(f, "{:>10}", "all")?;
        for (kind, counts) in NoticeKind::ALL.iter().zip(&self.counts) {
            row(f, kind.name(), counts)?;
        }
        let mut sums = [0; WEEKS];
        for counts in &self.counts {
            for (sum, count) in sums.iter_mut().zip(counts) {
                *sum += count;
            }
        }
        row(f, "all", &sums)
    }
}

fn row(f: &mut fmt::Formatter<'_>, name: &str, counts: &[u64; WEEKS]) -> fmt::Result {
    write!(f, "{name:<22}")?;
    for count in counts {
        write!(f, "{count:>9}")?;
    }
    writeln!(f, "{:>10}", counts.iter().sum::<u64>())
}

fn week_of(told_at: Timestamp) -> Option<usize> {
    let noon = 12 * 60;
    let days = at(&day_of(told_at), noon).millis_since(at(&day(FIRST_DAY), noon)) / DAY;
    usize::try_from(days / 7).ok().filter(|week| *week < WEEKS)
}
