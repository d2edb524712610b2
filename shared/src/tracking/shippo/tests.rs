//! Shippo's tracks as tables: what is read, what is left out, what can't be read.

use super::*;

fn deliver(body: &str) -> Result<Delivery<Vec<TrackingUpdate>>, Malformed> {
    read(&Envelope {
        header: &|_| None,
        body: body.as_bytes(),
        received_at: Timestamp(0),
    })
}

/// Reads a track with these fields besides its number.
fn read_track(fields: &str) -> TrackingUpdate {
    let body = format!(r#"{{"event":"track_updated","data":{{"tracking_number":"A1",{fields}}}}}"#);
    match deliver(&body).unwrap() {
        Delivery::Understood(updates) => updates.into_iter().next().unwrap(),
        Delivery::Ignored => panic!("tracks are followed"),
    }
}

fn read_status(status: &str) -> Option<TrackingEvent> {
    let update = read_track(&format!(r#""tracking_history":[{status}]"#));
    update.events.into_iter().next()
}

#[test]
fn a_substatus_counts_under_its_own_status() {
    use IncidentReason::{Address, Damaged};
    for (status, substatus, expected) in [
        (
            "PRE_TRANSIT",
            "information_received",
            (Status::PreTransit, None),
        ),
        ("TRANSIT", "package_accepted", (Status::InTransit, None)),
        ("TRANSIT", "delivery_scheduled", (Status::InTransit, None)),
        ("TRANSIT", "delivery_rescheduled", (Status::InTransit, None)),
        (
            "TRANSIT",
            "out_for_delivery",
            (Status::OutForDelivery, None),
        ),
        (
            "TRANSIT",
            "pickup_available",
            (Status::AvailableForPickup, None),
        ),
        (
            "TRANSIT",
            "delivery_attempted",
            (Status::DeliveryAttempted, None),
        ),
        ("TRANSIT", "notice_left", (Status::DeliveryAttempted, None)),
        ("TRANSIT", "delayed", (Status::Delayed, None)),
        (
            "TRANSIT",
            "address_issue",
            (Status::Exception, Some(Address)),
        ),
        (
            "TRANSIT",
            "package_damaged",
            (Status::Exception, Some(Damaged)),
        ),
        ("TRANSIT", "contact_carrier", (Status::Exception, None)),
        ("TRANSIT", "package_held", (Status::Exception, None)),
        ("DELIVERED", "delivered", (Status::Delivered, None)),
        ("RETURNED", "return_to_sender", (Status::Returning, None)),
        ("RETURNED", "package_unclaimed", (Status::Exception, None)),
        (
            "FAILURE",
            "package_undeliverable",
            (Status::Exception, None),
        ),
        ("FAILURE", "package_lost", (Status::Lost, None)),
        ("FAILURE", "package_disposed", (Status::Lost, None)),
        ("UNKNOWN", "other", (Status::Unknown, None)),
        // They contradict each other: the status is right.
        (
            "DELIVERED",
            "information_received",
            (Status::Delivered, None),
        ),
        ("TRANSIT", "delivered", (Status::InTransit, None)),
        ("UNKNOWN", "out_for_delivery", (Status::Unknown, None)),
        ("TRANSIT", "beamed_up", (Status::InTransit, None)),
        ("BEAMED", "package_lost", (Status::Unknown, None)),
    ] {
        let raw_code = format!("{status}/{substatus}");
        assert_eq!(meaning(status, &raw_code), expected, "{raw_code}");
    }
    for (status, expected) in [
        ("TRANSIT", Status::InTransit),
        ("RETURNED", Status::Returning),
        ("FAILURE", Status::Exception),
    ] {
        assert_eq!(meaning(status, status), (expected, None), "{status}");
    }
}

#[test]
fn an_event_keeps_the_words_and_shows_no_hour() {
    let event = read_status(
        r#"{"status":"TRANSIT","status_details":"Colis en cours d’acheminement",
            "status_date":"2026-12-21T06:10:00Z",
            "substatus":{"code":"package_arrived","text":"Package has arrived.","action_required":false},
            "location":{"city":"Lyon","state":"","zip":"69007","country":"FR"}}"#,
    )
    .unwrap();
    assert_eq!(event.raw_code, "TRANSIT/package_arrived");
    assert_eq!(event.description, "Colis en cours d’acheminement");
    assert_eq!(event.place.as_deref(), Some("Lyon, FR"));
    assert!(!event.zone_known);
    let bare = read_status(
        r#"{"status":"TRANSIT","status_date":"2026-12-21T06:10:00.566","location":null,
            "substatus":{"text":"Package has arrived."}}"#,
    )
    .unwrap();
    assert_eq!((bare.raw_code.as_str(), bare.place), ("TRANSIT", None));
    assert_eq!(bare.description, "Package has arrived.");
}

#[test]
fn a_status_without_code_or_time_is_left_out() {
    for status in [
        "null",
        "{}",
        r#"{"status":"DELIVERED"}"#,
        r#"{"status":"DELIVERED","status_date":null}"#,
        r#"{"status":"DELIVERED","status_date":"soon"}"#,
        r#"{"status_date":"2026-12-21T06:10:00Z"}"#,
    ] {
        assert_eq!(read_status(status), None, "{status}");
    }
}

#[test]
fn the_newest_status_is_told_once() {
    let transit = r#"{"status":"TRANSIT","status_date":"2026-12-21T06:10:00Z"}"#;
    let delivered = r#"{"status":"DELIVERED","status_date":"2026-12-21T11:10:00Z"}"#;
    for (history, newest, count) in [
        (transit, delivered, 2),
        (transit, transit, 1),
        (transit, "null", 1),
        ("", delivered, 1),
    ] {
        let update = read_track(&format!(
            r#""tracking_status":{newest},"tracking_history":[{history}]"#
        ));
        assert_eq!(update.events.len(), count, "{history} {newest}");
    }
}

#[test]
fn what_the_track_says_besides_is_kept() {
    let update = read_track(
        r#""carrier":"colissimo","eta":"2026-12-23T00:00:00Z","original_eta":"2026-12-21T00:00:00Z",
           "servicelevel":{"token":"colissimo_home","name":"Colissimo Domicile"}"#,
    );
    assert_eq!(update.carrier.as_deref(), Some("colissimo"));
    assert_eq!(update.service.as_deref(), Some("Colissimo Domicile"));
    assert_eq!(update.estimated, Day::parse("2026-12-23"));
    assert_eq!(update.delivery_id.len(), 64);
    let update = read_track(r#""servicelevel":{"token":null,"name":null},"eta":null"#);
    assert_eq!((update.service, update.estimated), (None, None));
}

#[test]
fn other_bytes_are_another_delivery() {
    let one = read_track(r#""carrier":"ups""#).delivery_id;
    assert_eq!(read_track(r#""carrier":"ups""#).delivery_id, one);
    assert_ne!(read_track(r#""carrier":"usps""#).delivery_id, one);
}

#[test]
fn what_is_no_track_is_ignored_or_malformed() {
    let label = r#"{"event":"transaction_created","data":{"tracking_number":"A1"}}"#;
    assert_eq!(deliver(label), Ok(Delivery::Ignored));
    for body in [
        "{}",
        "not json",
        r#"{"data":{"tracking_number":"A1"}}"#,
        r#"{"event":"track_updated"}"#,
        r#"{"event":"track_updated","data":[]}"#,
        r#"{"event":"track_updated","data":{"tracking_number":null}}"#,
    ] {
        assert!(deliver(body).is_err(), "{body}");
    }
}
