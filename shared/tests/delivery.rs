//! An order from the purchase to the doorstep, and what holds for any sequence of deliveries.

// A test shows what went wrong by panicking.
#![allow(clippy::unwrap_used)]

mod common {
    pub mod own;
}

use std::collections::{BTreeMap, BTreeSet};

use common::own::own;
use proptest::prelude::*;
use shared::ids::OrderKey;
use shared::language::Language;
use shared::notice::{self, Notice, NoticeKind};
use shared::order::{Order, OrderUpdate, ParcelFacts, ShipmentFacts, shopify};
use shared::source::Delivery;
use shared::time::Timestamp;
use shared::tracking::{Status, TrackingEvent, TrackingSource, TrackingUpdate, easypost, fold};
use shared::watch::{Look, QuietHours, Setting, look};

const MINUTE: i64 = 60 * 1000;
/// 2026-12-20T00:00:00Z, three days after the order of the payloads was placed.
const START: i64 = 1_797_724_800_000;
/// After all that is made up here has happened.
const HEARD: Timestamp = Timestamp(START + 1_000 * MINUTE);

fn key() -> OrderKey {
    OrderKey("shopify:6214598172903114752".into())
}

/// Nothing waits: no hour is quiet, and nothing has to settle.
fn at_once() -> Setting {
    Setting {
        quiet_hours: QuietHours::NONE,
        settle_millis: 0,
        ..Setting::default()
    }
}

fn look_at_once(order: &Order, told: &mut BTreeSet<String>) -> Look {
    look(&key(), order, told, HEARD, &at_once())
}

fn hear_shop(order: &mut Order, topic: &str, name: &str, heard_at: Timestamp) -> bool {
    match shopify::parse(topic, name, &own(&format!("shopify/{name}.json"))).unwrap() {
        Delivery::Understood(update) => order.apply_order(update, heard_at),
        Delivery::Ignored => panic!("{topic} is followed"),
    }
}

fn hear_carrier(order: &mut Order, name: &str, heard_at: Timestamp) -> bool {
    match easypost::parse(&own(&format!("easypost/{name}.json"))).unwrap() {
        Delivery::Understood(update) => order.apply_tracking(&update, heard_at),
        Delivery::Ignored => panic!("trackers are followed"),
    }
}

fn at(text: &str) -> Timestamp {
    Timestamp::parse_rfc3339(text).unwrap()
}

/// The order of the payloads under the watch as shops have it by default.
#[derive(Default)]
struct Story {
    order: Order,
    told: BTreeSet<String>,
}

impl Story {
    fn shop(&mut self, topic: &str, name: &str, heard_at: &str) -> bool {
        hear_shop(&mut self.order, topic, name, at(heard_at))
    }

    fn carrier(&mut self, name: &str, heard_at: &str) -> bool {
        hear_carrier(&mut self.order, name, at(heard_at))
    }

    fn look(&mut self, now: &str) -> Look {
        look(
            &key(),
            &self.order,
            &mut self.told,
            at(now),
            &Setting::default(),
        )
    }

    /// What is told at a time, in words.
    fn told(&mut self, now: &str) -> Vec<(NoticeKind, notice::Words)> {
        let notices = self.look(now).notices.into_iter();
        notices
            .map(|notice| (notice.kind, notice::say(&notice, Language::French)))
            .collect()
    }

    fn tells(&mut self, now: &str) -> Vec<NoticeKind> {
        self.told(now).into_iter().map(|(kind, _)| kind).collect()
    }
}

