//! 17TRACK's `TRACKING_UPDATED` webhooks.
//!
//! - A delivery speaks of one parcel or of a list of them, each with its whole history, newest
//!   event first, by carrier where several have had it.
//! - An event has a sub-status, which says more than its stage. Where the newest event has neither,
//!   the parcel's latest status speaks for it; an older one with neither is left out, since it was
//!   read when it was the newest.
//! - Sub-statuses are added over time. One that is not in the table is read as the main status
//!   before its underscore.
//! - An event's time has an offset where 17TRACK knows it, and none otherwise.
//! - A delivery has no name. The hash of all that was read of a parcel is the name: what 17TRACK
//!   sends again, with another time of its own look-up, is the same delivery, and an estimate that
//!   moved without an event is another.
//! - `TRACKING_STOPPED` says that 17TRACK looks no more, not where the parcel is.

use sha2::{Digest, Sha256};

use super::vocabulary::{Entry, Meaning, look_up};
use super::{IncidentReason, Status, TrackingEvent, TrackingSource, TrackingUpdate, reading};
use crate::hooks::Envelope;
use crate::signature;
use crate::source::{Delivery, Fields, Malformed, read_object};
use crate::time::{Day, Timestamp};

/// The parcels that one delivery may speak of. 17TRACK takes forty numbers at a time.
const MAX_PARCELS: usize = 200;

/// Where an event has its code, the more telling one first.
const OWN_CODES: [&str; 2] = ["sub_status", "stage"];

/// Whether `sign` holds under the API key.
pub fn verify(key: &str, envelope: &Envelope<'_>) -> bool {
    signature::verify_seventeentrack(key, envelope.body, &envelope.header("sign"))
}

/// Reads one delivery. Parcels without a number are left out, unless none has one.
pub fn read(envelope: &Envelope<'_>) -> Result<Delivery<Vec<TrackingUpdate>>, Malformed> {
    let object = read_object(envelope.body)?;
    let delivery = Fields::of(&object);
    let kind = delivery.text("event").ok_or(Malformed::NoType)?;
    if kind != "TRACKING_UPDATED" {
        return Ok(Delivery::Ignored);
    }
    if delivery.one_or_more("data").count() > MAX_PARCELS {
        return Err(Malformed::ParcelCount);
    }
    let updates: Vec<TrackingUpdate> = delivery.one_or_more("data").filter_map(update).collect();
    if updates.is_empty() {
        return Err(Malformed::NoTrackingNumber);
    }
    Ok(Delivery::Understood(updates))
}

fn update(parcel: Fields<'_>) -> Option<TrackingUpdate> {
    let info = parcel.object("track_info");
    let carrier = info.object("tracking").objects("providers").next();
    let service = info
        .object("misc_info")
        .text("service_type")
        .or_else(|| carrier?.text("service_type"));
    let unnamed = TrackingUpdate {
        number: reading::number(parcel, "number").ok()?,
        carrier: carrier
            .and_then(|carrier| carrier.object("provider").text("name"))
            .map(str::to_owned),
        service: service.map(str::to_owned),
        estimated: estimated(info),
        events: events(info),
        ..TrackingUpdate::default()
    };
    Some(TrackingUpdate {
        delivery_id: hash(&unnamed),
        ..unnamed
    })
}

/// The hexadecimal SHA-256 of what was read. Plain data always serializes.
fn hash(update: &TrackingUpdate) -> String {
    hex::encode(Sha256::digest(
        serde_json::to_vec(update).unwrap_or_default(),
    ))
}

/// The last day of the range, which is the one to count on.
fn estimated(info: Fields<'_>) -> Option<Day> {
    let range = info
        .object("time_metrics")
        .object("estimated_delivery_date");
    reading::first_text(range, &["to", "from"]).and_then(Day::parse)
}

/// The events in the order in which they came about, so that of two at one instant the later one
/// counts.
fn events(info: Fields<'_>) -> Vec<TrackingEvent> {
    let newest = newest(info);
    let mut events: Vec<TrackingEvent> = info
        .object("tracking")
        .objects("providers")
        .flat_map(|carrier| carrier.objects("events"))
        .filter_map(|event| tracking_event(event, reading::first_text(event, &OWN_CODES)?))
        .filter(|event| {
            newest.as_ref().is_none_or(|newest| {
                event.occurred_at != newest.occurred_at || event.description != newest.description
            })
        })
        .collect();
    events.reverse();
    events.extend(newest);
    events
}

