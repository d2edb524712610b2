//! Signed webhooks: `POST /hooks/{site}/{source}`.
//!
//! Size first, then the signature over the raw bytes, then the payload. What is signed rightly
//! and can't be understood is kept for the merchant and answered 200, because shops turn a hook
//! off that answers otherwise. Nothing is answered 200 before it is kept.

use shared::hooks::{Envelope, HookSource};
use worker::{Context, Env, Request, Response, console_error, console_log};

use super::{body, site};
use crate::clock::now;
use crate::directory;
use crate::error::{ApiError, ApiResult};
use crate::intake;
use crate::sites::Site;

/// The largest payload, in bytes: some times the largest order that was seen.
pub const MAX_PAYLOAD_BYTES: usize = 1024 * 1024;

/// Takes a delivery.
pub async fn take(
    mut request: Request,
    env: &Env,
    context: &Context,
    key: &str,
    source: &str,
) -> ApiResult<Response> {
    let site = site(env, key).await?;
    let source = HookSource::named(source)
        .ok_or(ApiError::NotFound("No source of webhooks has this name."))?;
    let bytes = body::bytes(&mut request, MAX_PAYLOAD_BYTES).await?;
    let envelope = Envelope {
        header: &|name| request.headers().get(name).ok().flatten(),
        body: &bytes,
        received_at: now().0,
    };
    if source.is_ping(&envelope) {
        return Ok(Response::ok("")?);
    }
    let secret = site.secrets.get(source.name()).map(String::as_str);
    if !source.verify(secret.unwrap_or_default(), &envelope) {
        reject(env, context, &site, source);
        return Err(ApiError::Unauthorized("The signature does not fit."));
    }
    match source.parse(&envelope) {
        Ok(said) => intake::keep(env, &site.key, source, said).await?,
        Err(malformed) => {
            intake::set_aside(env, &site.key, source, &envelope, malformed).await?;
        }
    }
    Ok(Response::ok("")?)
}

/// `HEAD /hooks/{site}/{source}`: Ship24, and nobody else, looks whether anybody is there before it sends anything.
pub async fn probe(env: &Env, key: &str, source: &str) -> ApiResult<Response> {
    if HookSource::named(source) != Some(HookSource::Ship24) {
        return Err(ApiError::MethodNotAllowed);
    }
    site(env, key).await?;
    Ok(Response::empty()?)
}

/// Counts a refused delivery, and keeps nothing else of it.
pub fn reject(env: &Env, context: &Context, site: &Site, source: HookSource) {
    console_log!("hook refused: site {} source {}", site.key, source.name());
    let (env, key) = (env.clone(), site.key.clone());
    context.wait_until(async move {
        let counted = directory::hooks::count_rejection(&env, &key, source.name()).await;
        if let Err(error) = counted {
            console_error!("a refused hook could not be counted: {error}");
        }
    });
}
