//! How much of what a source says of a parcel is kept, so that no sender can fill a parcel's
//! storage, and no wrong clock can hide where the parcel stands.
//!
//! The bounds lie far beyond what carriers send. What is too long is cut if it is only read, and
//! left out if it would mean another thing when cut.

use sha2::{Digest, Sha256};

use super::{DeliveryProof, PickupPoint, TrackingEvent, TrackingUpdate};
use crate::text::{cut, is_over};
use crate::time::Timestamp;

const MAX_DELIVERY_NAME_CHARS: usize = 300;
const MAX_NUMBER_CHARS: usize = 50;
const MAX_EVENTS: usize = 200;
const MAX_CLOSURES: usize = 50;
const MAX_LINE_CHARS: usize = 250;
const MAX_HOURS_CHARS: usize = 1_000;
const MAX_URL_CHARS: usize = 2_000;

/// How far ahead of its delivery an event may be: clocks differ, and a time without a zone may be
/// half a day off.
const AHEAD_MILLIS: i64 = 24 * 60 * 60 * 1000;

impl TrackingUpdate {
    /// This update within the bounds, as of `received_at`; `None` without a number that any
    /// carrier may have given.
    ///
    /// An event that is yet to happen is no fact and would hide all that happens until then, so
    /// that it is left out. Of too many events the newest are kept.
    pub fn bounded(self, received_at: Timestamp) -> Option<Self> {
        if self.number.is_empty() || is_over(&self.number, MAX_NUMBER_CHARS) {
            return None;
        }
        Some(Self {
            delivery_id: delivery_name(self.delivery_id),
            carrier: self.carrier.map(line),
            service: self.service.map(line),
            url: self.url.filter(|url| !is_over(url, MAX_URL_CHARS)),
            pickup_point: self.pickup_point.map(pickup_point),
            proof: self.proof.map(proof),
            events: events(self.events, received_at),
            ..self
        })
    }
}

/// Two cut names could be taken for each other, two digests can't.
fn delivery_name(name: String) -> String {
    if is_over(&name, MAX_DELIVERY_NAME_CHARS) {
        return hex::encode(Sha256::digest(name));
    }
    name
}

fn events(told: Vec<TrackingEvent>, received_at: Timestamp) -> Vec<TrackingEvent> {
    let latest = received_at.plus_millis(AHEAD_MILLIS);
    let mut events: Vec<_> = told
        .into_iter()
        .filter(|event| event.occurred_at <= latest)
        .map(|event| TrackingEvent {
            raw_code: line(event.raw_code),
            description: line(event.description),
            place: event.place.map(line),
            ..event
        })
        .collect();
    if events.len() > MAX_EVENTS {
        events.sort_by_key(|event| event.occurred_at);
        events.drain(..events.len() - MAX_EVENTS);
    }
    events
}

fn pickup_point(told: PickupPoint) -> PickupPoint {
    PickupPoint {
        id: told.id.filter(|id| !is_over(id, MAX_LINE_CHARS)),
        name: line(told.name),
        address: told.address.map(line),
        opening_hours: told
            .opening_hours
            .filter(|hours| !is_over(hours, MAX_HOURS_CHARS)),
        closures: told.closures.into_iter().take(MAX_CLOSURES).collect(),
        ..told
    }
}

fn proof(told: DeliveryProof) -> DeliveryProof {
    DeliveryProof {
        signed_by: told.signed_by.map(line),
        url: told.url.filter(|url| !is_over(url, MAX_URL_CHARS)),
    }
}

fn line(text: String) -> String {
    cut(text, MAX_LINE_CHARS)
}

#[cfg(test)]
mod tests;
