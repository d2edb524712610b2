//! The shop's dated words, alone and beside its undated ones and a carrier's.

use super::*;
use crate::order::ShipmentWord;

fn dated(status: Status, at: i64) -> OrderUpdate {
    let event = TrackingEvent {
        source: TrackingSource::ShopifyEvents,
        ..event(status, &format!("dated {status:?}"), at)
    };
    OrderUpdate {
        word: Some(ShipmentWord {
            shipment: "10".into(),
            event,
            estimated: None,
        }),
        ..update(None, Vec::new())
    }
}

fn estimated(at: i64, day: &str) -> OrderUpdate {
    let mut update = dated(Status::InTransit, at);
    if let Some(word) = &mut update.word {
        word.estimated = Day::parse(day);
    }
    update
}

/// Shipment 10 with the shop's undated word, as of a time.
fn undated(status: Status, at: i64) -> OrderUpdate {
    let word = TrackingEvent {
        source: TrackingSource::Shopify,
        ..event(status, &format!("undated {status:?}"), at)
    };
    let shipment = ShipmentFacts {
        word: Some(word),
        ..shipment("10", PLACED + at, &["A1"])
    };
    update(None, vec![shipment])
}

fn current_day(order: &Order) -> Option<&str> {
    order.parcels[0].estimate.current.as_ref().map(Day::as_str)
}

#[test]
fn each_dated_word_is_an_event_once() {
    let mut order = shipped();
    assert!(order.apply_order(dated(Status::OutForDelivery, 9 * HOUR), HEARD));
    assert!(order.apply_order(dated(Status::InTransit, HOUR), HEARD));
    assert!(!order.apply_order(dated(Status::OutForDelivery, 9 * HOUR), HEARD));
    assert!(order.apply_order(dated(Status::OutForDelivery, 33 * HOUR), HEARD));
    assert_eq!(
        codes(&order),
        [
            "dated InTransit",
            "dated OutForDelivery",
            "dated OutForDelivery"
        ]
    );
}

#[test]
fn a_word_before_its_shipment_waits_for_it() {
    let mut order = Order::default();
    assert!(order.apply_order(dated(Status::InTransit, HOUR), HEARD));
    assert!(!order.apply_order(dated(Status::InTransit, HOUR), HEARD));
    order.apply_order(update(None, vec![shipment("10", PLACED, &[])]), HEARD);
    assert_eq!(order.early_words.len(), 1, "no parcel is named yet");

    order.apply_order(update(None, vec![shipment("11", PLACED, &["B2"])]), HEARD);
    order.apply_order(
        update(None, vec![shipment("10", PLACED + 1, &["A1"])]),
        HEARD,
    );
    assert!(order.early_words.is_empty());
    let histories: Vec<_> = order
        .parcels
        .iter()
        .map(|parcel| (parcel.number.as_str(), parcel.history.len()))
        .collect();
    assert_eq!(histories, [("B2", 0), ("A1", 1)]);
}

#[test]
fn words_that_wait_are_bounded() {
    let mut order = Order::default();
    for minute in 0..500 {
        order.apply_order(dated(Status::InTransit, minute), HEARD);
    }
    assert_eq!(order.early_words.len(), 100);
    assert_eq!(order.version, 100);
}

#[test]
fn dw17_one_fact_is_one_line_in_the_best_sources_words() {
    let told: [fn(&mut Order); 3] = [
        |order| {
            order.apply_order(undated(Status::OutForDelivery, 20 * HOUR), HEARD);
        },
        |order| {
            order.apply_order(dated(Status::OutForDelivery, 10 * HOUR), HEARD);
        },
        |order| {
            let scan = event(Status::OutForDelivery, "scan", 0);
            order.apply_tracking(&tracking(vec![scan], None), HEARD);
        },
    ];
    for (heard, lines) in [
        (&[0, 1][..], ["dated OutForDelivery"]),
        (&[1, 0], ["dated OutForDelivery"]),
        // The undated word is further from the scan than a fact may be, but not from the dated.
        (&[0, 1, 2], ["scan"]),
        (&[2, 1, 0], ["scan"]),
        (&[1, 2, 0], ["scan"]),
        (&[0, 2, 1], ["scan"]),
        (&[1, 2, 0, 1, 0], ["scan"]),
    ] {
        let mut order = shipped();
        for &source in heard {
            told[source](&mut order);
        }
        assert_eq!(codes(&order), lines, "{heard:?}");
    }
}

#[test]
fn a_dated_estimate_holds_until_a_carriers_source_is_there() {
    let mut order = shipped();
    order.apply_order(estimated(2 * HOUR, "2026-12-22"), HEARD);
    order.apply_order(estimated(HOUR, "2026-12-19"), HEARD);
    assert_eq!(current_day(&order), Some("2026-12-22"));
    order.apply_order(dated(Status::InTransit, 3 * HOUR), HEARD);
    assert_eq!(
        current_day(&order),
        Some("2026-12-22"),
        "silence is no word"
    );

    let scan = event(Status::InTransit, "scan", 4 * HOUR);
    order.apply_tracking(&tracking(vec![scan], Some("2026-12-23")), HEARD);
    order.apply_order(estimated(5 * HOUR, "2026-12-28"), HEARD);
    assert_eq!(current_day(&order), Some("2026-12-23"));
}

#[test]
fn a_cancelled_fulfillment_takes_no_word() {
    let mut order = shipped();
    let called_off = ShipmentFacts {
        active: false,
        ..shipment("10", PLACED + 1, &["A1"])
    };
    order.apply_order(update(None, vec![called_off]), HEARD);
    assert!(!order.apply_order(dated(Status::InTransit, HOUR), HEARD));
    assert!(codes(&order).is_empty());
}
