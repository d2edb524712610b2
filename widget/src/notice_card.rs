//! A parcel's news, told without being asked: a calm card of its own.

use leptos::html;
use leptos::prelude::*;
use shared::protocol::widget::Fact;

use crate::dates;
use crate::icons::{PARCEL, icon};
use crate::message::text;
use crate::order_card::order_card;
use crate::panel::use_panel;

/// The card of a notice.
pub fn notice_card(seq: u64) -> impl IntoView {
    let panel = use_panel();
    let (at, words, order) = panel.timeline.with_untracked(|timeline| {
        let event = timeline.event(seq)?;
        match &event.fact {
            Fact::Notice { text, order, .. } => Some((event.at, text.clone(), order.clone())),
            _ => None,
        }
    })?;
    let hour = move || dates::hour(panel.language.get(), at);
    let head = html::p().class("author").child((
        html::span().child(move || panel.phrases().news),
        html::time().child(hour),
    ));
    let number = order.number.clone();
    let more = html::details().child((
        html::summary().child(move || (panel.phrases().order)(&number)),
        order_card(order),
    ));
    Some(html::div().class("notice").child(
        (
            html::span().class("mark").child(icon(PARCEL)),
            html::div().class("news").child((
                head,
                html::p().class("words").child(text(&words)),
                more,
            )),
        ),
    ))
}
