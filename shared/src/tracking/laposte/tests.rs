//! La Poste's answers as tables: what is asked, what is read, what can't be read.

use serde_json::json;

use super::*;
use crate::tracking::fold;

const POLLED_AT: Timestamp = Timestamp(1_798_700_000_000);

fn read_json(answer: &Value) -> Vec<Polled> {
    read(answer.to_string().as_bytes(), POLLED_AT).unwrap()
}

fn shipment(fields: &Value) -> TrackingUpdate {
    let mut shipment = json!({ "idShip": "6C20481937715" });
    for (name, value) in fields.as_object().unwrap() {
        shipment[name] = value.clone();
    }
    let answer = json!({ "returnCode": 200, "shipment": shipment });
    match read_json(&answer).remove(0).outcome {
        Outcome::Update { update, .. } => *update,
        other => panic!("{other:?}"),
    }
}

fn told(codes: &[(&str, u32)]) -> Value {
    let events: Vec<_> = codes
        .iter()
        .map(|(code, day)| {
            json!({ "code": code, "label": code, "date": format!("2026-12-{day:02}T10:00:00+01:00") })
        })
        .collect();
    json!({ "event": events })
}

#[test]
fn one_call_asks_of_ten_numbers_that_may_be_la_postes() {
    let numbers: Vec<String> = (10..30).map(|n| format!("6C204819377{n}")).collect();
    let request = request(&numbers, Language::French, "key").unwrap();
    let asked = numbers[..10].join(",");
    assert_eq!(request.path, format!("/idships/{asked}?lang=fr_FR"));
    assert!(request.headers.contains(&("X-Okapi-Key", "key".to_owned())));
}

#[test]
fn what_is_no_number_of_la_postes_is_not_asked() {
    for (number, asked) in [
        ("6C204819377", true),
        ("LL114223905FR12", true),
        ("6C20481937", false),
        ("6C20481937715123", false),
        ("6C2048193/../1", false),
        ("6C20481937?a=1", false),
        ("6C20481937é7", false),
        ("", false),
    ] {
        let request = request(&[number.to_owned()], Language::English, "key");
        assert_eq!(request.is_some(), asked, "{number}");
    }
    assert_eq!(request(&[], Language::French, "key"), None);
}

#[test]
fn statuses_of_http_are_about_numbers_or_about_the_call() {
    for (status, answered) in [
        (200, true),
        (207, true),
        (400, true),
        (404, true),
        (401, false),
        (403, false),
        (429, false),
        (500, false),
        (504, false),
    ] {
        assert_eq!(has_answer(status), answered, "{status}");
    }
}

#[test]
fn codes_have_the_meaning_of_the_table() {
    let customs = Some(IncidentReason::Customs);
    for (code, expected) in [
        ("DR1", (Status::PreTransit, None)),
        ("DR2", (Status::PreTransit, None)),
        ("PC1", (Status::InTransit, None)),
        ("ET4", (Status::InTransit, None)),
        ("DO1", (Status::InTransit, customs)),
        ("DO2", (Status::InTransit, None)),
        ("DO3", (Status::Exception, customs)),
        ("ID0", (Status::Unknown, None)),
        ("PB1", (Status::Exception, None)),
        ("PB2", (Status::InTransit, None)),
        ("MD2", (Status::OutForDelivery, None)),
        ("ND1", (Status::DeliveryAttempted, None)),
        ("AG1", (Status::AvailableForPickup, None)),
        ("RE1", (Status::Returning, None)),
        ("DI1", (Status::Delivered, None)),
        ("DI2", (Status::Returned, None)),
        ("DI3", (Status::Delayed, None)),
        ("XX9", (Status::Unknown, None)),
        ("di1", (Status::Unknown, None)),
    ] {
        assert_eq!(meaning(code), expected, "{code}");
    }
}

#[test]
fn dw5_after_re1_all_is_the_way_back() {
    for (newest_first, expected) in [
        (&[("ET1", 3), ("PC1", 2)][..], Status::InTransit),
        (&[("RE1", 3), ("PC1", 2)], Status::Returning),
        (&[("ET1", 4), ("RE1", 3), ("PC1", 2)], Status::Returning),
        (
            &[("MD2", 5), ("ET1", 4), ("RE1", 3), ("PC1", 2)],
            Status::Returning,
        ),
        (&[("DI1", 6), ("ET1", 4), ("RE1", 3)], Status::Returned),
        (&[("DI2", 6), ("ET1", 4), ("RE1", 3)], Status::Returned),
        (&[("ET1", 3), ("RE1", 3)], Status::Returning),
    ] {
        let update = shipment(&told(newest_first));
        assert_eq!(fold(&update.events).status, expected, "{newest_first:?}");
    }
}

