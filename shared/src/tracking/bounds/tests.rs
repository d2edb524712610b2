//! What is kept of an update that says too much.

use super::*;
use crate::tracking::{Closure, Status, TrackingSource};

const NOON: Timestamp = Timestamp(1_795_176_000_000);

fn update(number: &str) -> TrackingUpdate {
    TrackingUpdate {
        delivery_id: "evt_1".to_owned(),
        number: number.to_owned(),
        ..TrackingUpdate::default()
    }
}

fn event(at: i64) -> TrackingEvent {
    TrackingEvent {
        source: TrackingSource::Standard,
        status: Status::InTransit,
        raw_code: String::new(),
        reason: None,
        description: String::new(),
        place: None,
        occurred_at: Timestamp(at),
        zone_known: true,
    }
}

fn bounded_events(events: Vec<TrackingEvent>) -> Vec<TrackingEvent> {
    let update = TrackingUpdate {
        events,
        ..update("6A1")
    };
    update.bounded(NOON).unwrap().events
}

#[test]
fn dw11_what_is_yet_to_happen_is_left_out() {
    for (ahead, kept) in [
        (-AHEAD_MILLIS, true),
        (AHEAD_MILLIS, true),
        (AHEAD_MILLIS + 1, false),
        (i64::MAX - NOON.0, false),
    ] {
        let events = bounded_events(vec![event(NOON.0 + ahead)]);
        assert_eq!(!events.is_empty(), kept, "{ahead}");
    }
}

#[test]
fn the_newest_events_are_kept() {
    let count = i64::try_from(MAX_EVENTS).unwrap();
    for (order, oldest) in [(1, 6), (-1, -count)] {
        let events = bounded_events((1..=count + 5).map(|n| event(n * order)).collect());
        assert_eq!(events.len(), MAX_EVENTS);
        assert_eq!(events.iter().map(|e| e.occurred_at.0).min(), Some(oldest));
    }
}

#[test]
fn a_number_is_as_long_as_a_carriers() {
    for (length, kept) in [(0, false), (1, true), (50, true), (51, false)] {
        let update = update(&"7".repeat(length)).bounded(NOON);
        assert_eq!(update.is_some(), kept, "{length}");
    }
}

#[test]
fn names_of_deliveries_stay_apart() {
    let named = |name: &str| TrackingUpdate {
        delivery_id: name.to_owned(),
        ..update("6A1")
    };
    let kept = |name: &str| named(name).bounded(NOON).unwrap().delivery_id;
    let long = "x".repeat(MAX_DELIVERY_NAME_CHARS);
    assert_eq!(kept(&long), long);
    let (one, other) = (kept(&format!("{long}1")), kept(&format!("{long}2")));
    assert!(one != other && one.len() == 64);
}

#[test]
fn texts_are_cut_and_links_and_hours_left_out() {
    let long = "é".repeat(MAX_URL_CHARS + 1);
    let day = crate::time::Day::parse("2026-12-25").unwrap();
    let closure = Closure {
        first: day.clone(),
        last: day,
    };
    let told = TrackingUpdate {
        carrier: Some(long.clone()),
        service: Some(long.clone()),
        url: Some(long.clone()),
        pickup_point: Some(PickupPoint {
            id: Some(long.clone()),
            name: long.clone(),
            address: Some(long.clone()),
            opening_hours: Some(long.clone()),
            closures: vec![closure; MAX_CLOSURES + 1],
            ..PickupPoint::default()
        }),
        proof: Some(DeliveryProof {
            signed_by: Some(long.clone()),
            url: Some(long.clone()),
        }),
        events: vec![TrackingEvent {
            raw_code: long.clone(),
            description: long.clone(),
            place: Some(long.clone()),
            ..event(0)
        }],
        ..update("6A1")
    };
    let kept = told.bounded(NOON).unwrap();
    let (point, proof, event) = (
        kept.pickup_point.unwrap(),
        kept.proof.unwrap(),
        &kept.events[0],
    );
    for line in [
        kept.carrier.as_ref(),
        kept.service.as_ref(),
        Some(&point.name),
        point.address.as_ref(),
        proof.signed_by.as_ref(),
        Some(&event.raw_code),
        Some(&event.description),
        event.place.as_ref(),
    ] {
        assert_eq!(line, Some(&"é".repeat(MAX_LINE_CHARS)));
    }
    assert_eq!(point.closures.len(), MAX_CLOSURES);
    for left_out in [kept.url, point.id, point.opening_hours, proof.url] {
        assert_eq!(left_out, None);
    }
}
