//! The one place that knows bindings, object names and variables. A handle to an object can't be
//! made without a site, so no code path can reach across sites by a parameter alone.

use serde::Serialize;
use serde::de::DeserializeOwned;
use shared::ids::{ContactId, OrderKey, SiteKey};
use shared::seal::SealKeys;
use shared::settings::PollSource;
use worker::{Env, Headers, Method, Request, RequestInit, Result, Stub};

use crate::calls::{AuditCall, ContactCall, DeskCall, OrderCall, ParcelCall, PollCall, RollCall};

/// The directory; it is reached through [`crate::directory::scope`] only.
pub const DIRECTORY: &str = "DB";

const ORDER: &str = "ORDER";
const PARCEL: &str = "PARCEL";
const CONTACT: &str = "CONTACT";
const DESK: &str = "DESK";
const POLL: &str = "POLL";
const AUDIT: &str = "AUDIT";
const ROLL: &str = "ROLL";
const OPERATOR_TOKEN: &str = "OPERATOR_TOKEN";
const TICKET_KEY: &str = "TICKET_KEY";
const SEAL_KEY: &str = "SEAL_KEY";
const FRAMES_PER_SECOND: &str = "FRAMES_PER_SECOND";
const SESSIONS_BY_ADDRESS: &str = "SESSIONS_BY_ADDRESS";
const SESSIONS_BY_SITE: &str = "SESSIONS_BY_SITE";
const ALLOW_LOOPBACK_PEERS: &str = "ALLOW_LOOPBACK_PEERS";

/// The name under which a look-up of an order that doesn't exist does the same work as a look-up
/// of one that does.
const DECOY_ORDER: &str = "decoy:0";

/// The secret by which an operator makes sites and agents; `None` closes the operator's API.
pub fn operator_token(env: &Env) -> Option<String> {
    secret(env, OPERATOR_TOKEN)
}

/// The secret that signs tickets; `None` refuses every session.
pub fn ticket_key(env: &Env) -> Option<String> {
    secret(env, TICKET_KEY)
}

/// The keys that seal secrets at rest; without them no site is read or made.
pub fn seal_keys(env: &Env) -> Result<SealKeys> {
    secret(env, SEAL_KEY)
        .and_then(|text| SealKeys::read(&text))
        .ok_or_else(|| worker::Error::RustError(format!("{SEAL_KEY} is not set rightly")))
}

/// How many frames a second a socket may send.
pub fn frames_per_second(env: &Env) -> f64 {
    env.var(FRAMES_PER_SECOND)
        .ok()
        .and_then(|var| var.to_string().parse().ok())
        .unwrap_or(10.0)
}

/// Counts a session that an address opens at a site. `Some` with the seconds to wait when it is one
/// too many.
pub async fn count_session(env: &Env, site: &SiteKey, address: &str) -> Result<Option<u32>> {
    let limits = [
        (SESSIONS_BY_ADDRESS, format!("{site}/{address}"), 60),
        (SESSIONS_BY_SITE, site.to_string(), 10),
    ];
    for (binding, key, seconds) in limits {
        if !env.rate_limiter(binding)?.limit(key).await?.success {
            return Ok(Some(seconds));
        }
    }
    Ok(None)
}

/// Whether a site's settings may name this very machine as a service to ask: in tests and
/// development only.
pub fn allows_loopback(env: &Env) -> bool {
    env.var(ALLOW_LOOPBACK_PEERS)
        .is_ok_and(|var| var.to_string() == "1")
}

fn secret(env: &Env, name: &str) -> Option<String> {
    env.secret(name)
        .ok()
        .map(|secret| secret.to_string())
        .filter(|secret| !secret.is_empty())
}

/// A contact's object.
pub struct ContactHandle(Stub);

/// An order's object.
pub struct OrderHandle(Stub);

/// A tracking number's object.
pub struct ParcelHandle(Stub);

/// A site's desk.
pub struct DeskHandle(Stub);

/// What asks a service for a site.
pub struct PollHandle(Stub);

