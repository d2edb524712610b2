//! The watch as tables: what happened so far, and what is told.

mod days;
mod risks;
mod rounds;
mod silence;
mod story;
mod together;
mod waiting;

use std::collections::VecDeque;

use super::*;
use crate::notice::NoticeKind;
use crate::order::{OrderFacts, Parcel};
use crate::time::Day;
use crate::tracking::{
    IncidentReason,
    Status::{
        self, AvailableForPickup, Cancelled, Delayed, Delivered, DeliveryAttempted, Exception,
        InTransit, OutForDelivery, PreTransit, Returning, Unknown,
    },
    TrackingEvent, TrackingSource,
};

const MINUTE: i64 = 60 * 1000;
const DAY: i64 = 24 * 60 * MINUTE;
/// 2026-12-21T00:00:00Z.
const START: i64 = 1_797_811_200_000;

fn event(status: Status, at: i64) -> TrackingEvent {
    TrackingEvent {
        source: TrackingSource::Easypost,
        status,
        raw_code: String::new(),
        reason: None,
        description: String::new(),
        place: None,
        occurred_at: Timestamp(START + at),
        zone_known: true,
    }
}

fn parcel(number: &str, events: &[(Status, i64)]) -> Parcel {
    let mut history: Vec<_> = events
        .iter()
        .map(|&(status, at)| event(status, at))
        .collect();
    history.sort_by_key(|event| event.occurred_at);
    Parcel {
        number: number.into(),
        active: true,
        heard_upto: history.last().map(|event| event.occurred_at),
        history,
        ..Parcel::default()
    }
}

fn order(parcels: Vec<Parcel>) -> Order {
    let facts = OrderFacts {
        external_id: "1".into(),
        number: "#1042".into(),
        email: None,
        customer_id: None,
        postcode: None,
        country: None,
        locale: None,
        placed_at: Timestamp(START),
        updated_at: Timestamp(START),
        cancelled_at: None,
        items: Vec::new(),
        note: None,
        ..OrderFacts::default()
    };
    Order {
        facts: Some(facts),
        parcels,
        ..Order::default()
    }
}

/// Nothing waits: no hour is quiet, and nothing has to settle.
fn at_once() -> Setting {
    Setting {
        quiet_hours: QuietHours::NONE,
        settle_millis: 0,
        ..Setting::default()
    }
}

/// A watch that remembers, with the clock at the given time after the start. Notices of one look
/// are answered in turn.
#[derive(Default)]
struct Watch {
    told: BTreeSet<String>,
    notices: VecDeque<Notice>,
}

impl Watch {
    fn see_at(&mut self, order: &Order, now: i64) -> Option<Notice> {
        let key = OrderKey("shop:1".into());
        let now = Timestamp(START + now);
        let look = look(&key, order, &mut self.told, now, &at_once());
        self.notices.extend(look.notices);
        self.notices.pop_front()
    }

    /// Shows parcels right after the newest of their events.
    fn see(&mut self, parcels: Vec<Parcel>) -> Option<(NoticeKind, Vec<String>)> {
        let events = parcels.iter().flat_map(|parcel| &parcel.history);
        let newest = events.map(|event| event.occurred_at.0 - START).max();
        self.see_at(&order(parcels), newest.unwrap_or_default() + MINUTE)
            .map(|notice| (notice.kind, notice.parcels))
    }

    /// Shows one parcel with these events, and answers what is told of it.
    fn see_events(&mut self, events: &[(Status, i64)]) -> Option<NoticeKind> {
        self.see(vec![parcel("A1", events)]).map(|(kind, _)| kind)
    }
}

fn numbers(numbers: &[&str]) -> Vec<String> {
    numbers.iter().map(|&number| number.to_owned()).collect()
}

