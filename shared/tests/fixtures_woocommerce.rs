//! `WooCommerce` deliveries and answers as they come: our own payloads, and collected ones where
//! they are at hand.

// A test shows what went wrong by panicking.
#![allow(clippy::unwrap_used)]

mod common {
    pub mod collected;
    pub mod hostile;
    pub mod own;
}

use common::collected::{bytes, collected, json};
use common::hostile::bodies;
use common::own::own;
use proptest::prelude::*;
use shared::hooks::{Envelope, HookSource, Said};
use shared::order::woocommerce::{poll, verify};
use shared::order::{Order, OrderUpdate};
use shared::source::Malformed;
use shared::time::Timestamp;

const RECEIVED: Timestamp = Timestamp(1_798_000_000_000);

fn said(topic: &str, body: &[u8]) -> Result<Said, Malformed> {
    HookSource::Woocommerce.parse(&Envelope {
        header: &|name| (name == "x-wc-webhook-topic").then(|| topic.to_owned()),
        body,
        received_at: RECEIVED,
    })
}

fn read(topic: &str, name: &str) -> OrderUpdate {
    match said(topic, &own(&format!("woocommerce/{name}.json"))) {
        Ok(Said::Order(update)) => *update,
        other => panic!("{name}: {other:?}"),
    }
}

fn parcels(order: &Order) -> Vec<(&str, bool)> {
    order
        .parcels
        .iter()
        .map(|parcel| (parcel.number.as_str(), parcel.active))
        .collect()
}

#[test]
fn an_order_is_read_whole() {
    let update = read("order.updated", "order_updated_shipped");
    insta::assert_json_snapshot!((&update.facts, &update.shipments));
}

#[test]
fn an_order_goes_its_way_in_whatever_order_it_is_told() {
    let told = [
        ("order.created", "order_created"),
        ("order.updated", "order_updated_shipped"),
        ("order.updated", "order_updated_corrected"),
        ("order.deleted", "order_deleted"),
    ]
    .map(|(topic, name)| read(topic, name));
    let mut order = Order::default();
    for (update, expected) in told.iter().zip([
        &[][..],
        &[("6A12345678901", true), ("VE204217", true)],
        &[("6A12345678901", false), ("VE204217", true)],
        &[("6A12345678901", false), ("VE204217", true)],
    ]) {
        assert!(order.apply_order(update.clone(), RECEIVED));
        assert_eq!(parcels(&order), expected);
    }
    assert_eq!(order.facts.as_ref().unwrap().cancelled_at, Some(RECEIVED));

    let mut backwards = Order::default();
    for update in told.into_iter().rev() {
        backwards.apply_order(update, RECEIVED);
    }
    assert_eq!(backwards.facts, order.facts);
    assert_eq!(parcels(&backwards), [("VE204217", true)]);
}

#[test]
fn a_cancelled_order_says_so() {
    let facts = read("order.updated", "order_updated_cancelled")
        .facts
        .unwrap();
    assert_eq!(
        facts.cancelled_at,
        Timestamp::parse_rfc3339("2026-12-18T07:05:00Z")
    );
}

#[test]
fn a_poll_finds_what_the_webhooks_told() {
    let page = poll::read(&own("woocommerce/orders_page.json")).unwrap();
    let told = read("order.updated", "order_updated_shipped");
    assert_eq!(page.updates.len(), 2);
    assert_eq!(page.updates[0].facts, told.facts);
    assert_eq!(page.updates[0].shipments, told.shipments);
    assert!(page.unread.is_empty());

    let mut order = Order::default();
    assert!(order.apply_order(told, RECEIVED));
    assert!(!order.apply_order(page.updates[0].clone(), RECEIVED));
}

#[test]
fn collected_orders_are_read() {
    let mut read_bodies = 0;
    for (name, body) in collected("woocommerce") {
        let outcome = said("order.updated", &body);
        if name.starts_with("order_note") || name == "derived_vectors.json" {
            assert!(outcome.is_err(), "{name} is no order");
            continue;
        }
        let Ok(Said::Order(update)) = outcome else {
            panic!("{name}: {outcome:?}")
        };
        let facts = update.facts.unwrap();
        assert!(!facts.items.is_empty(), "{name}");
        assert!(facts.email.is_some() && facts.postcode.is_some(), "{name}");
        assert!(
            facts
                .items
                .iter()
                .all(|item| !item.title.contains("&ndash;")),
            "{name}"
        );
        read_bodies += 1;
    }
    println!("{read_bodies} collected WooCommerce bodies were read");
}

#[test]
fn collected_signatures_verify_or_not_as_told() {
    let Some(file) = bytes("woocommerce", "derived_vectors.json") else {
        return;
    };
    let file = json(&file);
    let secret = file["secret"].as_str().unwrap();
    let escaped = secret
        .replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('\'', "&#039;");
    for case in file["cases"].as_array().unwrap() {
        let body = bytes("woocommerce", case["body_file"].as_str().unwrap()).unwrap();
        let header = case["headers"]["X-WC-Webhook-Signature"].as_str().unwrap();
        let envelope = Envelope {
            header: &|name| (name == "x-wc-webhook-signature").then(|| header.to_owned()),
            body: &body,
            received_at: RECEIVED,
        };
        let valid = case["valid"].as_bool().unwrap();
        assert_eq!(verify(secret, &envelope), valid, "{case}");
        assert_eq!(verify(&escaped, &envelope), valid, "{case}");
        assert!(!verify("", &envelope));
    }
}

fn payloads() -> Vec<Vec<u8>> {
    [
        "order_updated_shipped",
        "order_updated_cancelled",
        "orders_page",
    ]
    .map(|name| own(&format!("woocommerce/{name}.json")))
    .to_vec()
}

proptest! {
    #[test]
    fn whatever_comes_is_answered(body in bodies(payloads())) {
        for topic in ["order.updated", "order.deleted"] {
            if let Ok(Said::Order(update)) = said(topic, &body) {
                Order::default().apply_order(*update, RECEIVED);
            }
        }
        for update in poll::read(&body).unwrap_or_default().updates {
            Order::default().apply_order(update, RECEIVED);
        }
    }
}