#[test]
fn from_the_purchase_to_the_doorstep() {
    let mut story = Story::default();
    assert!(story.shop("orders/create", "order_create", "2026-12-17T10:00:00Z"));
    let handed = "2026-12-18T15:30:00+01:00";
    assert!(story.shop("fulfillments/create", "fulfillment_create", handed));
    assert!(
        !story.shop("orders/create", "order_create", handed),
        "the same twice"
    );
    assert!(story.carrier("tracker_created", handed));
    assert_eq!(story.tells(handed), []);

    // What the night brings is told in the morning.
    let night = "2026-12-20T05:20:00+01:00";
    assert!(story.carrier("tracker_updated_in_transit", night));
    let look = story.look(night);
    assert_eq!(look.notices, []);
    assert_eq!(look.wake_at, Some(at("2026-12-20T08:00:00+01:00")));
    let [(kind, words)] = &story.told("2026-12-20T08:00:00+01:00")[..] else {
        panic!("one notice is told");
    };
    assert_eq!(*kind, NoticeKind::Shipped);
    assert_eq!(
        words.text,
        "Un des colis de votre commande n°\u{a0}1042 est en route\u{202f}: Colissimo l’a pris en \
         charge."
    );
    assert_eq!(
        words.next.as_deref(),
        Some("La livraison est estimée au lundi 21 décembre.")
    );

    // A delay is told once it has stood for ten minutes.
    assert!(story.carrier("tracker_updated_delayed", "2026-12-20T17:05:00+01:00"));
    assert_eq!(story.tells("2026-12-20T17:14:59+01:00"), []);
    let [(kind, words)] = &story.told("2026-12-20T17:15:00+01:00")[..] else {
        panic!("one notice is told");
    };
    assert_eq!(*kind, NoticeKind::Delayed);
    assert!(
        words
            .text
            .contains("estimée au mardi 22 décembre, au lieu du lundi 21 décembre")
    );

    // The retry of an earlier delivery changes nothing and says nothing.
    let evening = "2026-12-20T18:00:00+01:00";
    assert!(!story.carrier("tracker_updated_in_transit", evening));
    assert_eq!(story.tells(evening), []);

    // The second parcel waits at a pickup point; its way there is not told in arrears.
    let ready = "2026-12-21T11:20:00+01:00";
    assert!(story.carrier("tracker_updated_pickup", ready));
    assert_eq!(story.tells(ready), [NoticeKind::ReadyForPickup]);
    assert_eq!(story.tells("2026-12-21T11:20:01+01:00"), []);

    // The delivery overtakes the last round, which then is history.
    let noon = "2026-12-21T12:50:00+01:00";
    assert!(story.carrier("tracker_updated_delivered", noon));
    assert_eq!(story.tells(noon), [NoticeKind::Delivered]);
    assert!(!story.carrier("tracker_updated_out_for_delivery", noon));
    assert_eq!(story.tells("2026-12-21T12:51:00+01:00"), []);
}

#[test]
fn dw7_an_order_heard_of_long_after_says_nothing() {
    let mut story = Story::default();
    let heard = "2027-01-15T10:00:00+01:00";
    story.shop("orders/updated", "order_updated_shipped", heard);
    story.carrier("tracker_updated_delivered", heard);
    assert_eq!(story.tells(heard), []);
    let mark = "shopify:6214598172903114752/6A12345678901/delivered";
    assert!(story.told.contains(mark));
}

const NUMBERS: [&str; 2] = ["A1", "B2"];

/// The described order of the payloads, with two bare parcels.
fn shipped() -> Order {
    let mut order = Order::default();
    hear_shop(&mut order, "orders/create", "order_create", HEARD);
    let parcel = |number: &str| ParcelFacts {
        number: number.into(),
        carrier: None,
        url: None,
    };
    order.apply_order(
        OrderUpdate {
            delivery_id: "d".into(),
            order_id: "6214598172903114752".into(),
            facts: None,
            shipments: vec![ShipmentFacts {
                external_id: "1".into(),
                active: true,
                created_at: Timestamp(START),
                updated_at: Timestamp(START),
                parcels: NUMBERS.map(parcel).to_vec(),
                word: None,
            }],
            ..OrderUpdate::default()
        },
        HEARD,
    );
    order
}

/// A delivery of one event, at a minute of its own.
fn update(number: &str, status: Status, minute: i64) -> TrackingUpdate {
    TrackingUpdate {
        delivery_id: format!("{number}{minute}"),
        number: number.into(),
        carrier: None,
        estimated: None,
        url: None,
        pickup_point: None,
        events: vec![TrackingEvent {
            source: TrackingSource::Easypost,
            status,
            raw_code: format!("{status:?}"),
            reason: None,
            description: String::new(),
            place: None,
            occurred_at: Timestamp(START + minute * MINUTE),
            zone_known: true,
        }],
        ..TrackingUpdate::default()
    }
}

