//! Reading a request's body: the size first, then the bytes, then what they say.

use serde::de::DeserializeOwned;
use worker::Request;
use worker::js_sys::Uint8Array;
use worker::wasm_bindgen::JsCast;

use crate::error::{ApiError, ApiResult};

/// The largest body of our own API, in bytes.
const MAX_JSON_BYTES: usize = 64 * 1024;

/// The bytes of a body of at most `limit`. A body is not read further than that.
pub async fn bytes(request: &mut Request, limit: usize) -> ApiResult<Vec<u8>> {
    let declared = request.headers().get("content-length")?;
    if declared
        .and_then(|length| length.parse::<usize>().ok())
        .is_some_and(|l| l > limit)
    {
        return Err(ApiError::TooLarge(limit));
    }
    let Some(stream) = request.inner().body() else {
        return Ok(Vec::new());
    };
    let reader: worker::web_sys::ReadableStreamDefaultReader =
        stream.get_reader().dyn_into().map_err(|_| unreadable())?;
    let mut body = Vec::new();
    loop {
        let step = worker::js_sys::futures::JsFuture::from(reader.read())
            .await
            .map_err(|_| unreadable())?;
        let step: worker::web_sys::ReadableStreamReadResult = step.unchecked_into();
        if step.get_done().unwrap_or(true) {
            return Ok(body);
        }
        let chunk: Uint8Array = step.get_value().dyn_into().map_err(|_| unreadable())?;
        if body.len() + chunk.length() as usize > limit {
            // The sender may stop: nothing more is read.
            let _ = reader.cancel();
            return Err(ApiError::TooLarge(limit));
        }
        body.extend(chunk.to_vec());
    }
}

/// A JSON body of our own API. `what` says what it should have held.
pub async fn json<T: DeserializeOwned>(request: &mut Request, what: &'static str) -> ApiResult<T> {
    let bytes = bytes(request, MAX_JSON_BYTES).await?;
    serde_json::from_slice(&bytes).map_err(|_| ApiError::Malformed(what))
}

fn unreadable() -> ApiError {
    ApiError::Malformed("The body could not be read to its end. Send it again.")
}
