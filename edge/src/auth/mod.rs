//! Who is who: visitors, signed-in shoppers, agents, operators.

pub mod agent;
pub mod identity;
mod jwt;
pub mod operator;
pub mod password;
pub mod ticket;
pub mod visitor;

use sha2::{Digest, Sha256};

/// Random bytes as hexadecimal text.
pub fn random_hex<const N: usize>() -> worker::Result<String> {
    let mut bytes = [0_u8; N];
    getrandom::fill(&mut bytes).map_err(|error| worker::Error::RustError(error.to_string()))?;
    Ok(hex::encode(bytes))
}

/// A token's hash, the only form in which one is kept. Tokens are random, so a plain hash does.
pub fn token_hash(token: &str) -> String {
    hex::encode(Sha256::digest(token.as_bytes()))
}

/// Whether two texts are equal, in a time that doesn't tell where they differ.
pub fn same_text(a: &str, b: &str) -> bool {
    // Digests have one length, and knowing where two of them differ tells nothing of the texts.
    Sha256::digest(a.as_bytes()) == Sha256::digest(b.as_bytes())
}
