//! Many such days: what each simple case waits more than it would have otherwise, chance left out.
//!
//! A single case may find an agent at once one way and just miss one the other way, even where both
//! ways serve in the order of arrival. So two things are told: how many cases fare worse beside how
//! many do by chance alone, and what cases of the same quarter of an hour wait on average.

use std::fmt;

use super::day::{Day, OPENS};
use super::report::clock;
use super::run::{Way, run};

/// A wait is longer than another if it is more than twice as long, and by more than this, in
/// milliseconds: nobody minds two seconds for one.
const TOLERATED: i64 = 60_000;

const QUARTER: i64 = 15 * 60_000;

/// What many days come to.
pub struct Season {
    /// How many days.
    pub days: u64,
    /// How many simple cases.
    pub simple: usize,
    /// How many of them waited more than twice as long as first come, first served, and more than a
    /// minute longer.
    pub worse: usize,
    /// How many did where agents with as much room are asked in another order, all else alike.
    pub worse_by_chance: usize,
    /// The quarters of an hour, from the day's first on.
    pub quarters: Vec<Quarter>,
}

/// The simple cases that came in a quarter of an hour, on any of the days.
#[derive(Clone, Copy, Default)]
pub struct Quarter {
    /// How many.
    pub cases: i64,
    /// How long they waited together, first come, first served, in milliseconds,
    pub plain: i64,
    /// and as routed.
    pub routed: i64,
}

impl Season {
    /// Runs so many days, each drawn from a seed of its own.
    pub fn run(load: f64, first_seed: u64, days: u64) -> Self {
        let mut season = Self {
            days,
            simple: 0,
            worse: 0,
            worse_by_chance: 0,
            quarters: Vec::new(),
        };
        for seed in first_seed..first_seed + days {
            season.add(&Day::draw(load, seed));
        }
        season
    }

    fn add(&mut self, day: &Day) {
        let [plain, chance, routed] = [
            Way::FirstComeFirstServed,
            Way::FirstComeByChance,
            Way::Routed,
        ]
        .map(|way| run(day, way));
        for (number, case) in day.cases.iter().enumerate() {
            if !case.triage.simple {
                continue;
            }
            self.simple += 1;
            self.worse += usize::from(is_longer(routed[number], plain[number]));
            self.worse_by_chance += usize::from(is_longer(chance[number], plain[number]));
            let since_opening = case.at - i64::from(OPENS) * 4 * QUARTER;
            let place = usize::try_from(since_opening / QUARTER).unwrap_or_default();
            if self.quarters.len() <= place {
                self.quarters.resize(place + 1, Quarter::default());
            }
            let quarter = &mut self.quarters[place];
            quarter.cases += 1;
            quarter.plain += plain[number];
            quarter.routed += routed[number];
        }
    }

    /// The quarter of an hour in which simple cases come nearest to waiting longer, by its place.
    pub fn worst(&self) -> Option<(usize, Quarter)> {
        let share =
            |quarter: &Quarter| quarter.routed_mean() * 1_000 / longest_alike(quarter.plain_mean());
        let quarters = self.quarters.iter().copied().enumerate();
        quarters.max_by_key(|(_, quarter)| share(quarter))
    }

    /// Whether simple cases wait no more than twice as long, whenever they come.
    pub fn holds(&self) -> bool {
        self.quarters
            .iter()
            .all(|quarter| !is_longer(quarter.routed_mean(), quarter.plain_mean()))
    }
}

impl Quarter {
    fn plain_mean(&self) -> i64 {
        self.plain / self.cases.max(1)
    }

    fn routed_mean(&self) -> i64 {
        self.routed / self.cases.max(1)
    }
}

fn is_longer(wait: i64, other: i64) -> bool {
    wait > longest_alike(other)
}

/// The longest wait that is not called longer than another.
fn longest_alike(other: i64) -> i64 {
    (2 * other).max(other + TOLERATED)
}

impl fmt::Display for Season {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            days,
            simple,
            worse,
            worse_by_chance,
            ..
        } = self;
        writeln!(
            f,
            "\n{days} such days: of {simple} simple cases {worse} waited more than twice as long as \
             first come and more than a minute longer;\n{worse_by_chance} did where first come asks \
             agents with as much room in another order, which is chance"
        )?;
        let Some((place, quarter)) = self.worst() else {
            return Ok(());
        };
        let minutes = usize::try_from(OPENS).unwrap_or_default() * 60 + place * 15;
        writeln!(
            f,
            "on average routing costs simple cases most at {}:{:02}: {} instead of {}",
            minutes / 60,
            minutes % 60,
            clock(quarter.routed_mean()),
            clock(quarter.plain_mean()),
        )
    }
}
