//! Agents' passwords: argon2id, in the PHC string form.

use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, Version};

use crate::error::{ApiError, ApiResult};

/// The shortest password that an agent may have, in characters.
const MIN_CHARS: usize = 12;

/// The longest password that is hashed, in bytes: hashing costs time.
const MAX_BYTES: usize = 256;

/// Refuses a password that nobody should have.
pub fn check(password: &str) -> ApiResult<()> {
    check_length(password)?;
    if password.chars().count() < MIN_CHARS {
        return Err(ApiError::Malformed("A password has 12 characters or more."));
    }
    Ok(())
}

/// Refuses what is too long to be hashed, or to have been.
pub fn check_length(password: &str) -> ApiResult<()> {
    if password.len() > MAX_BYTES {
        return Err(ApiError::Malformed("A password has at most 256 bytes."));
    }
    Ok(())
}

/// Hashes a password with a random salt.
pub fn hash(password: &str) -> worker::Result<String> {
    let mut salt = [0_u8; 16];
    getrandom::fill(&mut salt).map_err(|error| worker::Error::RustError(error.to_string()))?;
    let hash = hasher()
        .hash_password_with_salt(password.as_bytes(), &salt)
        .map_err(|error| worker::Error::RustError(error.to_string()))?;
    Ok(hash.to_string())
}

/// Whether the password is the one that was hashed.
pub fn matches(password: &str, phc: &str) -> bool {
    PasswordHash::new(phc)
        .is_ok_and(|hash| hasher().verify_password(password.as_bytes(), &hash).is_ok())
}

/// Does the work of a check, for an agent who doesn't exist: the time tells nothing.
pub fn pretend_to_check(password: &str) {
    let mut out = [0_u8; 32];
    let _ = hasher().hash_password_into(password.as_bytes(), b"no such agent at all", &mut out);
}

fn hasher() -> Argon2<'static> {
    Argon2::new(Algorithm::Argon2id, Version::V0x13, Params::DEFAULT)
}
