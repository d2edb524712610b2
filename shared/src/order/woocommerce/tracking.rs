//! Tracking numbers, where the plugins of `WooCommerce` leave them.
//!
//! | plugin | where | what |
//! | --- | --- | --- |
//! | Shipment Tracking, Advanced Shipment Tracking | `_wc_shipment_tracking_items` of the order | a list |
//! | `AfterShip` | `_aftership_tracking_items`, before that `_aftership_tracking_number` | a list; a number |
//! | Orders Tracking (`VillaTheme`) | `_vi_wot_order_item_tracking_data` of a line | a list as JSON text, the last one counts |
//! | YITH Order Tracking | `ywot_tracking_code`, `ywot_carrier_name` | a number |
//! | Colissimo | `lpc_outward_parcel_number` | a number |
//! | any other, by hand | `_tracking_number`, `_tracking_provider`, `_tracking_url`, also without the first `_` | a number |
//!
//! The keys and fields are those that the plugins' code shows. Each is read as far as its shape
//! allows; a number that several places name is one parcel, as the first of them tells it.

use serde_json::Value;

use crate::order::{ParcelFacts, ShipmentFacts};
use crate::source::{Fields, filled, https_url};
use crate::time::Timestamp;
use crate::tracking::normalize_number;

/// The shipments of an order, one a tracking number and named by it. `shipped_at` is when they
/// were made unless a plugin knows better, `updated_at` when the order last changed.
pub(super) fn shipments(
    order: Fields<'_>,
    shipped_at: Timestamp,
    updated_at: Timestamp,
) -> Vec<ShipmentFacts> {
    let mut shipments: Vec<ShipmentFacts> = Vec::new();
    for tracked in tracked(order) {
        let number = normalize_number(&tracked.number);
        if number.is_empty() || shipments.iter().any(|known| known.external_id == number) {
            continue;
        }
        shipments.push(ShipmentFacts {
            external_id: number.clone(),
            active: true,
            created_at: tracked.shipped_at.unwrap_or(shipped_at),
            updated_at,
            parcels: vec![ParcelFacts {
                number,
                carrier: tracked.carrier,
                url: tracked.url,
            }],
            word: None,
        });
    }
    shipments
}

/// A tracking number as a plugin keeps it.
struct Tracked {
    number: String,
    carrier: Option<String>,
    url: Option<String>,
    shipped_at: Option<Timestamp>,
}

fn tracked(order: Fields<'_>) -> Vec<Tracked> {
    let mut all = Vec::new();
    for list in ["_wc_shipment_tracking_items", "_aftership_tracking_items"] {
        all.extend(
            meta(order, list)
                .into_iter()
                .flat_map(elements)
                .filter_map(item),
        );
    }
    for line in order.objects("line_items") {
        let current = meta(line, "_vi_wot_order_item_tracking_data").and_then(last_of_json_text);
        all.extend(current.as_ref().and_then(item));
    }
    all.extend(BY_HAND.iter().filter_map(|keys| by_hand(order, keys)));
    all.extend(colissimo(order));
    all
}

/// The keys of a number that stands alone, of its carrier's name and of its page.
const BY_HAND: [[&str; 3]; 4] = [
    [
        "_aftership_tracking_number",
        "_aftership_tracking_provider_name",
        "",
    ],
    [
        "ywot_tracking_code",
        "ywot_carrier_name",
        "ywot_carrier_url",
    ],
    ["_tracking_number", "_tracking_provider", "_tracking_url"],
    ["tracking_number", "tracking_provider", "tracking_url"],
];

fn by_hand(order: Fields<'_>, keys: &[&str; 3]) -> Option<Tracked> {
    let [number, carrier, url] = *keys;
    Some(Tracked {
        number: meta_text(order, number)?.to_owned(),
        carrier: meta_text(order, carrier).map(str::to_owned),
        url: meta_text(order, url).and_then(https_url),
        shipped_at: None,
    })
}

/// The number of Colissimo's own plugin, which knows no other carrier.
fn colissimo(order: Fields<'_>) -> Option<Tracked> {
    let number = meta_text(order, "lpc_outward_parcel_number")?.to_owned();
    Some(Tracked {
        number,
        carrier: Some("Colissimo".to_owned()),
        url: None,
        shipped_at: None,
    })
}

/// An element of a plugin's list.
fn item(value: &Value) -> Option<Tracked> {
    let fields = Fields::of(value.as_object()?);
    let first = |names: &[&str]| names.iter().find_map(|name| fields.text(name));
    let number = fields.text("tracking_number").map(str::to_owned);
    let carrier = first(&[
        "custom_tracking_provider",
        "formatted_tracking_provider",
        "tracking_provider",
        "carrier_name",
        "slug",
    ]);
    let url = first(&[
        "custom_tracking_link",
        "ast_tracking_link",
        "formatted_tracking_link",
    ]);
    Some(Tracked {
        number: number.or_else(|| fields.id("tracking_number"))?,
        carrier: carrier.map(str::to_owned),
        url: url.and_then(https_url),
        shipped_at: seconds(fields, "date_shipped").or_else(|| seconds(fields, "time")),
    })
}

/// What an order or a line keeps under a key.
fn meta<'a>(fields: Fields<'a>, key: &str) -> Option<&'a Value> {
    fields
        .objects("meta_data")
        .find(|entry| entry.text("key") == Some(key))?
        .value("value")
}

fn meta_text<'a>(order: Fields<'a>, key: &str) -> Option<&'a str> {
    meta(order, key).and_then(Value::as_str).and_then(filled)
}

/// The elements of a list. PHP sends a list that once lost an element as an object.
fn elements(value: &Value) -> Vec<&Value> {
    match value {
        Value::Array(list) => list.iter().collect(),
        Value::Object(numbered) => numbered.values().collect(),
        _ => Vec::new(),
    }
}

fn last_of_json_text(value: &Value) -> Option<Value> {
    let list: Value = serde_json::from_str(value.as_str()?).ok()?;
    elements(&list).pop().cloned()
}

/// Seconds since 1970, sent as a number or as text; zero is none.
fn seconds(fields: Fields<'_>, name: &str) -> Option<Timestamp> {
    let seconds: i64 = fields.id(name)?.parse().ok()?;
    (seconds > 0).then(|| Timestamp(seconds.saturating_mul(1000)))
}

#[cfg(test)]
mod tests;
