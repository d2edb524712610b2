//! Resources of `PrestaShop`'s webservice as tables: what is read, and what can't be.

use serde_json::{Value, json};

use super::poll::{Orders, Resource, clock, request};
use super::*;
use crate::order::polling::Cursor;

fn read_body(body: &Value) -> Result<OrderUpdate, Malformed> {
    let outcome = read(&Envelope {
        header: &|name| (name == "webhook-id").then(|| "msg_1".to_owned()),
        body: body.to_string().as_bytes(),
        received_at: Timestamp(0),
    })?;
    match outcome {
        Delivery::Understood(update) => Ok(update),
        Delivery::Ignored => panic!("orders are followed"),
    }
}

fn with(mut object: Value, more: &Value) -> Value {
    for (name, value) in more.as_object().unwrap() {
        object[name] = value.clone();
    }
    object
}

fn order(more: &Value) -> Value {
    let bare =
        json!({ "id": 58, "date_add": "2026-12-17 20:41:08", "date_upd": "2026-12-18 15:02:01" });
    with(bare, more)
}

fn facts(more: &Value) -> OrderFacts {
    let update = read_body(&json!({ "order": order(more) })).unwrap();
    update.facts.unwrap()
}

fn instant_of(text: &str) -> Option<Timestamp> {
    Timestamp::parse_rfc3339(text)
}

#[test]
fn a_bare_order_is_enough() {
    let update = read_body(&json!({ "order": order(&json!({})) })).unwrap();
    assert_eq!(
        (update.delivery_id.as_str(), update.order_id.as_str()),
        ("msg_1", "58")
    );
    assert!(!update.complete && update.shipments.is_empty());
    let facts = update.facts.unwrap();
    assert_eq!(facts.number, "58");
    assert_eq!(
        (facts.email, facts.postcode, facts.country),
        (None, None, None)
    );
}

#[test]
fn an_order_needs_id_and_time() {
    for missing in ["id", "date_add"] {
        let mut order = order(&json!({}));
        order.as_object_mut().unwrap().remove(missing);
        assert!(read_body(&json!({ "order": order })).is_err(), "{missing}");
    }
    assert!(read_body(&json!({})).is_err());
    assert!(
        read_body(&json!({ "order": order(&json!({ "date_add": "0000-00-00 00:00:00" })) }))
            .is_err()
    );
}

#[test]
fn times_are_the_shops() {
    for (zone, written, instant) in [
        (
            json!(null),
            "2026-12-17 20:41:08",
            "2026-12-17T20:41:08+01:00",
        ),
        (
            json!("Europe/Paris"),
            "2026-07-14 00:00:30",
            "2026-07-14T00:00:30+02:00",
        ),
        (
            json!("Indian/Reunion"),
            "2026-12-18 01:00:00",
            "2026-12-18T01:00:00+04:00",
        ),
        (
            json!("America/Guadeloupe"),
            "2026-12-17 23:59:59",
            "2026-12-17T23:59:59-04:00",
        ),
        // The clocks skip this hour, and go through the next one twice.
        (
            json!("Europe/Paris"),
            "2026-03-29 02:30:00",
            "2026-03-29T03:00:00+02:00",
        ),
        (
            json!("Europe/Paris"),
            "2026-10-25 02:30:00",
            "2026-10-25T02:30:00+02:00",
        ),
        (
            json!("Europe/Paris"),
            "2026-12-17T20:41:08Z",
            "2026-12-17T20:41:08Z",
        ),
    ] {
        let order = order(&json!({ "date_add": written }));
        let facts = read_body(&json!({ "time_zone": zone, "order": order }))
            .unwrap()
            .facts;
        assert_eq!(
            facts.map(|facts| facts.placed_at),
            instant_of(instant),
            "{zone} {written}"
        );
    }
    let mars = json!({ "time_zone": "Mars/Olympus", "order": order(&json!({})) });
    assert!(read_body(&mars).is_err());
}

