//! A tracking service's webhooks, in Ship24's shape: each tells its new event only, at a time
//! without a zone.

use serde_json::{Value, json};
use uuid::Uuid;

use super::{place, wall, words};
use crate::simulator::order::{Carrier, Order, Parcel};
use crate::simulator::seal::Seal;
use crate::simulator::step::Step;
use crate::simulator::webhook::{Hook, Webhook};

/// What it is called on the pages.
pub const LABEL: &str = "Ship24";

/// The newest event of the parcel; `None` before there is one, or when it has no code for what
/// happened last.
pub fn webhook(hook: &Hook, order: &Order) -> Option<Webhook> {
    let tracking = tracking(order, order.parcel.as_ref()?)?;
    let body = json!({ "trackings": [tracking] }).to_string();
    let topic = "trackings";
    Some(Webhook::new(LABEL, Seal::Bearer, hook, order, topic, body))
}

/// Milestone and status code of a step. A delay is told by the estimate alone.
pub fn code(step: Step) -> Option<(&'static str, Option<&'static str>)> {
    Some(match step {
        Step::Shipped => ("info_received", Some("data_order_created")),
        Step::InTransit => ("in_transit", Some("transit_handover")),
        Step::Sooner | Step::Delayed | Step::TooLate | Step::Found => ("in_transit", None),
        Step::Customs => ("exception", Some("customs_exception")),
        Step::Lost => ("exception", Some("exception_lost")),
        Step::OutForDelivery => ("out_for_delivery", Some("delivery_out_for_delivery")),
        Step::DeliveryAttempted => ("failed_attempt", Some("delivery_attempted")),
        Step::AvailableForPickup => (
            "available_for_pickup",
            Some("delivery_available_for_pickup"),
        ),
        Step::Returning => ("exception", Some("exception_return")),
        Step::Delivered => ("delivered", Some("delivery_delivered")),
        _ => return None,
    })
}

fn tracking(order: &Order, parcel: &Parcel) -> Option<Value> {
    let (milestone, status_code) = code(order.latest())?;
    let signed_by = order
        .time_of(Step::Delivered)
        .map(|_| order.customer.name());
    Some(json!({
        "metadata": {
            "generatedAt": super::zoned(order.updated_at()),
            "messageId": Uuid::new_v4().to_string(),
        },
        "tracker": {
            "trackerId": format!("{:032x}", order.id()),
            "trackingNumber": parcel.tracking_number,
            "clientTrackerId": order.number.to_string(),
            "isSubscribed": true,
        },
        "shipment": {
            "statusCode": status_code,
            "statusMilestone": milestone,
            "originCountryCode": "FR",
            "destinationCountryCode": "FR",
            "delivery": {
                "estimatedDeliveryDate": order.estimated().map(|day| format!("{day}T00:00:00")),
                "service": order.service(),
                "signedBy": signed_by,
            },
            "trackingNumbers": [{ "tn": parcel.tracking_number }],
        },
        "events": [event(order, parcel)?],
    }))
}

fn event(order: &Order, parcel: &Parcel) -> Option<Value> {
    let scan = order.scans.last()?;
    let (milestone, status_code) = code(scan.step)?;
    let courier = match order.carrier() {
        Carrier::Colissimo => "fr-colissimo",
        Carrier::MondialRelay => "fr-mondial-relay",
    };
    Some(json!({
        "eventId": Uuid::new_v4().to_string(),
        "trackingNumber": parcel.tracking_number,
        "status": words(order, scan.step),
        "occurrenceDatetime": wall(scan.at),
        "hasNoTime": false,
        "location": place(order, scan.step).line(),
        "courierCode": courier,
        "statusCode": status_code,
        "statusMilestone": milestone,
    }))
}
