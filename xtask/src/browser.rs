//! Chromium and its driver, for the tests that look at pages.

use std::path::PathBuf;

use anyhow::{Context, Result};

use crate::command;
use crate::toolchain::debian;

/// A browser and the driver that steers it.
pub struct Browser {
    /// The path of Chromium.
    pub chromium: PathBuf,
    /// The path of chromedriver.
    pub driver: PathBuf,
}

/// Finds both, and installs them where that is possible.
pub fn ensure() -> Result<Browser> {
    if let Some(found) = find() {
        return Ok(found);
    }
    if debian::may_install() {
        println!("Installing Chromium and its driver with apt-get …");
        debian::apt_update()?;
        debian::apt_install(&["chromium", "chromium-driver"])?;
    }
    find().context(
        "no Chromium with chromedriver: install both, or name them in CHROMIUM and CHROMEDRIVER",
    )
}

fn find() -> Option<Browser> {
    let chromium = program(
        "CHROMIUM",
        &["chromium", "chromium-browser", "google-chrome"],
    )?;
    let driver = program("CHROMEDRIVER", &["chromedriver"])?;
    Some(Browser { chromium, driver })
}

fn program(variable: &str, names: &[&str]) -> Option<PathBuf> {
    if let Some(named) = std::env::var_os(variable) {
        return Some(PathBuf::from(named)).filter(|path| path.is_file());
    }
    names.iter().find_map(|name| command::in_path(name))
}
