//! 17TRACK's parcels as tables: what is read, what is left out, what can't be read.

use super::*;

fn deliver(body: &str) -> Result<Delivery<Vec<TrackingUpdate>>, Malformed> {
    read(&Envelope {
        header: &|_| None,
        body: body.as_bytes(),
        received_at: Timestamp(0),
    })
}

fn updates(data: &str) -> Vec<TrackingUpdate> {
    match deliver(&format!(r#"{{"event":"TRACKING_UPDATED","data":{data}}}"#)).unwrap() {
        Delivery::Understood(updates) => updates,
        Delivery::Ignored => panic!("parcels are followed"),
    }
}

/// Reads a parcel with this information.
fn read_info(info: &str) -> TrackingUpdate {
    let data = format!(r#"{{"number":"A1","track_info":{{{info}}}}}"#);
    updates(&data).into_iter().next().unwrap()
}

/// Reads a parcel with these events of one carrier, newest first.
fn read_events(events: &str) -> Vec<TrackingEvent> {
    read_info(&format!(
        r#""tracking":{{"providers":[{{"events":[{events}]}}]}}"#
    ))
    .events
}

#[test]
fn codes_have_the_meaning_of_the_tables() {
    use IncidentReason::{Absent, Address, Customs, Damaged, Refused};
    for (code, expected) in [
        ("NotFound", (Status::Unknown, None)),
        ("NotFound_InvalidCode", (Status::Unknown, None)),
        ("InfoReceived", (Status::PreTransit, None)),
        ("InTransit_PickedUp", (Status::InTransit, None)),
        ("InTransit_CustomsProcessing", (Status::InTransit, None)),
        ("InTransit_CustomsReleased", (Status::InTransit, None)),
        (
            "InTransit_CustomsRequiringInformation",
            (Status::Exception, Some(Customs)),
        ),
        ("Expired_Other", (Status::Delayed, None)),
        (
            "AvailableForPickup_Other",
            (Status::AvailableForPickup, None),
        ),
        ("OutForDelivery_Other", (Status::OutForDelivery, None)),
        ("DeliveryFailure_Other", (Status::DeliveryAttempted, None)),
        (
            "DeliveryFailure_NoBody",
            (Status::DeliveryAttempted, Some(Absent)),
        ),
        ("DeliveryFailure_Security", (Status::Exception, None)),
        (
            "DeliveryFailure_Rejected",
            (Status::Exception, Some(Refused)),
        ),
        (
            "DeliveryFailure_InvalidAddress",
            (Status::Exception, Some(Address)),
        ),
        ("Delivered_Other", (Status::Delivered, None)),
        ("Exception_Other", (Status::Exception, None)),
        ("Exception_Returning", (Status::Returning, None)),
        ("Exception_Returned", (Status::Returned, None)),
        ("Exception_NoBody", (Status::Exception, None)),
        ("Exception_Security", (Status::Exception, None)),
        ("Exception_Damage", (Status::Exception, Some(Damaged))),
        ("Exception_Rejected", (Status::Exception, Some(Refused))),
        ("Exception_Delayed", (Status::Delayed, None)),
        ("Exception_Lost", (Status::Lost, None)),
        ("Exception_Destroyed", (Status::Lost, None)),
        ("Exception_Cancel", (Status::Cancelled, None)),
        // Stages.
        ("PickedUp", (Status::InTransit, None)),
        ("Departure", (Status::InTransit, None)),
        ("Arrival", (Status::InTransit, None)),
        ("Returning", (Status::Returning, None)),
        ("Returned", (Status::Returned, None)),
        // Not in the table: the main status speaks.
        ("InTransit_TransportArrived", (Status::InTransit, None)),
        ("Exception_Eaten", (Status::Exception, None)),
        ("Beamed_Up", (Status::Unknown, None)),
        ("delivered_other", (Status::Unknown, None)),
        ("_", (Status::Unknown, None)),
    ] {
        assert_eq!(meaning(code), expected, "{code}");
    }
}

#[test]
fn the_sub_status_says_more_than_the_stage() {
    for (codes, raw_code) in [
        (
            r#""stage":"Arrival","sub_status":"InTransit_Arrival""#,
            Some("InTransit_Arrival"),
        ),
        (r#""stage":"Arrival","sub_status":null"#, Some("Arrival")),
        (
            r#""stage":null,"sub_status":"InTransit_Other""#,
            Some("InTransit_Other"),
        ),
        (r#""stage":null,"sub_status":null"#, None),
    ] {
        let events = read_events(&format!(r#"{{"time_iso":"2026-12-21T06:10:00Z",{codes}}}"#));
        let read = events.first().map(|event| event.raw_code.as_str());
        assert_eq!(read, raw_code, "{codes}");
    }
}

#[test]
fn the_latest_status_speaks_for_the_newest_event_alone() {
    let told = |codes: &str| {
        let update = read_info(&format!(
            r#""latest_status":{{"status":"Exception","sub_status":"Exception_Delayed"}},
               "latest_event":{{"time_iso":"2026-12-21T09:00:00Z","description":"b"{codes}}},
               "tracking":{{"providers":[{{"events":[
                 {{"time_iso":"2026-12-21T09:00:00Z","description":"b"{codes}}},
                 {{"time_iso":"2026-12-20T09:00:00Z","description":"a"}}]}}]}}"#
        ));
        update
            .events
            .into_iter()
            .map(|event| event.raw_code)
            .collect::<Vec<_>>()
    };
    assert_eq!(told(""), ["Exception_Delayed"]);
    assert_eq!(
        told(r#","sub_status":"InTransit_Other""#),
        ["InTransit_Other"]
    );
}

#[test]
fn of_two_events_at_one_instant_the_later_one_comes_last() {
    let events = read_events(
        r#"{"time_iso":"2026-12-21T09:00:00Z","sub_status":"OutForDelivery_Other"},
           {"time_iso":"2026-12-21T09:00:00Z","sub_status":"InTransit_Arrival"}"#,
    );
    assert_eq!(super::super::fold(&events).status, Status::OutForDelivery);
}

#[test]
fn all_carriers_of_a_parcel_are_heard() {
    let update = read_info(
        r#""tracking":{"providers":[
             {"provider":{"name":"China Post"},"service_type":"ePacket",
              "events":[{"time_iso":"2026-12-11T09:00:00+08:00","stage":"PickedUp"}]},
             {"provider":{"name":"Colissimo"},
              "events":[{"time_iso":"2026-12-21T09:00:00+01:00","stage":"Arrival"}]}]}"#,
    );
    assert_eq!(update.events.len(), 2);
    assert_eq!(update.carrier.as_deref(), Some("China Post"));
    assert_eq!(update.service.as_deref(), Some("ePacket"));
}

#[test]
fn a_time_is_read_with_what_is_known_of_its_zone() {
    for (fields, utc, zone_known) in [
        (
            r#""time_iso":"2026-12-21T09:10:00+01:00","time_utc":"2026-12-21T08:10:00Z""#,
            "2026-12-21T08:10:00Z",
            true,
        ),
        (
            r#""time_iso":"2026-12-21T09:10:00""#,
            "2026-12-21T09:10:00Z",
            false,
        ),
        (
            r#""time_iso":null,"time_utc":"2026-12-21T08:10:00Z""#,
            "2026-12-21T08:10:00Z",
            true,
        ),
        (
            r#""time_raw":{"date":"2026-12-21","time":"09:10:00","timezone":"+01:00"}"#,
            "2026-12-21T08:10:00Z",
            true,
        ),
        (
            r#""time_raw":{"date":"2026-12-21","time":"09:10:00","timezone":null}"#,
            "2026-12-21T09:10:00Z",
            false,
        ),
        (
            r#""time_raw":{"date":"2026-12-21","time":null,"timezone":"+01:00"}"#,
            "2026-12-21T12:00:00Z",
            false,
        ),
    ] {
        let events = read_events(&format!(r#"{{"stage":"Arrival",{fields}}}"#));
        assert_eq!(
            Some(events[0].occurred_at),
            Timestamp::parse_rfc3339(utc),
            "{fields}"
        );
        assert_eq!(events[0].zone_known, zone_known, "{fields}");
    }
    for fields in [
        r#""time_iso":"soon""#,
        r#""time_raw":{"time":"09:10:00"}"#,
        r#""a":1"#,
    ] {
        assert!(read_events(&format!(r#"{{"stage":"Arrival",{fields}}}"#)).is_empty());
    }
}

#[test]
fn the_last_day_of_an_estimate_counts() {
    for (range, day) in [
        (
            r#"{"source":"Official","from":"2026-12-22T00:00:00+01:00","to":"2026-12-24T00:00:00+01:00"}"#,
            Some("2026-12-24"),
        ),
        (r#"{"from":"2026-12-22","to":null}"#, Some("2026-12-22")),
        (r#"{"from":null,"to":null}"#, None),
        ("null", None),
    ] {
        let update = read_info(&format!(
            r#""time_metrics":{{"estimated_delivery_date":{range}}}"#
        ));
        assert_eq!(update.estimated.as_ref().map(Day::as_str), day, "{range}");
    }
}

#[test]
fn a_delivery_is_named_by_what_was_read_of_it() {
    let name = |synced: &str, stage: &str, day: &str| {
        read_info(&format!(
            r#""time_metrics":{{"estimated_delivery_date":{{"to":"{day}"}}}},
               "tracking":{{"providers":[{{"latest_sync_time":"{synced}",
                 "events":[{{"time_iso":"2026-12-21T09:00:00Z","stage":"{stage}"}}]}}]}}"#
        ))
        .delivery_id
    };
    let first = name("2026-12-21T10:00:00Z", "Arrival", "2026-12-22");
    assert_eq!(name("2026-12-21T12:00:00Z", "Arrival", "2026-12-22"), first);
    assert_ne!(
        name("2026-12-21T10:00:00Z", "Delivered", "2026-12-22"),
        first
    );
    assert_ne!(name("2026-12-21T10:00:00Z", "Arrival", "2026-12-23"), first);
}

#[test]
fn one_delivery_may_speak_of_several_parcels() {
    let numbers = |data: &str| {
        updates(data)
            .into_iter()
            .map(|update| update.number)
            .collect::<Vec<_>>()
    };
    assert_eq!(numbers(r#"{"number":"a-1"}"#), ["A1"]);
    assert_eq!(
        numbers(r#"[{"number":"A1"},{"number":"B2"}]"#),
        ["A1", "B2"]
    );
    assert_eq!(numbers(r#"[{"number":null},7,{"number":"B2"}]"#), ["B2"]);
}

#[test]
fn what_is_no_parcel_is_ignored_or_malformed() {
    let stopped = r#"{"event":"TRACKING_STOPPED","data":{"number":"A1"}}"#;
    assert_eq!(deliver(stopped), Ok(Delivery::Ignored));
    let parcels = vec![r#"{"number":"A1"}"#; 201].join(",");
    let many = format!(r#"{{"event":"TRACKING_UPDATED","data":[{parcels}]}}"#);
    for body in [
        "{}",
        "not json",
        r#"{"data":{"number":"A1"}}"#,
        r#"{"event":"TRACKING_UPDATED"}"#,
        r#"{"event":"TRACKING_UPDATED","data":[]}"#,
        r#"{"event":"TRACKING_UPDATED","data":[{"number":" "}]}"#,
        &many,
    ] {
        assert!(deliver(body).is_err(), "{}", body.len());
    }
}
