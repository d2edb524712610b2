//! What the chat costs a page and whoever looks at it: measured in Chromium by a program of the
//! end-to-end tests, which also says how it is shown.

use anyhow::{Context, Result};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::command::{command, run_quiet};
use crate::{browser, node, paths};

/// What the program says.
#[derive(Serialize, Deserialize)]
pub struct Page {
    /// Tables.
    #[serde(skip_serializing)]
    shown: String,
    #[serde(flatten)]
    figures: Map<String, Value>,
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
        println!("{}", self.shown);
    }
}
