//! The file through which `cargo xtask dev` tells this merchant about its Grelot site.

use std::collections::BTreeMap;
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
    /// Where webhooks go, by source.
    pub hooks: BTreeMap<String, String>,
    /// What webhooks are signed with, by source.
    pub webhook_secrets: BTreeMap<String, String>,
    /// What Grelot shows when it asks.
    #[serde(default)]
    pub api_keys: ApiKeys,
    /// What identity tokens are signed with.
    pub identity_key: IdentityKey,
}

/// The keys under which the simulated services answer Grelot; without one they answer nobody.
#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub struct ApiKeys {
    /// La Poste's, shown as `X-Okapi-Key`.
    pub laposte: Option<String>,
    /// `WooCommerce`'s consumer key and secret, shown by HTTP's basic scheme.
    pub woocommerce: Option<ConsumerKey>,
}

/// A consumer of a REST API.
#[derive(Clone, Deserialize)]
pub struct ConsumerKey {
    /// Its name.
    pub key: String,
    /// Its secret.
    pub secret: String,
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