#[test]
fn what_an_order_refers_to_is_looked_up_alone_or_in_lists() {
    let order = order(
        &json!({ "id_customer": "3", "id_address_delivery": 9, "id_lang": "1", "id_carrier": "2" }),
    );
    let alone = json!({
        "order": order,
        "customer": { "id": 3, "email": " Camille@Exemple.FR " },
        "address": { "id": "9", "postcode": "69 001", "id_country": "8" },
        "country": { "id": 8, "iso_code": "fr" },
        "language": { "id": 1, "language_code": "fr-fr", "iso_code": "fr" },
        "carrier": { "id": 2, "name": "Colissimo" },
    });
    let listed = json!({
        "order": order,
        "customers": [{ "id": 4, "email": "other@exemple.fr" }, alone["customer"]],
        "addresses": [{ "id": 10, "postcode": "75011" }, null, alone["address"]],
        "countries": [alone["country"]],
        "languages": [{ "id": 2, "iso_code": "en" }, alone["language"]],
        "carriers": [alone["carrier"]],
    });
    for body in [alone, listed] {
        let facts = read_body(&body).unwrap().facts.unwrap();
        assert_eq!(facts.email.as_deref(), Some("camille@exemple.fr"));
        assert_eq!(facts.customer_id.as_deref(), Some("3"));
        assert_eq!(facts.postcode.as_deref(), Some("69001"));
        assert_eq!(facts.country.as_deref(), Some("FR"));
        assert_eq!(facts.locale.as_deref(), Some("fr-fr"));
        assert_eq!(facts.service.as_deref(), Some("Colissimo"));
    }
}

#[test]
fn another_customers_resources_are_passed_over() {
    let body = json!({
        "order": order(&json!({ "id_customer": "3" })),
        "customer": { "id": 4, "email": "other@exemple.fr" },
        "address": { "postcode": "75011" },
        "order_carriers": [{ "id": "61", "id_order": "59", "tracking_number": "B2" }],
    });
    let update = read_body(&body).unwrap();
    assert!(update.shipments.is_empty());
    let facts = update.facts.unwrap();
    assert_eq!((facts.email, facts.postcode), (None, None));
}

#[test]
fn states_say_what_became_of_it() {
    let changed = instant_of("2026-12-18T15:02:01+01:00");
    for (state, cancelled_at, refund) in [
        (json!("4"), None, Refund::None),
        (json!("6"), changed, Refund::None),
        (json!(6), changed, Refund::None),
        (json!("7"), None, Refund::Full),
        (json!(null), None, Refund::None),
    ] {
        let told = facts(&json!({ "current_state": state }));
        assert_eq!(
            (told.cancelled_at, told.refund),
            (cancelled_at, refund),
            "{state}"
        );
    }
}

#[test]
fn a_present_is_one_when_the_flag_is_set() {
    for (flag, is_gift) in [
        (json!("1"), true),
        (json!(1), true),
        (json!(true), true),
        (json!("0"), false),
        (json!(""), false),
        (json!(null), false),
    ] {
        let told = facts(&json!({ "gift": flag, "gift_message": "Joyeux Noël" }));
        assert_eq!(
            told.gift,
            is_gift.then_some(Gift { secret: false }),
            "{flag}"
        );
        assert_eq!(told.note.as_deref(), Some("Joyeux Noël"));
    }
}

#[test]
fn rows_are_items() {
    let rows = json!({ "order_rows": [
        { "product_name": "Ours", "product_quantity": "2" },
        { "product_name": "Rien", "product_quantity": "0" },
        { "product_quantity": "1" },
    ] });
    let items = facts(&json!({ "associations": rows })).items;
    assert_eq!(
        items,
        [Item {
            title: "Ours".into(),
            quantity: 2
        }]
    );
    assert!(facts(&json!({ "associations": [] })).items.is_empty());
}

type Line<'a> = (&'a str, &'a str, Option<&'a str>, Option<&'a str>);

#[test]
fn shipments_come_from_the_orders_carriers_or_from_its_number() {
    let carrier = json!({ "id": 2, "name": "Colissimo", "url": "https://exemple.fr/?code=@" });
    let shipped = order(&json!({ "id_carrier": "2", "shipping_number": "a 1" }));
    let lone: Line<'_> = (
        "shipping_number",
        "A1",
        Some("Colissimo"),
        Some("https://exemple.fr/?code=A1"),
    );
    let numbered = |number: &str| json!([{ "id": "61", "id_order": "58", "id_carrier": "2", "tracking_number": number }]);
    for (carriers, complete, expected) in [
        (json!(null), false, vec![lone]),
        (json!([]), true, vec![lone]),
        (numbered(""), true, vec![lone]),
        (
            numbered("B-2"),
            true,
            vec![(
                "61",
                "B2",
                Some("Colissimo"),
                Some("https://exemple.fr/?code=B2"),
            )],
        ),
        (
            json!([{ "id": "61", "id_order": 58, "id_carrier": "9", "tracking_number": "B2" }, { "id_order": "58", "tracking_number": "C3" }]),
            true,
            vec![("61", "B2", None, None)],
        ),
    ] {
        let body = json!({ "order": shipped, "carrier": carrier, "order_carriers": carriers });
        let update = read_body(&body).unwrap();
        let lines: Vec<Line<'_>> = update
            .shipments
            .iter()
            .map(|shipment| {
                let parcel = &shipment.parcels[0];
                (
                    shipment.external_id.as_str(),
                    parcel.number.as_str(),
                    parcel.carrier.as_deref(),
                    parcel.url.as_deref(),
                )
            })
            .collect();
        assert_eq!((update.complete, lines), (complete, expected), "{carriers}");
    }
}

