//! Signed webhooks: `POST /hooks/{site}/{source}`.
//!
//! Size first, then the signature over the raw bytes, then the payload. What is signed rightly
//! and can't be understood is kept for the merchant and answered 200, because shops turn a hook
//! off that answers otherwise. Nothing is answered 200 before it is kept.

use shared::ids::OrderKey;
use shared::order::{OrderUpdate, shopify};
use shared::signature;
use shared::source::{Delivery, Malformed};
use shared::tracking::{TrackingUpdate, easypost};
use worker::{Context, Env, Request, Response, console_error, console_log};

use super::{body, site};
use crate::bindings;
use crate::calls::{DeskCall, OrderCall, ParcelCall};
use crate::directory;
use crate::error::{ApiError, ApiResult};
use crate::sites::Site;

/// The largest payload, in bytes: some times the largest order that was seen.
const MAX_PAYLOAD_BYTES: usize = 1024 * 1024;

/// A source of webhooks.
#[derive(Clone, Copy)]
enum Source {
    Shopify,
    Easypost,
}

/// What a payload says.
enum Said {
    Order(OrderUpdate),
    Parcel(TrackingUpdate),
    Nothing,
}

/// Takes a delivery.
pub async fn take(
    mut request: Request,
    env: &Env,
    context: &Context,
    key: &str,
    source: &str,
) -> ApiResult<Response> {
    let site = site(env, key).await?;
    let source =
        Source::named(source).ok_or(ApiError::NotFound("No source of webhooks has this name."))?;
    let bytes = body::bytes(&mut request, MAX_PAYLOAD_BYTES).await?;
    if !source.signed(&request, &site, &bytes)? {
        reject(env, context, &site, source);
        return Err(ApiError::Unauthorized("The signature does not fit."));
    }
    let topic = source.topic(&request)?;
    match source.parse(&request, topic.as_deref(), &bytes)? {
        Ok(said) => keep(env, &site, said).await?,
        Err(malformed) => quarantine(env, &site, source, topic, &malformed, &bytes).await?,
    }
    Ok(Response::ok("")?)
}

async fn keep(env: &Env, site: &Site, said: Said) -> ApiResult<()> {
    match said {
        Said::Order(update) => {
            let key = OrderKey(format!("{}:{}", Source::Shopify.name(), update.order_id));
            let call = OrderCall::Ingest { update };
            bindings::order(env, &site.key, &key)?
                .call::<()>(&call)
                .await?;
        }
        Said::Parcel(update) => {
            let parcel = bindings::parcel(env, &site.key, &update.number)?;
            parcel.call::<()>(&ParcelCall::Ingest { update }).await?;
        }
        Said::Nothing => {}
    }
    Ok(())
}

async fn quarantine(
    env: &Env,
    site: &Site,
    source: Source,
    topic: Option<String>,
    malformed: &Malformed,
    bytes: &[u8],
) -> ApiResult<()> {
    let call = DeskCall::Quarantine {
        source: source.name().to_owned(),
        topic,
        problem: malformed.problem.to_string(),
        body: String::from_utf8_lossy(bytes).into_owned(),
    };
    bindings::desk(env, &site.key)?.call::<()>(&call).await?;
    Ok(())
}

/// Counts a refused delivery, and keeps nothing else of it.
fn reject(env: &Env, context: &Context, site: &Site, source: Source) {
    console_log!("hook refused: site {} source {}", site.key, source.name());
    let (env, key) = (env.clone(), site.key.clone());
    context.wait_until(async move {
        let counted = directory::hooks::count_rejection(&env, &key, source.name()).await;
        if let Err(error) = counted {
            console_error!("a refused hook could not be counted: {error}");
        }
    });
}

impl Source {
    fn named(name: &str) -> Option<Self> {
        match name {
            "shopify" => Some(Self::Shopify),
            "easypost" => Some(Self::Easypost),
            _ => None,
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Shopify => "shopify",
            Self::Easypost => "easypost",
        }
    }

    /// Whether the bytes are signed with the site's secret. Without a secret nothing is.
    fn signed(self, request: &Request, site: &Site, bytes: &[u8]) -> ApiResult<bool> {
        let secret = site
            .secrets
            .get(self.name())
            .map(String::as_str)
            .unwrap_or_default();
        let headers = request.headers();
        Ok(match self {
            Self::Shopify => {
                let header = headers.get("x-shopify-hmac-sha256")?.unwrap_or_default();
                signature::verify_shopify(secret, bytes, &header)
            }
            Self::Easypost => {
                let header = headers.get("x-hmac-signature")?.unwrap_or_default();
                signature::verify_easypost(secret, bytes, &header)
            }
        })
    }

    fn topic(self, request: &Request) -> ApiResult<Option<String>> {
        Ok(match self {
            Self::Shopify => request.headers().get("x-shopify-topic")?,
            // The event's name is in the payload.
            Self::Easypost => None,
        })
    }

    fn parse(
        self,
        request: &Request,
        topic: Option<&str>,
        bytes: &[u8],
    ) -> ApiResult<Result<Said, Malformed>> {
        Ok(match self {
            Self::Shopify => {
                let topic = topic.unwrap_or_default();
                let delivery = shopify_delivery(request, topic, bytes)?;
                shopify::parse(topic, &delivery, bytes).map(|parsed| match parsed {
                    Delivery::Understood(update) => Said::Order(update),
                    Delivery::Ignored => Said::Nothing,
                })
            }
            Self::Easypost => easypost::parse(bytes).map(|parsed| match parsed {
                Delivery::Understood(update) => Said::Parcel(update),
                Delivery::Ignored => Said::Nothing,
            }),
        })
    }
}

/// The name of a Shopify delivery: topic and event id, else topic and webhook id, else the
/// body's hash, so that a repetition is known again whichever of them a shop sends.
fn shopify_delivery(request: &Request, topic: &str, bytes: &[u8]) -> ApiResult<String> {
    let headers = request.headers();
    let id = match headers.get("x-shopify-event-id")? {
        Some(id) => id,
        None => match headers.get("x-shopify-webhook-id")? {
            Some(id) => id,
            None => crate::auth::token_hash(&String::from_utf8_lossy(bytes)),
        },
    };
    Ok(format!("{topic}/{id}"))
}
