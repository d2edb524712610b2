//! A parcel's news, told without being asked: a calm card of its own.

use leptos::prelude::*;
use shared::protocol::widget::Fact;

use crate::dates;
use crate::dom::{self, El};
use crate::icons::{PARCEL, icon};
use crate::message::text;
use crate::order_card::order_card;
use crate::panel::use_panel;

/// The card of a notice.
pub fn notice_card(seq: u64) -> Option<El> {
    let panel = use_panel();
    let (at, words, order) = panel.timeline.with_untracked(|timeline| {
        let event = timeline.event(seq)?;
        match &event.fact {
            Fact::Notice { text, order, .. } => Some((event.at, text.clone(), order.clone())),
            _ => None,
        }
    })?;
    let hour = move || dates::hour(panel.language.get(), at);
    let head = dom::p().class("author").child((
        dom::span().child(move || panel.phrases().news),
        dom::time().child(hour),
    ));
    let number = order.number.clone();
    let more = dom::details().child((
        dom::summary().child(move || (panel.phrases().order)(&number)),
        order_card(order),
    ));
    Some(dom::div().class("notice").child(
        (
            dom::span().class("mark").child(icon(PARCEL)),
            dom::div().class("news").child((
                head,
                dom::p().class("words").child(text(&words)),
                more,
            )),
        ),
    ))
}