#[test]
fn a_shipment_is_as_old_as_the_delivery_slip() {
    for (date, made) in [
        ("2026-12-18 14:00:00", "2026-12-18T14:00:00+01:00"),
        ("0000-00-00 00:00:00", "2026-12-18T15:02:01+01:00"),
    ] {
        let order = order(&json!({ "delivery_date": date, "shipping_number": "A1" }));
        let update = read_body(&json!({ "order": order })).unwrap();
        assert_eq!(
            Some(update.shipments[0].created_at),
            instant_of(made),
            "{date}"
        );
        assert_eq!(
            Some(update.shipments[0].updated_at),
            instant_of("2026-12-18T15:02:01+01:00")
        );
    }
}

#[test]
fn a_page_is_asked_for_by_the_shops_clock() {
    let paris = Zone::default();
    let now = instant_of("2026-12-18T14:02:31Z").unwrap();
    assert_eq!(Some(clock(now, paris)), instant_of("2026-12-18T15:03:00Z"));

    let cursor = Cursor {
        changed_after: instant_of("2026-12-18T15:02:00Z").unwrap(),
        page: 3,
        newest: now,
        went_back_on: None,
    };
    let request = request(&cursor, "KEY");
    assert_eq!(
        request.path,
        "/api/orders?output_format=JSON&display=full&date=1\
         &filter%5Bdate_upd%5D=%3E%5B2026-12-18%2015%3A02%3A00%5D\
         &sort=%5Bdate_upd_ASC%2Cid_ASC%5D&limit=100%2C50"
    );
    assert_eq!(
        request.headers[1],
        ("Authorization", "Basic S0VZOg==".to_owned())
    );
}

fn orders(list: &Value) -> Orders {
    Orders::read(json!({ "orders": list }).to_string().as_bytes()).unwrap()
}

#[test]
fn what_is_asked_for_beside_is_what_the_orders_refer_to() {
    let two = orders(&json!([
        order(&json!({ "id_customer": "3", "id_carrier": "2" })),
        order(&json!({ "id": 59, "id_customer": "3", "id_carrier": "9".repeat(30) })),
    ]));
    let related = two.related("KEY");
    let path = |wanted: Resource| {
        let found = related.iter().find(|(resource, _)| *resource == wanted);
        found.unwrap().1.path.as_str()
    };
    assert_eq!(
        path(Resource::Customers),
        "/api/customers?output_format=JSON&display=%5Bid%2Cemail%5D&filter%5Bid%5D=%5B3%5D"
    );
    assert_eq!(
        path(Resource::OrderCarriers),
        "/api/order_carriers?output_format=JSON&display=full&filter%5Bid_order%5D=%5B58%7C59%5D"
    );
    assert!(path(Resource::Carriers).ends_with("=%5B2%5D"));
    assert_eq!(
        path(Resource::Countries),
        "/api/countries?output_format=JSON&display=%5Bid%2Ciso_code%5D"
    );
    assert!(orders(&json!([])).related("KEY").is_empty());
}

#[test]
fn answers_that_are_no_orders_are_refused() {
    for (body, is_list) in [
        ("[]", true),
        (r#"{"orders":[]}"#, true),
        (r#"{"orders":{}}"#, false),
        (r#"{"errors":[{"code":16,"message":"?"}]}"#, false),
        (r#"[{"id":1}]"#, false),
        ("<html>", false),
        ("", false),
    ] {
        assert_eq!(Orders::read(body.as_bytes()).is_ok(), is_list, "{body}");
    }
}

#[test]
fn a_page_goes_without_answers_that_are_missing_or_bad() {
    let page = orders(
        &json!([order(&json!({ "id_customer": "3", "shipping_number": "A1" })), { "id": 7 }, 7]),
    )
    .page(
        &[
            (Resource::Customers, b"<html>".to_vec()),
            (Resource::Addresses, br#"{"errors":[]}"#.to_vec()),
            (Resource::OrderCarriers, b"[]".to_vec()),
        ],
        Zone::default(),
    );
    assert_eq!((page.updates.len(), page.unread.len()), (1, 2));
    assert_eq!(
        page.last_change,
        instant_of("2026-12-18T15:02:01Z"),
        "by the shop's clock"
    );
    assert!(page.updates[0].complete && !page.is_full);
    assert_eq!(page.updates[0].shipments.len(), 1);

    let full = orders(&json!(vec![order(&json!({})); 50])).page(&[], Zone::default());
    assert!(full.is_full && !full.updates[0].complete);
}
