//! What was read, taken in by an order as its object does: stored, shown, watched and said.

use std::collections::BTreeSet;

use shared::conversation::{Input, ProofResult, State, step};
use shared::hooks::Said;
use shared::ids::{Cid, OrderKey};
use shared::language::Language;
use shared::notice::say;
use shared::order::{Audience, Order, OrderFacts, OrderUpdate, ParcelFacts, ShipmentFacts, view};
use shared::time::Timestamp;
use shared::tracking::TrackingUpdate;
use shared::watch::{Setting, look};

use crate::NOW;

/// How often an order is looked at: each look costs as much as the reading did.
const MOST_LOOKS: usize = 6;

/// When an order was placed that a carrier speaks of: thirty days ago.
const PLACED: Timestamp = Timestamp(NOW.0 - 30 * 24 * 60 * 60 * 1000);
/// When everything is told a second time: an hour later.
const LATER: Timestamp = Timestamp(NOW.0 + 60 * 60 * 1000);

/// Has an order take in what a delivery says.
pub fn take(said: &Said) {
    match said {
        Said::Order(update) => order(update),
        Said::Parcels(updates) => updates.iter().for_each(parcel),
        Said::Nothing => {}
    }
}

/// Begins an order with an update, and tells it twice.
pub fn order(update: &OrderUpdate) {
    let within = update.clone().bounded();
    assert_eq!(within.as_ref(), Ok(update), "it is bounded");
    let mut order = Order::default();
    order.apply_order(update.clone(), NOW);
    let once = order.clone();
    order.apply_order(update.clone(), LATER);
    assert_eq!(order, once, "told twice, it is one effect");
    show(&order);
}

/// Tells an order twice of a parcel that it has.
pub fn parcel(update: &TrackingUpdate) {
    let within = update.clone().bounded(NOW);
    assert_eq!(within.as_ref(), Some(update), "it is bounded");
    let mut order = order_of(&update.number);
    order.apply_tracking(update, NOW);
    let once = order.clone();
    order.apply_tracking(update, LATER);
    assert_eq!(order, once, "told twice, it is one effect");
    show(&order);
}

/// An order with one parcel, placed and sent a month ago.
fn order_of(number: &str) -> Order {
    let facts = OrderFacts {
        external_id: "1042".to_owned(),
        number: "#1042".to_owned(),
        placed_at: PLACED,
        updated_at: PLACED,
        ..OrderFacts::default()
    };
    let shipment = ShipmentFacts {
        external_id: "1".to_owned(),
        active: true,
        created_at: facts.placed_at,
        updated_at: facts.updated_at,
        parcels: vec![ParcelFacts {
            number: number.to_owned(),
            carrier: None,
            url: None,
        }],
        word: None,
    };
    let mut order = Order::default();
    let placed = OrderUpdate {
        order_id: facts.external_id.clone(),
        facts: Some(facts),
        shipments: vec![shipment],
        ..OrderUpdate::default()
    };
    order.apply_order(placed, NOW);
    order
}

fn show(order: &Order) {
    let stored = serde_json::to_vec(order).expect("an order can be stored");
    let read: Order = serde_json::from_slice(&stored).expect("what was stored can be read");
    assert_eq!(read, *order, "what was stored is what is read");

    let key = OrderKey("shopify:1042".to_owned());
    watch(&key, order);
    if let Some(view) = view(&key, order, Audience::Payer) {
        let proven = Input::ProofChecked {
            cid: Cid("0".repeat(32)),
            number: view.number.clone(),
            result: ProofResult::Matched {
                order: Box::new(view),
                told: Vec::new(),
            },
        };
        for language in Language::ALL {
            let shown = step(&State::new(language), 0, &proven, NOW);
            assert!(shown.is_ok(), "a proven order is shown");
        }
    }
}

/// Watches an order from now on, and says all its news in every language.
fn watch(key: &OrderKey, order: &Order) {
    let setting = Setting::default();
    let mut told = BTreeSet::new();
    let mut keys = BTreeSet::new();
    let mut now = NOW;
    for _ in 0..MOST_LOOKS {
        let seen = look(key, order, &mut told, now, &setting);
        assert!(
            seen.wake_at > Some(now) || seen.wake_at.is_none(),
            "it is later"
        );
        for notice in seen.notices {
            for language in Language::ALL {
                assert!(!say(&notice, language).text.is_empty(), "news have words");
            }
            assert!(keys.insert(notice.key), "news are told once");
        }
        let again = look(key, order, &mut told, now, &setting);
        assert!(again.notices.is_empty(), "all was told");
        let Some(wake_at) = seen.wake_at else {
            return;
        };
        assert!(wake_at > now, "it is looked at later");
        now = wake_at;
    }
}
