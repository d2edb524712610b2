//! `PrestaShop`: the poll of its webservice, and an endpoint to which a module of the shop may
//! push.
//!
//! `PrestaShop` sends no webhooks. [`poll`] asks its webservice; a shop that doesn't want to wait
//! for the poll has a module send the same resources, as the webservice writes them in JSON. A
//! delivery is signed as [Standard Webhooks](https://www.standardwebhooks.com) asks and has this
//! body, of which the `order` alone is needed:
//!
//! ```json
//! {
//!   "time_zone": "Europe/Paris",
//!   "order": {
//!     "id": 58, "reference": "XKBKNABJK", "current_state": "4", "id_customer": "3",
//!     "id_address_delivery": "9", "id_lang": "1", "id_carrier": "2", "gift": "1",
//!     "date_add": "2026-12-17 20:41:08", "date_upd": "2026-12-18 15:02:01",
//!     "delivery_date": "2026-12-18 15:02:00",
//!     "associations": { "order_rows": [
//!       { "product_name": "Ours en peluche", "product_quantity": "1" }
//!     ] }
//!   },
//!   "customer": { "id": 3, "email": "camille@exemple.fr" },
//!   "address": {
//!     "id": 9, "address1": "12 rue de la République", "postcode": "69001", "city": "Lyon",
//!     "id_country": "8"
//!   },
//!   "country": { "id": 8, "iso_code": "FR" },
//!   "language": { "id": 1, "language_code": "fr-fr" },
//!   "carrier": { "id": 2, "name": "Colissimo", "url": "https://exemple.fr/suivi?code=@" },
//!   "order_carriers": [
//!     { "id": "61", "id_order": "58", "id_carrier": "2", "tracking_number": "6A12345678901" }
//!   ]
//! }
//! ```
//!
//! - Each resource may come alone, under its singular name, or in a list under its plural one.
//!   What an order does not refer to is passed over.
//! - Times have no zone: they are the shop's. `time_zone` is its IANA name, Europe/Paris when left
//!   out.
//! - The shopper's number is the `reference`.
//! - `order_carriers` are all shipments of the order; where none of them has a number, its
//!   `shipping_number` is the one. They have no date of their own: a shipment is as old as the order's `delivery_date`.
//! - A carrier's `url` is the page of a parcel when its `@` is replaced by the number.
//! - The states 6 and 7 mean cancelled and refunded, as in every shop that has not made others in
//!   their place. Refunds of a part are credit slips, which are not read.
//! - `gift` makes it a present; what is in it is no secret, since the shop has no word for that.
//!   Nor has it one for a deadline.

mod book;
pub mod poll;

use super::{Gift, Item, OrderFacts, OrderUpdate, ParcelFacts, Refund, ShipmentFacts};
use crate::hooks::Envelope;
use crate::household::{Address, Marks};
use crate::season::Zone;
use crate::source::{Delivery, Fields, Malformed, https_url, read_object};
use crate::text::{normalize_email, normalize_postcode};
use crate::time::Timestamp;
use crate::tracking::normalize_number;

use book::Book;

/// The state of an order that was cancelled.
const CANCELLED: &str = "6";
/// The state of an order whose money went back.
const REFUNDED: &str = "7";

/// Whether a delivery is signed as Standard Webhooks asks, at most five minutes before or after it
/// came.
pub fn verify(secret: &str, envelope: &Envelope<'_>) -> bool {
    envelope.is_standard(secret)
}

/// Reads one delivery, named by its `webhook-id`.
pub fn read(envelope: &Envelope<'_>) -> Result<Delivery<OrderUpdate>, Malformed> {
    let object = read_object(envelope.body)?;
    let body = Fields::of(&object);
    let zone = match body.text("time_zone") {
        Some(name) => Zone::parse(name).ok_or(Malformed::TimeZoneUnknown)?,
        None => Zone::default(),
    };
    let update = OrderUpdate {
        delivery_id: envelope.header("webhook-id"),
        ..order_update(body.object("order"), &Book::of(body), zone)?
    };
    update.bounded().map(Delivery::Understood)
}

fn order_update(order: Fields<'_>, book: &Book<'_>, zone: Zone) -> Result<OrderUpdate, Malformed> {
    let facts = order_facts(order, book, zone)?;
    let shipped_at = instant(order, "delivery_date", zone).unwrap_or(facts.updated_at);
    let updated_at = facts.updated_at;
    let shipments = shipments(order, book, shipped_at, updated_at);
    let lone = || Vec::from_iter(lone_shipment(order, book, shipped_at, updated_at));
    Ok(OrderUpdate {
        order_id: facts.external_id.clone(),
        facts: Some(facts),
        address: home(order, book),
        complete: shipments.is_some(),
        shipments: shipments.filter(|all| !all.is_empty()).unwrap_or_else(lone),
        ..OrderUpdate::default()
    })
}

