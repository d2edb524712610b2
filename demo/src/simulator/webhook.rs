//! A webhook ready to be sent, and where it goes.

use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::Sha256;

use crate::config::DemoFile;

/// Where the shop platform and the tracking service send to, and how they sign.
#[derive(Clone)]
pub struct Hooks {
    /// The shop platform's.
    pub shopify: Hook,
    /// The tracking service's.
    pub easypost: Hook,
}

/// One address and its secret.
#[derive(Clone)]
pub struct Hook {
    /// The address.
    pub url: String,
    /// The shared secret.
    pub secret: String,
}

impl Hooks {
    /// Those of the demo file.
    pub fn of(demo: &DemoFile) -> Self {
        let (hooks, secrets) = (demo.hooks.clone(), demo.webhook_secrets.clone());
        Self {
            shopify: Hook {
                url: hooks.shopify,
                secret: secrets.shopify,
            },
            easypost: Hook {
                url: hooks.easypost,
                secret: secrets.easypost,
            },
        }
    }
}

/// A signed request.
#[derive(Clone, Debug)]
pub struct Webhook {
    /// The number of the order that it speaks of.
    pub order: u32,
    /// Who seems to send it: `Shopify` or `EasyPost`.
    pub source: &'static str,
    /// What it is about, in the source's words.
    pub topic: String,
    /// The step that it was sent for, for the log.
    pub news: &'static str,
    /// What is odd about it, for the log.
    pub oddity: Option<&'static str>,
    /// Where it goes.
    pub url: String,
    /// Its headers.
    pub headers: Vec<(&'static str, String)>,
    /// Its body, the very bytes that were signed.
    pub body: String,
}

/// HMAC-SHA256 of a body.
pub fn hmac_sha256(secret: &str, body: &str) -> Vec<u8> {
    let mut mac =
        Hmac::<Sha256>::new_from_slice(secret.as_bytes()).expect("HMAC takes a key of any length");
    mac.update(body.as_bytes());
    mac.finalize().into_bytes().to_vec()
}
