//! The generic endpoint's payload as tables, and its schema beside it.

use serde_json::{Map, Value, json};

use super::*;

fn read_json(body: &Value) -> Result<Delivery<Vec<TrackingUpdate>>, Malformed> {
    read(&Envelope {
        header: &|name| (name == "webhook-id").then(|| "msg_1".to_owned()),
        body: body.to_string().as_bytes(),
        received_at: Timestamp(0),
    })
}

fn with_parcels(parcels: &Value) -> Value {
    json!({ "type": "tracking.updated", "data": { "parcels": parcels } })
}

fn read_parcel(parcel: &Value) -> Result<TrackingUpdate, Malformed> {
    match read_json(&with_parcels(&json!([parcel])))? {
        Delivery::Understood(mut updates) => Ok(updates.remove(0)),
        Delivery::Ignored => panic!("parcels are followed"),
    }
}

fn read_event(event: &Value) -> Result<TrackingEvent, Malformed> {
    read_parcel(&json!({ "number": "6A1", "events": [event] }))
        .map(|mut update| update.events.remove(0))
}

#[test]
fn a_parcel_needs_its_number_alone() {
    let update = read_parcel(&json!({ "number": " 6a-1 " })).unwrap();
    let expected = TrackingUpdate {
        delivery_id: "msg_1/0".to_owned(),
        number: "6A1".to_owned(),
        ..TrackingUpdate::default()
    };
    assert_eq!(update, expected);
}

#[test]
fn what_is_needed_must_be_there() {
    let event = json!({ "status": "delivered", "occurred_at": "2026-12-22" });
    let many = vec![json!({ "number": "6A1" }); MAX_PARCELS + 1];
    for body in [
        json!({}),
        json!({ "type": 7 }),
        json!({ "type": "tracking.updated" }),
        json!({ "type": "tracking.updated", "data": [] }),
        with_parcels(&json!([])),
        with_parcels(&json!({ "number": "6A1" })),
        with_parcels(&json!([null])),
        with_parcels(&json!([{}])),
        with_parcels(&json!([{ "number": "--" }])),
        with_parcels(&json!([{ "number": "6A1", "events": [null] }])),
        with_parcels(&json!([{ "number": "6A1", "events": [{ "status": "delivered" }] }])),
        with_parcels(&json!([{ "number": "6A1", "events": [{ "occurred_at": "2026-12-22" }] }])),
        with_parcels(&json!([{ "number": "6A1", "events": [event] }, {}])),
        with_parcels(&json!(many)),
    ] {
        assert!(read_json(&body).is_err(), "{body}");
    }
}

#[test]
fn another_type_is_left_alone() {
    let body = json!({ "type": "rates.updated", "data": null });
    assert_eq!(read_json(&body), Ok(Delivery::Ignored));
}

#[test]
fn every_parcel_has_a_delivery_of_its_own() {
    let twice = with_parcels(&json!([{ "number": "6A1" }, { "number": "6A1" }]));
    let Ok(Delivery::Understood(updates)) = read_json(&twice) else {
        panic!("parcels are followed");
    };
    assert_ne!(updates[0].delivery_id, updates[1].delivery_id);
}

#[test]
fn an_event_is_read_by_its_names() {
    for (status, reason, expected, expected_reason) in [
        ("delivered", json!(null), Status::Delivered, None),
        ("Delivered", json!(null), Status::Unknown, None),
        ("gone_fishing", json!(null), Status::Unknown, None),
        (
            "exception",
            json!("point_full"),
            Status::Exception,
            Some(IncidentReason::PointFull),
        ),
        ("delayed", json!("laziness"), Status::Delayed, None),
        ("delayed", json!(7), Status::Delayed, None),
    ] {
        let event = json!({ "status": status, "reason": reason, "occurred_at": "2026-12-22" });
        let event = read_event(&event).unwrap();
        assert_eq!((event.status, event.reason), (expected, expected_reason));
        assert_eq!(event.raw_code, status);
    }
}

#[test]
fn a_time_without_an_offset_has_no_zone() {
    for (text, zone_known) in [
        ("2026-12-22T09:30:00+01:00", Some(true)),
        ("2026-12-22T09:30:00", Some(false)),
        ("2026-12-22", Some(false)),
        ("22/12/2026", None),
    ] {
        let event = read_event(&json!({ "status": "delivered", "occurred_at": text }));
        assert_eq!(
            event.ok().map(|event| event.zone_known),
            zone_known,
            "{text}"
        );
    }
}