/// A site's audit trail.
pub struct AuditHandle(Stub);

/// A site's roll.
pub struct RollHandle(Stub);

/// The object of a contact at a site.
pub fn contact(env: &Env, site: &SiteKey, contact: &ContactId) -> Result<ContactHandle> {
    stub(env, CONTACT, site, contact.as_str()).map(ContactHandle)
}

/// The object of an order at a site.
pub fn order(env: &Env, site: &SiteKey, key: &OrderKey) -> Result<OrderHandle> {
    stub(env, ORDER, site, key.as_str()).map(OrderHandle)
}

/// The object that stands for every order that doesn't exist at a site.
pub fn decoy_order(env: &Env, site: &SiteKey) -> Result<OrderHandle> {
    stub(env, ORDER, site, DECOY_ORDER).map(OrderHandle)
}

/// The object of a normalized tracking number at a site.
pub fn parcel(env: &Env, site: &SiteKey, number: &str) -> Result<ParcelHandle> {
    stub(env, PARCEL, site, number).map(ParcelHandle)
}

/// The desk of a site.
pub fn desk(env: &Env, site: &SiteKey) -> Result<DeskHandle> {
    stub(env, DESK, site, "desk").map(DeskHandle)
}

/// What asks a service for a site.
pub fn poll(env: &Env, site: &SiteKey, source: PollSource) -> Result<PollHandle> {
    stub(env, POLL, site, source.name()).map(PollHandle)
}

/// The audit trail of a site.
pub fn audit(env: &Env, site: &SiteKey) -> Result<AuditHandle> {
    stub(env, AUDIT, site, "audit").map(AuditHandle)
}

/// The roll of a site.
pub fn roll(env: &Env, site: &SiteKey) -> Result<RollHandle> {
    stub(env, ROLL, site, "roll").map(RollHandle)
}

/// Takes an object's name apart: the site, and the object's own part.
pub fn parse_name(name: &str) -> Option<(SiteKey, &str)> {
    let (site, own) = name.split_once('/')?;
    Some((SiteKey::parse(site)?, own))
}

fn stub(env: &Env, binding: &str, site: &SiteKey, own: &str) -> Result<Stub> {
    env.durable_object(binding)?
        .get_by_name(&format!("{site}/{own}"))
}

macro_rules! calls {
    ($handle:ident, $call:ty) => {
        impl $handle {
            /// Makes a call and reads its reply.
            pub async fn call<T: DeserializeOwned>(&self, call: &$call) -> Result<T> {
                send(&self.0, call).await
            }
        }
    };
}

calls!(OrderHandle, OrderCall);
calls!(ParcelHandle, ParcelCall);
calls!(ContactHandle, ContactCall);
calls!(DeskHandle, DeskCall);
calls!(PollHandle, PollCall);
calls!(AuditHandle, AuditCall);
calls!(RollHandle, RollCall);

impl ContactHandle {
    /// Hands a socket's upgrade over to the object.
    pub async fn upgrade(&self, request: Request) -> Result<worker::Response> {
        self.0.fetch_with_request(request).await
    }
}

impl DeskHandle {
    /// Hands a socket's upgrade over to the object.
    pub async fn upgrade(&self, request: Request) -> Result<worker::Response> {
        self.0.fetch_with_request(request).await
    }
}

async fn send<C: Serialize, T: DeserializeOwned>(stub: &Stub, call: &C) -> Result<T> {
    let headers = Headers::new();
    headers.set("content-type", "application/json")?;
    let mut init = RequestInit::new();
    init.with_method(Method::Post)
        .with_headers(headers)
        .with_body(Some(serde_json::to_string(call)?.into()));
    let request = Request::new_with_init("https://object/call", &init)?;
    let mut response = stub.fetch_with_request(request).await?;
    if response.status_code() != 200 {
        return Err(worker::Error::RustError(format!(
            "object answered {}",
            response.status_code()
        )));
    }
    let text = response.text().await?;
    Ok(serde_json::from_str(&text)?)
}
