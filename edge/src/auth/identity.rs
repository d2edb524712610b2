//! Shoppers for whom the shop has signed: JWT, HS256, `kid` in the header; `sub`, `aud` = site
//! and an `exp` at most fifteen minutes ahead. Where the merchant allows it, an identifier and its
//! hash do as well, for less: they never end, so they name another contact and prove no e-mail.

use hmac::{Hmac, KeyInit, Mac};
use jsonwebtoken::{Algorithm, DecodingKey, Validation, decode, decode_header};
use serde::Deserialize;
use sha2::Sha256;
use shared::ids::ContactId;
use shared::protocol::desk::Identity;
use shared::protocol::session::HashedIdentifier;
use shared::text::normalize_email;
use shared::time::Timestamp;

use super::jwt;
use crate::clock::now;
use crate::sites::Site;

/// By how much a shop's clock may differ, in seconds.
const LEEWAY_SECONDS: u64 = 30;

/// The furthest that an `exp` may lie ahead, in seconds, with half a minute for clocks.
const MAX_AHEAD_SECONDS: u64 = 15 * 60 + LEEWAY_SECONDS;

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

/// A shopper for whom the shop answers.
pub struct Known {
    /// Which contact.
    pub contact: ContactId,
    /// What the shop says of them.
    pub identity: Identity,
    /// Until when it says so; `None` for what has no end.
    pub until: Option<Timestamp>,
}

/// Reads a shop's token. `None` for anything forged, expired, for another site or without an end.
pub fn verify(site: &Site, token: &str) -> Option<Known> {
    jwt::install();
    let kid = decode_header(token).ok()?.kid?;
    let secret = site
        .identity_keys
        .get(&kid)
        .filter(|secret| !secret.is_empty())?;
    let mut validation = Validation::new(Algorithm::HS256);
    validation.set_audience(&[site.key.as_str()]);
    validation.set_required_spec_claims(&["exp", "aud", "sub"]);
    validation.leeway = LEEWAY_SECONDS;
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
    let end = i64::try_from(claims.exp + LEEWAY_SECONDS).ok()?;
    Some(Known {
        contact: contact_of(site, Namespace::Token, &claims.sub)?,
        identity,
        until: Some(Timestamp(end.saturating_mul(1_000))),
    })
}

/// Checks a customer's hash. `None` unless the merchant has turned such hashes on and this one
/// fits.
pub fn verify_hash(site: &Site, given: &HashedIdentifier) -> Option<Known> {
    let key = site.identifier_key.as_deref()?;
    let tag = hex::decode(&given.identifier_hash).ok()?;
    if given.identifier.is_empty() {
        return None;
    }
    Hmac::<Sha256>::new_from_slice(key.as_bytes())
        .ok()?
        .chain_update(given.identifier.as_bytes())
        .verify_slice(&tag)
        .ok()?;
    // Nothing but the identifier was signed, so nothing else is taken for true.
    let identity = Identity::Verified {
        name: None,
        email: None,
    };
    Some(Known {
        contact: contact_of(site, Namespace::Hash, &given.identifier)?,
        identity,
        until: None,
    })
}

/// By what a customer is named: the same text of two namespaces is two customers.
#[derive(Clone, Copy)]
enum Namespace {
    Token,
    Hash,
}

/// The contact of a shop's customer: always the same one, without a look-up that could race, and
/// not to be guessed without the site's contact key.
fn contact_of(site: &Site, namespace: Namespace, customer: &str) -> Option<ContactId> {
    // Neither character is one of a site's key.
    let separator = match namespace {
        Namespace::Token => "/",
        Namespace::Hash => "#",
    };
    let mut mac = Hmac::<Sha256>::new_from_slice(site.contact_key.as_bytes()).ok()?;
    for part in [site.key.as_str(), separator, customer] {
        mac.update(part.as_bytes());
    }
    let digest = mac.finalize().into_bytes();
    ContactId::parse(&hex::encode(&digest[..16]))
}
