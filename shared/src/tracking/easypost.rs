//! `EasyPost`'s `tracker.created` and `tracker.updated` webhooks.
//!
//! - Every delivery carries the tracker's whole history.
//! - A `datetime` is the local time of its place when the place is known and UTC otherwise,
//!   always written with a `Z`. The `Z` of a placed event is therefore no zone: its hour is not
//!   shown, and its instant may be off by the distance of its place from UTC.
//! - `EasyPost` names no pickup point: what the message of an `available_for_pickup` event says
//!   stays a description, shown as the carrier's words.
//! - A failed attempt at delivery has no status of its own. The details tell it as a bare
//!   `failure`, and the carrier's detail tells when the first attempt was; see
//!   `failed_attempt` for how the two make one event.
//! - The tracker's own `status` repeats its newest detail and has no time, so that only the
//!   details count.

use super::{IncidentReason, Status, TrackingEvent, TrackingSource, TrackingUpdate, reading};
use crate::source::{Delivery, Fields, Malformed, https_url, read_object};
use crate::time::{Day, Timestamp};

/// A parcel that is handed over at most this long after the first attempt was handed over by it.
/// It is half a day because the two may be written in different time zones, and because the next
/// round is a night away.
const SAME_ROUND_MILLIS: i64 = 12 * 60 * 60 * 1000;

/// What `EasyPost` says of a scan when a driver could not hand the parcel over, among others.
const DELIVERY_EXCEPTION: &str = "failure/delivery_exception";

/// Reads one delivery. Events that are not about a tracker are ignored.
pub fn parse(body: &[u8]) -> Result<Delivery<TrackingUpdate>, Malformed> {
    let object = read_object(body)?;
    let event = Fields::of(&object);
    let kind = event.text("description").ok_or(Malformed::NoType)?;
    if !matches!(kind, "tracker.created" | "tracker.updated") {
        return Ok(Delivery::Ignored);
    }
    let delivery_id = event.text("id").ok_or(Malformed::NoDeliveryId)?;
    let tracker = event.object("result");
    Ok(Delivery::Understood(TrackingUpdate {
        delivery_id: delivery_id.to_owned(),
        number: reading::number(tracker, "tracking_code")?,
        carrier: tracker.text("carrier").map(str::to_owned),
        estimated: estimated(tracker),
        url: tracker.text("public_url").and_then(https_url),
        events: events(tracker),
        ..TrackingUpdate::default()
    }))
}

fn events(tracker: Fields<'_>) -> Vec<TrackingEvent> {
    let is_return = tracker.flag("is_return");
    let mut events: Vec<TrackingEvent> = tracker
        .objects("tracking_details")
        .filter_map(|detail| tracking_event(detail, is_return))
        .collect();
    let first_attempt = tracker
        .object("carrier_detail")
        .instant("initial_delivery_attempt")
        // On the way back the door is the sender's.
        .filter(|_| !is_return);
    if let Some(attempt) = first_attempt.and_then(|at| failed_attempt(at, &events)) {
        events.retain(|event| !is_scan_of_attempt(event, attempt.occurred_at));
        // Ahead of what the carrier decided at the same moment, such as to send it back.
        events.insert(0, attempt);
    }
    events
}

/// The first attempt at delivery as an event, if it failed.
///
/// A tracker names the time of the first attempt whether or not it succeeded. It succeeded when
/// the parcel was delivered by then or within half a day, and it was no visit at the door when
/// the parcel waited at a pickup point by then. Otherwise somebody came in vain. The scan that
/// `EasyPost` calls a delivery exception at that very moment is the attempt itself: the event
/// takes its words and its place, so that the history has one line for it.
fn failed_attempt(at: Timestamp, events: &[TrackingEvent]) -> Option<TrackingEvent> {
    let explained = events.iter().any(|event| {
        let after = event.occurred_at.millis_since(at);
        match event.status {
            Status::Delivered => after <= SAME_ROUND_MILLIS,
            Status::AvailableForPickup => after <= 0,
            _ => false,
        }
    });
    if explained {
        return None;
    }
    let scan = events.iter().find(|event| is_scan_of_attempt(event, at));
    Some(TrackingEvent {
        source: TrackingSource::Easypost,
        status: Status::DeliveryAttempted,
        raw_code: "carrier_detail/initial_delivery_attempt".to_owned(),
        reason: None,
        description: scan.map_or_else(String::new, |scan| scan.description.clone()),
        place: scan.and_then(|scan| scan.place.clone()),
        occurred_at: at,
        zone_known: false,
    })
}

fn is_scan_of_attempt(event: &TrackingEvent, at: Timestamp) -> bool {
    event.occurred_at == at && event.raw_code == DELIVERY_EXCEPTION
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
        source: TrackingSource::Easypost,
        status,
        raw_code: reading::raw_code(code, detail_code),
        reason,
        description: reading::first_text(detail, &["message", "description"])
            .unwrap_or_default()
            .to_owned(),
        place: reading::place(location, &["city", "country"]),
        occurred_at: detail.instant("datetime")?,
        zone_known: !placed,
    })
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
mod tests;
