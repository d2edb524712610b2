//! `WooCommerce`: the webhooks of orders, and the poll that finds what they missed.
//!
//! - `order.created`, `order.updated` and `order.restored` carry the order as the REST API v3
//!   shows it, built when it is delivered. `order.deleted` carries the id alone. Other topics are
//!   ignored.
//! - The shop keeps its secret with HTML's special characters escaped, and decodes them before it
//!   signs: a secret is decoded here too, so that either form verifies.
//! - Saving a webhook sends an unsigned ping, `webhook_id=7`, which must get exactly 200
//!   ([`is_ping`]).
//! - Nothing is ever sent again, and a webhook that fails some times in a row is turned off:
//!   [`poll`] reads the orders that changed.
//! - `X-WC-Webhook-Delivery-ID` repeats within a second: a delivery is named by its order, that
//!   order's last change and its body.
//! - Times are read from the `_gmt` fields, which have no `Z`.
//! - Core knows no tracking numbers: [`tracking`] reads them where plugins leave them.
//!
//! Wishes are read from the `meta_data` of the order and of its lines, by the names that
//! [`super::wishes`] tells.

mod entities;
pub mod poll;
mod tracking;

use super::wishes::{Wishes, attributes, wishes};
use super::{Item, OrderFacts, OrderUpdate, Refund, Remarks};
use crate::hooks::Envelope;
use crate::household::{Address, Marks};
use crate::signature;
use crate::source::{Delivery, Fields, Malformed, read_object};
use crate::text::{normalize_email, normalize_postcode};
use crate::time::Timestamp;

/// The customer's id of an order that was placed without an account.
const NOBODY: &str = "0";

/// Whether `X-WC-Webhook-Signature` holds: the base64 HMAC-SHA256 of the body.
pub fn verify(secret: &str, envelope: &Envelope<'_>) -> bool {
    let header = envelope.header("x-wc-webhook-signature");
    signature::verify_base64(&entities::decode_special(secret), envelope.body, &header)
}

/// Whether this is the unsigned ping that the shop sends when a webhook is saved. It is answered
/// with 200 and has no effect.
pub fn is_ping(envelope: &Envelope<'_>) -> bool {
    const MAX_DIGITS: usize = 20;
    envelope
        .body
        .strip_prefix(b"webhook_id=")
        .is_some_and(|id| (1..=MAX_DIGITS).contains(&id.len()) && id.iter().all(u8::is_ascii_digit))
}

/// Reads one delivery.
pub fn read(envelope: &Envelope<'_>) -> Result<Delivery<OrderUpdate>, Malformed> {
    let topic = envelope.header("x-wc-webhook-topic");
    let update = match topic.as_str() {
        "order.created" | "order.updated" | "order.restored" => {
            let object = read_object(envelope.body)?;
            order_update(Fields::of(&object))?
        }
        "order.deleted" => {
            let object = read_object(envelope.body)?;
            deletion(Fields::of(&object), envelope.received_at)?
        }
        _ => return Ok(Delivery::Ignored),
    };
    // A deletion has no time of its own and may come again after the order was restored.
    let changed_at = update
        .facts
        .as_ref()
        .map_or(envelope.received_at, |facts| facts.updated_at);
    let body = envelope.body_hash();
    let named = OrderUpdate {
        delivery_id: format!("{}/{}/{body}", update.order_id, changed_at.0),
        ..update
    };
    named.bounded().map(Delivery::Understood)
}

/// An order that was deleted or moved to the trash, as of when that was told.
fn deletion(body: Fields<'_>, told_at: Timestamp) -> Result<OrderUpdate, Malformed> {
    let order_id = body.id("id").ok_or(Malformed::OrderWithoutId)?;
    Ok(OrderUpdate {
        order_id,
        remarks: Remarks {
            deleted_at: Some(told_at),
            ..Remarks::default()
        },
        ..OrderUpdate::default()
    })
}

