//! The form that shows that an order is the shopper's: its number, and its e-mail or postcode.

use leptos::prelude::*;
use shared::protocol::widget::Fact;

use crate::dom::{self, Child, El};
use crate::panel::{Panel, use_panel};

/// The form of a message. It may be filled in while its message is the latest word.
pub fn order_form(seq: u64, number: Option<String>) -> impl Child {
    let panel = use_panel();
    let is_open = Memo::new(move |_| is_latest_word(panel, seq));
    let number = number.unwrap_or_default();
    move || is_open.get().then(|| form(panel, seq, &number))
}

fn form(panel: Panel, seq: u64, known: &str) -> El {
    let number = RwSignal::new(known.to_owned());
    let proof = RwSignal::new(String::new());
    let tried = RwSignal::new(false);
    let on_submit = move |event: web_sys::Event| {
        event.prevent_default();
        tried.set(true);
        let (number, proof) = (trimmed(number), trimmed(proof));
        if !number.is_empty() && !proof.is_empty() {
            panel.verify(number, proof);
        }
    };
    let number_field = Field {
        id: ["number-", &seq.to_string()].concat(),
        value: number,
        tried,
        label: |panel| panel.words().number(),
        hint: |panel| panel.words().number_hint(),
        missing: |panel| panel.words().number_missing(),
        inputmode: "text",
        autocomplete: "off",
    };
    let proof_field = Field {
        id: ["proof-", &seq.to_string()].concat(),
        value: proof,
        tried,
        label: |panel| panel.words().proof(),
        hint: |panel| panel.words().proof_hint(),
        missing: |panel| panel.words().proof_missing(),
        inputmode: "email",
        autocomplete: "email",
    };
    dom::form()
        .class("card form")
        .attr("novalidate", true)
        .on("submit", on_submit)
        .child((
            dom::h2().child(move || panel.words().form_title()),
            number_field.view(panel),
            proof_field.view(panel),
            dom::button()
                .class("action strong")
                .attr("type", "submit")
                .child(move || panel.words().look_up()),
        ))
}

/// A labelled input that says what is missing once the form was tried.
struct Field {
    id: String,
    value: RwSignal<String>,
    tried: RwSignal<bool>,
    label: fn(Panel) -> String,
    hint: fn(Panel) -> String,
    missing: fn(Panel) -> String,
    inputmode: &'static str,
    autocomplete: &'static str,
}

impl Field {
    fn view(self, panel: Panel) -> El {
        let Self {
            id,
            value,
            tried,
            label,
            hint,
            missing,
            inputmode,
            autocomplete,
        } = self;
        let is_missing = move || tried.get() && value.with(|value| value.trim().is_empty());
        let hint_id = [&id, "-hint"].concat();
        let words = move || {
            if is_missing() {
                missing(panel)
            } else {
                hint(panel)
            }
        };
        dom::div().class("field").child((
            dom::label()
                .attr("for", id.clone())
                .child(move || label(panel)),
            dom::input()
                .attr("id", id)
                .attr("type", "text")
                .attr("inputmode", inputmode)
                .attr("autocomplete", autocomplete)
                .attr("autocapitalize", "off")
                .attr("spellcheck", "false")
                .attr("maxlength", "254")
                .attr("aria-describedby", hint_id.clone())
                .live(
                    "aria-invalid",
                    move || if is_missing() { "true" } else { "false" },
                )
                .value(move || value.get())
                .on("input", move |event| {
                    value.set(event_target_value(&event));
                }),
            dom::p()
                .live(
                    "class",
                    move || if is_missing() { "hint wrong" } else { "hint" },
                )
                .attr("id", hint_id)
                .attr("aria-live", "polite")
                .child(words),
        ))
    }
}

fn trimmed(signal: RwSignal<String>) -> String {
    signal.with_untracked(|text| text.trim().to_owned())
}

fn is_latest_word(panel: Panel, seq: u64) -> bool {
    let latest = panel.timeline.with(|timeline| {
        let mut latest = timeline.events().iter().rev();
        let word = latest.find(|event| matches!(event.fact, Fact::Message(_)));
        word.map(|event| event.seq)
    });
    !panel.is_waiting() && latest == Some(seq)
}
