//! 17TRACK deliveries as they come: our own payloads, and collected ones where they are at hand.

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
use shared::hooks::{Envelope, HookSource};
use shared::source::{Delivery, Malformed};
use shared::time::{Day, Timestamp};
use shared::tracking::{
    IncidentReason, Status, TrackingUpdate, fold, normalize_number, seventeentrack,
};

fn deliver(body: &[u8]) -> Result<Delivery<Vec<TrackingUpdate>>, Malformed> {
    seventeentrack::read(&Envelope {
        header: &|_| None,
        body,
        received_at: Timestamp(0),
    })
}

fn read(body: &[u8]) -> Result<Vec<TrackingUpdate>, Malformed> {
    match deliver(body)? {
        Delivery::Understood(updates) => Ok(updates),
        Delivery::Ignored => panic!("parcels are followed"),
    }
}

#[test]
fn a_parcel_is_read_whole() {
    let updates = read(&own("17track/tracking_updated_missed.json")).unwrap();
    insta::assert_json_snapshot!(updates);
}

#[test]
fn each_delivery_tells_where_the_parcel_stands() {
    for (name, status, reason, day) in [
        ("created", Status::PreTransit, None, Some("2026-12-21")),
        ("in_transit", Status::InTransit, None, Some("2026-12-21")),
        (
            "out_for_delivery",
            Status::OutForDelivery,
            None,
            Some("2026-12-21"),
        ),
        (
            "missed",
            Status::DeliveryAttempted,
            Some(IncidentReason::Absent),
            Some("2026-12-22"),
        ),
        ("pickup", Status::AvailableForPickup, None, None),
        (
            "customs",
            Status::Exception,
            Some(IncidentReason::Customs),
            None,
        ),
        ("returned", Status::Returned, None, None),
    ] {
        let updates = read(&own(&format!("17track/tracking_updated_{name}.json"))).unwrap();
        let state = fold(&updates[0].events);
        assert_eq!((state.status, state.reason), (status, reason), "{name}");
        let estimated = updates[0].estimated.as_ref().map(Day::as_str);
        assert_eq!(estimated, day, "{name}");
    }
}

#[test]
fn a_time_without_a_zone_is_flagged() {
    let updates = read(&own("17track/tracking_updated_pickup.json")).unwrap();
    let known: Vec<bool> = updates[0]
        .events
        .iter()
        .map(|event| event.zone_known)
        .collect();
    assert_eq!(known, [true, true, true, false]);
}

#[test]
fn parcels_of_one_delivery_have_names_of_their_own() {
    let updates = read(&own("17track/tracking_updated_several.json")).unwrap();
    let stand: Vec<_> = updates
        .iter()
        .map(|update| (update.number.as_str(), fold(&update.events).status))
        .collect();
    assert_eq!(
        stand,
        [
            ("6A20260077665", Status::Delivered),
            ("6A20260077672", Status::InTransit),
        ]
    );
    assert_ne!(updates[0].delivery_id, updates[1].delivery_id);
}

#[test]
fn that_nobody_looks_any_more_is_ignored() {
    let body = own("17track/tracking_stopped.json");
    assert_eq!(deliver(&body), Ok(Delivery::Ignored));
}

#[test]
fn an_optional_field_may_have_any_shape() {
    let event = json(&own("17track/tracking_updated_missed.json"));
    for odd in odd_values() {
        for field in event["data"].as_object().unwrap().keys() {
            let mut event = event.clone();
            event["data"][field] = odd.clone();
            let needed = field == "number";
            let number = normalize_number(odd.as_str().unwrap_or_default());
            assert_eq!(
                read(event.to_string().as_bytes()).is_err(),
                needed && number.is_empty(),
                "{field}: {odd}"
            );
        }
        for field in event["data"]["track_info"].as_object().unwrap().keys() {
            let mut event = event.clone();
            event["data"]["track_info"][field] = odd.clone();
            assert!(read(event.to_string().as_bytes()).is_ok(), "{field}: {odd}");
        }
    }
}

#[test]
fn collected_parcels_are_read() {
    for (name, body) in collected("_synthetic/17track") {
        if name.ends_with("vectors.json") {
            continue;
        }
        let updates = read(&body).unwrap();
        let providers = &json(&body)["data"]["track_info"]["tracking"]["providers"];
        let events = providers[0]["events"].as_array().unwrap().len();
        assert_eq!(updates[0].events.len(), events, "{name}");
        assert!(
            updates[0]
                .events
                .iter()
                .all(|event| event.status != Status::Unknown && event.zone_known),
            "{name}"
        );
    }
}

#[test]
fn collected_signatures_verify_or_not_as_told() {
    let Some(vectors) = bytes("_synthetic/17track", "vectors.json") else {
        return;
    };
    let vectors = json(&vectors);
    let key = vectors["secret"].as_str().unwrap();
    for case in vectors["cases"].as_array().unwrap() {
        let sent = case["headers"]["sign"].as_str().unwrap();
        let body_file = case["body_file"].as_str().unwrap();
        let envelope = Envelope {
            header: &|name| (name == "sign").then(|| sent.to_owned()),
            body: &bytes("_synthetic/17track", body_file).unwrap(),
            received_at: Timestamp(0),
        };
        let valid = case["valid"].as_bool().unwrap();
        assert_eq!(
            HookSource::Seventeentrack.verify(key, &envelope),
            valid,
            "{case}"
        );
    }
}

proptest! {
    #[test]
    fn whatever_comes_is_read_or_refused(body in bodies(all_own("17track"))) {
        if let Ok(Delivery::Understood(updates)) = deliver(&body) {
            for update in updates {
                prop_assert!(!update.number.is_empty() && !update.delivery_id.is_empty());
                fold(&update.events);
            }
        }
    }
}
