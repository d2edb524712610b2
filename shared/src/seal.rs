//! Secrets at rest: sealed with a key of the deployment, under the name of what they are.
//!
//! A sealed text opens only under the name that it was sealed for, so that a row put in place of
//! another's is refused. Every key has an id: the first one seals, all of them open. To change
//! keys, put the new one first, have what was sealed saved again, and take the old one away.

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, STANDARD_NO_PAD};
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};

/// How many random bytes a seal takes.
pub const NONCE_BYTES: usize = 24;

/// What a sealed text begins with.
const MARK: &str = "sealed1";

/// The keys of a deployment.
pub struct SealKeys(Vec<SealKey>);

struct SealKey {
    id: String,
    cipher: XChaCha20Poly1305,
}

impl SealKeys {
    /// Reads `id:key` or `id:key,id:key`, each key 32 bytes in base64. `None` for anything else,
    /// and for no key at all.
    pub fn read(text: &str) -> Option<Self> {
        let keys: Option<Vec<SealKey>> = text.split(',').map(SealKey::read).collect();
        keys.map(Self)
    }

    /// Seals a text under a name, with random bytes that are used this once.
    pub fn seal(&self, name: &str, plain: &str, nonce: [u8; NONCE_BYTES]) -> Option<String> {
        let key = self.0.first()?;
        let payload = Payload {
            msg: plain.as_bytes(),
            aad: name.as_bytes(),
        };
        let closed = key.cipher.encrypt(&XNonce::from(nonce), payload).ok()?;
        let bytes = STANDARD_NO_PAD.encode([&nonce[..], &closed].concat());
        Some(format!("{MARK}:{}:{bytes}", key.id))
    }

    /// Opens what was sealed under a name. `None` for what was changed, is another's, or was
    /// sealed with a key that isn't here.
    pub fn open(&self, name: &str, sealed: &str) -> Option<String> {
        let (id, bytes) = sealed
            .strip_prefix(MARK)?
            .strip_prefix(':')?
            .split_once(':')?;
        let key = self.0.iter().find(|key| key.id == id)?;
        let bytes = STANDARD_NO_PAD.decode(bytes).ok()?;
        let (nonce, closed) = bytes.split_first_chunk::<NONCE_BYTES>()?;
        let payload = Payload {
            msg: closed,
            aad: name.as_bytes(),
        };
        let plain = key.cipher.decrypt(&XNonce::from(*nonce), payload).ok()?;
        String::from_utf8(plain).ok()
    }
}

impl SealKey {
    fn read(text: &str) -> Option<Self> {
        let (id, key) = text.trim().split_once(':')?;
        let key = STANDARD.decode(key).ok()?;
        let named = !id.is_empty() && id.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
        Some(Self {
            id: Some(id).filter(|_| named)?.to_owned(),
            cipher: XChaCha20Poly1305::new_from_slice(&key).ok()?,
        })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn keys(of: &[(&str, u8)]) -> SealKeys {
        let text: Vec<String> = of
            .iter()
            .map(|(id, byte)| format!("{id}:{}", STANDARD.encode([*byte; 32])))
            .collect();
        SealKeys::read(&text.join(",")).unwrap()
    }

    #[test]
    fn tr19_keys_are_read_whole_or_not_at_all() {
        let key = STANDARD.encode([7; 32]);
        for text in [
            "",
            "a",
            "a:",
            ":x",
            "a:AAAA",
            &format!("a:{key},"),
            &format!("a b:{key}"),
        ] {
            assert!(SealKeys::read(text).is_none(), "{text}");
        }
        assert!(SealKeys::read(&format!("a:{key}, b-2:{key}")).is_some());
    }

    #[test]
    fn tr19_an_older_key_still_opens_and_a_stranger_does_not() {
        let sealed = keys(&[("old", 1)]).seal("x", "secret", [9; 24]).unwrap();
        assert!(!sealed.contains("secret"));
        let both = keys(&[("new", 2), ("old", 1)]);
        assert_eq!(both.open("x", &sealed).as_deref(), Some("secret"));
        assert!(both.seal("x", "secret", [9; 24]).unwrap().contains(":new:"));
        assert_eq!(keys(&[("new", 2)]).open("x", &sealed), None);
        assert_eq!(keys(&[("old", 2)]).open("x", &sealed), None);
    }

    #[test]
    fn tr19_a_text_that_nobody_sealed_is_not_taken_for_one() {
        for text in ["", "secret", "{}", "sealed1:a:", "sealed1:a:AAAA"] {
            assert_eq!(keys(&[("a", 1)]).open("x", text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn tr19_what_is_sealed_opens_under_its_own_name_only(
            plain in ".{0,60}", name in ".{0,20}", other in ".{0,20}", nonce: [u8; 24],
        ) {
            let keys = keys(&[("a", 1)]);
            let sealed = keys.seal(&name, &plain, nonce).unwrap();
            prop_assert_eq!(keys.open(&name, &sealed), Some(plain));
            prop_assert!(other == name || keys.open(&other, &sealed).is_none());
        }

        #[test]
        fn tr19_a_changed_character_is_found(
            plain in ".{0,60}", nonce: [u8; 24], at: prop::sample::Index, to in "[A-Za-z0-9+/:]",
        ) {
            let keys = keys(&[("a", 1)]);
            let sealed = keys.seal("x", &plain, nonce).unwrap();
            let at = at.index(sealed.len());
            let mut changed = sealed.clone();
            changed.replace_range(at..=at, &to);
            prop_assume!(changed != sealed);
            prop_assert_eq!(keys.open("x", &changed), None);
        }
    }
}
