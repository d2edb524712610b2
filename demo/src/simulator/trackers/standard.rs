//! The generic tracking webhook, which any sender may use: it has a word for everything.

use chrono::NaiveDate;
use serde_json::{Value, json};

use super::{place, words, zoned};
use crate::simulator::order::{Order, Parcel, Scan};
use crate::simulator::point::Point;
use crate::simulator::seal::Seal;
use crate::simulator::step::Step;
use crate::simulator::webhook::{Hook, Webhook};

/// What it is called on the pages.
pub const LABEL: &str = "Webhook générique de suivi";

/// The parcel as it stands; `None` before there is one.
pub fn webhook(hook: &Hook, order: &Order) -> Option<Webhook> {
    let parcel = parcel(order, order.parcel.as_ref()?);
    let topic = "tracking.updated";
    let body = json!({ "type": topic, "data": { "parcels": [parcel] } }).to_string();
    let seal = Seal::StandardWebhooks;
    Some(Webhook::new(LABEL, seal, hook, order, topic, body))
}

/// Status of a step, and the reason beside it; `None` for what is no event.
fn code(step: Step) -> Option<(&'static str, Option<&'static str>)> {
    Some(match step {
        Step::Shipped => ("pre_transit", None),
        Step::InTransit | Step::Sooner | Step::Found => ("in_transit", None),
        Step::Delayed | Step::TooLate => ("delayed", Some("disruption")),
        Step::Customs => ("exception", Some("customs")),
        Step::Address => ("exception", Some("address")),
        Step::Damaged => ("exception", Some("damaged")),
        Step::Lost => ("lost", None),
        Step::OutForDelivery => ("out_for_delivery", None),
        Step::DeliveryAttempted => ("delivery_attempted", Some("absent")),
        Step::PointClosed => ("exception", Some("point_closed")),
        Step::PointFull => ("exception", Some("point_full")),
        Step::PointMoved => ("exception", Some("point_moved")),
        Step::AvailableForPickup => ("available_for_pickup", None),
        Step::Returning => ("returning", None),
        Step::Returned => ("returned", None),
        Step::Delivered => ("delivered", None),
        // The last day changes without an event.
        Step::Created | Step::KeptTwoDays | Step::KeptOneDay => return None,
    })
}

fn parcel(order: &Order, parcel: &Parcel) -> Value {
    let events: Vec<Value> = order
        .scans
        .iter()
        .filter_map(|scan| event(order, *scan))
        .collect();
    let delivered = order.time_of(Step::Delivered);
    json!({
        "number": parcel.tracking_number,
        "carrier": order.carrier().name(),
        "service": order.service(),
        "url": order.carrier().page(&parcel.tracking_number),
        "estimated_day": order.estimated().map(|day| day.to_string()),
        "pickup_point": parcel.point.map(|point| pickup_point(order, parcel, point)),
        "proof": delivered.map(|_| json!({ "signed_by": order.customer.name() })),
        "events": events,
    })
}

fn pickup_point(order: &Order, parcel: &Parcel, point: Point) -> Value {
    let closure = parcel
        .closure
        .map(|(first, last)| json!({ "first": first.to_string(), "last": last.to_string() }));
    json!({
        "id": point.id,
        "name": point.name,
        "address": point.address(&order.customer),
        "country": "FR",
        "opening_hours": point.opening_hours,
        "closures": closure.into_iter().collect::<Vec<_>>(),
        "kept_until": parcel.kept_until.as_ref().map(NaiveDate::to_string),
    })
}

fn event(order: &Order, scan: Scan) -> Option<Value> {
    let (status, reason) = code(scan.step)?;
    let place = place(order, scan.step);
    Some(json!({
        "status": status,
        "reason": reason,
        "code": scan.step.name(),
        "description": words(order, scan.step),
        "place": format!("{}, FR", place.city),
        "occurred_at": zoned(scan.at),
    }))
}
