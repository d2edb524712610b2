//! The tracking endpoint that any sender may use: Standard Webhooks around a payload of our own.
//!
//! For shops whose carriers none of the other sources covers, and for carriers themselves. A
//! delivery is signed as [Standard Webhooks](https://www.standardwebhooks.com) asks and has this
//! body; `docs/schemas/tracking.json` is the same as a JSON Schema.
//!
//! ```json
//! {
//!   "type": "tracking.updated",
//!   "data": {
//!     "parcels": [{
//!       "number": "6A12345678901",
//!       "carrier": "Colissimo",
//!       "service": "Point Retrait",
//!       "url": "https://www.laposte.fr/outils/suivre-vos-envois?code=6A12345678901",
//!       "estimated_day": "2026-12-22",
//!       "pickup_point": {
//!         "id": "069123",
//!         "name": "Tabac de la Gare",
//!         "address": "2 place de la Gare, 69003 Lyon",
//!         "country": "FR",
//!         "opening_hours": "Mo-Sa 07:00-19:30; PH off",
//!         "closures": [{ "first": "2026-12-25", "last": "2026-12-26" }],
//!         "kept_until": "2027-01-05"
//!       },
//!       "proof": { "signed_by": "M. Martin", "url": "https://proof.example/6A12345678901" },
//!       "events": [{
//!         "status": "available_for_pickup",
//!         "reason": "point_moved",
//!         "code": "AG1",
//!         "description": "Votre colis vous attend",
//!         "place": "Lyon, FR",
//!         "occurred_at": "2026-12-21T10:02:00+01:00"
//!       }]
//!     }]
//!   }
//! }
//! ```
//!
//! - `type`: deliveries of another type are ignored.
//! - `parcels`: one to a hundred. Needed of each is its `number` alone.
//! - `events`: the whole history or what is new, in any order and as often as one likes. Needed of
//!   each are its `status` and `occurred_at`. At one instant the last one counts.
//! - `status`: a name of [`Status`]; another word is kept and changes nothing.
//! - `reason`: a name of [`IncidentReason`]. Beside `delayed` or `exception` it tells why; a
//!   `point_…` reason tells that the pickup point is another one, closed or full.
//! - `occurred_at`: RFC 3339. Without an offset, or as a day alone, no hour is ever shown.
//! - `estimated_day`, `kept_until` (the last day on which the parcel is kept), `first`, `last`:
//!   `YYYY-MM-DD`.
//! - `opening_hours`: `OpenStreetMap`'s syntax. `country`: ISO 3166-1 alpha-2.
//! - `url`: https.
//!
//! What is needed and missing sets the whole delivery aside for the merchant; what is not needed
//! and has another shape is read as absent.

use serde::de::DeserializeOwned;
use serde_json::Value;

use super::{
    Closure, DeliveryProof, IncidentReason, PickupPoint, Status, TrackingEvent, TrackingSource,
    TrackingUpdate, reading,
};
use crate::hooks::Envelope;
use crate::source::{Delivery, Fields, Malformed, https_url, read_object};
use crate::time::{Day, Timestamp};

/// The most parcels of one delivery.
const MAX_PARCELS: usize = 100;

/// Whether a delivery is signed as Standard Webhooks asks, at most five minutes before or after it
/// came.
pub fn verify(secret: &str, envelope: &Envelope<'_>) -> bool {
    envelope.is_standard(secret)
}

/// Reads one delivery. Deliveries of another type are ignored.
pub fn read(envelope: &Envelope<'_>) -> Result<Delivery<Vec<TrackingUpdate>>, Malformed> {
    let object = read_object(envelope.body)?;
    let hook = Fields::of(&object);
    let kind = hook.text("type").ok_or(Malformed::NoType)?;
    if kind != "tracking.updated" {
        return Ok(Delivery::Ignored);
    }
    let parcels = objects(hook.object("data"), "parcels")?;
    if !(1..=MAX_PARCELS).contains(&parcels.len()) {
        return Err(Malformed::ParcelCount);
    }
    let name = envelope.header("webhook-id");
    (0_u32..)
        .zip(parcels)
        // Two parcels of one delivery may have one number, and each must have its effect.
        .map(|(position, parcel)| update(parcel, format!("{name}/{position}")))
        .collect::<Result<_, _>>()
        .map(Delivery::Understood)
}

