//! Ship24's webhooks.
//!
//! - Ship24 signs nothing: it sends the secret in `Authorization: Bearer …`. Before it sends
//!   anything it asks the address with `HEAD`, which must be answered 200.
//! - A delivery has one tracking or several, as the account is set, and each of them its new
//!   events only.
//! - `statusCode` tells what an event means; insignificant events have none. `statusMilestone` is
//!   where the shipment stood then and is never missing. An event that only carries a milestone on
//!   starts no second delivery round and no second attempt.
//! - `occurrenceDatetime` is the local time of a place that is not told, unless it has an offset;
//!   `hasNoTime` says that only its day is known.
//! - The shipment's own status repeats its newest event and has no time, so that only the events
//!   count.

use super::vocabulary::{Entry, Meaning, look_up};
use super::{
    DeliveryProof, IncidentReason, Status, TrackingEvent, TrackingSource, TrackingUpdate, reading,
};
use crate::hooks::Envelope;
use crate::signature;
use crate::source::{Delivery, Fields, Malformed, read_object};
use crate::time::{Day, Timestamp};

/// The most trackings of one delivery. Ship24 groups far fewer.
const MAX_TRACKINGS: usize = 100;

/// Whether `Authorization` holds the secret.
pub fn verify(secret: &str, envelope: &Envelope<'_>) -> bool {
    signature::verify_bearer(secret, &envelope.header("authorization"))
}

/// Reads one delivery. Trackings without a number are left out.
pub fn read(envelope: &Envelope<'_>) -> Result<Delivery<Vec<TrackingUpdate>>, Malformed> {
    let object = read_object(envelope.body)?;
    let hook = Fields::of(&object);
    if hook.list("trackings").len() > MAX_TRACKINGS {
        return Err(Malformed::ParcelCount);
    }
    let updates: Vec<_> = (0..)
        .zip(hook.objects("trackings"))
        .filter_map(|(position, tracking)| update(tracking, position, envelope))
        .collect();
    if updates.is_empty() {
        return Err(Malformed::NoTrackingNumber);
    }
    Ok(Delivery::Understood(updates))
}

fn update(tracking: Fields<'_>, position: u32, envelope: &Envelope<'_>) -> Option<TrackingUpdate> {
    let number = reading::number(tracking.object("tracker"), "trackingNumber").ok()?;
    let events: Vec<Fields<'_>> = tracking.objects("events").collect();
    let name = tracking.object("metadata").text("messageId");
    let delivery = tracking.object("shipment").object("delivery");
    Some(TrackingUpdate {
        delivery_id: name.map_or_else(
            || format!("{}/{position}", envelope.body_hash()),
            str::to_owned,
        ),
        number,
        carrier: events
            .iter()
            .find_map(|event| event.text("courierCode"))
            .map(str::to_owned),
        service: delivery.text("service").map(str::to_owned),
        estimated: delivery.text("estimatedDeliveryDate").and_then(Day::parse),
        proof: delivery.text("signedBy").map(|name| DeliveryProof {
            signed_by: Some(name.to_owned()),
            url: None,
        }),
        events: oldest_first(events.into_iter().filter_map(event).collect()),
        ..TrackingUpdate::default()
    })
}

/// An event, or `None` without a milestone or a time: it tells nothing then.
fn event(event: Fields<'_>) -> Option<TrackingEvent> {
    let milestone = event.text("statusMilestone")?;
    let code = event.text("statusCode");
    let (occurred_at, zone_known) = time(event)?;
    let (status, reason) = meaning(code, milestone);
    Some(TrackingEvent {
        source: TrackingSource::Ship24,
        status,
        raw_code: code.map_or_else(
            || milestone.to_owned(),
            |code| format!("{milestone}/{code}"),
        ),
        reason,
        description: event.text("status").unwrap_or_default().to_owned(),
        place: event.text("location").map(str::to_owned),
        occurred_at,
        zone_known,
    })
}

fn time(event: Fields<'_>) -> Option<(Timestamp, bool)> {
    let text = event.text("occurrenceDatetime")?;
    let day = text.get(..10).filter(|_| event.flag("hasNoTime"));
    Timestamp::parse_loose(day.unwrap_or(text))
}

/// Several events are sent newest first. Of those at one instant the last one counts, so that it
/// must be the newest.
fn oldest_first(mut events: Vec<TrackingEvent>) -> Vec<TrackingEvent> {
    let at = |event: Option<&TrackingEvent>| event.map(|event| event.occurred_at);
    if at(events.first()) >= at(events.last()) {
        events.reverse();
    }
    events
}

/// Where a shipment stood. `pending` says that nothing is known of it yet.
const MILESTONES: [Entry; 8] = [
    Entry::new("pending", Status::Unknown),
    Entry::new("info_received", Status::PreTransit),
    Entry::new("in_transit", Status::InTransit),
    Entry::new("out_for_delivery", Status::OutForDelivery),
    Entry::new("failed_attempt", Status::DeliveryAttempted),
    Entry::new("available_for_pickup", Status::AvailableForPickup),
    Entry::new("delivered", Status::Delivered),
    Entry::new("exception", Status::Exception),
];

/// What the codes mean that say more than their milestone, or that come beside any.
const CODES: [Entry; 20] = [
    Entry::new("data_order_created", Status::PreTransit),
    Entry::new("data_order_cancelled", Status::Cancelled),
    // The recipient is asked for a day, or has chosen one: the parcel has not moved.
    Entry::new("data_delivery_proposed", Status::Unknown),
    Entry::new("data_delivery_decided", Status::Unknown),
    Entry::new("transit_handover", Status::InTransit),
    Entry::new("transit_origin_country_departure", Status::InTransit),
    Entry::new("destination_arrival", Status::InTransit),
    Entry::because(
        "customs_received",
        Status::InTransit,
        IncidentReason::Customs,
    ),
    Entry::because(
        "customs_exception",
        Status::Exception,
        IncidentReason::Customs,
    ),
    Entry::because(
        "customs_rejected",
        Status::Exception,
        IncidentReason::Customs,
    ),
    Entry::new("customs_cleared", Status::InTransit),
    Entry::new("delivery_available_for_pickup", Status::AvailableForPickup),
    Entry::new("delivery_out_for_delivery", Status::OutForDelivery),
    Entry::new("delivery_attempted", Status::DeliveryAttempted),
    Entry::new("delivery_exception", Status::Exception),
    Entry::because(
        "delivery_refused",
        Status::Exception,
        IncidentReason::Refused,
    ),
    Entry::new("delivery_delivered", Status::Delivered),
    Entry::new("exception_return", Status::Returning),
    Entry::new("exception_lost", Status::Lost),
    Entry::new("exception_discarded", Status::Exception),
];

fn meaning(code: Option<&str>, milestone: &str) -> Meaning {
    if let Some(meaning) = code.and_then(|code| look_up(&CODES, code)) {
        return meaning;
    }
    let told = look_up(&MILESTONES, milestone).unwrap_or((Status::Unknown, None));
    let is_momentary = matches!(told.0, Status::OutForDelivery | Status::DeliveryAttempted);
    if code.is_none() && is_momentary {
        return (Status::Unknown, None);
    }
    told
}

#[cfg(test)]
mod tests;
