//! The list: which case stands in which tab, and in what order.

use std::cmp::Reverse;

use shared::ids::ContactId;
use shared::protocol::desk::CaseSummary;
use shared::protocol::widget::ConversationState;
use shared::routing::places;
use shared::time::Timestamp;

use super::DeskState;
use super::clocks::waiting_since;

/// A part of the list. Every case is in exactly one, those with a promise that is due are in
/// [`Tab::Promised`] as well, and those with a note that names the agent in [`Tab::Mine`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Tab {
    /// Nobody has it yet.
    #[default]
    Waiting,
    /// The agent who is signed in has it.
    Mine,
    /// Something was promised until today, or until a day that has passed.
    Promised,
    /// Another agent has it.
    Team,
    /// The bot has it.
    Bot,
    /// It is settled.
    Closed,
}

impl Tab {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 6] = [
        Self::Waiting,
        Self::Mine,
        Self::Promised,
        Self::Team,
        Self::Bot,
        Self::Closed,
    ];
}

/// A line of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The case.
    pub case: CaseSummary,
    /// Its place in the queue, 1 first, while it waits there.
    pub place: Option<u32>,
    /// Whether it is on the screen.
    pub open: bool,
}

impl DeskState {
    /// The lines of a tab. Those who wait stand as in the queue, promises by their day; elsewhere
    /// who waits longest comes first, then the latest change.
    pub fn rows(&self, tab: Tab, now: Timestamp) -> Vec<Row> {
        if tab == Tab::Waiting {
            let waiting = places(self.cases.values()).into_iter();
            return waiting
                .map(|(case, place)| self.row(case, Some(place)))
                .collect();
        }
        let mut cases: Vec<_> = self
            .cases
            .values()
            .filter(|case| self.stands_in(case, tab, now))
            .collect();
        if tab == Tab::Promised {
            cases.sort_by_key(|case| self.due_promise(case, now).map(|promise| promise.due));
        } else {
            cases.sort_by_key(|case| {
                let waits = waiting_since(case);
                (
                    waits.is_none(),
                    waits,
                    Reverse(case.updated_at),
                    &case.contact,
                )
            });
        }
        cases.into_iter().map(|case| self.row(case, None)).collect()
    }

    /// How many cases a tab holds.
    pub fn count(&self, tab: Tab, now: Timestamp) -> usize {
        self.cases
            .values()
            .filter(|case| self.stands_in(case, tab, now))
            .count()
    }

    /// The tab in which a case stands now, whatever was promised.
    pub fn tab_of(&self, contact: &ContactId) -> Option<Tab> {
        self.cases.get(contact).map(|case| self.home_of(case))
    }

    /// The place of the open case in the queue, 1 first, while it waits there.
    pub fn open_case_place(&self) -> Option<u32> {
        let open = self.open.as_ref()?.contact();
        let waiting = places(self.cases.values()).into_iter();
        waiting
            .filter(|(case, _)| &case.contact == open)
            .map(|(_, place)| place)
            .next()
    }

    fn row(&self, case: &CaseSummary, place: Option<u32>) -> Row {
        let open = self.open.as_ref().map(super::OpenCase::contact);
        Row {
            case: case.clone(),
            place,
            open: open == Some(&case.contact),
        }
    }

    fn stands_in(&self, case: &CaseSummary, tab: Tab, now: Timestamp) -> bool {
        match tab {
            Tab::Promised => self.due_promise(case, now).is_some(),
            Tab::Mine if self.names_me(case) => true,
            _ => self.home_of(case) == tab,
        }
    }

    fn home_of(&self, case: &CaseSummary) -> Tab {
        match (&case.state, case.state.holder()) {
            (_, Some(holder)) if self.is_me(holder) => Tab::Mine,
            (_, Some(_)) => Tab::Team,
            (ConversationState::Pending, None) => Tab::Bot,
            (ConversationState::Resolved, None) => Tab::Closed,
            (_, None) => Tab::Waiting,
        }
    }
}
