//! The order endpoint that any shop may use: Standard Webhooks around a payload of our own, and
//! the same order by a signed `PUT /api/v1/orders/{number}`.
//!
//! A delivery is signed as [Standard Webhooks](https://www.standardwebhooks.com) asks and tells one
//! order whole; `docs/schemas/order.json` is the same as a JSON Schema.
//!
//! ```json
//! {
//!   "type": "order.updated",
//!   "data": {
//!     "id": "58213",
//!     "number": "1042",
//!     "placed_at": "2026-12-17T20:41:08+01:00",
//!     "updated_at": "2026-12-18T15:02:01+01:00",
//!     "cancelled_at": null,
//!     "email": "camille@exemple.fr",
//!     "customer_id": "31",
//!     "postcode": "69001",
//!     "country": "FR",
//!     "address": { "lines": ["12 rue de la République"], "town": "Lyon", "company": null },
//!     "locale": "fr-FR",
//!     "items": [{ "title": "Ours en peluche", "quantity": 1 }],
//!     "note": "Sans facture, merci.",
//!     "gift": { "secret": true },
//!     "deadline": "2026-12-24",
//!     "service": "Colissimo à domicile",
//!     "refund": "partial",
//!     "shipments": [{
//!       "id": "S1",
//!       "created_at": "2026-12-18T15:00:00+01:00",
//!       "cancelled": false,
//!       "parcels": [{
//!         "number": "6A12345678901",
//!         "carrier": "Colissimo",
//!         "url": "https://www.laposte.fr/outils/suivre-vos-envois?code=6A12345678901"
//!       }]
//!     }]
//!   }
//! }
//! ```
//!
//! - `type`: deliveries of another type are ignored. The `PUT` has the content of `data` as its
//!   body, and its number in the address.
//! - Needed are `number`, `placed_at` and `updated_at`. What is left out or null is not known.
//! - `id`: the shop's own id of the order, by which it is known again; the number, when left out.
//! - `updated_at`: an order as of an older time never replaces a newer one.
//! - `shipments`: all of them; one that is left out was taken back. Without the list, they stay as
//!   they are. A shipment's `id` is its first tracking number and its `created_at` the order's
//!   `updated_at` when left out.
//! - `gift`: present for a present. With `secret`, what it holds is named to nobody but the payer.
//! - `address`: where it goes, with `postcode` and `country`. Only a hash under the site's own key
//!   is kept of it ([`crate::household`]); one with a `company` leaves none.
//! - `deadline`: the day by which it must be there. `refund`: `none`, `partial` or `full`.
//! - Times are RFC 3339, days `YYYY-MM-DD`, links https.
//!
//! What is needed and missing refuses the whole order, and so do `gift`, `deadline`, `refund`,
//! `cancelled_at` and `shipments` in another shape: to lose one of them silently would tell a
//! shopper something false, or a secret. Anything else in another shape is read as absent.

use serde_json::Value;

use super::{Gift, Item, OrderFacts, OrderUpdate, ParcelFacts, Refund, ShipmentFacts};
use crate::hooks::Envelope;
use crate::household::{Address, Marks};
use crate::source::{Delivery, Fields, Malformed, https_url, read_object};
use crate::text::{normalize_email, normalize_order_number, normalize_postcode};
use crate::time::{Day, Timestamp};
use crate::tracking::normalize_number;

/// Whether a delivery is signed as Standard Webhooks asks, at most five minutes before or after it
/// came.
pub fn verify(secret: &str, envelope: &Envelope<'_>) -> bool {
    envelope.is_standard(secret)
}

/// Reads one delivery. Deliveries of another type are ignored.
pub fn read(envelope: &Envelope<'_>) -> Result<Delivery<OrderUpdate>, Malformed> {
    let object = read_object(envelope.body)?;
    let hook = Fields::of(&object);
    let kind = hook.text("type").ok_or(Malformed::NoType)?;
    if kind != "order.updated" {
        return Ok(Delivery::Ignored);
    }
    let delivery_id = envelope.header("webhook-id");
    order_update(hook.object("data"), None, delivery_id).map(Delivery::Understood)
}

/// Reads an order that stands alone: the body of a `PUT`. `number` is the one of its address,
/// which stands in place of any in the body; `delivery_id` names the delivery.
pub fn read_body(
    body: &[u8],
    number: Option<&str>,
    delivery_id: &str,
) -> Result<OrderUpdate, Malformed> {
    let object = read_object(body)?;
    order_update(Fields::of(&object), number, delivery_id.to_owned())
}

fn order_update(
    order: Fields<'_>,
    number: Option<&str>,
    delivery_id: String,
) -> Result<OrderUpdate, Malformed> {
    let facts = order_facts(order, number)?;
    let shipments = optional(
        order,
        "shipments",
        Value::as_array,
        Malformed::ShipmentsNotAList,
    )?;
    OrderUpdate {
        delivery_id,
        order_id: facts.external_id.clone(),
        complete: shipments.is_some(),
        shipments: shipments
            .into_iter()
            .flatten()
            .map(|told| shipment(told, facts.updated_at))
            .collect::<Result<_, _>>()?,
        facts: Some(facts),
        address: home(order),
        ..OrderUpdate::default()
    }
    .bounded()
}

