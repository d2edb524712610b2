//! The upgrades: who may open which socket, then the object takes over.

use shared::protocol::{SUBPROTOCOL, TICKET_PREFIX};
use worker::{Env, Request, Response};

use crate::auth::{agent, ticket};
use crate::bindings;
use crate::calls::AgentUpgrade;
use crate::error::{ApiError, ApiResult};
use crate::objects::UPGRADE_HEADER;
use crate::sites;

/// `GET /socket`: a shopper's, by the ticket in the subprotocol list.
pub async fn shopper(request: Request, env: &Env) -> ApiResult<Response> {
    let offered = offered_protocols(&request)?;
    let ticket = offered
        .iter()
        .find_map(|protocol| protocol.strip_prefix(TICKET_PREFIX));
    let (site, contact) = bindings::ticket_key(env)
        .zip(ticket)
        .and_then(|(key, ticket)| ticket::verify(&key, ticket))
        .ok_or(ApiError::Unauthorized(
            "The ticket is not good. Open a new session.",
        ))?;
    Ok(bindings::contact(env, &site, &contact)?
        .upgrade(request)
        .await?)
}

/// `GET /desk/socket`: an agent's, by the cookie, from the desk's own origin.
pub async fn agent(request: Request, env: &Env) -> ApiResult<Response> {
    offered_protocols(&request)?;
    let signed_in = agent::require(&request, env).await?;
    let site = sites::load(env, &signed_in.site)
        .await?
        .ok_or(ApiError::NotFound("No shop has this key."))?;
    let upgrade = AgentUpgrade {
        agent: signed_in.name,
        lead: signed_in.lead,
        session: signed_in.session,
        expires_at: signed_in.expires_at,
        site_name: site.name.clone(),
    };
    let handed_over = request.clone_mut()?;
    handed_over
        .headers()
        .set(UPGRADE_HEADER, &ascii_json(&upgrade)?)?;
    Ok(bindings::desk(env, &site.key)?.upgrade(handed_over).await?)
}

/// The subprotocols that the client offers, ours among them.
fn offered_protocols(request: &Request) -> ApiResult<Vec<String>> {
    let headers = request.headers();
    if !headers
        .get("upgrade")?
        .is_some_and(|value| value.eq_ignore_ascii_case("websocket"))
    {
        return Err(ApiError::Malformed("Open this address as a WebSocket."));
    }
    let list = headers.get("sec-websocket-protocol")?.unwrap_or_default();
    let offered: Vec<String> = list.split(',').map(|each| each.trim().to_owned()).collect();
    if !offered.iter().any(|each| each == SUBPROTOCOL) {
        return Err(ApiError::Malformed("Offer the subprotocol grelot.v1."));
    }
    Ok(offered)
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
