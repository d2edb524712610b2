//! `cargo xtask simulate`: the simulated Christmas, and 23 December at the desk, optimized.

use anyhow::Result;

use crate::command::{command, run as run_command};

/// Options of `cargo xtask simulate`.
#[derive(clap::Args)]
pub struct Args {
    /// What the simulation itself is asked: `--orders 100000`, `--seed 24`, `--order 4711`;
    /// `--queue` for 23 December at the desk
    #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
    asked: Vec<String>,
}

/// Builds and runs the simulation; fails if a promise was broken.
pub fn run(args: &Args) -> Result<()> {
    run_command(
        command("cargo")
            .args([
                "run",
                "--quiet",
                "--release",
                "--package",
                "grelot-simulate",
                "--",
            ])
            .args(&args.asked),
    )
}
