//! The tracking service's webhooks, in `EasyPost`'s shape: each tells the whole history again.

use chrono::{SecondsFormat, Utc};
use serde_json::{Value, json};
use uuid::Uuid;

use super::order::{Carrier, Order, Parcel, Scan};
use super::story::Step;
use super::webhook::{Hook, Webhook, hmac_sha256};
use crate::clock::Time;

/// The tracker as it stands; `None` before there is a parcel.
pub fn tracker_webhook(hook: &Hook, order: &Order) -> Option<Webhook> {
    let event_id = format!("evt_{}", Uuid::new_v4().simple());
    let body = event_payload(order, order.parcel.as_ref()?, &event_id)?.to_string();
    let headers = vec![
        ("Content-Type", "application/json".to_owned()),
        ("User-Agent", "EasyPost Webhook Delivery v2".to_owned()),
        ("X-Hmac-Signature", signature(&hook.secret, &body)),
    ];
    Some(Webhook {
        order: order.number,
        source: "EasyPost",
        topic: "tracker.updated".to_owned(),
        news: order.latest().label(),
        oddity: None,
        url: hook.url.clone(),
        headers,
        body,
    })
}

/// The `X-Hmac-Signature` of a body. The service normalizes secrets to NFKD first; the demo's are
/// ASCII, which is the same in every form.
pub fn signature(secret: &str, body: &str) -> String {
    format!("hmac-sha256-hex={}", hex::encode(hmac_sha256(secret, body)))
}

fn event_payload(order: &Order, parcel: &Parcel, event_id: &str) -> Option<Value> {
    let now = utc(order.updated_at());
    Some(json!({
        "id": event_id,
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
    let newest = meaning(order.latest())?;
    Some(json!({
        "id": format!("trk_{:032x}", order.id()),
        "object": "Tracker",
        "mode": "production",
        "tracking_code": parcel.tracking_number,
        "carrier": carrier_code(order.carrier()),
        "status": newest.status,
        "status_detail": newest.detail,
        "created_at": utc(order.time_of(Step::Shipped)?),
        "updated_at": utc(order.updated_at()),
        "signed_by": null,
        "weight": null,
        "est_delivery_date": format!("{}T00:00:00Z", parcel.estimated),
        "shipment_id": null,
        "is_return": false,
        "finalized": order.is_delivered(),
        "public_url": format!("https://track.easypost.com/{}", parcel.tracking_number),
        "tracking_details": details,
        "carrier_detail": {
            "object": "CarrierDetail",
            "service": null,
            "container_type": null,
            "est_delivery_date_local": parcel.estimated.to_string(),
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
    let Meaning {
        status,
        detail,
        place,
    } = meaning(scan.step)?;
    let message = message(order, scan.step);
    let (city, zip) = match place {
        Place::Workshop => ("BOIS D'AMONT".to_owned(), "39220"),
        Place::Hub => ("DOLE".to_owned(), "39100"),
        Place::Destination => (
            order.customer.city.to_uppercase(),
            order.customer.postcode.as_str(),
        ),
    };
    Some(json!({
        "object": "TrackingDetail",
        "message": message,
        "description": message,
        "status": status,
        "status_detail": detail,
        "datetime": local(scan.at),
        "source": carrier_code(order.carrier()),
        "carrier_code": null,
        "tracking_location": {
            "object": "TrackingLocation", "city": city, "state": null, "country": "FR", "zip": zip,
        },
    }))
}

struct Meaning {
    status: &'static str,
    detail: &'static str,
    place: Place,
}

enum Place {
    Workshop,
    Hub,
    Destination,
}

/// How the service calls a step; `None` for what only the shop knows. It has no word for a missed
/// delivery but "failure".
fn meaning(step: Step) -> Option<Meaning> {
    let (status, detail, place) = match step {
        Step::Created => return None,
        Step::Shipped => ("pre_transit", "label_created", Place::Workshop),
        Step::InTransit => ("in_transit", "arrived_at_facility", Place::Hub),
        Step::Delayed => ("in_transit", "delayed", Place::Hub),
        Step::OutForDelivery => ("out_for_delivery", "out_for_delivery", Place::Destination),
        Step::DeliveryAttempted => ("failure", "delivery_exception", Place::Destination),
        Step::AvailableForPickup => (
            "available_for_pickup",
            "arrived_at_pickup_location",
            Place::Destination,
        ),
        Step::Delivered => ("delivered", "arrived_at_destination", Place::Destination),
    };
    Some(Meaning {
        status,
        detail,
        place,
    })
}

fn message(order: &Order, step: Step) -> &'static str {
    match (step, order.carrier()) {
        (Step::Created | Step::Shipped, _) => "Colis préparé, en attente de prise en charge",
        (Step::InTransit, _) => "Colis pris en charge, en cours d’acheminement",
        (Step::Delayed, _) => "Acheminement retardé d’un jour, forte affluence",
        (Step::OutForDelivery, _) => "Colis confié au livreur pour la tournée du jour",
        (Step::DeliveryAttempted, _) => "Destinataire absent, avis de passage déposé",
        (Step::AvailableForPickup, Carrier::Colissimo) => "Disponible au bureau de poste",
        (Step::AvailableForPickup, Carrier::MondialRelay) => {
            "Disponible au point relais Presse du Thiou"
        }
        (Step::Delivered, Carrier::Colissimo) => "Colis livré",
        (Step::Delivered, Carrier::MondialRelay) => "Colis remis au destinataire",
    }
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
    time.format("%Y-%m-%dT%H:%M:%SZ").to_string()
}

#[cfg(test)]
mod tests {
    use super::super::fixtures::{hook, noon, order};
    use super::super::story::Story;
    use super::*;

    fn told(story: Story, until: Step) -> Value {
        let mut order = order(story, noon());
        while order.furthest() < until {
            order.take(order.next_step().unwrap(), noon());
        }
        serde_json::from_str(&tracker_webhook(&hook(), &order).unwrap().body).unwrap()
    }

    #[test]
    fn the_signature_is_labeled_hex_of_the_body() {
        // Computed with `printf '{}' | openssl dgst -sha256 -hmac 123`.
        let expected =
            "hmac-sha256-hex=fcc9295610ebbba56ad12ca5af2c2557ebaf40a9d2fb948335b13b245f328af8";
        assert_eq!(signature("123", "{}"), expected);
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
        assert!(tracker_webhook(&hook(), &order(Story::Late, noon())).is_none());
    }
}
