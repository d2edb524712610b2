//! The generic endpoint's order as tables, and its schema beside it.

use serde_json::{Map, json};

use super::*;

fn body(more: Value) -> Value {
    let mut order = json!({
        "number": "1042",
        "placed_at": "2026-12-17T20:41:08+01:00",
        "updated_at": "2026-12-18T15:02:01+01:00",
    });
    let Value::Object(more) = more else {
        panic!("fields are an object")
    };
    order.as_object_mut().unwrap().extend(more);
    order
}

fn update(more: Value) -> Result<OrderUpdate, Malformed> {
    read_body(body(more).to_string().as_bytes(), None, "msg_1")
}

fn facts(more: Value) -> OrderFacts {
    update(more).unwrap().facts.unwrap()
}

fn read_hook(body: &Value) -> Result<Delivery<OrderUpdate>, Malformed> {
    read(&Envelope {
        header: &|name| (name == "webhook-id").then(|| "msg_1".to_owned()),
        body: body.to_string().as_bytes(),
        received_at: Timestamp(0),
    })
}

#[test]
fn a_hook_wraps_what_a_put_tells_bare() {
    let hook = json!({ "type": "order.updated", "data": body(json!({})) });
    let bare = update(json!({})).unwrap();
    assert_eq!(read_hook(&hook), Ok(Delivery::Understood(bare)));

    let other = json!({ "type": "order.printed", "data": 7 });
    assert_eq!(read_hook(&other), Ok(Delivery::Ignored));
    for bad in [
        json!({}),
        json!({ "type": 7 }),
        json!({ "type": "order.updated" }),
        body(json!({})),
    ] {
        assert!(read_hook(&bad).is_err(), "{bad}");
    }
}

#[test]
fn the_address_names_the_order_of_a_put() {
    for (number, read) in [
        (Some("FR-7"), "FR-7"),
        (Some(" 7 "), "7"),
        (Some(" "), "1042"),
        (None, "1042"),
    ] {
        let body = body(json!({})).to_string();
        let facts = read_body(body.as_bytes(), number, "msg_1").unwrap().facts;
        assert_eq!(facts.unwrap().number, read, "{number:?}");
    }
}

#[test]
fn an_order_is_known_again_by_its_id_or_its_number() {
    for (id, number, order_id) in [
        (json!("58213"), json!("1042"), Some("58213")),
        (json!(58213), json!(1042), Some("58213")),
        (json!(null), json!("#1042"), Some("1042")),
        (json!(""), json!(" n° fr-1042"), Some("FR-1042")),
        (json!(null), json!("#"), None),
        (json!("a\u{0}b"), json!("1042"), None),
        (json!("58213"), json!(null), None),
    ] {
        let update = update(json!({ "id": id, "number": number }));
        let read = update.as_ref().map(|update| update.order_id.as_str()).ok();
        assert_eq!(read, order_id, "{id} {number}");
    }
}

#[test]
fn an_order_needs_its_times() {
    for name in ["placed_at", "updated_at"] {
        for value in [json!(null), json!("2026-12-18"), json!(1_797_600_000)] {
            let mut more = Map::new();
            more.insert(name.to_owned(), value.clone());
            assert!(update(Value::Object(more)).is_err(), "{name}: {value}");
        }
    }
}

#[test]
fn wishes_and_outcomes_in_another_shape_refuse_the_order() {
    for (name, good, bad) in [
        (
            "gift",
            vec![
                json!(null),
                json!({}),
                json!({ "secret": true }),
                json!({ "note": 1 }),
            ],
            vec![
                json!(true),
                json!({ "secret": "yes" }),
                json!({ "secret": null }),
                json!("secret"),
            ],
        ),
        (
            "deadline",
            vec![json!(null), json!("2026-12-24")],
            vec![
                json!("24/12/2026"),
                json!("2026-13-01"),
                json!(20_261_224),
                json!(""),
            ],
        ),
        (
            "refund",
            vec![json!(null), json!("none"), json!("partial"), json!("full")],
            vec![json!("all"), json!(true), json!(12.5)],
        ),
        (
            "cancelled_at",
            vec![json!(null), json!("2026-12-18T15:00:00Z")],
            vec![json!(true), json!("yesterday"), json!("2026-12-18")],
        ),
        (
            "shipments",
            vec![
                json!(null),
                json!([]),
                json!([{ "id": "S1" }]),
                json!([{ "parcels": [{ "number": "A1" }] }]),
            ],
            vec![
                json!({}),
                json!("A1"),
                json!(["A1"]),
                json!([{}]),
                json!([{ "parcels": [{ "number": "-" }] }]),
            ],
        ),
    ] {
        for (values, is_taken) in [(good, true), (bad, false)] {
            for value in values {
                let mut more = Map::new();
                more.insert(name.to_owned(), value.clone());
                assert_eq!(
                    update(Value::Object(more)).is_ok(),
                    is_taken,
                    "{name}: {value}"
                );
            }
        }
    }
}

#[test]
fn what_nothing_depends_on_may_have_any_shape() {
    let odd = facts(json!({
        "email": 7, "customer_id": [], "postcode": {}, "country": "France", "locale": false,
        "items": "Ours", "note": 1.5, "service": null, "unheard_of": true,
    }));
    assert_eq!(odd, facts(json!({})));
}

