//! The shop platform's webhooks, in Shopify's shape.

use chrono::{SecondsFormat, Utc};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::clock::Time;
use crate::simulator::order::{Gift, Line, Order};
use crate::simulator::seal::Seal;
use crate::simulator::step::Step;
use crate::simulator::webhook::{Hook, Webhook};

/// What it is called on the pages.
pub const LABEL: &str = "Shopify";

const SEAL: Seal = Seal::Base64("X-Shopify-Hmac-Sha256");
const SHOP_DOMAIN: &str = "atelier-des-rennes.myshopify.com";
const API_VERSION: &str = "2026-10";
const LOCATION_ID: u64 = 71_800_001;
/// French VAT on toys.
const VAT_PERCENT: u32 = 20;

/// The order as it stands, under a topic such as `orders/create`.
pub fn order_webhook(hook: &Hook, topic: &str, order: &Order) -> Webhook {
    webhook(hook, topic, order, &order_payload(order))
}

/// What the platform says once a step was taken. It has a word of its own for a missed delivery.
pub fn told(hook: &Hook, order: &Order, step: Step) -> Vec<Webhook> {
    let topic = match step {
        Step::Shipped => "fulfillments/create",
        Step::DeliveryAttempted => "fulfillments/update",
        _ => return vec![],
    };
    let Some(fulfillment) = fulfillment(order) else {
        return vec![];
    };
    let mut told = vec![webhook(hook, topic, order, &fulfillment)];
    if step == Step::Shipped {
        told.push(order_webhook(hook, "orders/updated", order));
    }
    told
}

fn webhook(hook: &Hook, topic: &str, order: &Order, payload: &Value) -> Webhook {
    let triggered_at = order
        .updated_at()
        .with_timezone(&Utc)
        .to_rfc3339_opts(SecondsFormat::Nanos, true);
    Webhook::new(LABEL, SEAL, hook, order, topic, payload.to_string())
        .with("User-Agent", "Shopify-Captain-Hook")
        .with("X-Shopify-Topic", topic)
        .with("X-Shopify-Webhook-Id", Uuid::new_v4().to_string())
        .with("X-Shopify-Event-Id", Uuid::new_v4().to_string())
        .with("X-Shopify-Shop-Domain", SHOP_DOMAIN)
        .with("X-Shopify-API-Version", API_VERSION)
        .with("X-Shopify-Triggered-At", triggered_at)
}

fn order_payload(order: &Order) -> Value {
    let id = order.id();
    let fulfillments: Vec<Value> = fulfillment(order).into_iter().collect();
    let mut payload = json!({
        "id": id,
        "admin_graphql_api_id": format!("gid://shopify/Order/{id}"),
        "name": format!("#{}", order.number),
        "number": order.number - 1000,
        "order_number": order.number,
        "confirmed": true,
        "test": false,
        "email": order.customer.email,
        "contact_email": order.customer.email,
        "phone": order.customer.phone,
        "customer": customer(order),
        "customer_locale": "fr-FR",
        "shipping_address": address(order),
        "billing_address": address(order),
        "created_at": stamp(order.placed_at()),
        "processed_at": stamp(order.placed_at()),
        "updated_at": stamp(order.updated_at()),
        "cancelled_at": null,
        "cancel_reason": null,
        "closed_at": null,
        "fulfillment_status": order.parcel.as_ref().map(|_| "fulfilled"),
        "note": order.note,
        "note_attributes": wishes(order),
        "tags": if order.wishes.gift.is_some() { "cadeau" } else { "" },
        "source_name": "web",
        "line_items": line_items(order),
        "shipping_lines": [shipping_line(order)],
        "fulfillments": fulfillments,
    });
    merge(&mut payload, payment(order));
    payload
}

/// What the checkout's own fields ask for.
fn wishes(order: &Order) -> Vec<Value> {
    let gift = order.wishes.gift.map(|gift| match gift {
        Gift::Open => json!({ "name": "cadeau", "value": "oui" }),
        Gift::Secret => json!({ "name": "cadeau", "value": "secret" }),
    });
    let deadline = order.wishes.deadline;
    let deadline = deadline.map(|day| json!({ "name": "livrer_avant", "value": day.to_string() }));
    gift.into_iter().chain(deadline).collect()
}

