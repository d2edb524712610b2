//! The merchant under load, as `cargo xtask bench` has told it to the edge.

use std::path::Path;

use anyhow::{Context, Result};
use serde::Deserialize;

/// What of the merchant's file the load needs.
#[derive(Deserialize)]
pub struct DemoFile {
    /// The merchant's key.
    pub site: String,
    /// Where webhooks go.
    pub hooks: Sources,
    /// What signs them.
    pub webhook_secrets: Sources,
    /// Who answers shoppers.
    pub agent: Account,
}

/// What an agent signs in with.
#[derive(Deserialize)]
pub struct Account {
    /// The e-mail.
    pub email: String,
    /// The password.
    pub password: String,
}

/// One value for each source of webhooks.
#[derive(Deserialize)]
pub struct Sources {
    /// The shop platform.
    pub shopify: String,
    /// The carriers.
    pub easypost: String,
}

impl DemoFile {
    /// Reads the file.
    pub fn read(path: &Path) -> Result<Self> {
        let shown = path.display();
        let text = std::fs::read_to_string(path).with_context(|| format!("cannot read {shown}"))?;
        serde_json::from_str(&text).with_context(|| format!("{shown} is not understood"))
    }
}
