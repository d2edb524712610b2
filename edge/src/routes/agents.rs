//! Who works at the desk, as its owners see and change it.
//!
//! A change ends the agent's sessions: first in the directory, so that no new socket opens with
//! what was taken away, then at the desk, which closes the open ones and lets none in that began
//! before. A change that failed half way is repeated by whoever asked for it, and is then whole.

use shared::audit::Action;
use shared::ids::{AgentId, SiteKey};
use shared::protocol::staff::MemberChange;
use worker::{Env, Request, Response};

use super::{audit, body, private};
use crate::bindings;
use crate::calls::DeskCall;
use crate::clock::now;
use crate::directory::agents;
use crate::directory::sessions::SignedInAgent;
use crate::error::{ApiError, ApiResult};

/// The longest name of an agent, in characters.
const MAX_NAME_CHARS: usize = 80;

/// `GET /desk/api/agents`.
pub async fn list(env: &Env, owner: &SignedInAgent) -> ApiResult<Response> {
    private(&agents::list(env, &owner.site, now()).await?)
}

/// `PUT /desk/api/agents/{agent}`.
pub async fn change(
    mut request: Request,
    env: &Env,
    owner: &SignedInAgent,
    agent: &str,
) -> ApiResult<Response> {
    let mut change: MemberChange = body::json(&mut request, "Send name and role.").await?;
    change.name = checked_name(&change.name)?;
    let agent = AgentId(agent.to_owned());
    audit::note(env, owner, Action::AgentSaved, agent.as_str()).await?;
    if !agents::change(env, &owner.site, &agent, &change).await? {
        return Err(ApiError::Conflict(LAST_OWNER));
    }
    close_sockets(env, &owner.site, &agent).await?;
    Ok(Response::empty()?.with_status(204))
}

/// `DELETE /desk/api/agents/{agent}`. Somebody who isn't there is gone.
pub async fn remove(env: &Env, owner: &SignedInAgent, agent: &str) -> ApiResult<Response> {
    let agent = AgentId(agent.to_owned());
    audit::note(env, owner, Action::AgentRemoved, agent.as_str()).await?;
    let gone = agents::remove(env, &owner.site, &agent).await?;
    if !gone && agents::exists(env, &owner.site, &agent).await? {
        return Err(ApiError::Conflict(LAST_OWNER));
    }
    close_sockets(env, &owner.site, &agent).await?;
    Ok(Response::empty()?.with_status(204))
}

/// Closes every socket that an agent has open, and keeps out those on their way.
pub async fn close_sockets(env: &Env, site: &SiteKey, agent: &AgentId) -> ApiResult<()> {
    let call = DeskCall::EndAgent {
        agent: agent.clone(),
        at: now().0,
    };
    bindings::desk(env, site)?.call::<()>(&call).await?;
    Ok(())
}

/// An agent's name, trimmed.
pub fn checked_name(name: &str) -> ApiResult<String> {
    let name = name.trim();
    if name.is_empty() || name.chars().count() > MAX_NAME_CHARS {
        return Err(ApiError::Malformed("A name has 1 to 80 characters."));
    }
    Ok(name.to_owned())
}

const LAST_OWNER: &str = "There is no such agent, or it is the last owner. Make another one first.";
