//! Orders of `WooCommerce` as tables: what is read, what is left out, what can't be read.

use serde_json::{Value, json};

use super::*;
use crate::order::Gift;
use crate::time::Day;

const RECEIVED: Timestamp = Timestamp(1_797_900_000_000);

fn read_topic(topic: &str, body: &[u8]) -> Result<Delivery<OrderUpdate>, Malformed> {
    read(&Envelope {
        header: &|name| (name == "x-wc-webhook-topic").then(|| topic.to_owned()),
        body,
        received_at: RECEIVED,
    })
}

fn updated(order: &Value) -> Result<OrderUpdate, Malformed> {
    match read_topic("order.updated", order.to_string().as_bytes())? {
        Delivery::Understood(update) => Ok(update),
        Delivery::Ignored => panic!("orders are followed"),
    }
}

/// A bare order with more fields.
fn order(more: Value) -> Value {
    let mut order = json!({
        "id": 727,
        "status": "processing",
        "date_created_gmt": "2026-12-17T19:41:08",
        "date_modified_gmt": "2026-12-18T14:02:00",
    });
    let Value::Object(more) = more else {
        panic!("fields are an object")
    };
    order.as_object_mut().unwrap().extend(more);
    order
}

fn facts(more: Value) -> OrderFacts {
    updated(&order(more)).unwrap().facts.unwrap()
}

#[test]
fn topics_that_tell_of_no_order_are_ignored_unread() {
    for topic in [
        "",
        "product.updated",
        "customer.created",
        "action.x",
        "Order.Updated",
    ] {
        assert_eq!(read_topic(topic, b"\xff"), Ok(Delivery::Ignored), "{topic}");
    }
}

#[test]
fn an_order_is_the_same_whichever_topic_brings_it() {
    let body = order(json!({})).to_string();
    let told = updated(&order(json!({}))).unwrap();
    for topic in ["order.created", "order.restored"] {
        let read = read_topic(topic, body.as_bytes());
        assert_eq!(read, Ok(Delivery::Understood(told.clone())), "{topic}");
    }
}

#[test]
fn a_bare_order_is_enough() {
    let update = updated(&order(json!({}))).unwrap();
    assert_eq!(update.order_id, "727");
    assert!(update.complete && update.shipments.is_empty());
    let facts = update.facts.unwrap();
    assert_eq!(facts.number, "727");
    assert_eq!(
        Some(facts.placed_at),
        Timestamp::parse_rfc3339("2026-12-17T19:41:08Z")
    );
    assert_eq!(
        Some(facts.updated_at),
        Timestamp::parse_rfc3339("2026-12-18T14:02:00Z")
    );
}

#[test]
fn an_order_needs_id_status_and_time() {
    for missing in ["id", "status", "date_created_gmt"] {
        let mut order = order(json!({}));
        order.as_object_mut().unwrap().remove(missing);
        assert!(updated(&order).is_err(), "{missing}");
    }
    for body in [&b""[..], b"[]", b"webhook_id=7"] {
        assert!(read_topic("order.updated", body).is_err());
    }
}

#[test]
fn a_delivery_is_named_by_order_change_and_body() {
    let name = |more: Value| updated(&order(more)).unwrap().delivery_id;
    assert_eq!(name(json!({})), name(json!({})));
    for other in [
        json!({ "id": 728 }),
        json!({ "date_modified_gmt": "2026-12-18T14:02:01" }),
        json!({ "status": "completed" }),
    ] {
        assert_ne!(name(json!({})), name(other.clone()), "{other}");
    }
}

#[test]
fn a_number_may_come_from_a_plugin() {
    for (number, read) in [
        (json!("FR-2026-0042"), "FR-2026-0042"),
        (json!(42), "42"),
        (json!(""), "727"),
        (json!(null), "727"),
    ] {
        assert_eq!(facts(json!({ "number": number })).number, read, "{number}");
    }
}

#[test]
fn who_and_where_come_from_the_addresses() {
    let told = facts(json!({
        "customer_id": 12,
        "billing": { "email": " Camille@Exemple.FR ", "postcode": "75011", "country": "FR" },
        "shipping": { "postcode": "69 003", "country": "fr" },
    }));
    assert_eq!(told.email.as_deref(), Some("camille@exemple.fr"));
    assert_eq!(told.customer_id.as_deref(), Some("12"));
    assert_eq!(told.postcode.as_deref(), Some("69003"));
    assert_eq!(told.country.as_deref(), Some("FR"));

    let guest = facts(json!({
        "customer_id": 0,
        "billing": { "postcode": "75011", "country": "FR", "email": "" },
        "shipping": { "postcode": "", "country": "" },
    }));
    assert_eq!((guest.customer_id, guest.email), (None, None));
    assert_eq!(guest.postcode.as_deref(), Some("75011"));
}

#[test]
fn statuses_and_refunds_say_what_became_of_it() {
    let changed = Timestamp::parse_rfc3339("2026-12-18T14:02:00Z");
    let slip = |total: &str| json!([{ "id": 1, "reason": "", "total": total }]);
    for (status, refunds, cancelled_at, refund) in [
        ("processing", json!([]), None, Refund::None),
        ("completed", json!(null), None, Refund::None),
        ("failed", json!([]), None, Refund::None),
        ("cancelled", json!([]), changed, Refund::None),
        ("trash", json!([]), changed, Refund::None),
        ("refunded", slip("-29.90"), None, Refund::Full),
        ("completed", slip("-9.90"), None, Refund::Partial),
        ("completed", slip("0.00"), None, Refund::None),
        ("cancelled", slip("-9.90"), changed, Refund::Partial),
    ] {
        let told = facts(json!({ "status": status, "refunds": refunds }));
        assert_eq!(
            (told.cancelled_at, told.refund),
            (cancelled_at, refund),
            "{status} {refunds}"
        );
    }
}

