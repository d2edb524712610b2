//! La Poste's Suivi v2 API, which is asked and does not call. It tells the parcels that it is to
//! follow, newest event first, and has not heard of any other.

use serde_json::{Value, json};

use super::{words, zoned};
use crate::simulator::order::{Order, Parcel, Scan};
use crate::simulator::step::Step;
use crate::simulator::trackers::Tracker;

/// What it is called on the pages.
pub const LABEL: &str = "La Poste (interrogée)";

/// The most numbers of one call.
const MAX_NUMBERS: usize = 10;

/// The code of a step. La Poste has none for estimates that came closer, nor for damage, losses
/// and addresses.
pub fn code(step: Step) -> Option<&'static str> {
    Some(match step {
        Step::Shipped => "DR1",
        Step::InTransit => "PC1",
        Step::Delayed | Step::TooLate => "DI3",
        Step::Customs => "DO3",
        Step::OutForDelivery => "MD2",
        Step::DeliveryAttempted => "ND1",
        Step::AvailableForPickup => "AG1",
        Step::Returning => "RE1",
        Step::Returned => "DI2",
        Step::Delivered => "DI1",
        _ => return None,
    })
}

/// The answer to `GET /suivi/v2/idships/{ids}`: its HTTP status and its body, a list, or a bare
/// object when one number was asked about.
pub fn answer(orders: &[Order], ids: &str) -> (u16, Value) {
    let ids: Vec<&str> = ids.split(',').filter(|id| !id.is_empty()).collect();
    if !(1..=MAX_NUMBERS).contains(&ids.len()) {
        let message = "La requête comporte entre un et dix numéros.";
        return (400, json!({ "returnCode": 400, "returnMessage": message }));
    }
    let mut outcomes: Vec<(u16, Value)> = ids.iter().map(|id| outcome(orders, id)).collect();
    if outcomes.len() == 1 {
        return outcomes.remove(0);
    }
    let status = if outcomes.iter().all(|(status, _)| *status == 200) {
        200
    } else {
        207
    };
    let bodies: Vec<Value> = outcomes.into_iter().map(|(_, body)| body).collect();
    (status, json!(bodies))
}

fn outcome(orders: &[Order], id: &str) -> (u16, Value) {
    let found = orders
        .iter()
        .filter(|order| order.voices.tracker == Tracker::Laposte)
        .find_map(|order| {
            let parcel = order.parcel.as_ref();
            let parcel = parcel.filter(|parcel| parcel.tracking_number == id)?;
            Some((order, parcel))
        });
    match found {
        Some((order, parcel)) => (200, told(order, parcel)),
        None => (404, unknown(id)),
    }
}

fn unknown(id: &str) -> Value {
    json!({
        "lang": "fr_FR",
        "scope": "open",
        "returnCode": 104,
        "returnMessage": "Ce numéro ne nous est pas encore connu.",
        "idShip": id,
    })
}

fn told(order: &Order, parcel: &Parcel) -> Value {
    let coded: Vec<(&Scan, &str)> = order
        .scans
        .iter()
        .filter_map(|scan| Some((scan, code(scan.step)?)))
        .collect();
    let events: Vec<Value> = coded
        .iter()
        .enumerate()
        .rev()
        .map(|(position, (scan, code))| {
            json!({
                "order": position + 1,
                "code": code,
                "label": words(order, scan.step),
                "date": zoned(scan.at),
            })
        })
        .collect();
    json!({
        "lang": "fr_FR",
        "scope": "open",
        "returnCode": 200,
        "shipment": {
            "idShip": parcel.tracking_number,
            "holder": 4,
            "product": "colissimo",
            "isFinal": order.is_over(),
            "entryDate": order.time_of(Step::InTransit).map(zoned),
            "estimDate": order.estimated().map(|day| format!("{day}T00:00:00+01:00")),
            "event": events,
            "contextData": {
                "removalPoint": parcel.point.map(|point| json!({ "name": point.name, "type": "BP" })),
                "arrivalCountry": "FR",
            },
            "url": order.carrier().page(&parcel.tracking_number),
        },
    })
}
