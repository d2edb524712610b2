//! The list: which case stands in which tab, and in what order.

use std::cmp::Reverse;

use shared::ids::{AgentId, ContactId};
use shared::protocol::desk::{CaseSummary, LastAuthor};
use shared::protocol::widget::ConversationState;
use shared::time::Timestamp;

use super::DeskState;

/// A part of the list. Every case is in exactly one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Tab {
    /// Nobody has it yet.
    #[default]
    Waiting,
    /// The agent who is signed in has it.
    Mine,
    /// Another agent has it.
    Team,
    /// The bot has it.
    Bot,
    /// It is settled.
    Closed,
}

impl Tab {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 5] = [
        Self::Waiting,
        Self::Mine,
        Self::Team,
        Self::Bot,
        Self::Closed,
    ];

    /// Where a case stands for an agent.
    pub fn of(case: &CaseSummary, me: Option<&AgentId>) -> Self {
        match &case.state {
            ConversationState::Queued { .. } => Self::Waiting,
            ConversationState::Open { assignee } | ConversationState::Snoozed { assignee, .. }
                if Some(&assignee.id) == me =>
            {
                Self::Mine
            }
            ConversationState::Open { .. } | ConversationState::Snoozed { .. } => Self::Team,
            ConversationState::Pending => Self::Bot,
            ConversationState::Resolved => Self::Closed,
        }
    }
}

/// A line of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The case.
    pub case: CaseSummary,
    /// Whether it is on the screen.
    pub open: bool,
}

/// Since when a shopper has been waiting for a human's word, if they are.
pub fn waiting_since(case: &CaseSummary) -> Option<Timestamp> {
    match &case.state {
        ConversationState::Queued { since } => Some(*since),
        ConversationState::Open { .. } if case.last_author == LastAuthor::Shopper => {
            Some(case.updated_at)
        }
        _ => None,
    }
}

impl DeskState {
    /// The lines of a tab: who waits longest comes first, then the latest change.
    pub fn rows(&self, tab: Tab) -> Vec<Row> {
        let me = self.me.as_ref().map(|me| &me.id);
        let mut cases: Vec<_> = self
            .cases
            .values()
            .filter(|case| Tab::of(case, me) == tab)
            .collect();
        cases.sort_by_key(|case| {
            let waits = waiting_since(case);
            (
                waits.is_none(),
                waits,
                Reverse(case.updated_at),
                &case.contact,
            )
        });
        let open = self.open.as_ref().map(super::OpenCase::contact);
        cases
            .into_iter()
            .map(|case| Row {
                case: case.clone(),
                open: open == Some(&case.contact),
            })
            .collect()
    }

    /// How many cases a tab holds.
    pub fn count(&self, tab: Tab) -> usize {
        let me = self.me.as_ref().map(|me| &me.id);
        self.cases
            .values()
            .filter(|case| Tab::of(case, me) == tab)
            .count()
    }

    /// The tab in which a case stands now.
    pub fn tab_of(&self, contact: &ContactId) -> Option<Tab> {
        let me = self.me.as_ref().map(|me| &me.id);
        self.cases.get(contact).map(|case| Tab::of(case, me))
    }
}
