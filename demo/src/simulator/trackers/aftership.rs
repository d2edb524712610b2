//! A tracking service's webhooks, in `AfterShip`'s shape: each tells the whole history again. A
//! subtag says more than its tag.

use serde_json::{Value, json};
use uuid::Uuid;

use super::{place, words, zoned};
use crate::simulator::order::{Carrier, Order, Parcel, Scan};
use crate::simulator::seal::Seal;
use crate::simulator::step::Step;
use crate::simulator::webhook::{Hook, Webhook};

/// What it is called on the pages.
pub const LABEL: &str = "AfterShip";

const SEAL: Seal = Seal::Base64("aftership-hmac-sha256");

/// The tracking as it stands; `None` before there is a parcel.
pub fn webhook(hook: &Hook, order: &Order) -> Option<Webhook> {
    let body = payload(order, order.parcel.as_ref()?)?.to_string();
    let webhook = Webhook::new(LABEL, SEAL, hook, order, "tracking_update", body);
    Some(webhook.with("User-Agent", "AfterShip-Webhook/1.0"))
}

/// Tag and subtag of a step. Of pickup points the service has their name alone.
pub fn code(step: Step) -> Option<(&'static str, &'static str)> {
    Some(match step {
        Step::Shipped => ("InfoReceived", "InfoReceived_001"),
        Step::InTransit => ("InTransit", "InTransit_002"),
        Step::Sooner => ("InTransit", "InTransit_003"),
        Step::Found => ("InTransit", "InTransit_007"),
        Step::Delayed | Step::TooLate => ("Exception", "Exception_005"),
        Step::Customs => ("Exception", "Exception_004"),
        Step::Address => ("Exception", "Exception_007"),
        Step::Damaged => ("Exception", "Exception_012"),
        Step::Lost => ("Exception", "Exception_013"),
        Step::OutForDelivery => ("OutForDelivery", "OutForDelivery_001"),
        Step::DeliveryAttempted => ("AttemptFail", "AttemptFail_002"),
        Step::AvailableForPickup => ("AvailableForPickup", "AvailableForPickup_001"),
        Step::Returning => ("Exception", "Exception_010"),
        Step::Returned => ("Exception", "Exception_011"),
        Step::Delivered => ("Delivered", "Delivered_001"),
        _ => return None,
    })
}

fn payload(order: &Order, parcel: &Parcel) -> Option<Value> {
    Some(json!({
        "ts": order.updated_at().timestamp(),
        "event": "tracking_update",
        "event_id": Uuid::new_v4().to_string(),
        "is_tracking_first_tag": true,
        "msg": tracking(order, parcel)?,
    }))
}

fn tracking(order: &Order, parcel: &Parcel) -> Option<Value> {
    let newest = order.scans.iter().rev().find_map(|scan| code(scan.step));
    let (tag, subtag) = newest?;
    let checkpoints: Vec<Value> = order
        .scans
        .iter()
        .filter_map(|scan| checkpoint(order, *scan))
        .collect();
    Some(json!({
        "id": format!("trk{:032x}", order.id()),
        "created_at": zoned(order.time_of(Step::Shipped)?),
        "updated_at": zoned(order.updated_at()),
        "tracking_number": parcel.tracking_number,
        "slug": slug(order.carrier()),
        "active": !order.is_over(),
        "origin_country_region": "FRA",
        "destination_country_region": "FRA",
        "destination_city": order.customer.city,
        "destination_postal_code": order.customer.postcode,
        "latest_estimated_delivery": order.estimated().map(|day| {
            json!({
                "type": "specific",
                "source": "Carrier EDD",
                "datetime": day.to_string(),
                "datetime_min": null,
                "datetime_max": null,
            })
        }),
        "order_id": order.id().to_string(),
        "order_number": order.number.to_string(),
        "shipment_type": order.service(),
        "signed_by": order.time_of(Step::Delivered).map(|_| order.customer.name()),
        "tag": tag,
        "subtag": subtag,
        "language": "fr",
        "checkpoints": checkpoints,
        "pickup_location": parcel.point.map(|point| {
            format!("{}, {}", point.name, point.address(&order.customer))
        }),
        "courier_tracking_link": order.carrier().page(&parcel.tracking_number),
    }))
}

fn checkpoint(order: &Order, scan: Scan) -> Option<Value> {
    let (tag, subtag) = code(scan.step)?;
    let place = place(order, scan.step);
    Some(json!({
        "slug": slug(order.carrier()),
        "created_at": zoned(scan.at),
        "checkpoint_time": zoned(scan.at),
        "message": words(order, scan.step),
        "tag": tag,
        "subtag": subtag,
        "city": place.city,
        "postal_code": place.postcode,
        "country_region": "FRA",
        "country_name": "France",
        "location": null,
        "raw_tag": null,
    }))
}

fn slug(carrier: Carrier) -> &'static str {
    match carrier {
        Carrier::Colissimo => "colissimo",
        Carrier::MondialRelay => "mondialrelay",
    }
}
