//! The desk's page, and its agents' sessions.

use serde::{Deserialize, Serialize};
use shared::ids::SiteKey;
use shared::protocol::widget::AgentName;
use shared::text::normalize_email;
use shared::time::Timestamp;
use worker::{Env, Request, Response};

use super::{body, site};
use crate::auth::{agent, password};
use crate::bindings;
use crate::calls::DeskCall;
use crate::clock::now;
use crate::directory::attempts::{self, Purpose};
use crate::directory::{agents, hooks};
use crate::error::{ApiError, ApiResult};

/// What both of our apps may do: their own scripts, WebAssembly and styles, their own edge.
pub const APP_POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; \
     style-src 'self'; connect-src 'self'; img-src 'self' data:; base-uri 'none'; \
     form-action 'none'; require-trusted-types-for 'script'";

const PAGE: &str = include_str!("../pages/desk.html");

/// The longest password that is hashed, in bytes: hashing costs time.
const MAX_PASSWORD_BYTES: usize = 256;

#[derive(Deserialize)]
struct SignIn {
    site: String,
    email: String,
    password: String,
}

#[derive(Serialize)]
struct SignedIn<'a> {
    agent: &'a AgentName,
    site: &'a SiteKey,
}

/// `GET /desk`.
pub fn page() -> ApiResult<Response> {
    let response = Response::from_html(PAGE)?;
    let headers = response.headers();
    headers.set(
        "content-security-policy",
        &format!("{APP_POLICY}; frame-ancestors 'none'"),
    )?;
    headers.set("cross-origin-opener-policy", "same-origin")?;
    headers.set("referrer-policy", "no-referrer")?;
    headers.set("x-content-type-options", "nosniff")?;
    headers.set("cache-control", "no-cache")?;
    Ok(response)
}

/// `GET /desk/api/session`: who is signed in.
pub async fn who(request: Request, env: &Env) -> ApiResult<Response> {
    let signed_in = agent::require(&request, env).await?;
    answer(&signed_in.name, &signed_in.site)
}

/// `POST /desk/api/session`: signs an agent in.
pub async fn sign_in(mut request: Request, env: &Env) -> ApiResult<Response> {
    agent::require_same_origin(&request)?;
    let given: SignIn = body::json(&mut request, "Send site, email and password.").await?;
    if given.password.len() > MAX_PASSWORD_BYTES {
        return Err(ApiError::Malformed("A password has at most 256 bytes."));
    }
    let site = site(env, &given.site).await?;
    let email = normalize_email(&given.email);
    if let Some(seconds) = attempts::count(env, &site.key, Purpose::SignIn, &email, now()).await? {
        return Err(ApiError::Locked(seconds));
    }
    let wrong = ApiError::WrongCredentials;
    let Some(known) = agents::find(env, &site.key, &email).await? else {
        password::pretend_to_check(&given.password);
        return Err(wrong);
    };
    if !password::matches(&given.password, &known.password_hash) {
        return Err(wrong);
    }
    attempts::take_back(env, &site.key, Purpose::SignIn, &email).await?;
    let (token_hash, cookie) = agent::create()?;
    let expires_at = Timestamp(now().millis() + i64::from(agent::SESSION_SECONDS) * 1_000);
    agents::note_session(env, &site.key, &known.agent, &token_hash, expires_at, now()).await?;
    let name = AgentName {
        id: shared::ids::AgentId(known.agent),
        name: known.name,
    };
    let response = answer(&name, &site.key)?;
    response.headers().set("set-cookie", &cookie)?;
    Ok(response)
}

/// `DELETE /desk/api/session`: signs the agent out, everywhere this session is in use.
pub async fn sign_out(request: Request, env: &Env) -> ApiResult<Response> {
    let signed_in = agent::require(&request, env).await?;
    agents::end_session(env, &signed_in.session).await?;
    let call = DeskCall::EndSession {
        session: signed_in.session,
    };
    bindings::desk(env, &signed_in.site)?
        .call::<()>(&call)
        .await?;
    let response = Response::empty()?.with_status(204);
    response
        .headers()
        .set("set-cookie", &agent::expired_cookie())?;
    Ok(response)
}

/// `GET /desk/api/rejections`: how many deliveries were refused for their signature.
pub async fn rejections(request: Request, env: &Env) -> ApiResult<Response> {
    let signed_in = agent::require(&request, env).await?;
    Ok(Response::from_json(
        &hooks::rejections(env, &signed_in.site).await?,
    )?)
}

fn answer(agent: &AgentName, site: &SiteKey) -> ApiResult<Response> {
    let response = Response::from_json(&SignedIn { agent, site })?;
    response.headers().set("cache-control", "no-store")?;
    Ok(response)
}
