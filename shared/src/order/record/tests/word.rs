//! The shop's word beside the carrier's.

use super::*;

const MINUTE: i64 = HOUR / 60;

/// The shop's word about a fulfillment that it last changed at this time after the order.
fn word(status: Status, code: &str, at: i64) -> TrackingEvent {
    TrackingEvent {
        source: TrackingSource::Shopify,
        description: String::new(),
        ..event(status, code, at)
    }
}

/// Shipment 10 with its parcels, as of the time of the shop's word.
fn told(numbers: &[&str], word: Option<TrackingEvent>) -> OrderUpdate {
    let at = word.as_ref().map_or(Timestamp(PLACED), |w| w.occurred_at);
    let shipment = ShipmentFacts {
        word,
        ..shipment("10", at.0, numbers)
    };
    update(None, vec![shipment])
}

fn heard(order: &mut Order, status: Status, code: &str, at: i64) -> bool {
    order.apply_order(told(&["A1"], Some(word(status, code, at))), HEARD)
}

fn scanned(order: &mut Order, status: Status, code: &str, at: i64) -> bool {
    order.apply_tracking(&tracking(vec![event(status, code, at)], None), HEARD)
}

#[test]
fn only_a_changed_word_is_an_event() {
    let mut order = shipped();
    assert!(heard(&mut order, Status::OutForDelivery, "out", HOUR));
    scanned(&mut order, Status::DeliveryAttempted, "missed", 2 * HOUR);
    heard(&mut order, Status::OutForDelivery, "out", 3 * HOUR);
    assert_eq!(codes(&order), ["out", "missed"], "the same word again");

    let silent = shipment("10", PLACED + 4 * HOUR, &["A1"]);
    order.apply_order(update(None, vec![silent]), HEARD);
    heard(&mut order, Status::OutForDelivery, "out", 5 * HOUR);
    assert_eq!(codes(&order), ["out", "missed"], "silence is no word");

    heard(&mut order, Status::AvailableForPickup, "ready", 6 * HOUR);
    heard(&mut order, Status::OutForDelivery, "out", 30 * HOUR);
    assert_eq!(codes(&order), ["out", "missed", "ready", "out"]);
}

#[test]
fn an_older_word_than_the_one_held_is_not_heard() {
    let mut order = shipped();
    heard(&mut order, Status::Delivered, "delivered", 9 * HOUR);
    assert!(!heard(&mut order, Status::OutForDelivery, "out", HOUR));
    assert_eq!(codes(&order), ["delivered"]);
}

#[test]
fn two_sources_are_one_line_in_the_carriers_words() {
    for (apart, lines) in [
        (0, &["scan"][..]),
        (40 * MINUTE, &["scan"]),
        (-5 * HOUR, &["scan"]),
        (12 * HOUR, &["scan"]),
        (13 * HOUR, &["scan", "word"]),
        (-13 * HOUR, &["word", "scan"]),
    ] {
        for shop_first in [false, true] {
            let mut order = shipped();
            let at = 20 * HOUR;
            if shop_first {
                heard(&mut order, Status::OutForDelivery, "word", at + apart);
            }
            scanned(&mut order, Status::OutForDelivery, "scan", at);
            heard(&mut order, Status::OutForDelivery, "word", at + apart);
            assert_eq!(codes(&order), lines, "{apart} {shop_first}");
        }
    }
}

#[test]
fn a_late_echo_takes_the_parcel_nowhere() {
    let mut order = shipped();
    scanned(&mut order, Status::OutForDelivery, "out", HOUR);
    scanned(&mut order, Status::DeliveryAttempted, "missed", 3 * HOUR);
    heard(&mut order, Status::OutForDelivery, "word", 4 * HOUR);
    assert_eq!(codes(&order), ["out", "missed"]);
    assert_eq!(
        fold(&order.parcels[0].history).status,
        Status::DeliveryAttempted
    );
}

#[test]
fn of_several_parcels_only_those_without_a_carriers_word_take_the_shops() {
    let mut order = Order::default();
    order.apply_order(update(Some(facts(PLACED)), Vec::new()), HEARD);
    order.apply_order(told(&["A1", "B2"], None), HEARD);
    scanned(&mut order, Status::InTransit, "scan", HOUR);
    order.apply_order(
        told(
            &["A1", "B2"],
            Some(word(Status::Delivered, "word", 2 * HOUR)),
        ),
        HEARD,
    );
    assert_eq!(codes(&order), ["scan"]);
    assert_eq!(order.parcels[1].history.len(), 1);
}

#[test]
fn a_cancelled_fulfillment_and_a_wrong_number_take_no_word() {
    let mut order = shipped();
    let mut called_off = told(&["A1"], Some(word(Status::InTransit, "word", HOUR)));
    called_off.shipments[0].active = false;
    order.apply_order(called_off, HEARD);
    assert!(codes(&order).is_empty());

    let mut order = shipped();
    order.apply_order(
        told(&["A2"], Some(word(Status::InTransit, "word", HOUR))),
        HEARD,
    );
    assert!(codes(&order).is_empty(), "A1 was withdrawn");
    assert_eq!(order.parcels[1].history.len(), 1);
}
