//! `GET /api/v1/sites/{site}/cutoffs`: until when to order. Any page may ask.

use shared::season::cutoff::{CutoffAnswer, Destination, answer};
use shared::time::Day;
use worker::{Env, Request, Response};

use super::query::asked;
use super::site;
use crate::clock::now;
use crate::error::{ApiError, ApiResult};

/// Answers a product page. What is refused is told to other origins as well, so that whoever
/// builds the page can read why.
pub async fn show(request: Request, env: &Env, key: &str) -> ApiResult<Response> {
    let (response, cache) = match answered(&request, env, key).await {
        Ok(answer) => (Response::from_json(&answer)?, "public, max-age=60"),
        Err(error) => (error.into_response()?, "no-store"),
    };
    let headers = response.headers();
    headers.set("access-control-allow-origin", "*")?;
    headers.set("cross-origin-resource-policy", "cross-origin")?;
    headers.set("cache-control", cache)?;
    Ok(response)
}

async fn answered(request: &Request, env: &Env, key: &str) -> ApiResult<CutoffAnswer> {
    let site = site(env, key).await?;
    let url = request.url()?;
    let country = asked(&url, "country").ok_or(ApiError::Malformed(
        "Say the country of delivery: ?country=FR.",
    ))?;
    let postcode = asked(&url, "postcode");
    let destination = Destination::read(&country, postcode.as_deref())
        .map_err(|what| ApiError::Unfit(format!("{what}.")))?;
    let deadline = asked(&url, "for").map(|day| read_day(&day)).transpose()?;
    Ok(answer(
        &site.rules.season,
        now().0,
        &destination,
        deadline.as_ref(),
    ))
}

fn read_day(text: &str) -> ApiResult<Day> {
    Day::parse(text)
        .filter(|day| day.as_str() == text)
        .ok_or(ApiError::Malformed(
            "The day that it is for is written YYYY-MM-DD: ?for=2026-12-24.",
        ))
}
