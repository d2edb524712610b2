//! A simulated 23 December at the desk: the same arrivals, the same agents and the same handling
//! times twice, once in the order of arrival, once as [`shared::routing`] gives cases.
//!
//! Everything that is assumed stands in [`day`] and is printed with the result. A slot of an agent
//! is a chat; both ways give an agent as many at once. First come, first served knows no skills
//! and no levels: whoever is free is given the oldest case.

pub mod day;
pub mod report;
pub mod run;
pub mod season;

#[cfg(test)]
mod tests;

use day::Day;
use report::Report;
use run::Way;

/// Runs the day both ways. `load` scales the arrivals: 1 is the day as it is assumed.
pub fn simulate(load: f64, seed: u64) -> Report {
    let day = Day::draw(load, seed);
    let plain = run::run(&day, Way::FirstComeFirstServed);
    let routed = run::run(&day, Way::Routed);
    Report::of(&day, &plain, &routed)
}
