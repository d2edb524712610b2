//! What Grelot reads in the words of each service.

use serde_json::Value;
use shared::hooks::{HookSource, Said};
use shared::time::Timestamp;
use shared::tracking::{IncidentReason, Status, TrackingUpdate, fold, laposte as asked};

use super::*;
use crate::simulator::fixtures::{heard, hook, noon, order};
use crate::simulator::story::Story;

const STORIES: [Story; 4] = [Story::Plain, Story::Late, Story::Pickup, Story::Missed];

/// An order followed by a service, with the steps taken a minute apart until noon.
fn followed(tracker: Tracker, story: Story, steps: &[Step]) -> Order {
    let mut order = order(story, noon() - chrono::TimeDelta::days(2));
    order.voices.tracker = tracker;
    order.take(Step::Shipped, noon() - chrono::TimeDelta::days(1));
    let left = i64::try_from(steps.len()).unwrap();
    for (ago, &step) in (0..left).rev().zip(steps) {
        order.take(step, noon() - chrono::TimeDelta::minutes(ago));
    }
    order
}

/// What Grelot has heard once every step of an order was told.
fn told(order: &Order) -> Vec<TrackingUpdate> {
    if order.voices.tracker == Tracker::Laposte {
        return vec![answered(order)];
    }
    let source = HookSource::named(order.voices.tracker.name()).unwrap();
    let mut sofar = Order {
        scans: Vec::new(),
        ..order.clone()
    };
    let mut updates = Vec::new();
    for scan in &order.scans {
        sofar.scans.push(*scan);
        let Some(webhook) = order.voices.tracker.webhook(&hook(), &sofar) else {
            continue;
        };
        match heard(source, &webhook, noon()) {
            Said::Parcels(said) => updates.extend(said),
            said => panic!("{said:?}"),
        }
    }
    updates
}

fn answered(order: &Order) -> TrackingUpdate {
    let number = &order.parcel.as_ref().unwrap().tracking_number;
    let (status, body) = laposte::answer(std::slice::from_ref(order), number);
    assert!(asked::has_answer(status));
    let now = Timestamp(noon().timestamp_millis());
    let polled = asked::read(body.to_string().as_bytes(), now).unwrap();
    match polled.into_iter().next().unwrap().outcome {
        asked::Outcome::Update { update, .. } => *update,
        outcome => panic!("{outcome:?}"),
    }
}

/// Where the parcel stands for Grelot, and why.
fn standing(order: &Order) -> (Status, Option<IncidentReason>) {
    let events: Vec<_> = told(order)
        .into_iter()
        .flat_map(|told| told.events)
        .collect();
    let newest = events.iter().max_by_key(|event| event.occurred_at).unwrap();
    (fold(&events).status, newest.reason)
}

/// What a step means to Grelot when a service can say all of it, or else less.
fn expected(tracker: Tracker, step: Step) -> (Status, Option<IncidentReason>) {
    match (tracker, step) {
        // The customs as a delay.
        (Tracker::Aftership, Step::Customs) => (Status::Delayed, Some(IncidentReason::Customs)),
        (Tracker::Standard, Step::Delayed | Step::TooLate) => {
            (Status::Delayed, Some(IncidentReason::Disruption))
        }
        (
            Tracker::Aftership | Tracker::Seventeentrack | Tracker::Standard,
            Step::DeliveryAttempted,
        ) => (Status::DeliveryAttempted, Some(IncidentReason::Absent)),
        (_, Step::Created | Step::Shipped) => (Status::PreTransit, None),
        // A delay by the estimate alone.
        (Tracker::Ship24, Step::Delayed | Step::TooLate)
        | (_, Step::InTransit | Step::Sooner | Step::Found) => (Status::InTransit, None),
        (_, Step::Delayed | Step::TooLate) => (Status::Delayed, None),
        (_, Step::Customs) => (Status::Exception, Some(IncidentReason::Customs)),
        (_, Step::Address) => (Status::Exception, Some(IncidentReason::Address)),
        (_, Step::Damaged) => (Status::Exception, Some(IncidentReason::Damaged)),
        (_, Step::Lost) => (Status::Lost, None),
        (_, Step::OutForDelivery) => (Status::OutForDelivery, None),
        (_, Step::DeliveryAttempted) => (Status::DeliveryAttempted, None),
        (_, Step::PointClosed) => (Status::Exception, Some(IncidentReason::PointClosed)),
        (_, Step::PointFull) => (Status::Exception, Some(IncidentReason::PointFull)),
        (_, Step::PointMoved) => (Status::Exception, Some(IncidentReason::PointMoved)),
        (_, Step::AvailableForPickup | Step::KeptTwoDays | Step::KeptOneDay) => {
            (Status::AvailableForPickup, None)
        }
        (_, Step::Returning) => (Status::Returning, None),
        (_, Step::Returned) => (Status::Returned, None),
        (_, Step::Delivered) => (Status::Delivered, None),
    }
}

