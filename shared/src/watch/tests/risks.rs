//! What a merchant is shown, and from when to when.

use super::story::{Story, at};
use super::*;

fn risks(story: &Story, now: &str) -> Vec<Risk> {
    let look = story.look_at(now);
    look.risks.iter().map(|risk| risk.risk).collect()
}

#[test]
fn each_risk_is_there_as_long_as_its_cause() {
    let sent = || Story::sent("2026-12-07 10:00");
    let in_transit = || sent().scan("2026-12-07 18:00", InTransit);
    for (story, now, risk) in [
        (in_transit(), "2026-12-08 09:00", &[][..]),
        (in_transit(), "2026-12-12 08:59", &[]),
        (in_transit(), "2026-12-12 09:00", &[Risk::Stalled]),
        (
            in_transit(),
            "2026-12-22 09:00",
            &[Risk::Lost, Risk::Stalled],
        ),
        (
            in_transit().scan("2026-12-22 10:00", Delivered),
            "2026-12-22 10:00",
            &[],
        ),
        (
            sent().scan("2026-12-07 10:00", PreTransit),
            "2026-12-11 09:00",
            &[Risk::Stalled],
        ),
        (
            sent().estimated("2026-12-10 10:00", InTransit, "2026-12-10"),
            "2026-12-11 09:00",
            &[Risk::Late],
        ),
        (
            sent()
                .present()
                .estimated("2026-12-10 10:00", InTransit, "2026-12-28"),
            "2026-12-10 10:00",
            &[Risk::WillMissDeadline],
        ),
        (
            sent().trouble("2026-12-10 10:00", Exception, IncidentReason::Damaged),
            "2026-12-10 10:00",
            &[Risk::Trouble],
        ),
        (
            sent().scan("2026-12-10 10:00", Returning),
            "2026-12-11 10:00",
            &[Risk::Trouble],
        ),
        (
            sent().scan("2026-12-10 10:00", Status::Lost),
            "2026-12-10 10:00",
            &[Risk::Lost],
        ),
        (
            sent().waits("2026-12-10 10:00", None),
            "2026-12-15 08:59",
            &[],
        ),
        (
            sent().waits("2026-12-10 10:00", None),
            "2026-12-15 09:00",
            &[Risk::PickupTooLong],
        ),
        (
            sent().waits("2026-12-10 10:00", Some("2026-12-14")),
            "2026-12-12 09:00",
            &[Risk::PickupTooLong],
        ),
        (
            Story::placed("2026-12-18 10:00").present(),
            "2026-12-23 14:00",
            &[Risk::WillMissDeadline],
        ),
    ] {
        assert_eq!(risks(&story, now), risk, "{now}");
        let alone = risk.to_vec();
        let mut order = story.order.clone();
        order
            .parcels
            .iter_mut()
            .for_each(|parcel| parcel.active = false);
        assert!(super::risk(&order, at(now), &story.setting).len() <= alone.len());
    }
}

#[test]
fn a_risk_says_which_parcel_since_when_and_about_which_day() {
    let story = Story::sent("2026-12-07 10:00").waits("2026-12-10 10:00", Some("2026-12-14"));
    let found = &story.look_at("2026-12-13 10:00").risks;
    let expected = ParcelRisk {
        parcel: Some("A1".into()),
        carrier: Some("Colissimo".into()),
        risk: Risk::PickupTooLong,
        since: at("2026-12-12 09:00"),
        due: Day::parse("2026-12-14"),
        promised: None,
        estimate: None,
    };
    assert_eq!(found, &[expected]);
}

#[test]
fn the_watch_asks_to_look_when_a_risk_begins_and_when_it_is_written_off() {
    let story = Story::sent("2026-12-07 10:00").waits("2026-12-10 10:00", None);
    let wake_at = |now: &str| story.look_at(now).wake_at;
    assert_eq!(wake_at("2026-12-10 10:00"), Some(at("2026-12-15 09:00")));
    assert_eq!(wake_at("2026-12-15 09:00"), Some(at("2027-02-13 09:00")));
    assert_eq!(wake_at("2027-02-13 09:00"), None);
    assert_eq!(risks(&story, "2027-02-13 09:00"), []);
}

#[test]
fn what_is_over_or_called_off_has_no_risk() {
    let late = Story::sent("2026-12-07 10:00").scan("2026-12-07 18:00", InTransit);
    let cancelled = late
        .clone()
        .with(|facts| facts.cancelled_at = Some(Timestamp(1)));
    assert_eq!(risks(&cancelled, "2026-12-22 09:00"), []);
    assert_eq!(cancelled.look_at("2026-12-22 09:00").wake_at, None);
    let delivered = late.scan("2026-12-08 10:00", Delivered);
    assert_eq!(delivered.look_at("2026-12-22 09:00").wake_at, None);
}
