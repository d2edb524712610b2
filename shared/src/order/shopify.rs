//! Shopify's webhooks of orders, fulfillments and refunds.
//!
//! | topic | what is read |
//! | --- | --- |
//! | `orders/create`, `updated`, `paid`, `cancelled`, `fulfilled`, `partially_fulfilled` | the order, with its fulfillments |
//! | `fulfillments/create`, `update` | the fulfillment; its body names its order |
//! | `fulfillment_events/create` | a dated event of a fulfillment's tracking |
//! | `refunds/create` | that money went back, not how much of it: the `orders/updated` that follows says so |
//! | `orders/edited` | nothing: it tells the changes, and an `orders/updated` goes with it |
//! | `orders/delete` | nothing: only what was cancelled or archived can be deleted |
//!
//! Wishes are read from the order's `note_attributes` and from the `properties` of its lines, by
//! the names that [`super::wishes`] tells. The way of shipping is the title of the first shipping
//! line that stands, a refund the order's `financial_status`.

mod fulfillment;

use super::wishes::{Wishes, attributes, wishes};
use super::{Item, OrderFacts, OrderUpdate, Refund, Remarks, ShipmentWord};
use crate::hooks::Envelope;
use crate::household::{Address, Marks};
use crate::source::{Delivery, Fields, Malformed, read_object};
use crate::text::{normalize_email, normalize_postcode};
use crate::time::Day;

/// Reads one delivery. Its name is topic and event id, else topic and webhook id, else the body's
/// hash, so that a repetition is known again whichever of them a shop sends.
pub fn read(envelope: &Envelope<'_>) -> Result<Delivery<OrderUpdate>, Malformed> {
    let topic = envelope.header("x-shopify-topic");
    let header = |name| (envelope.header)(name);
    let id = header("x-shopify-event-id")
        .or_else(|| header("x-shopify-webhook-id"))
        .unwrap_or_else(|| envelope.body_hash());
    parse(&topic, &format!("{topic}/{id}"), envelope.body)
}

/// Reads one delivery; `topic` is the `X-Shopify-Topic` header. Topics that tell nothing of an
/// order are ignored, whatever their body.
pub fn parse(
    topic: &str,
    delivery_id: &str,
    body: &[u8],
) -> Result<Delivery<OrderUpdate>, Malformed> {
    let read = match topic {
        "orders/create"
        | "orders/updated"
        | "orders/paid"
        | "orders/cancelled"
        | "orders/fulfilled"
        | "orders/partially_fulfilled" => order_update,
        "fulfillments/create" | "fulfillments/update" => fulfillment_update,
        "fulfillment_events/create" => event_update,
        "refunds/create" => refund_update,
        _ => return Ok(Delivery::Ignored),
    };
    let object = read_object(body)?;
    let update = OrderUpdate {
        delivery_id: delivery_id.to_owned(),
        ..read(Fields::of(&object))?
    };
    update.bounded().map(Delivery::Understood)
}

fn order_update(order: Fields<'_>) -> Result<OrderUpdate, Malformed> {
    let facts = order_facts(order)?;
    Ok(OrderUpdate {
        order_id: facts.external_id.clone(),
        facts: Some(facts),
        address: home(address(order)),
        // One fulfillment that can't be read must not hide the order and the other parcels.
        shipments: order
            .objects("fulfillments")
            .filter_map(|told| fulfillment::shipment(told).ok())
            .collect(),
        ..OrderUpdate::default()
    })
}

fn fulfillment_update(body: Fields<'_>) -> Result<OrderUpdate, Malformed> {
    let order_id = body.id("order_id").ok_or(Malformed::ShipmentWithoutOrder)?;
    Ok(OrderUpdate {
        order_id,
        shipments: vec![fulfillment::shipment(body)?],
        ..OrderUpdate::default()
    })
}

fn event_update(body: Fields<'_>) -> Result<OrderUpdate, Malformed> {
    let order_id = body.id("order_id").ok_or(Malformed::EventWithoutOrder)?;
    let shipment = body
        .id("fulfillment_id")
        .ok_or(Malformed::EventWithoutShipment)?;
    Ok(OrderUpdate {
        order_id,
        word: Some(ShipmentWord {
            shipment,
            event: fulfillment::event(body)?,
            estimated: body.text("estimated_delivery_at").and_then(Day::parse),
        }),
        ..OrderUpdate::default()
    })
}