#[test]
fn facts_are_brought_to_one_form() {
    let told = facts(json!({
        "email": " Camille@Exemple.FR ", "postcode": "69 001", "country": "fr",
        "items": [{ "title": "Ours" }, { "title": "Train", "quantity": "2" },
            { "title": "Retiré", "quantity": 0 }, { "quantity": 3 }, "Toupie"],
    }));
    assert_eq!(told.email.as_deref(), Some("camille@exemple.fr"));
    assert_eq!(told.postcode.as_deref(), Some("69001"));
    assert_eq!(told.country.as_deref(), Some("FR"));
    let items: Vec<_> = told
        .items
        .iter()
        .map(|i| (i.title.as_str(), i.quantity))
        .collect();
    assert_eq!(items, [("Ours", 1), ("Train", 2)]);
}

#[test]
fn a_shipment_goes_without_what_can_be_told_from_the_rest() {
    let shipments = update(json!({ "shipments": [
        { "parcels": [{ "number": "a-1", "url": "http://plain.example" }, { "carrier": "GLS" }] },
        { "id": 7, "created_at": "2026-12-18T15:00:00Z", "cancelled": true },
    ] }))
    .unwrap()
    .shipments;
    let updated_at = facts(json!({})).updated_at;
    let expected = [
        ShipmentFacts {
            external_id: "A1".into(),
            active: true,
            created_at: updated_at,
            updated_at,
            parcels: vec![ParcelFacts {
                number: "A1".into(),
                carrier: None,
                url: None,
            }],
            word: None,
        },
        ShipmentFacts {
            external_id: "7".into(),
            active: false,
            created_at: Timestamp::parse_rfc3339("2026-12-18T15:00:00Z").unwrap(),
            updated_at,
            parcels: Vec::new(),
            word: None,
        },
    ];
    assert_eq!(shipments, expected);
}

#[test]
fn only_a_list_of_shipments_is_all_of_them() {
    for (shipments, complete) in [
        (json!(null), false),
        (json!([]), true),
        (json!([{ "id": "S1" }]), true),
    ] {
        let update = update(json!({ "shipments": shipments })).unwrap();
        assert_eq!(update.complete, complete, "{shipments}");
    }
}

fn schema() -> Value {
    serde_json::from_str(include_str!("../../../../docs/schemas/order.json")).unwrap()
}

/// A value of a part of the schema, with all of its fields.
fn example(part: &Value, schema: &Value) -> Value {
    if let Some(name) = part["$ref"].as_str() {
        return example(
            schema.pointer(name.trim_start_matches('#')).unwrap(),
            schema,
        );
    }
    for choice in ["/allOf/0", "/anyOf/0"] {
        if let Some(part) = part
            .pointer(choice)
            .filter(|_| part["properties"].is_null())
        {
            return example(part, schema);
        }
    }
    let word = ["/const", "/enum/0", "/examples/0"]
        .iter()
        .find_map(|at| part.pointer(at));
    if let Some(word) = word {
        return word.clone();
    }
    let kind = part["type"].as_str().or(part["type"][0].as_str());
    match (kind, part["format"].as_str()) {
        (Some("object"), _) => part["properties"]
            .as_object()
            .unwrap()
            .iter()
            .map(|(name, part)| (name.clone(), example(part, schema)))
            .collect(),
        (Some("array"), _) => json!([example(&part["items"], schema)]),
        (Some("boolean"), _) => json!(true),
        (_, Some("date-time")) => json!("2026-12-18T15:02:01+01:00"),
        (_, Some("date")) => json!("2026-12-24"),
        (_, Some("uri")) => json!("https://parcels.example/6A1"),
        _ => panic!("no example of {part}"),
    }
}

#[test]
fn the_schema_and_the_reader_know_the_same_fields() {
    let schema = schema();
    let Ok(Delivery::Understood(update)) = read_hook(&example(&schema, &schema)) else {
        panic!("what the schema allows is understood");
    };
    let address = update.address.unwrap();
    assert!(!address.lines.is_empty() && address.company.is_some());
    let facts = update.facts.unwrap();
    let told = serde_json::to_value(&facts).unwrap();
    let absent: Vec<_> = told
        .as_object()
        .unwrap()
        .iter()
        .filter(|(_, value)| value.is_null() || **value == json!([]))
        .map(|(name, _)| name)
        .collect();
    assert!(absent.is_empty(), "in no schema: {absent:?}");
    assert_eq!(facts.gift, Some(Gift { secret: true }));
    assert_eq!(
        (facts.refund, facts.items[0].quantity),
        (Refund::Partial, 2)
    );
    assert!(update.complete && !update.shipments[0].active);
    let parcel = &update.shipments[0].parcels[0];
    assert!(parcel.carrier.is_some() && parcel.url.is_some());
}

#[test]
fn the_schema_needs_what_the_reader_needs() {
    let order = &schema()["$defs"]["order"];
    assert_eq!(order["required"], json!(["placed_at", "updated_at"]));
    let refunds: Vec<_> = order["properties"]["refund"]["enum"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|word| !word.is_null())
        .map(refund)
        .collect();
    assert_eq!(refunds.len(), 3);
    assert!(refunds.iter().all(Option::is_some));
}
