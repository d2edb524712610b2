//! Bodies of Shopify's as tables: what is read, what is left out, what can't be read.

use super::*;
use crate::order::Gift;
use crate::time::Timestamp;
use crate::tracking::{Status, TrackingEvent, TrackingSource};

fn order(extra: &str) -> Result<OrderUpdate, Malformed> {
    let body = format!(
        r##"{{"id":820982911946154508,"name":"#1042","created_at":"2026-12-18T10:00:00+01:00"{extra}}}"##
    );
    read("orders/create", &body)
}

fn fulfillment(extra: &str) -> Result<OrderUpdate, Malformed> {
    let body =
        format!(r#"{{"id":1,"order_id":2,"created_at":"2026-12-18T10:00:00+01:00"{extra}}}"#);
    read("fulfillments/create", &body)
}

fn read(topic: &str, body: &str) -> Result<OrderUpdate, Malformed> {
    match parse(topic, "delivery", body.as_bytes())? {
        Delivery::Understood(update) => Ok(update),
        Delivery::Ignored => panic!("{topic} is followed"),
    }
}

#[test]
fn other_topics_are_ignored_unread() {
    for topic in [
        "orders/edited",
        "orders/delete",
        "products/update",
        "",
        "ORDERS/CREATE",
    ] {
        assert_eq!(
            parse(topic, "delivery", b"\xff"),
            Ok(Delivery::Ignored),
            "{topic}"
        );
    }
}

#[test]
fn every_topic_of_an_order_tells_it_whole() {
    let told = order("").unwrap();
    for topic in [
        "orders/updated",
        "orders/paid",
        "orders/cancelled",
        "orders/fulfilled",
        "orders/partially_fulfilled",
    ] {
        let body = r##"{"id":820982911946154508,"name":"#1042","created_at":"2026-12-18T10:00:00+01:00"}"##;
        assert_eq!(read(topic, body).unwrap(), told, "{topic}");
    }
}

#[test]
fn an_order_needs_id_number_and_time() {
    let full = r#""id":1,"order_number":7,"created_at":"2026-12-18T10:00:00+01:00""#;
    let update = read("orders/updated", &format!("{{{full}}}")).unwrap();
    assert_eq!(update.facts.unwrap().number, "#7");
    for missing in ["id", "order_number", "created_at"] {
        let body = format!("{{{}}}", full.replace(missing, "other"));
        assert!(read("orders/updated", &body).is_err(), "{missing}");
    }
}

#[test]
fn a_bare_order_is_enough_and_its_id_is_exact() {
    let facts = order("").unwrap().facts.unwrap();
    assert_eq!(facts.external_id, "820982911946154508");
    assert_eq!(facts.updated_at, facts.placed_at);
    assert_eq!(
        (facts.email, facts.postcode, facts.cancelled_at),
        (None, None, None)
    );
}

#[test]
fn odd_shapes_are_read_as_absent() {
    let extra = r#","email":7,"customer":[],"shipping_address":"Lyon","fulfillments":{},
        "line_items":[null,{"title":"Toupie","quantity":"2","properties":{}},{"quantity":1}],
        "note":false,"updated_at":"yesterday","cancelled_at":null"#;
    let update = order(extra).unwrap();
    let facts = update.facts.unwrap();
    assert_eq!(
        facts.items,
        [Item {
            title: "Toupie".into(),
            quantity: 2
        }]
    );
    assert_eq!(
        (facts.email, facts.note, facts.customer_id),
        (None, None, None)
    );
    assert!(update.shipments.is_empty());
}

#[test]
fn proofs_are_normalized() {
    let extra = r#","email":"  Camille@Exemple.FR ","shipping_address":{"zip":null},
        "billing_address":{"zip":" sw1a 1aa","country_code":"gb"}"#;
    let facts = order(extra).unwrap().facts.unwrap();
    assert_eq!(facts.email.as_deref(), Some("camille@exemple.fr"));
    assert_eq!(facts.postcode.as_deref(), Some("SW1A1AA"));
    assert_eq!(facts.country.as_deref(), Some("GB"));
}

#[test]
fn current_quantities_win_until_nothing_is_left() {
    let two = r#","line_items":[{"name":"Ours","quantity":1,"current_quantity":0},
        {"name":"Train","quantity":3,"current_quantity":2}]"#;
    let train = Item {
        title: "Train".into(),
        quantity: 2,
    };
    assert_eq!(order(two).unwrap().facts.unwrap().items, [train]);

    let refunded = r#","line_items":[{"name":"Ours","quantity":1,"current_quantity":0}]"#;
    let bear = Item {
        title: "Ours".into(),
        quantity: 1,
    };
    assert_eq!(order(refunded).unwrap().facts.unwrap().items, [bear]);
}