#[test]
fn every_source_of_parcels_has_a_service_that_speaks_as_it() {
    for source in HookSource::ALL {
        let is_here = Tracker::named(source.name()).is_some()
            || crate::simulator::platforms::Platform::named(source.name()).is_some();
        assert!(is_here, "{source:?}");
    }
}

#[test]
fn grelot_reads_each_step_of_each_service() {
    for tracker in Tracker::ALL {
        for step in Step::ALL.into_iter().skip(2) {
            if !tracker.can_tell(step) {
                continue;
            }
            let before: &[Step] = match step {
                Step::Found => &[Step::InTransit, Step::Lost],
                Step::KeptTwoDays | Step::KeptOneDay => &[Step::AvailableForPickup],
                Step::Returned => &[Step::InTransit, Step::Returning],
                Step::InTransit => &[],
                _ => &[Step::InTransit],
            };
            let order = followed(tracker, Story::Plain, &[before, &[step]].concat());
            assert_eq!(
                standing(&order),
                expected(tracker, step),
                "{tracker:?}: {step:?}"
            );
        }
    }
}

#[test]
fn every_service_can_tell_every_story() {
    for tracker in Tracker::ALL {
        for story in STORIES {
            for &step in story.steps() {
                assert!(tracker.can_tell(step), "{tracker:?}: {story:?}, {step:?}");
            }
        }
    }
}

#[test]
fn estimates_are_told_where_they_are_said_to_be() {
    for tracker in Tracker::ALL {
        let order = followed(tracker, Story::Plain, &[Step::InTransit, Step::Delayed]);
        let estimated = told(&order).into_iter().find_map(|told| told.estimated);
        assert_eq!(
            estimated.is_some(),
            tracker.tells_estimates(),
            "{tracker:?}"
        );
    }
}

#[test]
fn the_generic_webhook_tells_the_pickup_point_and_the_proof() {
    let steps = [
        Step::PointClosed,
        Step::AvailableForPickup,
        Step::KeptOneDay,
    ];
    let order = followed(Tracker::Standard, Story::Pickup, &steps);
    let point = told(&order).pop().unwrap().pickup_point.unwrap();
    assert_eq!(point.name, "Presse du Pont");
    assert_eq!(point.address.unwrap(), "4 rue du Pont, 69001 Lyon");
    assert!(point.opening_hours.unwrap().starts_with("Mo-Fr"));
    assert_eq!(point.closures[0].last.as_str(), "2026-12-21");
    assert_eq!(point.kept_until.unwrap().as_str(), "2026-12-19");

    let order = followed(Tracker::Standard, Story::Plain, &[Step::Delivered]);
    let proof = told(&order).pop().unwrap().proof.unwrap();
    assert_eq!(proof.signed_by.as_deref(), Some("Camille Laurent"));
}

#[test]
fn la_poste_knows_its_own_parcels_and_no_other() {
    let hers = followed(Tracker::Laposte, Story::Plain, &[Step::InTransit]);
    let mut other = followed(Tracker::Easypost, Story::Plain, &[Step::InTransit]);
    other.parcel.as_mut().unwrap().tracking_number = "CB000000005FR".to_owned();
    let number = |order: &Order| order.parcel.as_ref().unwrap().tracking_number.clone();
    let (known, unknown) = (number(&hers), number(&other));
    let orders = [hers, other];
    let now = Timestamp(noon().timestamp_millis());
    for (ids, status) in [
        (known.clone(), 200),
        (unknown.clone(), 404),
        (format!("{known},{unknown}"), 207),
        (String::new(), 400),
        ([known.as_str(); 11].join(","), 400),
    ] {
        assert_eq!(laposte::answer(&orders, &ids).0, status, "{ids}");
    }
    let (_, both) = laposte::answer(&orders, &format!("{known},{unknown}"));
    let read = asked::read(both.to_string().as_bytes(), now).unwrap();
    assert!(matches!(read[0].outcome, asked::Outcome::Update { .. }));
    assert_eq!(read[1].outcome, asked::Outcome::NotFound);
}

#[test]
fn a_service_without_words_for_it_says_nothing() {
    for tracker in [Tracker::Sendcloud, Tracker::Ship24] {
        let order = followed(tracker, Story::Plain, &[Step::Damaged]);
        assert!(tracker.webhook(&hook(), &order).is_none(), "{tracker:?}");
    }
}

#[test]
fn before_there_is_a_parcel_nobody_speaks_of_one() {
    let order = order(Story::Plain, noon());
    for tracker in Tracker::ALL {
        assert!(tracker.webhook(&hook(), &order).is_none(), "{tracker:?}");
    }
    let (_, answer) = laposte::answer(&[order], "CB123456785FR");
    assert_eq!(answer["returnCode"], Value::from(104));
}
