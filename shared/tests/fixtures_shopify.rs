//! Shopify deliveries as they come: our own payloads, and collected ones where they are at hand.

// A test shows what went wrong by panicking.
#![allow(clippy::unwrap_used)]

mod common {
    pub mod collected;
    pub mod hostile;
    pub mod own;
}

use std::collections::BTreeMap;

use common::collected::{bytes, collected, json};
use common::hostile::bodies;
use common::own::own;
use proptest::prelude::*;
use serde_json::{Value, json};
use shared::order::shopify::parse;
use shared::order::{Gift, Order, OrderUpdate, Refund, ShipmentFacts};
use shared::signature::verify_shopify;
use shared::source::{Delivery, Malformed};
use shared::time::{Day, Timestamp};
use shared::tracking::Status;

fn read(topic: &str, body: &[u8]) -> Result<OrderUpdate, Malformed> {
    match parse(topic, "delivery", body)? {
        Delivery::Understood(update) => Ok(update),
        Delivery::Ignored => panic!("{topic} is followed"),
    }
}

fn numbers(shipment: &ShipmentFacts) -> Vec<&str> {
    shipment
        .parcels
        .iter()
        .map(|parcel| parcel.number.as_str())
        .collect()
}

#[test]
fn an_order_is_read_whole() {
    let update = read("orders/create", &own("shopify/order_create.json")).unwrap();
    assert_eq!(update.delivery_id, "delivery");
    assert_eq!(update.order_id, "6214598172903114752");
    assert!(update.shipments.is_empty());
    insta::assert_json_snapshot!(update.facts);
}

#[test]
fn an_order_brings_its_fulfillments() {
    let update = read("orders/updated", &own("shopify/order_updated_shipped.json")).unwrap();
    let alone = read(
        "fulfillments/create",
        &own("shopify/fulfillment_create.json"),
    )
    .unwrap();
    assert_eq!(update.shipments, alone.shipments);
    assert_eq!(update.order_id, alone.order_id);
    assert_eq!(alone.facts, None);
    insta::assert_json_snapshot!(alone.shipments);
}

#[test]
fn a_fulfillment_tells_the_shops_word_of_its_parcels() {
    for (name, status, at) in [
        (
            "out_for_delivery",
            Status::OutForDelivery,
            "2026-12-21T07:30:00Z",
        ),
        (
            "attempted",
            Status::DeliveryAttempted,
            "2026-12-21T10:20:00Z",
        ),
    ] {
        let body = own(&format!("shopify/fulfillment_update_{name}.json"));
        let update = read("fulfillments/update", &body).unwrap();
        let word = update.shipments[0].word.as_ref().unwrap();
        assert_eq!(
            (word.status, Some(word.occurred_at)),
            (status, Timestamp::parse_rfc3339(at)),
            "{name}"
        );
    }
}

#[test]
fn an_order_tells_its_wishes_and_its_refund() {
    let body = own("shopify/order_updated_refunded.json");
    let facts = read("orders/updated", &body).unwrap().facts.unwrap();
    assert_eq!(facts.gift, Some(Gift { secret: true }));
    assert_eq!(facts.deadline, Day::parse("2026-12-24"));
    assert_eq!(facts.service.as_deref(), Some("Colissimo à domicile"));
    assert_eq!(facts.refund, Refund::Partial);
}

#[test]
fn a_refund_and_an_event_name_their_order_and_what_they_can_tell() {
    let refund = read("refunds/create", &own("shopify/refund_create.json")).unwrap();
    let event = read(
        "fulfillment_events/create",
        &own("shopify/fulfillment_event_create.json"),
    )
    .unwrap();
    assert_eq!(refund.order_id, event.order_id);
    assert_eq!(
        refund.remarks.refunded_at,
        Timestamp::parse_rfc3339("2026-12-19T10:20:05Z")
    );
    insta::assert_json_snapshot!(event.word);
}

#[test]
fn a_cancelled_order_keeps_what_was_ordered() {
    let update = read(
        "orders/updated",
        &own("shopify/order_updated_cancelled.json"),
    )
    .unwrap();
    let facts = update.facts.unwrap();
    assert!(facts.cancelled_at.is_some());
    let items: Vec<_> = facts
        .items
        .iter()
        .map(|i| (i.title.as_str(), i.quantity))
        .collect();
    assert_eq!(
        items,
        [
            ("Ours en peluche Anatole - Miel", 1),
            ("Petit train en bois", 2)
        ]
    );
}

#[test]
fn fulfillments_are_corrected_and_cancelled() {
    let corrected = read(
        "fulfillments/update",
        &own("shopify/fulfillment_update_corrected.json"),
    )
    .unwrap();
    assert_eq!(numbers(&corrected.shipments[0]), ["6A12345678901"]);
    assert_eq!(
        corrected.shipments[0].parcels[0].url, None,
        "http is not upgraded"
    );
    let cancelled = read(
        "fulfillments/update",
        &own("shopify/fulfillment_update_cancelled.json"),
    )
    .unwrap();
    assert!(!cancelled.shipments[0].active);
    assert!(cancelled.shipments[0].updated_at > corrected.shipments[0].updated_at);
}

