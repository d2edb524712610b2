//! `cargo xtask bench`: what a shopper downloads and waits for, and what the edge bears.

mod desk;
mod lighthouse;
mod load;
mod page;
mod rounds;
mod servers;
pub mod sizes;
mod storms;

use anyhow::{Context, Result};
use clap::ValueEnum;
use serde::Serialize;

use crate::{build, paths};

/// Options of `cargo xtask bench`.
#[derive(clap::Args)]
pub struct Args {
    /// Measure one part only
    #[arg(long)]
    only: Option<Part>,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Part {
    /// Bytes, raw and as brotli
    Sizes,
    /// The page and the panel in Chromium: what they wait for and keep
    Page,
    /// The demo shop as Lighthouse rates it, with and without the chat
    Lighthouse,
    /// What agents wait for, over sockets and on the screen
    Desk,
    /// Rates, latencies, processor time and memory
    Load,
    /// A crowd that is cut at once and comes back
    Storms,
}

/// What was measured, as `target/bench.json` has it.
#[derive(Serialize)]
struct Report {
    #[serde(skip_serializing_if = "Option::is_none")]
    sizes: Option<sizes::Sizes>,
    #[serde(skip_serializing_if = "Option::is_none")]
    page: Option<page::Page>,
    #[serde(skip_serializing_if = "Option::is_none")]
    lighthouse: Option<page::Page>,
    #[serde(skip_serializing_if = "Option::is_none")]
    desk: Option<desk::Desk>,
    #[serde(skip_serializing_if = "Option::is_none")]
    load: Option<load::Load>,
    #[serde(skip_serializing_if = "Option::is_none")]
    storms: Option<storms::Storms>,
}

/// Builds, measures, prints tables and writes them to `target/bench.json`.
pub fn run(args: &Args) -> Result<()> {
    build::run(build::Finish::Full)?;
    let wants = |part| args.only.is_none_or(|only| only == part);
    let report = Report {
        sizes: wants(Part::Sizes).then(sizes::measure).transpose()?,
        page: wants(Part::Page).then(page::measure).transpose()?,
        lighthouse: wants(Part::Lighthouse)
            .then(lighthouse::measure)
            .transpose()?,
        desk: wants(Part::Desk).then(desk::measure).transpose()?,
        load: wants(Part::Load).then(load::measure).transpose()?,
        storms: wants(Part::Storms).then(storms::measure).transpose()?,
    };
    if let Some(sizes) = &report.sizes {
        sizes.print();
    }
    for page in [&report.page, &report.lighthouse].into_iter().flatten() {
        page.print();
    }
    if let Some(desk) = &report.desk {
        desk.print();
    }
    if let Some(load) = &report.load {
        load.print();
    }
    if let Some(storms) = &report.storms {
        storms.print();
    }
    let file = paths::at("target/bench.json");
    std::fs::write(&file, serde_json::to_string_pretty(&report)?)
        .context("cannot write target/bench.json")
}
