//! Who is at the door: seen to once, by the route's guard, before any handler runs.

use shared::ids::{AgentId, SiteKey};
use shared::protocol::staff::Role;
use shared::routes::Guard;
use worker::{Env, Request};

use crate::auth::ticket::{self, TicketHolder};
use crate::auth::{agent, operator};
use crate::directory::sessions::SignedInAgent;
use crate::error::{ApiError, ApiResult};

/// Who asks, as far as the route's guard has established.
pub enum Caller {
    /// Anybody, or somebody whose signature the handler checks over the body.
    Anybody,
    /// A shopper.
    Shopper(TicketHolder),
    /// An agent.
    Agent(SignedInAgent),
    /// Whoever may see to everything at a site.
    Steward(Steward),
}

/// Whoever may see to everything at a site: its owner, or the operator.
pub struct Steward {
    /// The site.
    pub site: SiteKey,
    /// Which owner; none for the operator.
    pub owner: Option<AgentId>,
}

impl Caller {
    /// Lets in whom the guard lets in. `site` is what the address names, where it names one.
    pub async fn admit(guard: Guard, request: &Request, env: &Env, site: &str) -> ApiResult<Self> {
        match guard {
            Guard::Nobody | Guard::Signature => Ok(Self::Anybody),
            Guard::Ticket => ticket::require(request, env).map(Self::Shopper),
            Guard::Agent => agent::require(request, env).await.map(Self::Agent),
            Guard::Lead => ranking(Role::Lead, request, env).await.map(Self::Agent),
            Guard::Owner => ranking(Role::Owner, request, env).await.map(Self::Agent),
            Guard::Steward if request.headers().has("authorization")? => {
                operator::require(request, env)?;
                Ok(Self::Steward(Steward {
                    site: super::site(env, site).await?.key.clone(),
                    owner: None,
                }))
            }
            Guard::Steward => {
                let owner = ranking(Role::Owner, request, env).await?;
                if owner.site.as_str() != site {
                    return Err(ApiError::NotFound("No shop has this key."));
                }
                Ok(Self::Steward(Steward {
                    site: owner.site,
                    owner: Some(owner.name.id),
                }))
            }
            Guard::Operator => operator::require(request, env).map(|()| Self::Anybody),
        }
    }

    /// The shopper whom the guard let in; nobody, if the route has another guard.
    pub fn shopper(self) -> ApiResult<TicketHolder> {
        match self {
            Self::Shopper(holder) => Ok(holder),
            Self::Anybody | Self::Agent(_) | Self::Steward(_) => Err(unguarded()),
        }
    }

    /// The agent whom the guard let in; nobody, if the route has another guard.
    pub fn agent(self) -> ApiResult<SignedInAgent> {
        match self {
            Self::Agent(agent) => Ok(agent),
            Self::Anybody | Self::Shopper(_) | Self::Steward(_) => Err(unguarded()),
        }
    }

    /// The steward whom the guard let in; nobody, if the route has another guard.
    pub fn steward(self) -> ApiResult<Steward> {
        match self {
            Self::Steward(steward) => Ok(steward),
            Self::Anybody | Self::Shopper(_) | Self::Agent(_) => Err(unguarded()),
        }
    }
}

/// An agent of a role, or of a higher one.
async fn ranking(role: Role, request: &Request, env: &Env) -> ApiResult<SignedInAgent> {
    let agent = agent::require(request, env).await?;
    if agent.role < role {
        return Err(ApiError::Forbidden(match role {
            Role::Owner => "Only an owner of the shop may do this.",
            Role::Agent | Role::Lead => "Only a lead may do this.",
        }));
    }
    Ok(agent)
}

fn unguarded() -> ApiError {
    ApiError::Internal("a route asks for somebody whom its guard doesn't let in".into())
}
