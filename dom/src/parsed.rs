//! What the browser has parsed, as the protocol's values are read from it.

use js_sys::{Array, JSON, Reflect};
use leptos::wasm_bindgen::{JsCast, JsValue};
use shared::client::reading::Node;

/// A value of the browser's; `AT_DESK` says whether agents read it.
pub struct Parsed<const AT_DESK: bool = false>(JsValue);

impl Parsed<false> {
    /// A value for the panel.
    pub fn new(value: JsValue) -> Self {
        Self(value)
    }
}

impl Parsed<true> {
    /// What a text says to the desk, if it is JSON.
    pub fn from_json(text: &str) -> Option<Self> {
        JSON::parse(text).ok().map(Self)
    }
}

impl<const AT_DESK: bool> Node for Parsed<AT_DESK> {
    const AT_DESK: bool = AT_DESK;

    #[inline(never)]
    fn field(&self, name: &str) -> Option<Self> {
        let field = Reflect::get(&self.0, &JsValue::from_str(name)).ok()?;
        (!field.is_null() && !field.is_undefined()).then_some(Self(field))
    }

    #[inline(never)]
    fn items(&self) -> Option<Vec<Self>> {
        let list = self.0.dyn_ref::<Array>()?;
        Some(list.iter().map(Self).collect())
    }

    #[inline(never)]
    fn text(&self) -> Option<String> {
        self.0.as_string()
    }

    #[inline(never)]
    fn number(&self) -> Option<f64> {
        self.0.as_f64()
    }

    #[inline(never)]
    fn flag(&self) -> Option<bool> {
        self.0.as_bool()
    }
}
