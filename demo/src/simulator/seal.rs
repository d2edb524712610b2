//! How sources sign what they send. A delivery is signed when it leaves: some sign the time too,
//! and an old time is refused.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::{Digest as _, Sha256};

use crate::clock::Time;

/// A header's name and value.
pub type Header = (&'static str, String);

/// A way to sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seal {
    /// A header with the base64 HMAC-SHA256 of the body.
    Base64(&'static str),
    /// A header with the hexadecimal HMAC-SHA256 of the body, after a label.
    Hex(&'static str, &'static str),
    /// Shippo's: the time, and the hexadecimal HMAC-SHA256 of the time and the body.
    Shippo,
    /// 17TRACK's: the hexadecimal SHA-256 of the body and the key.
    Seventeentrack,
    /// No signature: the secret itself.
    Bearer,
    /// Standard Webhooks: a name, the time, and the base64 HMAC-SHA256 of both and the body.
    StandardWebhooks,
}

impl Seal {
    /// The headers that sign a body under a secret, for a delivery of that name which leaves now.
    pub fn headers(self, secret: &str, name: &str, body: &str, now: Time) -> Vec<Header> {
        let seconds = now.timestamp();
        let key = secret.as_bytes();
        match self {
            Self::Base64(header) => vec![(header, STANDARD.encode(hmac(key, body)))],
            Self::Hex(header, label) => {
                vec![(header, format!("{label}{}", hex::encode(hmac(key, body))))]
            }
            Self::Shippo => {
                let tag = hex::encode(hmac(key, &format!("{seconds}.{body}")));
                vec![("Shippo-Auth-Signature", format!("t={seconds},v1={tag}"))]
            }
            Self::Seventeentrack => {
                let digest = Sha256::digest(format!("{body}/{secret}"));
                vec![("sign", hex::encode(digest))]
            }
            Self::Bearer => vec![("Authorization", format!("Bearer {secret}"))],
            Self::StandardWebhooks => {
                let tag = hmac(&standard_key(secret), &format!("{name}.{seconds}.{body}"));
                vec![
                    ("webhook-id", name.to_owned()),
                    ("webhook-timestamp", seconds.to_string()),
                    ("webhook-signature", format!("v1,{}", STANDARD.encode(tag))),
                ]
            }
        }
    }
}

/// The key within a secret of Standard Webhooks; a secret of another form is its own key, which
/// the other side refuses.
fn standard_key(secret: &str) -> Vec<u8> {
    secret
        .strip_prefix("whsec_")
        .and_then(|encoded| STANDARD.decode(encoded).ok())
        .unwrap_or_else(|| secret.as_bytes().to_vec())
}

fn hmac(key: &[u8], text: &str) -> Vec<u8> {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).expect("HMAC takes a key of any length");
    mac.update(text.as_bytes());
    mac.finalize().into_bytes().to_vec()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::simulator::fixtures::noon;

    #[test]
    fn signatures_agree_with_published_vectors() {
        let one = |seal: Seal, secret, body| seal.headers(secret, "", body, noon()).remove(0).1;
        let shopify = Seal::Base64("X-Shopify-Hmac-Sha256");
        let expected = "hMTq0K2x7oyOjoBwGYeTj5oxfnaVYXzbanUG9aajpKI=";
        assert_eq!(one(shopify, "hush", "\"my secret message\""), expected);
        assert_ne!(one(shopify, "hush", "\"my invalid message\""), expected);

        // Computed with `printf '{}' | openssl dgst -sha256 -hmac 123`.
        let expected =
            "hmac-sha256-hex=fcc9295610ebbba56ad12ca5af2c2557ebaf40a9d2fb948335b13b245f328af8";
        let easypost = Seal::Hex("X-Hmac-Signature", "hmac-sha256-hex=");
        assert_eq!(one(easypost, "123", "{}"), expected);
    }

    #[test]
    fn a_signed_time_is_that_of_leaving() {
        let later = noon() + chrono::TimeDelta::minutes(4);
        for seal in [Seal::Shippo, Seal::StandardWebhooks] {
            let signed =
                [noon(), later].map(|now| seal.headers("whsec_aHVzaA==", "msg", "{}", now));
            assert_ne!(signed[0], signed[1], "{seal:?}");
        }
    }
}