#[test]
fn of_two_events_at_one_instant_the_first_told_is_the_newest() {
    let update = shipment(&told(&[("AG1", 21), ("ND1", 21), ("MD2", 21)]));
    assert_eq!(fold(&update.events).status, Status::AvailableForPickup);
}

#[test]
fn an_event_without_code_or_time_is_left_out() {
    let events = json!([
        { "label": "?", "date": "2026-12-21" },
        { "code": "DI1" },
        { "code": "DI1", "date": "hier" },
        null,
        { "code": "PC1", "date": "2026-12-21" },
    ]);
    let update = shipment(&json!({ "event": events }));
    let codes: Vec<_> = update.events.iter().map(|e| e.raw_code.as_str()).collect();
    assert_eq!(codes, ["PC1"]);
}

#[test]
fn an_event_of_the_day_after_tomorrow_is_none() {
    let mut answer = told(&[("DI1", 10)]);
    answer["event"][0]["date"] = json!("2030-01-01T00:00:00Z");
    assert_eq!(shipment(&answer).events, []);
}

#[test]
fn return_codes_tell_what_became_of_a_number() {
    for (code, expected) in [
        (json!(104), Outcome::NotFound),
        (json!("104"), Outcome::NotFound),
        (json!(404), Outcome::NotFound),
        (json!(400), Outcome::InvalidNumber),
        (json!(200), Outcome::RetryLater),
        (json!(504), Outcome::RetryLater),
        (json!(null), Outcome::RetryLater),
    ] {
        let answer = json!({ "returnCode": code, "idShip": "6c 20" });
        for answer in [answer.clone(), json!([answer])] {
            let polled = read_json(&answer).remove(0);
            assert_eq!(
                (polled.number.as_str(), &polled.outcome),
                ("6C20", &expected),
                "{code}"
            );
        }
    }
}

#[test]
fn a_shipment_of_another_shape_is_no_news() {
    for odd in [json!(null), json!([]), json!("6C20481937715")] {
        let answer = json!({ "returnCode": 200, "shipment": odd, "idShip": "6C20481937715" });
        assert_eq!(read_json(&answer)[0].outcome, Outcome::RetryLater);
    }
}

#[test]
fn each_number_asked_has_one_outcome() {
    let answer = read_json(&json!([
        { "returnCode": 104, "idShip": "B" },
        { "returnCode": 400, "idShip": "STRANGER" },
        { "returnCode": 400 },
        7,
    ]));
    let asked = ["A", "B"].map(str::to_owned);
    let said: Vec<_> = outcomes(&asked, &answer)
        .into_iter()
        .map(|polled| (polled.number, polled.outcome))
        .collect();
    let expected = [("A", Outcome::RetryLater), ("B", Outcome::NotFound)];
    assert_eq!(said, expected.map(|(n, outcome)| (n.to_owned(), outcome)));
}

#[test]
fn a_repeated_answer_has_one_name() {
    let name = |answer: &Value| shipment(answer).delivery_id;
    let first = told(&[("PC1", 2)]);
    assert_eq!(name(&first), name(&first));
    assert_ne!(name(&first), name(&told(&[("ET1", 3), ("PC1", 2)])));
}

#[test]
fn the_page_is_the_parcels_own() {
    let page = "https://www.laposte.fr/outils/suivre-vos-envois?code=";
    let whole = format!("{page}6C20481937715");
    for (url, expected) in [
        (page, Some(whole.as_str())),
        (&whole, Some(&whole)),
        ("http://www.laposte.fr", None),
    ] {
        let update = shipment(&json!({ "url": url }));
        assert_eq!(update.url.as_deref(), expected, "{url}");
    }
}

#[test]
fn a_parcel_that_has_arrived_is_not_expected() {
    for (is_final, expected) in [(false, Some("2026-12-22")), (true, None)] {
        let update = shipment(&json!({ "isFinal": is_final, "estimDate": "2026-12-22T00:00:00" }));
        assert_eq!(update.estimated.as_ref().map(Day::as_str), expected);
    }
}

#[test]
fn what_is_no_answer_can_not_be_read() {
    for body in [&b""[..], b"7", b"null", b"\"104\"", b"[", b"\xff"] {
        assert!(read(body, POLLED_AT).is_err(), "{body:?}");
    }
    assert_eq!(read(b"[]", POLLED_AT), Ok(Vec::new()));
    assert_eq!(read(b"{}", POLLED_AT), Ok(Vec::new()));
}
