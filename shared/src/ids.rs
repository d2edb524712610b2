//! Identifiers that cross the wire, each a type of its own so that none is taken for another.

use serde::{Deserialize, Serialize};

macro_rules! text_id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub String);

        impl $name {
            /// The identifier as text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

text_id! {
    /// A merchant's key: 3 to 40 characters of `a-z`, `0-9` and `-`.
    SiteKey
}
text_id! {
    /// A shopper at one site: 128 random bits, as 32 hexadecimal characters.
    ContactId
}
text_id! {
    /// An agent at one site: 128 random bits, as 32 hexadecimal characters.
    AgentId
}
text_id! {
    /// An order at one site: its source and the shop's own id, `shopify:820982911946154508`.
    OrderKey
}
text_id! {
    /// A client's name for one of its commands: 128 random bits, as 32 hexadecimal characters,
    /// unique for its sender. It is what makes a repeated command harmless.
    Cid
}

impl SiteKey {
    /// Takes a key that has the right shape, else `None`.
    pub fn parse(text: &str) -> Option<Self> {
        let shaped = (3..=40).contains(&text.len())
            && text
                .bytes()
                .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        shaped.then(|| Self(text.to_owned()))
    }
}

impl Cid {
    /// A name of random bytes.
    pub fn from_random(bytes: [u8; 16]) -> Self {
        Self(hex::encode(bytes))
    }

    /// Whether the text is 32 lower-case hexadecimal characters.
    pub fn is_well_formed(&self) -> bool {
        is_hex_128(&self.0)
    }
}

impl ContactId {
    /// Takes an id that has the right shape, else `None`.
    pub fn parse(text: &str) -> Option<Self> {
        is_hex_128(text).then(|| Self(text.to_owned()))
    }
}

fn is_hex_128(text: &str) -> bool {
    text.len() == 32
        && text
            .bytes()
            .all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn site_keys_are_plain() {
        assert!(SiteKey::parse("atelier-des-rennes").is_some());
        for bad in ["", "ab", "Atelier", "a/b/c", "site key", &"x".repeat(41)] {
            assert!(SiteKey::parse(bad).is_none(), "{bad}");
        }
    }

    #[test]
    fn contact_ids_are_128_bits_of_lower_case_hex() {
        assert!(ContactId::parse("0123456789abcdef0123456789abcdef").is_some());
        assert!(ContactId::parse("0123456789ABCDEF0123456789ABCDEF").is_none());
        assert!(ContactId::parse("0123").is_none());
    }
}
