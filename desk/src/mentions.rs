//! Naming a colleague in a note: who fits what is typed after `@`, and putting the name in.

use dom::{Child, El, Memo};
use leptos::prelude::*;
use shared::ids::ContactId;
use shared::mentions::{being_written, mention_of};
use shared::protocol::widget::AgentName;
use shared::text::fold_text;

use crate::browser;
use crate::console::Console;
use crate::keyboard::WRITING_FIELD;
use crate::state::Word;

/// How many are offered at once: another letter narrows them.
const MAX_OFFERED: usize = 6;

/// Whoever fits what is being typed, each a button.
pub fn offers(console: Console, contact: StoredValue<ContactId>) -> impl Child {
    let offered = Memo::new(move |_| offered(console, &contact.get_value()));
    move || {
        let offered = offered.get();
        if offered.is_empty() {
            return None;
        }
        let words = console.t().news.mention_whom;
        let buttons: Vec<El> = offered
            .into_iter()
            .map(|mention| {
                let words = mention.clone();
                dom::button()
                    .class("chip")
                    .attr("type", "button")
                    .on("click", move |_| {
                        put(console, contact.get_value(), &mention);
                        browser::focus(WRITING_FIELD);
                    })
                    .child(words)
            })
            .collect();
        let row = dom::div()
            .class("chips mention-offers")
            .attr("role", "group")
            .attr("aria-label", words)
            .child((dom::span().class("hint").child(words), buttons));
        Some(row)
    }
}

/// Puts in the one that is offered first. Says whether there was one.
pub fn take_first(console: Console, contact: &ContactId) -> bool {
    let first = offered(console, contact).into_iter().next();
    if let Some(mention) = &first {
        put(console, contact.clone(), mention);
    }
    first.is_some()
}

fn offered(console: Console, contact: &ContactId) -> Vec<String> {
    if console.word.get() != Word::Note {
        return Vec::new();
    }
    let typed = console.drafts.with(|drafts| {
        let draft = drafts.get(&(contact.clone(), Word::Note))?;
        being_written(draft).map(fold_text)
    });
    let Some(typed) = typed else {
        return Vec::new();
    };
    console.state.with(|state| {
        let team: Vec<AgentName> = state.team.iter().map(|mate| mate.agent.clone()).collect();
        let others = team
            .iter()
            .filter(|agent| state.me.as_ref().is_none_or(|me| me.id != agent.id))
            .filter(|agent| fold_text(&agent.name).starts_with(&typed));
        others
            .map(|agent| mention_of(agent, &team))
            .take(MAX_OFFERED)
            .collect()
    })
}

fn put(console: Console, contact: ContactId, mention: &str) {
    console.drafts.update(|drafts| {
        let draft = drafts.entry((contact, Word::Note)).or_default();
        if let Some(typed) = being_written(draft) {
            let kept = draft.len() - typed.len() - 1;
            draft.truncate(kept);
            draft.push_str(mention);
            draft.push(' ');
        }
    });
}
