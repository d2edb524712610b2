//! What the two ways of giving cases come to.

use std::fmt;

use shared::routing::Topic;

use super::day::{
    ARRIVALS, CAPACITY, Case, Day, ENGLISH, NEWCOMER_FACTOR, NOT_SIMPLE, OPENS, SHIFTS, TOPICS,
    VIP_FACTOR, VIPS,
};
use super::run::Waits;

/// The waits of some cases, in milliseconds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    /// How many cases.
    pub count: usize,
    /// Half of them waited no longer,
    pub median: i64,
    /// 95 of a hundred no longer,
    pub p95: i64,
    /// and none longer.
    pub longest: i64,
}

/// A group of cases, both ways.
pub struct Row {
    /// Which.
    pub name: &'static str,
    /// First come, first served.
    pub plain: Figures,
    /// As routed.
    pub routed: Figures,
}

/// The whole day.
pub struct Report {
    /// By topic, the VIP cell's left out.
    pub topics: Vec<Row>,
    /// The VIP cell's.
    pub vip: Row,
    /// The simple ones.
    pub simple: Row,
    /// All.
    pub all: Row,
}

impl Report {
    /// Compares the two ways.
    pub fn of(day: &Day, plain: &Waits, routed: &Waits) -> Self {
        let row = |name, wanted: &dyn Fn(&Case) -> bool| Row {
            name,
            plain: figures(day, plain, wanted),
            routed: figures(day, routed, wanted),
        };
        let is_vip = |case: &Case| !case.triage.vip.is_empty();
        let topics = Topic::ALL
            .into_iter()
            .map(|topic| {
                row(topic.name(), &move |case| {
                    case.triage.topic == topic && !is_vip(case)
                })
            })
            .collect();
        Self {
            topics,
            vip: row("VIP cell", &is_vip),
            simple: row("simple", &|case| case.triage.simple),
            all: row("all", &|_| true),
        }
    }

    /// Whether the VIP cell waits less than a fifth, and no simple case more than twice as long as
    /// the one that waited longest otherwise.
    pub fn holds(&self) -> bool {
        self.vip.routed.p95 * 5 < self.vip.plain.p95
            && self.simple.routed.longest <= 2 * self.simple.plain.longest
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        assumptions(f)?;
        writeln!(
            f,
            "\n{:<10}{:>7} {:>31} {:>31}",
            "waits", "cases", "first come: median p95 longest", "routed: median p95 longest"
        )?;
        let rows = self.topics.iter();
        for row in rows.chain([&self.vip, &self.simple, &self.all]) {
            writeln!(
                f,
                "{:<10}{:>7} {:>17}{:>7}{:>7} {:>17}{:>7}{:>7}",
                row.name,
                row.plain.count,
                clock(row.plain.median),
                clock(row.plain.p95),
                clock(row.plain.longest),
                clock(row.routed.median),
                clock(row.routed.p95),
                clock(row.routed.longest),
            )?;
        }
        Ok(())
    }
}

fn assumptions(f: &mut fmt::Formatter<'_>) -> fmt::Result {
    writeln!(f, "assumed: arrivals an hour from {OPENS}:00 {ARRIVALS:?}")?;
    for (topic, share, minutes) in TOPICS {
        writeln!(
            f,
            "  {:<9}{share:>3} % of cases, {minutes:>2} minutes a case on average",
            topic.name()
        )?;
    }
    writeln!(
        f,
        "  {VIPS} % for the VIP cell, x {VIP_FACTOR}; {ENGLISH} % in English; \
         {NOT_SIMPLE} % of simple topics not simple"
    )?;
    for (level, count, from, until) in SHIFTS {
        writeln!(
            f,
            "  {count} {level:?} {from}:00 to {until}:00, {CAPACITY} cases at once"
        )?;
    }
    writeln!(f, "  a newcomer takes x {NEWCOMER_FACTOR}")
}

fn figures(day: &Day, waits: &Waits, wanted: &dyn Fn(&Case) -> bool) -> Figures {
    let mut some: Vec<i64> = day
        .cases
        .iter()
        .zip(waits)
        .filter(|(case, _)| wanted(case))
        .map(|(_, wait)| *wait)
        .collect();
    some.sort_unstable();
    let at = |percent: usize| {
        let place = (some.len() * percent).div_ceil(100).saturating_sub(1);
        some.get(place).copied().unwrap_or_default()
    };
    Figures {
        count: some.len(),
        median: at(50),
        p95: at(95),
        longest: at(100),
    }
}

/// Minutes and seconds.
pub fn clock(millis: i64) -> String {
    let seconds = millis / 1_000;
    format!("{}:{:02}", seconds / 60, seconds % 60)
}
