//! How steps change an order and its parcel.

use super::super::fixtures::{noon, order};
use super::*;

fn shipped(story: Story) -> Order {
    let mut order = order(story, noon());
    order.take(Step::Shipped, noon());
    order
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

#[test]
fn an_order_of_the_day_before_yesterday_left_yesterday() {
    let now = noon();
    let mut order = order(Story::Late, now - TimeDelta::days(2));
    order.take(Step::Shipped, now);
    assert_eq!(order.time_of(Step::Shipped), Some(now - TimeDelta::days(1)));
    assert_eq!(
        order.parcel.unwrap().estimated,
        now.date_naive() + Days::new(1)
    );
}

#[test]
fn steps_move_the_estimate() {
    for (steps, estimated) in [
        (&[][..], "2026-12-20"),
        (&[Step::Delayed], "2026-12-21"),
        (&[Step::Delayed, Step::Delayed], "2026-12-22"),
        (&[Step::Sooner], "2026-12-19"),
        (&[Step::Sooner, Step::Sooner, Step::Sooner], "2026-12-18"),
        (&[Step::TooLate], "2026-12-25"),
        (&[Step::TooLate, Step::TooLate], "2026-12-26"),
        (&[Step::Delayed, Step::OutForDelivery], "2026-12-18"),
        (&[Step::Lost, Step::Found], "2026-12-20"),
    ] {
        let mut order = shipped(Story::Plain);
        for &step in steps {
            order.take(step, noon());
        }
        assert_eq!(order.parcel.unwrap().estimated, day(estimated), "{steps:?}");
    }
}

#[test]
fn too_late_is_too_late_for_the_orders_own_day() {
    let mut order = shipped(Story::Plain);
    order.wishes.deadline = Some(day("2026-12-31"));
    order.take(Step::TooLate, noon());
    assert_eq!(order.parcel.unwrap().estimated, day("2027-01-01"));
}

#[test]
fn a_parcel_waits_at_a_point_for_ten_days_or_as_long_as_is_told() {
    for (steps, point, kept_until) in [
        (&[][..], "Presse du Pont", None),
        (
            &[Step::AvailableForPickup],
            "Presse du Pont",
            Some("2026-12-28"),
        ),
        (
            &[Step::PointMoved, Step::AvailableForPickup],
            "Épicerie des Halles",
            Some("2026-12-28"),
        ),
        (
            &[Step::AvailableForPickup, Step::KeptTwoDays],
            "Presse du Pont",
            Some("2026-12-20"),
        ),
        (
            &[Step::AvailableForPickup, Step::KeptOneDay],
            "Presse du Pont",
            Some("2026-12-19"),
        ),
    ] {
        let mut order = shipped(Story::Pickup);
        for &step in steps {
            order.take(step, noon());
        }
        let parcel = order.parcel.unwrap();
        assert_eq!(parcel.point.unwrap().name, point, "{steps:?}");
        assert_eq!(parcel.kept_until, kept_until.map(day), "{steps:?}");
    }
    assert_eq!(shipped(Story::Missed).parcel.unwrap().point, None);
}

#[test]
fn a_closed_point_says_until_when() {
    let mut order = shipped(Story::Pickup);
    order.take(Step::PointClosed, noon());
    let closure = order.parcel.unwrap().closure;
    assert_eq!(closure, Some((day("2026-12-18"), day("2026-12-21"))));
}

#[test]
fn the_story_ends_at_the_door() {
    let mut order = order(Story::Missed, noon());
    while let Some(step) = order.next_step() {
        order.take(step, noon());
    }
    assert!(order.is_over());
    let told: Vec<Step> = order.scans.iter().map(|scan| scan.step).collect();
    assert_eq!(told, Story::Missed.steps());
}

#[test]
fn a_trouble_is_ended_before_the_story_goes_on() {
    for (steps, next) in [
        (&[Step::InTransit, Step::Lost][..], Some(Step::Found)),
        (
            &[Step::InTransit, Step::Lost, Step::Found],
            Some(Step::OutForDelivery),
        ),
        (&[Step::Customs], Some(Step::OutForDelivery)),
        (&[Step::PointFull], Some(Step::Delivered)),
        (&[Step::Returning], Some(Step::Returned)),
        (&[Step::Returning, Step::Returned], None),
    ] {
        let mut order = shipped(Story::Plain);
        order.voices.tracker = Tracker::Standard;
        for &step in steps {
            order.take(step, noon());
        }
        assert_eq!(order.next_step(), next, "{steps:?}");
    }
}

#[test]
fn ids_leave_room_for_what_an_order_holds() {
    let (first, mut second) = (order(Story::Late, noon()), order(Story::Late, noon()));
    second.number += 1;
    assert_eq!(second.id() - first.id(), 1_000);
}
