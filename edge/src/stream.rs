//! Reading a body of bounded size, whoever sent it.

use worker::js_sys::Uint8Array;
use worker::js_sys::futures::JsFuture;
use worker::wasm_bindgen::JsCast;
use worker::web_sys::{ReadableStream, ReadableStreamDefaultReader, ReadableStreamReadResult};

/// Why a body was not read.
pub enum Unread {
    /// It is over the limit, and was not read further than that.
    TooLarge,
    /// It broke off.
    Broken,
}

/// The bytes of a body of at most `limit`; none of a message without one.
pub async fn read(stream: Option<ReadableStream>, limit: usize) -> Result<Vec<u8>, Unread> {
    let Some(stream) = stream else {
        return Ok(Vec::new());
    };
    let reader: ReadableStreamDefaultReader =
        stream.get_reader().dyn_into().map_err(|_| Unread::Broken)?;
    let mut body = Vec::new();
    loop {
        let step = JsFuture::from(reader.read())
            .await
            .map_err(|_| Unread::Broken)?;
        let step: ReadableStreamReadResult = step.unchecked_into();
        if step.get_done().unwrap_or(true) {
            return Ok(body);
        }
        let chunk: Uint8Array = step.get_value().dyn_into().map_err(|_| Unread::Broken)?;
        if body.len() + chunk.length() as usize > limit {
            // The sender may stop: nothing more is read.
            let _ = reader.cancel();
            return Err(Unread::TooLarge);
        }
        body.extend(chunk.to_vec());
    }
}