#[test]
fn an_optional_field_may_have_any_shape() {
    let order: BTreeMap<String, Value> =
        serde_json::from_slice(&own("shopify/order_updated_shipped.json")).unwrap();
    for field in order.keys() {
        for odd in [
            json!(null),
            json!("?"),
            json!(7),
            json!([]),
            json!({}),
            json!([[1], null]),
        ] {
            let mut order = order.clone();
            order.insert(field.clone(), odd.clone());
            let body = serde_json::to_vec(&order).unwrap();
            let needed = match field.as_str() {
                "id" => odd != json!(7),
                "created_at" => true,
                _ => false,
            };
            assert_eq!(
                read("orders/updated", &body).is_err(),
                needed,
                "{field}: {odd}"
            );
        }
    }
}

#[test]
fn collected_bodies_are_read() {
    let mut read_bodies = 0;
    for (name, body) in collected("shopify") {
        let outcome = match name.as_str() {
            // A resource cut down to a few fields: it has no time of creation.
            "order_04_None_unfulfilled.json" => Some((read("orders/updated", &body), false)),
            _ if name.starts_with("order_") => Some((read("orders/updated", &body), true)),
            "go_fulfillment_order.json" => None,
            _ if name.starts_with("fulfillment_event_") => {
                Some((read("fulfillment_events/create", &body), true))
            }
            "pyapi_fulfillment_event.json" => Some((
                read(
                    "fulfillment_events/create",
                    &unwrapped(&body, "fulfillment_event"),
                ),
                true,
            )),
            _ if name.starts_with("fulfillment_") => {
                Some((read("fulfillments/update", &body), true))
            }
            "go_fulfillment.json" | "pyapi_fulfillment.json" => Some((
                read("fulfillments/update", &unwrapped(&body, "fulfillment")),
                true,
            )),
            "pyapi_order.json" => {
                assert!(
                    read("orders/updated", &body).is_err(),
                    "an envelope is not an order"
                );
                Some((read("orders/updated", &unwrapped(&body, "order")), true))
            }
            _ => None,
        };
        if let Some((outcome, understood)) = outcome {
            assert_eq!(outcome.is_ok(), understood, "{name}: {outcome:?}");
            read_bodies += 1;
        }
    }
    println!("{read_bodies} collected Shopify bodies were read");
}

#[test]
fn collected_line_items_hide_no_order() {
    for (name, body) in collected("shopify") {
        let Ok(line) = serde_json::from_slice::<Value>(&body) else {
            assert!(read("orders/create", &body).is_err(), "{name}");
            continue;
        };
        if !name.starts_with("go_orderlineitems") {
            continue;
        }
        let order = json!({
            "id": 1, "name": "#1", "created_at": "2026-12-17T20:41:08+01:00",
            "line_items": [line],
        });
        let update = read("orders/create", order.to_string().as_bytes()).unwrap();
        let titled = usize::from(line.get("name").is_some());
        assert_eq!(update.facts.unwrap().items.len(), titled, "{name}");
    }
}

#[test]
fn collected_signatures_verify_or_not_as_told() {
    for vectors in ["webhook_vectors.json", "derived_vectors.json"] {
        let Some(file) = bytes("shopify", vectors) else {
            continue;
        };
        let file = json(&file);
        for case in file["cases"].as_array().unwrap() {
            let secret = case["secret"].as_str().or(file["secret"].as_str()).unwrap();
            let body = match case["body_file"].as_str() {
                Some(name) => bytes("shopify", name).unwrap(),
                None => case["body"].as_str().unwrap().as_bytes().to_vec(),
            };
            let header = case["headers"]["X-Shopify-Hmac-Sha256"]
                .as_str()
                .unwrap_or_default();
            let valid = case["valid"].as_bool().unwrap();
            assert_eq!(verify_shopify(secret, &body, header), valid, "{case}");
        }
    }
}

fn unwrapped(body: &[u8], envelope: &str) -> Vec<u8> {
    serde_json::to_vec(&json(body)[envelope]).unwrap()
}

const TOPICS: [(&str, &str); 4] = [
    ("orders/updated", "order_updated_refunded"),
    ("fulfillments/update", "fulfillment_update_attempted"),
    ("fulfillment_events/create", "fulfillment_event_create"),
    ("refunds/create", "refund_create"),
];

fn payloads() -> Vec<Vec<u8>> {
    TOPICS
        .iter()
        .map(|(_, name)| own(&format!("shopify/{name}.json")))
        .collect()
}

proptest! {
    #[test]
    fn whatever_comes_is_answered(body in bodies(payloads())) {
        for (topic, _) in TOPICS {
            if let Ok(Delivery::Understood(update)) = parse(topic, "delivery", &body) {
                Order::default().apply_order(update, Timestamp(0));
            }
        }
    }
}
