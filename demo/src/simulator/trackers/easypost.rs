//! The tracking service's webhooks, in `EasyPost`'s shape: each tells the whole history again.

use chrono::{SecondsFormat, Utc};
use serde_json::{Value, json};
use uuid::Uuid;

use super::{place, wall, words};
use crate::clock::Time;
use crate::simulator::order::{Carrier, Order, Parcel, Scan};
use crate::simulator::seal::Seal;
use crate::simulator::step::Step;
use crate::simulator::webhook::{Hook, Webhook};

/// What it is called on the pages.
pub const LABEL: &str = "EasyPost";

const SEAL: Seal = Seal::Hex("X-Hmac-Signature", "hmac-sha256-hex=");

/// The tracker as it stands; `None` before there is a parcel.
pub fn webhook(hook: &Hook, order: &Order) -> Option<Webhook> {
    let body = event_payload(order, order.parcel.as_ref()?)?.to_string();
    let webhook = Webhook::new(LABEL, SEAL, hook, order, "tracker.updated", body);
    Some(webhook.with("User-Agent", "EasyPost Webhook Delivery v2"))
}

/// Status and detail of a step. The service has no word for a missed delivery but "failure", and
/// none for customs, losses and what befalls pickup points.
pub fn code(step: Step) -> Option<(&'static str, &'static str)> {
    Some(match step {
        Step::Shipped => ("pre_transit", "label_created"),
        Step::InTransit => ("in_transit", "arrived_at_facility"),
        Step::Sooner => ("in_transit", "departed_facility"),
        Step::Delayed | Step::TooLate => ("in_transit", "delayed"),
        Step::Address => ("in_transit", "address_correction"),
        Step::Damaged => ("in_transit", "damaged"),
        Step::OutForDelivery => ("out_for_delivery", "out_for_delivery"),
        Step::DeliveryAttempted => ("failure", "delivery_exception"),
        Step::AvailableForPickup => ("available_for_pickup", "arrived_at_pickup_location"),
        Step::Returning => ("return_to_sender", "return"),
        // On a return the door is the shop's.
        Step::Returned | Step::Delivered => ("delivered", "arrived_at_destination"),
        _ => return None,
    })
}

fn event_payload(order: &Order, parcel: &Parcel) -> Option<Value> {
    let now = utc(order.updated_at());
    Some(json!({
        "id": format!("evt_{}", Uuid::new_v4().simple()),
        "object": "Event",
        "description": "tracker.updated",
        "mode": "production",
        "status": "pending",
        "previous_attributes": {},
        "created_at": now,
        "updated_at": now,
        "pending_urls": [],
        "completed_urls": [],
        "user_id": "user_atelier",
        "result": tracker(order, parcel)?,
    }))
}

fn tracker(order: &Order, parcel: &Parcel) -> Option<Value> {
    let details: Vec<Value> = order
        .scans
        .iter()
        .filter_map(|scan| detail(order, *scan))
        .collect();
    let newest = order.scans.iter().rev().find_map(|scan| code(scan.step));
    let (status, status_detail) = newest?;
    let estimated = order.estimated().map(|day| day.to_string());
    Some(json!({
        "id": format!("trk_{:032x}", order.id()),
        "object": "Tracker",
        "mode": "production",
        "tracking_code": parcel.tracking_number,
        "carrier": carrier_code(order.carrier()),
        "status": status,
        "status_detail": status_detail,
        "created_at": utc(order.time_of(Step::Shipped)?),
        "updated_at": utc(order.updated_at()),
        "signed_by": null,
        "weight": null,
        "est_delivery_date": estimated.as_ref().map(|day| format!("{day}T00:00:00Z")),
        "shipment_id": null,
        "is_return": order.time_of(Step::Returned).is_some(),
        "finalized": order.is_over(),
        "public_url": format!("https://track.easypost.com/{}", parcel.tracking_number),
        "tracking_details": details,
        "carrier_detail": {
            "object": "CarrierDetail",
            "service": null,
            "container_type": null,
            "est_delivery_date_local": estimated,
            "est_delivery_time_local": null,
            "origin_location": "BOIS D'AMONT FR",
            "destination_location": format!("{} FR", order.customer.city.to_uppercase()),
            "guaranteed_delivery_date": null,
            "alternate_identifier": null,
            "initial_delivery_attempt": order.time_of(Step::DeliveryAttempted).map(local),
        },
    }))
}

fn detail(order: &Order, scan: Scan) -> Option<Value> {
    let (status, status_detail) = code(scan.step)?;
    let (message, place) = (words(order, scan.step), place(order, scan.step));
    Some(json!({
        "object": "TrackingDetail",
        "message": message,
        "description": message,
        "status": status,
        "status_detail": status_detail,
        "datetime": local(scan.at),
        "source": carrier_code(order.carrier()),
        "carrier_code": null,
        "tracking_location": {
            "object": "TrackingLocation",
            "city": place.city.to_uppercase(),
            "state": null,
            "country": "FR",
            "zip": place.postcode,
        },
    }))
}

fn carrier_code(carrier: Carrier) -> &'static str {
    match carrier {
        Carrier::Colissimo => "Colissimo",
        Carrier::MondialRelay => "MondialRelay",
    }
}

fn utc(time: Time) -> String {
    time.with_timezone(&Utc)
        .to_rfc3339_opts(SecondsFormat::Secs, true)
}

/// The time on the wall where it happened, with a `Z` all the same: the service does so for every
/// scan whose place it knows, and its readers must cope.
fn local(time: Time) -> String {
    format!("{}Z", wall(time))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::simulator::fixtures::{hook, noon, order};
    use crate::simulator::story::Story;

    fn told(story: Story, until: Step) -> Value {
        let mut order = order(story, noon());
        while order.furthest() < until {
            order.take(order.next_step().unwrap(), noon());
        }
        serde_json::from_str(&webhook(&hook(), &order).unwrap().body).unwrap()
    }

    #[test]
    fn each_event_repeats_the_history() {
        let event = told(Story::Missed, Step::DeliveryAttempted);
        let details = event["result"]["tracking_details"].as_array().unwrap();
        let statuses: Vec<&Value> = details.iter().map(|detail| &detail["status"]).collect();
        assert_eq!(
            statuses,
            ["pre_transit", "in_transit", "out_for_delivery", "failure"]
        );
        assert_eq!(event["result"]["status"], "failure");
        assert!(event["result"]["carrier_detail"]["initial_delivery_attempt"].is_string());
    }

    #[test]
    fn a_delay_moves_the_estimate() {
        let before = told(Story::Late, Step::InTransit);
        let after = told(Story::Late, Step::Delayed);
        assert_eq!(
            before["result"]["est_delivery_date"],
            "2026-12-20T00:00:00Z"
        );
        assert_eq!(after["result"]["est_delivery_date"], "2026-12-21T00:00:00Z");
        assert_eq!(after["result"]["status_detail"], "delayed");
    }

    #[test]
    fn a_place_makes_the_time_local_and_events_have_ids_of_their_own() {
        let (one, two) = (
            told(Story::Late, Step::InTransit),
            told(Story::Late, Step::InTransit),
        );
        assert_eq!(
            one["result"]["tracking_details"][0]["datetime"],
            "2026-12-18T12:00:00Z"
        );
        assert_eq!(one["result"]["updated_at"], "2026-12-18T11:00:00Z");
        assert_ne!(one["id"], two["id"]);
        assert_eq!(one["result"]["id"], two["result"]["id"]);
    }

    #[test]
    fn without_a_parcel_there_is_nothing_to_track() {
        assert!(webhook(&hook(), &order(Story::Late, noon())).is_none());
    }
}
