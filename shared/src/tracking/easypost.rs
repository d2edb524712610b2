//! `EasyPost`'s `tracker.created` and `tracker.updated` webhooks.
//!
//! - Every delivery carries the tracker's whole history.
//! - A `datetime` is the local time of its place when the place is known and UTC otherwise,
//!   always written with a `Z`. The `Z` of a placed event is therefore no zone: its hour is not
//!   shown, and its instant may be off by the distance of its place from UTC.
//! - `EasyPost` names no pickup point: what the message of an `available_for_pickup` event says
//!   stays a description, shown as the carrier's words.
//! - The tracker's own `status` repeats its newest detail and has no time, so that only the
//!   details count.

use super::{
    IncidentReason, Status, TrackingEvent, TrackingSource, TrackingUpdate, normalize_number,
};
use crate::source::{Delivery, Fields, Malformed, https_url, read_object};
use crate::time::Day;

/// Reads one delivery. Events that are not about a tracker are ignored.
pub fn parse(body: &[u8]) -> Result<Delivery<TrackingUpdate>, Malformed> {
    let object = read_object(body)?;
    let event = Fields::of(&object);
    let kind = event.text("description").ok_or(Malformed {
        problem: "the event has no description",
    })?;
    if !matches!(kind, "tracker.created" | "tracker.updated") {
        return Ok(Delivery::Ignored);
    }
    let delivery_id = event.text("id").ok_or(Malformed {
        problem: "the event has no id",
    })?;
    let tracker = event.object("result");
    let number = tracker
        .text("tracking_code")
        .map(normalize_number)
        .filter(|number| !number.is_empty())
        .ok_or(Malformed {
            problem: "the tracker has no tracking code",
        })?;
    let is_return = tracker.flag("is_return");
    Ok(Delivery::Understood(TrackingUpdate {
        source: TrackingSource::Easypost,
        delivery_id: delivery_id.to_owned(),
        number,
        carrier: tracker.text("carrier").map(str::to_owned),
        estimated: estimated(tracker),
        url: tracker.text("public_url").and_then(https_url),
        pickup_point: None,
        events: tracker
            .objects("tracking_details")
            .filter_map(|detail| tracking_event(detail, is_return))
            .collect(),
    }))
}

/// The day at the destination where it is told, else the day of the instant.
fn estimated(tracker: Fields<'_>) -> Option<Day> {
    let local = tracker
        .object("carrier_detail")
        .text("est_delivery_date_local");
    local
        .and_then(Day::parse)
        .or_else(|| tracker.text("est_delivery_date").and_then(Day::parse))
}

/// An event, or `None` when the detail has no status or no time: without them it tells nothing.
fn tracking_event(detail: Fields<'_>, is_return: bool) -> Option<TrackingEvent> {
    let code = detail.text("status")?;
    let detail_code = detail.text("status_detail");
    let location = detail.object("tracking_location");
    let placed = ["city", "state", "country", "zip"]
        .iter()
        .any(|n| location.text(n).is_some());
    let (status, reason) = meaning(code, detail_code, is_return);
    Some(TrackingEvent {
        status,
        raw_code: detail_code.map_or_else(|| code.to_owned(), |d| format!("{code}/{d}")),
        reason,
        description: detail
            .text("message")
            .or_else(|| detail.text("description"))
            .unwrap_or_default()
            .to_owned(),
        place: place(location),
        occurred_at: detail.instant("datetime")?,
        zone_known: !placed,
    })
}

fn place(location: Fields<'_>) -> Option<String> {
    let parts: Vec<&str> = ["city", "country"]
        .into_iter()
        .filter_map(|name| location.text(name))
        .collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

/// What `EasyPost`'s statuses mean. `error` says that the tracking failed, not the delivery.
const STATUSES: [(&str, Status); 10] = [
    ("unknown", Status::Unknown),
    ("pre_transit", Status::PreTransit),
    ("in_transit", Status::InTransit),
    ("out_for_delivery", Status::OutForDelivery),
    ("available_for_pickup", Status::AvailableForPickup),
    ("delivered", Status::Delivered),
    ("return_to_sender", Status::Returning),
    ("failure", Status::Exception),
    ("cancelled", Status::Cancelled),
    ("error", Status::Unknown),
];

/// What a detail adds to a parcel on its way. Details whose meaning no document of `EasyPost`
/// confirms (`lost`, `refused`, `weather_delay`) are not here: the status is told without them.
const DETAILS: [(&str, Status, Option<IncidentReason>); 5] = [
    ("delayed", Status::Delayed, None),
    (
        "address_correction",
        Status::Exception,
        Some(IncidentReason::Address),
    ),
    ("damaged", Status::Exception, Some(IncidentReason::Damaged)),
    ("held", Status::Exception, None),
    ("awaiting_information", Status::Exception, None),
];

fn meaning(
    code: &str,
    detail_code: Option<&str>,
    is_return: bool,
) -> (Status, Option<IncidentReason>) {
    let status = STATUSES
        .iter()
        .find_map(|&(known, status)| (known == code).then_some(status))
        .unwrap_or(Status::Unknown);
    if status == Status::Delivered && is_return {
        return (Status::Returned, None);
    }
    let on_its_way = matches!(
        status,
        Status::PreTransit | Status::InTransit | Status::OutForDelivery | Status::Exception
    );
    DETAILS
        .iter()
        .find(|(known, ..)| on_its_way && Some(*known) == detail_code)
        .map_or((status, None), |&(_, status, reason)| (status, reason))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(tracker: &str) -> TrackingUpdate {
        let body =
            format!(r#"{{"id":"evt_1","description":"tracker.updated","result":{tracker}}}"#);
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
            crate::time::Timestamp::parse_rfc3339("2026-12-21T06:10:00Z")
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
}
