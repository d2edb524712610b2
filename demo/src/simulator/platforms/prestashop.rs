//! What a module of a `PrestaShop` shop pushes: an order and what it refers to, as the shop's
//! webservice writes them in JSON.

use serde_json::{Value, json};

use crate::clock::Time;
use crate::simulator::order::{Line, Order};
use crate::simulator::seal::Seal;
use crate::simulator::webhook::{Hook, Webhook};

/// What it is called on the pages.
pub const LABEL: &str = "PrestaShop";

const SHIPPED: &str = "4";
const PREPARED: &str = "3";
const ADDRESS: u32 = 9;
const FRANCE: u32 = 8;
const FRENCH: u32 = 1;
const CARRIER: u32 = 2;

/// The order as it stands.
pub fn webhook(hook: &Hook, order: &Order) -> Webhook {
    let body = payload(order).to_string();
    let topic = "orders";
    Webhook::new(LABEL, Seal::StandardWebhooks, hook, order, topic, body)
}

fn payload(order: &Order) -> Value {
    let customer = &order.customer;
    json!({
        "time_zone": "Europe/Paris",
        "order": resource(order),
        "customer": {
            "id": customer.id,
            "email": customer.email,
            "firstname": customer.first_name,
            "lastname": customer.last_name,
        },
        "address": {
            "id": ADDRESS,
            "id_country": FRANCE.to_string(),
            "address1": customer.address,
            "postcode": customer.postcode,
            "city": customer.city,
        },
        "country": { "id": FRANCE, "iso_code": "FR" },
        "language": { "id": FRENCH, "language_code": "fr-fr" },
        "carrier": {
            "id": CARRIER,
            "name": order.carrier().name(),
            "url": order.carrier().page("@"),
        },
        "order_carriers": order_carriers(order),
    })
}

fn resource(order: &Order) -> Value {
    let rows: Vec<Value> = order.lines.iter().map(row).collect();
    let shipped_at = order
        .parcel
        .as_ref()
        .map(|_| clock_text(order.changed_at()));
    json!({
        "id": order.number,
        "reference": order.number.to_string(),
        "current_state": if order.parcel.is_some() { SHIPPED } else { PREPARED },
        "id_customer": order.customer.id.to_string(),
        "id_address_delivery": ADDRESS.to_string(),
        "id_lang": FRENCH.to_string(),
        "id_carrier": CARRIER.to_string(),
        "gift": if order.wishes.gift.is_some() { "1" } else { "0" },
        "gift_message": order.note.as_deref().unwrap_or_default(),
        "total_paid": format!("{}.{:02}0000", order.total() / 100, order.total() % 100),
        "date_add": clock_text(order.placed_at()),
        "date_upd": clock_text(order.changed_at()),
        "delivery_date": shipped_at.unwrap_or_else(|| "0000-00-00 00:00:00".to_owned()),
        "associations": { "order_rows": rows },
    })
}

fn row(line: &Line) -> Value {
    json!({
        "product_id": line.product_id.to_string(),
        "product_reference": line.slug.to_uppercase(),
        "product_name": line.title,
        "product_quantity": line.quantity.to_string(),
    })
}

fn order_carriers(order: &Order) -> Vec<Value> {
    let carrier = order.parcel.as_ref().map(|parcel| {
        json!({
            "id": order.number.to_string(),
            "id_order": order.number.to_string(),
            "id_carrier": CARRIER.to_string(),
            "tracking_number": parcel.tracking_number,
        })
    });
    carrier.into_iter().collect()
}

/// A time as the webservice writes it, in the shop's zone.
fn clock_text(time: Time) -> String {
    time.format("%Y-%m-%d %H:%M:%S").to_string()
}
