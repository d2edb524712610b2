//! What late, repeated and contradictory deliveries do to an order.

mod dated;
mod heard;
mod remarks;
mod whole;
mod word;

use super::*;
use crate::order::Item;
use crate::time::Day;
use crate::tracking::{PickupPoint, Status, TrackingSource};

const HOUR: i64 = 60 * 60 * 1000;
const PLACED: i64 = 1_000 * HOUR;
const HEARD: Timestamp = Timestamp(PLACED + 240 * HOUR);

fn facts(updated_at: i64) -> OrderFacts {
    OrderFacts {
        external_id: "1".into(),
        number: "#1042".into(),
        email: Some("camille@exemple.fr".into()),
        customer_id: None,
        postcode: Some("69003".into()),
        country: Some("FR".into()),
        locale: None,
        placed_at: Timestamp(PLACED),
        updated_at: Timestamp(updated_at),
        cancelled_at: None,
        items: vec![Item {
            title: "Ours en peluche".into(),
            quantity: 1,
        }],
        note: None,
        ..OrderFacts::default()
    }
}

fn shipment(id: &str, updated_at: i64, numbers: &[&str]) -> ShipmentFacts {
    ShipmentFacts {
        external_id: id.into(),
        active: true,
        created_at: Timestamp(PLACED),
        updated_at: Timestamp(updated_at),
        parcels: numbers
            .iter()
            .map(|&number| ParcelFacts {
                number: number.into(),
                carrier: None,
                url: None,
            })
            .collect(),
        word: None,
    }
}

fn update(facts: Option<OrderFacts>, shipments: Vec<ShipmentFacts>) -> OrderUpdate {
    OrderUpdate {
        delivery_id: "d".into(),
        order_id: "1".into(),
        facts,
        shipments,
        ..OrderUpdate::default()
    }
}

fn event(status: Status, raw_code: &str, at: i64) -> TrackingEvent {
    TrackingEvent {
        source: TrackingSource::Easypost,
        status,
        raw_code: raw_code.into(),
        reason: None,
        description: raw_code.into(),
        place: None,
        occurred_at: Timestamp(PLACED + at),
        zone_known: true,
    }
}

fn tracking(events: Vec<TrackingEvent>, estimated: Option<&str>) -> TrackingUpdate {
    TrackingUpdate {
        delivery_id: "evt".into(),
        number: "A1".into(),
        carrier: Some("LaPosteColissimo".into()),
        estimated: estimated.and_then(Day::parse),
        url: None,
        pickup_point: None,
        events,
        ..TrackingUpdate::default()
    }
}

/// An order with the parcel A1 in shipment 10.
fn shipped() -> Order {
    let mut order = Order::default();
    order.apply_order(
        update(Some(facts(PLACED)), vec![shipment("10", PLACED, &["A1"])]),
        HEARD,
    );
    order
}

fn codes(order: &Order) -> Vec<&str> {
    order.parcels[0]
        .history
        .iter()
        .map(|event| event.raw_code.as_str())
        .collect()
}

#[test]
fn a_change_counts_once() {
    let mut order = Order::default();
    let first = update(Some(facts(PLACED)), vec![shipment("10", PLACED, &["A1"])]);
    assert!(order.apply_order(first.clone(), HEARD));
    assert_eq!(order.version, 1);
    assert!(!order.apply_order(first, HEARD));
    assert_eq!(order.version, 1);

    let scan = tracking(
        vec![event(Status::InTransit, "a", HOUR)],
        Some("2026-12-22"),
    );
    assert!(order.apply_tracking(&scan, HEARD));
    assert_eq!(order.version, 2);
    assert!(!order.apply_tracking(&scan, HEARD));
    assert_eq!(order.version, 2);
}

