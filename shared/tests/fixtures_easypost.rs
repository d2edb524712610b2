//! `EasyPost` deliveries as they come: our own payloads, and collected ones where they are at
//! hand.

// A test shows what went wrong by panicking.
#![allow(clippy::unwrap_used)]

mod common {
    pub mod collected;
    pub mod own;
}

use common::collected::{bytes, collected, json};
use common::own::own;
use serde_json::{Value, json};
use shared::signature::verify_easypost;
use shared::source::{Delivery, Malformed};
use shared::time::Day;
use shared::tracking::easypost::parse;
use shared::tracking::{Status, TrackingUpdate, fold};

fn read(body: &[u8]) -> Result<TrackingUpdate, Malformed> {
    match parse(body)? {
        Delivery::Understood(update) => Ok(update),
        Delivery::Ignored => panic!("trackers are followed"),
    }
}

#[test]
fn a_tracker_is_read_whole() {
    let update = read(&own("easypost/tracker_updated_delivered.json")).unwrap();
    insta::assert_json_snapshot!(update);
}

#[test]
fn each_delivery_tells_where_the_parcel_stands() {
    for (name, status, day) in [
        ("tracker_created", Status::PreTransit, Some("2026-12-21")),
        (
            "tracker_updated_in_transit",
            Status::InTransit,
            Some("2026-12-21"),
        ),
        (
            "tracker_updated_delayed",
            Status::Delayed,
            Some("2026-12-22"),
        ),
        (
            "tracker_updated_out_for_delivery",
            Status::OutForDelivery,
            Some("2026-12-21"),
        ),
        (
            "tracker_updated_delivered",
            Status::Delivered,
            Some("2026-12-21"),
        ),
        (
            "tracker_updated_missed",
            Status::DeliveryAttempted,
            Some("2026-12-21"),
        ),
        (
            "tracker_updated_second_round",
            Status::OutForDelivery,
            Some("2026-12-22"),
        ),
        ("tracker_updated_pickup", Status::AvailableForPickup, None),
        ("tracker_updated_returned", Status::Returned, None),
    ] {
        let update = read(&own(&format!("easypost/{name}.json"))).unwrap();
        assert_eq!(fold(&update.events).status, status, "{name}");
        assert_eq!(update.estimated.as_ref().map(Day::as_str), day, "{name}");
    }
}

#[test]
fn a_missed_delivery_is_one_line_in_the_carriers_words() {
    let update = read(&own("easypost/tracker_updated_missed.json")).unwrap();
    let missed: Vec<_> = update
        .events
        .iter()
        .filter(|event| event.description.contains("absent"))
        .map(|event| (event.status, event.place.as_deref(), event.zone_known))
        .collect();
    assert_eq!(
        missed,
        [(Status::DeliveryAttempted, Some("LYON, FR"), false)]
    );
    assert_eq!(update.events.len(), 5);
}

#[test]
fn other_events_are_ignored() {
    assert_eq!(
        parse(&own("easypost/batch_created.json")),
        Ok(Delivery::Ignored)
    );
}

#[test]
fn an_optional_field_may_have_any_shape() {
    let event = json(&own("easypost/tracker_updated_delivered.json"));
    let tracker = event["result"].as_object().unwrap();
    for field in tracker.keys() {
        for odd in [
            json!(null),
            json!("?"),
            json!(7),
            json!([]),
            json!({}),
            json!([[1], null]),
        ] {
            let mut event = event.clone();
            event["result"][field] = odd.clone();
            let needed = field == "tracking_code";
            assert_eq!(
                read(event.to_string().as_bytes()).is_err(),
                needed,
                "{field}: {odd}"
            );
        }
    }
}

#[test]
fn collected_trackers_are_read() {
    for (name, body) in collected("easypost") {
        let body = json(&body);
        if name.ends_with("_vectors.json") {
            continue;
        }
        if body["object"] == "Event" {
            // An event of the API's documentation may come without its tracker.
            let whole = body["result"]["tracking_code"].is_string();
            assert_eq!(read(body.to_string().as_bytes()).is_ok(), whole, "{name}");
            continue;
        }
        let details = body["tracking_details"].as_array().unwrap().len();
        let event = json!({"id": "evt_1", "description": "tracker.updated", "result": body});
        let update = read(event.to_string().as_bytes()).unwrap();
        assert_eq!(update.events.len(), details, "{name}");
        assert!(
            update.events.iter().all(|e| e.status != Status::Unknown),
            "{name}"
        );
    }
}

#[test]
fn collected_signatures_verify_or_not_as_told() {
    let Some(vectors) = bytes("easypost", "webhook_vectors.json") else {
        return;
    };
    for case in json(&vectors)["cases"].as_array().unwrap() {
        let secret = case["secret"].as_str().unwrap();
        let header = case["headers"]["X-Hmac-Signature"]
            .as_str()
            .unwrap_or_default();
        let valid = case["valid"].as_bool().unwrap();
        assert_eq!(
            verify_easypost(secret, &signed_body(case), header),
            valid,
            "{case}"
        );
    }
}

fn signed_body(case: &Value) -> Vec<u8> {
    let Some(name) = case["body_file"].as_str() else {
        return case["body"].as_str().unwrap().as_bytes().to_vec();
    };
    let mut body = bytes("easypost", name).unwrap();
    if case["body_trim_final_newline"] == true && body.last() == Some(&b'\n') {
        body.pop();
    }
    body
}
