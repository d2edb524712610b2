//! Shoppers for whom the shop has signed: JWT, HS256, `kid` in the header; `sub`, `aud` = site
//! and an `exp` at most fifteen minutes ahead.

use hmac::{Hmac, KeyInit, Mac};
use jsonwebtoken::{Algorithm, DecodingKey, Validation, decode, decode_header};
use serde::Deserialize;
use sha2::Sha256;
use shared::ids::{ContactId, SiteKey};
use shared::protocol::desk::Identity;
use shared::text::normalize_email;

use super::jwt;
use crate::clock::now;
use crate::sites::Site;

/// The furthest that an `exp` may lie ahead, in seconds, with half a minute for clocks.
const MAX_AHEAD_SECONDS: u64 = 15 * 60 + 30;

#[derive(Deserialize)]
struct Claims {
    sub: String,
    exp: u64,
    #[serde(default)]
    email: Option<String>,
    #[serde(default)]
    email_verified: bool,
    #[serde(default)]
    name: Option<String>,
}

/// Reads a shop's token: which contact it names, and what it says of them. `None` for anything
/// forged, expired, for another site or without an end.
pub fn verify(site: &Site, token: &str) -> Option<(ContactId, Identity)> {
    jwt::install();
    let kid = decode_header(token).ok()?.kid?;
    let secret = site
        .identity_keys
        .get(&kid)
        .filter(|secret| !secret.is_empty())?;
    let mut validation = Validation::new(Algorithm::HS256);
    validation.set_audience(&[site.key.as_str()]);
    validation.set_required_spec_claims(&["exp", "aud", "sub"]);
    validation.leeway = 30;
    let key = DecodingKey::from_secret(secret.as_bytes());
    let claims = decode::<Claims>(token, &key, &validation).ok()?.claims;
    if claims.sub.is_empty() || claims.exp > now().seconds() + MAX_AHEAD_SECONDS {
        return None;
    }
    let identity = Identity::Verified {
        name: claims
            .name
            .map(|name| name.trim().to_owned())
            .filter(|name| !name.is_empty()),
        // An e-mail that the shop itself has not verified opens no orders.
        email: claims
            .email
            .filter(|_| claims.email_verified)
            .map(|email| normalize_email(&email)),
    };
    Some((
        contact_of(&site.key, &site.contact_key, &claims.sub)?,
        identity,
    ))
}

/// The contact of a shop's customer: always the same one, without a look-up that could race, and
/// not to be guessed without the site's contact key.
fn contact_of(site: &SiteKey, contact_key: &str, sub: &str) -> Option<ContactId> {
    let mut mac = Hmac::<Sha256>::new_from_slice(contact_key.as_bytes()).ok()?;
    mac.update(site.as_str().as_bytes());
    mac.update(b"/");
    mac.update(sub.as_bytes());
    let digest = mac.finalize().into_bytes();
    ContactId::parse(&hex::encode(&digest[..16]))
}
