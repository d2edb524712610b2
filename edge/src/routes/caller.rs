//! Who is at the door: seen to once, by the route's guard, before any handler runs.

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
}

impl Caller {
    /// Lets in whom the guard lets in.
    pub async fn admit(guard: Guard, request: &Request, env: &Env) -> ApiResult<Self> {
        match guard {
            Guard::Nobody | Guard::Signature => Ok(Self::Anybody),
            Guard::Ticket => ticket::require(request, env).map(Self::Shopper),
            Guard::Agent => agent::require(request, env).await.map(Self::Agent),
            Guard::Lead => Self::ranking(Role::Lead, request, env).await,
            Guard::Owner => Self::ranking(Role::Owner, request, env).await,
            Guard::Operator => operator::require(request, env).map(|()| Self::Anybody),
        }
    }

    /// Lets in an agent of a role, or of a higher one.
    async fn ranking(role: Role, request: &Request, env: &Env) -> ApiResult<Self> {
        let agent = agent::require(request, env).await?;
        if agent.role < role {
            return Err(ApiError::Forbidden(match role {
                Role::Owner => "Only an owner of the shop may do this.",
                Role::Agent | Role::Lead => "Only a lead may do this.",
            }));
        }
        Ok(Self::Agent(agent))
    }

    /// The shopper whom the guard let in; nobody, if the route has another guard.
    pub fn shopper(self) -> ApiResult<TicketHolder> {
        match self {
            Self::Shopper(holder) => Ok(holder),
            Self::Anybody | Self::Agent(_) => Err(unguarded()),
        }
    }

    /// The agent whom the guard let in; nobody, if the route has another guard.
    pub fn agent(self) -> ApiResult<SignedInAgent> {
        match self {
            Self::Agent(agent) => Ok(agent),
            Self::Anybody | Self::Shopper(_) => Err(unguarded()),
        }
    }
}

fn unguarded() -> ApiError {
    ApiError::Internal("a route asks for somebody whom its guard doesn't let in".into())
}