/// Deliveries with distinct times, in an arbitrary order of receipt.
fn updates() -> impl Strategy<Value = Vec<TrackingUpdate>> {
    prop::collection::vec(
        (0..NUMBERS.len(), prop::sample::select(&Status::ALL[..])),
        1..16,
    )
    .prop_map(|facts| {
        facts
            .into_iter()
            .zip((0..).step_by(7))
            .map(|((parcel, status), minute)| update(NUMBERS[parcel], status, minute))
            .collect::<Vec<_>>()
    })
    .prop_shuffle()
}

fn hear_all(updates: &[TrackingUpdate]) -> Order {
    let mut order = shipped();
    for update in updates {
        order.apply_tracking(update, HEARD);
    }
    order
}

/// Hears the deliveries one by one and answers every notice.
fn tell_all(updates: &[TrackingUpdate]) -> Vec<Notice> {
    let mut order = shipped();
    let mut told = BTreeSet::new();
    let mut notices = Vec::new();
    for update in updates {
        order.apply_tracking(update, HEARD);
        notices.extend(look_at_once(&order, &mut told).notices);
    }
    notices
}

proptest! {
    #[test]
    fn dw9_the_order_of_receipt_leaves_no_trace(
        received in updates(),
        reversed in any::<bool>(),
    ) {
        let mut by_time = received.clone();
        by_time.sort_by_key(|update| update.events[0].occurred_at);
        if reversed {
            by_time.reverse();
        }
        prop_assert_eq!(hear_all(&received), hear_all(&by_time));
    }

    #[test]
    fn dw9_the_same_twice_is_once(received in updates()) {
        let mut order = hear_all(&received);
        let once = order.clone();
        for update in received.iter().rev() {
            prop_assert!(!order.apply_tracking(update, HEARD));
        }
        prop_assert_eq!(order, once);
    }

    #[test]
    fn dw9_a_history_of_many_is_the_history_of_each(received in updates()) {
        let mut whole: BTreeMap<String, TrackingUpdate> = BTreeMap::new();
        for update in &received {
            let events = update.events.clone();
            whole
                .entry(update.number.clone())
                .and_modify(|held| held.events.extend(events))
                .or_insert_with(|| update.clone());
        }
        let at_once = hear_all(&whole.into_values().collect::<Vec<_>>());
        let one_by_one = hear_all(&received);
        prop_assert_eq!(at_once.parcels, one_by_one.parcels);
    }

    #[test]
    fn dw1_no_notice_comes_twice(received in updates(), again in updates()) {
        let mut all = received.clone();
        all.extend(again);
        all.extend(received);
        let mut seen = BTreeSet::new();
        for notice in tell_all(&all) {
            prop_assert!(seen.insert(notice.key.clone()), "{}", notice.key);
        }
    }

    #[test]
    fn dw2_only_what_nothing_undoes_is_told_after_something_newer(received in updates()) {
        use NoticeKind::{Delivered, Returned, Returning};
        let mut newest: BTreeMap<String, Timestamp> = BTreeMap::new();
        for notice in tell_all(&received) {
            for parcel in notice.parcels {
                let before = newest.insert(parcel, notice.occurred_at);
                let late = before > Some(notice.occurred_at);
                prop_assert!(!late || matches!(notice.kind, Delivered | Returning | Returned));
            }
        }
    }

    #[test]
    fn dw3_a_notice_says_where_its_parcels_stand(received in updates()) {
        let order = hear_all(&received);
        let mut told = BTreeSet::new();
        for notice in look_at_once(&order, &mut told).notices {
            for parcel in order.parcels.iter().filter(|p| notice.parcels.contains(&p.number)) {
                let status = fold(&parcel.history).status;
                let told_of = match notice.kind {
                    NoticeKind::Shipped => Status::InTransit,
                    NoticeKind::OutForDelivery => Status::OutForDelivery,
                    NoticeKind::ReadyForPickup => Status::AvailableForPickup,
                    NoticeKind::Delivered => Status::Delivered,
                    NoticeKind::DeliveryAttempted => Status::DeliveryAttempted,
                    NoticeKind::Delayed => Status::Delayed,
                    NoticeKind::Returning => Status::Returning,
                    NoticeKind::Returned => Status::Returned,
                    NoticeKind::PresumedLost => Status::Lost,
                    other => return Err(TestCaseError::fail(format!("{other:?} is not expected"))),
                };
                prop_assert_eq!(status, told_of);
            }
        }
    }
}