#[test]
fn an_older_word_of_the_shop_replaces_nothing() {
    let mut order = Order::default();
    let cancelled = OrderFacts {
        cancelled_at: Some(Timestamp(PLACED + 9)),
        ..facts(PLACED + 9)
    };
    assert!(order.apply_order(
        update(Some(cancelled), vec![shipment("10", 9, &["A1"])]),
        HEARD
    ));
    assert!(!order.apply_order(
        update(Some(facts(PLACED)), vec![shipment("10", 5, &["B2"])]),
        HEARD
    ));
    assert!(order.facts.as_ref().unwrap().cancelled_at.is_some());
    assert_eq!(order.parcels.len(), 1);

    let newer = OrderFacts {
        email: None,
        ..facts(PLACED + 10)
    };
    assert!(order.apply_order(update(Some(newer), Vec::new()), HEARD));
    assert_eq!(order.facts.as_ref().unwrap().email, None);
    assert_eq!(order.shipments.len(), 1);
}

#[test]
fn shipments_are_merged_each_by_itself() {
    let mut order = shipped();
    assert!(order.apply_order(update(None, vec![shipment("11", PLACED, &["B2"])]), HEARD));
    let called_off = ShipmentFacts {
        active: false,
        ..shipment("10", PLACED + 1, &["A1"])
    };
    assert!(order.apply_order(update(None, vec![called_off]), HEARD));
    let active: Vec<_> = order
        .parcels
        .iter()
        .map(|p| (p.number.as_str(), p.active))
        .collect();
    assert_eq!(active, [("A1", false), ("B2", true)]);
}

#[test]
fn a_corrected_number_takes_the_place_of_the_wrong_one() {
    let mut order = shipped();
    order.apply_order(
        update(None, vec![shipment("10", PLACED + 1, &["A2"])]),
        HEARD,
    );
    let active: Vec<_> = order
        .parcels
        .iter()
        .map(|p| (p.number.as_str(), p.active))
        .collect();
    assert_eq!(active, [("A1", false), ("A2", true)]);

    order.apply_order(
        update(None, vec![shipment("10", PLACED + 2, &["A1"])]),
        HEARD,
    );
    let active: Vec<_> = order
        .parcels
        .iter()
        .map(|p| (p.number.as_str(), p.active))
        .collect();
    assert_eq!(active, [("A1", true), ("A2", false)]);
}

#[test]
fn the_shops_carrier_and_link_come_first() {
    let mut order = shipped();
    let mut scan = tracking(vec![event(Status::InTransit, "a", 1)], None);
    scan.url = Some("https://carrier.example/A1".into());
    order.apply_tracking(&scan, HEARD);
    assert_eq!(
        order.parcels[0].carrier.as_deref(),
        Some("LaPosteColissimo")
    );
    assert_eq!(
        order.parcels[0].url.as_deref(),
        Some("https://carrier.example/A1")
    );

    let mut named = shipment("10", PLACED + 1, &["A1"]);
    named.parcels[0].carrier = Some("Colissimo".into());
    order.apply_order(update(None, vec![named]), HEARD);
    order.apply_tracking(
        &tracking(vec![event(Status::InTransit, "b", 2)], None),
        HEARD,
    );
    assert_eq!(order.parcels[0].carrier.as_deref(), Some("Colissimo"));
    assert_eq!(
        order.parcels[0].url.as_deref(),
        Some("https://carrier.example/A1")
    );
}

#[test]
fn history_is_kept_by_time_whatever_the_order_of_receipt() {
    let mut order = shipped();
    order.apply_tracking(
        &tracking(vec![event(Status::Delivered, "c", 3)], None),
        HEARD,
    );
    order.apply_tracking(
        &tracking(
            vec![
                event(Status::OutForDelivery, "b", 2),
                event(Status::InTransit, "a", 1),
            ],
            None,
        ),
        HEARD,
    );
    assert_eq!(codes(&order), ["a", "b", "c"]);
}

#[test]
fn a_known_event_takes_the_later_words() {
    let mut order = shipped();
    order.apply_tracking(
        &tracking(vec![event(Status::InTransit, "a", 1)], None),
        HEARD,
    );
    let placed = TrackingEvent {
        place: Some("LYON, FR".into()),
        ..event(Status::InTransit, "a", 1)
    };
    assert!(order.apply_tracking(&tracking(vec![placed], None), HEARD));
    assert_eq!(codes(&order), ["a"]);
    assert_eq!(
        order.parcels[0].history[0].place.as_deref(),
        Some("LYON, FR")
    );
}

