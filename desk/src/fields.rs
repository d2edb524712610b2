//! What forms are made of.

use dom::{Child, El};
use leptos::wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement};

/// A field with its name.
pub fn named(name: &'static str, field: impl Child) -> El {
    dom::label().child((dom::span().class("quiet").child(name), field))
}

/// A button that is no more than its words.
pub fn plain(words: &'static str) -> El {
    dom::button()
        .class("plain")
        .attr("type", "button")
        .child(words)
}

/// What is typed into the field of an event.
pub fn typed(event: &Event) -> String {
    let field = event.target();
    let field = field.and_then(|it| it.dyn_into::<HtmlInputElement>().ok());
    field.map(|field| field.value()).unwrap_or_default()
}
