//! `AfterShip` deliveries as they come: our own payloads, and collected ones where they are at
//! hand.

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
use serde_json::{Value, json};
use shared::hooks::{Envelope, HookSource};
use shared::source::{Delivery, Malformed};
use shared::time::{Day, Timestamp};
use shared::tracking::{IncidentReason, Status, TrackingUpdate, aftership, fold, normalize_number};

fn deliver(body: &[u8]) -> Result<Delivery<Vec<TrackingUpdate>>, Malformed> {
    aftership::read(&Envelope {
        header: &|_| None,
        body,
        received_at: Timestamp(0),
    })
}

fn read(body: &[u8]) -> Result<TrackingUpdate, Malformed> {
    match deliver(body)? {
        Delivery::Understood(updates) => Ok(updates.into_iter().next().unwrap()),
        Delivery::Ignored => panic!("trackings are followed"),
    }
}

#[test]
fn a_tracking_is_read_whole() {
    let update = read(&own("aftership/tracking_update_delivered.json")).unwrap();
    insta::assert_json_snapshot!(update);
}

#[test]
fn each_delivery_tells_where_the_parcel_stands() {
    for (name, status, reason, day) in [
        (
            "tracking_update_in_transit",
            Status::InTransit,
            None,
            Some("2026-12-21"),
        ),
        (
            "tracking_update_out_for_delivery",
            Status::OutForDelivery,
            None,
            Some("2026-12-21"),
        ),
        (
            "tracking_update_missed",
            Status::DeliveryAttempted,
            Some(IncidentReason::Absent),
            Some("2026-12-22"),
        ),
        (
            "tracking_update_pickup",
            Status::AvailableForPickup,
            None,
            None,
        ),
        (
            "tracking_update_delivered",
            Status::Delivered,
            None,
            Some("2026-12-21"),
        ),
        (
            "tracking_update_customs",
            Status::Delayed,
            Some(IncidentReason::Customs),
            Some("2026-12-26"),
        ),
        ("tracking_update_returning", Status::Returning, None, None),
        ("edd_revise", Status::InTransit, None, Some("2026-12-23")),
    ] {
        let update = read(&own(&format!("aftership/{name}.json"))).unwrap();
        let state = fold(&update.events);
        assert_eq!((state.status, state.reason), (status, reason), "{name}");
        assert_eq!(update.estimated.as_ref().map(Day::as_str), day, "{name}");
    }
}

#[test]
fn a_pickup_point_is_named_and_no_visit_promised_before() {
    let update = read(&own("aftership/tracking_update_pickup.json")).unwrap();
    let point = update.pickup_point.unwrap();
    assert!(point.name.starts_with("Tabac des Terreaux"));
    let told: Vec<_> = update
        .events
        .iter()
        .map(|event| (event.status, event.zone_known))
        .collect();
    assert_eq!(
        told,
        [
            (Status::PreTransit, true),
            (Status::InTransit, true),
            (Status::InTransit, true),
            (Status::InTransit, false),
            (Status::AvailableForPickup, false),
        ]
    );
}

#[test]
fn that_nothing_was_heard_is_ignored() {
    let body = own("aftership/tracking_pending_time.json");
    assert_eq!(deliver(&body), Ok(Delivery::Ignored));
}

#[test]
fn an_optional_field_may_have_any_shape() {
    let event = json(&own("aftership/tracking_update_delivered.json"));
    for field in event["msg"].as_object().unwrap().keys() {
        for odd in odd_values() {
            let mut event = event.clone();
            event["msg"][field] = odd.clone();
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
fn collected_trackings_are_read() {
    for (name, body) in collected("aftership") {
        if name.ends_with("_vectors.json") {
            continue;
        }
        let answer = json(&body);
        let Some(tracking) = tracking(&answer["data"]) else {
            continue;
        };
        let checkpoints = tracking["checkpoints"].as_array().unwrap().len();
        let event = json!({"event": "tracking_update", "event_id": "1", "msg": tracking});
        let update = read(event.to_string().as_bytes()).unwrap();
        assert_eq!(update.events.len(), checkpoints, "{name}");
        assert!(
            update.events.iter().all(|e| e.status != Status::Unknown),
            "{name}"
        );
    }
}

/// The tracking of an answer of the API, as a webhook would carry it; none in an answer about
/// carriers.
fn tracking(data: &Value) -> Option<Value> {
    if data["tracking"].is_object() {
        return Some(data["tracking"].clone());
    }
    let mut tracking = data.clone();
    tracking["checkpoints"] = json!([data.get("checkpoint")?]);
    Some(tracking)
}

#[test]
fn collected_signatures_verify_or_not_as_told() {
    let Some(vectors) = bytes("aftership", "derived_vectors.json") else {
        return;
    };
    let vectors = json(&vectors);
    let secret = vectors["secret"].as_str().unwrap();
    for case in vectors["cases"].as_array().unwrap() {
        let sent = case["headers"]["aftership-hmac-sha256"].as_str().unwrap();
        let envelope = Envelope {
            header: &|name| (name == "aftership-hmac-sha256").then(|| sent.to_owned()),
            body: &bytes("aftership", case["body_file"].as_str().unwrap()).unwrap(),
            received_at: Timestamp(0),
        };
        let valid = case["valid"].as_bool().unwrap();
        assert_eq!(
            HookSource::Aftership.verify(secret, &envelope),
            valid,
            "{case}"
        );
    }
}

proptest! {
    #[test]
    fn whatever_comes_is_read_or_refused(body in bodies(all_own("aftership"))) {
        if let Ok(Delivery::Understood(updates)) = deliver(&body) {
            for update in updates {
                prop_assert!(!update.number.is_empty() && !update.delivery_id.is_empty());
                fold(&update.events);
            }
        }
    }
}