fn payment(order: &Order) -> Value {
    let (items, total) = (order.items_total(), order.total());
    json!({
        "currency": "EUR",
        "presentment_currency": "EUR",
        "financial_status": "paid",
        "payment_gateway_names": ["shopify_payments"],
        "taxes_included": true,
        "subtotal_price": money(items),
        "total_line_items_price": money(items),
        "total_price": money(total),
        "total_price_set": price_set(total),
        "total_tax": money(vat(total)),
        "total_discounts": "0.00",
        "tax_lines": [tax_line(total)],
        "total_weight": order.lines.iter().map(|line| line.grams * line.quantity).sum::<u32>(),
        "discount_codes": [],
        "discount_applications": [],
        "refunds": [],
    })
}

fn merge(payload: &mut Value, more: Value) {
    if let (Value::Object(payload), Value::Object(more)) = (payload, more) {
        payload.extend(more);
    }
}

fn shipping_line(order: &Order) -> Value {
    let price = order.carrier().price();
    json!({
        "id": order.id() + 900,
        "title": order.service(),
        "code": order.carrier().name(),
        "source": "shopify",
        "price": money(price),
        "price_set": price_set(price),
        "discounted_price": money(price),
        "tax_lines": [tax_line(price)],
    })
}

fn customer(order: &Order) -> Value {
    let customer = &order.customer;
    json!({
        "id": customer.id,
        "admin_graphql_api_id": format!("gid://shopify/Customer/{}", customer.id),
        "email": customer.email,
        "first_name": customer.first_name,
        "last_name": customer.last_name,
        "phone": customer.phone,
        "state": "enabled",
        "verified_email": true,
        "currency": "EUR",
        "tags": "",
        "note": null,
        "default_address": address(order),
    })
}

fn address(order: &Order) -> Value {
    let customer = &order.customer;
    json!({
        "first_name": customer.first_name,
        "last_name": customer.last_name,
        "name": customer.name(),
        "company": null,
        "address1": customer.address,
        "address2": null,
        "zip": customer.postcode,
        "city": customer.city,
        "province": null,
        "province_code": null,
        "country": "France",
        "country_code": "FR",
        "phone": customer.phone,
    })
}

fn line_items(order: &Order) -> Vec<Value> {
    let shipped = order.parcel.is_some();
    (1..)
        .zip(&order.lines)
        .map(|(index, line)| line_item(order.id() + index, line, shipped))
        .collect()
}

fn line_item(id: u64, line: &Line, shipped: bool) -> Value {
    json!({
        "id": id,
        "admin_graphql_api_id": format!("gid://shopify/LineItem/{id}"),
        "product_id": line.product_id,
        "variant_id": line.product_id * 10 + 1,
        "sku": line.slug.to_uppercase(),
        "title": line.title,
        "name": line.title,
        "variant_title": null,
        "vendor": "Atelier des Rennes",
        "quantity": line.quantity,
        "current_quantity": line.quantity,
        "fulfillable_quantity": if shipped { 0 } else { line.quantity },
        "fulfillment_service": "manual",
        "fulfillment_status": shipped.then_some("fulfilled"),
        "requires_shipping": true,
        "gift_card": false,
        "grams": line.grams,
        "price": money(line.price),
        "price_set": price_set(line.price),
        "total_discount": "0.00",
        "taxable": true,
        "tax_lines": [tax_line(line.total())],
        "properties": [],
        "product_exists": true,
    })
}

