//! A tracking service's webhooks, in 17TRACK's shape: each tells the whole history, newest event
//! first.

use chrono::{SecondsFormat, Utc};
use serde_json::{Value, json};

use super::{place, words, zoned};
use crate::clock::Time;
use crate::simulator::order::{Carrier, Order, Parcel, Scan};
use crate::simulator::seal::Seal;
use crate::simulator::step::Step;
use crate::simulator::webhook::{Hook, Webhook};

/// What it is called on the pages.
pub const LABEL: &str = "17TRACK";

/// The parcel as it stands; `None` before there is one.
pub fn webhook(hook: &Hook, order: &Order) -> Option<Webhook> {
    let body = payload(order, order.parcel.as_ref()?)?.to_string();
    Some(Webhook::new(
        LABEL,
        Seal::Seventeentrack,
        hook,
        order,
        "TRACKING_UPDATED",
        body,
    ))
}

/// Stage and sub-status of a step.
pub fn code(step: Step) -> Option<(&'static str, &'static str)> {
    Some(match step {
        Step::Shipped => ("InfoReceived", "InfoReceived"),
        Step::InTransit => ("PickedUp", "InTransit_PickedUp"),
        Step::Sooner => ("Departure", "InTransit_Departure"),
        Step::Found => ("Arrival", "InTransit_Arrival"),
        Step::Delayed | Step::TooLate => ("Exception", "Exception_Delayed"),
        Step::Customs => ("InTransit", "InTransit_CustomsRequiringInformation"),
        Step::Address => ("DeliveryFailure", "DeliveryFailure_InvalidAddress"),
        Step::Damaged => ("Exception", "Exception_Damage"),
        Step::Lost => ("Exception", "Exception_Lost"),
        Step::OutForDelivery => ("OutForDelivery", "OutForDelivery_Other"),
        Step::DeliveryAttempted => ("DeliveryFailure", "DeliveryFailure_NoBody"),
        Step::AvailableForPickup => ("AvailableForPickup", "AvailableForPickup_Other"),
        Step::Returning => ("Returning", "Exception_Returning"),
        Step::Returned => ("Returned", "Exception_Returned"),
        Step::Delivered => ("Delivered", "Delivered_Other"),
        _ => return None,
    })
}

fn payload(order: &Order, parcel: &Parcel) -> Option<Value> {
    let carrier = provider(order.carrier());
    Some(json!({
        "event": "TRACKING_UPDATED",
        "data": {
            "number": parcel.tracking_number,
            "carrier": carrier["key"],
            "param": null,
            "tag": order.number.to_string(),
            "track_info": track_info(order, &carrier)?,
        },
    }))
}

fn track_info(order: &Order, carrier: &Value) -> Option<Value> {
    let mut events: Vec<Value> = order
        .scans
        .iter()
        .filter_map(|scan| event(order, *scan))
        .collect();
    events.reverse();
    let newest = order.scans.iter().rev().find_map(|scan| code(scan.step));
    let (_, sub_status) = newest?;
    let main = sub_status
        .split_once('_')
        .map_or(sub_status, |(main, _)| main);
    let estimated = order.estimated().map(|day| format!("{day}T00:00:00+01:00"));
    Some(json!({
        "latest_status": { "status": main, "sub_status": sub_status, "sub_status_descr": null },
        "latest_event": events.first()?,
        "time_metrics": {
            "estimated_delivery_date": {
                "source": "Official",
                "from": estimated,
                "to": estimated,
            },
        },
        "misc_info": { "service_type": order.service() },
        "tracking": {
            "providers": [{
                "provider": carrier,
                "service_type": order.service(),
                "latest_sync_status": "Success",
                "events": events,
            }],
        },
    }))
}

fn event(order: &Order, scan: Scan) -> Option<Value> {
    let (stage, sub_status) = code(scan.step)?;
    let place = place(order, scan.step);
    Some(json!({
        "time_iso": zoned(scan.at),
        "time_utc": utc(scan.at),
        "time_raw": {
            "date": scan.at.date_naive().to_string(),
            "time": scan.at.format("%H:%M:%S").to_string(),
            "timezone": scan.at.offset().to_string(),
        },
        "description": words(order, scan.step),
        "location": place.line(),
        "stage": stage,
        "sub_status": sub_status,
        "address": { "country": "FR", "city": place.city, "postal_code": place.postcode },
    }))
}

fn provider(carrier: Carrier) -> Value {
    let (key, name) = match carrier {
        Carrier::Colissimo => (6051, "Colissimo"),
        Carrier::MondialRelay => (100_304, "Mondial Relay"),
    };
    json!({ "key": key, "name": name, "alias": name, "country": "FR" })
}

fn utc(time: Time) -> String {
    time.with_timezone(&Utc)
        .to_rfc3339_opts(SecondsFormat::Secs, true)
}
