//! `AfterShip`'s tracking webhooks.
//!
//! - Every delivery carries the tracking with all its checkpoints.
//! - A subtag says more than its tag, and wins. The tag `OutForDelivery` by itself may as well mean
//!   that the parcel is ready to be picked up: without a subtag that we know it only says that the
//!   parcel is on its way.
//! - A checkpoint's time has its offset where the carrier gives one, and none otherwise.
//! - An estimate may be a range, of which the last day is the one to count on.

use super::vocabulary::{Entry, Meaning, look_up};
use super::{
    DeliveryProof, IncidentReason, PickupPoint, Status, TrackingEvent, TrackingSource,
    TrackingUpdate, reading,
};
use crate::hooks::Envelope;
use crate::signature;
use crate::source::{Delivery, Fields, Malformed, https_url, read_object};
use crate::time::{Day, Timestamp};

/// Where `AfterShip` sends those whose carrier's page it doesn't know: a list of carriers.
const NO_PAGE: &str = "https://www.aftership.com/couriers";

/// Whether `aftership-hmac-sha256` holds under the webhook secret.
pub fn verify(secret: &str, envelope: &Envelope<'_>) -> bool {
    let header = envelope.header("aftership-hmac-sha256");
    signature::verify_base64(secret, envelope.body, &header)
}

/// Reads one delivery: `tracking_update` and `edd_revise`. That a tracking has been waiting for its
/// first scan (`tracking_pending_time`) is no news of the parcel.
pub fn read(envelope: &Envelope<'_>) -> Result<Delivery<Vec<TrackingUpdate>>, Malformed> {
    let object = read_object(envelope.body)?;
    let event = Fields::of(&object);
    let kind = event.text("event").ok_or(Malformed::NoType)?;
    if !matches!(kind, "tracking_update" | "edd_revise") {
        return Ok(Delivery::Ignored);
    }
    let tracking = event.object("msg");
    Ok(Delivery::Understood(vec![TrackingUpdate {
        delivery_id: event
            .text("event_id")
            .map_or_else(|| envelope.body_hash(), str::to_owned),
        number: reading::number(tracking, "tracking_number")?,
        carrier: tracking
            .text("slug")
            .filter(|slug| *slug != "unrecognized")
            .map(str::to_owned),
        service: tracking.text("shipment_type").map(str::to_owned),
        estimated: estimated(tracking),
        url: url(tracking),
        pickup_point: pickup_point(tracking),
        proof: proof(tracking),
        events: tracking
            .objects("checkpoints")
            .filter_map(tracking_event)
            .collect(),
    }]))
}

/// The newest estimate of the carrier, of `AfterShip` or of the shop. All are written in the time
/// zone of the recipient.
fn estimated(tracking: Fields<'_>) -> Option<Day> {
    let latest = tracking.object("latest_estimated_delivery");
    let carriers = tracking.object("courier_estimated_delivery_date");
    [
        latest.text("datetime_max"),
        latest.text("datetime"),
        carriers.text("estimated_delivery_date_max"),
        carriers.text("estimated_delivery_date"),
        tracking.text("expected_delivery"),
    ]
    .into_iter()
    .flatten()
    .find_map(Day::parse)
}

fn url(tracking: Fields<'_>) -> Option<String> {
    ["courier_tracking_link", "aftership_tracking_url"]
        .iter()
        .filter_map(|name| tracking.text(name).and_then(https_url))
        .find(|url| !url.starts_with(NO_PAGE))
}

fn pickup_point(tracking: Fields<'_>) -> Option<PickupPoint> {
    Some(PickupPoint {
        name: tracking.text("pickup_location")?.to_owned(),
        ..PickupPoint::default()
    })
}

/// Who signed. Some carriers write that no signature was asked for in place of a name.
fn proof(tracking: Fields<'_>) -> Option<DeliveryProof> {
    let signed_by = tracking
        .text("signed_by")
        .filter(|name| !name.to_lowercase().contains("signature"))?;
    Some(DeliveryProof {
        signed_by: Some(signed_by.to_owned()),
        url: None,
    })
}

