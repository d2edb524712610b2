//! What agents wait for: over a socket, as the load client measures it, and on the screen.

use anyhow::Result;
use serde::{Deserialize, Serialize};

use super::load::Delays;
use super::page;
use super::servers::Servers;
use crate::progress;

/// All of it.
#[derive(Serialize)]
pub struct Desk {
    sockets: Sockets,
    screen: Screen,
}

/// On an agent's socket, as the load client prints it.
#[derive(Serialize, Deserialize)]
struct Sockets {
    dossier: Delays,
    dossier_in_a_burst: Delays,
    list: Delays,
}

/// On an agent's screen, as the program in Chromium prints it.
#[derive(Serialize, Deserialize)]
struct Screen {
    shoppers: usize,
    listed: Percentiles,
    known: Percentiles,
    crowded: Crowded,
}

/// The same with ten thousand cases.
#[derive(Serialize, Deserialize)]
struct Crowded {
    opened: Percentiles,
    switched: Percentiles,
    listed: Percentiles,
    known: Percentiles,
}

/// Milliseconds.
#[derive(Serialize, Deserialize)]
struct Percentiles {
    p50: f64,
    p95: f64,
}

/// Measures it on an edge that has nothing else to do.
pub fn measure() -> Result<Desk> {
    let sockets = progress::step(1, 2, "The desk over sockets", || {
        let Servers { grelot, .. } = &Servers::start()?;
        grelot.measure(&["desk"])
    })?;
    let screen = progress::step(2, 2, "The desk on the screen", || {
        page::in_chromium(&["desk"])
    })?;
    Ok(Desk { sockets, screen })
}

impl Desk {
    /// Prints a table.
    pub fn print(&self) {
        println!(
            "\n{:<44} {:>8} {:>10} {:>10} {:>10}",
            "agents wait, on loopback", "count", "p50 ms", "p95 ms", "p99 ms"
        );
        for (name, delays) in [
            ("handoff to dossier, socket", &self.sockets.dossier),
            (
                "the same in a burst of words",
                &self.sockets.dossier_in_a_burst,
            ),
            ("a word to the list, socket", &self.sockets.list),
        ] {
            let Delays {
                count,
                p50,
                p95,
                p99,
            } = delays;
            println!("{name:<44} {count:>8} {p50:>10.1} {p95:>10.1} {p99:>10.1}");
        }
        let count = self.screen.shoppers;
        let crowded = &self.screen.crowded;
        for (name, Percentiles { p50, p95 }) in [
            ("handoff to the list, on the screen", &self.screen.listed),
            ("handoff to dossier, on the screen", &self.screen.known),
            ("10,000 cases: to the list, on the screen", &crowded.listed),
            ("10,000 cases: to dossier, on the screen", &crowded.known),
            ("10,000 cases: the page, to its count", &crowded.opened),
            ("10,000 cases: from tab to tab", &crowded.switched),
        ] {
            println!("{name:<44} {count:>8} {p50:>10.1} {p95:>10.1}");
        }
    }
}