#[test]
fn closures_are_days_in_their_order() {
    let closures = json!([
        { "first": "2026-12-24", "last": "2026-12-26" },
        { "first": "2027-01-01" },
        { "first": "2026-12-26", "last": "2026-12-24" },
        { "last": "2026-12-26" },
        7,
    ]);
    let point = json!({ "name": "Tabac", "country": "fr", "closures": closures });
    let update = read_parcel(&json!({ "number": "6A1", "pickup_point": point })).unwrap();
    let point = update.pickup_point.unwrap();
    let days: Vec<_> = point
        .closures
        .iter()
        .map(|closure| (closure.first.as_str(), closure.last.as_str()))
        .collect();
    assert_eq!(
        days,
        [("2026-12-24", "2026-12-26"), ("2027-01-01", "2027-01-01")]
    );
    assert_eq!(point.country.as_deref(), Some("FR"));
}

#[test]
fn a_point_without_a_name_and_an_empty_proof_are_none() {
    let update = read_parcel(&json!({
        "number": "6A1",
        "pickup_point": { "id": "1" },
        "proof": { "signed_by": " ", "url": "http://plain.example" },
    }))
    .unwrap();
    assert_eq!((update.pickup_point, update.proof), (None, None));
}

fn schema() -> Value {
    serde_json::from_str(include_str!("../../../../docs/schemas/tracking.json")).unwrap()
}

/// A value of a part of the schema, with all or only the needed fields.
fn example(part: &Value, schema: &Value, whole: bool) -> Value {
    if let Some(name) = part["$ref"].as_str() {
        let pointer = name.trim_start_matches('#');
        return example(schema.pointer(pointer).unwrap(), schema, whole);
    }
    if let Some(word) = part.get("const").or_else(|| part.pointer("/enum/0")) {
        return word.clone();
    }
    match (part["type"].as_str(), part["format"].as_str()) {
        (Some("object"), _) => {
            let needed = part["required"].as_array().cloned().unwrap_or_default();
            let fields: Map<_, _> = part["properties"]
                .as_object()
                .unwrap()
                .iter()
                .filter(|(name, _)| whole || needed.contains(&json!(name)))
                .map(|(name, part)| (name.clone(), example(part, schema, whole)))
                .collect();
            Value::Object(fields)
        }
        (Some("array"), _) => json!([example(&part["items"], schema, whole)]),
        (_, Some("date")) => json!("2026-12-24"),
        (_, Some("uri")) => json!("https://parcels.example/6A1"),
        _ if part["examples"].is_array() => part["examples"][0].clone(),
        _ if part["pattern"] == "^[A-Z]{2}$" => json!("FR"),
        _ => json!("word"),
    }
}

#[test]
fn the_schema_and_the_reader_know_the_same_fields() {
    let schema = schema();
    let Ok(Delivery::Understood(updates)) = read_json(&example(&schema, &schema, true)) else {
        panic!("what the schema allows is understood");
    };
    let told = serde_json::to_value(&updates).unwrap();
    assert_absent_nowhere(&told, "");
    assert!(read_json(&example(&schema, &schema, false)).is_ok());
}

fn assert_absent_nowhere(value: &Value, at: &str) {
    match value {
        Value::Null => panic!("{at} is in no schema"),
        Value::Array(list) => {
            assert!(!list.is_empty(), "{at} is in no schema");
            for element in list {
                assert_absent_nowhere(element, at);
            }
        }
        Value::Object(fields) => {
            for (name, field) in fields {
                assert_absent_nowhere(field, &format!("{at}/{name}"));
            }
        }
        Value::String(text) => assert!(!text.is_empty(), "{at} is in no schema"),
        Value::Bool(_) | Value::Number(_) => {}
    }
}

#[test]
fn the_schema_names_every_status_and_reason() {
    let schema = schema();
    let names = |pointer: &str| schema.pointer(pointer).unwrap().as_array().unwrap().clone();
    let statuses = names("/$defs/event/properties/status/enum");
    let reasons = names("/$defs/event/properties/reason/enum");
    let known = |name: &Value| named::<Status>(name.as_str().unwrap());
    assert!(statuses.iter().all(|name| known(name).is_some()));
    // As many as there are: no name is missing.
    assert_eq!(statuses.len(), Status::Unknown as usize + 1);
    let known = |name: &Value| named::<IncidentReason>(name.as_str().unwrap());
    assert!(reasons.iter().all(|name| known(name).is_some()));
    assert_eq!(reasons.len(), IncidentReason::PointMoved as usize + 1);
}
