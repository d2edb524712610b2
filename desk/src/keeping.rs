//! What an agent has written and the edge does not have yet, kept over a reload: drafts, what they
//! promise, and commands on their way. It is the tab's own, and each agent's own.

use dom::{Memo, effect};
use serde::Serialize;
use shared::ids::{AgentId, ContactId};
use shared::protocol::desk::AgentCommand;
use shared::protocol::promise::Pledge;
use shared::record;

use crate::browser;
use crate::console::Console;
use crate::state::{DeskState, Word};

/// What a page leaves to the next.
#[derive(Serialize)]
struct Kept {
    drafts: Vec<Draft>,
    pledges: Vec<Meant>,
    unsent: Vec<AgentCommand>,
}

record!(Kept {
    drafts,
    pledges,
    unsent
});

/// A text that is being written.
#[derive(Serialize)]
struct Draft {
    contact: ContactId,
    word: Word,
    text: String,
}

record!(Draft {
    contact,
    word,
    text
});

/// What the text that is being written promises.
#[derive(Serialize)]
struct Meant {
    contact: ContactId,
    pledge: Pledge,
}

record!(Meant { contact, pledge });

/// Keeps what is written as it changes, and brings back what an earlier page kept as soon as it is
/// known who is signed in.
pub fn keep_over_reloads(console: Console) {
    let agent = Memo::new(move |_| {
        let me = |state: &DeskState| state.me.as_ref().map(|me| me.id.clone());
        console.state.with(me)
    });
    let mut restored = None;
    effect(move || {
        let before = std::mem::replace(&mut restored, agent.get());
        let Some(agent) = &restored else { return };
        let name = name(agent);
        if before.as_ref() != Some(agent) {
            restore(console, &name);
        }
        let kept = Kept {
            drafts: drafts(console),
            pledges: pledges(console),
            unsent: console.state.with(DeskState::unsent),
        };
        browser::keep_by_tab(&name, &serde_json::to_string(&kept).unwrap_or_default());
    });
}

fn restore(console: Console, name: &str) {
    let kept = browser::kept_by_tab(name);
    let Some(kept) = kept.and_then(|text| browser::parsed::<Kept>(&text)) else {
        return;
    };
    console.drafts.update(|drafts| {
        for kept in kept.drafts {
            drafts.entry((kept.contact, kept.word)).or_insert(kept.text);
        }
    });
    console.pledges.update(|pledges| {
        for kept in kept.pledges {
            pledges.entry(kept.contact).or_insert(kept.pledge);
        }
    });
    console.update(|state| state.restore(kept.unsent, browser::now()));
}

fn drafts(console: Console) -> Vec<Draft> {
    console.drafts.with(|drafts| {
        let written = drafts.iter().filter(|(_, text)| !text.is_empty());
        let draft = |((contact, word), text): (&(ContactId, Word), &String)| Draft {
            contact: contact.clone(),
            word: *word,
            text: text.clone(),
        };
        written.map(draft).collect()
    })
}

fn pledges(console: Console) -> Vec<Meant> {
    console.pledges.with(|pledges| {
        let meant = |(contact, pledge): (&ContactId, &Pledge)| Meant {
            contact: contact.clone(),
            pledge: pledge.clone(),
        };
        pledges.iter().map(meant).collect()
    })
}

fn name(agent: &AgentId) -> String {
    format!("grelot-desk-kept-{agent}")
}