#[test]
fn a_fulfillment_that_cannot_be_read_hides_nothing_else() {
    let extra = r#","fulfillments":[{"id":1},{"id":2,"created_at":"2026-12-18T10:00:00Z"}]"#;
    let shipments = order(extra).unwrap().shipments;
    assert_eq!(shipments.len(), 1);
    assert_eq!(shipments[0].external_id, "2");
    assert!(read("fulfillments/create", r#"{"id":1,"order_id":2}"#).is_err());
    assert!(read("fulfillments/create", r#"{"id":1}"#).is_err());
}

#[test]
fn fulfillment_statuses_stand_or_fall() {
    for (status, active) in [
        ("\"success\"", true),
        ("\"pending\"", true),
        ("\"open\"", true),
        ("null", true),
        ("\"cancelled\"", false),
        ("\"error\"", false),
        ("\"failure\"", false),
    ] {
        let update = fulfillment(&format!(r#","status":{status}"#)).unwrap();
        assert_eq!(update.shipments[0].active, active, "{status}");
    }
}

#[test]
fn numbers_and_links_run_side_by_side() {
    let check = |extra: &str, expected: &[(&str, Option<&str>)]| {
        let update = fulfillment(extra).unwrap();
        let parcels: Vec<_> = update.shipments[0]
            .parcels
            .iter()
            .map(|parcel| (parcel.number.as_str(), parcel.url.as_deref()))
            .collect();
        assert_eq!(parcels, expected, "{extra}");
    };
    check(r#","tracking_number":"6a 123""#, &[("6A123", None)]);
    check(
        r#","tracking_numbers":["A1","B2","a-1"],"tracking_urls":["https://c.fr/A1","http://c.fr/B2","https://c.fr/A1"]"#,
        &[("A1", Some("https://c.fr/A1")), ("B2", None)],
    );
    check(
        r#","tracking_numbers":["A1","B2"],"tracking_url":"https://c.fr/?""#,
        &[("A1", None), ("B2", None)],
    );
    check(
        r#","tracking_numbers":["A1"],"tracking_urls":["https://c.fr/1","https://d.fr/1"]"#,
        &[("A1", Some("https://c.fr/1"))],
    );
    check(
        r#","tracking_numbers":[null,"--",5],"tracking_number":"""#,
        &[],
    );
}

#[test]
fn a_carrier_that_the_shop_does_not_know_has_no_name() {
    for (company, carrier) in [
        ("\"Colissimo\"", Some("Colissimo")),
        ("\"Other\"", None),
        ("null", None),
    ] {
        let extra = format!(r#","tracking_number":"A1","tracking_company":{company}"#);
        let update = fulfillment(&extra).unwrap();
        assert_eq!(update.shipments[0].parcels[0].carrier.as_deref(), carrier);
    }
}

#[test]
fn a_shipment_status_is_the_shops_word_as_of_the_last_change() {
    for (code, status) in [
        ("label_printed", Status::PreTransit),
        ("label_purchased", Status::PreTransit),
        ("confirmed", Status::PreTransit),
        ("carrier_picked_up", Status::InTransit),
        ("in_transit", Status::InTransit),
        ("delayed", Status::Delayed),
        ("out_for_delivery", Status::OutForDelivery),
        ("attempted_delivery", Status::DeliveryAttempted),
        ("ready_for_pickup", Status::AvailableForPickup),
        ("ready_for_recipient_pickup", Status::AvailableForPickup),
        ("delivered", Status::Delivered),
        ("picked_up", Status::Delivered),
        ("returning_to_sender", Status::Returning),
        ("failure", Status::Unknown),
        ("teleported", Status::Unknown),
    ] {
        let extra =
            format!(r#","shipment_status":"{code}","updated_at":"2026-12-21T10:40:00+01:00""#);
        let expected = TrackingEvent {
            source: TrackingSource::Shopify,
            status,
            raw_code: format!("shipment_status/{code}"),
            reason: None,
            description: String::new(),
            place: None,
            occurred_at: Timestamp::parse_rfc3339("2026-12-21T09:40:00Z").unwrap(),
            zone_known: true,
        };
        let update = fulfillment(&extra).unwrap();
        assert_eq!(update.shipments[0].word, Some(expected), "{code}");
    }
}

#[test]
fn a_fulfillment_without_a_shipment_status_has_no_word() {
    for extra in ["", r#","shipment_status":null"#, r#","shipment_status":7"#] {
        let update = fulfillment(extra).unwrap();
        assert_eq!(update.shipments[0].word, None, "{extra}");
    }
}

#[test]
fn an_order_tells_what_it_was_asked() {
    let extra = r#","note_attributes":[{"name":"deliver_by","value":"2026-12-24"}],
        "line_items":[{"name":"Ours","quantity":1,"properties":{"_surprise":"oui"}}],
        "shipping_lines":[{"title":"Retrait","is_removed":true},{"title":" Chronopost 13h "}]"#;
    let facts = order(extra).unwrap().facts.unwrap();
    assert_eq!(facts.gift, Some(Gift { secret: true }));
    assert_eq!(facts.deadline, Day::parse("2026-12-24"));
    assert_eq!(facts.service.as_deref(), Some("Chronopost 13h"));

    let plain = order("").unwrap().facts.unwrap();
    assert_eq!(
        (plain.gift, plain.deadline, plain.service),
        (None, None, None)
    );
}

#[test]
fn a_refund_shows_in_the_financial_status() {
    for (status, refund) in [
        ("\"refunded\"", Refund::Full),
        ("\"partially_refunded\"", Refund::Partial),
        ("\"paid\"", Refund::None),
        ("\"voided\"", Refund::None),
        ("null", Refund::None),
        ("7", Refund::None),
    ] {
        let update = order(&format!(r#","financial_status":{status}"#)).unwrap();
        assert_eq!(update.facts.unwrap().refund, refund, "{status}");
    }
}

#[test]
fn a_refund_tells_that_money_went_back() {
    let at = Timestamp::parse_rfc3339("2026-12-20T09:00:00+01:00");
    for (transactions, refunded_at) in [
        (r#"[{"kind":"refund","status":"success"}]"#, at),
        (
            r#"[{"kind":"refund","status":"failure"},{"kind":"refund","status":"success"}]"#,
            at,
        ),
        (r#"[{"kind":"refund","status":"pending"}]"#, None),
        (r#"[{"kind":"void","status":"success"}]"#, None),
        ("[]", None),
        ("{}", None),
    ] {
        let body = format!(
            r#"{{"id":9,"order_id":2,"created_at":"2026-12-20T09:00:00+01:00","transactions":{transactions}}}"#
        );
        let update = read("refunds/create", &body).unwrap();
        assert_eq!((update.order_id.as_str(), update.facts), ("2", None));
        assert_eq!(update.remarks.refunded_at, refunded_at, "{transactions}");
    }
    for missing in [
        r#"{"order_id":2}"#,
        r#"{"created_at":"2026-12-20T09:00:00Z"}"#,
    ] {
        assert!(read("refunds/create", missing).is_err(), "{missing}");
    }
}

#[test]
fn a_fulfillment_event_is_a_word_at_its_own_time() {
    let body = r#"{"id":3,"fulfillment_id":1,"order_id":2,"status":"out_for_delivery",
        "message":" En tournée ","city":"LYON","country":"FR","happened_at":"2026-12-21T08:05:00+01:00",
        "created_at":"2026-12-21T09:00:00+01:00","estimated_delivery_at":"2026-12-21T18:00:00+01:00"}"#;
    let update = read("fulfillment_events/create", body).unwrap();
    assert_eq!((update.order_id.as_str(), update.facts), ("2", None));
    assert!(update.shipments.is_empty());
    let expected = ShipmentWord {
        shipment: "1".into(),
        event: TrackingEvent {
            source: TrackingSource::ShopifyEvents,
            status: Status::OutForDelivery,
            raw_code: "fulfillment_event/out_for_delivery".into(),
            reason: None,
            description: "En tournée".into(),
            place: Some("LYON, FR".into()),
            occurred_at: Timestamp::parse_rfc3339("2026-12-21T07:05:00Z").unwrap(),
            zone_known: true,
        },
        estimated: Day::parse("2026-12-21"),
    };
    assert_eq!(update.word, Some(expected));
}

#[test]
fn a_fulfillment_event_needs_whose_what_and_when() {
    let full = r#""order_id":2,"fulfillment_id":1,"status":"teleported","created_at":"2026-12-21T09:00:00Z""#;
    let word = read("fulfillment_events/create", &format!("{{{full}}}")).unwrap();
    assert_eq!(word.word.unwrap().event.status, Status::Unknown);
    for missing in ["order_id", "fulfillment_id", "status", "created_at"] {
        let body = format!("{{{}}}", full.replace(missing, "other"));
        assert!(
            read("fulfillment_events/create", &body).is_err(),
            "{missing}"
        );
    }
}
