//! Where the shopper writes. What is typed survives closing the panel and reloading the page.

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use shared::protocol::MAX_TEXT_CHARS;
use web_sys::{HtmlElement, KeyboardEvent};

use crate::dom::{self, El};
use crate::icons::{SEND, icon};
use crate::panel::{Panel, use_panel};
use crate::screen::once_drawn;

/// The limit is spoken of when it is this near, in characters.
const NEAR_LIMIT: usize = 400;
/// The text field grows up to this height, in pixels.
const TALLEST: i32 = 144;
const ID: &str = "message";

/// The composer.
pub fn composer() -> El {
    let panel = use_panel();
    grow_with_draft(panel);
    focus_when_opened(panel);
    let length = Memo::new(move |_| panel.draft.with(|draft| draft.trim().chars().count()));
    let is_sendable = move || (1..=MAX_TEXT_CHARS).contains(&length.get());
    let submit = move || {
        if is_sendable() {
            panel.say(panel.draft.get_untracked().trim().to_owned());
        }
    };
    dom::form()
        .class("composer")
        .on("submit", move |event| {
            event.prevent_default();
            submit();
        })
        .child((
            limit(panel, length),
            dom::div().class("write").child((
                text_field(panel, length, submit),
                dom::button()
                    .class("send")
                    .attr("type", "submit")
                    .live("aria-label", move || panel.words().send())
                    .live("disabled", move || !is_sendable())
                    .child(icon(SEND)),
            )),
        ))
}

fn text_field(panel: Panel, length: Memo<usize>, submit: impl Fn() + 'static) -> El {
    dom::textarea()
        .attr("id", ID)
        .attr("rows", "1")
        .attr("enterkeyhint", "send")
        .live("aria-label", move || panel.words().message())
        .attr("aria-describedby", "limit")
        .live("aria-invalid", move || {
            if length.get() > MAX_TEXT_CHARS {
                "true"
            } else {
                "false"
            }
        })
        .live("placeholder", move || panel.words().message_hint())
        .value(move || panel.draft.get())
        .on("input", move |event| {
            panel.set_draft(event_target_value(&event));
            panel.tell_typing();
        })
        .on("keydown", move |event| {
            let Some(key) = event.dyn_ref::<KeyboardEvent>() else {
                return;
            };
            // While an input method composes a character, Enter belongs to it.
            if key.key() == "Enter" && !key.shift_key() && !key.is_composing() {
                event.prevent_default();
                submit();
            }
        })
}

fn limit(panel: Panel, length: Memo<usize>) -> El {
    let words = move || {
        let length = length.get();
        let say = panel.words();
        if length > MAX_TEXT_CHARS {
            Some(say.characters_over(length - MAX_TEXT_CHARS))
        } else {
            let left = MAX_TEXT_CHARS - length;
            (left <= NEAR_LIMIT).then(|| say.characters_left(left))
        }
    };
    let class = move || {
        if length.get() > MAX_TEXT_CHARS {
            "hint wrong"
        } else {
            "hint"
        }
    };
    dom::p()
        .live("class", class)
        .attr("id", "limit")
        .attr("aria-live", "polite")
        .child(words)
}

fn grow_with_draft(panel: Panel) {
    Effect::new(move || {
        panel.visible.track();
        // An empty field has one line. To measure it would be to lay everything out while it is built.
        if panel.draft.with(String::is_empty) {
            set_height("auto");
        } else {
            // The field has its new text by then.
            request_animation_frame(fit_height);
        }
    });
}

fn fit_height() {
    set_height("auto");
    let height = element().map_or(0, |field| field.scroll_height().min(TALLEST));
    if height > 0 {
        set_height(&[height.to_string().as_str(), "px"].concat());
    }
}

/// A field whose height can't be set keeps one line.
fn set_height(height: &str) {
    if let Some(field) = element() {
        let _ = field.style().set_property("height", height);
    }
}

fn focus_when_opened(panel: Panel) {
    Effect::new(move || {
        if panel.visible.get() {
            once_drawn(focus);
        }
    });
}

/// Moves the focus to where the shopper writes. A touch keyboard that jumps up unasked hides what
/// the shopper came to read, and an earlier conversation is only read: there, the log gets it.
pub fn focus() {
    let has_pointer = window()
        .match_media("(pointer: fine)")
        .ok()
        .flatten()
        .is_some_and(|query| query.matches());
    let field = element().filter(|field| has_pointer && field.offset_height() > 0);
    if let Some(place) = field.or_else(crate::log::element) {
        let _ = place.focus();
    }
}

fn element() -> Option<HtmlElement> {
    dom::by_id(ID)
}
