//! `GET /desk/api/search`: what is said in all cases of the site, and its orders.

use serde::Serialize;
use shared::search::{self, Hit};
use worker::{Env, Request, Response};

use super::private;
use super::query::asked;
use crate::directory;
use crate::directory::sessions::SignedInAgent;
use crate::error::{ApiError, ApiResult};

/// The longest question, in characters.
const MAX_CHARS: usize = 200;

#[derive(Serialize)]
struct Found {
    hits: Vec<Hit>,
}

/// Answers `q`.
pub async fn find(request: &Request, env: &Env, signed_in: &SignedInAgent) -> ApiResult<Response> {
    let typed = asked(&request.url()?, "q").unwrap_or_default();
    if typed.chars().count() > MAX_CHARS {
        return Err(ApiError::Malformed("Send as q at most 200 characters."));
    }
    let query = search::query(&typed).ok_or(ApiError::Malformed(
        "Send as q at least two letters or digits.",
    ))?;
    let hits = directory::search::find(env, &signed_in.site, &query).await?;
    private(&Found { hits })
}
