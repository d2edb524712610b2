//! The secrets of a local edge and its demo merchant: random, made at the first start, readable by their owner only.

use std::io::Write;
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

use anyhow::{Context, Result};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Serialize};

/// Everything that the edge, the shop and the agents must agree on.
#[derive(Serialize, Deserialize)]
pub struct Secrets {
    /// Bearer of the edge's operator API.
    pub operator_token: String,
    /// 32 bytes in base64: seals the tickets with which sockets are opened.
    pub ticket_key: String,
    /// Signs the shop platform's webhooks.
    pub shopify: String,
    /// Signs the carrier's webhooks.
    pub easypost: String,
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
    /// Reads the secrets of earlier starts, or makes them.
    pub fn load_or_create(file: &Path) -> Result<Self> {
        if let Ok(text) = std::fs::read_to_string(file) {
            let unreadable = || {
                format!(
                    "{} is not understood: remove it to make new secrets",
                    file.display()
                )
            };
            return serde_json::from_str(&text).with_context(unreadable);
        }
        let secrets = Self::random()?;
        write_private(file, &secrets)?;
        Ok(secrets)
    }

    fn random() -> Result<Self> {
        Ok(Self {
            operator_token: hex::encode(random::<32>()?),
            ticket_key: STANDARD.encode(random::<32>()?),
            shopify: hex::encode(random::<32>()?),
            easypost: hex::encode(random::<32>()?),
            identity_key: IdentityKey {
                kid: format!("demo-{}", hex::encode(random::<4>()?)),
                secret: hex::encode(random::<32>()?),
            },
            agent_password: hex::encode(random::<8>()?),
        })
    }
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

    use super::Secrets;

    #[test]
    fn secrets_are_kept_over_starts_and_private() {
        let folder = std::env::temp_dir().join(format!("grelot-secrets-{}", std::process::id()));
        let file = folder.join("secrets.json");
        let first = Secrets::load_or_create(&file).expect("the first start makes them");
        let second = Secrets::load_or_create(&file).expect("the second start reads them");
        let mode = std::fs::metadata(&file)
            .expect("the file is there")
            .permissions()
            .mode();
        std::fs::remove_dir_all(&folder).expect("the folder can go");

        assert_eq!(first.operator_token, second.operator_token);
        assert_ne!(first.operator_token, first.shopify);
        assert_eq!(mode & 0o777, 0o600);
    }
}
