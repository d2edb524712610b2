//! Signatures of webhooks, over the raw bytes of the body, compared in constant time.
//!
//! Every check fails closed: an unset secret or a header that is not strictly encoded verifies
//! nothing.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};
use unicode_normalization::UnicodeNormalization;

use crate::time::Timestamp;

/// How far the signed time of a delivery may be from ours, either way.
const TOLERANCE_MILLIS: u64 = 5 * 60 * 1000;

/// Whether `X-Shopify-Hmac-Sha256` holds: the base64 HMAC-SHA256 of the body under the app's
/// client secret.
pub fn verify_shopify(secret: &str, body: &[u8], header: &str) -> bool {
    verify_base64(secret, body, header)
}

/// Whether a header is the base64 HMAC-SHA256 of the body under the secret.
pub fn verify_base64(secret: &str, body: &[u8], header: &str) -> bool {
    STANDARD
        .decode(header)
        .is_ok_and(|tag| verify(secret.as_bytes(), body, &tag))
}

/// Whether a header is the hexadecimal HMAC-SHA256 of the body under the secret.
pub fn verify_hex(secret: &str, body: &[u8], header: &str) -> bool {
    hex::decode(header).is_ok_and(|tag| verify(secret.as_bytes(), body, &tag))
}

/// Whether `X-Hmac-Signature` holds: `hmac-sha256-hex=` and the hexadecimal HMAC-SHA256 of the
/// body. `EasyPost` decomposes the secret (NFKD) before use, so that an accented secret verifies
/// in either form.
pub fn verify_easypost(secret: &str, body: &[u8], header: &str) -> bool {
    let Some(encoded) = header.strip_prefix("hmac-sha256-hex=") else {
        return false;
    };
    let secret: String = secret.nfkd().collect();
    verify_hex(&secret, body, encoded)
}

/// Whether `Shippo-Auth-Signature` holds: `t=` and the seconds since 1970, a comma, `v1=` and the
/// hexadecimal HMAC-SHA256 of those seconds as they are written, a dot and the body. One of several
/// `v1` is enough. The time is signed too: a delivery more than five minutes old or ahead of `now`
/// verifies nothing.
pub fn verify_shippo(secret: &str, body: &[u8], header: &str, now: Timestamp) -> bool {
    let Some((timestamp, tags)) = header
        .strip_prefix("t=")
        .and_then(|rest| rest.split_once(','))
    else {
        return false;
    };
    let signed = [timestamp.as_bytes(), b".", body].concat();
    is_near(timestamp, now)
        && tags
            .split(',')
            .filter_map(|tag| tag.strip_prefix("v1="))
            .any(|tag| verify_hex(secret, &signed, tag))
}

/// Whether 17TRACK's `sign` holds: the hexadecimal SHA-256 of the body, a slash and the API key.
pub fn verify_seventeentrack(key: &str, body: &[u8], header: &str) -> bool {
    let expected = Sha256::new()
        .chain_update(body)
        .chain_update("/")
        .chain_update(key)
        .finalize();
    hex::decode(header).is_ok_and(|sign| is_equal(key.as_bytes(), &expected, &sign))
}

/// Whether `Authorization` holds the secret as a bearer token.
pub fn verify_bearer(secret: &str, header: &str) -> bool {
    let secret = secret.as_bytes();
    header.split_once(' ').is_some_and(|(scheme, token)| {
        scheme.eq_ignore_ascii_case("bearer") && is_equal(secret, secret, token.as_bytes())
    })
}

/// Whether a delivery is signed as [Standard Webhooks](https://www.standardwebhooks.com) asks.
///
/// - `secret`: a base64 key, with or without `whsec_` before it;
/// - `id`, `timestamp`, `signatures`: the headers `webhook-id`, `webhook-timestamp` (seconds since
///   1970) and `webhook-signature`, as they came;
/// - `now`: when it came.
///
/// The signatures are a list with blanks between, so that a sender can change its key; one that
/// fits is enough, and versions other than `v1` are passed over. The time is signed too: a delivery
/// more than five minutes old or ahead verifies nothing.
pub fn verify_standard(
    secret: &str,
    id: &str,
    timestamp: &str,
    signatures: &str,
    body: &[u8],
    now: Timestamp,
) -> bool {
    let Some(mac) = standard_mac(secret) else {
        return false;
    };
    if id.is_empty() || !is_near(timestamp, now) {
        return false;
    }
    let mac = [id.as_bytes(), b".", timestamp.as_bytes(), b".", body]
        .into_iter()
        .fold(mac, Mac::chain_update);
    signatures
        .split(' ')
        .filter_map(|signature| signature.strip_prefix("v1,"))
        .filter_map(|encoded| STANDARD.decode(encoded).ok())
        .any(|tag| mac.clone().verify_slice(&tag).is_ok())
}

fn standard_mac(secret: &str) -> Option<Hmac<Sha256>> {
    let encoded = secret.strip_prefix("whsec_").unwrap_or(secret);
    mac(&STANDARD.decode(encoded).ok()?)
}

/// Whether a time in seconds, written in digits alone, is within the tolerance.
fn is_near(seconds: &str, now: Timestamp) -> bool {
    if !seconds.bytes().all(|b| b.is_ascii_digit()) {
        return false;
    }
    seconds.parse::<i64>().is_ok_and(|seconds| {
        let at = Timestamp(seconds.saturating_mul(1000));
        now.millis_since(at).unsigned_abs() <= TOLERANCE_MILLIS
    })
}

fn verify(key: &[u8], body: &[u8], tag: &[u8]) -> bool {
    mac(key).is_some_and(|mac| mac.chain_update(body).verify_slice(tag).is_ok())
}

/// Whether two texts are equal, in a time that tells nothing of where they differ: their MACs under
/// the secret key are compared.
fn is_equal(key: &[u8], one: &[u8], other: &[u8]) -> bool {
    mac(key).is_some_and(|mac| verify(key, one, &mac.chain_update(other).finalize().into_bytes()))
}

/// The MAC under a key; none under an empty one.
fn mac(key: &[u8]) -> Option<Hmac<Sha256>> {
    if key.is_empty() {
        return None;
    }
    Hmac::new_from_slice(key).ok()
}

#[cfg(test)]
mod tests;
