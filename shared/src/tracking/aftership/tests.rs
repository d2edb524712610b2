//! `AfterShip`'s trackings as tables: what is read, what is left out, what can't be read.

use super::*;

fn deliver(body: &str) -> Result<Delivery<Vec<TrackingUpdate>>, Malformed> {
    read(&Envelope {
        header: &|_| None,
        body: body.as_bytes(),
        received_at: Timestamp(0),
    })
}

/// Reads a tracking with these fields besides its number.
fn read_tracking(fields: &str) -> TrackingUpdate {
    let body = format!(
        r#"{{"event":"tracking_update","event_id":"evt_1","msg":{{"tracking_number":"A1",{fields}}}}}"#
    );
    match deliver(&body).unwrap() {
        Delivery::Understood(updates) => updates.into_iter().next().unwrap(),
        Delivery::Ignored => panic!("trackings are followed"),
    }
}

fn read_checkpoint(checkpoint: &str) -> Option<TrackingEvent> {
    let update = read_tracking(&format!(r#""checkpoints":[{checkpoint}]"#));
    update.events.into_iter().next()
}

#[test]
fn subtags_win_over_tags() {
    use IncidentReason::{Absent, Address, Customs, Damaged, Disruption, Refused};
    for (tag, subtag, expected) in [
        ("Pending", "Pending_004", (Status::Unknown, None)),
        (
            "InfoReceived",
            "InfoReceived_001",
            (Status::PreTransit, None),
        ),
        ("InTransit", "InTransit_002", (Status::InTransit, None)),
        ("InTransit", "InTransit_006", (Status::InTransit, None)),
        (
            "OutForDelivery",
            "OutForDelivery_001",
            (Status::OutForDelivery, None),
        ),
        (
            "OutForDelivery",
            "OutForDelivery_003",
            (Status::InTransit, None),
        ),
        (
            "OutForDelivery",
            "OutForDelivery_004",
            (Status::InTransit, None),
        ),
        (
            "AttemptFail",
            "AttemptFail_001",
            (Status::DeliveryAttempted, None),
        ),
        (
            "AttemptFail",
            "AttemptFail_002",
            (Status::DeliveryAttempted, Some(Absent)),
        ),
        (
            "AttemptFail",
            "AttemptFail_003",
            (Status::DeliveryAttempted, Some(Absent)),
        ),
        (
            "AvailableForPickup",
            "AvailableForPickup_001",
            (Status::AvailableForPickup, None),
        ),
        ("Delivered", "Delivered_002", (Status::Delivered, None)),
        ("Delivered", "Delivered_005", (Status::Delivered, None)),
        ("Exception", "Exception_001", (Status::Exception, None)),
        (
            "Exception",
            "Exception_002",
            (Status::Exception, Some(Address)),
        ),
        (
            "Exception",
            "Exception_003",
            (Status::Exception, Some(Refused)),
        ),
        (
            "Exception",
            "Exception_004",
            (Status::Delayed, Some(Customs)),
        ),
        ("Exception", "Exception_005", (Status::Delayed, None)),
        ("Exception", "Exception_006", (Status::Exception, None)),
        (
            "Exception",
            "Exception_007",
            (Status::Exception, Some(Address)),
        ),
        ("Exception", "Exception_008", (Status::Exception, None)),
        ("Exception", "Exception_010", (Status::Returning, None)),
        ("Exception", "Exception_011", (Status::Returned, None)),
        (
            "Exception",
            "Exception_012",
            (Status::Exception, Some(Damaged)),
        ),
        ("Exception", "Exception_013", (Status::Lost, None)),
        ("Exception", "Exception_016", (Status::Delayed, None)),
        (
            "Exception",
            "Exception_017",
            (Status::Delayed, Some(Disruption)),
        ),
        ("Exception", "Exception_018", (Status::Exception, None)),
        (
            "Exception",
            "Exception_019",
            (Status::Delayed, Some(Disruption)),
        ),
        ("Exception", "Exception_020", (Status::Cancelled, None)),
        ("Exception", "Exception_021", (Status::Lost, None)),
        ("Expired", "Expired_001", (Status::Unknown, None)),
        ("Beamed", "Beamed_001", (Status::Unknown, None)),
    ] {
        assert_eq!(meaning(tag, Some(subtag)), expected, "{subtag}");
    }
}

#[test]
fn dw13_without_a_subtag_that_is_known_the_tag_speaks() {
    for (tag, subtag, status) in [
        // It may be ready for pickup as well as in a van.
        ("OutForDelivery", None, Status::InTransit),
        (
            "OutForDelivery",
            Some("OutForDelivery_002"),
            Status::InTransit,
        ),
        (
            "OutForDelivery",
            Some("OutForDelivery_099"),
            Status::InTransit,
        ),
        ("InTransit", Some("InTransit_012"), Status::InTransit),
        ("AvailableForPickup", None, Status::AvailableForPickup),
        ("Delivered", None, Status::Delivered),
        ("Exception", Some("Exception_099"), Status::Exception),
        ("delivered", None, Status::Unknown),
    ] {
        assert_eq!(meaning(tag, subtag), (status, None), "{tag} {subtag:?}");
    }
}

#[test]
fn a_time_without_an_offset_has_no_known_zone() {
    for (time, utc, zone_known) in [
        ("2026-12-21T09:10:00+01:00", "2026-12-21T08:10:00Z", true),
        ("2026-12-21T09:10:00Z", "2026-12-21T09:10:00Z", true),
        ("2026-12-21T09:10:00", "2026-12-21T09:10:00Z", false),
        ("2026-12-21", "2026-12-21T12:00:00Z", false),
    ] {
        let checkpoint = format!(r#"{{"tag":"InTransit","checkpoint_time":"{time}"}}"#);
        let event = read_checkpoint(&checkpoint).unwrap();
        assert_eq!(Some(event.occurred_at), Timestamp::parse_rfc3339(utc));
        assert_eq!(event.zone_known, zone_known, "{time}");
    }
}

#[test]
fn a_checkpoint_without_tag_or_time_is_left_out() {
    for checkpoint in [
        "null",
        "{}",
        r#"{"tag":"Delivered"}"#,
        r#"{"tag":"Delivered","checkpoint_time":"soon"}"#,
        r#"{"tag":null,"checkpoint_time":"2026-12-21T09:10:00"}"#,
        r#"{"subtag":"Delivered_001","checkpoint_time":"2026-12-21T09:10:00"}"#,
    ] {
        assert_eq!(read_checkpoint(checkpoint), None, "{checkpoint}");
    }
}

#[test]
fn a_place_is_a_town_and_its_country_or_what_the_carrier_writes() {
    for (fields, place) in [
        (
            r#""city":"Lyon","country_name":"France","location":"69""#,
            Some("Lyon, France"),
        ),
        (r#""city":"Lyon","country_name":"""#, Some("Lyon")),
        (
            r#""location":"LYON FR","country_name":"France""#,
            Some("LYON FR"),
        ),
        (r#""city":" ","country_name":"France""#, Some("France")),
        (r#""state":"ARA""#, None),
    ] {
        let event = read_checkpoint(&format!(
            r#"{{"tag":"InTransit","checkpoint_time":"2026-12-21",{fields}}}"#
        ));
        assert_eq!(event.unwrap().place.as_deref(), place, "{fields}");
    }
}

#[test]
fn the_last_day_of_the_newest_estimate_counts() {
    for (fields, day) in [
        (
            r#""latest_estimated_delivery":{"type":"range","datetime":"2026-12-22",
               "datetime_min":"2026-12-22","datetime_max":"2026-12-24"},
               "courier_estimated_delivery_date":{"estimated_delivery_date":"2026-12-21"}"#,
            Some("2026-12-24"),
        ),
        (
            r#""latest_estimated_delivery":{"datetime":"2026-12-22T23:30:00+01:00","datetime_max":null}"#,
            Some("2026-12-22"),
        ),
        (
            r#""latest_estimated_delivery":null,
               "courier_estimated_delivery_date":{"estimated_delivery_date":"2026-12-21"}"#,
            Some("2026-12-21"),
        ),
        (
            r#""expected_delivery":"2026-12-23T00:00:00Z""#,
            Some("2026-12-23"),
        ),
        (r#""expected_delivery":"before Christmas""#, None),
        (r#""order_promised_delivery_date":"2026-12-23""#, None),
    ] {
        let update = read_tracking(fields);
        assert_eq!(update.estimated.as_ref().map(Day::as_str), day, "{fields}");
    }
}

#[test]
fn a_link_leads_to_the_parcel() {
    for (carriers, own, url) in [
        (
            "https://a.example/1",
            "https://b.example/1",
            Some("https://a.example/1"),
        ),
        (
            "http://a.example/1",
            "https://b.example/1",
            Some("https://b.example/1"),
        ),
        (NO_PAGE, "https://b.example/1", Some("https://b.example/1")),
        (NO_PAGE, "", None),
        ("javascript:alert(1)", "", None),
    ] {
        let update = read_tracking(&format!(
            r#""courier_tracking_link":"{carriers}","aftership_tracking_url":"{own}""#
        ));
        assert_eq!(update.url.as_deref(), url, "{carriers} {own}");
    }
}

#[test]
fn a_signature_that_was_not_asked_for_proves_nothing() {
    for (signed_by, name) in [
        (r#""M. DUPONT""#, Some("M. DUPONT")),
        (r#""Signature not required""#, None),
        (r#""SIGNATURE RELEASE""#, None),
        (r#"" ""#, None),
        ("null", None),
    ] {
        let proof = read_tracking(&format!(r#""signed_by":{signed_by}"#)).proof;
        let read = proof.as_ref().and_then(|proof| proof.signed_by.as_deref());
        assert_eq!(read, name, "{signed_by}");
        assert_eq!(proof.is_some(), name.is_some(), "{signed_by}");
    }
}

#[test]
fn what_the_tracking_says_besides_is_kept() {
    let update = read_tracking(
        r#""slug":"colissimo","shipment_type":"Colissimo Point Retrait",
           "pickup_location":"Tabac des Halles","delivery_type":"pickup_at_courier""#,
    );
    assert_eq!(update.delivery_id, "evt_1");
    assert_eq!(update.carrier.as_deref(), Some("colissimo"));
    assert_eq!(update.service.as_deref(), Some("Colissimo Point Retrait"));
    assert_eq!(update.pickup_point.unwrap().name, "Tabac des Halles");
    let update = read_tracking(r#""slug":"unrecognized","pickup_location":null"#);
    assert_eq!((update.carrier, update.pickup_point), (None, None));
}

#[test]
fn a_delivery_without_a_name_is_named_by_its_bytes() {
    for id in ["null", r#""""#, "7"] {
        let body =
            format!(r#"{{"event":"edd_revise","event_id":{id},"msg":{{"tracking_number":"A1"}}}}"#);
        let Delivery::Understood(updates) = deliver(&body).unwrap() else {
            panic!("estimates are followed");
        };
        assert_eq!(updates[0].delivery_id.len(), 64, "{id}");
    }
}

#[test]
fn what_is_no_tracking_is_ignored_or_malformed() {
    let pending = r#"{"event":"tracking_pending_time","msg":{"tracking_number":"A1"}}"#;
    for body in [pending, r#"{"event":"return.approved"}"#] {
        assert_eq!(deliver(body), Ok(Delivery::Ignored));
    }
    for body in [
        "{}",
        "[]",
        "not json",
        r#"{"msg":{"tracking_number":"A1"}}"#,
        r#"{"event":"tracking_update","msg":null}"#,
        r#"{"event":"tracking_update","msg":{"tracking_number":" - "}}"#,
    ] {
        assert!(deliver(body).is_err(), "{body}");
    }
}
