//! The schedule as a table, and a parcel's whole life by it.

use proptest::prelude::*;

use super::*;
use crate::tracking::{TrackingEvent, TrackingSource};

const START: Timestamp = Timestamp(1_797_600_000_000);

fn event(status: Status, at: Timestamp) -> TrackingEvent {
    TrackingEvent {
        source: TrackingSource::Laposte,
        status,
        raw_code: String::new(),
        reason: None,
        description: String::new(),
        place: None,
        occurred_at: at,
        zone_known: true,
    }
}

fn update(status: Status, at: Timestamp, is_final: bool) -> Outcome {
    Outcome::Update {
        update: Box::new(TrackingUpdate {
            events: vec![event(Status::InTransit, START), event(status, at)],
            ..TrackingUpdate::default()
        }),
        is_final,
    }
}

/// How long after an answer the next one is asked for, without the jitter.
fn wait_after(polling: &Polling) -> Option<i64> {
    let at = polling.polled_at.unwrap();
    let next = next_poll(polling)?.millis_since(at);
    let wait = with_backoff(wait_millis(polling, at), polling.failures);
    assert!((wait..wait + wait / 10).contains(&next), "{next} of {wait}");
    Some(wait)
}

#[test]
fn dw19_the_wait_is_that_of_the_table() {
    for (status, silent, expected) in [
        (Status::PreTransit, 0, 30 * MINUTE),
        (Status::InTransit, 2 * DAY - 1, 30 * MINUTE),
        (Status::InTransit, 2 * DAY, 6 * HOUR),
        (Status::InTransit, 7 * DAY - 1, 6 * HOUR),
        (Status::InTransit, 7 * DAY, DAY),
        (Status::OutForDelivery, 0, 15 * MINUTE),
        (Status::OutForDelivery, DAY - 1, 15 * MINUTE),
        (Status::OutForDelivery, DAY, 30 * MINUTE),
        (Status::OutForDelivery, 3 * DAY, 6 * HOUR),
        (Status::DeliveryAttempted, HOUR, 15 * MINUTE),
        (Status::AvailableForPickup, 0, 3 * HOUR),
        (Status::AvailableForPickup, 14 * DAY - 1, 3 * HOUR),
        (Status::AvailableForPickup, 14 * DAY, DAY),
        (Status::Exception, 0, 30 * MINUTE),
        (Status::Returning, 8 * DAY, DAY),
        (Status::Lost, 8 * DAY, DAY),
    ] {
        let occurred = START.plus_millis(DAY);
        let polled = Polling::begin(START, 1).after(
            &update(status, occurred, false),
            occurred.plus_millis(silent),
        );
        assert_eq!(wait_after(&polled), Some(expected), "{status:?} {silent}");
    }
}

#[test]
fn a_parcel_that_nobody_has_seen_is_asked_about_ever_more_rarely() {
    for (followed, expected) in [
        (HOUR, Some(30 * MINUTE)),
        (3 * DAY, Some(6 * HOUR)),
        (30 * DAY, Some(DAY)),
        (58 * DAY, Some(DAY)),
        (59 * DAY, None),
    ] {
        let polled =
            Polling::begin(START, 1).after(&Outcome::NotFound, START.plus_millis(followed));
        assert_eq!(wait_after(&polled), expected, "{followed}");
    }
}

#[test]
fn the_first_time_is_now() {
    assert_eq!(next_poll(&Polling::begin(START, 7)), Some(START));
}

#[test]
fn dw19_nothing_more_is_asked_after_the_end() {
    let at = START.plus_millis(DAY);
    for (outcome, over) in [
        (update(Status::Delivered, at, false), true),
        (update(Status::Returned, at, false), true),
        (update(Status::Cancelled, at, false), true),
        (update(Status::Unknown, at, true), true),
        (update(Status::Lost, at, false), false),
        (Outcome::InvalidNumber, true),
        (Outcome::NotFound, false),
        (Outcome::RetryLater, false),
    ] {
        let polled = Polling::begin(START, 1).after(&outcome, at);
        assert_eq!(next_poll(&polled).is_none(), over, "{outcome:?}");
    }
}

#[test]
fn failures_double_the_wait_and_an_answer_ends_them() {
    let mut polled =
        Polling::begin(START, 1).after(&update(Status::InTransit, START, false), START);
    for expected in [1, 2, 4, 6, 6, 6].map(|hours| hours * HOUR) {
        polled = polled.after(&Outcome::RetryLater, START.plus_millis(HOUR));
        assert_eq!(wait_after(&polled), Some(expected));
    }
    assert_eq!(polled.status, Status::InTransit);
    let heard = polled.after(&Outcome::NotFound, START.plus_millis(HOUR));
    assert_eq!(wait_after(&heard), Some(30 * MINUTE));
}

#[test]
fn parcels_that_came_together_drift_apart() {
    let next =
        |seed| next_poll(&Polling::begin(START, seed).after(&Outcome::NotFound, START)).unwrap();
    let mut instants: Vec<_> = (0..100).map(next).collect();
    instants.sort_unstable();
    instants.dedup();
    assert!(instants.len() > 95, "{}", instants.len());
}

#[test]
fn a_silent_parcel_costs_few_calls() {
    let mut polling = Polling::begin(START, 3);
    let mut calls = 0;
    while let Some(at) = next_poll(&polling) {
        polling = polling.after(&Outcome::NotFound, at);
        calls += 1;
    }
    // Two days of half hours, five of six hours, fifty-three days.
    assert!((150..=180).contains(&calls), "{calls}");
}

#[test]
fn batches_hold_ten() {
    let numbers: Vec<String> = (0..25).map(|n| n.to_string()).collect();
    let sizes: Vec<_> = batches(&numbers).map(<[String]>::len).collect();
    assert_eq!(sizes, [10, 10, 5]);
    assert_eq!(batches(&numbers).flatten().count(), 25);
    assert_eq!(batches(&[]).count(), 0);
}

proptest! {
    #[test]
    fn no_state_panics_and_every_wait_goes_forward(
        since: i64, seed: u64, polled_at: Option<i64>, heard_upto: Option<i64>, failures: u32,
    ) {
        let polling = Polling {
            since: Timestamp(since),
            polled_at: polled_at.map(Timestamp),
            heard_upto: heard_upto.map(Timestamp),
            failures,
            ..Polling::begin(Timestamp(since), seed)
        };
        if let (Some(next), Some(at)) = (next_poll(&polling), polling.polled_at) {
            prop_assert!(next >= at);
        }
        let _ = polling.after(&Outcome::RetryLater, Timestamp(since));
    }
}