#[test]
fn dw1_each_milestone_is_told_once() {
    for (status, kind) in [
        (InTransit, NoticeKind::Shipped),
        (OutForDelivery, NoticeKind::OutForDelivery),
        (AvailableForPickup, NoticeKind::ReadyForPickup),
        (Delivered, NoticeKind::Delivered),
        (DeliveryAttempted, NoticeKind::DeliveryAttempted),
        (Delayed, NoticeKind::Delayed),
    ] {
        let mut watch = Watch::default();
        assert_eq!(watch.see_events(&[(PreTransit, 0)]), None);
        assert_eq!(
            watch.see_events(&[(PreTransit, 0), (status, 1)]),
            Some(kind)
        );
        assert_eq!(watch.see_events(&[(PreTransit, 0), (status, 1)]), None);
        assert_eq!(
            watch.see_events(&[(status, 1), (status, 2)]),
            None,
            "{status:?} again"
        );
    }
}

#[test]
fn dw1_the_key_names_order_parcel_kind_and_occasion() {
    let mut watch = Watch::default();
    let mut late = parcel("A1", &[(InTransit, 1)]);
    late.estimate.promised = Day::parse("2026-12-22");
    late.estimate.current = Day::parse("2026-12-24");
    let notice = watch.see_at(&order(vec![late]), MINUTE).unwrap();
    assert_eq!(notice.key, "shop:1/A1/delayed/2026-12-24");
    assert_eq!(notice.occurred_at, Timestamp(START + 1));

    let tried = order(vec![parcel("B2", &[(DeliveryAttempted, 2)])]);
    let notice = watch.see_at(&tried, MINUTE).unwrap();
    assert_eq!(notice.key, "shop:1/B2/delivery_attempted/2026-12-21");

    let out = order(vec![parcel("C3", &[(OutForDelivery, 3)])]);
    assert_eq!(
        watch.see_at(&out, MINUTE).unwrap().key,
        "shop:1/C3/out_for_delivery/2026-12-21"
    );
}

#[test]
fn dw2_a_late_event_never_speaks() {
    let mut watch = Watch::default();
    assert_eq!(
        watch.see_events(&[(OutForDelivery, 9)]),
        Some(NoticeKind::OutForDelivery)
    );
    for late in [
        InTransit,
        DeliveryAttempted,
        AvailableForPickup,
        Delayed,
        Unknown,
    ] {
        assert_eq!(
            watch.see_events(&[(late, 5), (OutForDelivery, 9)]),
            None,
            "{late:?}"
        );
    }
}

#[test]
fn dw2_nothing_undoes_a_handing_over_so_that_it_is_told_late() {
    let mut watch = Watch::default();
    assert_eq!(
        watch.see_events(&[(InTransit, 9)]),
        Some(NoticeKind::Shipped)
    );
    assert_eq!(
        watch.see_events(&[(Delivered, 5), (InTransit, 9)]),
        Some(NoticeKind::Delivered)
    );
}

#[test]
fn dw3_only_the_newest_fact_is_told() {
    let mut watch = Watch::default();
    let history = [(InTransit, 1), (OutForDelivery, 2), (Delivered, 3)];
    assert_eq!(watch.see_events(&history), Some(NoticeKind::Delivered));
    assert_eq!(watch.see_events(&history), None);

    let mut watch = Watch::default();
    assert_eq!(
        watch.see_events(&[(OutForDelivery, 1), (Exception, 2)]),
        None
    );
    assert_eq!(
        watch.see_events(&[(OutForDelivery, 1), (Exception, 2), (InTransit, 3)]),
        None
    );
}

#[test]
fn dw3_a_parcel_back_at_the_depot_is_not_shipped_again() {
    let mut watch = Watch::default();
    assert_eq!(
        watch.see_events(&[(OutForDelivery, 1)]),
        Some(NoticeKind::OutForDelivery)
    );
    assert_eq!(
        watch.see_events(&[(OutForDelivery, 1), (InTransit, 2)]),
        None
    );
}

#[test]
fn dw5_nothing_is_told_on_the_way_back_or_after_the_end() {
    for end in [Returning, Delivered, Cancelled] {
        let mut watch = Watch::default();
        watch.see_events(&[(end, 1)]);
        for later in [
            InTransit,
            OutForDelivery,
            AvailableForPickup,
            DeliveryAttempted,
            Delayed,
        ] {
            assert_eq!(
                watch.see_events(&[(end, 1), (later, 2)]),
                None,
                "{end:?} {later:?}"
            );
        }
    }
}

