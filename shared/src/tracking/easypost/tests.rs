//! `EasyPost`'s trackers as tables: what is read, what is left out, what can't be read.

use super::*;

fn read(tracker: &str) -> TrackingUpdate {
    let body = format!(r#"{{"id":"evt_1","description":"tracker.updated","result":{tracker}}}"#);
    match parse(body.as_bytes()).unwrap() {
        Delivery::Understood(update) => update,
        Delivery::Ignored => panic!("trackers are followed"),
    }
}

fn read_detail(detail: &str) -> Option<TrackingEvent> {
    let tracker = format!(r#"{{"tracking_code":"A1","tracking_details":[{detail}]}}"#);
    read(&tracker).events.into_iter().next()
}

#[test]
fn codes_have_the_meaning_of_the_tables() {
    use IncidentReason::{Address, Damaged};
    for (code, detail, is_return, expected) in [
        (
            "pre_transit",
            Some("label_created"),
            false,
            (Status::PreTransit, None),
        ),
        (
            "in_transit",
            Some("arrived_at_facility"),
            false,
            (Status::InTransit, None),
        ),
        (
            "in_transit",
            Some("delayed"),
            false,
            (Status::Delayed, None),
        ),
        (
            "in_transit",
            Some("weather_delay"),
            false,
            (Status::InTransit, None),
        ),
        ("failure", None, false, (Status::Exception, None)),
        (
            "failure",
            Some("damaged"),
            false,
            (Status::Exception, Some(Damaged)),
        ),
        ("failure", Some("lost"), false, (Status::Exception, None)),
        (
            "failure",
            Some("address_correction"),
            false,
            (Status::Exception, Some(Address)),
        ),
        ("in_transit", Some("held"), false, (Status::Exception, None)),
        (
            "delivered",
            Some("damaged"),
            false,
            (Status::Delivered, None),
        ),
        ("delivered", None, true, (Status::Returned, None)),
        ("in_transit", None, true, (Status::InTransit, None)),
        (
            "return_to_sender",
            Some("delayed"),
            false,
            (Status::Returning, None),
        ),
        (
            "available_for_pickup",
            None,
            false,
            (Status::AvailableForPickup, None),
        ),
        (
            "out_for_delivery",
            None,
            false,
            (Status::OutForDelivery, None),
        ),
        ("cancelled", None, false, (Status::Cancelled, None)),
        ("error", None, false, (Status::Unknown, None)),
        ("unknown", Some("delayed"), false, (Status::Unknown, None)),
        ("beamed_up", Some("delayed"), false, (Status::Unknown, None)),
    ] {
        assert_eq!(
            meaning(code, detail, is_return),
            expected,
            "{code} {detail:?}"
        );
    }
}

#[test]
fn an_event_keeps_the_words_of_the_source() {
    let event = read_detail(
        r#"{"status":"in_transit","status_detail":"arrived_at_facility","message":"Arrivé",
            "datetime":"2026-12-21T06:10:00Z",
            "tracking_location":{"city":"LYON","country":"FR","zip":null}}"#,
    )
    .unwrap();
    assert_eq!(event.raw_code, "in_transit/arrived_at_facility");
    assert_eq!(event.description, "Arrivé");
    assert_eq!(event.place.as_deref(), Some("LYON, FR"));
    assert_eq!(
        Some(event.occurred_at),
        Timestamp::parse_rfc3339("2026-12-21T06:10:00Z")
    );
}

#[test]
fn the_zone_is_known_only_without_a_place() {
    for (location, zone_known) in [
        ("null", true),
        ("{}", true),
        (r#"{"city":null,"country":" "}"#, true),
        (r#"{"city":"LYON"}"#, false),
        (r#"{"country":"FR"}"#, false),
        (r#"{"zip":"69003"}"#, false),
    ] {
        let event = read_detail(&format!(
            r#"{{"status":"delivered","datetime":"2026-12-21T06:10:00Z","tracking_location":{location}}}"#
        ));
        assert_eq!(event.unwrap().zone_known, zone_known, "{location}");
    }
}

/// The statuses of a tracker whose first attempt was on the 21st at 10:12, with these details.
fn with_attempt(details: &[(&str, &str)], is_return: bool) -> Vec<TrackingEvent> {
    let details: Vec<String> = details
        .iter()
        .map(|(code, at)| {
            let (status, detail) = code.split_once('/').unwrap_or((code, ""));
            format!(
                r#"{{"status":"{status}","status_detail":"{detail}","message":"{code}",
                    "datetime":"2026-12-{at}:00Z","tracking_location":{{"city":"LYON"}}}}"#
            )
        })
        .collect();
    let tracker = format!(
        r#"{{"tracking_code":"A1","is_return":{is_return},"tracking_details":[{}],
            "carrier_detail":{{"initial_delivery_attempt":"2026-12-21T10:12:00Z"}}}}"#,
        details.join(",")
    );
    read(&tracker).events
}

#[test]
fn a_first_attempt_failed_unless_the_parcel_was_handed_over_in_that_round() {
    for (details, is_return, failed) in [
        (&[][..], false, true),
        (&[("out_for_delivery", "21T08:00")], false, true),
        (&[("delivered", "21T10:12")], false, false),
        (&[("delivered", "21T09:12")], false, false),
        (&[("delivered", "21T22:12")], false, false),
        (&[("delivered", "21T22:13")], false, true),
        (&[("delivered", "22T09:00")], false, true),
        (&[("available_for_pickup", "21T10:12")], false, false),
        (&[("available_for_pickup", "21T17:00")], false, true),
        (&[("return_to_sender", "21T10:12")], false, true),
        (&[("in_transit", "21T12:00")], true, false),
    ] {
        let told = with_attempt(details, is_return)
            .iter()
            .any(|event| event.status == Status::DeliveryAttempted);
        assert_eq!(told, failed, "{details:?}");
    }
}

#[test]
fn the_scan_of_an_attempt_gives_it_its_words_and_no_line_of_its_own() {
    let events = with_attempt(
        &[
            ("failure/delivery_exception", "21T10:12"),
            ("failure/delivery_exception", "21T10:13"),
            ("failure/damaged", "21T10:12"),
        ],
        false,
    );
    let lines: Vec<_> = events
        .iter()
        .map(|event| (event.status, event.raw_code.as_str()))
        .collect();
    assert_eq!(
        lines,
        [
            (
                Status::DeliveryAttempted,
                "carrier_detail/initial_delivery_attempt"
            ),
            (Status::Exception, "failure/delivery_exception"),
            (Status::Exception, "failure/damaged"),
        ]
    );
    assert_eq!(events[0].description, "failure/delivery_exception");
    assert_eq!(events[0].place.as_deref(), Some("LYON"));
    assert!(!events[0].zone_known);
}

#[test]
fn an_attempt_without_a_scan_has_no_words() {
    let events = with_attempt(&[("out_for_delivery", "21T08:00")], false);
    assert_eq!(events[0].status, Status::DeliveryAttempted);
    assert_eq!(
        (events[0].description.as_str(), &events[0].place),
        ("", &None)
    );
}

#[test]
fn a_detail_without_status_or_time_is_left_out() {
    for detail in [
        "null",
        "{}",
        r#"{"status":"delivered"}"#,
        r#"{"status":"delivered","datetime":"soon"}"#,
        r#"{"datetime":"2026-12-21T06:10:00Z"}"#,
    ] {
        assert_eq!(read_detail(detail), None, "{detail}");
    }
}

#[test]
fn the_local_day_is_the_better_estimate() {
    for (fields, day) in [
        (
            r#""est_delivery_date":"2026-12-23T00:00:00Z""#,
            Some("2026-12-23"),
        ),
        (
            r#""est_delivery_date":"2026-12-23T23:30:00Z",
               "carrier_detail":{"est_delivery_date_local":"2026-12-24"}"#,
            Some("2026-12-24"),
        ),
        (r#""est_delivery_date":null,"carrier_detail":null"#, None),
    ] {
        let update = read(&format!(r#"{{"tracking_code":"A1",{fields}}}"#));
        assert_eq!(update.estimated.as_ref().map(Day::as_str), day, "{fields}");
    }
}

#[test]
fn links_are_https_and_numbers_normalized() {
    let update = read(r#"{"tracking_code":" 6a-123 ","public_url":"http://a.example"}"#);
    assert_eq!((update.number.as_str(), update.url), ("6A123", None));
}

#[test]
fn what_is_no_tracker_is_ignored_or_malformed() {
    let ignored = br#"{"id":"evt_1","description":"batch.created"}"#;
    assert_eq!(parse(ignored), Ok(Delivery::Ignored));
    for body in [
        "{}",
        r#"{"id":"evt_1","description":"tracker.updated"}"#,
        r#"{"id":"evt_1","description":"tracker.updated","result":{"tracking_code":" - "}}"#,
        r#"{"description":"tracker.created","result":{"tracking_code":"A1"}}"#,
        "not json",
    ] {
        assert!(parse(body.as_bytes()).is_err(), "{body}");
    }
}
