//! Fulfillments: what was shipped, under which numbers, and what the shop's own tracking says.
//!
//! The `shipment_status` of a fulfillment is the shop's word about its parcels. It has no time of
//! its own, so that it is read as of the fulfillment's last change; a fulfillment's `status` is
//! about the request to ship and says nothing of the parcels. A fulfillment event says the same
//! things, each at its time.

use serde_json::Value;

use crate::order::{ParcelFacts, ShipmentFacts};
use crate::source::{Fields, Malformed, filled, https_url};
use crate::time::Timestamp;
use crate::tracking::{Status, TrackingEvent, TrackingSource, normalize_number};

/// Reads a fulfillment.
pub(super) fn shipment(fulfillment: Fields<'_>) -> Result<ShipmentFacts, Malformed> {
    let external_id = fulfillment.id("id").ok_or(Malformed::ShipmentWithoutId)?;
    let created_at = fulfillment
        .instant("created_at")
        .ok_or(Malformed::ShipmentWithoutTime)?;
    let updated_at = fulfillment.instant("updated_at").unwrap_or(created_at);
    Ok(ShipmentFacts {
        external_id,
        active: !matches!(
            fulfillment.text("status"),
            Some("cancelled" | "error" | "failure")
        ),
        created_at,
        updated_at,
        parcels: parcels(fulfillment),
        word: fulfillment
            .text("shipment_status")
            .map(|code| shops_word(code, updated_at)),
    })
}

/// Reads a fulfillment event.
pub(super) fn event(body: Fields<'_>) -> Result<TrackingEvent, Malformed> {
    let code = body.text("status").ok_or(Malformed::EventWithoutStatus)?;
    let happened_at = body
        .instant("happened_at")
        .or_else(|| body.instant("created_at"))
        .ok_or(Malformed::EventWithoutTime)?;
    let place: Vec<&str> = ["city", "country"]
        .into_iter()
        .filter_map(|name| body.text(name))
        .collect();
    Ok(TrackingEvent {
        source: TrackingSource::ShopifyEvents,
        status: status_of(code),
        raw_code: format!("fulfillment_event/{code}"),
        reason: None,
        description: body.text("message").unwrap_or_default().to_owned(),
        place: (!place.is_empty()).then(|| place.join(", ")),
        occurred_at: happened_at,
        zone_known: true,
    })
}

fn shops_word(code: &str, at: Timestamp) -> TrackingEvent {
    TrackingEvent {
        source: TrackingSource::Shopify,
        status: status_of(code),
        raw_code: format!("shipment_status/{code}"),
        reason: None,
        description: String::new(),
        place: None,
        occurred_at: at,
        zone_known: true,
    }
}

fn status_of(code: &str) -> Status {
    STATUSES
        .iter()
        .find_map(|&(known, status)| (known == code).then_some(status))
        .unwrap_or(Status::Unknown)
}

/// What Shopify's words mean. `failure` says that the shop could not track the parcel, for a wrong
/// number among others: it is no trouble of the parcel's.
const STATUSES: [(&str, Status); 14] = [
    ("label_printed", Status::PreTransit),
    ("label_purchased", Status::PreTransit),
    ("confirmed", Status::PreTransit),
    ("carrier_picked_up", Status::InTransit),
    ("in_transit", Status::InTransit),
    ("delayed", Status::Delayed),
    ("out_for_delivery", Status::OutForDelivery),
    ("attempted_delivery", Status::DeliveryAttempted),
    ("ready_for_pickup", Status::AvailableForPickup),
    ("ready_for_recipient_pickup", Status::AvailableForPickup),
    ("delivered", Status::Delivered),
    ("picked_up", Status::Delivered),
    ("returning_to_sender", Status::Returning),
    ("failure", Status::Unknown),
];

fn parcels(fulfillment: Fields<'_>) -> Vec<ParcelFacts> {
    let carrier = fulfillment
        .text("tracking_company")
        // What the shop's list offers for a carrier that it doesn't know.
        .filter(|company| !company.eq_ignore_ascii_case("other"))
        .map(str::to_owned);
    let numbers = texts(fulfillment, "tracking_numbers", "tracking_number");
    let urls = texts(fulfillment, "tracking_urls", "tracking_url");
    let mut parcels: Vec<ParcelFacts> = Vec::new();
    for (index, number) in numbers
        .iter()
        .map(|number| normalize_number(number))
        .enumerate()
    {
        if number.is_empty() || parcels.iter().any(|parcel| parcel.number == number) {
            continue;
        }
        // The lists run side by side; when their lengths differ, only a lone parcel's link is
        // sure not to be another parcel's.
        let url = (urls.len() == numbers.len() || numbers.len() == 1)
            .then(|| urls.get(index))
            .flatten()
            .and_then(|url| https_url(url));
        parcels.push(ParcelFacts {
            number,
            carrier: carrier.clone(),
            url,
        });
    }
    parcels
}

/// The texts of a list, or the one under the singular name when the list is empty.
fn texts<'a>(fulfillment: Fields<'a>, plural: &str, singular: &str) -> Vec<&'a str> {
    let listed: Vec<&str> = fulfillment
        .list(plural)
        .iter()
        .filter_map(Value::as_str)
        .filter_map(filled)
        .collect();
    if listed.is_empty() {
        fulfillment.text(singular).into_iter().collect()
    } else {
        listed
    }
}
