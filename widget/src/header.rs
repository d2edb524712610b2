//! The head of the panel: whose shop it is, who holds the conversation, the way to a human and
//! the way out.

use leptos::ev;
use leptos::html;
use leptos::prelude::*;
use shared::protocol::widget::{ConversationState, ShopperCommand};

use crate::feed;
use crate::icons::{CROSS, icon};
use crate::panel::{Panel, use_panel};

/// The head of the panel.
pub fn header() -> impl IntoView {
    let panel = use_panel();
    let name = move || {
        panel
            .shop
            .with(|shop| shop.as_ref().map(|shop| shop.name.clone()))
    };
    let title = html::h1().child(name);
    let close = html::button()
        .class("plain close")
        .attr("type", "button")
        .attr("aria-label", move || panel.phrases().close)
        .on(ev::click, |_| feed::close())
        .child(icon(CROSS));
    let status = html::p()
        .class("holder")
        .attr("role", "status")
        .child(move || holder(panel));
    html::header().class("header").child((
        html::div().class("names").child((title, status)),
        move || offers_human(panel).then(|| human_button(panel)),
        close,
    ))
}

/// Who holds the conversation. Nothing is promised that isn't known.
fn holder(panel: Panel) -> String {
    let phrases = panel.phrases();
    if !panel.is_known() {
        return phrases.connecting.to_owned();
    }
    match panel.timeline.with(|timeline| timeline.state().clone()) {
        ConversationState::Pending => phrases.assistant.to_owned(),
        ConversationState::Open { assignee } => (phrases.with_agent)(&assignee.name),
        ConversationState::Resolved => phrases.closed.to_owned(),
        ConversationState::Queued { .. } => match panel.queue.get() {
            Some((_, 0)) => phrases.nobody_there.to_owned(),
            Some((place, _)) if place > 0 => (phrases.waiting_at)(place),
            _ => phrases.waiting.to_owned(),
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

fn human_button(panel: Panel) -> impl IntoView {
    let asked = move || {
        panel.outbox.with(|outbox| {
            let is_request =
                |command: &ShopperCommand| matches!(command, ShopperCommand::RequestHuman { .. });
            outbox
                .entries()
                .iter()
                .any(|entry| is_request(&entry.command))
        })
    };
    html::button()
        .class("quiet")
        .attr("type", "button")
        .attr("disabled", asked)
        .on(ev::click, move |_| panel.request_human())
        .child(move || panel.phrases().talk_to_human)
}
