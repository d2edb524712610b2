//! `GET` and `PUT /desk/api/service`: when somebody answers, within which time, and who helps in
//! the season.

use shared::audit::Action;
use shared::settings::{ServiceChange, ServicePage};
use worker::{Env, Request, Response};

use super::{audit, body, private};
use crate::bindings;
use crate::calls::DeskCall;
use crate::directory::sessions::SignedInAgent;
use crate::error::{ApiError, ApiResult};
use crate::sites;

/// Shows what is set.
pub async fn show(env: &Env, lead: &SignedInAgent) -> ApiResult<Response> {
    private(&page(env, lead).await?)
}

/// Sets it. It holds at once, also for the clocks that run; a change of other settings than the
/// latest is refused.
pub async fn put(mut request: Request, env: &Env, lead: &SignedInAgent) -> ApiResult<Response> {
    let change: ServiceChange =
        body::json(&mut request, "Send rules and version, as they were shown.").await?;
    let before = page(env, lead).await?;
    if let Some(problem) = change.rules.problem(&before.country) {
        return Err(ApiError::Unfit(format!("{problem}.")));
    }
    audit::note(env, lead, Action::ServiceSaved, "service").await?;
    if !sites::set_service(env, &lead.site, change.rules, change.version).await? {
        return Err(ApiError::Conflict(
            "The settings have changed meanwhile. Read them again.",
        ));
    }
    bindings::desk(env, &lead.site)?
        .call::<()>(&DeskCall::SettingsChanged)
        .await?;
    show(env, lead).await
}

async fn page(env: &Env, lead: &SignedInAgent) -> ApiResult<ServicePage> {
    sites::service(env, &lead.site)
        .await?
        .ok_or(ApiError::NotFound("There is no such shop."))
}
