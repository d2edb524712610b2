//! A delivery that was missed, told by the carrier's source, by the shop, and by both.

// A test shows what went wrong by panicking.
#![allow(clippy::unwrap_used)]

mod common {
    pub mod own;
}

use std::collections::BTreeSet;

use common::own::own;
use proptest::prelude::*;
use shared::ids::OrderKey;
use shared::notice::NoticeKind;
use shared::order::{Order, OrderUpdate, Parcel, ParcelFacts, ShipmentFacts, shopify};
use shared::source::Delivery;
use shared::time::Timestamp;
use shared::tracking::{Status, TrackingEvent, TrackingSource, TrackingUpdate, easypost, fold};
use shared::watch::{Setting, look};

const HOUR: i64 = 60 * 60 * 1000;
/// 2027-01-01T00:00:00Z.
const HEARD: Timestamp = Timestamp(1_798_761_600_000);

/// What is heard, by the name of its payload.
#[derive(Clone, Copy, Debug)]
enum Heard {
    Shop(&'static str),
    Carrier(&'static str),
}
use Heard::{Carrier, Shop};

/// An order with its shopper's notices.
#[derive(Default)]
struct Followed {
    order: Order,
    told: BTreeSet<String>,
}

impl Followed {
    fn new() -> Self {
        let mut followed = Self::default();
        followed.hear_shop("orders/create", "order_create");
        followed.hear_shop("fulfillments/update", "fulfillment_update_corrected");
        followed
    }

    fn hear_shop(&mut self, topic: &str, name: &str) {
        match shopify::parse(topic, name, &own(&format!("shopify/{name}.json"))).unwrap() {
            Delivery::Understood(update) => self.order.apply_order(update, HEARD),
            Delivery::Ignored => panic!("{topic} is followed"),
        };
    }

    fn hear_carrier(&mut self, name: &str) {
        match easypost::parse(&own(&format!("easypost/{name}.json"))).unwrap() {
            Delivery::Understood(update) => self.order.apply_tracking(&update, HEARD),
            Delivery::Ignored => panic!("trackers are followed"),
        };
    }

    /// Hears a payload and answers what the shopper is told then.
    fn hear(&mut self, heard: Heard) -> Vec<NoticeKind> {
        match heard {
            Shop(name) => {
                self.hear_shop("fulfillments/update", &format!("fulfillment_update_{name}"));
            }
            Carrier(name) => self.hear_carrier(&format!("tracker_updated_{name}")),
        }
        let key = OrderKey("shopify:6214598172903114752".into());
        let now = self.parcel().history.last().unwrap().occurred_at;
        look(&key, &self.order, &mut self.told, now, &Setting::default())
            .notices
            .into_iter()
            .map(|notice| notice.kind)
            .collect()
    }

    fn parcel(&self) -> &Parcel {
        &self.order.parcels[0]
    }
}

const OUT: NoticeKind = NoticeKind::OutForDelivery;
const MISSED: NoticeKind = NoticeKind::DeliveryAttempted;

#[test]
fn each_turn_of_a_missed_delivery_is_told_once_whoever_tells_it() {
    let stories: [&[(Heard, &[NoticeKind])]; 5] = [
        &[
            (Carrier("out_for_delivery"), &[OUT]),
            (Carrier("missed"), &[MISSED]),
            (Carrier("missed"), &[]),
            (Carrier("second_round"), &[OUT]),
        ],
        &[
            (Shop("out_for_delivery"), &[OUT]),
            (Shop("attempted"), &[MISSED]),
            (Shop("attempted"), &[]),
            (Shop("out_for_delivery"), &[]),
        ],
        &[
            (Shop("out_for_delivery"), &[OUT]),
            (Carrier("out_for_delivery"), &[]),
            (Carrier("missed"), &[MISSED]),
            (Shop("attempted"), &[]),
            (Carrier("second_round"), &[OUT]),
        ],
        &[
            (Carrier("out_for_delivery"), &[OUT]),
            (Shop("out_for_delivery"), &[]),
            (Shop("attempted"), &[MISSED]),
            (Carrier("missed"), &[]),
            (Carrier("second_round"), &[OUT]),
            (Carrier("missed"), &[]),
        ],
        &[(Carrier("second_round"), &[OUT]), (Shop("attempted"), &[])],
    ];
    for story in stories {
        let mut followed = Followed::new();
        for &(heard, notices) in story {
            assert_eq!(followed.hear(heard), notices, "{heard:?} in {story:?}");
        }
    }
}

#[test]
fn both_sources_leave_the_history_of_the_carrier() {
    let mut both = Followed::new();
    for heard in [
        Shop("out_for_delivery"),
        Carrier("out_for_delivery"),
        Carrier("missed"),
        Shop("attempted"),
    ] {
        both.hear(heard);
    }
    let mut alone = Followed::new();
    alone.hear(Carrier("missed"));
    assert_eq!(both.parcel().history, alone.parcel().history);
    assert_eq!(both.parcel().echoes.len(), 2);
}

const WORDS: [(Status, &str); 5] = [
    (Status::InTransit, "in_transit"),
    (Status::OutForDelivery, "out_for_delivery"),
    (Status::DeliveryAttempted, "attempted_delivery"),
    (Status::AvailableForPickup, "ready_for_pickup"),
    (Status::Delivered, "delivered"),
];

fn event(source: TrackingSource, told: (Status, &str), hour: i64) -> TrackingEvent {
    TrackingEvent {
        source,
        status: told.0,
        raw_code: told.1.into(),
        reason: None,
        description: String::new(),
        place: None,
        occurred_at: Timestamp(hour * HOUR),
        zone_known: true,
    }
}

fn fulfillment(word: Option<(Status, &str)>, hour: i64) -> OrderUpdate {
    OrderUpdate {
        delivery_id: "d".into(),
        order_id: "1".into(),
        facts: None,
        shipments: vec![ShipmentFacts {
            external_id: "10".into(),
            active: true,
            created_at: Timestamp(0),
            updated_at: Timestamp(hour * HOUR),
            parcels: vec![ParcelFacts {
                number: "A1".into(),
                carrier: None,
                url: None,
            }],
            word: word.map(|word| event(TrackingSource::Shopify, word, hour)),
        }],
        ..OrderUpdate::default()
    }
}

fn tracker(told: (Status, &str), hour: i64) -> TrackingUpdate {
    TrackingUpdate {
        delivery_id: "d".into(),
        number: "A1".into(),
        carrier: None,
        estimated: None,
        url: None,
        pickup_point: None,
        events: vec![event(TrackingSource::Easypost, told, hour)],
        ..TrackingUpdate::default()
    }
}

/// What both sources tell, at even hours the shop and at odd ones the carrier's.
fn told() -> impl Strategy<Value = Vec<((Status, &'static str), i64)>> {
    let fact = (prop::sample::select(&WORDS[..]), 0..2_i64);
    prop::collection::vec(fact, 1..14).prop_map(|facts| {
        facts
            .into_iter()
            .zip((0..).step_by(6))
            .map(|((word, odd), hour)| (word, hour + odd))
            .collect()
    })
}

fn is_shops(fact: &((Status, &str), i64)) -> bool {
    fact.1 % 2 == 0
}

/// The parcel when the shop is heard in turn and the carrier's source before or after it.
fn hear_all(told: &[((Status, &str), i64)], carrier_first: bool) -> Parcel {
    let mut order = Order::default();
    order.apply_order(fulfillment(None, -1), HEARD);
    let (shop, carrier): (Vec<_>, Vec<_>) = told.iter().partition(|fact| is_shops(fact));
    let turns = if carrier_first {
        [carrier, shop].concat()
    } else {
        [shop, carrier].concat()
    };
    for fact in turns {
        if is_shops(&fact) {
            order.apply_order(fulfillment(Some(fact.0), fact.1), HEARD);
        } else {
            order.apply_tracking(&tracker(fact.0, fact.1), HEARD);
        }
    }
    order.parcels.remove(0)
}

proptest! {
    #[test]
    fn dw9_which_source_is_heard_first_leaves_no_trace(told in told()) {
        let (one, other) = (hear_all(&told, true), hear_all(&told, false));
        prop_assert_eq!(&one.history, &other.history);
        prop_assert_eq!(fold(&one.history), fold(&other.history));
    }

    #[test]
    fn the_carriers_words_are_never_set_aside(told in told()) {
        let parcel = hear_all(&told, true);
        prop_assert!(parcel.echoes.iter().all(|event| !event.source.is_carriers()));
        let scans = told.iter().filter(|fact| !is_shops(fact)).count();
        let kept = parcel.history.iter().filter(|event| event.source.is_carriers());
        prop_assert_eq!(kept.count(), scans);
    }

    #[test]
    fn a_repeated_word_changes_nothing_of_the_parcel(told in told(), later in 1..200_i64) {
        let mut order = Order::default();
        order.apply_order(fulfillment(None, -1), HEARD);
        let mut last = None;
        for fact in &told {
            order.apply_order(fulfillment(Some(fact.0), fact.1), HEARD);
            last = Some(*fact);
        }
        let before = order.parcels.clone();
        let (word, hour) = last.unwrap();
        order.apply_order(fulfillment(Some(word), hour + later), HEARD);
        prop_assert_eq!(order.parcels, before);
    }
}
