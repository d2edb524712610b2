//! The audit trail: noting what is about to be done, and showing what was.

use shared::audit::{Action, Deed, OPERATOR};
use shared::ids::{AgentId, SiteKey};
use worker::{Env, Response};

use super::caller::Steward;
use super::private;
use crate::bindings;
use crate::calls::{AuditCall, TrailReply};
use crate::clock::now;
use crate::directory::sessions::SignedInAgent;
use crate::error::ApiResult;

/// Who does something, and to which site.
pub struct Actor<'a> {
    site: &'a SiteKey,
    name: &'a str,
}

impl<'a> Actor<'a> {
    /// Whoever deployed this edge.
    pub fn operator(site: &'a SiteKey) -> Self {
        Self {
            site,
            name: OPERATOR,
        }
    }

    /// Somebody whose id is known.
    pub fn agent(site: &'a SiteKey, agent: &'a AgentId) -> Self {
        Self {
            site,
            name: agent.as_str(),
        }
    }
}

impl<'a> From<&'a SignedInAgent> for Actor<'a> {
    fn from(agent: &'a SignedInAgent) -> Self {
        Self::agent(&agent.site, &agent.name.id)
    }
}

impl<'a> From<&'a Steward> for Actor<'a> {
    fn from(steward: &'a Steward) -> Self {
        match &steward.owner {
            Some(owner) => Self::agent(&steward.site, owner),
            None => Self::operator(&steward.site),
        }
    }
}

/// Notes what somebody is about to do: what can't be noted isn't done.
pub async fn note(
    env: &Env,
    actor: impl Into<Actor<'_>>,
    action: Action,
    subject: &str,
) -> ApiResult<()> {
    let actor = actor.into();
    let deed = Deed {
        at: now().0,
        actor: actor.name.to_owned(),
        action,
        subject: subject.to_owned(),
    };
    bindings::audit(env, actor.site)?
        .call::<()>(&AuditCall::Note { deed })
        .await?;
    Ok(())
}

/// `GET /desk/api/audit`: the whole trail, and where it is broken, if it is.
pub async fn show(env: &Env, owner: &SignedInAgent) -> ApiResult<Response> {
    let trail: TrailReply = bindings::audit(env, &owner.site)?
        .call(&AuditCall::Trail)
        .await?;
    private(&trail)
}
