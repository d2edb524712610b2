//! The directory in D1: who exists, where an order is found, what was tried too often. One file
//! a subject. Every statement is about one site: [`scope`].

pub mod agents;
pub mod attempts;
pub mod audit;
pub mod contacts;
pub mod erasures;
pub mod hooks;
pub mod households;
pub mod invitations;
pub mod labels;
pub mod orders;
pub mod promises;
pub mod report;
pub mod risks;
pub mod scope;
pub mod search;
pub mod sessions;
pub mod templates;

use worker::wasm_bindgen::JsValue;

/// A text parameter.
pub fn text(value: &str) -> JsValue {
    JsValue::from_str(value)
}

/// A text parameter that may be missing.
pub fn optional(value: Option<&str>) -> JsValue {
    value.map_or(JsValue::NULL, JsValue::from_str)
}

/// A number parameter. Milliseconds since 1970 and counts are far below 2^53.
#[allow(clippy::cast_precision_loss)]
pub fn number(value: i64) -> JsValue {
    JsValue::from_f64(value as f64)
}
