//! What silence means, and when.

use super::story::Story;
use super::*;

const LOST: Status = Status::Lost;

#[test]
fn a_label_that_is_not_handed_over_is_told_in_its_carriers_working_days() {
    for (made_on, told) in [
        // Three working days of Colissimo's, Saturday included, have passed in the morning.
        ("2026-12-07 10:00", "12-11 09:00 not_handed_over"),
        ("2026-12-10 10:00", "12-15 09:00 not_handed_over"),
        // Christmas and Sunday don't count.
        ("2026-12-22 10:00", "12-28 09:00 not_handed_over"),
    ] {
        let story = Story::sent(made_on).scan(made_on, PreTransit);
        assert_eq!(story.told(), [told], "{made_on}");
    }
}

#[test]
fn a_label_of_which_no_source_speaks_says_nothing() {
    assert_eq!(Story::sent("2026-12-07 10:00").told(), [""; 0]);
}

#[test]
fn a_label_is_no_news_once_the_parcel_is_scanned() {
    let story = Story::sent("2026-12-07 10:00")
        .scan("2026-12-07 10:00", PreTransit)
        .scan("2026-12-10 18:00", InTransit)
        .scan("2026-12-11 10:00", Delivered);
    let told = ["12-10 18:00 shipped", "12-11 10:00 delivered"];
    assert_eq!(story.told(), told);
}

#[test]
fn a_parcel_that_stalls_is_told_once_for_each_silence_and_then_presumed_lost() {
    let story = Story::sent("2026-12-07 10:00")
        .scan("2026-12-07 18:00", InTransit)
        .scan("2026-12-14 07:00", InTransit);
    let told = [
        "12-07 18:00 shipped",
        // Four working days without a scan are over.
        "12-12 09:00 stalled",
        "12-19 09:00 stalled",
        // Colissimo searches after fifteen days.
        "12-29 09:00 presumed_lost",
    ];
    assert_eq!(story.told(), told);
}

#[test]
fn dw23_silence_is_counted_in_whole_working_days() {
    let story = Story::sent("2026-12-07 10:00").scan("2026-12-07 18:00", InTransit);
    let notices = story.run(story::at("2026-12-31 00:00"));
    let silent_days = |kind| {
        let of_kind = notices.iter().find(|(_, notice)| notice.kind == kind);
        of_kind.and_then(|(_, notice)| notice.silent_days)
    };
    assert_eq!(silent_days(NoticeKind::Stalled), Some(4));
    assert_eq!(silent_days(NoticeKind::PresumedLost), Some(12));
}

#[test]
fn a_merchants_patience_takes_the_place_of_the_carriers() {
    let mut story = Story::sent("2026-12-07 10:00").scan("2026-12-07 18:00", InTransit);
    story.setting.stall_days = Some(1);
    story.setting.inquiry_days = Some(5);
    let told = [
        "12-07 18:00 shipped",
        "12-09 09:00 stalled",
        "12-12 09:00 presumed_lost",
    ];
    assert_eq!(story.told(), told);
}

#[test]
fn dw23_only_a_carriers_source_can_be_silent() {
    let mut story = Story::sent("2026-12-07 10:00");
    let word = TrackingEvent {
        source: TrackingSource::Shopify,
        ..story::event("2026-12-07 18:00", InTransit, None)
    };
    story.order.parcels[0].history.push(word);
    let told = story.run(story::at("2027-02-01 00:00"));
    assert!(
        told.iter()
            .all(|(_, notice)| notice.kind == NoticeKind::Shipped)
    );
}

#[test]
fn a_clock_that_runs_ahead_does_not_pass_for_a_scan() {
    let story = Story::sent("2026-12-07 10:00").hear("2026-12-07 18:00", "A1", |update| {
        let ahead = story::event("2026-12-08 17:00", InTransit, None);
        update.events.push(ahead);
    });
    let told = story.told();
    assert!(told.contains(&"12-12 09:00 stalled".to_owned()), "{told:?}");
}

#[test]
fn dw24_a_loss_is_told_once_whoever_says_so_and_its_end_too() {
    let said = Story::sent("2026-12-07 10:00")
        .scan("2026-12-07 18:00", InTransit)
        .scan("2026-12-09 10:00", LOST)
        .scan("2026-12-10 10:00", LOST)
        .scan("2026-12-11 10:00", InTransit)
        .scan("2026-12-12 10:00", Delivered);
    let told = [
        "12-07 18:00 shipped",
        "12-09 10:10 presumed_lost",
        "12-11 10:00 found",
        "12-12 10:00 delivered",
    ];
    assert_eq!(said.told(), told);

    let presumed = Story::sent("2026-12-07 10:00")
        .scan("2026-12-07 18:00", InTransit)
        .scan("2026-12-23 10:00", LOST)
        .scan("2027-01-04 10:00", OutForDelivery)
        .scan("2027-01-04 15:00", Delivered);
    let told = [
        "12-07 18:00 shipped",
        "12-12 09:00 stalled",
        "12-22 09:00 presumed_lost",
        "01-04 10:00 out_for_delivery",
        "01-04 15:00 delivered",
    ];
    assert_eq!(presumed.told(), told);
}

#[test]
fn a_parcel_lost_again_is_told_again() {
    let story = Story::sent("2026-12-07 10:00")
        .scan("2026-12-07 18:00", LOST)
        .scan("2026-12-08 10:00", InTransit)
        .scan("2026-12-09 10:00", LOST);
    let told = [
        "12-07 18:10 presumed_lost",
        "12-08 10:00 found",
        "12-09 10:10 presumed_lost",
    ];
    assert_eq!(story.told(), told);
}

#[test]
fn what_the_customs_hold_is_not_lost() {
    let story = Story::sent("2026-12-07 10:00").trouble(
        "2026-12-07 18:00",
        Exception,
        IncidentReason::Customs,
    );
    let told = ["12-07 18:10 customs_hold", "12-12 09:00 stalled"];
    assert_eq!(story.told(), told);
}
