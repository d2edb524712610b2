//! The file through which `cargo xtask dev` tells this merchant about its Grelot site.

use std::fs;
use std::path::Path;

use anyhow::Context as _;
use serde::Deserialize;

/// What the merchant was given when it signed up, as far as it uses it.
#[derive(Clone, Deserialize)]
pub struct DemoFile {
    /// Origin of the edge, which serves the script.
    pub url: String,
    /// The site's public key.
    pub site: String,
    /// Where webhooks go.
    pub hooks: PerSource,
    /// What webhooks are signed with.
    pub webhook_secrets: PerSource,
    /// What identity tokens are signed with.
    pub identity_key: IdentityKey,
}

/// One text for each source of webhooks.
#[derive(Clone, Deserialize)]
pub struct PerSource {
    /// The shop platform's.
    pub shopify: String,
    /// The tracking service's.
    pub easypost: String,
}

/// The key shared with Grelot for identity tokens.
#[derive(Clone, Deserialize)]
pub struct IdentityKey {
    /// Its name, sent in the token's header.
    pub kid: String,
    /// The secret, whose UTF-8 bytes are the key.
    pub secret: String,
}

impl DemoFile {
    /// Reads the file.
    pub fn read(path: &Path) -> anyhow::Result<Self> {
        let text = fs::read_to_string(path).with_context(|| {
            format!("reading {}: is `cargo xtask dev` running?", path.display())
        })?;
        serde_json::from_str(&text).with_context(|| format!("reading {}", path.display()))
    }
}
