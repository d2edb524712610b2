//! A message of either side, with its author and its hour.

use leptos::prelude::*;
use shared::client::links::{Piece, pieces};
use shared::ids::Cid;
use shared::protocol::widget::{Author, Card, ChoiceId, Event, Fact, Message, ShopperCommand};
use shared::time::Timestamp;

use crate::dates;
use crate::dom::{self, Child, El};
use crate::order_card::order_card;
use crate::order_form::order_form;
use crate::panel::{Panel, use_panel};
use crate::words::Words;

/// A message of the other side.
pub fn said(seq: u64, opens: bool) -> Option<El> {
    let panel = use_panel();
    let (at, message) = message(panel, seq)?;
    let Message {
        author,
        text: words,
        card,
        promise,
        ..
    } = message;
    let agent = match author {
        Author::Agent(agent) => Some(agent.name),
        Author::Bot | Author::Shopper => None,
    };
    let say = Words::now();
    let name = agent.unwrap_or_else(|| say.assistant());
    let spoken = dom::span().class("unseen").child(say.said(&name));
    let shown = opens.then(|| {
        let hour = dates::hour(panel.language.get_untracked(), at);
        dom::p()
            .class("author")
            .attr("aria-hidden", "true")
            .child((dom::span().child(name), dom::time().child(hour)))
    });
    let bubble = (!words.is_empty()).then(|| {
        dom::div()
            .class("bubble")
            .attr("dir", "auto")
            .child(text(&words))
    });
    Some(dom::div().class("said").child((
        shown,
        spoken,
        bubble,
        promise.map(|promise| dom::p().class("promise").child(promise.text)),
        card.map(|card| card_view(seq, card)),
    )))
}

/// A message of the shopper, on its way or arrived.
pub fn mine(cid: &Cid, seq: Option<u64>) -> Option<El> {
    if let Some(seq) = seq {
        return past(seq);
    }
    let panel = use_panel();
    let words = panel
        .outbox
        .with_untracked(|outbox| Some(spoken_of(&outbox.entry(cid)?.command, panel)))?;
    Some(bubble_of_mine(&words))
}

/// A message of the shopper that has arrived.
pub fn past(seq: u64) -> Option<El> {
    let (_, message) = message(use_panel(), seq)?;
    Some(bubble_of_mine(&message.text))
}

/// Text with its links, as text nodes and nothing else.
pub fn text(words: &str) -> Vec<AnyView> {
    let views = pieces(words).into_iter().map(|piece| match piece {
        Piece::Text(words) => words.to_owned().view(),
        Piece::Link(address) => dom::a()
            .attr("href", address.to_owned())
            .attr("target", "_blank")
            .attr("rel", "noopener noreferrer")
            .child(address.to_owned())
            .view(),
    });
    views.collect()
}

fn bubble_of_mine(words: &str) -> El {
    let say = Words::now();
    dom::div().class("mine").child((
        dom::span().class("unseen").child(say.said(&say.you())),
        dom::div()
            .class("bubble")
            .attr("dir", "auto")
            .child(text(words)),
    ))
}

fn card_view(seq: u64, card: Card) -> AnyView {
    match card {
        Card::Order { order } => order_card(order).view(),
        Card::OrderForm { number } => order_form(seq, number).view(),
    }
}

fn message(panel: Panel, seq: u64) -> Option<(Timestamp, Message)> {
    panel.timeline.with_untracked(|timeline| {
        let event = timeline.event(seq)?;
        match &event.fact {
            Fact::Message(message) => Some((event.at, message.clone())),
            _ => None,
        }
    })
}

/// Whether an event is the message that a command made.
pub fn has_cid(event: &Event, cid: &Cid) -> bool {
    matches!(&event.fact, Fact::Message(message) if message.cid.as_ref() == Some(cid))
}

/// What a command looks like while it is on its way. A proof is never shown.
fn spoken_of(command: &ShopperCommand, panel: Panel) -> String {
    let say = Words::now();
    match command {
        ShopperCommand::Send { text, .. } => text.clone(),
        ShopperCommand::VerifyOrder { number, .. } => say.named_order(number),
        ShopperCommand::RequestHuman { .. } => say.talk_to_human(),
        ShopperCommand::Choose { choice, .. } => panel.timeline.with_untracked(|timeline| {
            // An empty conversation is opened by choices that nobody has offered yet.
            let own = match choice {
                ChoiceId::TalkToHuman => say.talk_to_human(),
                _ => say.track_order(),
            };
            timeline.label(*choice).map_or(own, str::to_owned)
        }),
        ShopperCommand::Hello { .. }
        | ShopperCommand::Read { .. }
        | ShopperCommand::Fetch { .. }
        | ShopperCommand::Typing
        | ShopperCommand::Got => String::new(),
    }
}
