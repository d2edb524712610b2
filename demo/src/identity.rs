//! The token by which the shop vouches to Grelot for its signed-in customer.

use jsonwebtoken::{EncodingKey, Header, encode};
use serde::{Deserialize, Serialize};

use crate::clock::Time;
use crate::config::DemoFile;
use crate::simulator::Customer;

/// How long a token is good, in seconds. The page asks for a new one on every load.
const LIFETIME: i64 = 600;

#[derive(Serialize, Deserialize)]
struct Claims {
    sub: String,
    aud: String,
    iat: i64,
    exp: i64,
    email: String,
    email_verified: bool,
    name: String,
}

/// A fresh HS256 token. Its subject is the customer's id at the shop platform, so that the
/// customer's orders can be found by it.
pub fn token(
    demo: &DemoFile,
    customer: &Customer,
    now: Time,
) -> jsonwebtoken::errors::Result<String> {
    let claims = Claims {
        sub: customer.id.to_string(),
        aud: demo.site.clone(),
        iat: now.timestamp(),
        exp: now.timestamp() + LIFETIME,
        email: customer.email.clone(),
        email_verified: true,
        name: customer.name(),
    };
    let header = Header {
        kid: Some(demo.identity_key.kid.clone()),
        ..Header::default()
    };
    encode(
        &header,
        &claims,
        &EncodingKey::from_secret(demo.identity_key.secret.as_bytes()),
    )
}

#[cfg(test)]
mod tests {
    use jsonwebtoken::{Algorithm, DecodingKey, Validation, decode};

    use super::*;
    use crate::clock;
    use crate::simulator::fixtures::demo_file;

    fn read(token: &str, key: &str, site: &str) -> jsonwebtoken::errors::Result<Claims> {
        let mut validation = Validation::new(Algorithm::HS256);
        validation.set_audience(&[site]);
        decode(
            token,
            &DecodingKey::from_secret(key.as_bytes()),
            &validation,
        )
        .map(|t| t.claims)
    }

    #[test]
    fn the_token_says_who_to_whom_and_for_how_long() {
        let (demo, now) = (demo_file(), clock::now());
        let token = token(&demo, &Customer::camille(), now).unwrap();
        assert_eq!(
            jsonwebtoken::decode_header(&token).unwrap().kid.as_deref(),
            Some("k1")
        );

        let claims = read(&token, "identity secret", "atelier-des-rennes").unwrap();
        assert_eq!(
            (claims.sub.as_str(), claims.name.as_str()),
            ("7001", "Camille Laurent")
        );
        assert_eq!(
            (claims.iat, claims.exp),
            (now.timestamp(), now.timestamp() + 600)
        );
        assert!(claims.email_verified && claims.email.starts_with("camille"));
    }

    #[test]
    fn another_key_or_site_refuses_it() {
        let token = token(&demo_file(), &Customer::camille(), clock::now()).unwrap();
        assert!(read(&token, "another secret", "atelier-des-rennes").is_err());
        assert!(read(&token, "identity secret", "another-site").is_err());
    }
}
