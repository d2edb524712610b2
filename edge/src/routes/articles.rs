//! `GET /api/v1/sites/{site}/articles`: the merchant's own help, searched. Any page may ask.

use serde::Serialize;
use shared::articles::Article;
use shared::language::Language;
use shared::text::cut;
use worker::{Env, Request, Response};

use super::query::asked;
use super::site;
use crate::error::{ApiError, ApiResult};

/// The longest question that is read, in characters.
const MAX_QUESTION_CHARS: usize = 400;

#[derive(Serialize)]
struct Found<'a> {
    articles: Vec<&'a Article>,
}

/// Answers a search. What is refused is told to other origins as well.
pub async fn search(request: Request, env: &Env, key: &str) -> ApiResult<Response> {
    let (response, cache) = match searched(&request, env, key).await {
        Ok(response) => (response, "public, max-age=60"),
        Err(error) => (error.into_response()?, "no-store"),
    };
    let headers = response.headers();
    headers.set("access-control-allow-origin", "*")?;
    headers.set("cross-origin-resource-policy", "cross-origin")?;
    headers.set("cache-control", cache)?;
    Ok(response)
}

async fn searched(request: &Request, env: &Env, key: &str) -> ApiResult<Response> {
    let site = site(env, key).await?;
    let url = request.url()?;
    let question =
        asked(&url, "q").ok_or(ApiError::Malformed("Say what is searched for: ?q=retour."))?;
    let language = asked(&url, "language").and_then(|tag| Language::from_tag(&tag));
    let articles = site.rules.articles.search(
        &cut(question, MAX_QUESTION_CHARS),
        language.unwrap_or(site.language),
    );
    Ok(Response::from_json(&Found { articles })?)
}
