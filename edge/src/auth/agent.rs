//! Agents' sessions: a random token in a `__Host-` cookie, its hash in the directory.

use worker::{Env, Request};

use super::{random_hex, token_hash};
use crate::clock::now;
use crate::directory::sessions::{self, SignedInAgent};
use crate::error::{ApiError, ApiResult};

/// How long a session lasts, in seconds: a long working day.
pub const SESSION_SECONDS: u32 = 12 * 3_600;

const COOKIE: &str = "__Host-grelot-desk";

/// Makes a session: its token and the cookie that carries it.
pub fn create() -> worker::Result<(String, String)> {
    let token = random_hex::<32>()?;
    let cookie = cookie(&token, SESSION_SECONDS);
    Ok((token_hash(&token), cookie))
}

/// The cookie that ends a session in the browser.
pub fn expired_cookie() -> String {
    cookie("", 0)
}

/// Who is signed in. Refuses requests from other origins: the cookie alone proves nothing there.
pub async fn require(request: &Request, env: &Env) -> ApiResult<SignedInAgent> {
    require_same_origin(request)?;
    let refused = || ApiError::Unauthorized("Sign in at the desk.");
    let cookies = request.headers().get("cookie")?.unwrap_or_default();
    let token = cookies
        .split(';')
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(name, _)| *name == COOKIE)
        .map(|(_, value)| value)
        .filter(|value| !value.is_empty())
        .ok_or_else(refused)?;
    sessions::find(env, token_hash(token), now())
        .await?
        .ok_or_else(refused)
}

/// Refuses what a page of another origin sent. A browser names the origin on every upgrade and
/// on every request that changes something.
pub fn require_same_origin(request: &Request) -> ApiResult<()> {
    let own = request.url()?.origin().ascii_serialization();
    match request.headers().get("origin")? {
        Some(origin) if origin == own => Ok(()),
        None if request.method() == worker::Method::Get && !is_upgrade(request)? => Ok(()),
        _ => Err(ApiError::Forbidden("Open the desk from its own address.")),
    }
}

fn is_upgrade(request: &Request) -> ApiResult<bool> {
    Ok(request.headers().has("upgrade")?)
}

fn cookie(token: &str, seconds: u32) -> String {
    format!("{COOKIE}={token}; Path=/; Max-Age={seconds}; Secure; HttpOnly; SameSite=Strict")
}
