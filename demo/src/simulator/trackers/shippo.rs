//! A tracking service's webhooks, in Shippo's shape: each tells the whole history, and the newest
//! status once more beside it.

use serde_json::{Value, json};

use super::{place, wall, words};
use crate::simulator::order::{Carrier, Order, Parcel, Scan};
use crate::simulator::seal::Seal;
use crate::simulator::step::Step;
use crate::simulator::webhook::{Hook, Webhook};

/// What it is called on the pages.
pub const LABEL: &str = "Shippo";

/// The track as it stands; `None` before there is a parcel.
pub fn webhook(hook: &Hook, order: &Order) -> Option<Webhook> {
    let track = track(order, order.parcel.as_ref()?)?;
    let body = json!({ "event": "track_updated", "test": false, "data": track }).to_string();
    let webhook = Webhook::new(LABEL, Seal::Shippo, hook, order, "track_updated", body);
    Some(webhook.with("User-Agent", "Shippo/Webhook"))
}

/// Status and substatus of a step. The service has one status for a way back and its end, and
/// none for customs.
pub fn code(step: Step) -> Option<(&'static str, &'static str)> {
    Some(match step {
        Step::Shipped => ("PRE_TRANSIT", "information_received"),
        Step::InTransit => ("TRANSIT", "package_accepted"),
        Step::Sooner => ("TRANSIT", "package_departed"),
        Step::Found => ("TRANSIT", "package_processing"),
        Step::Delayed | Step::TooLate => ("TRANSIT", "delayed"),
        Step::Address => ("TRANSIT", "address_issue"),
        Step::Damaged => ("TRANSIT", "package_damaged"),
        Step::Lost => ("FAILURE", "package_lost"),
        Step::OutForDelivery => ("TRANSIT", "out_for_delivery"),
        Step::DeliveryAttempted => ("TRANSIT", "delivery_attempted"),
        Step::AvailableForPickup => ("TRANSIT", "pickup_available"),
        Step::Returning => ("RETURNED", "return_to_sender"),
        Step::Delivered => ("DELIVERED", "delivered"),
        _ => return None,
    })
}

fn track(order: &Order, parcel: &Parcel) -> Option<Value> {
    let history: Vec<Value> = order
        .scans
        .iter()
        .filter_map(|scan| status(order, *scan))
        .collect();
    let address =
        |city: &str, zip: &str| json!({ "city": city, "state": "", "zip": zip, "country": "FR" });
    Some(json!({
        "carrier": carrier_token(order.carrier()),
        "tracking_number": parcel.tracking_number,
        "address_from": address("Bois-d’Amont", "39220"),
        "address_to": address(&order.customer.city, &order.customer.postcode),
        "eta": order.estimated().map(|day| format!("{day}T00:00:00Z")),
        "servicelevel": { "token": carrier_token(order.carrier()), "name": order.service() },
        "metadata": format!("Commande {}", order.number),
        "messages": [],
        "transaction": format!("{:032x}", order.id()),
        "tracking_status": history.last()?,
        "tracking_history": history,
    }))
}

fn status(order: &Order, scan: Scan) -> Option<Value> {
    let (status, substatus) = code(scan.step)?;
    let place = place(order, scan.step);
    let at = format!("{}Z", wall(scan.at));
    Some(json!({
        "object_id": format!("{:08x}{:024x}", scan.at.timestamp(), order.id()),
        "object_created": at,
        "object_updated": null,
        "status": status,
        "status_details": words(order, scan.step),
        "status_date": at,
        "substatus": { "code": substatus, "text": "", "action_required": false },
        "location": { "city": place.city, "state": "", "zip": place.postcode, "country": "FR" },
    }))
}

fn carrier_token(carrier: Carrier) -> &'static str {
    match carrier {
        Carrier::Colissimo => "colissimo",
        Carrier::MondialRelay => "mondial_relay",
    }
}
