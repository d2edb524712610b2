//! The demo shop as Lighthouse rates it, beside the same page without the chat.

use std::path::PathBuf;

use anyhow::{Context, Result};

use super::page::{self, Page};
use crate::command::{command, run_quiet};
use crate::{paths, progress};

/// The release that rates. It is fetched when it is asked for: nothing else needs it.
const VERSION: &str = "13.5.0";

/// Has it rate both.
pub fn measure() -> Result<Page> {
    let program = progress::step(1, 2, "Lighthouse", install)?;
    let program = program.to_str().context("a path that is text")?;
    progress::step(2, 2, "Ratings (about 3 minutes)", || {
        page::in_chromium(&["lighthouse", program])
    })
}

fn install() -> Result<PathBuf> {
    let folder = paths::at("target/tools/lighthouse").join(VERSION);
    let program = folder.join("node_modules/.bin/lighthouse");
    if !program.exists() {
        std::fs::create_dir_all(&folder)?;
        let mut npm = command("npm");
        npm.args(["install", "--ignore-scripts", "--no-audit", "--no-fund"])
            .arg(format!("lighthouse@{VERSION}"))
            .arg("--prefix")
            .arg(&folder);
        run_quiet(&mut npm)?;
    }
    Ok(program)
}
