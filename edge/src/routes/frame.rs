//! `GET /frame/{site}`: the panel's page, framed only by the site's own origins.

use worker::{Env, Response};

use super::site;
use crate::error::ApiResult;

const PAGE: &str = include_str!("../pages/frame.html");

/// Where the page's head ends,
const HEAD_END: &str = "</head>";

/// and what stands before it where the merchant wants the winter dress.
const WINTER: &str = "  <link rel=\"stylesheet\" href=\"/winter.css\">\n  </head>";

/// Shows the page.
pub async fn show(env: &Env, key: &str) -> ApiResult<Response> {
    let site = site(env, key).await?;
    let response = if site.rules.winter {
        Response::from_html(PAGE.replace(HEAD_END, WINTER))?
    } else {
        Response::from_html(PAGE)?
    };
    let headers = response.headers();
    headers.set("content-security-policy", &policy(&site.origins))?;
    headers.set("cross-origin-resource-policy", "cross-origin")?;
    headers.set("cross-origin-embedder-policy", "require-corp")?;
    headers.set(
        "permissions-policy",
        "camera=(), microphone=(), geolocation=()",
    )?;
    headers.set("referrer-policy", "no-referrer")?;
    headers.set("x-content-type-options", "nosniff")?;
    headers.set("cache-control", "public, max-age=60")?;
    Ok(response)
}

fn policy(origins: &[String]) -> String {
    format!(
        "{}; frame-ancestors {}",
        super::desk::APP_POLICY,
        origins.join(" ")
    )
}
