//! What an agent has written and the edge does not have yet, kept over a reload: drafts, what they
//! promise, and commands on their way. It is the tab's own, and each agent's own.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use shared::ids::{AgentId, ContactId};
use shared::protocol::desk::AgentCommand;
use shared::protocol::promise::Pledge;

use crate::browser;
use crate::console::Console;
use crate::state::{DeskState, Word};

/// What a page leaves to the next.
#[derive(Serialize, Deserialize)]
struct Kept {
    drafts: Vec<(ContactId, Word, String)>,
    pledges: Vec<(ContactId, Pledge)>,
    unsent: Vec<AgentCommand>,
}

/// Keeps what is written as it changes, and brings back what an earlier page kept as soon as it is
/// known who is signed in.
pub fn keep_over_reloads(console: Console) {
    let agent = Memo::new(move |_| {
        let me = |state: &DeskState| state.me.as_ref().map(|me| me.id.clone());
        console.state.with(me)
    });
    Effect::new(move |restored: Option<Option<AgentId>>| {
        let agent = agent.get()?;
        let name = name(&agent);
        if restored.flatten().as_ref() != Some(&agent) {
            restore(console, &name);
        }
        let kept = Kept {
            drafts: drafts(console),
            pledges: console
                .pledges
                .with(|pledges| pledges.clone().into_iter().collect()),
            unsent: console.state.with(DeskState::unsent),
        };
        browser::keep_by_tab(&name, &serde_json::to_string(&kept).unwrap_or_default());
        Some(agent)
    });
}

fn restore(console: Console, name: &str) {
    let kept = browser::kept_by_tab(name);
    let Some(kept) = kept.and_then(|text| serde_json::from_str::<Kept>(&text).ok()) else {
        return;
    };
    console.drafts.update(|drafts| {
        for (contact, word, text) in kept.drafts {
            drafts.entry((contact, word)).or_insert(text);
        }
    });
    console.pledges.update(|pledges| {
        for (contact, pledge) in kept.pledges {
            pledges.entry(contact).or_insert(pledge);
        }
    });
    console.update(|state| state.restore(kept.unsent, browser::now()));
}

fn drafts(console: Console) -> Vec<(ContactId, Word, String)> {
    console.drafts.with(|drafts| {
        let written = drafts.iter().filter(|(_, text)| !text.is_empty());
        written
            .map(|((contact, word), text)| (contact.clone(), *word, text.clone()))
            .collect()
    })
}

fn name(agent: &AgentId) -> String {
    format!("grelot-desk-kept-{agent}")
}
