//! A shop's and a carrier's webhooks: payloads of our own writing, signed as theirs are.
//!
//! ```no_run
//! # async fn example(site: tests::site::Site) {
//! use tests::hooks::{IN_TRANSIT, OUT_FOR_DELIVERY, TestOrder};
//! let order = TestOrder::new();
//! site.shopify("orders/create", &order.body()).await;
//! site.shopify("fulfillments/create", &order.fulfillment(0)).await;
//! site.easypost(&order.tracker(0, &[(IN_TRANSIT, 60)])).await;
//! site.easypost(&order.tracker(0, &[(IN_TRANSIT, 60), (OUT_FOR_DELIVERY, 5)])).await;
//! # }
//! ```

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use chrono::{SecondsFormat, Utc};
use hmac::{Hmac, KeyInit, Mac};
use serde_json::{Value, json};
use sha2::Sha256;

use crate::http::Request;
use crate::random_hex;
use crate::site::Site;

/// A carrier's status and its detail.
pub type Code = (&'static str, &'static str);

/// The label exists, the parcel has not moved.
pub const LABEL: Code = ("pre_transit", "label_created");
/// The carrier has the parcel.
pub const IN_TRANSIT: Code = ("in_transit", "arrived_at_facility");
/// It arrives today.
pub const OUT_FOR_DELIVERY: Code = ("out_for_delivery", "out_for_delivery");
/// It waits at a pickup point.
pub const READY_FOR_PICKUP: Code = ("available_for_pickup", "available_for_pickup");
/// It was handed over.
pub const DELIVERED: Code = ("delivered", "arrived_at_destination");
/// It will be late.
pub const DELAYED: Code = ("in_transit", "delayed");
/// Somebody came in vain.
pub const ATTEMPTED: Code = ("failure", "delivery_exception");
/// Something went wrong, and the carrier does not say what.
pub const FAILURE: Code = ("failure", "unknown");

/// An order of a shop, with one parcel or more. Ids, number, e-mail and tracking numbers are
/// random, so that no test meets another's.
#[derive(Clone, Debug)]
pub struct TestOrder {
    /// The shop's own id; its fulfillments have the ids that follow.
    pub id: u64,
    /// The number that the shopper knows, `#123456789`.
    pub number: String,
    /// The shopper's e-mail.
    pub email: String,
    /// The postcode of delivery.
    pub postcode: String,
    /// The tracking number of each parcel, one fulfillment each.
    pub tracking: Vec<String>,
    /// The day that the carrier estimates, `YYYY-MM-DD`.
    pub estimate: Option<String>,
    /// How long ago it was placed, in minutes.
    pub placed: i64,
}

impl TestOrder {
    /// An order with one parcel, placed six hours ago.
    pub fn new() -> Self {
        let digits = u128::from_str_radix(&random_hex(), 16).unwrap_or_default();
        let id = u64::try_from(digits % 1_000_000_000_000).unwrap_or_default() * 10;
        Self {
            id,
            number: format!("#{}", digits % 1_000_000_000),
            email: format!("s{}@mail.example", &random_hex()[..10]),
            postcode: "39220".to_owned(),
            tracking: vec![format!("6A{id}")],
            estimate: None,
            placed: 360,
        }
    }

    /// The same order in two parcels.
    pub fn in_two_parcels() -> Self {
        let mut order = Self::new();
        order.tracking.push(format!("6B{}", order.id));
        order
    }

    /// The payload of an `orders/*` topic.
    pub fn body(&self) -> Value {
        json!({
            "id": self.id,
            "name": self.number,
            "email": self.email,
            "created_at": ago(self.placed),
            "updated_at": ago(self.placed),
            "customer": { "id": self.id + 5, "email": self.email },
            "customer_locale": "fr-FR",
            "shipping_address": { "zip": self.postcode, "city": "Bois-d’Amont", "country_code": "FR" },
            "line_items": [{ "id": self.id + 6, "title": "Train en bois", "quantity": 1 }],
            "fulfillments": [],
        })
    }

