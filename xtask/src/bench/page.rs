//! What the chat costs a page and whoever looks at it: measured in Chromium by a program of the
//! end-to-end tests, printed here.

use anyhow::{Context, Result};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::command::{command, run_quiet};
use crate::{browser, node, paths};

/// The figures, as the program prints them.
#[derive(Serialize, Deserialize)]
pub struct Page {
    opening: Opening,
    long: Long,
}

/// Medians of so many visits.
#[derive(Serialize, Deserialize)]
struct Opening {
    visits: usize,
    floor: Before,
    grelot: Before,
    at_once: After,
    hovered: After,
}

/// Before any click.
#[derive(Serialize, Deserialize)]
struct Before {
    launcher_ms: f64,
    blocked_ms: f64,
    shifted: f64,
}

/// After the click.
#[derive(Serialize, Deserialize)]
struct After {
    usable_ms: f64,
    longest_task_ms: f64,
    requests: usize,
    shifted: f64,
}

/// A long conversation.
#[derive(Serialize, Deserialize)]
struct Long {
    messages: usize,
    loading: Loading,
    scrolling: Scrolling,
    scrolling_slowed: Scrolling,
    heap_before: f64,
    heap: f64,
}

/// Loading all of it; milliseconds from a press to its lines.
#[derive(Serialize, Deserialize)]
struct Loading {
    presses: u32,
    slowest: f64,
    last: f64,
    lines: u32,
}

/// Scrolling through it.
#[derive(Serialize, Deserialize)]
struct Scrolling {
    frames_a_second: f64,
    longest_frame_ms: f64,
}

/// Has the program measure.
pub fn measure() -> Result<Page> {
    in_chromium(&[])
}

/// What the program prints with such arguments.
pub(super) fn in_chromium<T: DeserializeOwned>(arguments: &[&str]) -> Result<T> {
    let browser = browser::ensure()?;
    let mut program = command("cargo");
    program
        .args([
            "run",
            "--quiet",
            "-p",
            "grelot-tests",
            "--bin",
            "grelot-page",
            "--",
        ])
        .args(arguments)
        .env("GRELOT_ROOT", paths::root())
        .env("CHROMIUM", &browser.chromium)
        .env("CHROMEDRIVER", &browser.driver);
    node::offline(&mut program)?;
    let line = run_quiet(&mut program)?;
    serde_json::from_str(&line).context("the page's figures are not understood")
}

impl Page {
    /// Prints tables.
    pub fn print(&self) {
        self.opening.print();
        self.long.print();
    }
}

impl Opening {
    fn print(&self) {
        println!(
            "\nMedians of {} visits in alternation by an empty browser, processor slowed 4 times.",
            self.visits
        );
        println!(
            "{:<20} {:>12} {:>12} {:>10}",
            "slow 4G, no click", "launcher ms", "blocked ms", "shift"
        );
        for (name, before) in [("floor", &self.floor), ("grelot", &self.grelot)] {
            let Before {
                launcher_ms,
                blocked_ms,
                shifted,
            } = before;
            println!("{name:<20} {launcher_ms:>12.0} {blocked_ms:>12.0} {shifted:>10.3}");
        }
        println!(
            "{:<20} {:>12.2} {:>12.0}",
            "ratio, difference",
            self.grelot.launcher_ms / self.floor.launcher_ms,
            self.grelot.blocked_ms - self.floor.blocked_ms
        );
        println!(
            "\n{:<20} {:>12} {:>12} {:>10} {:>10}",
            "local, click", "usable ms", "longest ms", "requests", "shift"
        );
        for (name, after) in [("at once", &self.at_once), ("hovered", &self.hovered)] {
            let After {
                usable_ms,
                longest_task_ms,
                requests,
                shifted,
            } = after;
            println!(
                "{name:<20} {usable_ms:>12.0} {longest_task_ms:>12.0} {requests:>10} {shifted:>10.3}"
            );
        }
    }
}

impl Long {
    fn print(&self) {
        let Loading {
            presses,
            slowest,
            last,
            lines,
        } = &self.loading;
        println!(
            "\n{} messages: {lines} lines by {presses} presses, {last:.0} ms the last, {slowest:.0} ms the slowest",
            self.messages
        );
        println!(
            "heap of page and panel: {:.1} MB with the first page, {:.1} MB with all",
            self.heap_before / 1e6,
            self.heap / 1e6
        );
        for (name, scrolling) in [
            ("scrolled", &self.scrolling),
            ("slowed 4 times", &self.scrolling_slowed),
        ] {
            let Scrolling {
                frames_a_second,
                longest_frame_ms,
            } = scrolling;
            println!(
                "{name:<20} {frames_a_second:>6.1} frames/s, the longest {longest_frame_ms:.0} ms"
            );
        }
    }
}