fn order_update(order: Fields<'_>) -> Result<OrderUpdate, Malformed> {
    let facts = order_facts(order)?;
    let shipped_at = instant(order, "date_completed_gmt").unwrap_or(facts.updated_at);
    Ok(OrderUpdate {
        order_id: facts.external_id.clone(),
        shipments: tracking::shipments(order, shipped_at, facts.updated_at),
        facts: Some(facts),
        address: home(address(order)),
        complete: true,
        ..OrderUpdate::default()
    })
}

fn order_facts(order: Fields<'_>) -> Result<OrderFacts, Malformed> {
    let external_id = order.id("id").ok_or(Malformed::OrderWithoutId)?;
    let placed_at = instant(order, "date_created_gmt").ok_or(Malformed::OrderWithoutTime)?;
    let status = order.text("status").ok_or(Malformed::OrderWithoutStatus)?;
    let updated_at = instant(order, "date_modified_gmt").unwrap_or(placed_at);
    let (billing, address) = (order.object("billing"), address(order));
    let Wishes { gift, deadline } = order_wishes(order);
    Ok(OrderFacts {
        number: order
            .text("number")
            .map(str::to_owned)
            .or_else(|| order.id("number"))
            .unwrap_or_else(|| external_id.clone()),
        external_id,
        email: billing.text("email").map(normalize_email),
        customer_id: order.id("customer_id").filter(|id| id.as_str() != NOBODY),
        postcode: address
            .text("postcode")
            .map(normalize_postcode)
            .filter(|code| !code.is_empty()),
        country: address.text("country").map(str::to_ascii_uppercase),
        locale: None,
        placed_at,
        updated_at,
        cancelled_at: matches!(status, "cancelled" | "trash").then_some(updated_at),
        items: items(order),
        note: order.text("customer_note").map(entities::decode),
        gift,
        deadline,
        service: order
            .objects("shipping_lines")
            .find_map(|line| line.text("method_title"))
            .map(entities::decode),
        refund: refund(order, status),
        marks: Marks::default(),
    })
}

/// Where it goes; the billing address stands in when the shop tells no postcode of delivery.
fn address(order: Fields<'_>) -> Fields<'_> {
    let shipping = order.object("shipping");
    if shipping.text("postcode").is_some() {
        shipping
    } else {
        order.object("billing")
    }
}

fn home(address: Fields<'_>) -> Option<Address> {
    let text = |name| address.text(name).map(entities::decode);
    Some(Address {
        lines: ["address_1", "address_2"]
            .into_iter()
            .filter_map(text)
            .collect(),
        postcode: text("postcode")?,
        town: text("city")?,
        country: text("country")?,
        company: text("company"),
    })
}

/// A refund of all sets the status. One of nothing only takes goods back into stock.
fn refund(order: Fields<'_>, status: &str) -> Refund {
    let is_of_money = |refund: Fields<'_>| {
        let total = refund.text("total").unwrap_or_default();
        total.contains(|c: char| ('1'..='9').contains(&c))
    };
    if status == "refunded" {
        Refund::Full
    } else if order.objects("refunds").any(is_of_money) {
        Refund::Partial
    } else {
        Refund::None
    }
}

fn order_wishes(order: Fields<'_>) -> Wishes {
    let of_lines = order
        .objects("line_items")
        .flat_map(|line| attributes(line, "meta_data", "key"));
    wishes(attributes(order, "meta_data", "key").chain(of_lines))
}

fn items(order: Fields<'_>) -> Vec<Item> {
    order
        .objects("line_items")
        .filter_map(|line| {
            let title = entities::decode(line.text("name")?);
            let quantity = line.count("quantity").filter(|&count| count > 0)?;
            Some(Item { title, quantity })
        })
        .collect()
}

/// A time in UTC, with or without saying so.
fn instant(fields: Fields<'_>, name: &str) -> Option<Timestamp> {
    Timestamp::parse_loose(fields.text(name)?).map(|(at, _)| at)
}

#[cfg(test)]
mod tests;
