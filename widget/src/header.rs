//! The head of the panel: whose shop it is, who holds the conversation, the way to a human and
//! the way out.

use leptos::prelude::*;
use shared::protocol::widget::{ConversationState, ShopperCommand};

use crate::dom::{self, El};
use crate::feed;
use crate::icons::{BACK, CROSS, LIST, icon};
use crate::panel::{Panel, use_panel};
use crate::screen::Screen;

/// The head of the panel.
pub fn header() -> El {
    let panel = use_panel();
    let name = move || {
        panel
            .shop
            .with(|shop| shop.as_ref().map(|shop| shop.name.clone()))
    };
    let close = drawn(CROSS, move || panel.words().close(), feed::close);
    dom::header().class("header").child((
        dom::div()
            .class("names")
            .child((move || lead(panel), dom::h1().child(name), close)),
        move || panel.shows_talk().then(|| status(panel)),
    ))
}

/// Who holds the conversation, and the way to a human.
fn status(panel: Panel) -> El {
    let holder = dom::p()
        .class("holder")
        .attr("role", "status")
        .child(move || holder(panel));
    let human = move || offers_human(panel).then(|| human_button(panel));
    dom::div().class("names").child((holder, human))
}

/// The way to the overview, or back.
fn lead(panel: Panel) -> El {
    if panel.shows_talk() {
        let words = move || panel.words().your_orders();
        drawn(LIST, words, move || panel.go(Screen::Home))
    } else {
        drawn(BACK, move || panel.words().back(), move || panel.go_back())
    }
}

fn drawn(
    drawing: &'static str,
    words: impl Fn() -> String + Send + 'static,
    act: impl Fn() + 'static,
) -> El {
    dom::button()
        .class("plain")
        .attr("type", "button")
        .live("aria-label", words)
        .on("click", move |_| act())
        .child(icon(drawing))
}

/// Who holds the conversation. Nothing is promised that isn't known.
fn holder(panel: Panel) -> String {
    let say = panel.words();
    if !panel.is_known() {
        return say.connecting();
    }
    match panel.timeline.with(|timeline| timeline.state().clone()) {
        ConversationState::Pending => say.assistant(),
        ConversationState::Open { assignee } | ConversationState::Snoozed { assignee, .. } => {
            say.with_agent(&assignee.name)
        }
        ConversationState::Resolved => say.closed(),
        ConversationState::Queued { .. } => match panel.queue.get() {
            Some(turn) if turn.agents == 0 => say.nobody_there(),
            Some(turn) => {
                let place = say.waiting_at(turn.place as usize);
                match turn.wait_minutes {
                    Some(minutes) => [place, say.about_minutes(minutes as usize)].join(", "),
                    None => place,
                }
            }
            None => say.waiting(),
        },
    }
}

fn offers_human(panel: Panel) -> bool {
    let is_with_bot = panel.timeline.with(|timeline| {
        matches!(
            timeline.state(),
            ConversationState::Pending | ConversationState::Resolved
        )
    });
    panel.is_known() && is_with_bot
}

fn human_button(panel: Panel) -> El {
    let is_asked = move || {
        panel.outbox.with(|outbox| {
            let mut commands = outbox.entries().iter().map(|entry| &entry.command);
            commands.any(|command| matches!(command, ShopperCommand::RequestHuman { .. }))
        })
    };
    dom::button()
        .class("quiet")
        .attr("type", "button")
        .live("disabled", is_asked)
        .on("click", move |_| panel.request_human())
        .child(move || panel.words().talk_to_human())
}