/// A refund that only takes goods back into stock moves no money and tells nothing.
fn refund_update(body: Fields<'_>) -> Result<OrderUpdate, Malformed> {
    let order_id = body.id("order_id").ok_or(Malformed::RefundWithoutOrder)?;
    let created_at = body
        .instant("created_at")
        .ok_or(Malformed::RefundWithoutTime)?;
    let paid_back = body
        .objects("transactions")
        .any(|part| part.text("kind") == Some("refund") && part.text("status") == Some("success"));
    Ok(OrderUpdate {
        order_id,
        remarks: Remarks {
            refunded_at: paid_back.then_some(created_at),
            ..Remarks::default()
        },
        ..OrderUpdate::default()
    })
}

fn order_facts(order: Fields<'_>) -> Result<OrderFacts, Malformed> {
    let external_id = order.id("id").ok_or(Malformed::OrderWithoutId)?;
    let number = number(order).ok_or(Malformed::OrderWithoutNumber)?;
    let placed_at = order
        .instant("created_at")
        .ok_or(Malformed::OrderWithoutTime)?;
    let address = address(order);
    let Wishes { gift, deadline } = order_wishes(order);
    Ok(OrderFacts {
        external_id,
        number,
        email: order
            .text("email")
            .or_else(|| order.text("contact_email"))
            .map(normalize_email),
        customer_id: order.object("customer").id("id"),
        postcode: address
            .text("zip")
            .map(normalize_postcode)
            .filter(|code| !code.is_empty()),
        country: address.text("country_code").map(str::to_ascii_uppercase),
        locale: order.text("customer_locale").map(str::to_owned),
        placed_at,
        updated_at: order.instant("updated_at").unwrap_or(placed_at),
        cancelled_at: order.instant("cancelled_at"),
        items: items(order),
        note: order.text("note").map(str::to_owned),
        gift,
        deadline,
        service: order
            .objects("shipping_lines")
            .find(|line| !line.flag("is_removed"))
            .and_then(|line| line.text("title"))
            .map(str::to_owned),
        refund: match order.text("financial_status") {
            Some("refunded") => Refund::Full,
            Some("partially_refunded") => Refund::Partial,
            _ => Refund::None,
        },
        marks: Marks::default(),
    })
}

fn order_wishes(order: Fields<'_>) -> Wishes {
    let of_lines = order
        .objects("line_items")
        .flat_map(|line| attributes(line, "properties", "name"));
    wishes(attributes(order, "note_attributes", "name").chain(of_lines))
}

fn number(order: Fields<'_>) -> Option<String> {
    let name = order.text("name").map(str::to_owned);
    name.or_else(|| order.id("order_number").map(|number| format!("#{number}")))
}

/// Where it goes; the billing address stands in when the shop tells no postcode of delivery.
fn address(order: Fields<'_>) -> Fields<'_> {
    let shipping = order.object("shipping_address");
    if shipping.text("zip").is_some() {
        shipping
    } else {
        order.object("billing_address")
    }
}

fn home(address: Fields<'_>) -> Option<Address> {
    let text = |name| address.text(name).map(str::to_owned);
    Some(Address {
        lines: ["address1", "address2"]
            .into_iter()
            .filter_map(text)
            .collect(),
        postcode: text("zip")?,
        town: text("city")?,
        country: text("country_code")?,
        company: text("company"),
    })
}

/// The lines as edited. When every line was taken out, as after a full refund, the lines as
/// ordered: the shopper should still recognize the order.
fn items(order: Fields<'_>) -> Vec<Item> {
    let current = items_by(order, |line| {
        line.count("current_quantity").or(line.count("quantity"))
    });
    if current.is_empty() {
        items_by(order, |line| line.count("quantity"))
    } else {
        current
    }
}

fn items_by(order: Fields<'_>, quantity: impl Fn(Fields<'_>) -> Option<u32>) -> Vec<Item> {
    order
        .objects("line_items")
        .filter_map(|line| {
            // `name` is the title with its variant: "Ours en peluche - Miel".
            let title = line.text("name").or_else(|| line.text("title"))?.to_owned();
            let quantity = quantity(line).filter(|&count| count > 0)?;
            Some(Item { title, quantity })
        })
        .collect()
}

#[cfg(test)]
mod tests;
