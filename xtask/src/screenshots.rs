//! `cargo xtask screenshots`: a picture of every screen of the panel, light and dark, on a phone and
//! on a desktop, in French, English and Arabic, in `target/screenshots`.

use anyhow::Result;

use crate::command::{command, run as run_command};
use crate::{browser, build, node, paths};

/// Builds, and has the tour take its pictures.
pub fn run(args: build::Args) -> Result<()> {
    build::run(args.finish())?;
    let browser = browser::ensure()?;
    let mut tour = command("cargo");
    tour.args(["test", "-p", "grelot-tests", "--test", "tour"])
        .args(["--", "--test-threads", "2"])
        .env("GRELOT_ROOT", paths::root())
        .env("CHROMIUM", &browser.chromium)
        .env("CHROMEDRIVER", &browser.driver);
    node::offline(&mut tour)?;
    run_command(&mut tour)?;
    println!("{}", paths::at("target/screenshots").display());
    Ok(())
}
