//! The Durable Objects, one file an object. Each decodes, steps, commits, and only then acts.

mod alarm;
mod audit;
mod contact;
mod desk;
mod order;
mod outbox_drain;
mod parcel;
mod poll;
mod roll;
mod socket;

pub use socket::UPGRADE_HEADER;

use serde::Serialize;
use serde::de::DeserializeOwned;
use shared::ids::SiteKey;
use worker::{Error, Request, Response, Result, State};

/// The object's site and its own part of the name.
fn own_name(state: &State) -> Result<(SiteKey, String)> {
    let name = state
        .id()
        .name()
        .ok_or_else(|| Error::RustError("an object without a name".into()))?;
    let (site, own) = crate::bindings::parse_name(&name)
        .ok_or_else(|| Error::RustError("an object with a foreign name".into()))?;
    Ok((site, own.to_owned()))
}

/// Reads a call.
async fn read_call<C: DeserializeOwned>(request: &mut Request) -> Result<C> {
    Ok(serde_json::from_str(&request.text().await?)?)
}

/// Answers a call.
fn reply<T: Serialize>(value: &T) -> Result<Response> {
    Response::ok(serde_json::to_string(value)?)
}
