//! The answers that may be given with one touch, and the greeting of a conversation that has none.

use leptos::prelude::*;
use shared::client::Timeline;
use shared::protocol::widget::{Choice, ChoiceId};

use crate::dom::{self, Child, El};
use crate::panel::{Panel, use_panel};

/// The choices of the latest message, or those that open an empty conversation.
pub fn choices() -> impl Child {
    let panel = use_panel();
    let is_greeted = move || is_empty(panel).then(|| greeting(panel));
    (is_greeted, buttons(panel, None))
}

/// The choices of a notice.
pub fn choices_of(seq: u64) -> impl Child {
    buttons(use_panel(), Some(seq))
}

/// The choices of a notice, or of the log's end. While something is on its way there are none.
fn buttons(panel: Panel, notice: Option<u64>) -> impl Child {
    let offered = Memo::new(move |_| match notice {
        _ if panel.is_waiting() => (None, Vec::new()),
        Some(seq) => panel
            .timeline
            .with(|timeline| (notice, timeline.choices_of(seq).to_vec())),
        None => latest(panel),
    });
    move || {
        let (about, choices) = offered.get();
        let buttons = choices
            .into_iter()
            .map(|choice| button(panel, choice, about));
        let buttons: Vec<_> = buttons.collect();
        (!buttons.is_empty()).then(|| dom::div().class("choices").child(buttons))
    }
}

/// The latest message's choices with its number, or those that open an empty conversation.
fn latest(panel: Panel) -> (Option<u64>, Vec<Choice>) {
    if !is_empty(panel) {
        return panel.timeline.with(|timeline| match timeline.choices() {
            Some((seq, choices)) => (Some(seq), choices.to_vec()),
            None => (None, Vec::new()),
        });
    }
    let say = panel.words();
    let choice = |id, label| Choice { id, label };
    let opening = vec![
        choice(ChoiceId::TrackOrder, say.track_order()),
        choice(ChoiceId::TalkToHuman, say.talk_to_human()),
    ];
    (None, opening)
}

fn button(panel: Panel, choice: Choice, about: Option<u64>) -> El {
    // Whoever reads good news is not to be asked loudly whether it was too much.
    let class = match choice.id {
        ChoiceId::MuteOrder => "inline",
        _ => "choice",
    };
    let label = choice.label.clone();
    dom::button()
        .class(class)
        .attr("type", "button")
        .on("click", move |_| match choice.id {
            ChoiceId::Say => panel.say(label.clone()),
            id => panel.choose(id, about),
        })
        .child(choice.label)
}

fn greeting(panel: Panel) -> El {
    let name = move || {
        panel
            .shop
            .with(|shop| shop.as_ref().map(|shop| shop.name.clone()))
    };
    let hello = move || name().map(|name| panel.words().greeting(&name));
    dom::div().class("said").child(
        dom::div()
            .class("bubble")
            .child((hello, " ", move || panel.words().greeting_more())),
    )
}

fn is_empty(panel: Panel) -> bool {
    let nothing_said = panel.timeline.with(Timeline::is_silent);
    nothing_said && panel.outbox.with(|outbox| outbox.entries().is_empty())
}