#[test]
fn two_codes_at_one_instant_are_two_events_of_one_source_and_one_of_two() {
    let arrived = || event(Status::InTransit, "arrived", 1);
    let left = || event(Status::InTransit, "left", 1);
    let mut order = shipped();
    order.apply_tracking(&tracking(vec![arrived(), left()], None), HEARD);
    assert_eq!(codes(&order), ["arrived", "left"]);

    let mut order = shipped();
    order.apply_tracking(&tracking(vec![arrived()], None), HEARD);
    order.apply_tracking(&tracking(vec![arrived(), left()], None), HEARD);
    assert_eq!(codes(&order), ["arrived", "left"]);

    let mut order = shipped();
    order.apply_tracking(&tracking(vec![arrived()], None), HEARD);
    let other_source = event(Status::InTransit, "ET1", 1);
    assert!(!order.apply_tracking(&tracking(vec![other_source], None), HEARD));
    assert_eq!(codes(&order), ["arrived"]);
}

#[test]
fn a_number_that_the_shop_has_not_named_changes_nothing() {
    let mut order = shipped();
    let mut other = tracking(vec![event(Status::InTransit, "a", 1)], None);
    other.number = "Z9".into();
    assert!(!order.apply_tracking(&other, HEARD));
    assert_eq!(order.version, 1);
}

#[test]
fn the_estimate_follows_the_newest_event_and_the_promise_stays() {
    let mut order = shipped();
    let days = |order: &Order| {
        let estimate = order.parcels[0].estimate.clone();
        [estimate.promised, estimate.current].map(|day| day.map(|d| d.as_str()[8..].to_owned()))
    };
    let told = |day: &str| Some(day.to_owned());
    order.apply_tracking(
        &tracking(vec![event(Status::InTransit, "a", 2)], Some("2026-12-22")),
        HEARD,
    );
    assert_eq!(days(&order), [told("22"), told("22")]);
    order.apply_tracking(
        &tracking(vec![event(Status::Delayed, "b", 5)], Some("2026-12-24")),
        HEARD,
    );
    assert_eq!(days(&order), [told("22"), told("24")]);
    // Late deliveries: one that knows less, one without events, one without an estimate.
    order.apply_tracking(
        &tracking(vec![event(Status::InTransit, "c", 3)], Some("2026-12-23")),
        HEARD,
    );
    order.apply_tracking(&tracking(Vec::new(), Some("2026-12-30")), HEARD);
    order.apply_tracking(
        &tracking(vec![event(Status::InTransit, "d", 6)], None),
        HEARD,
    );
    assert_eq!(days(&order), [told("22"), told("24")]);
    assert_eq!(codes(&order), ["a", "c", "b", "d"]);
}

#[test]
fn a_proof_is_the_email_or_the_postcode() {
    let order = shipped();
    for (proof, audience) in [
        ("camille@exemple.fr", Audience::Payer),
        (" Camille@Exemple.FR ", Audience::Payer),
        ("69003", Audience::Other),
        ("69 003", Audience::Other),
    ] {
        let check = order.check_proof(proof);
        assert_eq!(check, ProofCheck::Match(audience), "{proof}");
    }
    for proof in [
        "",
        " ",
        "-",
        "69004",
        "6900",
        "camille",
        "camille@exemple.com",
    ] {
        assert_eq!(order.check_proof(proof), ProofCheck::Mismatch, "{proof}");
    }
    assert_eq!(order.number(), Some("#1042"));
}

#[test]
fn an_empty_proof_never_matches_an_absent_one() {
    let mut order = Order::default();
    assert_eq!(order.check_proof(""), ProofCheck::Mismatch);
    let bare = OrderFacts {
        email: None,
        postcode: None,
        ..facts(PLACED)
    };
    order.apply_order(update(Some(bare), Vec::new()), HEARD);
    for proof in ["", "69003", "camille@exemple.fr"] {
        assert_eq!(order.check_proof(proof), ProofCheck::Mismatch, "{proof}");
    }
}
