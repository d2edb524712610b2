//! Ship24 deliveries as they come: our own payloads, and collected ones where they are at hand.

// A test shows what went wrong by panicking.
#![allow(clippy::unwrap_used)]

mod common {
    pub mod collected;
    pub mod hostile;
    pub mod own;
}

use common::collected::collected;
use common::hostile::bodies;
use common::own::{all_own, own};
use proptest::prelude::*;
use shared::hooks::{Envelope, HookSource, Said};
use shared::source::Malformed;
use shared::time::Timestamp;
use shared::tracking::{IncidentReason, Status, TrackingUpdate, fold};

fn parse(body: &[u8]) -> Result<Said, Malformed> {
    HookSource::Ship24.parse(&Envelope {
        header: &|_| None,
        body,
        received_at: Timestamp::parse_rfc3339("2026-12-30T00:00:00Z").unwrap(),
    })
}

fn read(body: &[u8]) -> Vec<TrackingUpdate> {
    match parse(body).unwrap() {
        Said::Parcels(updates) => updates,
        other => panic!("{other:?}"),
    }
}

fn own_body(name: &str) -> Vec<u8> {
    own(&format!("ship24/{name}.json"))
}

#[test]
fn a_group_is_read_whole() {
    insta::assert_json_snapshot!(read(&own_body("grouped")));
}

#[test]
fn each_tracking_tells_where_the_parcel_stands() {
    for (name, expected) in [
        ("out_for_delivery", vec![(Status::OutForDelivery, None)]),
        (
            "grouped",
            vec![
                (Status::Delivered, None),
                (Status::Exception, Some(IncidentReason::Customs)),
            ],
        ),
        ("returned", vec![(Status::Returned, None)]),
    ] {
        let states: Vec<_> = read(&own_body(name))
            .iter()
            .map(|update| fold(&update.events))
            .map(|state| (state.status, state.reason))
            .collect();
        assert_eq!(states, expected, "{name}");
    }
}

#[test]
fn a_round_is_not_begun_again_by_a_word_about_it() {
    let updates = read(&own_body("grouped"));
    let rounds = updates[0]
        .events
        .iter()
        .filter(|event| event.status == Status::OutForDelivery)
        .count();
    assert_eq!((updates[0].events.len(), rounds), (4, 1));
}

#[test]
fn the_secret_is_the_bearer_token() {
    let body = own_body("grouped");
    for (header, valid) in [
        (Some("Bearer s24-hush"), true),
        (Some("Bearer hush"), false),
        (Some("s24-hush"), false),
        (None, false),
    ] {
        let told = |name: &str| {
            header
                .filter(|_| name == "authorization")
                .map(str::to_owned)
        };
        let envelope = Envelope {
            header: &told,
            body: &body,
            received_at: Timestamp(0),
        };
        let verified = HookSource::Ship24.verify("s24-hush", &envelope);
        assert_eq!(verified, valid, "{header:?}");
    }
}

#[test]
fn collected_deliveries_are_read() {
    for (name, body) in collected("_synthetic/ship24") {
        let update = read(&body).remove(0);
        assert_eq!(
            fold(&update.events).status,
            Status::OutForDelivery,
            "{name}"
        );
        assert!(!update.events[0].zone_known, "{name}");
    }
}

proptest! {
    #[test]
    fn no_payload_panics(body in bodies(all_own("ship24"))) {
        let _ = parse(&body);
    }
}
