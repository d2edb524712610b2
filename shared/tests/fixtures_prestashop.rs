//! `PrestaShop`'s resources as they come, pushed and polled.

// A test shows what went wrong by panicking.
#![allow(clippy::unwrap_used)]

mod common {
    pub mod hostile;
    pub mod own;
}

use common::hostile::bodies;
use common::own::own;
use proptest::prelude::*;
use shared::hooks::{Envelope, HookSource, Said};
use shared::order::polling::Page;
use shared::order::prestashop::poll::{Orders, Resource};
use shared::order::{Order, OrderUpdate};
use shared::season::Zone;
use shared::source::Malformed;
use shared::time::Timestamp;

const RELATED: [(Resource, &str); 6] = [
    (Resource::Customers, "customers"),
    (Resource::Addresses, "addresses"),
    (Resource::OrderCarriers, "order_carriers"),
    (Resource::Carriers, "carriers"),
    (Resource::Countries, "countries"),
    (Resource::Languages, "languages"),
];

const HEARD: Timestamp = Timestamp(1_798_000_000_000);

fn said(body: &[u8]) -> Result<Said, Malformed> {
    HookSource::Prestashop.parse(&Envelope {
        header: &|name| (name == "webhook-id").then(|| "msg_1".to_owned()),
        body,
        received_at: HEARD,
    })
}

fn pushed(name: &str) -> OrderUpdate {
    match said(&own(&format!("prestashop/{name}.json"))) {
        Ok(Said::Order(update)) => *update,
        other => panic!("{name}: {other:?}"),
    }
}

fn polled() -> Page {
    let answers =
        RELATED.map(|(resource, name)| (resource, own(&format!("prestashop/{name}.json"))));
    let orders = Orders::read(&own("prestashop/orders.json")).unwrap();
    let asked: Vec<_> = orders
        .related("KEY")
        .into_iter()
        .map(|(resource, _)| resource)
        .collect();
    assert_eq!(asked, RELATED.map(|(resource, _)| resource));
    orders.page(&answers, Zone::default())
}

#[test]
fn an_order_is_read_whole() {
    insta::assert_json_snapshot!(pushed("order_push"));
}

#[test]
fn a_poll_finds_what_a_push_tells() {
    let page = polled();
    assert_eq!((page.updates.len(), page.unread.len()), (2, 0));
    let pushed = pushed("order_push");
    assert_eq!(page.updates[0].facts, pushed.facts);
    assert_eq!(page.updates[0].shipments, pushed.shipments);
    assert!(page.updates[1].shipments.is_empty());
    let facts = page.updates[1].facts.as_ref().unwrap();
    assert_eq!(facts.postcode.as_deref(), Some("SW1A1AA"));
    assert_eq!(facts.country.as_deref(), Some("GB"));
    assert_eq!(facts.locale.as_deref(), Some("en-GB"));

    let mut order = Order::default();
    assert!(order.apply_order(pushed, HEARD));
    assert!(!order.apply_order(page.updates[0].clone(), HEARD));
}

#[test]
fn a_cancelled_order_says_so_and_keeps_its_parcels() {
    let mut order = Order::default();
    order.apply_order(pushed("order_push"), HEARD);
    assert!(order.apply_order(pushed("order_push_cancelled"), HEARD));
    let facts = order.facts.as_ref().unwrap();
    assert_eq!(
        facts.cancelled_at,
        Timestamp::parse_rfc3339("2026-12-19T08:00:00Z")
    );
    assert!(order.parcels[0].active, "it was not said that it is gone");
}

fn payloads() -> Vec<Vec<u8>> {
    ["order_push", "orders", "order_carriers", "carriers"]
        .map(|name| own(&format!("prestashop/{name}.json")))
        .to_vec()
}

proptest! {
    #[test]
    fn whatever_comes_is_answered(body in bodies(payloads()), other in bodies(payloads())) {
        if let Ok(Said::Order(update)) = said(&body) {
            Order::default().apply_order(*update, HEARD);
        }
        let answers = RELATED.map(|(resource, _)| (resource, other.clone()));
        if let Ok(orders) = Orders::read(&body) {
            orders.related("KEY");
            for update in orders.page(&answers, Zone::default()).updates {
                Order::default().apply_order(update, HEARD);
            }
        }
    }
}
