//! Each source's signatures: what holds, and all that is near it and does not.

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
fn a_bearer_token_is_the_secret() {
    for (header, valid) in [
        ("Bearer hush", true),
        ("bearer hush", true),
        ("Bearer hush ", false),
        ("Bearer  hush", false),
        ("Bearer HUSH", false),
        ("Bearer hus", false),
        ("Bearer ", false),
        ("Bearer", false),
        ("Basic hush", false),
        ("hush", false),
        ("", false),
    ] {
        assert_eq!(verify_bearer("hush", header), valid, "{header}");
    }
    assert!(!verify_bearer("", "Bearer "));
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
fn wh10_standard_takes_what_was_signed_within_five_minutes() {
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

/// A header of Shippo's, signed at a time with the secret `hush`.
fn shippo_header(timestamp: &str) -> String {
    let signed = [timestamp.as_bytes(), b".", BODY].concat();
    format!("t={timestamp},v1={}", hex::encode(tag("hush", &signed)))
}

#[test]
fn shippo_signs_time_and_body() {
    let good = shippo_header("1795082400");
    let tag_alone = good.split_once("v1=").unwrap().1;
    for (header, valid) in [
        (good.clone(), true),
        (format!("t=1795082400,v1=00,v1={tag_alone}"), true),
        (format!("t=1795082400,v0=1,v1={tag_alone}"), true),
        (format!("t=1795082401,v1={tag_alone}"), false),
        (format!("v1={tag_alone},t=1795082400"), false),
        (format!("t=1795082400,v1={tag_alone}00"), false),
        (format!("t=1795082400, v1={tag_alone}"), false),
        (
            format!("t=1795082400,v1={}", hex::encode(tag("hush", BODY))),
            false,
        ),
        ("t=1795082400,v1=".to_owned(), false),
        ("t=1795082400".to_owned(), false),
        (tag_alone.to_owned(), false),
        (String::new(), false),
    ] {
        assert_eq!(verify_shippo("hush", BODY, &header, NOW), valid, "{header}");
    }
    assert!(!verify_shippo("other", BODY, &good, NOW));
    assert!(!verify_shippo("hush", b"{}", &good, NOW));
}

#[test]
fn wh10_shippo_takes_what_was_signed_within_five_minutes() {
    for (timestamp, valid) in [
        ("1795082100", true),
        ("1795082099", false),
        ("1795082700", true),
        ("1795082701", false),
        ("", false),
        ("-1795082400", false),
        ("99999999999999999999", false),
    ] {
        let header = shippo_header(timestamp);
        assert_eq!(
            verify_shippo("hush", BODY, &header, NOW),
            valid,
            "{timestamp}"
        );
    }
}

#[test]
fn seventeentrack_takes_the_hash_of_body_and_key() {
    let hash = |text: &str| hex::encode(Sha256::digest(text));
    let good = hash(r#"{"id":1042}/hush"#);
    for (sign, valid) in [
        (good.clone(), true),
        (good.to_uppercase(), true),
        (good[2..].to_owned(), false),
        (format!("{good}00"), false),
        (hash(r#"{"id":1042}hush"#), false),
        (hash(r#"{"id":1042}/"#), false),
        (hex::encode(tag("hush", BODY)), false),
        (String::new(), false),
    ] {
        assert_eq!(verify_seventeentrack("hush", BODY, &sign), valid, "{sign}");
    }
    assert!(!verify_seventeentrack("hush", b"{}", &good));
    let unset = hash(r#"{"id":1042}/"#);
    assert!(!verify_seventeentrack("", BODY, &unset));
}

#[test]
fn an_unset_secret_verifies_nothing() {
    assert!(!verify_base64("", BODY, &STANDARD.encode(tag("", BODY))));
    assert!(!verify_hex("", BODY, &hex::encode(tag("", BODY))));
    let header = format!("hmac-sha256-hex={}", hex::encode(tag("", BODY)));
    assert!(!verify_easypost("", BODY, &header));
}
