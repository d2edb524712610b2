//! How far a message of the shopper has come, and what can be done about it.

use leptos::prelude::*;
use shared::client::Delivery;
use shared::ids::Cid;
use shared::protocol::Refusal;

use crate::dom::{self, Child, El};
use crate::message::has_cid;
use crate::panel::{Panel, use_panel};

/// The line below a message of the shopper.
pub fn status(cid: Cid) -> impl Child {
    let panel = use_panel();
    let delivery = {
        let cid = cid.clone();
        Memo::new(move |_| panel.delivery(&cid))
    };
    move || match delivery.get() {
        None => arrived(panel, &cid),
        Some(Delivery::Sending { .. }) => Some(plain(panel.words().sending())),
        Some(Delivery::Sent { .. }) => Some(plain(panel.words().sent())),
        Some(Delivery::Unanswered) => {
            let words = panel.words().unanswered();
            Some(failed(words, retry_button(panel, cid.clone())))
        }
        Some(Delivery::Refused { code, retry_after }) => {
            let words = panel.words().refusal(code, retry_after);
            Some(failed(words, way_out(panel, cid.clone(), code)))
        }
    }
}

/// "Sent" or "seen".
fn arrived(panel: Panel, cid: &Cid) -> Option<El> {
    let seen = panel.timeline.with(|timeline| {
        let mut latest = timeline.events().iter().rev();
        let event = latest.find(|event| has_cid(event, cid))?;
        Some(event.seq <= timeline.agent_read_upto())
    })?;
    let say = panel.words();
    Some(plain(if seen { say.seen() } else { say.sent() }))
}

fn plain(words: String) -> El {
    dom::p().class("state").child(words)
}

fn failed(words: String, action: El) -> El {
    dom::p().class("state failed").child((words, " ", action))
}

/// What was refused for what it is must be changed; the rest may simply be tried again.
fn way_out(panel: Panel, cid: Cid, code: Refusal) -> El {
    match code {
        Refusal::TooLong | Refusal::TooLarge | Refusal::Empty | Refusal::Conflict => {
            button(panel.words().edit(), move || panel.take_back(&cid))
        }
        _ => retry_button(panel, cid),
    }
}

fn retry_button(panel: Panel, cid: Cid) -> El {
    button(panel.words().retry(), move || panel.retry(&cid))
}

fn button(words: String, act: impl Fn() + 'static) -> El {
    dom::button()
        .class("inline")
        .attr("type", "button")
        .on("click", move |_| act())
        .child(words)
}
