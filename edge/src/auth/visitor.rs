//! Visitor tokens: `<contact>.<secret>`, 128 and 256 random bits in hexadecimal. The contact's
//! object keeps a hash of the secret, no one else keeps anything.

use shared::ids::ContactId;

use super::{random_hex, token_hash};

/// A visitor token taken apart.
pub struct VisitorToken {
    /// Whose it is.
    pub contact: ContactId,
    /// What the contact's object keeps of it.
    pub secret_hash: String,
}

/// Makes a token: its text for the visitor, its parts for the object.
pub fn create() -> worker::Result<(String, VisitorToken)> {
    let contact = random_hex::<16>()?;
    let secret = random_hex::<32>()?;
    let token = VisitorToken {
        secret_hash: token_hash(&secret),
        contact: ContactId(contact.clone()),
    };
    Ok((format!("{contact}.{secret}"), token))
}

/// Takes a token apart, if it has the right shape.
pub fn parse(text: &str) -> Option<VisitorToken> {
    let (contact, secret) = text.split_once('.')?;
    let shaped = secret.len() == 64 && secret.bytes().all(|b| b.is_ascii_hexdigit());
    let contact = ContactId::parse(contact).filter(|_| shaped)?;
    Some(VisitorToken {
        contact,
        secret_hash: token_hash(secret),
    })
}
