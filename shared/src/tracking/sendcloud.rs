//! Sendcloud's `parcel_status_changed` webhooks.
//!
//! - A delivery tells one status, not the history.
//! - A status is known by its message: the numbers differ from page to page of Sendcloud's own
//!   documents. The messages below are those of its list of tracking statuses; where that list
//!   does not say what a message means, the table notes it, and what could turn out false to a
//!   shopper stays [`Status::Unknown`].
//! - `carrier_status_change_timestamp` is when the carrier changed the status, `timestamp` when
//!   Sendcloud sent it, both in milliseconds since 1970. The former is null until a carrier speaks.
//! - Whoever wants to know the pickup point does not learn it here: `to_service_point` is a bare
//!   id, and the addresses are those that the shop has sent, often the shopper's home.
//! - A parcel gets its tracking number with its label. Before that there is nothing to follow.
//! - A parcel with `is_return` carries what the shopper sends back. Its delivery to the shop must
//!   never read as a delivery to the shopper.

use super::vocabulary::{Entry, Meaning, look_up};
use super::{
    IncidentReason, Status, TrackingEvent, TrackingSource, TrackingUpdate, normalize_number,
    reading,
};
use crate::hooks::Envelope;
use crate::signature;
use crate::source::{Delivery, Fields, Malformed, https_url, read_object};
use crate::text::fold_text;
use crate::time::Timestamp;

/// Whether `Sendcloud-Signature` holds: the hexadecimal HMAC-SHA256 of the body.
pub fn verify(secret: &str, envelope: &Envelope<'_>) -> bool {
    let header = envelope.header("sendcloud-signature");
    signature::verify_hex(secret, envelope.body, &header)
}

/// Reads one delivery. Other actions, returns and parcels without a number are ignored.
pub fn read(envelope: &Envelope<'_>) -> Result<Delivery<Vec<TrackingUpdate>>, Malformed> {
    let object = read_object(envelope.body)?;
    let hook = Fields::of(&object);
    let action = hook.text("action").ok_or(Malformed::NoType)?;
    if action != "parcel_status_changed" {
        return Ok(Delivery::Ignored);
    }
    let parcel = hook.object("parcel");
    let parcel_id = parcel.id("id").ok_or(Malformed::ParcelWithoutId)?;
    let event = event(hook)?;
    let number = parcel
        .text("tracking_number")
        .map(normalize_number)
        .unwrap_or_default();
    if number.is_empty() || parcel.flag("is_return") {
        return Ok(Delivery::Ignored);
    }
    let carrier = parcel.object("carrier");
    Ok(Delivery::Understood(vec![TrackingUpdate {
        delivery_id: format!("{parcel_id}/{}/{}", event.occurred_at.0, event.raw_code),
        number,
        carrier: reading::first_text(carrier, &["name", "code"]).map(str::to_owned),
        service: parcel.object("shipment").text("name").map(str::to_owned),
        url: parcel.text("tracking_url").and_then(https_url),
        events: vec![event],
        ..TrackingUpdate::default()
    }]))
}

fn event(hook: Fields<'_>) -> Result<TrackingEvent, Malformed> {
    let status = hook.object("parcel").object("status");
    let message = status
        .text("message")
        .ok_or(Malformed::EventWithoutStatus)?;
    let occurred_at = millis(hook, "carrier_status_change_timestamp")
        .or_else(|| millis(hook, "timestamp"))
        .ok_or(Malformed::NoDeliveryTime)?;
    let (status, reason) = meaning(message);
    Ok(TrackingEvent {
        source: TrackingSource::Sendcloud,
        status,
        raw_code: message.to_owned(),
        reason,
        description: message.to_owned(),
        place: None,
        occurred_at,
        zone_known: true,
    })
}

/// An instant in milliseconds. Zero stands for none.
fn millis(hook: Fields<'_>, name: &str) -> Option<Timestamp> {
    let millis = hook.id(name)?.parse().ok()?;
    (millis > 0).then_some(Timestamp(millis))
}

/// What Sendcloud's messages mean, in the form of [`fold_text`].
const MESSAGES: [Entry; 30] = [
    Entry::new("ready to send", Status::PreTransit),
    Entry::new("being announced", Status::PreTransit),
    Entry::new("announced", Status::PreTransit),
    Entry::new("announced not collected", Status::PreTransit),
    // These three are the shop's business: the parcel has not left it.
    Entry::new("announcement failed", Status::PreTransit),
    Entry::new("error collecting", Status::PreTransit),
    Entry::new("no label", Status::PreTransit),
    Entry::new("shipment picked up by driver", Status::InTransit),
    Entry::new("en route to sorting center", Status::InTransit),
    Entry::new("en route to sorting centre", Status::InTransit),
    Entry::new("at sorting center", Status::InTransit),
    Entry::new("at sorting centre", Status::InTransit),
    Entry::new("being sorted", Status::InTransit),
    Entry::new("sorted", Status::InTransit),
    Entry::new("not sorted", Status::InTransit),
    Entry::new("unsorted", Status::InTransit),
    Entry::new("parcel en route", Status::InTransit),
    Entry::because("at customs", Status::InTransit, IncidentReason::Customs),
    // Read by its place in the list, between a parcel on its way and its delivery.
    Entry::new("driver en route", Status::OutForDelivery),
    Entry::new("delivery delayed", Status::Delayed),
    // The list says that nobody was at home, but carriers report other failures by it too.
    Entry::new("delivery attempt failed", Status::DeliveryAttempted),
    Entry::new("awaiting customer pickup", Status::AvailableForPickup),
    Entry::new("delivered", Status::Delivered),
    Entry::new("shipment collected by customer", Status::Delivered),
    Entry::because(
        "address invalid",
        Status::Exception,
        IncidentReason::Address,
    ),
    Entry::because(
        "refused by recipient",
        Status::Exception,
        IncidentReason::Refused,
    ),
    Entry::new("unable to deliver", Status::Exception),
    Entry::new("exception", Status::Exception),
    // The list does not say whether the sender has it yet. That it goes back is true either way.
    Entry::new("returned to sender", Status::Returning),
    Entry::new("cancelled", Status::Cancelled),
];

/// Requests (to cancel, to change day, address or method) change nothing until they are granted.
fn meaning(message: &str) -> Meaning {
    look_up(&MESSAGES, &fold_text(message)).unwrap_or((Status::Unknown, None))
}

#[cfg(test)]
mod tests;
