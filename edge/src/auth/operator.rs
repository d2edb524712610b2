//! The operator: whoever deployed this edge. Makes sites and agents with a bearer token.

use worker::{Env, Request};

use super::same_text;
use crate::bindings;
use crate::error::{ApiError, ApiResult};

/// Lets only the operator pass. Without a configured token nobody does.
pub fn require(request: &Request, env: &Env) -> ApiResult<()> {
    let refused = ApiError::Unauthorized("Send the operator token as a bearer token.");
    let Some(expected) = bindings::operator_token(env) else {
        return Err(refused);
    };
    let header = request.headers().get("authorization")?.unwrap_or_default();
    match header.strip_prefix("Bearer ") {
        Some(token) if same_text(token, &expected) => Ok(()),
        _ => Err(refused),
    }
}
