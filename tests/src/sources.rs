//! The other sources of webhooks: the smallest payload of our own writing that each understands,
//! signed as that source signs.
//!
//! ```no_run
//! # async fn example(site: tests::site::Site) {
//! use shared::hooks::HookSource;
//! use tests::sources;
//! let body = sources::in_transit(HookSource::Ship24, "XT482913365TS", 30).unwrap();
//! let request = sources::signed(&site, HookSource::Ship24, body.to_string().as_bytes());
//! assert_eq!(request.send().await.status, 200);
//! # }
//! ```

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use chrono::Utc;
use hmac::{Hmac, KeyInit, Mac};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use shared::hooks::HookSource;

use crate::hooks::{ago, hook, tag};
use crate::http::Request;
use crate::random_hex;
use crate::site::Site;

/// A secret such as a source uses: Standard Webhooks have theirs in base64.
pub fn new_secret(source: HookSource) -> String {
    if is_standard(source) {
        format!("whsec_{}", STANDARD.encode(random_hex()))
    } else {
        random_hex()
    }
}

/// A delivery of its own, signed for a site, ready to be sent.
pub fn signed(site: &Site, source: HookSource, body: &[u8]) -> Request {
    let secret = secret(site, source);
    sign(hook(site, source.name(), body), source, secret, body)
}

/// Signs a request with a secret, as a source does.
pub fn sign(request: Request, source: HookSource, secret: &str, body: &[u8]) -> Request {
    let plain = || tag(secret, body);
    match source {
        HookSource::Shopify => request
            .header("x-shopify-event-id", random_hex())
            .header("x-shopify-hmac-sha256", STANDARD.encode(plain())),
        HookSource::Woocommerce => {
            request.header("x-wc-webhook-signature", STANDARD.encode(plain()))
        }
        HookSource::Easypost => {
            let header = format!("hmac-sha256-hex={}", hex::encode(plain()));
            request.header("x-hmac-signature", header)
        }
        HookSource::Aftership => request.header("aftership-hmac-sha256", STANDARD.encode(plain())),
        HookSource::Shippo => {
            let seconds = Utc::now().timestamp();
            let signed = [format!("{seconds}.").as_bytes(), body].concat();
            let header = format!("t={seconds},v1={}", hex::encode(tag(secret, &signed)));
            request.header("shippo-auth-signature", header)
        }
        HookSource::Seventeentrack => {
            let signed = [body, b"/", secret.as_bytes()].concat();
            request.header("sign", hex::encode(Sha256::digest(signed)))
        }
        HookSource::Sendcloud => request.header("sendcloud-signature", hex::encode(plain())),
        HookSource::Ship24 => request.header("authorization", format!("Bearer {secret}")),
        HookSource::Tracking | HookSource::Orders | HookSource::Prestashop => {
            standard(request, secret, body)
        }
    }
}

/// Signs a request as Standard Webhooks asks, under an id of its own.
pub fn standard(request: Request, secret: &str, body: &[u8]) -> Request {
    standard_at(request, secret, body, Utc::now().timestamp())
}

/// The same as of another time, in seconds since 1970.
pub fn standard_at(request: Request, secret: &str, body: &[u8], seconds: i64) -> Request {
    let id = format!("msg_{}", random_hex());
    let key = secret.strip_prefix("whsec_").unwrap_or(secret);
    let key = STANDARD.decode(key).expect("a secret in base64");
    let mut mac = Hmac::<Sha256>::new_from_slice(&key).expect("HMAC takes a key of any length");
    mac.update(format!("{id}.{seconds}.").as_bytes());
    mac.update(body);
    let signature = STANDARD.encode(mac.finalize().into_bytes());
    request
        .header("webhook-id", id)
        .header("webhook-timestamp", seconds.to_string())
        .header("webhook-signature", format!("v1,{signature}"))
}

/// What a source of tracking says of a parcel that was scanned so many minutes ago; `None` for
/// one that speaks of orders.
pub fn in_transit(source: HookSource, number: &str, minutes: i64) -> Option<Value> {
    let at = ago(minutes);
    let millis = Utc::now().timestamp_millis() - minutes * 60_000;
    Some(match source {
        HookSource::Shopify
        | HookSource::Woocommerce
        | HookSource::Prestashop
        | HookSource::Orders => return None,
        HookSource::Easypost => json!({
            "id": format!("evt_{}", random_hex()),
            "description": "tracker.updated",
            "result": {
                "object": "Tracker",
                "tracking_code": number,
                "status": "in_transit",
                "tracking_details": [{
                    "status": "in_transit",
                    "status_detail": "arrived_at_facility",
                    "message": "Scan",
                    "datetime": at,
                }],
            },
        }),
        HookSource::Aftership => json!({
            "event": "tracking_update",
            "event_id": random_hex(),
            "msg": {
                "tracking_number": number,
                "slug": "colissimo",
                "checkpoints": [{
                    "checkpoint_time": at,
                    "message": "Scan",
                    "tag": "InTransit",
                    "subtag": "InTransit_003",
                }],
            },
        }),
        HookSource::Shippo => json!({
            "event": "track_updated",
            "data": {
                "tracking_number": number,
                "carrier": "colissimo",
                "tracking_history": [{ "status": "TRANSIT", "status_date": at }],
            },
        }),
        HookSource::Seventeentrack => json!({
            "event": "TRACKING_UPDATED",
            "data": {
                "number": number,
                "track_info": {
                    "latest_event": {
                        "time_utc": at,
                        "description": "Scan",
                        "sub_status": "InTransit_Arrival",
                    },
                },
            },
        }),
        HookSource::Sendcloud => json!({
            "action": "parcel_status_changed",
            "timestamp": millis,
            "parcel": {
                "id": millis,
                "tracking_number": number,
                "status": { "id": 91, "message": "Parcel en route" },
            },
        }),
        HookSource::Ship24 => json!({
            "trackings": [{
                "metadata": { "messageId": random_hex() },
                "tracker": { "trackingNumber": number },
                "events": [{
                    "status": "Scan",
                    "occurrenceDatetime": at,
                    "statusMilestone": "in_transit",
                }],
            }],
        }),
        HookSource::Tracking => json!({
            "type": "tracking.updated",
            "data": {
                "parcels": [{
                    "number": number,
                    "events": [{ "status": "in_transit", "occurred_at": at }],
                }],
            },
        }),
    })
}

fn is_standard(source: HookSource) -> bool {
    matches!(
        source,
        HookSource::Tracking | HookSource::Orders | HookSource::Prestashop
    )
}

fn secret(site: &Site, source: HookSource) -> &str {
    match source {
        HookSource::Shopify => &site.shopify_secret,
        HookSource::Easypost => &site.easypost_secret,
        _ => site
            .secrets
            .get(source.name())
            .unwrap_or_else(|| panic!("the site has no secret of {}", source.name())),
    }
}
