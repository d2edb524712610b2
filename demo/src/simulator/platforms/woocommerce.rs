//! A shop's webhooks and REST API, in `WooCommerce`'s shape.
//!
//! A webhook is sent once: what is lost is found by those who ask the API for what changed.

use chrono::{NaiveDateTime, Utc};
use serde_json::{Value, json};

use crate::clock::Time;
use crate::simulator::order::{Gift, Line, Order, Parcel};
use crate::simulator::seal::Seal;
use crate::simulator::webhook::{Hook, Webhook};

/// What it is called on the pages.
pub const LABEL: &str = "WooCommerce";

const SEAL: Seal = Seal::Base64("X-WC-Webhook-Signature");
const SHOP: &str = "https://atelier-des-rennes.example/";
const CLOCK: &str = "%Y-%m-%dT%H:%M:%S";

/// The order as it stands, under a topic such as `order.updated`.
pub fn webhook(hook: &Hook, topic: &str, order: &Order) -> Webhook {
    let event = topic.split_once('.').map_or(topic, |(_, event)| event);
    Webhook::new(LABEL, SEAL, hook, order, topic, payload(order).to_string())
        .with("User-Agent", "WooCommerce/10.3.5 Hookshot (WordPress/6.9)")
        .with("X-WC-Webhook-Source", SHOP)
        .with("X-WC-Webhook-Topic", topic)
        .with("X-WC-Webhook-Resource", "order")
        .with("X-WC-Webhook-Event", event)
        .with("X-WC-Webhook-ID", "7")
        .with(
            "X-WC-Webhook-Delivery-ID",
            format!("{:032x}", order.changed_at().timestamp()),
        )
}

/// The orders that changed after a time, the API's `GET /wp-json/wc/v3/orders`: oldest change
/// first, and no more than a page of them. A time that can't be read is none.
pub fn page(orders: &[Order], modified_after: &str, page: usize, per_page: usize) -> Value {
    let after = NaiveDateTime::parse_from_str(modified_after, CLOCK).ok();
    let mut changed: Vec<&Order> = orders
        .iter()
        .filter(|order| after.is_none_or(|after| order.changed_at().naive_utc() > after))
        .collect();
    changed.sort_by_key(|order| order.changed_at());
    let skipped = page.saturating_sub(1).saturating_mul(per_page);
    let shown = changed.into_iter().skip(skipped).take(per_page);
    shown.map(payload).collect()
}

fn payload(order: &Order) -> Value {
    let completed_at = order.parcel.as_ref().map(|_| order.changed_at());
    json!({
        "id": order.number,
        "parent_id": 0,
        "number": order.number.to_string(),
        "order_key": format!("wc_order_{}", order.number),
        "status": if order.parcel.is_some() { "completed" } else { "processing" },
        "currency": "EUR",
        "prices_include_tax": true,
        "date_created": local(order.placed_at()),
        "date_created_gmt": gmt(order.placed_at()),
        "date_modified": local(order.changed_at()),
        "date_modified_gmt": gmt(order.changed_at()),
        "date_paid_gmt": gmt(order.placed_at()),
        "date_completed_gmt": completed_at.map(gmt),
        "discount_total": "0.00",
        "shipping_total": money(order.carrier().price()),
        "total": money(order.total()),
        "customer_id": order.customer.id,
        "customer_note": order.note.as_deref().unwrap_or_default(),
        "billing": address(order, true),
        "shipping": address(order, false),
        "payment_method_title": "Carte bancaire",
        "created_via": "checkout",
        "meta_data": meta_data(order),
        "line_items": (1..).zip(&order.lines).map(line_item).collect::<Vec<_>>(),
        "shipping_lines": [{
            "id": 901,
            "method_id": "flat_rate",
            "method_title": order.service(),
            "total": money(order.carrier().price()),
            "taxes": [],
            "meta_data": [],
        }],
        "fee_lines": [],
        "coupon_lines": [],
        "refunds": [],
    })
}

fn address(order: &Order, is_billing: bool) -> Value {
    let customer = &order.customer;
    let mut address = json!({
        "first_name": customer.first_name,
        "last_name": customer.last_name,
        "company": "",
        "address_1": customer.address,
        "address_2": "",
        "city": customer.city,
        "state": "",
        "postcode": customer.postcode,
        "country": "FR",
        "phone": customer.phone.as_deref().unwrap_or_default(),
    });
    if is_billing {
        address["email"] = json!(customer.email);
    }
    address
}

/// What plugins keep: the wishes of the checkout, and Shipment Tracking's parcels.
fn meta_data(order: &Order) -> Vec<Value> {
    let gift = order.wishes.gift.map(|gift| match gift {
        Gift::Open => entry(501, "_cadeau", &json!("oui")),
        Gift::Secret => entry(501, "_cadeau_secret", &json!("oui")),
    });
    let deadline = order
        .wishes
        .deadline
        .map(|day| entry(502, "livrer_avant", &json!(day.to_string())));
    let tracking = order
        .parcel
        .as_ref()
        .map(|parcel| entry(503, "_wc_shipment_tracking_items", &tracked(order, parcel)));
    [gift, deadline, tracking].into_iter().flatten().collect()
}

fn entry(id: u32, key: &str, value: &Value) -> Value {
    json!({ "id": id, "key": key, "value": value })
}

fn tracked(order: &Order, parcel: &Parcel) -> Value {
    json!([{
        "tracking_provider": "",
        "custom_tracking_provider": order.carrier().name(),
        "custom_tracking_link": order.carrier().page(&parcel.tracking_number),
        "tracking_number": parcel.tracking_number,
        "date_shipped": order.changed_at().timestamp().to_string(),
        "tracking_id": format!("{:032x}", order.id()),
    }])
}

fn line_item((id, line): (u32, &Line)) -> Value {
    json!({
        "id": id,
        "name": line.title,
        "product_id": line.product_id,
        "variation_id": 0,
        "quantity": line.quantity,
        "total": money(line.total()),
        "price": f64::from(line.price) / 100.0,
        "sku": line.slug.to_uppercase(),
        "meta_data": [],
    })
}

fn money(cents: u32) -> String {
    format!("{}.{:02}", cents / 100, cents % 100)
}

fn local(time: Time) -> String {
    time.format(CLOCK).to_string()
}

/// A time in UTC. The API does not say so: its name does.
fn gmt(time: Time) -> String {
    time.with_timezone(&Utc).format(CLOCK).to_string()
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;

    use super::*;
    use crate::simulator::fixtures::{noon, order};
    use crate::simulator::story::Story;

    #[test]
    fn a_page_holds_what_changed_since_oldest_change_first() {
        let mut orders = [1, 2, 3].map(|number| {
            let placed_at = noon() - TimeDelta::hours(i64::from(number));
            let mut order = order(Story::Plain, placed_at);
            order.number = number;
            order
        });
        orders[2].take(crate::simulator::step::Step::Shipped, noon());
        for (after, page_number, expected) in [
            ("", 1, &[2, 1, 3][..]),
            ("2026-12-18T09:00:00", 1, &[1, 3]),
            ("2026-12-18T09:00:00", 2, &[]),
            ("2026-12-18T11:00:00", 1, &[]),
        ] {
            let found = page(&orders, after, page_number, 3);
            let numbers: Vec<u64> = found
                .as_array()
                .unwrap()
                .iter()
                .map(|order| order["id"].as_u64().unwrap())
                .collect();
            assert_eq!(numbers, expected, "{after}, page {page_number}");
        }
    }
}
