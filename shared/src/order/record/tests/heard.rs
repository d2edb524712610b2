//! Which events are a parcel's own, and when what they say was heard.

use super::*;

#[test]
fn events_from_before_the_order_are_another_parcels() {
    let mut order = shipped();
    let mut old = tracking(
        vec![event(Status::Delivered, "old", -25 * HOUR)],
        Some("2026-11-01"),
    );
    old.pickup_point = Some(PickupPoint {
        name: "Ailleurs".into(),
        address: None,
        ..PickupPoint::default()
    });
    assert!(!order.apply_tracking(&old, HEARD));
    assert_eq!(order.parcels[0].estimate.current, None);
    assert_eq!(order.parcels[0].pickup_point, None);

    old.events
        .push(event(Status::PreTransit, "label", -23 * HOUR));
    assert!(order.apply_tracking(&old, HEARD));
    assert_eq!(codes(&order), ["label"]);
}

#[test]
fn events_from_long_after_the_parcel_are_another_parcels() {
    const DAY: i64 = 24 * HOUR;
    for (sent, at, own) in [
        (0, 179 * DAY, true),
        (0, 181 * DAY, false),
        // Ordered long before it could be sent.
        (200 * DAY, 300 * DAY, true),
        (200 * DAY, 381 * DAY, false),
    ] {
        let mut order = Order::default();
        let shipment = ShipmentFacts {
            created_at: Timestamp(PLACED + sent),
            ..shipment("10", PLACED + sent, &["A1"])
        };
        order.apply_order(update(Some(facts(PLACED)), vec![shipment]), HEARD);
        let scan = tracking(vec![event(Status::InTransit, "a", at)], None);
        let heard_at = Timestamp(PLACED + 400 * DAY);
        assert_eq!(order.apply_tracking(&scan, heard_at), own, "{sent} {at}");
    }
}

#[test]
fn what_is_yet_to_come_has_not_happened() {
    let mut order = shipped();
    let scan = tracking(vec![event(Status::Delivered, "a", 48 * HOUR)], None);
    assert!(!order.apply_tracking(&scan, Timestamp(PLACED + 23 * HOUR)));
    assert!(order.apply_tracking(&scan, Timestamp(PLACED + 24 * HOUR)));
}

#[test]
fn facts_are_dated_by_when_they_were_first_heard() {
    let mut order = shipped();
    let hear = |order: &mut Order, status, at: i64, estimated, heard: i64| {
        let scan = tracking(vec![event(status, "a", at)], estimated);
        order.apply_tracking(&scan, Timestamp(PLACED + heard));
        let parcel = &order.parcels[0];
        let times = [
            parcel.heard_at,
            parcel.estimate_heard_at,
            parcel.standing_heard_at,
        ];
        times.map(|at| at.map(|at| at.0 - PLACED))
    };
    let estimate = Some("2026-12-22");
    let none = [Some(7), None, None];
    assert_eq!(hear(&mut order, Status::PreTransit, 0, None, 7), none);
    let first = [Some(8), Some(8), Some(8)];
    assert_eq!(hear(&mut order, Status::Delayed, 1, estimate, 8), first);
    assert_eq!(hear(&mut order, Status::Delayed, 1, estimate, 9), first);
    let again = [Some(10), Some(8), Some(8)];
    assert_eq!(hear(&mut order, Status::Delayed, 2, estimate, 10), again);
    let moved = [Some(11), Some(11), Some(11)];
    assert_eq!(
        hear(&mut order, Status::InTransit, 3, Some("2026-12-24"), 11),
        moved
    );
}

#[test]
fn a_fact_told_again_brings_its_reason_whoever_is_heard_first() {
    let customs = TrackingEvent {
        reason: Some(IncidentReason::Customs),
        ..event(Status::Exception, "held", 1)
    };
    let bare = event(Status::Exception, "exception", 1);
    for events in [[&customs, &bare], [&bare, &customs], [&customs, &customs]] {
        let mut order = shipped();
        for &event in events.iter().chain(&events) {
            order.apply_tracking(&tracking(vec![event.clone()], None), HEARD);
        }
        let state = fold(&order.parcels[0].history);
        assert_eq!(state.reason, Some(IncidentReason::Customs));
    }
}

#[test]
fn without_the_order_its_shipment_bounds_the_events() {
    let mut order = Order::default();
    order.apply_order(update(None, vec![shipment("10", PLACED, &["A1"])]), HEARD);
    assert_eq!(order.number(), None);
    order.apply_tracking(
        &tracking(
            vec![
                event(Status::Delivered, "old", -25 * HOUR),
                event(Status::InTransit, "new", 0),
            ],
            None,
        ),
        HEARD,
    );
    assert_eq!(codes(&order), ["new"]);
}

#[test]
fn a_source_without_estimates_does_not_hold_back_those_of_another() {
    let mut order = shipped();
    let hear = |order: &mut Order, at, estimated| {
        let scan = tracking(vec![event(Status::InTransit, "a", at)], estimated);
        order.apply_tracking(&scan, HEARD);
        order.parcels[0].estimate.current.clone()
    };
    assert_eq!(
        hear(&mut order, 1, Some("2026-12-22")),
        Day::parse("2026-12-22")
    );
    // It writes local times without their zone.
    assert_eq!(hear(&mut order, HOUR + 2, None), Day::parse("2026-12-22"));
    assert_eq!(
        hear(&mut order, 2, Some("2026-12-24")),
        Day::parse("2026-12-24")
    );
}
