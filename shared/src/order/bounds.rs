//! How much of a delivery is kept, so that no sender can fill an order's storage.
//!
//! The bounds lie far beyond what shops send. A name that is too long to be one refuses the
//! delivery, since two cut names could be taken for each other; anything else is cut or left out.

use super::{Item, OrderFacts, OrderUpdate, ParcelFacts, ShipmentFacts, ShipmentWord};
use crate::source::Malformed;
use crate::text::{cut, is_over};
use crate::tracking::TrackingEvent;

const MAX_DELIVERY_NAME_CHARS: usize = 300;
const MAX_ID_CHARS: usize = 128;
const MAX_EMAIL_CHARS: usize = 320;
const MAX_POSTCODE_CHARS: usize = 16;
const MAX_LOCALE_CHARS: usize = 35;
const MAX_ITEMS: usize = 200;
const MAX_SHIPMENTS: usize = 100;
const MAX_PARCELS: usize = 100;
const MAX_TRACKING_NUMBER_CHARS: usize = 50;
const MAX_LINE_CHARS: usize = 250;
const MAX_NOTE_CHARS: usize = 4_000;
const MAX_URL_CHARS: usize = 2_000;

impl OrderUpdate {
    /// This update within the bounds.
    pub fn bounded(self) -> Result<Self, Malformed> {
        if is_over(&self.delivery_id, MAX_DELIVERY_NAME_CHARS) {
            return Err(Malformed::DeliveryIdTooLong);
        }
        if is_over(&self.order_id, MAX_ID_CHARS) {
            return Err(Malformed::OrderIdTooLong);
        }
        Ok(Self {
            facts: self.facts.map(facts).transpose()?,
            shipments: each_once(
                self.shipments
                    .into_iter()
                    .filter(|told| !is_over(&told.external_id, MAX_ID_CHARS))
                    .take(MAX_SHIPMENTS)
                    .map(shipment),
            ),
            word: self
                .word
                .filter(|told| !is_over(&told.shipment, MAX_ID_CHARS))
                .map(|told| ShipmentWord {
                    event: event(told.event),
                    ..told
                }),
            ..self
        })
    }
}

fn facts(told: OrderFacts) -> Result<OrderFacts, Malformed> {
    if is_over(&told.number, MAX_ID_CHARS) {
        return Err(Malformed::OrderNumberTooLong);
    }
    let within =
        |text: Option<String>, max_chars| text.filter(|text: &String| !is_over(text, max_chars));
    Ok(OrderFacts {
        email: within(told.email, MAX_EMAIL_CHARS),
        customer_id: within(told.customer_id, MAX_ID_CHARS),
        postcode: within(told.postcode, MAX_POSTCODE_CHARS),
        country: told.country.filter(|code| is_country(code)),
        locale: within(told.locale, MAX_LOCALE_CHARS),
        items: told
            .items
            .into_iter()
            .take(MAX_ITEMS)
            .map(|item| Item {
                title: cut(item.title, MAX_LINE_CHARS),
                ..item
            })
            .collect(),
        note: told.note.map(|note| cut(note, MAX_NOTE_CHARS)),
        service: told.service.map(|service| cut(service, MAX_LINE_CHARS)),
        ..told
    })
}

/// Of a shipment that is told more than once the newest word counts, else the last one: an order
/// that took them in one by one would change each time that it heard them.
fn each_once(shipments: impl Iterator<Item = ShipmentFacts>) -> Vec<ShipmentFacts> {
    let mut once: Vec<ShipmentFacts> = Vec::new();
    for told in shipments {
        let held = once
            .iter_mut()
            .find(|held| held.external_id == told.external_id);
        match held {
            Some(held) if held.updated_at > told.updated_at => {}
            Some(held) => *held = told,
            None => once.push(told),
        }
    }
    once
}

fn shipment(told: ShipmentFacts) -> ShipmentFacts {
    ShipmentFacts {
        parcels: told
            .parcels
            .into_iter()
            .filter(|parcel| !is_over(&parcel.number, MAX_TRACKING_NUMBER_CHARS))
            .take(MAX_PARCELS)
            .map(|parcel| ParcelFacts {
                carrier: parcel.carrier.map(|carrier| cut(carrier, MAX_LINE_CHARS)),
                url: parcel.url.filter(|url| !is_over(url, MAX_URL_CHARS)),
                ..parcel
            })
            .collect(),
        word: told.word.map(event),
        ..told
    }
}

fn event(told: TrackingEvent) -> TrackingEvent {
    TrackingEvent {
        raw_code: cut(told.raw_code, MAX_LINE_CHARS),
        description: cut(told.description, MAX_LINE_CHARS),
        place: told.place.map(|place| cut(place, MAX_LINE_CHARS)),
        ..told
    }
}

fn is_country(code: &str) -> bool {
    code.len() == 2 && code.bytes().all(|b| b.is_ascii_uppercase())
}

#[cfg(test)]
mod tests;