    /// The payload of a `fulfillments/*` topic, for the parcel at an index.
    pub fn fulfillment(&self, parcel: usize) -> Value {
        json!({
            "id": self.id + 1 + parcel as u64,
            "order_id": self.id,
            "status": "success",
            "created_at": ago(self.placed - 30),
            "updated_at": ago(self.placed - 30),
            "tracking_company": "Colissimo",
            "tracking_number": self.tracking[parcel],
            "tracking_numbers": [self.tracking[parcel]],
            "tracking_urls": [format!("https://carrier.example/{}", self.tracking[parcel])],
        })
    }

    /// An `EasyPost` event with the history of the parcel at an index: codes, and how many
    /// minutes ago each was scanned. It has an id of its own.
    pub fn tracker(&self, parcel: usize, scans: &[(Code, i64)]) -> Value {
        let status = scans.last().map_or("unknown", |((status, _), _)| status);
        let details: Vec<Value> = scans.iter().map(|scan| detail(*scan)).collect();
        let attempt = scans.iter().position(|(code, _)| *code == ATTEMPTED);
        json!({
            "id": format!("evt_{}", random_hex()),
            "object": "Event",
            "description": "tracker.updated",
            "result": {
                "id": format!("trk_{}", self.id),
                "object": "Tracker",
                "tracking_code": self.tracking[parcel],
                "carrier": "Colissimo",
                "status": status,
                "est_delivery_date": self.estimate.as_ref().map(|day| format!("{day}T00:00:00Z")),
                "carrier_detail": {
                    "initial_delivery_attempt": attempt.map(|place| &details[place]["datetime"]),
                },
                "tracking_details": details,
            },
        })
    }
}

impl Default for TestOrder {
    fn default() -> Self {
        Self::new()
    }
}

/// A Shopify delivery of its own, signed for a site, ready to be sent.
pub fn shopify(site: &Site, topic: &str, body: &[u8]) -> Request {
    shopify_event(site, topic, &random_hex(), body)
}

/// The same under the id of an event.
pub fn shopify_event(site: &Site, topic: &str, event: &str, body: &[u8]) -> Request {
    hook(site, "shopify", body)
        .header("x-shopify-topic", topic)
        .header("x-shopify-event-id", event)
        .header(
            "x-shopify-hmac-sha256",
            STANDARD.encode(tag(&site.shopify_secret, body)),
        )
}

/// An `EasyPost` delivery, signed for a site, ready to be sent.
pub fn easypost(site: &Site, body: &[u8]) -> Request {
    let signature = hex::encode(tag(&site.easypost_secret, body));
    hook(site, "easypost", body).header("x-hmac-signature", format!("hmac-sha256-hex={signature}"))
}

/// A delivery without any header of its source.
pub fn hook(site: &Site, source: &str, body: &[u8]) -> Request {
    Request::new(
        "POST",
        format!("{}/hooks/{}/{source}", site.edge.url, site.key),
    )
    .body(body)
}

/// The HMAC-SHA256 of a body.
pub fn tag(secret: &str, body: &[u8]) -> Vec<u8> {
    let mut mac =
        Hmac::<Sha256>::new_from_slice(secret.as_bytes()).expect("HMAC takes a key of any length");
    mac.update(body);
    mac.finalize().into_bytes().to_vec()
}

/// The instant so many minutes ago, RFC 3339 in UTC; of a negative number, one that will come.
pub fn ago(minutes: i64) -> String {
    let now = Utc::now();
    (now - chrono::Duration::minutes(minutes)).to_rfc3339_opts(SecondsFormat::Secs, true)
}

/// The day in so many days, `YYYY-MM-DD` in UTC.
pub fn day_in(days: i64) -> String {
    ago(-days * 24 * 60)[..10].to_owned()
}

fn detail(((status, detail), minutes): (Code, i64)) -> Value {
    json!({
        "object": "TrackingDetail",
        "status": status,
        "status_detail": detail,
        "message": format!("Scan: {status}"),
        "datetime": ago(minutes),
        "tracking_location": { "city": null, "country": null, "state": null, "zip": null },
    })
}
