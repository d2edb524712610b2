//! What it costs that a crowd is cut at once and comes back, beside an object that does no more than open its database.

use anyhow::Result;
use serde::{Deserialize, Serialize};

use super::load::{Delays, require_accounts};
use super::servers::Servers;
use crate::progress;

/// Whose sockets are cut at once, how many, and how many of them are one visitor's. An object that is awake holds
/// three files of its database, and each of its sockets two: five thousand objects would need more than the twenty
/// thousand that many machines allow a process.
const CROWDS: [(&str, &str, &str); 6] = [
    ("keep", "1000", "1"),
    ("grelot", "1000", "1"),
    ("keep", "3500", "1"),
    ("grelot", "3500", "1"),
    ("keep", "5000", "2"),
    ("grelot", "5000", "2"),
];

/// What became of every crowd.
#[derive(Serialize)]
#[serde(transparent)]
pub struct Storms(Vec<(&'static str, Storm)>);

/// What became of sockets that were all cut at once, as the load client prints it.
#[derive(Serialize, Deserialize)]
struct Storm {
    sockets: usize,
    /// How many of them were one visitor's.
    each: usize,
    back: Delays,
    /// The most that came back within one second, in percent of all.
    peak_percent: f64,
    failures: u32,
    /// The server's processor time for each, in milliseconds.
    cpu: f64,
}

/// Has servers of their own lose a crowd at once.
pub fn measure() -> Result<Storms> {
    require_accounts()?;
    let mut storms = Vec::new();
    for (step, (name, sockets, each)) in (1..).zip(CROWDS) {
        let Servers { keep, grelot, .. } = &Servers::start()?;
        let server = if name == keep.name { keep } else { grelot };
        let storm = progress::step(step, CROWDS.len(), "Storms", || {
            server.measure(&["storm", "--sockets", sockets, "--each", each])
        })?;
        storms.push((name, storm));
    }
    Ok(Storms(storms))
}

impl Storms {
    /// Prints a table.
    pub fn print(&self) {
        println!(
            "\n{:<20} {:>10} {:>6} {:>10} {:>10} {:>10} {:>10} {:>10}",
            "cut at once", "sockets", "each", "p50 ms", "p99 ms", "peak %/s", "failures", "ms CPU"
        );
        for (name, storm) in &self.0 {
            let Storm {
                sockets,
                each,
                back,
                peak_percent,
                failures,
                cpu,
            } = storm;
            println!(
                "{name:<20} {sockets:>10} {each:>6} {:>10.0} {:>10.0} {peak_percent:>10.1} {failures:>10} {cpu:>10.1}",
                back.p50, back.p99
            );
        }
    }
}
