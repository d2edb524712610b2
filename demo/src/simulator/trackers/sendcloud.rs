//! A shipping platform's webhooks, in Sendcloud's shape: each tells one status, by its message.

use serde_json::{Value, json};

use crate::simulator::order::{Carrier, Order, Parcel};
use crate::simulator::seal::Seal;
use crate::simulator::step::Step;
use crate::simulator::webhook::{Hook, Webhook};

/// What it is called on the pages.
pub const LABEL: &str = "Sendcloud";

const SEAL: Seal = Seal::Hex("Sendcloud-Signature", "");

/// The parcel's status; `None` before there is a parcel, or when it has no message for what
/// happened last.
pub fn webhook(hook: &Hook, order: &Order) -> Option<Webhook> {
    let body = payload(order, order.parcel.as_ref()?)?.to_string();
    let topic = "parcel_status_changed";
    Some(Webhook::new(LABEL, SEAL, hook, order, topic, body))
}

/// The message of a step. The platform tells neither estimates nor pickup points, and that a
/// parcel is at the customs, not that they hold it.
pub fn message(step: Step) -> Option<&'static str> {
    Some(match step {
        Step::Shipped => "Ready to send",
        Step::InTransit => "Parcel en route",
        Step::Delayed => "Delivery delayed",
        Step::Address => "Address invalid",
        Step::OutForDelivery => "Driver en route",
        Step::DeliveryAttempted => "Delivery attempt failed",
        Step::AvailableForPickup => "Awaiting customer pickup",
        Step::Returning => "Returned to sender",
        Step::Delivered => "Delivered",
        _ => return None,
    })
}

fn payload(order: &Order, parcel: &Parcel) -> Option<Value> {
    let (customer, scan) = (&order.customer, order.scans.last()?);
    let (code, name) = match order.carrier() {
        Carrier::Colissimo => ("colissimo", "Colissimo"),
        Carrier::MondialRelay => ("mondial_relay", "Mondial Relay"),
    };
    Some(json!({
        "action": "parcel_status_changed",
        "timestamp": scan.at.timestamp_millis(),
        "carrier_status_change_timestamp": scan.at.timestamp_millis(),
        "parcel": {
            "id": 500_000_000 + u64::from(order.number),
            "name": customer.name(),
            "address": customer.address,
            "city": customer.city,
            "postal_code": customer.postcode,
            "email": customer.email,
            "country": { "iso_2": "FR", "iso_3": "FRA", "name": "France" },
            "order_number": order.number.to_string(),
            "tracking_number": parcel.tracking_number,
            "tracking_url": order.carrier().page(&parcel.tracking_number),
            "carrier": { "code": code, "name": name },
            "shipment": { "id": 8, "name": order.service() },
            "status": { "id": 1000, "message": message(scan.step)? },
            "is_return": false,
            "to_service_point": null,
        },
    }))
}