fn newest(info: Fields<'_>) -> Option<TrackingEvent> {
    let event = info.object("latest_event");
    let code = reading::first_text(event, &OWN_CODES)
        .or_else(|| reading::first_text(info.object("latest_status"), &["sub_status", "status"]))?;
    tracking_event(event, code)
}

/// An event, or `None` when it has no time.
fn tracking_event(event: Fields<'_>, code: &str) -> Option<TrackingEvent> {
    let (occurred_at, zone_known) = time(event)?;
    let (status, reason) = meaning(code);
    Some(TrackingEvent {
        source: TrackingSource::Seventeentrack,
        status,
        raw_code: code.to_owned(),
        reason,
        description: event.text("description").unwrap_or_default().to_owned(),
        place: event
            .text("location")
            .map(str::to_owned)
            .or_else(|| reading::place(event.object("address"), &["city", "country"])),
        occurred_at,
        zone_known,
    })
}

/// The time with its offset, else in UTC, else as the carrier wrote it.
fn time(event: Fields<'_>) -> Option<(Timestamp, bool)> {
    let written = event.object("time_raw");
    reading::first_text(event, &["time_iso", "time_utc"])
        .and_then(Timestamp::parse_loose)
        .or_else(|| {
            let date = written.text("date")?;
            let Some(time) = written.text("time") else {
                return Timestamp::parse_loose(date);
            };
            let zone = written.text("timezone").unwrap_or_default();
            Timestamp::parse_loose(&format!("{date} {time}{zone}"))
        })
}

fn meaning(code: &str) -> Meaning {
    let main = code.split_once('_').map_or(code, |(main, _)| main);
    look_up(&SUB_STATUSES, code)
        .or_else(|| look_up(&STATUSES, main))
        .unwrap_or((Status::Unknown, None))
}

/// What a main status or a stage means by itself. `Expired` says that the parcel has been on its
/// way for too long.
const STATUSES: [Entry; 14] = [
    Entry::new("NotFound", Status::Unknown),
    Entry::new("InfoReceived", Status::PreTransit),
    Entry::new("InTransit", Status::InTransit),
    Entry::new("PickedUp", Status::InTransit),
    Entry::new("Departure", Status::InTransit),
    Entry::new("Arrival", Status::InTransit),
    Entry::new("Expired", Status::Delayed),
    Entry::new("AvailableForPickup", Status::AvailableForPickup),
    Entry::new("OutForDelivery", Status::OutForDelivery),
    Entry::new("DeliveryFailure", Status::DeliveryAttempted),
    Entry::new("Delivered", Status::Delivered),
    Entry::new("Exception", Status::Exception),
    Entry::new("Returning", Status::Returning),
    Entry::new("Returned", Status::Returned),
];

/// What sub-statuses say beyond their main status. The others repeat it: `Exception_NoBody`, too,
/// which is about data of the recipient and not about a door that stayed shut.
const SUB_STATUSES: [Entry; 13] = [
    Entry::because(
        "InTransit_CustomsRequiringInformation",
        Status::Exception,
        IncidentReason::Customs,
    ),
    Entry::because(
        "DeliveryFailure_NoBody",
        Status::DeliveryAttempted,
        IncidentReason::Absent,
    ),
    // Security, customs or a fee.
    Entry::new("DeliveryFailure_Security", Status::Exception),
    Entry::because(
        "DeliveryFailure_Rejected",
        Status::Exception,
        IncidentReason::Refused,
    ),
    Entry::because(
        "DeliveryFailure_InvalidAddress",
        Status::Exception,
        IncidentReason::Address,
    ),
    Entry::new("Exception_Returning", Status::Returning),
    Entry::new("Exception_Returned", Status::Returned),
    Entry::because(
        "Exception_Damage",
        Status::Exception,
        IncidentReason::Damaged,
    ),
    Entry::because(
        "Exception_Rejected",
        Status::Exception,
        IncidentReason::Refused,
    ),
    Entry::new("Exception_Delayed", Status::Delayed),
    Entry::new("Exception_Lost", Status::Lost),
    // Destroyed: like a lost one it won't come.
    Entry::new("Exception_Destroyed", Status::Lost),
    Entry::new("Exception_Cancel", Status::Cancelled),
];

#[cfg(test)]
mod tests;
