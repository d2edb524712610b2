//! Where an agent is signed in, and signing out of it.

use shared::ids::SiteKey;
use worker::{Env, Response};

use super::agents::close_sockets;
use super::private;
use crate::auth::agent;
use crate::bindings;
use crate::calls::DeskCall;
use crate::clock::now;
use crate::directory::sessions::{self, SignedInAgent};
use crate::error::{ApiError, ApiResult};

/// `GET /desk/api/sessions`.
pub async fn list(env: &Env, signed_in: &SignedInAgent) -> ApiResult<Response> {
    private(&sessions::list(env, signed_in, now()).await?)
}

/// `DELETE /desk/api/session`: signs out of the session that asks, wherever it is in use.
pub async fn end_this(env: &Env, signed_in: &SignedInAgent) -> ApiResult<Response> {
    end(env, &signed_in.site, &signed_in.session).await?;
    signed_out()
}

/// `DELETE /desk/api/sessions/{session}`: signs out of another one of one's own.
pub async fn end_one(env: &Env, signed_in: &SignedInAgent, id: &str) -> ApiResult<Response> {
    let SignedInAgent { site, name, .. } = signed_in;
    let session = sessions::of_agent(env, site, &name.id, id)
        .await?
        .ok_or(ApiError::NotFound("There is no such session."))?;
    end(env, site, &session).await?;
    Ok(Response::empty()?.with_status(204))
}

/// `DELETE /desk/api/sessions`: signs out everywhere, here as well.
pub async fn end_all(env: &Env, signed_in: &SignedInAgent) -> ApiResult<Response> {
    let SignedInAgent { site, name, .. } = signed_in;
    sessions::end_all(env, site, &name.id).await?;
    close_sockets(env, site, &name.id).await?;
    signed_out()
}

async fn end(env: &Env, site: &SiteKey, session: &str) -> ApiResult<()> {
    sessions::end(env, site, session).await?;
    let call = DeskCall::EndSession {
        session: session.to_owned(),
        at: now().0,
    };
    bindings::desk(env, site)?.call::<()>(&call).await?;
    Ok(())
}

fn signed_out() -> ApiResult<Response> {
    let response = Response::empty()?.with_status(204);
    response
        .headers()
        .set("set-cookie", &agent::expired_cookie())?;
    Ok(response)
}
