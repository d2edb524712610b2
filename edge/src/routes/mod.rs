//! The HTTP side: which address is answered where. Everything else is a static file.

mod body;
mod cutoffs;
mod desk;
mod frame;
mod hooks;
mod operator;
mod orders;
mod parcels;
mod query;
mod sessions;
mod socket;

use std::rc::Rc;

use shared::ids::SiteKey;
use worker::{Context, Env, Method, Request, Response};

use crate::error::{ApiError, ApiResult};
use crate::sites::{self, Site};

/// Answers a request by its address.
pub async fn dispatch(request: Request, env: &Env, context: &Context) -> ApiResult<Response> {
    let path = request.path();
    let segments: Vec<&str> = path.trim_matches('/').split('/').collect();
    let method = request.method();
    match (segments.as_slice(), method) {
        (["hooks", site, source], Method::Post) => {
            hooks::take(request, env, context, site, source).await
        }
        (["hooks", site, "ship24"], Method::Head) => hooks::probe(env, site).await,
        (["api", "v1", "sites", site], Method::Put) => operator::put_site(request, env, site).await,
        (["api", "v1", "sites", site, "agents"], Method::Put) => {
            operator::put_agent(request, env, site).await
        }
        (["api", "v1", "sites", site, "sessions"], Method::Post) => {
            sessions::open(request, env, site).await
        }
        (["api", "v1", "sites", site, "cutoffs"], Method::Get) => {
            cutoffs::show(request, env, site).await
        }
        (["api", "v1", "orders", number], Method::Put) => {
            orders::put(request, env, context, number).await
        }
        (["api", "v1", "health"], Method::Get) => Ok(Response::ok("ok")?),
        (["socket"], Method::Get) => socket::shopper(request, env).await,
        (["frame", site], Method::Get) => frame::show(env, site).await,
        (["desk"], Method::Get) => desk::page(),
        (["desk", "socket"], Method::Get) => socket::agent(request, env).await,
        (["desk", "api", "session"], Method::Get) => desk::who(request, env).await,
        (["desk", "api", "session"], Method::Post) => desk::sign_in(request, env).await,
        (["desk", "api", "session"], Method::Delete) => desk::sign_out(request, env).await,
        (["desk", "api", "rejections"], Method::Get) => desk::rejections(request, env).await,
        (["desk", "api", "parcels"], Method::Get) => parcels::list(request, env).await,
        (
            ["hooks", _, _]
            | ["api", "v1", "health"]
            | ["api", "v1", "sites" | "orders", _]
            | ["api", "v1", "sites", _, "agents" | "sessions" | "cutoffs"]
            | ["socket" | "desk"]
            | ["frame", _]
            | ["desk", "socket"]
            | ["desk", "api", "session" | "rejections" | "parcels"],
            _,
        ) => Err(ApiError::MethodNotAllowed),
        _ => Err(ApiError::NotFound("There is nothing at this address.")),
    }
}

/// The site of an address, or 404.
async fn site(env: &Env, key: &str) -> ApiResult<Rc<Site>> {
    let unknown = || ApiError::NotFound("No shop has this key.");
    let key = SiteKey::parse(key).ok_or_else(unknown)?;
    sites::load(env, &key).await?.ok_or_else(unknown)
}
