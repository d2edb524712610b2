//! What waits: for the morning, for the neighbor, for the shopper at the point.

use super::story::{Story, at};
use super::*;

#[test]
fn dw22_in_quiet_hours_only_what_happens_at_the_door_is_told() {
    for (status, told) in [
        (InTransit, "12-23 08:00 shipped"),
        (OutForDelivery, "12-22 23:00 out_for_delivery"),
        (Delivered, "12-22 23:00 delivered"),
        (DeliveryAttempted, "12-23 08:00 delivery_attempted"),
        (Delayed, "12-23 08:00 delayed"),
        (AvailableForPickup, "12-23 08:00 ready_for_pickup"),
        (Returning, "12-23 08:00 returning"),
    ] {
        let story = Story::sent("2026-12-20 10:00").scan("2026-12-22 23:00", status);
        assert_eq!(story.told()[0], told, "{status:?}");
    }
}

#[test]
fn what_was_undone_in_the_night_is_never_told() {
    let story = Story::sent("2026-12-20 10:00")
        .trouble("2026-12-22 23:00", Exception, IncidentReason::Address)
        .scan("2026-12-23 06:00", OutForDelivery)
        .scan("2026-12-23 12:00", Delivered);
    let told = ["12-23 06:00 out_for_delivery", "12-23 12:00 delivered"];
    assert_eq!(story.told(), told);
}

#[test]
fn dw21_trouble_is_told_once_it_has_stood_for_ten_minutes() {
    use IncidentReason::{
        Absent, Address, Customs, Damaged, Disruption, PointClosed, PointFull, PointMoved, Refused,
    };
    for (reason, told) in [
        (Customs, Some("12-22 10:10 customs_hold")),
        (Address, Some("12-22 10:10 address_problem")),
        (Damaged, Some("12-22 10:10 damaged")),
        (PointClosed, Some("12-22 10:10 pickup_point_changed")),
        (PointFull, Some("12-22 10:10 pickup_point_changed")),
        (PointMoved, Some("12-22 10:10 pickup_point_changed")),
        (Absent, Some("12-22 10:00 delivery_attempted")),
        (Refused, None),
        (Disruption, None),
    ] {
        let stands = Story::sent("2026-12-21 10:00")
            .trouble("2026-12-22 10:00", Exception, reason)
            .trouble("2026-12-22 10:05", Exception, reason)
            .scan("2026-12-23 10:00", Delivered);
        let mut expected: Vec<&str> = told.into_iter().collect();
        expected.push("12-23 10:00 delivered");
        assert_eq!(stands.told(), expected, "{reason:?}");

        let passes = Story::sent("2026-12-21 10:00")
            .trouble("2026-12-22 10:00", Exception, reason)
            .scan("2026-12-22 10:08", OutForDelivery)
            .scan("2026-12-22 15:00", Delivered);
        let told = passes.told();
        let settled = reason != Absent;
        assert_eq!(told.len(), if settled { 2 } else { 3 }, "{told:?}");
    }
}

#[test]
fn a_parcel_is_announced_again_at_another_point_than_before() {
    let story = Story::sent("2026-12-14 10:00")
        .waits("2026-12-15 10:00", None)
        .trouble("2026-12-16 10:00", InTransit, IncidentReason::PointMoved)
        .waits("2026-12-17 10:00", None)
        .waits("2026-12-18 10:00", None)
        .scan("2026-12-19 10:00", Delivered);
    let told = [
        "12-15 10:00 ready_for_pickup",
        "12-16 10:10 pickup_point_changed",
        "12-17 10:00 ready_for_pickup",
        "12-19 10:00 delivered",
    ];
    assert_eq!(story.told(), told);
}

#[test]
fn a_milestone_that_was_passed_by_is_told_when_it_is_reached_again() {
    let story = Story::sent("2026-12-14 10:00").hear("2026-12-16 10:00", "A1", |update| {
        update.events = vec![
            story::event("2026-12-15 10:00", AvailableForPickup, None),
            story::event("2026-12-16 09:00", InTransit, None),
        ];
    });
    let told = story.waits("2026-12-17 10:00", None).told();
    assert_eq!(told[1], "12-17 10:00 ready_for_pickup");
}

