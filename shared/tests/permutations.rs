//! Whatever the order in which a parcel's events are heard, and however often: one state, one set
//! of notices. Small cases, and many of them.

// A test shows what went wrong by panicking.
#![allow(clippy::unwrap_used)]

use std::collections::BTreeSet;

use proptest::prelude::*;
use shared::ids::OrderKey;
use shared::notice::{Notice, NoticeKind};
use shared::order::{Order, OrderFacts, OrderUpdate, ParcelFacts, ShipmentFacts};
use shared::time::{Day, Timestamp};
use shared::tracking::{
    IncidentReason, ParcelState, Status, TrackingEvent, TrackingSource, TrackingUpdate, fold,
};
use shared::watch::{Look, QuietHours, Setting, look};

const HOUR: i64 = 60 * 60 * 1000;
/// 2026-12-21T06:00:00Z.
const START: i64 = 1_797_832_800_000;
/// Two days later, in the morning.
const NOW: Timestamp = Timestamp(START + 50 * HOUR);

const REASONS: [Option<IncidentReason>; 6] = [
    None,
    None,
    Some(IncidentReason::Customs),
    Some(IncidentReason::Damaged),
    Some(IncidentReason::Absent),
    Some(IncidentReason::PointClosed),
];

const SOURCES: [TrackingSource; 2] = [TrackingSource::Easypost, TrackingSource::Aftership];

fn key() -> OrderKey {
    OrderKey("shop:1".into())
}

fn order() -> Order {
    let facts = OrderFacts {
        external_id: "1".into(),
        number: "#1042".into(),
        country: Some("FR".into()),
        placed_at: Timestamp(START),
        updated_at: Timestamp(START),
        deadline: Day::parse("2026-12-24"),
        ..OrderFacts::default()
    };
    let shipment = ShipmentFacts {
        external_id: "1".into(),
        active: true,
        created_at: Timestamp(START),
        updated_at: Timestamp(START),
        parcels: vec![ParcelFacts {
            number: "A1".into(),
            carrier: None,
            url: None,
        }],
        word: None,
    };
    let mut order = Order::default();
    let update = OrderUpdate {
        order_id: "1".into(),
        facts: Some(facts),
        shipments: vec![shipment],
        ..OrderUpdate::default()
    };
    order.apply_order(update, Timestamp(START));
    order
}

/// An event of two days, often at the same hour as another.
fn event(sources: usize, reasons: usize) -> impl Strategy<Value = TrackingEvent> {
    let source = prop::sample::select(&SOURCES[..sources]);
    let reason = prop::sample::select(&REASONS[..reasons]);
    let fact = (source, prop::sample::select(&Status::ALL[..]), reason);
    (fact, 0..5_i64, any::<bool>()).prop_map(|((source, status, reason), tenth, zone_known)| {
        TrackingEvent {
            source,
            status,
            raw_code: format!("{source:?} {status:?}"),
            reason,
            description: String::new(),
            place: None,
            occurred_at: Timestamp(START + tenth * 10 * HOUR),
            zone_known,
        }
    })
}

/// Events, and the places of them in an order of receipt in which each comes once or more.
fn heard(
    sources: usize,
    reasons: usize,
) -> impl Strategy<Value = (Vec<TrackingEvent>, Vec<usize>)> {
    prop::collection::vec(event(sources, reasons), 1..6).prop_flat_map(|events| {
        let count = events.len();
        let again = prop::collection::vec(0..count, 0..3);
        let received = again.prop_flat_map(move |again| {
            let all: Vec<usize> = (0..count).chain(again).collect();
            Just(all).prop_shuffle()
        });
        (Just(events), received)
    })
}

fn update(event: &TrackingEvent) -> TrackingUpdate {
    TrackingUpdate {
        number: "A1".into(),
        events: vec![event.clone()],
        ..TrackingUpdate::default()
    }
}

fn hear<'a>(events: impl IntoIterator<Item = &'a TrackingEvent>) -> Order {
    let mut order = order();
    for event in events {
        order.apply_tracking(&update(event), NOW);
    }
    order
}

fn at_once() -> Setting {
    Setting {
        quiet_hours: QuietHours::NONE,
        settle_millis: 0,
        ..Setting::default()
    }
}

fn look_at(order: &Order, told: &mut BTreeSet<String>) -> Look {
    look(&key(), order, told, NOW, &at_once())
}

/// All of a look but the words of history lines.
fn essence(mut look: Look) -> Look {
    for notice in &mut look.notices {
        for parcel in &mut notice.order.parcels {
            parcel.history.clear();
            parcel.steps.clear();
        }
        notice.order.version = 0;
    }
    look
}

fn state(order: &Order) -> ParcelState {
    fold(&order.parcels[0].history)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(10_000))]

    #[test]
    fn dw9_any_order_and_repetition_gives_one_state_and_one_set_of_notices(
        (events, received) in heard(2, REASONS.len()),
    ) {
        let in_turn = hear(&events);
        let shuffled = hear(received.iter().map(|&place| &events[place]));
        prop_assert_eq!(state(&in_turn), state(&shuffled));
        let (mut told, mut told_shuffled) = (BTreeSet::new(), BTreeSet::new());
        let look = look_at(&in_turn, &mut told);
        prop_assert_eq!(
            essence(look),
            essence(look_at(&shuffled, &mut told_shuffled))
        );
        prop_assert_eq!(told, told_shuffled);
    }
}

proptest! {
    #[test]
    fn dw9_where_a_parcel_stands_is_told_on_every_way(
        (events, received) in heard(1, 1),
    ) {
        let mut order = order();
        let mut told = BTreeSet::new();
        let mut keys = BTreeSet::new();
        for place in received {
            order.apply_tracking(&update(&events[place]), NOW);
            for notice in look_at(&order, &mut told).notices {
                prop_assert!(keys.insert(notice.key.clone()), "{} twice", notice.key);
            }
        }
        // A loss stays told under the day of the word by which it was first told.
        let may_differ = |notice: &Notice| notice.kind == NoticeKind::PresumedLost;
        for notice in look_at(&hear(&events), &mut BTreeSet::new()).notices {
            prop_assert!(told.contains(&notice.key) || may_differ(&notice), "{}", notice.key);
        }
    }
}
