//! Deliveries to the generic endpoint: our own payloads, and published signatures where they are at
//! hand.

// A test shows what went wrong by panicking.
#![allow(clippy::unwrap_used)]

mod common {
    pub mod collected;
    pub mod hostile;
    pub mod own;
}

use common::collected::{collected, json};
use common::hostile::{bodies, odd_values};
use common::own::{all_own, own};
use proptest::prelude::*;
use serde_json::Value;
use shared::hooks::{Envelope, HookSource, Said};
use shared::source::Malformed;
use shared::time::Timestamp;
use shared::tracking::{IncidentReason, Status, TrackingUpdate, fold};

fn parse(body: &[u8]) -> Result<Said, Malformed> {
    HookSource::Tracking.parse(&Envelope {
        header: &|name| (name == "webhook-id").then(|| "msg_1".to_owned()),
        body,
        received_at: Timestamp::parse_rfc3339("2026-12-22T15:00:00Z").unwrap(),
    })
}

fn read(body: &[u8]) -> Vec<TrackingUpdate> {
    match parse(body).unwrap() {
        Said::Parcels(updates) => updates,
        other => panic!("{other:?}"),
    }
}

fn own_body(name: &str) -> Vec<u8> {
    own(&format!("tracking/{name}.json"))
}

#[test]
fn everything_that_can_be_told_is_read() {
    insta::assert_json_snapshot!(read(&own_body("everything")));
}

#[test]
fn each_parcel_tells_where_it_stands() {
    let told: Vec<_> = read(&own_body("several_parcels"))
        .iter()
        .map(|update| (update.number.clone(), fold(&update.events).status))
        .collect();
    let expected = [
        ("6A123456", Status::Delivered),
        ("6A123457", Status::OutForDelivery),
        ("6A123458", Status::PreTransit),
    ];
    assert_eq!(told, expected.map(|(n, status)| (n.to_owned(), status)));
}

#[test]
fn a_moved_point_is_a_reason() {
    let update = read(&own_body("everything")).remove(0);
    let reasons: Vec<_> = update.events.iter().filter_map(|e| e.reason).collect();
    assert_eq!(
        reasons,
        [IncidentReason::Disruption, IncidentReason::PointMoved]
    );
}

#[test]
fn another_type_is_left_alone() {
    assert_eq!(parse(&own_body("other_type")), Ok(Said::Nothing));
}

#[test]
fn only_what_is_needed_must_have_its_shape() {
    let whole = json(&own_body("everything"));
    for (field, needed) in [
        ("/timestamp", false),
        ("/data/parcels/0/number", true),
        ("/data/parcels/0/carrier", false),
        ("/data/parcels/0/url", false),
        ("/data/parcels/0/estimated_day", false),
        ("/data/parcels/0/pickup_point", false),
        ("/data/parcels/0/pickup_point/name", false),
        ("/data/parcels/0/pickup_point/closures", false),
        ("/data/parcels/0/pickup_point/closures/0", false),
        ("/data/parcels/0/proof", false),
        ("/data/parcels/0/events/0", true),
        ("/data/parcels/0/events/0/status", true),
        ("/data/parcels/0/events/0/reason", false),
        ("/data/parcels/0/events/0/occurred_at", true),
        ("/data/parcels/0/events/0/place", false),
    ] {
        for odd in odd_values().into_iter().filter(|odd| !odd.is_string()) {
            let mut body = whole.clone();
            match body.pointer_mut(field) {
                Some(value) => *value = odd.clone(),
                None => body["data"]["parcels"][0]["events"][0]["reason"] = odd.clone(),
            }
            let read = parse(body.to_string().as_bytes());
            assert_eq!(read.is_err(), needed, "{field}: {odd}");
        }
    }
}

#[test]
fn collected_signatures_verify_or_not_as_told() {
    for (name, vectors) in collected("standard_webhooks") {
        for case in json(&vectors)["cases"].as_array().unwrap() {
            assert_eq!(is_verified(case), case["valid"] == true, "{name}: {case}");
        }
    }
}

fn is_verified(case: &Value) -> bool {
    let header = |name: &str| case["headers"][name].as_str().map(str::to_owned);
    let envelope = Envelope {
        header: &header,
        body: case["body"].as_str().unwrap().as_bytes(),
        received_at: Timestamp(case["now"].as_i64().unwrap() * 1000),
    };
    HookSource::Tracking.verify(case["secret"].as_str().unwrap(), &envelope)
}

proptest! {
    #[test]
    fn no_payload_panics(body in bodies(all_own("tracking"))) {
        let _ = parse(&body);
    }
}
