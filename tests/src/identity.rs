//! Tokens: what a shop signs for its customers, and tickets that nobody gave.

use std::time::{SystemTime, UNIX_EPOCH};

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jsonwebtoken::{Algorithm, EncodingKey, Header, encode};
use serde_json::{Value, json};

use shared::protocol::session::HashedIdentifier;

use crate::hooks::tag;
use crate::random_hex;
use crate::site::Site;

/// What a shop says of a customer. [`Identity::new`] is good; its fields may be spoiled.
#[derive(Clone, Debug)]
pub struct Identity {
    /// The name of the key.
    pub kid: String,
    /// The key.
    pub secret: String,
    /// What the token says.
    pub claims: Value,
}

impl Identity {
    /// A customer of a site with an e-mail that the shop has verified; good for five minutes.
    pub fn new(site: &Site, email: &str) -> Self {
        Self {
            kid: site.kid.clone(),
            secret: site.identity_secret.clone(),
            claims: json!({
                "sub": format!("customer-{}", random_hex()),
                "aud": site.key,
                "exp": in_seconds(300),
                "email": email,
                "email_verified": true,
                "name": "Jeanne Morel",
            }),
        }
    }

    /// The same with another claim.
    #[must_use]
    pub fn claiming(mut self, claim: &str, value: Value) -> Self {
        self.claims[claim] = value;
        self
    }

    /// The token, signed with HS256.
    pub fn token(&self) -> String {
        let header = Header {
            kid: Some(self.kid.clone()),
            ..Header::new(Algorithm::HS256)
        };
        sign(&header, &self.claims, &self.secret)
    }

    /// The token with `alg: none` and no signature.
    pub fn unsigned_token(&self) -> String {
        let header = json!({ "alg": "none", "typ": "JWT", "kid": self.kid });
        format!("{}.{}.", part(&header), part(&self.claims))
    }
}

/// A customer whom a shop names by a hash under its key.
pub fn hashed(key: &str, identifier: &str) -> HashedIdentifier {
    HashedIdentifier {
        identifier: identifier.to_owned(),
        identifier_hash: hex::encode(tag(key, identifier.as_bytes())),
    }
}

/// A ticket with the given claims, signed with a key.
pub fn ticket(key: &str, claims: &Value) -> String {
    sign(&Header::new(Algorithm::HS256), claims, key)
}

/// A ticket for another socket of the contact that a ticket was given for, without the session
/// that would greet the contact again; its socket is good without end.
pub fn ticket_like(site: &Site, given: &str) -> String {
    let claims = given.split('.').nth(1).expect("a ticket has three parts");
    let claims = URL_SAFE_NO_PAD.decode(claims).expect("claims are base64");
    let mut claims: Value = serde_json::from_slice(&claims).expect("claims are JSON");
    claims["exp"] = json!(in_seconds(60));
    claims["until"] = Value::Null;
    ticket(&site.edge.ticket_key, &claims)
}

/// Seconds since 1970, so many seconds from now.
pub fn in_seconds(seconds: i64) -> i64 {
    let now = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .expect("the clock is past 1970");
    i64::try_from(now.as_secs()).expect("the clock is before the year 292 billion") + seconds
}

fn sign(header: &Header, claims: &Value, key: &str) -> String {
    let key = EncodingKey::from_secret(key.as_bytes());
    encode(header, claims, &key).expect("HS256 signs any claims")
}

fn part(value: &Value) -> String {
    URL_SAFE_NO_PAD.encode(value.to_string())
}