/// The objects of the list under a name, where every element must be one.
fn objects<'a>(fields: Fields<'a>, name: &str) -> Result<Vec<Fields<'a>>, Malformed> {
    let objects: Vec<_> = fields.objects(name).collect();
    if objects.len() < fields.list(name).len() {
        return Err(Malformed::PartNotAnObject);
    }
    Ok(objects)
}

fn update(parcel: Fields<'_>, delivery_id: String) -> Result<TrackingUpdate, Malformed> {
    Ok(TrackingUpdate {
        delivery_id,
        number: reading::number(parcel, "number")?,
        carrier: parcel.text("carrier").map(str::to_owned),
        service: parcel.text("service").map(str::to_owned),
        estimated: day(parcel, "estimated_day"),
        url: parcel.text("url").and_then(https_url),
        pickup_point: pickup_point(parcel.object("pickup_point")),
        proof: proof(parcel.object("proof")),
        events: objects(parcel, "events")?
            .into_iter()
            .map(event)
            .collect::<Result<_, _>>()?,
    })
}

fn event(event: Fields<'_>) -> Result<TrackingEvent, Malformed> {
    let status = event.text("status").ok_or(Malformed::EventWithoutStatus)?;
    let (occurred_at, zone_known) = event
        .text("occurred_at")
        .and_then(Timestamp::parse_loose)
        .ok_or(Malformed::EventWithoutTime)?;
    Ok(TrackingEvent {
        source: TrackingSource::Standard,
        status: named(status).unwrap_or(Status::Unknown),
        raw_code: event.text("code").unwrap_or(status).to_owned(),
        reason: event.text("reason").and_then(named::<IncidentReason>),
        description: event.text("description").unwrap_or_default().to_owned(),
        place: event.text("place").map(str::to_owned),
        occurred_at,
        zone_known,
    })
}

/// The value of a name, as the name is written in our own JSON.
fn named<T: DeserializeOwned>(name: &str) -> Option<T> {
    serde_json::from_value(Value::from(name)).ok()
}

/// A pickup point, if it has a name.
fn pickup_point(point: Fields<'_>) -> Option<PickupPoint> {
    Some(PickupPoint {
        id: point.text("id").map(str::to_owned),
        name: point.text("name")?.to_owned(),
        address: point.text("address").map(str::to_owned),
        country: point
            .text("country")
            .map(str::to_ascii_uppercase)
            .filter(|code| code.len() == 2 && code.bytes().all(|b| b.is_ascii_uppercase())),
        opening_hours: point.text("opening_hours").map(str::to_owned),
        closures: point.objects("closures").filter_map(closure).collect(),
        kept_until: day(point, "kept_until"),
    })
}

/// Days of closing, in their order. One day is told by the first alone.
fn closure(closure: Fields<'_>) -> Option<Closure> {
    let first = day(closure, "first")?;
    let last = day(closure, "last").unwrap_or_else(|| first.clone());
    (first <= last).then_some(Closure { first, last })
}

fn proof(proof: Fields<'_>) -> Option<DeliveryProof> {
    let proof = DeliveryProof {
        signed_by: proof.text("signed_by").map(str::to_owned),
        url: proof.text("url").and_then(https_url),
    };
    (proof != DeliveryProof::default()).then_some(proof)
}

fn day(fields: Fields<'_>, name: &str) -> Option<Day> {
    fields.text(name).and_then(Day::parse)
}

#[cfg(test)]
mod tests;
