//! The upgrades: who may open which socket, then the object takes over.

use shared::protocol::SUBPROTOCOL;
use worker::{Env, Request, Response};

use super::sessions;
use crate::auth::ticket::TicketHolder;
use crate::bindings;
use crate::calls::{AgentUpgrade, ShopperUpgrade};
use crate::directory::sessions::SignedInAgent;
use crate::error::{ApiError, ApiResult};
use crate::objects::UPGRADE_HEADER;
use crate::sites;

/// `GET /socket`: a shopper's.
pub async fn shopper(request: Request, env: &Env, holder: TicketHolder) -> ApiResult<Response> {
    offered_protocols(&request)?;
    let TicketHolder {
        site,
        contact,
        until,
        back,
        once,
    } = holder;
    if once.is_some() {
        sessions::count(&request, env, &site).await?;
    }
    let request = handed_over(&request, &ShopperUpgrade { until, back, once })?;
    let response = bindings::contact(env, &site, &contact)?
        .upgrade(request)
        .await?;
    match response.status_code() {
        401 => Err(ApiError::Unauthorized(
            "This ticket opens nothing any more. Open a session.",
        )),
        _ => Ok(response),
    }
}

/// `GET /desk/socket`: an agent's.
pub async fn agent(request: Request, env: &Env, signed_in: SignedInAgent) -> ApiResult<Response> {
    offered_protocols(&request)?;
    let site = sites::load(env, &signed_in.site)
        .await?
        .ok_or(ApiError::NotFound("No shop has this key."))?;
    let upgrade = AgentUpgrade {
        agent: signed_in.name,
        role: signed_in.role,
        profile: signed_in.profile,
        session: signed_in.session,
        began_at: signed_in.began_at,
        expires_at: signed_in.expires_at,
        site_name: site.name.clone(),
    };
    let request = handed_over(&request, &upgrade)?;
    Ok(bindings::desk(env, &site.key)?.upgrade(request).await?)
}

/// The request as the object gets it: with what the Worker knows of who asks, in place of whatever
/// stood there.
fn handed_over<T: serde::Serialize>(request: &Request, upgrade: &T) -> ApiResult<Request> {
    let request = request.clone_mut()?;
    request
        .headers()
        .set(UPGRADE_HEADER, &ascii_json(upgrade)?)?;
    Ok(request)
}

/// Refuses what is no upgrade, or doesn't offer our subprotocol.
fn offered_protocols(request: &Request) -> ApiResult<()> {
    let headers = request.headers();
    if !headers
        .get("upgrade")?
        .is_some_and(|value| value.eq_ignore_ascii_case("websocket"))
    {
        return Err(ApiError::Malformed("Open this address as a WebSocket."));
    }
    let list = headers.get("sec-websocket-protocol")?.unwrap_or_default();
    if list.split(',').any(|each| each.trim() == SUBPROTOCOL) {
        return Ok(());
    }
    Err(ApiError::Malformed("Offer the subprotocol grelot.v1."))
}

/// JSON that fits a header: everything beyond ASCII is escaped.
fn ascii_json<T: serde::Serialize>(value: &T) -> ApiResult<String> {
    let text = serde_json::to_string(value)?;
    let mut ascii = String::with_capacity(text.len());
    for unit in text.encode_utf16() {
        match u8::try_from(unit) {
            Ok(byte) if byte.is_ascii() => ascii.push(char::from(byte)),
            _ => ascii.push_str(&format!("\\u{unit:04x}")),
        }
    }
    Ok(ascii)
}
