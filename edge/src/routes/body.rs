//! Reading a request's body: the size first, then the bytes, then what they say.

use serde::de::DeserializeOwned;
use worker::Request;

use crate::error::{ApiError, ApiResult};
use crate::stream::{self, Unread};

/// The largest body of our own API, in bytes.
const MAX_JSON_BYTES: usize = 64 * 1024;

/// The largest settings of a site, in bytes: a calendar of cut-offs is the most of it.
const MAX_SETTINGS_BYTES: usize = 512 * 1024;

/// The bytes of a body of at most `limit`. A body is not read further than that.
pub async fn bytes(request: &mut Request, limit: usize) -> ApiResult<Vec<u8>> {
    let declared = request.headers().get("content-length")?;
    if declared
        .and_then(|length| length.parse::<usize>().ok())
        .is_some_and(|l| l > limit)
    {
        return Err(ApiError::TooLarge(limit));
    }
    stream::read(request.inner().body(), limit)
        .await
        .map_err(|unread| match unread {
            Unread::TooLarge => ApiError::TooLarge(limit),
            Unread::Broken => {
                ApiError::Malformed("The body could not be read to its end. Send it again.")
            }
        })
}

/// A JSON body of our own API. `what` says what it should have held.
pub async fn json<T: DeserializeOwned>(request: &mut Request, what: &'static str) -> ApiResult<T> {
    let bytes = bytes(request, MAX_JSON_BYTES).await?;
    serde_json::from_slice(&bytes).map_err(|_| ApiError::Malformed(what))
}

/// The operator's settings. The operator's own words are told back where they don't fit.
pub async fn settings<T: DeserializeOwned>(
    request: &mut Request,
    what: &'static str,
) -> ApiResult<T> {
    let bytes = bytes(request, MAX_SETTINGS_BYTES).await?;
    serde_json::from_slice(&bytes).map_err(|error| ApiError::Unfit(format!("{what} {error}.")))
}
