//! How far a message of the shopper has come, and what can be done about it.

use leptos::ev;
use leptos::html;
use leptos::prelude::*;
use shared::client::Delivery;
use shared::ids::Cid;
use shared::protocol::Refusal;
use shared::protocol::widget::{Author, Fact};

use crate::panel::{Panel, use_panel};

/// The line below a message of the shopper. What has arrived says so once, below the latest.
pub fn status(cid: Cid) -> impl IntoView {
    let panel = use_panel();
    let delivery = {
        let cid = cid.clone();
        Memo::new(move |_| panel.delivery(&cid))
    };
    move || match delivery.get() {
        None => arrived(panel, &cid).map(|words| words.into_any()),
        Some(Delivery::Sending { .. }) => Some(plain(panel.phrases().sending)),
        Some(Delivery::Sent { .. }) => Some(plain(panel.phrases().sent)),
        Some(Delivery::Unanswered) => {
            let words = panel.phrases().unanswered.to_owned();
            Some(failed(words, retry_button(panel, cid.clone()).into_any()))
        }
        Some(Delivery::Refused { code, retry_after }) => {
            let words = panel.phrases().refused(code, retry_after);
            Some(failed(words, way_out(panel, cid.clone(), code)))
        }
    }
}

/// "Sent" or "seen" below the latest message of the shopper.
fn arrived(panel: Panel, cid: &Cid) -> Option<impl IntoView + use<>> {
    let seen = panel.timeline.with(|timeline| {
        let is_mine = |fact: &Fact| matches!(fact, Fact::Message(m) if m.author == Author::Shopper);
        let last = timeline
            .events()
            .iter()
            .rev()
            .find(|event| is_mine(&event.fact))?;
        let is_last = matches!(&last.fact, Fact::Message(m) if m.cid.as_ref() == Some(cid));
        is_last.then(|| last.seq <= timeline.agent_read_upto())
    })?;
    let phrases = panel.phrases();
    Some(plain(if seen { phrases.seen } else { phrases.sent }))
}

fn plain(words: &'static str) -> AnyView {
    html::p().class("state").child(words).into_any()
}

fn failed(words: String, action: AnyView) -> AnyView {
    html::p()
        .class("state failed")
        .child((words, " ", action))
        .into_any()
}

/// What was refused for what it is must be changed; the rest may simply be tried again.
fn way_out(panel: Panel, cid: Cid, code: Refusal) -> AnyView {
    match code {
        Refusal::TooLong | Refusal::TooLarge | Refusal::Empty | Refusal::Conflict => {
            button(panel.phrases().edit, move || panel.take_back(&cid)).into_any()
        }
        _ => retry_button(panel, cid).into_any(),
    }
}

fn retry_button(panel: Panel, cid: Cid) -> impl IntoView {
    button(panel.phrases().retry, move || panel.retry(&cid))
}

fn button(words: &'static str, act: impl Fn() + 'static) -> impl IntoView {
    html::button()
        .class("inline")
        .attr("type", "button")
        .on(ev::click, move |_| act())
        .child(words)
}
