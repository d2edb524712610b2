//! Invitations: a link that is good once, and the invitee's own password.

use shared::audit::Action;
use shared::ids::{AgentId, SiteKey};
use shared::protocol::staff::{Invitation, Invited, JOIN_MARK, Joining, NewInvitation};
use shared::text::normalize_email;
use worker::{Env, Request, Response};

use super::agents::{checked_name, close_sockets};
use super::audit::{self, Actor};
use super::{body, private, site};
use crate::auth::{agent, password, random_hex, token_hash};
use crate::clock::now;
use crate::directory::sessions::SignedInAgent;
use crate::directory::{agents, invitations, sessions};
use crate::error::{ApiError, ApiResult};

/// How long an invitation can be taken, in milliseconds: a week.
const GOOD_FOR_MILLIS: i64 = 7 * 24 * 3_600_000;

/// `GET /desk/api/invitations`.
pub async fn list(env: &Env, owner: &SignedInAgent) -> ApiResult<Response> {
    private(&invitations::list(env, &owner.site, now()).await?)
}

/// `POST /desk/api/invitations`.
pub async fn invite(request: Request, env: &Env, owner: &SignedInAgent) -> ApiResult<Response> {
    make(request, env, &owner.site, owner.into()).await
}

/// `POST /api/v1/sites/{site}/invitations`: how a shop gets its first owner.
pub async fn invite_to(request: Request, env: &Env, key: &str) -> ApiResult<Response> {
    let site = site(env, key).await?;
    make(request, env, &site.key, Actor::operator(&site.key)).await
}

/// `DELETE /desk/api/invitations/{invitation}`.
pub async fn withdraw(env: &Env, owner: &SignedInAgent, id: &str) -> ApiResult<Response> {
    audit::note(env, owner, Action::InvitationWithdrawn, id).await?;
    if !invitations::withdraw(env, &owner.site, id).await? {
        return Err(ApiError::NotFound("There is no such invitation."));
    }
    Ok(Response::empty()?.with_status(204))
}

/// `POST /desk/api/join`: takes an invitation. The invitee then signs in.
pub async fn join(mut request: Request, env: &Env) -> ApiResult<Response> {
    agent::require_same_origin(&request)?;
    let given: Joining = body::json(&mut request, "Send token, name and password.").await?;
    let name = checked_name(&given.name)?;
    password::check(&given.password)?;
    let over = || ApiError::NotFound("This invitation is over or was taken. Ask for another one.");
    let hash = token_hash(&given.token);
    let invitee = invitations::find(env, &hash, now())
        .await?
        .ok_or_else(over)?;
    let site = SiteKey(invitee.site);
    let known = agents::find(env, &site, &invitee.email).await?;
    let fresh = AgentId(random_hex::<16>()?);
    let password_hash = password::hash(&given.password)?;
    let joining = known.as_ref().map_or(&fresh, |known| &known.agent);
    let actor = Actor::agent(&site, joining);
    audit::note(env, actor, Action::Joined, joining.as_str()).await?;
    let joined = invitations::accept(env, &site, &hash, &fresh, &name, &password_hash, now());
    if !joined.await? {
        return Err(over());
    }
    if let Some(known) = known {
        sessions::end_all(env, &site, &known.agent).await?;
        close_sockets(env, &site, &known.agent).await?;
    }
    Ok(Response::empty()?.with_status(204))
}

async fn make(
    mut request: Request,
    env: &Env,
    site: &SiteKey,
    actor: Actor<'_>,
) -> ApiResult<Response> {
    let given: NewInvitation = body::json(&mut request, "Send email and role.").await?;
    let email = normalize_email(&given.email);
    if !email.contains('@') {
        return Err(ApiError::Malformed("An agent has an e-mail."));
    }
    // Whoever works here already gets another password by it, and no other role.
    let known = agents::find(env, site, &email).await?;
    if known.is_some_and(|known| known.role != given.role) {
        return Err(ApiError::Conflict(
            "This agent works here with another role. Change the role instead.",
        ));
    }
    let token = random_hex::<32>()?;
    let invitation = Invitation {
        id: random_hex::<16>()?,
        email,
        role: given.role,
        expires_at: now().0.plus_millis(GOOD_FOR_MILLIS),
    };
    audit::note(env, actor, Action::Invited, &invitation.id).await?;
    invitations::note(env, site, &invitation, &token_hash(&token)).await?;
    let origin = request.url()?.origin().ascii_serialization();
    let link = format!("{origin}/desk?site={site}{JOIN_MARK}{token}");
    Ok(private(&Invited { invitation, link })?.with_status(201))
}