fn fulfillment(order: &Order) -> Option<Value> {
    let parcel = order.parcel.as_ref()?;
    let id = order.id() + 500;
    let url = order.carrier().page(&parcel.tracking_number);
    Some(json!({
        "id": id,
        "admin_graphql_api_id": format!("gid://shopify/Fulfillment/{id}"),
        "order_id": order.id(),
        "name": format!("#{}.1", order.number),
        "status": "success",
        "service": "manual",
        "location_id": LOCATION_ID,
        "shipment_status": shipment_status(order.furthest()),
        "created_at": stamp(order.time_of(Step::Shipped)?),
        "updated_at": stamp(order.updated_at()),
        "tracking_company": order.carrier().name(),
        "tracking_number": parcel.tracking_number,
        "tracking_numbers": [parcel.tracking_number],
        "tracking_url": url,
        "tracking_urls": [url],
        "email": order.customer.email,
        "destination": address(order),
        "origin_address": null,
        "receipt": {},
        "line_items": line_items(order),
    }))
}

/// How the platform calls a step. It knows no other trouble than a missed delivery.
fn shipment_status(step: Step) -> Option<&'static str> {
    match step {
        Step::Created | Step::Returning | Step::Returned => None,
        Step::Shipped => Some("confirmed"),
        Step::OutForDelivery => Some("out_for_delivery"),
        Step::DeliveryAttempted => Some("attempted_delivery"),
        Step::AvailableForPickup | Step::KeptTwoDays | Step::KeptOneDay => Some("ready_for_pickup"),
        Step::Delivered => Some("delivered"),
        _ => Some("in_transit"),
    }
}

/// The tax that a price includes.
fn vat(cents: u32) -> u32 {
    cents * VAT_PERCENT / (100 + VAT_PERCENT)
}

fn tax_line(cents: u32) -> Value {
    let rate = f64::from(VAT_PERCENT) / 100.0;
    json!({ "title": "TVA", "rate": rate, "price": money(vat(cents)) })
}

fn price_set(cents: u32) -> Value {
    let money = json!({ "amount": money(cents), "currency_code": "EUR" });
    json!({ "shop_money": money, "presentment_money": money })
}

fn money(cents: u32) -> String {
    format!("{}.{:02}", cents / 100, cents % 100)
}

fn stamp(time: Time) -> String {
    time.to_rfc3339_opts(SecondsFormat::Secs, false)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::simulator::fixtures::{hook, noon, order};
    use crate::simulator::story::Story;

    #[test]
    fn an_order_tells_who_what_and_where() {
        let webhook = order_webhook(&hook(), "orders/create", &order(Story::Late, noon()));
        let body: Value = serde_json::from_str(&webhook.body).unwrap();
        assert_eq!(body["name"], "#1042");
        assert_eq!(body["customer"]["id"], 7001);
        assert_eq!(body["shipping_address"]["zip"], "69001");
        assert_eq!(body["created_at"], "2026-12-18T12:00:00+01:00");
        // Two trains of 46 euros and the carrier's 5.90, of which a sixth is tax.
        assert_eq!(
            (&body["total_price"], &body["total_tax"]),
            (&json!("97.90"), &json!("16.31"))
        );
        assert_eq!(body["fulfillments"], json!([]));
    }

    #[test]
    fn the_parcel_appears_once_it_is_packed() {
        let mut order = order(Story::Late, noon());
        assert!(told(&hook(), &order, Step::Shipped).is_empty());
        order.take(Step::Shipped, noon());
        let told = told(&hook(), &order, Step::Shipped);
        let topics: Vec<&str> = told.iter().map(|webhook| webhook.topic.as_str()).collect();
        assert_eq!(topics, ["fulfillments/create", "orders/updated"]);
        let body: Value = serde_json::from_str(&told[0].body).unwrap();
        assert_eq!(body["order_id"], order.id());
        assert_eq!(
            body["tracking_number"],
            order.parcel.unwrap().tracking_number
        );
    }

    #[test]
    fn every_delivery_has_ids_of_its_own() {
        let order = order(Story::Late, noon());
        let webhooks = [1, 2].map(|_| order_webhook(&hook(), "orders/create", &order));
        let value = |webhook: &Webhook, name: &str| {
            let headers = webhook.headers.iter();
            headers.filter(|(key, _)| *key == name).count()
        };
        for name in ["X-Shopify-Webhook-Id", "X-Shopify-Event-Id"] {
            assert_eq!(value(&webhooks[0], name), 1, "{name}");
        }
        assert_ne!(webhooks[0].headers, webhooks[1].headers);
    }
}
