//! The generic order webhook, which any shop may use: it tells one order whole.

use serde_json::{Value, json};

use crate::clock::Time;
use crate::simulator::order::{Gift, Line, Order, Parcel};
use crate::simulator::seal::Seal;
use crate::simulator::webhook::{Hook, Webhook};

/// What it is called on the pages.
pub const LABEL: &str = "Webhook générique de commande";

/// The order as it stands.
pub fn webhook(hook: &Hook, order: &Order) -> Webhook {
    let topic = "order.updated";
    let body = json!({ "type": topic, "data": data(order) }).to_string();
    Webhook::new(LABEL, Seal::StandardWebhooks, hook, order, topic, body)
}

fn data(order: &Order) -> Value {
    let customer = &order.customer;
    let items: Vec<Value> = order.lines.iter().map(item).collect();
    let shipments = order.parcel.iter().map(|parcel| shipment(order, parcel));
    json!({
        "id": order.id().to_string(),
        "number": order.number.to_string(),
        "placed_at": zoned(order.placed_at()),
        "updated_at": zoned(order.changed_at()),
        "email": customer.email,
        "customer_id": customer.id.to_string(),
        "postcode": customer.postcode,
        "country": "FR",
        "locale": "fr-FR",
        "items": items,
        "note": order.note,
        "gift": order.wishes.gift.map(|gift| json!({ "secret": gift == Gift::Secret })),
        "deadline": order.wishes.deadline.map(|day| day.to_string()),
        "service": order.service(),
        "refund": "none",
        "shipments": shipments.collect::<Vec<_>>(),
    })
}

fn item(line: &Line) -> Value {
    json!({ "title": line.title, "quantity": line.quantity })
}

fn shipment(order: &Order, parcel: &Parcel) -> Value {
    json!({
        "id": format!("{}-1", order.number),
        "created_at": zoned(order.changed_at()),
        "parcels": [{
            "number": parcel.tracking_number,
            "carrier": order.carrier().name(),
            "url": order.carrier().page(&parcel.tracking_number),
        }],
    })
}

fn zoned(time: Time) -> String {
    time.to_rfc3339_opts(chrono::SecondsFormat::Secs, false)
}
