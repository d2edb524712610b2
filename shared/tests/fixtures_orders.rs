//! Orders as any shop may tell them, by webhook and by `PUT`.

// A test shows what went wrong by panicking.
#![allow(clippy::unwrap_used)]

mod common {
    pub mod collected;
    pub mod hostile;
    pub mod own;
}

use common::collected::{bytes, json};
use common::hostile::bodies;
use common::own::own;
use proptest::prelude::*;
use shared::hooks::{Envelope, HookSource, Said};
use shared::order::standard::read_body;
use shared::order::{Order, OrderUpdate, Refund};
use shared::source::Malformed;
use shared::time::Timestamp;

const HEARD: Timestamp = Timestamp(1_798_000_000_000);

fn said(body: &[u8]) -> Result<Said, Malformed> {
    HookSource::Orders.parse(&Envelope {
        header: &|name| (name == "webhook-id").then(|| "msg_1".to_owned()),
        body,
        received_at: HEARD,
    })
}

fn read(name: &str) -> OrderUpdate {
    match said(&own(&format!("orders/{name}.json"))) {
        Ok(Said::Order(update)) => *update,
        other => panic!("{name}: {other:?}"),
    }
}

#[test]
fn an_order_is_read_whole() {
    insta::assert_json_snapshot!(read("order_updated"));
}

#[test]
fn other_types_are_ignored() {
    assert_eq!(said(&own("orders/other_type.json")), Ok(Said::Nothing));
}

#[test]
fn an_order_is_put_shipped_and_cancelled() {
    let put = read_body(&own("orders/put_order.json"), Some("1042"), "put_1").unwrap();
    assert_eq!(put.order_id, "1042");
    assert!(put.shipments.is_empty() && put.complete);

    let mut order = Order::default();
    for (update, active) in [(read("order_updated"), 3), (read("order_cancelled"), 0)] {
        assert!(order.apply_order(update, HEARD));
        let parcels = order.parcels.iter().filter(|parcel| parcel.active);
        assert_eq!(parcels.count(), active);
    }
    let facts = order.facts.as_ref().unwrap();
    assert!(facts.cancelled_at.is_some());
    assert_eq!(facts.refund, Refund::Full);
    assert!(
        !order.apply_order(read("order_updated"), HEARD),
        "it is older"
    );
}

#[test]
fn published_signatures_hold_for_every_source_that_is_signed_so() {
    let Some(vectors) = bytes("standard_webhooks", "webhook_vectors.json") else {
        return;
    };
    for case in json(&vectors)["cases"].as_array().unwrap() {
        let envelope = Envelope {
            header: &|name| case["headers"][name].as_str().map(str::to_owned),
            body: case["body"].as_str().unwrap().as_bytes(),
            received_at: Timestamp(case["now"].as_i64().unwrap() * 1000),
        };
        let secret = case["secret"].as_str().unwrap();
        for source in [
            HookSource::Orders,
            HookSource::Prestashop,
            HookSource::Tracking,
        ] {
            let verified = source.verify(secret, &envelope);
            assert_eq!(
                verified,
                case["valid"].as_bool().unwrap(),
                "{source:?} {case}"
            );
        }
    }
}

fn payloads() -> Vec<Vec<u8>> {
    ["order_updated", "order_cancelled", "put_order"]
        .map(|name| own(&format!("orders/{name}.json")))
        .to_vec()
}

proptest! {
    #[test]
    fn whatever_comes_is_answered(body in bodies(payloads())) {
        if let Ok(Said::Order(update)) = said(&body) {
            Order::default().apply_order(*update, HEARD);
        }
        if let Ok(update) = read_body(&body, Some("1042"), "put_1") {
            Order::default().apply_order(update, HEARD);
        }
    }
}
