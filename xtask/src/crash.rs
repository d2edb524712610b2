//! `cargo xtask crash`: the crash test under load, with as many kills as one has patience for.

use anyhow::Result;

use crate::command::{command, run as run_command};
use crate::{build, node, paths};

/// Options of `cargo xtask crash`.
#[derive(clap::Args)]
pub struct Args {
    /// How often workerd is killed
    #[arg(long, default_value_t = 200)]
    kills: u32,
    #[command(flatten)]
    build: build::Args,
}

/// Builds, kills, and fails if anything that was acknowledged is lost or there twice.
pub fn run(args: &Args) -> Result<()> {
    build::run(args.build.finish())?;
    let mut tests = command("cargo");
    tests
        .args(["test", "-p", "grelot-tests", "--test", "crash", "--"])
        .args(["outlives_crashes_under_load", "--nocapture"])
        .env("GRELOT_ROOT", paths::root())
        .env("GRELOT_KILLS", args.kills.to_string());
    node::offline(&mut tests)?;
    run_command(&mut tests)
}