#[test]
fn dw26_a_waiting_parcel_is_recalled_two_days_and_one_before_it_goes_back() {
    for (came, kept_until, reminders) in [
        (
            "2026-12-14 10:00",
            Some("2026-12-21"),
            &["12-19 09:00", "12-20 09:00"][..],
        ),
        ("2026-12-19 10:00", Some("2026-12-21"), &["12-20 09:00"]),
        ("2026-12-20 10:00", Some("2026-12-21"), &[]),
        ("2026-12-14 10:00", None, &[]),
    ] {
        let story = Story::sent("2026-12-12 10:00").waits(came, kept_until);
        let told = story.told();
        let expected: Vec<String> = reminders
            .iter()
            .map(|on| format!("{on} pickup_reminder 12-21"))
            .collect();
        assert_eq!(told[1..], expected, "{came}");
    }
}

#[test]
fn a_fetched_parcel_needs_no_reminder_and_a_missed_one_is_not_told_late() {
    let fetched = Story::sent("2026-12-12 10:00")
        .waits("2026-12-14 10:00", Some("2026-12-21"))
        .scan("2026-12-19 18:00", Delivered);
    let told = [
        "12-14 10:00 ready_for_pickup",
        "12-19 09:00 pickup_reminder 12-21",
        "12-19 18:00 delivered",
    ];
    assert_eq!(fetched.told(), told);

    // Nobody looked on the first of the two days.
    let story = Story::sent("2026-12-12 10:00").waits("2026-12-14 10:00", Some("2026-12-21"));
    let kinds = |now: &str| {
        let notices = story.look_at(now).notices.into_iter();
        let of_day =
            |notice: Notice| (notice.kind == NoticeKind::PickupReminder).then_some(notice.key);
        notices.filter_map(of_day).collect::<Vec<_>>()
    };
    assert_eq!(
        kinds("2026-12-20 10:00"),
        ["shop:1/A1/pickup_reminder/2026-12-20"]
    );
    assert_eq!(kinds("2026-12-22 10:00"), [""; 0]);
}

#[test]
fn a_way_back_is_told_and_its_end() {
    let story = Story::sent("2026-12-14 10:00")
        .scan("2026-12-15 10:00", Returning)
        .scan("2026-12-16 10:00", InTransit)
        .scan("2026-12-18 10:00", Delivered);
    let told = ["12-15 10:00 returning", "12-18 10:00 returned"];
    assert_eq!(story.told(), told);
}

#[test]
fn parcels_that_are_delayed_to_one_day_speak_once() {
    let mut story = Story::sent("2026-12-14 10:00").sending("B2", "2026-12-14 10:00");
    for (on, number, estimate) in [
        ("2026-12-14 18:00", "A1", "2026-12-16"),
        ("2026-12-14 18:00", "B2", "2026-12-16"),
        ("2026-12-15 10:00", "A1", "2026-12-18"),
        ("2026-12-15 10:04", "B2", "2026-12-18"),
    ] {
        story = story.hear(on, number, |update| {
            update.events.push(story::event(on, InTransit, None));
            update.estimated = Some(story::day(estimate));
        });
    }
    let notices = story.run(at("2026-12-16 00:00"));
    let told: Vec<_> = notices
        .iter()
        .map(|(now, notice)| (story::line(*now, notice), notice.parcels.clone()))
        .collect();
    let both = numbers(&["A1", "B2"]);
    let expected = [
        ("12-14 18:00 shipped".to_owned(), both.clone()),
        ("12-15 10:10 delayed 12-18".to_owned(), both),
    ];
    assert_eq!(told, expected);
}

#[test]
fn two_sources_of_carriers_tell_one_round_once() {
    for (apart_minutes, zone_known, told) in [(30, true, 1), (180, true, 2), (180, false, 1)] {
        let mut round = story::event("2026-12-15 00:20", DeliveryAttempted, None);
        let mut again = round.clone();
        round.occurred_at = round.occurred_at.plus_millis(2 * 60 * MINUTE);
        again.source = TrackingSource::Aftership;
        again.zone_known = zone_known;
        again.occurred_at = round.occurred_at.plus_millis(-apart_minutes * MINUTE);
        let story = Story::sent("2026-12-14 10:00")
            .hear("2026-12-15 08:00", "A1", |update| update.events.push(again))
            .hear("2026-12-15 08:30", "A1", |update| update.events.push(round))
            .scan("2026-12-15 12:00", Delivered);
        let attempts = story.told().len() - 1;
        assert_eq!(attempts, told, "{apart_minutes} {zone_known}");
    }
}