#[test]
fn dw6_an_estimate_that_moves_is_told_once_a_day_of_it() {
    let mut watch = Watch::default();
    let mut tell = |current: &str, status: Status| {
        let mut parcel = parcel("A1", &[(status, 1)]);
        parcel.estimate.promised = Day::parse("2026-12-22");
        parcel.estimate.current = Day::parse(current);
        watch.see(vec![parcel]).map(|(kind, _)| kind)
    };
    assert_eq!(tell("2026-12-22", InTransit), Some(NoticeKind::Shipped));
    assert_eq!(tell("2026-12-20", InTransit), None, "a day that has passed");
    assert_eq!(tell("2026-12-23", InTransit), Some(NoticeKind::Delayed));
    assert_eq!(tell("2026-12-23", Delayed), None);
    assert_eq!(tell("2026-12-24", Delayed), Some(NoticeKind::Delayed));
    assert_eq!(tell("2026-12-23", InTransit), Some(NoticeKind::Sooner));
    assert_eq!(tell("2026-12-23", Delayed), None);
    assert_eq!(
        tell("2026-12-26", OutForDelivery),
        Some(NoticeKind::OutForDelivery)
    );
    assert_eq!(tell("2026-12-27", Delivered), Some(NoticeKind::Delivered));
    assert_eq!(tell("2026-12-28", Delivered), None);
}

#[test]
fn dw7_stale_news_is_marked_and_not_told() {
    let mut watch = Watch::default();
    let delivered = order(vec![parcel("A1", &[(Delivered, 0)])]);
    assert_eq!(watch.see_at(&delivered, 3 * DAY + 1), None);
    assert_eq!(watch.see_at(&delivered, 0), None, "the mark stays");

    let mut watch = Watch::default();
    assert!(watch.see_at(&delivered, 3 * DAY).is_some());
}

#[test]
fn dw7_a_stale_parcel_does_not_silence_the_others() {
    let mut watch = Watch::default();
    let both = vec![
        parcel("A1", &[(Delivered, 0)]),
        parcel("B2", &[(InTransit, 4 * DAY)]),
    ];
    let notice = watch.see_at(&order(both), 4 * DAY).unwrap();
    assert_eq!(
        (notice.kind, notice.parcels),
        (NoticeKind::Shipped, numbers(&["B2"]))
    );
}

#[test]
fn dw8_a_cancelled_or_unknown_order_and_a_withdrawn_parcel_say_nothing() {
    let mut watch = Watch::default();
    let mut cancelled = order(vec![parcel("A1", &[(Delivered, 1)])]);
    cancelled.facts.as_mut().unwrap().cancelled_at = Some(Timestamp(START));
    assert_eq!(watch.see_at(&cancelled, DAY), None);

    let undescribed = Order {
        facts: None,
        ..cancelled
    };
    assert_eq!(watch.see_at(&undescribed, DAY), None);
    assert!(watch.told.is_empty(), "the news waits for the order");

    let withdrawn = Parcel {
        active: false,
        ..parcel("A1", &[(Delivered, 1)])
    };
    assert_eq!(watch.see(vec![withdrawn]), None);
    assert_eq!(
        watch.see_events(&[(Delivered, 1)]),
        Some(NoticeKind::Delivered)
    );
}

#[test]
fn keys_name_kinds_as_the_wire_does() {
    for (status, day) in [
        (InTransit, ""),
        (OutForDelivery, "/2026-12-21"),
        (AvailableForPickup, ""),
        (DeliveryAttempted, "/2026-12-21"),
        (Delivered, ""),
        (Delayed, ""),
    ] {
        let notice = Watch::default()
            .see_at(&order(vec![parcel("A1", &[(status, 1)])]), MINUTE)
            .unwrap();
        let name = serde_json::to_value(notice.kind).unwrap();
        let name = name.as_str().unwrap();
        assert_eq!(notice.key, format!("shop:1/A1/{name}{day}"));
    }
}
