//! Signatures of Standard Webhooks as they are published, where they are at hand.

// A test shows what went wrong by panicking.
#![allow(clippy::unwrap_used)]

mod common {
    pub mod collected;
}

use common::collected::{bytes, json};
use shared::signature::verify_standard;
use shared::time::Timestamp;

#[test]
fn collected_signatures_verify_or_not_as_told() {
    let Some(vectors) = bytes("standard_webhooks", "webhook_vectors.json") else {
        return;
    };
    for case in json(&vectors)["cases"].as_array().unwrap() {
        let header = |name: &str| case["headers"][name].as_str().unwrap();
        let verified = verify_standard(
            case["secret"].as_str().unwrap(),
            header("webhook-id"),
            header("webhook-timestamp"),
            header("webhook-signature"),
            case["body"].as_str().unwrap().as_bytes(),
            Timestamp(case["now"].as_i64().unwrap() * 1000),
        );
        assert_eq!(verified, case["valid"].as_bool().unwrap(), "{case}");
    }
}
