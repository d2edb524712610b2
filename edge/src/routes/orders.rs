//! `PUT /api/v1/orders/{number}`: one order whole, from any shop that can sign.
//!
//! The shop names itself in `grelot-site`, and the signature proves it: one that doesn't fit reads
//! exactly as a shop that nobody has. Unlike a webhook's sender, whoever asks here reads the
//! answer, so that an order which can't be understood is refused with the reason.

use shared::hooks::{Envelope, HookSource};
use shared::ids::SiteKey;
use shared::order::standard;
use shared::text::percent_decode;
use worker::{Context, Env, Request, Response};

use super::{body, hooks};
use crate::clock::now;
use crate::error::{ApiError, ApiResult};
use crate::intake;
use crate::sites;

/// The longest number of an order, in bytes as it stands in the address.
const MAX_NUMBER_BYTES: usize = 300;

/// Takes an order.
pub async fn put(
    mut request: Request,
    env: &Env,
    context: &Context,
    number: &str,
) -> ApiResult<Response> {
    let bytes = body::bytes(&mut request, hooks::MAX_PAYLOAD_BYTES).await?;
    let named = request.headers().get("grelot-site")?;
    let site = match named.as_deref().and_then(SiteKey::parse) {
        Some(key) => sites::load(env, &key).await?,
        None => None,
    };
    let envelope = Envelope {
        header: &|name| request.headers().get(name).ok().flatten(),
        body: &bytes,
        received_at: now().0,
    };
    let refused =
        ApiError::Unauthorized("Name the shop in grelot-site, and sign as Standard Webhooks asks.");
    let Some(site) = site else {
        return Err(refused);
    };
    let secret = site.secrets.get(HookSource::Orders.name());
    if !secret.is_some_and(|secret| HookSource::Orders.verify(secret, &envelope)) {
        hooks::reject(env, context, &site, HookSource::Orders);
        return Err(refused);
    }
    let number = read_number(number)?;
    let delivery_id = envelope.header("webhook-id");
    let update = standard::read_body(&bytes, Some(&number), &delivery_id)
        .map_err(|malformed| ApiError::Unfit(format!("Not taken. {malformed}")))?;
    intake::order(env, &site.key, HookSource::Orders, update).await?;
    Ok(Response::empty()?.with_status(204))
}

/// The number in an address, where `#` and others stand as percent signs and two digits.
fn read_number(segment: &str) -> ApiResult<String> {
    let unreadable = ApiError::Malformed("The number in the address can't be read.");
    if segment.len() > MAX_NUMBER_BYTES {
        return Err(unreadable);
    }
    percent_decode(segment)
        .map(|text| text.trim().to_owned())
        .filter(|text| !text.is_empty())
        .ok_or(unreadable)
}