fn order_facts(order: Fields<'_>, book: &Book<'_>, zone: Zone) -> Result<OrderFacts, Malformed> {
    let external_id = order.id("id").ok_or(Malformed::OrderWithoutId)?;
    let placed_at = instant(order, "date_add", zone).ok_or(Malformed::OrderWithoutTime)?;
    let updated_at = instant(order, "date_upd", zone).unwrap_or(placed_at);
    let customer_id = order.id("id_customer").filter(|id| id != "0");
    let customer = book.customer(order);
    let address = book.address(order);
    let state = order.id("current_state").unwrap_or_default();
    Ok(OrderFacts {
        number: order
            .text("reference")
            .map_or_else(|| external_id.clone(), str::to_owned),
        external_id,
        email: customer.text("email").map(normalize_email),
        customer_id,
        postcode: address
            .text("postcode")
            .map(normalize_postcode)
            .filter(|code| !code.is_empty()),
        country: book
            .country(address)
            .text("iso_code")
            .map(str::to_ascii_uppercase),
        locale: locale(book.language(order)),
        placed_at,
        updated_at,
        cancelled_at: (state == CANCELLED).then_some(updated_at),
        items: order
            .object("associations")
            .objects("order_rows")
            .filter_map(item)
            .collect(),
        note: order.text("gift_message").map(str::to_owned),
        gift: is_set(order, "gift").then_some(Gift { secret: false }),
        deadline: None,
        service: book.carrier(order).text("name").map(str::to_owned),
        refund: if state == REFUNDED {
            Refund::Full
        } else {
            Refund::None
        },
        marks: Marks::default(),
    })
}

fn home(order: Fields<'_>, book: &Book<'_>) -> Option<Address> {
    let address = book.address(order);
    let text = |name| address.text(name).map(str::to_owned);
    Some(Address {
        lines: ["address1", "address2"]
            .into_iter()
            .filter_map(text)
            .collect(),
        postcode: text("postcode")?,
        town: text("city")?,
        country: book.country(address).text("iso_code")?.to_owned(),
        company: text("company"),
    })
}

fn item(row: Fields<'_>) -> Option<Item> {
    let title = row.text("product_name")?.to_owned();
    let quantity = row.count("product_quantity").filter(|&count| count > 0)?;
    Some(Item { title, quantity })
}

/// The language's tag. Its name has changed from version to version.
fn locale(language: Fields<'_>) -> Option<String> {
    ["locale", "language_code", "iso_code"]
        .into_iter()
        .find_map(|name| language.text(name))
        .map(str::to_owned)
}

/// All shipments; none where the order's carriers are not told.
fn shipments(
    order: Fields<'_>,
    book: &Book<'_>,
    shipped_at: Timestamp,
    updated_at: Timestamp,
) -> Option<Vec<ShipmentFacts>> {
    let shipment = |told: Fields<'_>| {
        Some(ShipmentFacts {
            external_id: told.id("id")?,
            active: true,
            created_at: shipped_at,
            updated_at,
            parcels: vec![parcel(told.text("tracking_number")?, book.carrier(told))?],
            word: None,
        })
    };
    let carriers = book.order_carriers(order)?;
    Some(carriers.into_iter().filter_map(shipment).collect())
}

/// The shipment of the order's own number, in the way of older versions.
fn lone_shipment(
    order: Fields<'_>,
    book: &Book<'_>,
    shipped_at: Timestamp,
    updated_at: Timestamp,
) -> Option<ShipmentFacts> {
    let parcel = parcel(order.text("shipping_number")?, book.carrier(order))?;
    Some(ShipmentFacts {
        // Not an id of the webservice's, and the same when the number is corrected.
        external_id: "shipping_number".to_owned(),
        active: true,
        created_at: shipped_at,
        updated_at,
        parcels: vec![parcel],
        word: None,
    })
}

fn parcel(number: &str, carrier: Fields<'_>) -> Option<ParcelFacts> {
    let number = normalize_number(number);
    (!number.is_empty()).then(|| ParcelFacts {
        carrier: carrier.text("name").map(str::to_owned),
        url: carrier
            .text("url")
            .and_then(|page| https_url(&page.replace('@', &number))),
        number,
    })
}

/// Whether a flag is set, which the webservice writes as text.
fn is_set(fields: Fields<'_>, name: &str) -> bool {
    fields.flag(name) || fields.id(name).is_some_and(|id| id == "1")
}

/// A time in the shop's zone. The webservice writes `0000-00-00 00:00:00` for none.
fn instant(fields: Fields<'_>, name: &str, zone: Zone) -> Option<Timestamp> {
    const MINUTE: i64 = 60 * 1000;
    let (at, zone_known) = Timestamp::parse_loose(fields.text(name)?)?;
    if zone_known {
        return Some(at);
    }
    let minutes = u32::try_from(at.0.div_euclid(MINUTE).rem_euclid(24 * 60)).ok()?;
    let begun = zone.at(&at.utc_day()?, minutes / 60, minutes % 60)?;
    Some(begun.plus_millis(at.0.rem_euclid(MINUTE)))
}

#[cfg(test)]
mod tests;
