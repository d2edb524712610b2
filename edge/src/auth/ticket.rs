//! Tickets: with one a shopper's socket may be opened, within a minute of the session that gave it,
//! or once on the way back from a socket that was lost. They travel in the subprotocol list, never
//! in a URL.

use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Header, Validation, decode, encode};
use serde::{Deserialize, Serialize};
use shared::ids::{ContactId, SiteKey};
use shared::protocol::TICKET_PREFIX;
use shared::time::Timestamp;
use worker::{Env, Request};

use super::jwt;
use crate::bindings;
use crate::error::{ApiError, ApiResult};

/// How long a session's ticket is good for, in seconds.
pub const TICKET_SECONDS: u32 = 60;

/// For how long after a session a visitor comes back without another, in milliseconds.
pub const BACK_MILLIS: i64 = 12 * 60 * 60 * 1_000;

/// One key, one purpose: what is signed for another use is no ticket.
const AUDIENCE: &str = "grelot:shopper-socket";

#[derive(Serialize, Deserialize)]
struct Claims {
    aud: String,
    exp: u64,
    site: SiteKey,
    contact: ContactId,
    #[serde(default)]
    until: Option<Timestamp>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    back: Option<Timestamp>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    once: Option<String>,
}

/// Whose ticket it is.
pub struct TicketHolder {
    /// At which site.
    pub site: SiteKey,
    /// Which contact.
    pub contact: ContactId,
    /// Until when the socket that it opens is good, if the shop's word for the shopper ends.
    pub until: Option<Timestamp>,
    /// Until when its socket is given a ticket for the way back, if ever.
    pub back: Option<Timestamp>,
    /// What makes a ticket for the way back good once: the contact's object strikes it out.
    pub once: Option<String>,
}

/// Makes a ticket that is good until a time, in seconds since 1970.
pub fn issue(key: &str, holder: TicketHolder, good_until: u64) -> Option<String> {
    jwt::install();
    let claims = Claims {
        aud: AUDIENCE.to_owned(),
        exp: good_until,
        site: holder.site,
        contact: holder.contact,
        until: holder.until,
        back: holder.back,
        once: holder.once,
    };
    let key = EncodingKey::from_secret(key.as_bytes());
    encode(&Header::new(Algorithm::HS256), &claims, &key).ok()
}

/// Whose the ticket in a request's subprotocol list is.
pub fn require(request: &Request, env: &Env) -> ApiResult<TicketHolder> {
    let list = request.headers().get("sec-websocket-protocol")?;
    let list = list.unwrap_or_default();
    let ticket = list
        .split(',')
        .find_map(|protocol| protocol.trim().strip_prefix(TICKET_PREFIX));
    bindings::ticket_key(env)
        .zip(ticket)
        .and_then(|(key, ticket)| verify(&key, ticket))
        .ok_or(ApiError::Unauthorized(
            "The ticket is not good. Open a new session.",
        ))
}

/// Reads a ticket that is good now.
fn verify(key: &str, ticket: &str) -> Option<TicketHolder> {
    jwt::install();
    let mut validation = Validation::new(Algorithm::HS256);
    validation.set_audience(&[AUDIENCE]);
    validation.set_required_spec_claims(&["exp", "aud"]);
    validation.leeway = 0;
    let key = DecodingKey::from_secret(key.as_bytes());
    let claims = decode::<Claims>(ticket, &key, &validation).ok()?.claims;
    Some(TicketHolder {
        site: claims.site,
        contact: claims.contact,
        until: claims.until,
        back: claims.back,
        once: claims.once,
    })
}
