//! `GET /desk/api/parcels`: the parcels at risk, for whoever is signed in at the desk.

use shared::protocol::parcels::Risk;
use worker::{Env, Request, Response};

use super::private;
use super::query::asked;
use crate::directory::risks::{self, Place};
use crate::directory::sessions::SignedInAgent;
use crate::error::{ApiError, ApiResult};

/// Lists a page: `risk` for one risk only, `after` for what follows an earlier page.
pub async fn list(request: &Request, env: &Env, signed_in: &SignedInAgent) -> ApiResult<Response> {
    let url = request.url()?;
    let risk = asked(&url, "risk")
        .map(|name| Risk::named(&name).ok_or(ApiError::Malformed("No risk has this name.")))
        .transpose()?;
    let after = asked(&url, "after")
        .map(|text| {
            Place::read(&text).ok_or(ApiError::Malformed(
                "Send as after what an earlier page gave as next.",
            ))
        })
        .transpose()?;
    let page = risks::page(env, &signed_in.site, risk, after.as_ref()).await?;
    private(&page)
}