fn order_facts(order: Fields<'_>, number: Option<&str>) -> Result<OrderFacts, Malformed> {
    let number = number
        .map(|number| number.trim().to_owned())
        .filter(|number| !number.is_empty())
        .or_else(|| word(order, "number"))
        .ok_or(Malformed::OrderWithoutNumber)?;
    let placed_at = order
        .instant("placed_at")
        .ok_or(Malformed::PlacedAtNotATime)?;
    let updated_at = order
        .instant("updated_at")
        .ok_or(Malformed::UpdatedAtNotATime)?;
    Ok(OrderFacts {
        external_id: external_id(order, &number)?,
        number,
        email: order.text("email").map(normalize_email),
        customer_id: word(order, "customer_id"),
        postcode: order
            .text("postcode")
            .map(normalize_postcode)
            .filter(|code| !code.is_empty()),
        country: order.text("country").map(str::to_ascii_uppercase),
        locale: order.text("locale").map(str::to_owned),
        placed_at,
        updated_at,
        cancelled_at: optional(
            order,
            "cancelled_at",
            |value| Timestamp::parse_rfc3339(value.as_str()?),
            Malformed::CancelledAtNotATime,
        )?,
        items: order.objects("items").filter_map(item).collect(),
        note: order.text("note").map(str::to_owned),
        gift: optional(order, "gift", gift, Malformed::GiftNotRead)?,
        deadline: optional(
            order,
            "deadline",
            |value| Day::parse(value.as_str()?),
            Malformed::DeadlineNotADay,
        )?,
        service: order.text("service").map(str::to_owned),
        refund: optional(order, "refund", refund, Malformed::RefundNotRead)?.unwrap_or_default(),
        marks: Marks::default(),
    })
}

fn home(order: Fields<'_>) -> Option<Address> {
    let text = |fields: Fields<'_>, name| fields.text(name).map(str::to_owned);
    let address = order.object("address");
    let lines = address.list("lines").iter().filter_map(Value::as_str);
    Some(Address {
        lines: lines.map(str::to_owned).collect(),
        postcode: text(order, "postcode")?,
        town: text(address, "town")?,
        country: text(order, "country")?,
        company: text(address, "company"),
    })
}

/// The order's id, else its number, in the form in which it is looked for.
fn external_id(order: Fields<'_>, number: &str) -> Result<String, Malformed> {
    word(order, "id")
        .or_else(|| Some(normalize_order_number(number)).filter(|id| !id.is_empty()))
        .filter(|id| !id.contains(char::is_control))
        .ok_or(Malformed::OrderUnnamed)
}

/// What is under a name when something is; an error when that has another shape.
fn optional<'a, T>(
    fields: Fields<'a>,
    name: &str,
    read: impl Fn(&'a Value) -> Option<T>,
    otherwise: Malformed,
) -> Result<Option<T>, Malformed> {
    match fields.value(name) {
        None | Some(Value::Null) => Ok(None),
        Some(value) => read(value).map(Some).ok_or(otherwise),
    }
}

/// An identifier, sent as text or as a number.
fn word(fields: Fields<'_>, name: &str) -> Option<String> {
    let text = fields.text(name).map(str::to_owned);
    text.or_else(|| fields.id(name))
}

fn item(item: Fields<'_>) -> Option<Item> {
    Some(Item {
        title: item.text("title")?.to_owned(),
        quantity: item.count("quantity").unwrap_or(1),
    })
    .filter(|item| item.quantity > 0)
}

fn gift(value: &Value) -> Option<Gift> {
    let secret = match value.as_object()?.get("secret") {
        None => false,
        Some(secret) => secret.as_bool()?,
    };
    Some(Gift { secret })
}

fn refund(value: &Value) -> Option<Refund> {
    match value.as_str()? {
        "none" => Some(Refund::None),
        "partial" => Some(Refund::Partial),
        "full" => Some(Refund::Full),
        _ => None,
    }
}

fn shipment(told: &Value, order_updated_at: Timestamp) -> Result<ShipmentFacts, Malformed> {
    let told = told
        .as_object()
        .map(Fields::of)
        .ok_or(Malformed::PartNotAnObject)?;
    let parcels: Vec<ParcelFacts> = told.objects("parcels").filter_map(parcel).collect();
    let external_id = word(told, "id")
        .or_else(|| Some(parcels.first()?.number.clone()))
        .ok_or(Malformed::ShipmentUnnamed)?;
    Ok(ShipmentFacts {
        external_id,
        active: !told.flag("cancelled"),
        created_at: told.instant("created_at").unwrap_or(order_updated_at),
        updated_at: order_updated_at,
        parcels,
        word: None,
    })
}

fn parcel(told: Fields<'_>) -> Option<ParcelFacts> {
    let number = told.text("number").map(normalize_number)?;
    (!number.is_empty()).then(|| ParcelFacts {
        number,
        carrier: told.text("carrier").map(str::to_owned),
        url: told.text("url").and_then(https_url),
    })
}

#[cfg(test)]
mod tests;
