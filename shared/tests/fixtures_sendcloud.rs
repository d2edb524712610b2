//! Sendcloud deliveries as they come: our own payloads, and collected ones where they are at hand.

// A test shows what went wrong by panicking.
#![allow(clippy::unwrap_used)]

mod common {
    pub mod collected;
    pub mod hostile;
    pub mod own;
}

use common::collected::{collected, json};
use common::hostile::bodies;
use common::own::{all_own, own};
use proptest::prelude::*;
use shared::hooks::{Envelope, HookSource, Said};
use shared::source::Malformed;
use shared::time::Timestamp;
use shared::tracking::{Status, TrackingUpdate, fold};

fn parse(body: &[u8]) -> Result<Said, Malformed> {
    HookSource::Sendcloud.parse(&Envelope {
        header: &|_| None,
        body,
        received_at: Timestamp::parse_rfc3339("2026-12-24T00:00:00Z").unwrap(),
    })
}

fn read(body: &[u8]) -> TrackingUpdate {
    match parse(body).unwrap() {
        Said::Parcels(mut updates) => updates.remove(0),
        other => panic!("{other:?}"),
    }
}

fn own_body(name: &str) -> Vec<u8> {
    own(&format!("sendcloud/{name}.json"))
}

#[test]
fn a_parcel_is_read_whole() {
    insta::assert_json_snapshot!(read(&own_body("driver_en_route")));
}

#[test]
fn each_delivery_tells_where_the_parcel_stands() {
    for (name, status) in [
        ("en_route", Status::InTransit),
        ("driver_en_route", Status::OutForDelivery),
        ("attempt_failed", Status::DeliveryAttempted),
        ("awaiting_pickup", Status::AvailableForPickup),
        ("collected", Status::Delivered),
        ("address_invalid", Status::Exception),
    ] {
        let update = read(&own_body(name));
        assert_eq!(fold(&update.events).status, status, "{name}");
        assert_eq!(update.number, "8R46207711953", "{name}");
    }
}

#[test]
fn what_is_not_on_its_way_to_a_shopper_is_left_alone() {
    for name in ["being_announced", "integration_updated", "return_delivered"] {
        assert_eq!(parse(&own_body(name)), Ok(Said::Nothing), "{name}");
    }
}

#[test]
fn no_address_of_the_shopper_is_kept() {
    let told = serde_json::to_string(&read(&own_body("awaiting_pickup"))).unwrap();
    for secret in ["Tilleuls", "38000", "Rousseau", "camille"] {
        assert!(!told.contains(secret), "{secret}");
    }
}

#[test]
fn collected_deliveries_are_read() {
    for (name, body) in collected("_synthetic/sendcloud") {
        let status = fold(&read(&body).events).status;
        assert_eq!(status, Status::AvailableForPickup, "{name}");
    }
}

#[test]
fn collected_signatures_verify_or_not_as_told() {
    for (name, vectors) in collected("sendcloud") {
        for case in json(&vectors)["cases"].as_array().unwrap() {
            let header = |name: &str| {
                let header = (name == "sendcloud-signature").then_some("Sendcloud-Signature")?;
                case["headers"][header].as_str().map(str::to_owned)
            };
            let envelope = Envelope {
                header: &header,
                body: case["body"].as_str().unwrap().as_bytes(),
                received_at: Timestamp(0),
            };
            let secret = case["secret"].as_str().unwrap();
            let valid = case["valid"].as_bool().unwrap();
            let verified = HookSource::Sendcloud.verify(secret, &envelope);
            assert_eq!(verified, valid, "{name}: {case}");
        }
    }
}

proptest! {
    #[test]
    fn no_payload_panics(body in bodies(all_own("sendcloud"))) {
        let _ = parse(&body);
    }
}
