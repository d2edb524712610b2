//! Asking the few services that a site's settings name. Nothing else is ever fetched: an address
//! begins with a [`BaseUrl`], which only settings have.

use shared::settings::BaseUrl;
use worker::{
    AbortSignal, Env, Error, Fetch, Headers, Request, RequestInit, RequestRedirect, Response,
    Result, web_sys,
};

use crate::bindings;
use crate::stream::{self, Unread};

/// The largest answer that is read, in bytes: a hundred large orders.
const MAX_ANSWER_BYTES: usize = 4 * 1024 * 1024;

/// How long an answer may take, in milliseconds.
const PATIENCE_MILLIS: u32 = 20_000;

/// The longest wait that a service may ask for, in seconds.
const MAX_RETRY_AFTER_SECONDS: i64 = 6 * 3_600;

/// What a service answered.
pub struct Answer {
    /// The status.
    pub status: u16,
    /// How long the service asks to be left alone, in milliseconds.
    pub retry_after_millis: Option<i64>,
    /// The body.
    pub body: Vec<u8>,
}

/// Asks for what lies at `path` below an address. A redirect is an answer like any other: it is
/// not followed.
pub async fn ask(
    env: &Env,
    base_url: &BaseUrl,
    path: &str,
    headers: &[(&str, String)],
) -> Result<Answer> {
    if base_url.is_loopback() && !bindings::allows_loopback(env) {
        return Err(Error::RustError("a service on this very machine".into()));
    }
    let sent = Headers::new();
    for (name, value) in headers {
        sent.set(name, value)?;
    }
    let mut init = RequestInit::new();
    init.with_headers(sent)
        .with_redirect(RequestRedirect::Manual);
    let request = Request::new_with_init(&base_url.join(path), &init)?;
    let patience: AbortSignal = web_sys::AbortSignal::timeout_with_u32(PATIENCE_MILLIS).into();
    let request = Fetch::Request(request);
    // A connection that was kept open may have ended unnoticed. The next one is new.
    let response = match request.send_with_signal(&patience).await {
        Err(_) if !patience.aborted() => request.send_with_signal(&patience).await?,
        other => other?,
    };
    read(response).await
}

async fn read(response: Response) -> Result<Answer> {
    let status = response.status_code();
    let retry_after_millis = response
        .headers()
        .get("retry-after")?
        .and_then(|text| text.trim().parse::<i64>().ok())
        .map(|seconds| seconds.clamp(0, MAX_RETRY_AFTER_SECONDS) * 1_000);
    let raw: web_sys::Response = response.into();
    let body = stream::read(raw.body(), MAX_ANSWER_BYTES)
        .await
        .map_err(|unread| {
            Error::RustError(match unread {
                Unread::TooLarge => "a service's answer is too large".into(),
                Unread::Broken => "a service's answer broke off".into(),
            })
        })?;
    Ok(Answer {
        status,
        retry_after_millis,
        body,
    })
}
