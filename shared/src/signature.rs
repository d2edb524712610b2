//! Signatures of webhooks, over the raw bytes of the body, compared in constant time.
//!
//! Every check fails closed: an unset secret or a header that is not strictly encoded verifies
//! nothing.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use unicode_normalization::UnicodeNormalization;

use crate::time::Timestamp;

/// How far the signed time of a Standard Webhooks delivery may be from ours, either way.
const STANDARD_TOLERANCE_MILLIS: u64 = 5 * 60 * 1000;

/// Whether `X-Shopify-Hmac-Sha256` holds: the base64 HMAC-SHA256 of the body under the app's
/// client secret.
pub fn verify_shopify(secret: &str, body: &[u8], header: &str) -> bool {
    STANDARD
        .decode(header)
        .is_ok_and(|tag| verify(secret.as_bytes(), body, &tag))
}

/// Whether `X-Hmac-Signature` holds: `hmac-sha256-hex=` and the hexadecimal HMAC-SHA256 of the
/// body. `EasyPost` decomposes the secret (NFKD) before use, so that an accented secret verifies
/// in either form.
pub fn verify_easypost(secret: &str, body: &[u8], header: &str) -> bool {
    let Some(encoded) = header.strip_prefix("hmac-sha256-hex=") else {
        return false;
    };
    let secret: String = secret.nfkd().collect();
    hex::decode(encoded).is_ok_and(|tag| verify(secret.as_bytes(), body, &tag))
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
        now.millis_since(at).unsigned_abs() <= STANDARD_TOLERANCE_MILLIS
    })
}

fn verify(key: &[u8], body: &[u8], tag: &[u8]) -> bool {
    mac(key).is_some_and(|mac| mac.chain_update(body).verify_slice(tag).is_ok())
}

/// The MAC under a key; none under an empty one.
fn mac(key: &[u8]) -> Option<Hmac<Sha256>> {
    if key.is_empty() {
        return None;
    }
    Hmac::new_from_slice(key).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    const BODY: &[u8] = br#"{"id":1042}"#;
    /// `sesame` in base64.
    const KEY: &str = "whsec_c2VzYW1l";
    const NOW: Timestamp = Timestamp(1_795_082_400_000);

    fn standard_signature(id: &str, timestamp: &str, body: &[u8]) -> String {
        let signed = [format!("{id}.{timestamp}.").as_bytes(), body].concat();
        format!("v1,{}", STANDARD.encode(tag("sesame", &signed)))
    }

    fn tag(secret: &str, body: &[u8]) -> Vec<u8> {
        let mut mac = Hmac::<Sha256>::new_from_slice(secret.as_bytes()).unwrap();
        mac.update(body);
        mac.finalize().into_bytes().to_vec()
    }

    #[test]
    fn the_mac_is_hmac_sha256() {
        // RFC 4231, test case 2.
        assert_eq!(
            hex::encode(tag("Jefe", b"what do ya want for nothing?")),
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
        );
    }

    #[test]
    fn shopify_takes_strict_base64_of_the_right_tag_only() {
        let good = STANDARD.encode(tag("hush", BODY));
        assert!(verify_shopify("hush", BODY, &good));
        let unpadded = good.trim_end_matches('=');
        let spaced = format!(" {good}");
        let as_hex = hex::encode(tag("hush", BODY));
        let short = STANDARD.encode(&tag("hush", BODY)[..31]);
        for bad in ["", unpadded, &spaced, &as_hex, &short] {
            assert!(!verify_shopify("hush", BODY, bad), "{bad}");
        }
        assert!(!verify_shopify("hush", br#"{"id":1043}"#, &good));
        assert!(!verify_shopify("HUSH", BODY, &good));
    }

    #[test]
    fn easypost_takes_its_prefix_and_decomposes_the_secret() {
        let decomposed = "se\u{301}same";
        let header = format!("hmac-sha256-hex={}", hex::encode(tag(decomposed, BODY)));
        assert!(verify_easypost("s\u{e9}same", BODY, &header));
        assert!(verify_easypost(decomposed, BODY, &header));
        let bare = header.trim_start_matches("hmac-sha256-hex=").to_owned();
        let long = format!("{header}00");
        for bad in [
            "",
            "hmac-sha256-hex=",
            &bare,
            &long,
            &header[..header.len() - 1],
        ] {
            assert!(!verify_easypost(decomposed, BODY, bad), "{bad}");
        }
    }

    #[test]
    fn standard_takes_any_fitting_signature_of_the_list() {
        let good = standard_signature("msg_1", "1795082400", BODY);
        for (signatures, valid) in [
            (good.clone(), true),
            (format!("v1,AAAA {good}"), true),
            (format!("{good} v1a,AAAA"), true),
            (format!("v2,{}", &good[3..]), false),
            (good[3..].to_owned(), false),
            (good.trim_end_matches('=').to_owned(), false),
            (good.replace(',', ", "), false),
            (String::new(), false),
            ("v1,".to_owned(), false),
        ] {
            assert_eq!(
                verify_standard(KEY, "msg_1", "1795082400", &signatures, BODY, NOW),
                valid,
                "{signatures}"
            );
        }
        let bare = KEY.trim_start_matches("whsec_");
        assert!(verify_standard(
            bare,
            "msg_1",
            "1795082400",
            &good,
            BODY,
            NOW
        ));
    }

    #[test]
    fn standard_signs_id_time_and_body() {
        let good = standard_signature("msg_1", "1795082400", BODY);
        for (secret, id, timestamp, body) in [
            (KEY, "msg_2", "1795082400", BODY),
            (KEY, "", "1795082400", BODY),
            (KEY, "msg_1", "1795082401", BODY),
            (KEY, "msg_1", "1795082400", b"{}"),
            ("whsec_b3RoZXI=", "msg_1", "1795082400", BODY),
            ("whsec_", "msg_1", "1795082400", BODY),
            ("whsec_not base64", "msg_1", "1795082400", BODY),
        ] {
            assert!(
                !verify_standard(secret, id, timestamp, &good, body, NOW),
                "{secret} {id} {timestamp}"
            );
        }
    }

    #[test]
    fn standard_takes_what_was_signed_within_five_minutes() {
        for (timestamp, valid) in [
            ("1795082100", true),
            ("1795082099", false),
            ("1795082700", true),
            ("1795082701", false),
            ("0", false),
            ("", false),
            ("+1795082400", false),
            ("1795082400.0", false),
            ("9223372036854775807", false),
            ("99999999999999999999", false),
        ] {
            let signature = standard_signature("msg_1", timestamp, BODY);
            assert_eq!(
                verify_standard(KEY, "msg_1", timestamp, &signature, BODY, NOW),
                valid,
                "{timestamp}"
            );
        }
    }

    #[test]
    fn an_unset_secret_verifies_nothing() {
        assert!(!verify_shopify("", BODY, &STANDARD.encode(tag("", BODY))));
        let header = format!("hmac-sha256-hex={}", hex::encode(tag("", BODY)));
        assert!(!verify_easypost("", BODY, &header));
    }
}
