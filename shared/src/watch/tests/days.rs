//! Days that move, days that pass, days that are missed.

use super::story::Story;
use super::*;

#[test]
fn a_change_of_mind_within_ten_minutes_is_told_once() {
    for (moves, told) in [
        (&["12-22"][..], &[][..]),
        (&["12-24"], &["12-20 12:10 delayed 12-24"]),
        (&["12-24", "12-25"], &["12-20 12:15 delayed 12-25"]),
        (&["12-24", "12-22"], &[]),
        (&["12-21"], &["12-20 12:10 sooner 12-21"]),
        (&["12-24", "12-21"], &["12-20 12:15 sooner 12-21"]),
    ] {
        let mut story =
            Story::sent("2026-12-19 10:00").estimated("2026-12-19 18:00", InTransit, "2026-12-22");
        for (minute, estimate) in (0..).step_by(5).zip(moves) {
            let on = format!("2026-12-20 12:{minute:02}");
            story = story.estimated(&on, InTransit, &format!("2026-{estimate}"));
        }
        let mut expected = vec!["12-19 18:00 shipped"];
        expected.extend(told);
        let delivered = story.scan("2026-12-21 10:00", Delivered).told();
        assert_eq!(delivered[..delivered.len() - 1], expected, "{moves:?}");
    }
}

#[test]
fn dw28_what_asks_for_a_decision_is_told_last() {
    let story =
        Story::sent("2026-12-17 10:00").estimated("2026-12-22 18:00", InTransit, "2026-12-20");
    let told = story.scan("2026-12-23 10:00", Delivered).told();
    assert_eq!(told[..2], ["12-22 18:00 shipped", "12-22 18:00 late 12-20"]);
}

#[test]
fn a_day_is_compared_with_the_one_that_was_told_last() {
    let story = Story::sent("2026-12-14 10:00")
        .estimated("2026-12-14 18:00", InTransit, "2026-12-18")
        .estimated("2026-12-15 10:00", InTransit, "2026-12-22")
        .estimated("2026-12-16 10:00", InTransit, "2026-12-21")
        .estimated("2026-12-17 10:00", InTransit, "2026-12-22")
        .estimated("2026-12-18 10:00", InTransit, "2026-12-18")
        .scan("2026-12-18 15:00", Delivered);
    let told = [
        "12-14 18:00 shipped",
        "12-15 10:10 delayed 12-22",
        "12-16 10:10 sooner 12-21",
        "12-17 10:10 delayed 12-22",
        "12-18 10:10 sooner 12-18",
        "12-18 15:00 delivered",
    ];
    assert_eq!(story.told(), told);
}

#[test]
fn a_day_that_comes_and_goes_is_told_five_times_at_most() {
    let mut story =
        Story::sent("2026-12-01 10:00").estimated("2026-12-01 12:00", InTransit, "2026-12-22");
    for (hour, estimate) in (0..24).zip(["2026-12-23", "2026-12-22"].into_iter().cycle()) {
        let on = format!("2026-12-{:02} {:02}:00", 2 + hour / 12, 8 + hour % 12);
        story = story.estimated(&on, InTransit, estimate);
    }
    let told = story.scan("2026-12-04 10:00", Delivered).told();
    let count = |what: &str| told.iter().filter(|line| line.contains(what)).count();
    assert_eq!((count("delayed 12-23"), count("sooner 12-22")), (5, 5));
}

#[test]
fn a_shipment_waits_for_the_delay_that_says_it_too() {
    let story = Story::sent("2026-12-14 10:00")
        .estimated("2026-12-14 18:00", PreTransit, "2026-12-18")
        .estimated("2026-12-15 10:00", InTransit, "2026-12-19")
        .scan("2026-12-16 10:00", Delivered);
    let told = ["12-15 10:10 delayed 12-19", "12-16 10:00 delivered"];
    assert_eq!(story.told(), told);
}

#[test]
fn a_day_that_passed_without_the_parcel_is_told_on_the_next_working_day() {
    for (promised, told) in [
        ("2026-12-15", "12-16 09:00 late 12-15"),
        ("2026-12-19", "12-21 09:00 late 12-19"),
        ("2026-12-24", "12-26 09:00 late 12-24"),
    ] {
        let scans = [
            "2026-12-14 18:00",
            "2026-12-18 18:00",
            "2026-12-22 18:00",
            "2026-12-26 12:00",
        ];
        let mut story = Story::sent("2026-12-14 10:00");
        for on in scans {
            story = story.estimated(on, InTransit, promised);
        }
        let told_of_it = story.scan("2026-12-26 18:00", Delivered).told();
        let expected = ["12-14 18:00 shipped", told, "12-26 18:00 delivered"];
        assert_eq!(told_of_it, expected);
    }
}

