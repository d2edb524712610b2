//! Signatures of webhooks, over the raw bytes of the body, compared in constant time.
//!
//! Every check fails closed: an unset secret or a header that is not strictly encoded verifies
//! nothing.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use unicode_normalization::UnicodeNormalization;

/// Whether `X-Shopify-Hmac-Sha256` holds: the base64 HMAC-SHA256 of the body under the app's
/// client secret.
pub fn verify_shopify(secret: &str, body: &[u8], header: &str) -> bool {
    STANDARD
        .decode(header)
        .is_ok_and(|tag| verify(secret, body, &tag))
}

/// Whether `X-Hmac-Signature` holds: `hmac-sha256-hex=` and the hexadecimal HMAC-SHA256 of the
/// body. `EasyPost` decomposes the secret (NFKD) before use, so that an accented secret verifies
/// in either form.
pub fn verify_easypost(secret: &str, body: &[u8], header: &str) -> bool {
    let Some(encoded) = header.strip_prefix("hmac-sha256-hex=") else {
        return false;
    };
    let secret: String = secret.nfkd().collect();
    hex::decode(encoded).is_ok_and(|tag| verify(&secret, body, &tag))
}

fn verify(secret: &str, body: &[u8], tag: &[u8]) -> bool {
    if secret.is_empty() {
        return false;
    }
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(secret.as_bytes()) else {
        return false;
    };
    mac.update(body);
    mac.verify_slice(tag).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    const BODY: &[u8] = br#"{"id":1042}"#;

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
    fn an_unset_secret_verifies_nothing() {
        assert!(!verify_shopify("", BODY, &STANDARD.encode(tag("", BODY))));
        let header = format!("hmac-sha256-hex={}", hex::encode(tag("", BODY)));
        assert!(!verify_easypost("", BODY, &header));
    }
}
