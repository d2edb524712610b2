//! Descriptions that name every shipment of an order.

use super::*;

/// The order as of a time, with these shipments and no other.
fn whole(at: i64, ids: &[&str]) -> OrderUpdate {
    let shipments = ids
        .iter()
        .map(|id| shipment(id, PLACED + at, &[&format!("A{id}")]))
        .collect();
    OrderUpdate {
        complete: true,
        ..update(Some(facts(PLACED + at)), shipments)
    }
}

fn active(order: &Order) -> Vec<&str> {
    order
        .parcels
        .iter()
        .filter(|parcel| parcel.active)
        .map(|parcel| parcel.number.as_str())
        .collect()
}

#[test]
fn dw16_a_shipment_that_is_left_out_was_taken_back() {
    let mut order = Order::default();
    for (update, parcels) in [
        (whole(1, &["1", "2"]), &["A1", "A2"][..]),
        (whole(2, &["2"]), &["A2"]),
        (whole(3, &[]), &[]),
        (whole(4, &["1"]), &["A1"]),
        (whole(3, &["2"]), &["A1"]),
    ] {
        order.apply_order(update, HEARD);
        assert_eq!(active(&order), parcels);
    }
}

#[test]
fn a_repeated_description_changes_nothing() {
    let mut order = Order::default();
    order.apply_order(whole(1, &["1", "2"]), HEARD);
    assert!(order.apply_order(whole(2, &["2"]), HEARD));
    assert!(!order.apply_order(whole(2, &["2"]), HEARD));
    assert!(!order.apply_order(whole(1, &["1", "2"]), HEARD));
    assert_eq!(active(&order), ["A2"]);
}

#[test]
fn what_is_not_whole_takes_nothing_back() {
    let mut order = Order::default();
    order.apply_order(whole(1, &["1", "2"]), HEARD);
    order.apply_order(update(Some(facts(PLACED + 2)), Vec::new()), HEARD);
    assert_eq!(active(&order), ["A1", "A2"]);
}