#[test]
fn a_day_that_passed_is_not_told_to_who_knows_why() {
    let start =
        || Story::sent("2026-12-14 10:00").estimated("2026-12-14 18:00", InTransit, "2026-12-15");
    for story in [
        start().scan("2026-12-15 12:00", DeliveryAttempted),
        start()
            .scan("2026-12-15 12:00", DeliveryAttempted)
            .scan("2026-12-15 19:00", InTransit),
        start().scan("2026-12-15 12:00", Delayed),
        start().trouble("2026-12-15 12:00", Exception, IncidentReason::Address),
        start().waits("2026-12-15 12:00", None),
        start().scan("2026-12-15 12:00", Returning),
        start().scan("2026-12-15 12:00", Status::Lost),
        start().estimated("2026-12-16 08:55", InTransit, "2026-12-18"),
    ] {
        let told = story.scan("2026-12-17 08:00", Delivered).told();
        let late = told.iter().any(|line| line.contains("late"));
        assert!(!late, "{told:?}");
    }
}

#[test]
fn a_round_that_did_not_end_at_the_door_is_late() {
    let story = Story::sent("2026-12-14 10:00")
        .scan("2026-12-15 08:00", OutForDelivery)
        .scan("2026-12-17 12:00", Delivered);
    let told = [
        "12-15 08:00 out_for_delivery",
        "12-16 09:00 late 12-15",
        "12-17 12:00 delivered",
    ];
    assert_eq!(story.told(), told);
}

#[test]
fn a_present_that_cannot_make_it_is_told_in_time() {
    let present = || Story::sent("2026-12-18 10:00").present();
    let told_before_christmas = |story: Story| -> Vec<String> {
        let told = story.told().into_iter();
        told.take_while(|line| line.as_str() < "12-25").collect()
    };
    for (story, told) in [
        // The estimate says so, and that is also why it is late.
        (
            present()
                .estimated("2026-12-19 10:00", InTransit, "2026-12-23")
                .estimated("2026-12-22 10:00", InTransit, "2026-12-26"),
            &[
                "12-19 10:00 shipped",
                "12-22 10:10 will_miss_deadline 12-24",
            ][..],
        ),
        // It said so from the beginning.
        (
            present().estimated("2026-12-19 10:00", InTransit, "2026-12-28"),
            &["12-19 10:10 will_miss_deadline 12-24"],
        ),
        // No estimate says anything, but on Christmas Eve it is not on its round.
        (
            present().scan("2026-12-22 10:00", InTransit),
            &[
                "12-22 10:00 shipped",
                "12-24 14:00 will_miss_deadline 12-24",
            ],
        ),
        // It is on its round.
        (
            present().scan("2026-12-24 09:00", OutForDelivery),
            &["12-24 09:00 out_for_delivery"],
        ),
        // It was yesterday.
        (
            present().scan("2026-12-23 09:00", OutForDelivery),
            &[
                "12-23 09:00 out_for_delivery",
                "12-24 09:00 late 12-23",
                "12-24 14:00 will_miss_deadline 12-24",
            ],
        ),
        // The carrier does not have it, a day before.
        (
            present().scan("2026-12-21 10:00", PreTransit),
            &[
                "12-23 09:00 not_handed_over",
                "12-23 14:00 will_miss_deadline 12-24",
            ],
        ),
        // Nothing was sent.
        (
            Story::placed("2026-12-18 10:00").present(),
            &["12-23 14:00 will_miss_deadline 12-24"],
        ),
        // It waits to be fetched.
        (
            present().waits("2026-12-23 10:00", None),
            &["12-23 10:00 ready_for_pickup"],
        ),
        // It is no present.
        (
            Story::sent("2026-12-18 10:00").scan("2026-12-22 10:00", InTransit),
            &["12-22 10:00 shipped"],
        ),
    ] {
        assert_eq!(told_before_christmas(story), told);
    }
}

#[test]
fn dw25_a_deadline_that_is_no_working_day_is_missed_before() {
    let story = Story::sent("2026-12-07 10:00")
        .with(|facts| facts.deadline = Some(story::day("2026-12-13")))
        .scan("2026-12-11 18:00", InTransit)
        .scan("2026-12-14 18:00", Delivered);
    let told = [
        "12-11 18:00 shipped",
        "12-12 14:00 will_miss_deadline 12-13",
        "12-14 18:00 delivered",
    ];
    assert_eq!(story.told(), told);
}

#[test]
fn an_order_sent_too_late_is_not_told_twice() {
    let story = Story::placed("2026-12-18 10:00").present();
    let mut told = BTreeSet::new();
    let mut kinds = |story: &Story, now: &str| {
        let (key, now) = (story::key(), story::at(now));
        let look = look(&key, &story.order, &mut told, now, &story.setting);
        let notices = look.notices.into_iter();
        notices.map(|n| (n.kind, n.parcels)).collect::<Vec<_>>()
    };
    let missed = (NoticeKind::WillMissDeadline, Vec::new());
    assert_eq!(kinds(&story, "2026-12-23 14:00"), [missed]);
    let mut story = story.sending("A1", "2026-12-23 18:00");
    story.order.parcels[0].heard_at = Some(story::at("2026-12-23 18:00"));
    assert_eq!(kinds(&story, "2026-12-24 14:00"), []);
}
