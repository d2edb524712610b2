//! Node.js, and the packages that package.json pins.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::{command, paths};

/// Holds the package-lock.json that the installed packages came from.
const STAMP: &str = "target/node-packages.lock";

/// Whether the installed packages are those of package-lock.json.
pub fn is_current() -> Result<bool> {
    let wanted =
        std::fs::read(paths::at("package-lock.json")).context("cannot read package-lock.json")?;
    let installed = std::fs::read(paths::at(STAMP)).unwrap_or_default();
    Ok(wanted == installed && bin("wrangler").exists())
}

/// Installs the packages exactly as locked. Their install scripts are not run: none of them is needed.
pub fn install() -> Result<()> {
    if command::in_path("npm").is_none() {
        bail!("npm is missing: install Node.js (any version from 20, with npm) and start again");
    }
    command::run_quiet(command::command("npm").args(["ci", "--ignore-scripts"]))?;
    std::fs::create_dir_all(paths::at("target"))?;
    std::fs::copy(paths::at("package-lock.json"), paths::at(STAMP))?;
    Ok(())
}

/// A program of the installed packages.
pub fn bin(name: &str) -> PathBuf {
    paths::at("node_modules/.bin").join(name)
}

/// A command of the installed packages, run by the pinned Node.js and told to stay off the network.
pub fn tool(name: &str) -> Result<Command> {
    let mut tool = command::command(bin(name));
    offline(&mut tool)?;
    Ok(tool)
}

/// Puts the pinned Node.js first in `PATH`, and keeps Wrangler and Miniflare from calling home.
pub fn offline(command: &mut Command) -> Result<()> {
    command
        .env("PATH", command::path_with(&paths::at("node_modules/.bin"))?)
        .env("WRANGLER_SEND_METRICS", "false")
        .env("CLOUDFLARE_CF_FETCH_ENABLED", "false")
        .env("CI", "1");
    Ok(())
}
