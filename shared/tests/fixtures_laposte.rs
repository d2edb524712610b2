//! La Poste's answers as they come: our own, and collected ones where they are at hand.

// A test shows what went wrong by panicking.
#![allow(clippy::unwrap_used)]

mod common {
    pub mod collected;
    pub mod hostile;
    pub mod own;
}

use common::collected::{bytes, collected, json};
use common::hostile::bodies;
use common::own::{all_own, own};
use proptest::prelude::*;
use serde_json::json;
use shared::time::Timestamp;
use shared::tracking::laposte::{self, Outcome, Polled};
use shared::tracking::polling::{Polling, next_poll};
use shared::tracking::{Status, TrackingUpdate, fold};

fn polled_at() -> Timestamp {
    Timestamp::parse_rfc3339("2027-01-03T00:00:00Z").unwrap()
}

fn read(body: &[u8]) -> Vec<Polled> {
    laposte::read(body, polled_at()).unwrap()
}

fn own_body(name: &str) -> Vec<u8> {
    own(&format!("laposte/{name}.json"))
}

fn update(polled: &Polled) -> (&TrackingUpdate, bool) {
    match &polled.outcome {
        Outcome::Update { update, is_final } => (update, *is_final),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_parcel_is_read_whole() {
    let answer = read(&own_body("pickup"));
    insta::assert_json_snapshot!(update(&answer[0]).0);
}

#[test]
fn each_answer_tells_where_the_parcel_stands() {
    for (name, status, is_final) in [
        ("one_in_transit", Status::InTransit, false),
        ("pickup", Status::AvailableForPickup, false),
        ("way_back", Status::Returning, false),
        ("sent_back", Status::Returned, true),
    ] {
        let answer = read(&own_body(name));
        let (update, is_over) = update(&answer[0]);
        assert_eq!(fold(&update.events).status, status, "{name}");
        assert_eq!(is_over, is_final, "{name}");
        let polled = Polling::begin(polled_at(), 1).after(&answer[0].outcome, polled_at());
        assert_eq!(next_poll(&polled).is_none(), is_final, "{name}");
    }
}

#[test]
fn a_mixed_answer_has_an_outcome_for_each_number() {
    let asked = [
        "6C20481937715",
        "8R46207711953",
        "XX000000000XX",
        "XT482913365TS",
        "LL114223905FR",
        "6C20481937999",
    ]
    .map(str::to_owned);
    let outcomes = laposte::outcomes(&asked, &read(&own_body("mixed")));
    let [delivered, rest @ ..] = outcomes.as_slice() else {
        panic!("nothing was told");
    };
    let (parcel, is_final) = update(delivered);
    assert_eq!(
        (fold(&parcel.events).status, is_final, &parcel.estimated),
        (Status::Delivered, true, &None)
    );
    let (letter, _) = update(&rest[3]);
    assert_eq!(letter.carrier.as_deref(), Some("La Poste"));
    assert!(letter.url.as_ref().unwrap().ends_with("=LL114223905FR"));
    for (polled, expected) in rest.iter().zip([
        Some(Outcome::NotFound),
        Some(Outcome::InvalidNumber),
        Some(Outcome::RetryLater),
        None,
        Some(Outcome::RetryLater),
    ]) {
        if let Some(expected) = expected {
            assert_eq!(polled.outcome, expected, "{}", polled.number);
        }
    }
}

#[test]
fn a_bare_object_is_a_list_of_one() {
    let answer = read(&own_body("not_yet"));
    assert_eq!(answer[0].number, "8R46207711953");
    assert_eq!(answer[0].outcome, Outcome::NotFound);
    assert_eq!(read(&own_body("key_refused")), []);
}

#[test]
fn collected_answers_are_read() {
    for (name, body) in collected("_synthetic/laposte") {
        let answer = read(&body);
        if name.starts_with("error_400") {
            assert_eq!(answer[0].outcome, Outcome::InvalidNumber, "{name}");
            continue;
        }
        let (update, is_final) = update(&answer[0]);
        assert_eq!(fold(&update.events).status, Status::AvailableForPickup);
        assert_eq!(update.pickup_point.as_ref().unwrap().name, "CARREFOUR CITY");
        assert!(!is_final, "{name}");
    }
}

#[test]
fn every_collected_code_is_known() {
    let Some(codes) = bytes("laposte", "event_codes.json") else {
        return;
    };
    for (code, told) in json(&codes).as_object().unwrap() {
        let event = json!({ "code": code, "label": told["label_fr"], "date": "2026-12-21" });
        let answer = json!({ "shipment": { "idShip": "6C20481937715", "event": [event] } });
        let answer = read(answer.to_string().as_bytes());
        let status = update(&answer[0]).0.events[0].status;
        assert_ne!(status, Status::Unknown, "{code}");
    }
}

proptest! {
    #[test]
    fn no_answer_panics(body in bodies(all_own("laposte")), polled_at: i64) {
        let _ = laposte::read(&body, Timestamp(polled_at));
    }
}
