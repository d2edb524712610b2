//! The desk's page, and its agents' sessions.

use serde::{Deserialize, Serialize};
use shared::ids::SiteKey;
use shared::protocol::staff::Role;
use shared::protocol::widget::AgentName;
use shared::text::normalize_email;
use shared::time::Timestamp;
use worker::{Env, Request, Response};

use super::{body, private, site};
use crate::auth::{agent, password};
use crate::clock::now;
use crate::directory::attempts::{self, Purpose};
use crate::directory::sessions::{self, NewSession, SignedInAgent};
use crate::directory::{agents, hooks};
use crate::error::{ApiError, ApiResult};
use crate::sites::Site;

/// What both of our apps may do: their own scripts, WebAssembly and styles, their own edge.
pub const APP_POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; \
     style-src 'self'; connect-src 'self'; img-src 'self' data:; base-uri 'none'; \
     form-action 'none'; require-trusted-types-for 'script'";

const PAGE: &str = include_str!("../pages/desk.html");

/// How much of what a browser says of itself is kept, in characters.
const MAX_DEVICE_CHARS: usize = 200;

#[derive(Deserialize)]
struct SignIn {
    site: String,
    email: String,
    password: String,
}

#[derive(Serialize)]
struct SignedIn<'a> {
    agent: &'a AgentName,
    role: Role,
    site: &'a SiteKey,
    time_zone: &'static str,
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
pub async fn who(env: &Env, signed_in: &SignedInAgent) -> ApiResult<Response> {
    let site = site(env, signed_in.site.as_str()).await?;
    answer(&signed_in.name, signed_in.role, &site)
}

/// `POST /desk/api/session`: signs an agent in.
pub async fn sign_in(mut request: Request, env: &Env) -> ApiResult<Response> {
    agent::require_same_origin(&request)?;
    let given: SignIn = body::json(&mut request, "Send site, email and password.").await?;
    password::check_length(&given.password)?;
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
    let session = NewSession {
        agent: &known.agent,
        token_hash: &token_hash,
        expires_at: Timestamp(now().millis() + i64::from(agent::SESSION_SECONDS) * 1_000),
        device: &device(&request)?,
    };
    sessions::note(env, &site.key, &session, now()).await?;
    let name = AgentName {
        id: known.agent,
        name: known.name,
    };
    let response = answer(&name, known.role, &site)?;
    response.headers().set("set-cookie", &cookie)?;
    Ok(response)
}

/// `GET /desk/api/rejections`: how many deliveries were refused for their signature.
pub async fn rejections(env: &Env, signed_in: &SignedInAgent) -> ApiResult<Response> {
    private(&hooks::rejections(env, &signed_in.site).await?)
}

fn answer(agent: &AgentName, role: Role, site: &Site) -> ApiResult<Response> {
    private(&SignedIn {
        agent,
        role,
        site: &site.key,
        time_zone: site.zone.name(),
    })
}

/// What a browser says that it is.
fn device(request: &Request) -> ApiResult<String> {
    let said = request.headers().get("user-agent")?.unwrap_or_default();
    Ok(said.chars().take(MAX_DEVICE_CHARS).collect())
}
