//! `cargo xtask test`: every test there is, one after the other, and a table at the end.

use std::process::Command;
use std::time::{Duration, Instant};

use anyhow::{Result, bail};
use clap::ValueEnum;

use crate::browser::{self, Browser};
use crate::{bench, build, command, node, paths, progress, tidy};

/// Options of `cargo xtask test`.
#[derive(clap::Args)]
pub struct Args {
    /// Run one part only
    #[arg(long)]
    only: Option<Part>,
    #[command(flatten)]
    build: build::Args,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Part {
    /// Checks and tests that need no Worker
    Native,
    /// The edge on workerd, by its protocol
    Edge,
    /// Pages in Chromium
    Browser,
    /// workerd killed in the middle of things
    Crash,
}

/// The native crates: the others compile for wasm32 only.
const NATIVE: [&str; 14] = [
    "-p",
    "grelot-shared",
    "-p",
    "grelot-phrasebook",
    "-p",
    "grelot-demo",
    "-p",
    "xtask",
    "-p",
    "grelot-tests",
    "-p",
    "grelot-load",
    "-p",
    "grelot-simulate",
];

/// Panel, desk and what they are made of compile natively as well, though no page is there to be
/// called.
const PAGES: [&str; 6] = [
    "-p",
    "grelot-dom",
    "-p",
    "grelot-widget",
    "-p",
    "grelot-desk",
];

/// The workspace of the fuzz targets.
const FUZZ: [&str; 2] = ["--manifest-path", "fuzz/Cargo.toml"];

/// Runs the tests; fails if any of them does.
pub fn run(args: &Args) -> Result<()> {
    let mut table = Table::default();
    let wants = |part| args.only.is_none_or(|only| only == part);
    if wants(Part::Native) {
        native(&mut table);
    }
    if [Part::Edge, Part::Browser, Part::Crash]
        .into_iter()
        .any(wants)
    {
        on_workerd(&mut table, args.build.finish(), &wants);
    }
    table.print();
    match table.failures() {
        0 => Ok(()),
        failures => bail!("{failures} of {} failed", table.rows.len()),
    }
}

fn native(table: &mut Table) {
    table.row("tidy", tidy::run);
    table.row("format", || {
        command::run(cargo().args(["fmt", "--all", "--check"]))?;
        command::run(cargo().args(["fmt", "--check"]).args(FUZZ))
    });
    if command::succeeds(cargo().args(["clippy", "--version"])) {
        table.row("clippy", clippy);
    } else {
        println!("clippy is not installed, so it is left out: `rustup component add clippy`");
    }
    table.row("native tests", || {
        let packages = ["shared", "phrasebook", "demo", "load", "simulate"]
            .map(|name| format!("--package=grelot-{name}"));
        // A snapshot that differs is a failure, never a new file.
        let mut natively = cargo();
        natively
            .args(["test", "--package=xtask"])
            .args(packages)
            .env("INSTA_UPDATE", "no");
        command::run(&mut natively)?;
        // What the desk decides without a browser.
        command::run(cargo().args(["test", "-p", "grelot-desk", "--lib"]))?;
        // The end-to-end tests of this package need an edge; its own helpers do not.
        command::run(cargo().args(["test", "-p", "grelot-tests", "--lib"]))
    });
}

fn clippy() -> Result<()> {
    let mut clippy = cargo();
    clippy
        .arg("clippy")
        .args(NATIVE)
        .args(PAGES)
        .args(["--all-targets", "--", "-D", "warnings"]);
    command::run(&mut clippy)?;
    // Not linked with libFuzzer, they need no C++ compiler.
    let mut of_fuzz = cargo();
    of_fuzz
        .arg("clippy")
        .args(FUZZ)
        .args(["--target-dir", "target/fuzz/check"])
        .args(["--no-default-features", "--", "-D", "warnings"]);
    command::run(&mut of_fuzz)
}

fn on_workerd(table: &mut Table, finish: build::Finish, wants: &impl Fn(Part) -> bool) {
    if !table.row("build", || build::run(finish)) {
        return;
    }
    if finish == build::Finish::Full {
        table.row("budgets", || bench::sizes::measure()?.hold());
    }
    if wants(Part::Edge) {
        table.row("deploy, dry run", deploy_dry_run);
        table.row("edge", || end_to_end("edge", None));
    }
    if wants(Part::Browser) {
        table.row("browser", || {
            end_to_end("browser", Some(&browser::ensure()?))
        });
    }
    if wants(Part::Crash) {
        table.row("crash", || end_to_end("crash", None));
    }
}

/// Has Wrangler check and bundle what would be deployed.
fn deploy_dry_run() -> Result<()> {
    let mut wrangler = node::tool("wrangler")?;
    command::run(wrangler.args(["deploy", "--dry-run", "--outdir", "target/deploy-dry-run"]))
}

fn end_to_end(suite: &str, browser: Option<&Browser>) -> Result<()> {
    let mut tests = cargo();
    tests
        .args(["test", "-p", "grelot-tests", "--test", suite])
        .env("GRELOT_ROOT", paths::root());
    node::offline(&mut tests)?;
    if let Some(browser) = browser {
        tests
            .env("CHROMIUM", &browser.chromium)
            .env("CHROMEDRIVER", &browser.driver);
    }
    command::run(&mut tests)
}

fn cargo() -> Command {
    command::command("cargo")
}

/// What ran, how it went and how long it took.
#[derive(Default)]
struct Table {
    rows: Vec<Row>,
}

struct Row {
    name: &'static str,
    error: Option<String>,
    took: Duration,
}

impl Table {
    /// Runs one part, tells its failure at once, and returns whether it went well.
    fn row(&mut self, name: &'static str, work: impl FnOnce() -> Result<()>) -> bool {
        println!("\n== {name}");
        let started = Instant::now();
        let error = work().err().map(|error| format!("{error:#}"));
        if let Some(error) = &error {
            eprintln!("error: {error}");
        }
        let passed = error.is_none();
        self.rows.push(Row {
            name,
            error,
            took: started.elapsed(),
        });
        passed
    }

    fn failures(&self) -> usize {
        self.rows.iter().filter(|row| row.error.is_some()).count()
    }

    fn print(&self) {
        println!();
        for row in &self.rows {
            let verdict = if row.error.is_some() {
                "FAILED"
            } else {
                "passed"
            };
            println!(
                "{:<16} {verdict}  {:>9}",
                row.name,
                progress::seconds(row.took)
            );
        }
    }
}
