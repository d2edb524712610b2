//! `GET` and `PUT /desk/api/labels`: the labels that agents sort cases by.

use serde::{Deserialize, Serialize};
use shared::audit::Action;
use shared::protocol::labels::{Label, check_labels};
use worker::{Env, Request, Response};

use super::{audit, body, private};
use crate::directory::labels;
use crate::directory::sessions::SignedInAgent;
use crate::error::{ApiError, ApiResult};

#[derive(Serialize, Deserialize)]
struct Listed {
    labels: Vec<Label>,
}

/// Lists them.
pub async fn list(env: &Env, signed_in: &SignedInAgent) -> ApiResult<Response> {
    let labels = labels::all(env, &signed_in.site).await?;
    private(&Listed { labels })
}

/// Puts a list in the place of the one before. A label that is left out stays on its cases, unseen,
/// and is seen there again once it is back.
pub async fn put(mut request: Request, env: &Env, lead: &SignedInAgent) -> ApiResult<Response> {
    let given: Listed =
        body::json(&mut request, "Send labels, each with id, name and color.").await?;
    check_labels(&given.labels).map_err(|unfit| ApiError::Unfit(unfit.message()))?;
    audit::note(env, lead, Action::LabelsSaved, "labels").await?;
    labels::replace(env, &lead.site, &given.labels).await?;
    Ok(Response::empty()?.with_status(204))
}