/// An event, or `None` when the checkpoint has no tag or no time: without them it tells nothing.
fn tracking_event(checkpoint: Fields<'_>) -> Option<TrackingEvent> {
    let tag = checkpoint.text("tag")?;
    let subtag = checkpoint.text("subtag");
    let time = checkpoint.text("checkpoint_time")?;
    let (occurred_at, zone_known) = Timestamp::parse_loose(time)?;
    let (status, reason) = meaning(tag, subtag);
    Some(TrackingEvent {
        source: TrackingSource::Aftership,
        status,
        raw_code: reading::raw_code(tag, subtag),
        reason,
        description: reading::first_text(checkpoint, &["message", "subtag_message"])
            .unwrap_or_default()
            .to_owned(),
        place: place(checkpoint),
        occurred_at,
        zone_known,
    })
}

/// The town and its country; without a town the location as the carrier writes it.
fn place(checkpoint: Fields<'_>) -> Option<String> {
    if checkpoint.text("city").is_some() {
        return reading::place(checkpoint, &["city", "country_name"]);
    }
    reading::first_text(checkpoint, &["location", "country_name"]).map(str::to_owned)
}

fn meaning(tag: &str, subtag: Option<&str>) -> Meaning {
    subtag
        .and_then(|subtag| look_up(&SUBTAGS, subtag))
        .or_else(|| look_up(&TAGS, tag))
        .unwrap_or((Status::Unknown, None))
}

/// What a tag means by itself. `Expired` says that nothing was heard for 30 days.
const TAGS: [Entry; 9] = [
    Entry::new("Pending", Status::Unknown),
    Entry::new("InfoReceived", Status::PreTransit),
    Entry::new("InTransit", Status::InTransit),
    Entry::new("OutForDelivery", Status::InTransit),
    Entry::new("AttemptFail", Status::DeliveryAttempted),
    Entry::new("AvailableForPickup", Status::AvailableForPickup),
    Entry::new("Delivered", Status::Delivered),
    Entry::new("Exception", Status::Exception),
    Entry::new("Expired", Status::Unknown),
];

/// What subtags say beyond their tags, by the list of version 2026-07. The others repeat theirs.
const SUBTAGS: [Entry; 20] = [
    Entry::new("OutForDelivery_001", Status::OutForDelivery),
    // Not on the list any more; it meant a parcel that is ready at a sorting center.
    Entry::unverified("OutForDelivery_002", Status::AvailableForPickup),
    Entry::because(
        "AttemptFail_002",
        Status::DeliveryAttempted,
        IncidentReason::Absent,
    ),
    // A business that was closed.
    Entry::because(
        "AttemptFail_003",
        Status::DeliveryAttempted,
        IncidentReason::Absent,
    ),
    Entry::unverified("InTransit_012", Status::Delayed),
    // The recipient has moved.
    Entry::because("Exception_002", Status::Exception, IncidentReason::Address),
    Entry::because("Exception_003", Status::Exception, IncidentReason::Refused),
    Entry::because("Exception_004", Status::Delayed, IncidentReason::Customs),
    Entry::new("Exception_005", Status::Delayed),
    Entry::because("Exception_007", Status::Exception, IncidentReason::Address),
    Entry::new("Exception_010", Status::Returning),
    Entry::new("Exception_011", Status::Returned),
    Entry::because("Exception_012", Status::Exception, IncidentReason::Damaged),
    Entry::new("Exception_013", Status::Lost),
    // Something went wrong within the carrier's network.
    Entry::new("Exception_016", Status::Delayed),
    // The weather.
    Entry::because("Exception_017", Status::Delayed, IncidentReason::Disruption),
    // Papers for the authorities are missing, which need not be the customs.
    Entry::new("Exception_018", Status::Exception),
    // A late flight.
    Entry::because("Exception_019", Status::Delayed, IncidentReason::Disruption),
    Entry::new("Exception_020", Status::Cancelled),
    // Destroyed: like a lost one it won't come.
    Entry::new("Exception_021", Status::Lost),
];

#[cfg(test)]
mod tests;
