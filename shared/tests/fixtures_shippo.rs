//! Shippo deliveries as they come: our own payloads, and collected ones where they are at hand.

// A test shows what went wrong by panicking.
#![allow(clippy::unwrap_used)]

mod common {
    pub mod collected;
    pub mod hostile;
    pub mod own;
}

use common::collected::{bytes, collected, json};
use common::hostile::{bodies, odd_values};
use common::own::{all_own, own};
use proptest::prelude::*;
use serde_json::json;
use shared::hooks::{Envelope, HookSource};
use shared::source::{Delivery, Malformed};
use shared::time::{Day, Timestamp};
use shared::tracking::{Status, TrackingUpdate, fold, normalize_number, shippo};

/// When the collected vectors were signed.
const SIGNED_AT: Timestamp = Timestamp(1_780_000_000_000);

fn deliver(body: &[u8]) -> Result<Delivery<Vec<TrackingUpdate>>, Malformed> {
    shippo::read(&Envelope {
        header: &|_| None,
        body,
        received_at: Timestamp(0),
    })
}

fn read(body: &[u8]) -> Result<TrackingUpdate, Malformed> {
    match deliver(body)? {
        Delivery::Understood(updates) => Ok(updates.into_iter().next().unwrap()),
        Delivery::Ignored => panic!("tracks are followed"),
    }
}

#[test]
fn a_track_is_read_whole() {
    let update = read(&own("shippo/track_updated_delivered.json")).unwrap();
    insta::assert_json_snapshot!(update);
}

#[test]
fn each_delivery_tells_where_the_parcel_stands() {
    for (name, status, day) in [
        ("created", Status::PreTransit, Some("2026-12-21")),
        ("in_transit", Status::InTransit, Some("2026-12-21")),
        ("delayed", Status::Delayed, Some("2026-12-23")),
        (
            "out_for_delivery",
            Status::OutForDelivery,
            Some("2026-12-21"),
        ),
        ("missed", Status::DeliveryAttempted, Some("2026-12-21")),
        ("pickup", Status::AvailableForPickup, None),
        ("delivered", Status::Delivered, Some("2026-12-21")),
        ("returned", Status::Returning, None),
        ("lost", Status::Lost, None),
    ] {
        let update = read(&own(&format!("shippo/track_updated_{name}.json"))).unwrap();
        assert_eq!(fold(&update.events).status, status, "{name}");
        assert_eq!(update.estimated.as_ref().map(Day::as_str), day, "{name}");
    }
}

#[test]
fn a_label_is_no_track() {
    let body = own("shippo/transaction_created.json");
    assert_eq!(deliver(&body), Ok(Delivery::Ignored));
}

#[test]
fn an_optional_field_may_have_any_shape() {
    let event = json(&own("shippo/track_updated_delivered.json"));
    for field in event["data"].as_object().unwrap().keys() {
        for odd in odd_values() {
            let mut event = event.clone();
            event["data"][field] = odd.clone();
            let needed = field == "tracking_number";
            let number = normalize_number(odd.as_str().unwrap_or_default());
            assert_eq!(
                read(event.to_string().as_bytes()).is_err(),
                needed && number.is_empty(),
                "{field}: {odd}"
            );
        }
    }
}

#[test]
fn collected_tracks_are_read() {
    for (name, body) in collected("shippo") {
        if name.ends_with("_vectors.json") {
            continue;
        }
        let mut body = json(&body);
        if body.get("event").is_none() {
            body = json!({"event": "track_updated", "test": false, "data": body});
        }
        let history = body["data"]["tracking_history"].as_array().map(Vec::len);
        // The API's answer about a carrier that it doesn't know has none.
        let read = read(body.to_string().as_bytes());
        let told = read.as_ref().ok().map(|update| update.events.len());
        assert_eq!(told, history, "{name}");
        let Ok(update) = read else { continue };
        assert_eq!(fold(&update.events).status, Status::Delivered, "{name}");
    }
}

#[test]
fn collected_signatures_verify_or_not_as_told() {
    let Some(vectors) = bytes("shippo", "derived_vectors.json") else {
        return;
    };
    let vectors = json(&vectors);
    let secret = vectors["secret"].as_str().unwrap();
    for case in vectors["cases"].as_array().unwrap() {
        let sent = case["headers"]["Shippo-Auth-Signature"].as_str().unwrap();
        let body = bytes("shippo", case["body_file"].as_str().unwrap()).unwrap();
        let holds = |received_at: Timestamp| {
            let envelope = Envelope {
                header: &|name| (name == "shippo-auth-signature").then(|| sent.to_owned()),
                body: &body,
                received_at,
            };
            HookSource::Shippo.verify(secret, &envelope)
        };
        assert_eq!(holds(SIGNED_AT), case["valid"].as_bool().unwrap(), "{case}");
        assert!(!holds(SIGNED_AT.plus_millis(301_000)), "{case}");
    }
}

proptest! {
    #[test]
    fn whatever_comes_is_read_or_refused(body in bodies(all_own("shippo"))) {
        if let Ok(Delivery::Understood(updates)) = deliver(&body) {
            for update in updates {
                prop_assert!(!update.number.is_empty() && !update.delivery_id.is_empty());
                fold(&update.events);
            }
        }
    }
}
