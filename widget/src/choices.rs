//! The answers that may be given with one touch, and the greeting of a conversation that has none.

use leptos::prelude::*;
use shared::protocol::widget::{Choice, ChoiceId};

use crate::dom::{self, Child, El};
use crate::panel::{Panel, use_panel};

/// The choices of the latest message, or those that open an empty conversation.
pub fn choices() -> impl Child {
    let panel = use_panel();
    let offered = Memo::new(move |_| offered(panel));
    (
        move || is_empty(panel).then(|| greeting(panel)),
        move || {
            let buttons = offered
                .get()
                .into_iter()
                .map(|choice| button(panel, choice));
            let buttons: Vec<_> = buttons.collect();
            (!buttons.is_empty()).then(|| dom::div().class("choices").child(buttons))
        },
    )
}

fn offered(panel: Panel) -> Vec<Choice> {
    if panel.is_waiting() {
        return Vec::new();
    }
    if !is_empty(panel) {
        return panel.timeline.with(|timeline| timeline.choices().to_vec());
    }
    let phrases = panel.phrases();
    let choice = |id, label: &str| Choice {
        id,
        label: label.to_owned(),
    };
    vec![
        choice(ChoiceId::TrackOrder, phrases.track_order),
        choice(ChoiceId::TalkToHuman, phrases.talk_to_human),
    ]
}

fn button(panel: Panel, choice: Choice) -> El {
    dom::button()
        .class("choice")
        .attr("type", "button")
        .on("click", move |_| panel.choose(choice.id))
        .child(choice.label)
}

fn greeting(panel: Panel) -> El {
    let name = move || {
        panel
            .shop
            .with(|shop| shop.as_ref().map(|shop| shop.name.clone()))
    };
    let hello = move || name().map(|name| (panel.phrases().greeting)(&name));
    dom::div().class("said").child(
        dom::div()
            .class("bubble")
            .child((hello, " ", move || panel.phrases().greeting_more)),
    )
}

fn is_empty(panel: Panel) -> bool {
    let nothing_said = panel
        .timeline
        .with(|timeline| timeline.epoch().is_some() && timeline.head() == 0);
    nothing_said && panel.outbox.with(|outbox| outbox.entries().is_empty())
}
