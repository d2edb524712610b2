//! The operator's API: making sites and agents.

use serde::{Deserialize, Serialize};
use shared::audit::Action;
use shared::ids::{AgentId, SiteKey};
use shared::protocol::staff::Role;
use shared::settings::{PollSource, PolledSources};
use shared::text::normalize_email;
use worker::{Env, Request, Response};

use super::agents::{checked_name, close_sockets};
use super::audit::{self, Actor};
use super::{body, site};
use crate::auth::{password, random_hex};
use crate::bindings;
use crate::calls::PollCall;
use crate::directory::agents::{self, AgentRow};
use crate::directory::sessions;
use crate::error::{ApiError, ApiResult};
use crate::sites::{self, SiteSettings};

/// How many keys may sign for shoppers at once: the new one and the old one.
const MAX_IDENTITY_KEYS: usize = 2;

/// The shortest key that may, in bytes: as long as what it makes.
const MIN_KEY_BYTES: usize = 32;

#[derive(Deserialize)]
struct AgentSettings {
    email: String,
    name: String,
    password: String,
    role: Role,
}

#[derive(Serialize)]
struct Saved<'a> {
    site: &'a str,
}

/// `PUT /api/v1/sites/{site}`.
pub async fn put_site(mut request: Request, env: &Env, key: &str) -> ApiResult<Response> {
    let key = SiteKey::parse(key).ok_or(ApiError::Malformed(
        "A shop key has 3 to 40 of a-z, 0-9 and -.",
    ))?;
    let what = "Send name, language, time_zone, accent, origins, secrets, identity_keys, settings.";
    let settings: SiteSettings = body::settings(&mut request, what).await?;
    check(&settings)?;
    let problem = settings.settings.problem(bindings::allows_loopback(env));
    if let Some(problem) = problem {
        return Err(ApiError::Unfit(format!("{problem}.")));
    }
    audit::note(env, Actor::operator(&key), Action::SiteSaved, key.as_str()).await?;
    sites::save(env, &key, &settings, &random_hex::<32>()?).await?;
    wake_polls(env, &key, &settings.settings.sources).await?;
    Ok(Response::from_json(&Saved { site: key.as_str() })?)
}

/// `PUT /api/v1/sites/{site}/agents`.
pub async fn put_agent(mut request: Request, env: &Env, key: &str) -> ApiResult<Response> {
    let site = site(env, key).await?;
    let what = "Send email, name, password and role: agent, lead or owner.";
    let agent: AgentSettings = body::json(&mut request, what).await?;
    let email = normalize_email(&agent.email);
    if !email.contains('@') {
        return Err(ApiError::Malformed("An agent has an e-mail."));
    }
    let name = checked_name(&agent.name)?;
    password::check(&agent.password)?;
    let known = agents::find(env, &site.key, &email).await?;
    let id = AgentId(random_hex::<16>()?);
    let hash = password::hash(&agent.password)?;
    let saved = known.as_ref().map_or(&id, |known| &known.agent);
    let operator = Actor::operator(&site.key);
    audit::note(env, operator, Action::AgentSaved, saved.as_str()).await?;
    agents::save(env, &site.key, &id, &email, &name, &hash, agent.role).await?;
    // What was opened with another role or password ends.
    let same = |known: &AgentRow| {
        known.role == agent.role && password::matches(&agent.password, &known.password_hash)
    };
    if let Some(known) = known.filter(|known| !same(known)) {
        sessions::end_all(env, &site.key, &known.agent).await?;
        close_sockets(env, &site.key, &known.agent).await?;
    }
    Ok(Response::from_json(&Saved {
        site: site.key.as_str(),
    })?)
}

/// Has the services asked that the settings name; those that they don't name fall silent by
/// themselves.
async fn wake_polls(env: &Env, key: &SiteKey, sources: &PolledSources) -> ApiResult<()> {
    let named = |source: &PollSource| sources.base_url(*source).is_some();
    for source in PollSource::ALL.into_iter().filter(named) {
        let poll = bindings::poll(env, key, source)?;
        poll.call::<()>(&PollCall::Wake).await?;
    }
    Ok(())
}

fn check(settings: &SiteSettings) -> ApiResult<()> {
    if settings.name.trim().is_empty() {
        return Err(ApiError::Malformed("A shop has a name."));
    }
    let hex = settings.accent.strip_prefix('#').unwrap_or_default();
    if hex.len() != 6 || !hex.bytes().all(|b| b.is_ascii_hexdigit()) {
        return Err(ApiError::Malformed("accent is a color like #b3261e."));
    }
    check_keys(settings)?;
    // Origins go into a response header: anything but an origin could smuggle a directive in.
    if settings.origins.is_empty() || !settings.origins.iter().all(|origin| is_origin(origin)) {
        return Err(ApiError::Malformed(
            "origins are like https://shop.example, without a path.",
        ));
    }
    Ok(())
}

/// Keys that sign for shoppers are long, and told apart by their names.
fn check_keys(settings: &SiteSettings) -> ApiResult<()> {
    let keys = &settings.identity_keys;
    let mut kids: Vec<&str> = keys.iter().map(|key| key.kid.as_str()).collect();
    kids.sort_unstable();
    kids.dedup();
    if keys.len() > MAX_IDENTITY_KEYS || kids.len() < keys.len() || kids.contains(&"") {
        return Err(ApiError::Malformed(
            "identity_keys holds one key, or two with different kids while they change.",
        ));
    }
    let secrets = keys.iter().map(|key| &key.secret);
    if secrets
        .chain(&settings.identifier_key)
        .any(|secret| secret.len() < MIN_KEY_BYTES)
    {
        return Err(ApiError::Malformed(
            "A key that signs for shoppers has 32 characters or more.",
        ));
    }
    Ok(())
}

fn is_origin(text: &str) -> bool {
    worker::Url::parse(text).is_ok_and(|url| {
        matches!(url.scheme(), "https" | "http") && url.origin().ascii_serialization() == text
    })
}
