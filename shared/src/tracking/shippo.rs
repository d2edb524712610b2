//! Shippo's `track_updated` webhooks.
//!
//! - Every delivery carries the whole history. The newest status is told once more beside it, and
//!   counts where the history doesn't have it.
//! - A delivery has no name: the hash of its body is its name.
//! - Times are written with a `Z` and are the carrier's local ones all the same: recorded parcels
//!   were out for delivery at 02:29 by their `Z`. No hour is shown.
//! - A substatus counts only under the status that it belongs to; where the two contradict each
//!   other, the status is right.
//! - `RETURNED` covers the way back and its end. It is read as the way back.
//! - The other way to secure the webhook, a token in its address, is not offered: it is no
//!   signature, and addresses end up in logs.

use super::vocabulary::{Entry, Meaning, look_up};
use super::{IncidentReason, Status, TrackingEvent, TrackingSource, TrackingUpdate, reading};
use crate::hooks::Envelope;
use crate::signature;
use crate::source::{Delivery, Fields, Malformed, read_object};
use crate::time::{Day, Timestamp};

/// Whether `Shippo-Auth-Signature` holds under the secret that Shippo gave, and is of now.
pub fn verify(secret: &str, envelope: &Envelope<'_>) -> bool {
    let header = envelope.header("shippo-auth-signature");
    signature::verify_shippo(secret, envelope.body, &header, envelope.received_at)
}

/// Reads one delivery. Events that are not about a track are ignored.
pub fn read(envelope: &Envelope<'_>) -> Result<Delivery<Vec<TrackingUpdate>>, Malformed> {
    let object = read_object(envelope.body)?;
    let delivery = Fields::of(&object);
    let kind = delivery.text("event").ok_or(Malformed::NoType)?;
    if kind != "track_updated" {
        return Ok(Delivery::Ignored);
    }
    let track = delivery.object("data");
    Ok(Delivery::Understood(vec![TrackingUpdate {
        delivery_id: envelope.body_hash(),
        number: reading::number(track, "tracking_number")?,
        carrier: track.text("carrier").map(str::to_owned),
        service: track.object("servicelevel").text("name").map(str::to_owned),
        estimated: track.text("eta").and_then(Day::parse),
        events: events(track),
        ..TrackingUpdate::default()
    }]))
}

fn events(track: Fields<'_>) -> Vec<TrackingEvent> {
    let mut events: Vec<TrackingEvent> = track
        .objects("tracking_history")
        .filter_map(tracking_event)
        .collect();
    let newest = tracking_event(track.object("tracking_status"));
    events.extend(newest.filter(|newest| {
        !events.iter().any(|event| {
            event.occurred_at == newest.occurred_at && event.raw_code == newest.raw_code
        })
    }));
    events
}

/// An event, or `None` when there is no status or no time: without them it tells nothing.
fn tracking_event(told: Fields<'_>) -> Option<TrackingEvent> {
    let code = told.text("status")?;
    let substatus = told.object("substatus");
    let raw_code = reading::raw_code(code, substatus.text("code"));
    let (occurred_at, _) = Timestamp::parse_loose(told.text("status_date")?)?;
    let (status, reason) = meaning(code, &raw_code);
    Some(TrackingEvent {
        source: TrackingSource::Shippo,
        status,
        raw_code,
        reason,
        description: told
            .text("status_details")
            .or_else(|| substatus.text("text"))
            .unwrap_or_default()
            .to_owned(),
        place: reading::place(told.object("location"), &["city", "country"]),
        occurred_at,
        zone_known: false,
    })
}

fn meaning(code: &str, raw_code: &str) -> Meaning {
    look_up(&SUBSTATUSES, raw_code)
        .or_else(|| look_up(&STATUSES, code))
        .unwrap_or((Status::Unknown, None))
}

/// What a status means by itself.
const STATUSES: [Entry; 6] = [
    Entry::new("UNKNOWN", Status::Unknown),
    Entry::new("PRE_TRANSIT", Status::PreTransit),
    Entry::new("TRANSIT", Status::InTransit),
    Entry::new("DELIVERED", Status::Delivered),
    Entry::new("RETURNED", Status::Returning),
    Entry::new("FAILURE", Status::Exception),
];

/// What substatuses say beyond their status, by Shippo's table of event definitions. The others
/// repeat it.
const SUBSTATUSES: [Entry; 15] = [
    Entry::new("TRANSIT/out_for_delivery", Status::OutForDelivery),
    Entry::new("TRANSIT/pickup_available", Status::AvailableForPickup),
    Entry::new("TRANSIT/delivery_attempted", Status::DeliveryAttempted),
    Entry::new("TRANSIT/notice_left", Status::DeliveryAttempted),
    Entry::new("TRANSIT/delayed", Status::Delayed),
    Entry::because(
        "TRANSIT/address_issue",
        Status::Exception,
        IncidentReason::Address,
    ),
    Entry::because(
        "TRANSIT/package_damaged",
        Status::Exception,
        IncidentReason::Damaged,
    ),
    // Somebody has to speak with the carrier.
    Entry::new("TRANSIT/contact_carrier", Status::Exception),
    Entry::new("TRANSIT/location_inaccessible", Status::Exception),
    Entry::new("TRANSIT/package_held", Status::Exception),
    Entry::new("TRANSIT/reschedule_delivery", Status::Exception),
    // It may still be claimed, and the way back is sticky.
    Entry::new("RETURNED/package_unclaimed", Status::Exception),
    Entry::new("FAILURE/package_undeliverable", Status::Exception),
    Entry::new("FAILURE/package_lost", Status::Lost),
    // Destroyed: like a lost one it won't come.
    Entry::new("FAILURE/package_disposed", Status::Lost),
];

#[cfg(test)]
mod tests;