#[test]
fn items_service_and_note_are_read_as_text() {
    let told = facts(json!({
        "customer_note": "C&rsquo;est pour Léo",
        "line_items": [
            { "name": "Ours &ndash; Miel", "quantity": 2 },
            { "name": "Retiré", "quantity": 0 },
            { "quantity": 1 },
        ],
        "shipping_lines": [{ "method_title": "" }, { "method_title": "Colissimo &amp; retrait" }],
    }));
    assert_eq!(
        told.items,
        [Item {
            title: "Ours – Miel".into(),
            quantity: 2
        }]
    );
    assert_eq!(told.service.as_deref(), Some("Colissimo & retrait"));
    assert_eq!(told.note.as_deref(), Some("C’est pour Léo"));
}

#[test]
fn wishes_are_read_from_the_meta_data_of_order_and_lines() {
    let told = facts(json!({
        "meta_data": [{ "id": 1, "key": "livrer_avant", "value": "2026-12-24" }],
        "line_items": [{ "name": "Ours", "quantity": 1,
            "meta_data": [{ "id": 2, "key": "_surprise", "value": "oui" }] }],
    }));
    assert_eq!(told.deadline, Day::parse("2026-12-24"));
    assert_eq!(told.gift, Some(Gift { secret: true }));
}

#[test]
fn shipments_are_made_when_the_order_was_completed() {
    let list = json!([{ "key": "_tracking_number", "value": "A1" }]);
    for (completed, made) in [
        (json!("2026-12-18T09:00:00"), "2026-12-18T09:00:00Z"),
        (json!(null), "2026-12-18T14:02:00Z"),
    ] {
        let told = order(json!({ "date_completed_gmt": completed, "meta_data": list }));
        let shipments = updated(&told).unwrap().shipments;
        assert_eq!(
            Some(shipments[0].created_at),
            Timestamp::parse_rfc3339(made)
        );
    }
}

#[test]
fn a_deleted_order_is_told_by_its_id() {
    let Ok(Delivery::Understood(update)) = read_topic("order.deleted", br#"{"id":727}"#) else {
        panic!("deletions are followed")
    };
    assert_eq!((update.order_id.as_str(), update.facts), ("727", None));
    assert_eq!(update.remarks.deleted_at, Some(RECEIVED));
    assert!(update.delivery_id.contains(&RECEIVED.0.to_string()));
    assert!(read_topic("order.deleted", b"{}").is_err());
}

#[test]
fn wh12_the_ping_is_a_form_of_one_number() {
    for (body, is_one) in [
        (&b"webhook_id=7"[..], true),
        (b"webhook_id=18446744073709551615", true),
        (b"webhook_id=", false),
        (b"webhook_id=7&x=1", false),
        (b"webhook_id=-7", false),
        (b" webhook_id=7", false),
        (b"webhook_id=184467440737095516150", false),
        (br#"{"id":7}"#, false),
        (b"", false),
    ] {
        let envelope = Envelope {
            header: &|_| None,
            body,
            received_at: RECEIVED,
        };
        assert_eq!(is_ping(&envelope), is_one, "{body:?}");
        assert!(!verify("hush", &envelope));
    }
}

#[test]
fn a_page_holds_what_can_be_read_of_it() {
    let body = json!([order(json!({})), { "id": 9 }, null, order(json!({ "id": 728,
        "date_modified_gmt": "2026-12-18T15:00:00" }))]);
    let page = poll::read(body.to_string().as_bytes()).unwrap();
    let ids: Vec<_> = page.updates.iter().map(|u| u.order_id.as_str()).collect();
    assert_eq!(ids, ["727", "728"]);
    assert_eq!(page.unread.len(), 1);
    assert_eq!(
        page.last_change,
        Timestamp::parse_rfc3339("2026-12-18T15:00:00Z")
    );
    assert!(!page.is_full);

    let full = json!(vec![order(json!({})); 100]).to_string();
    assert!(poll::read(full.as_bytes()).unwrap().is_full);
    assert_eq!(
        poll::read(b"[]").unwrap(),
        crate::order::polling::Page::default()
    );
    for body in [&b""[..], br#"{"code":"rest_forbidden"}"#, b"<html>"] {
        assert!(poll::read(body).is_err());
    }
}

#[test]
fn a_page_is_asked_for_in_gmt_without_a_zone() {
    let cursor = crate::order::polling::Cursor {
        changed_after: Timestamp::parse_rfc3339("2026-12-18T14:02:00Z").unwrap(),
        page: 2,
        newest: Timestamp(0),
        went_back_on: None,
    };
    let request = poll::request(&cursor, "ck_1", "cs_2");
    assert_eq!(
        request.path,
        "/wp-json/wc/v3/orders?modified_after=2026-12-18T14%3A02%3A00&dates_are_gmt=true\
         &orderby=modified&order=asc&per_page=100&page=2"
    );
    assert_eq!(
        request.headers[1],
        ("Authorization", "Basic Y2tfMTpjc18y".to_owned())
    );
}
