//! Shopify's `orders/*` and `fulfillments/*` webhooks.
//!
//! An order's body carries its fulfillments; a fulfillment's body names its order. The
//! `shipment_status` of a fulfillment is what the shop's own tracking says of its parcels. It has
//! no time of its own, so that it is read as of the fulfillment's last change; a fulfillment's
//! `status` is about the request to ship and says nothing of the parcels.

use serde_json::Value;

use super::{Item, OrderFacts, OrderUpdate, ParcelFacts, ShipmentFacts};
use crate::hooks::Envelope;
use crate::source::{Delivery, Fields, Malformed, filled, https_url, read_object};
use crate::text::{normalize_email, normalize_postcode};
use crate::time::Timestamp;
use crate::tracking::{Status, TrackingEvent, TrackingSource, normalize_number};

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

/// Reads one delivery; `topic` is the `X-Shopify-Topic` header. Topics other than creation and
/// change of an order or a fulfillment are ignored, whatever their body.
pub fn parse(
    topic: &str,
    delivery_id: &str,
    body: &[u8],
) -> Result<Delivery<OrderUpdate>, Malformed> {
    match topic {
        "orders/create" | "orders/updated" => {
            let object = read_object(body)?;
            order_update(delivery_id, Fields::of(&object)).map(Delivery::Understood)
        }
        "fulfillments/create" | "fulfillments/update" => {
            let object = read_object(body)?;
            fulfillment_update(delivery_id, Fields::of(&object)).map(Delivery::Understood)
        }
        _ => Ok(Delivery::Ignored),
    }
}

fn order_update(delivery_id: &str, order: Fields<'_>) -> Result<OrderUpdate, Malformed> {
    let facts = order_facts(order)?;
    Ok(OrderUpdate {
        delivery_id: delivery_id.to_owned(),
        order_id: facts.external_id.clone(),
        facts: Some(facts),
        // One fulfillment that can't be read must not hide the order and the other parcels.
        shipments: order
            .objects("fulfillments")
            .filter_map(|f| shipment(f).ok())
            .collect(),
    })
}

fn fulfillment_update(delivery_id: &str, body: Fields<'_>) -> Result<OrderUpdate, Malformed> {
    let order_id = body.id("order_id").ok_or(Malformed {
        problem: "the fulfillment names no order",
    })?;
    Ok(OrderUpdate {
        delivery_id: delivery_id.to_owned(),
        order_id,
        facts: None,
        shipments: vec![shipment(body)?],
    })
}

fn order_facts(order: Fields<'_>) -> Result<OrderFacts, Malformed> {
    let external_id = order.id("id").ok_or(Malformed {
        problem: "the order has no id",
    })?;
    let number = number(order).ok_or(Malformed {
        problem: "the order has no number",
    })?;
    let placed_at = order.instant("created_at").ok_or(Malformed {
        problem: "the order has no time of creation",
    })?;
    let address = address(order);
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
        ..OrderFacts::default()
    })
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

fn shipment(fulfillment: Fields<'_>) -> Result<ShipmentFacts, Malformed> {
    let external_id = fulfillment.id("id").ok_or(Malformed {
        problem: "the fulfillment has no id",
    })?;
    let created_at = fulfillment.instant("created_at").ok_or(Malformed {
        problem: "the fulfillment has no time of creation",
    })?;
    let updated_at = fulfillment.instant("updated_at").unwrap_or(created_at);
    Ok(ShipmentFacts {
        external_id,
        active: !matches!(
            fulfillment.text("status"),
            Some("cancelled" | "error" | "failure")
        ),
        created_at,
        updated_at,
        parcels: parcels(fulfillment),
        word: fulfillment
            .text("shipment_status")
            .map(|code| shops_word(code, updated_at)),
    })
}

fn shops_word(code: &str, at: Timestamp) -> TrackingEvent {
    TrackingEvent {
        source: TrackingSource::Shopify,
        status: SHIPMENT_STATUSES
            .iter()
            .find_map(|&(known, status)| (known == code).then_some(status))
            .unwrap_or(Status::Unknown),
        raw_code: format!("shipment_status/{code}"),
        reason: None,
        description: String::new(),
        place: None,
        occurred_at: at,
        zone_known: true,
    }
}

/// What Shopify's shipment statuses mean. `failure` says that the shop could not track the
/// parcel, for a wrong number among others: it is no trouble of the parcel's.
const SHIPMENT_STATUSES: [(&str, Status); 9] = [
    ("label_printed", Status::PreTransit),
    ("label_purchased", Status::PreTransit),
    ("confirmed", Status::PreTransit),
    ("in_transit", Status::InTransit),
    ("out_for_delivery", Status::OutForDelivery),
    ("attempted_delivery", Status::DeliveryAttempted),
    ("ready_for_pickup", Status::AvailableForPickup),
    ("delivered", Status::Delivered),
    ("failure", Status::Unknown),
];

fn parcels(fulfillment: Fields<'_>) -> Vec<ParcelFacts> {
    let carrier = fulfillment
        .text("tracking_company")
        // What the shop's list offers for a carrier that it doesn't know.
        .filter(|company| !company.eq_ignore_ascii_case("other"))
        .map(str::to_owned);
    let numbers = texts(fulfillment, "tracking_numbers", "tracking_number");
    let urls = texts(fulfillment, "tracking_urls", "tracking_url");
    let mut parcels: Vec<ParcelFacts> = Vec::new();
    for (index, number) in numbers
        .iter()
        .map(|number| normalize_number(number))
        .enumerate()
    {
        if number.is_empty() || parcels.iter().any(|parcel| parcel.number == number) {
            continue;
        }
        // The lists run side by side; when their lengths differ, only a lone parcel's link is
        // sure not to be another parcel's.
        let url = (urls.len() == numbers.len() || numbers.len() == 1)
            .then(|| urls.get(index))
            .flatten()
            .and_then(|url| https_url(url));
        parcels.push(ParcelFacts {
            number,
            carrier: carrier.clone(),
            url,
        });
    }
    parcels
}

/// The texts of a list, or the one under the singular name when the list is empty.
fn texts<'a>(fulfillment: Fields<'a>, plural: &str, singular: &str) -> Vec<&'a str> {
    let listed: Vec<&str> = fulfillment
        .list(plural)
        .iter()
        .filter_map(Value::as_str)
        .filter_map(filled)
        .collect();
    if listed.is_empty() {
        fulfillment.text(singular).into_iter().collect()
    } else {
        listed
    }
}

#[cfg(test)]
mod tests;
