//! What agents can do: level, skills, languages, how many cases at once. Leads set it.

use serde::Serialize;
use shared::audit::Action;
use shared::ids::AgentId;
use shared::protocol::staff::Role;
use shared::protocol::widget::AgentName;
use shared::routing::Profile;
use worker::{Env, Request, Response};

use super::{audit, body, private};
use crate::bindings;
use crate::calls::DeskCall;
use crate::directory::agents;
use crate::directory::sessions::SignedInAgent;
use crate::error::{ApiError, ApiResult};

#[derive(Serialize)]
struct Line {
    agent: AgentName,
    role: Role,
    profile: Profile,
}

/// `GET /desk/api/profiles`: the agents of the site.
pub async fn list(env: &Env, lead: &SignedInAgent) -> ApiResult<Response> {
    let line = |(agent, role, profile)| Line {
        agent,
        role,
        profile,
    };
    let agents = agents::profiles(env, &lead.site).await?;
    private(&agents.into_iter().map(line).collect::<Vec<_>>())
}

/// `PUT /desk/api/profiles/{agent}`: sets what an agent can do. It holds at once.
pub async fn put(
    mut request: Request,
    env: &Env,
    lead: &SignedInAgent,
    agent: &str,
) -> ApiResult<Response> {
    let what = "Send level, skills, languages, capacity and channel.";
    let profile: Profile = body::json(&mut request, what).await?;
    if let Some(problem) = profile.problem() {
        return Err(ApiError::Unfit(format!("{problem}.")));
    }
    let agent = AgentId(agent.to_owned());
    let unknown = || ApiError::NotFound("This site has no such agent.");
    let agents = agents::profiles(env, &lead.site).await?;
    let is_known = agents.iter().any(|(known, ..)| known.id == agent);
    if !is_known {
        return Err(unknown());
    }
    audit::note(env, lead, Action::ProfileSaved, agent.as_str()).await?;
    if !agents::set_profile(env, &lead.site, &agent, &profile).await? {
        return Err(unknown());
    }
    bindings::desk(env, &lead.site)?
        .call::<()>(&DeskCall::SetProfile { agent, profile })
        .await?;
    Ok(Response::empty()?.with_status(204))
}
