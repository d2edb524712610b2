//! Tickets: one minute in which a shopper's socket may be opened. They travel in the subprotocol
//! list, never in a URL.

use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Header, Validation, decode, encode};
use serde::{Deserialize, Serialize};
use shared::ids::{ContactId, SiteKey};

use super::jwt;
use crate::clock::now;

/// How long a ticket is good for, in seconds.
pub const TICKET_SECONDS: u32 = 60;

/// One key, one purpose: what is signed for another use is no ticket.
const AUDIENCE: &str = "grelot:shopper-socket";

#[derive(Serialize, Deserialize)]
struct Claims {
    aud: String,
    exp: u64,
    site: SiteKey,
    contact: ContactId,
}

/// Makes a ticket.
pub fn issue(key: &str, site: &SiteKey, contact: &ContactId) -> Option<String> {
    jwt::install();
    let claims = Claims {
        aud: AUDIENCE.to_owned(),
        exp: now().seconds() + u64::from(TICKET_SECONDS),
        site: site.clone(),
        contact: contact.clone(),
    };
    let key = EncodingKey::from_secret(key.as_bytes());
    encode(&Header::new(Algorithm::HS256), &claims, &key).ok()
}

/// Reads a ticket that is good now.
pub fn verify(key: &str, ticket: &str) -> Option<(SiteKey, ContactId)> {
    jwt::install();
    let mut validation = Validation::new(Algorithm::HS256);
    validation.set_audience(&[AUDIENCE]);
    validation.set_required_spec_claims(&["exp", "aud"]);
    validation.leeway = 0;
    let key = DecodingKey::from_secret(key.as_bytes());
    let claims = decode::<Claims>(ticket, &key, &validation).ok()?.claims;
    Some((claims.site, claims.contact))
}
