//! `POST /api/v1/sites/{site}/directory`: what the directory knows from the objects, asked of them
//! again.
//!
//! A page asks a few objects, each of which tells the directory what it would have told it before:
//! where an order is found, what is at risk, which contact has a signed e-mail, what was promised.
//! Asked twice, nothing changes. What could not be told is owed, and told as soon as can be.

use serde::Serialize;
use shared::audit::Action;
use worker::{Env, Request, Response};

use super::audit::{self, Actor};
use super::query::asked;
use super::{private, site};
use crate::bindings;
use crate::calls::{ContactCall, Member, OrderCall, RollCall};
use crate::error::{ApiError, ApiResult};

/// How many objects a page asks.
const PAGE: u32 = 40;

#[derive(Serialize)]
struct Page {
    /// How many objects were asked.
    asked: usize,
    /// Where the next page begins, if there is one.
    next: Option<String>,
}

/// Rebuilds a page: the first one, or the one that `after` names.
pub async fn rebuild(request: &Request, env: &Env, key: &str) -> ApiResult<Response> {
    let site = &site(env, key).await?.key;
    let after = asked(&request.url()?, "after")
        .map(|text| {
            serde_json::from_str::<Member>(&text).map_err(|_| {
                ApiError::Malformed("Send as after what an earlier page gave as next.")
            })
        })
        .transpose()?;
    if after.is_none() {
        let action = Action::DirectoryRebuilt;
        audit::note(env, Actor::operator(site), action, "directory").await?;
    }
    let limit = PAGE + 1;
    let mut members: Vec<Member> = bindings::roll(env, site)?
        .call(&RollCall::Page { after, limit })
        .await?;
    let more = members.len() > PAGE as usize;
    members.truncate(PAGE as usize);
    for member in &members {
        match member {
            Member::Order(order) => {
                let order = bindings::order(env, site, order)?;
                order.call::<()>(&OrderCall::TellDirectory).await?;
            }
            Member::Contact(contact) => {
                let contact = bindings::contact(env, site, contact)?;
                contact.call::<()>(&ContactCall::TellDirectory).await?;
            }
        }
    }
    let last = members.last().filter(|_| more);
    private(&Page {
        asked: members.len(),
        next: last.map(serde_json::to_string).transpose()?,
    })
}
