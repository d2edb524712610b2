//! The secrets of a local edge and its demo merchant: random, made at the first start, readable by their owner only.

use std::collections::BTreeMap;
use std::io::Write;
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

use anyhow::{Context, Result};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Serialize};

/// The sources of webhooks, as they are named in addresses.
pub const SOURCES: [&str; 11] = [
    "shopify",
    "woocommerce",
    "prestashop",
    "orders",
    "easypost",
    "aftership",
    "shippo",
    "17track",
    "sendcloud",
    "ship24",
    "tracking",
];

/// Those of them that sign as Standard Webhooks asks, with keys in base64.
const STANDARD_WEBHOOKS: [&str; 3] = ["prestashop", "orders", "tracking"];

/// The services that the edge asks by itself.
const SERVICES: [&str; 2] = ["laposte", "woocommerce"];

/// Everything that the edge, the shop and the agents must agree on.
#[derive(Serialize, Deserialize)]
pub struct Secrets {
    /// Bearer of the edge's operator API.
    pub operator_token: String,
    /// 32 bytes in base64: signs the tickets with which sockets are opened.
    pub ticket_key: String,
    /// A name and 32 bytes in base64: seals the secrets of sites at rest.
    #[serde(default)]
    pub seal_key: String,
    /// Sign the webhooks, by source.
    #[serde(default)]
    pub webhooks: BTreeMap<String, String>,
    /// Open the services that the edge asks, by service.
    #[serde(default)]
    pub services: BTreeMap<String, String>,
    /// Signs the identity tokens of shoppers that the shop knows.
    pub identity_key: IdentityKey,
    /// Opens the desk for the demo agents.
    pub agent_password: String,
}

/// A key with which the shop vouches for its shoppers.
#[derive(Clone, Serialize, Deserialize)]
pub struct IdentityKey {
    /// Names the key in a token's header.
    pub kid: String,
    /// The shared secret of HMAC-SHA256.
    pub secret: String,
}

impl Secrets {
    /// Reads the secrets of earlier starts, and makes those that are missing.
    pub fn load_or_create(file: &Path) -> Result<Self> {
        let mut secrets = match std::fs::read_to_string(file) {
            Ok(text) => serde_json::from_str(&text).with_context(|| {
                format!(
                    "{} is not understood: remove it to make new secrets",
                    file.display()
                )
            })?,
            Err(_) => Self::random()?,
        };
        secrets.complete()?;
        write_private(file, &secrets)?;
        Ok(secrets)
    }

    /// Makes a secret for each source and service that has none, and what seals them.
    fn complete(&mut self) -> Result<()> {
        if self.seal_key.is_empty() {
            self.seal_key = format!("local:{}", STANDARD.encode(random::<32>()?));
        }
        for source in SOURCES {
            if !self.webhooks.contains_key(source) {
                let secret = webhook_secret(source)?;
                self.webhooks.insert(source.to_owned(), secret);
            }
        }
        for service in SERVICES {
            if !self.services.contains_key(service) {
                let secret = hex::encode(random::<20>()?);
                self.services.insert(service.to_owned(), secret);
            }
        }
        Ok(())
    }

    /// New ones, all of them.
    pub fn random() -> Result<Self> {
        let mut secrets = Self {
            operator_token: hex::encode(random::<32>()?),
            ticket_key: STANDARD.encode(random::<32>()?),
            seal_key: String::new(),
            webhooks: BTreeMap::new(),
            services: BTreeMap::new(),
            identity_key: IdentityKey {
                kid: format!("demo-{}", hex::encode(random::<4>()?)),
                secret: hex::encode(random::<32>()?),
            },
            agent_password: hex::encode(random::<8>()?),
        };
        secrets.complete()?;
        Ok(secrets)
    }
}

/// A secret in the form that its source gives.
fn webhook_secret(source: &str) -> Result<String> {
    let bytes = random::<32>()?;
    Ok(if STANDARD_WEBHOOKS.contains(&source) {
        format!("whsec_{}", STANDARD.encode(bytes))
    } else {
        hex::encode(bytes)
    })
}

/// Writes a value as JSON into a file that only its owner can read.
pub fn write_private(file: &Path, value: &impl Serialize) -> Result<()> {
    if let Some(folder) = file.parent() {
        std::fs::create_dir_all(folder)?;
    }
    // The mode counts only for a new file: an older one may have been opened to others.
    let _ = std::fs::remove_file(file);
    let mut options = std::fs::OpenOptions::new();
    let mut opened = options
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(file)
        .with_context(|| format!("cannot write {}", file.display()))?;
    opened.write_all(serde_json::to_string_pretty(value)?.as_bytes())?;
    Ok(())
}

fn random<const N: usize>() -> Result<[u8; N]> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).context("the system has no randomness to give")?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt;

    use shared::hooks::HookSource;

    use super::{SOURCES, STANDARD_WEBHOOKS, Secrets};

    fn scratch(name: &str) -> std::path::PathBuf {
        let folder = format!("grelot-{name}-{}", std::process::id());
        std::env::temp_dir().join(folder).join("secrets.json")
    }

    #[test]
    fn every_source_that_the_edge_hears_has_a_secret() {
        assert_eq!(SOURCES.len(), HookSource::ALL.len());
        for source in HookSource::ALL {
            assert!(SOURCES.contains(&source.name()), "{source:?}");
        }
        assert!(STANDARD_WEBHOOKS.iter().all(|name| SOURCES.contains(name)));
    }

    #[test]
    fn what_an_older_version_did_not_know_is_added_and_the_rest_stays() {
        let file = scratch("older-secrets");
        let first = Secrets::load_or_create(&file).expect("the first start makes them");
        let mut older = serde_json::to_value(&first).expect("secrets are JSON");
        older["webhooks"] = serde_json::json!({ "shopify": "kept" });
        older.as_object_mut().expect("an object").remove("services");
        super::write_private(&file, &older).expect("the file can be written");
        let second = Secrets::load_or_create(&file).expect("the second start completes them");
        std::fs::remove_dir_all(file.parent().expect("a folder")).expect("the folder can go");

        assert_eq!(second.operator_token, first.operator_token);
        assert_eq!(second.webhooks["shopify"], "kept");
        assert!(second.webhooks["tracking"].starts_with("whsec_"));
        assert_eq!(second.services.len(), 2);
    }

    #[test]
    fn secrets_are_kept_over_starts_and_private() {
        let file = scratch("secrets");
        let first = Secrets::load_or_create(&file).expect("the first start makes them");
        let second = Secrets::load_or_create(&file).expect("the second start reads them");
        let mode = std::fs::metadata(&file)
            .expect("the file is there")
            .permissions()
            .mode();
        std::fs::remove_dir_all(file.parent().expect("a folder")).expect("the folder can go");

        assert_eq!(first.operator_token, second.operator_token);
        assert_eq!(first.webhooks, second.webhooks);
        assert_ne!(first.webhooks["shopify"], first.webhooks["easypost"]);
        assert_eq!(mode & 0o777, 0o600);
    }
}
