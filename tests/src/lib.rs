//! What the end-to-end tests share: a real edge, a shop's webhooks, shoppers and agents.
//!
//! - [`server::Server`] starts the edge on workerd with a state of its own, and can kill it.
//! - [`site::Site`] is a merchant made by the operator's API, with agents.
//! - [`hooks::TestOrder`] makes a shop's and a carrier's payloads; [`site::Site`] signs and sends.
//! - [`shopper::Shopper`] and [`agent::Agent`] are clients that speak the protocol's own types.
//! - [`peer::Peer`] is a service that the edge asks by itself.
//! - [`proxy::CuttingProxy`] cuts connections at random bytes.
//! - [`pages`] is Chromium and the pages in it.
//!
//! A test that fails panics, and every wait here has an end: [`PATIENCE`].

// Whatever is not as a test needs it panics with what there was instead: here that is no surprise.
#![allow(clippy::missing_panics_doc)]

use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use shared::time::Timestamp;

pub mod agent;
pub mod choosing;
pub mod crowd;
pub mod hooks;
pub mod http;
pub mod identity;
pub mod pages;
pub mod peer;
pub mod proxy;
pub mod server;
pub mod shopper;
pub mod site;
pub mod socket;
pub mod sources;
mod talk;

/// How long a test waits for what must come.
pub const PATIENCE: Duration = Duration::from_secs(10);

/// 128 random bits as 32 hexadecimal characters: a cid, or part of a name that nobody else has.
pub fn random_hex() -> String {
    uuid::Uuid::new_v4().simple().to_string()
}

/// So many milliseconds from now.
pub fn in_millis(millis: u64) -> Timestamp {
    let at = SystemTime::now() + Duration::from_millis(millis);
    let since = at.duration_since(UNIX_EPOCH).expect("after 1970");
    Timestamp(i64::try_from(since.as_millis()).expect("a time of today"))
}

/// Waits until something holds that no frame tells of.
pub async fn until(what: &str, holds: impl AsyncFn() -> bool) {
    let deadline = Instant::now() + PATIENCE;
    while !holds().await {
        assert!(Instant::now() < deadline, "in vain: {what}");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}
