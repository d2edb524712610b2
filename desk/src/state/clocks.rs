//! Until when shoppers are served, as the edge has told.

use shared::ids::ContactId;
use shared::protocol::desk::{CaseClock, CaseSummary};
use shared::protocol::widget::ConversationState;
use shared::sla::{Clock, ClockKind};
use shared::time::Timestamp;

use super::DeskState;

/// Since when a shopper has been waiting for a human's word, if they are.
pub fn waiting_since(case: &CaseSummary) -> Option<Timestamp> {
    let waits = case.service.as_ref().and_then(|it| it.waits_since);
    match case.state {
        ConversationState::Queued { since } => waits.or(Some(since)),
        _ => waits,
    }
}

impl DeskState {
    /// The clock of the answer that a case waits for, and that of its solution.
    pub fn clocks(&self, case: &CaseSummary) -> Vec<Clock> {
        let Some(service) = &case.service else {
            return Vec::new();
        };
        // A clock of a state that is over may be told a moment longer.
        let runs = |clock: &&Clock| match clock.kind {
            ClockKind::FirstAnswer | ClockKind::NextAnswer => {
                Some(clock.since) == service.waits_since
            }
            ClockKind::Solution => clock.since == service.since,
        };
        let told = self.clocks.get(&case.contact);
        told.into_iter().flatten().filter(runs).copied().collect()
    }

    /// The clock of the answer that a case waits for.
    pub fn answer_clock(&self, case: &CaseSummary) -> Option<Clock> {
        let mut clocks = self.clocks(case).into_iter();
        clocks.find(|clock| clock.kind.ends_with_a_word())
    }

    /// The clocks of the open case.
    pub fn open_clocks(&self) -> Vec<Clock> {
        let open = self.open.as_ref().map(super::OpenCase::contact);
        let case = open.and_then(|contact| self.cases.get(contact));
        case.map_or_else(Vec::new, |case| self.clocks(case))
    }

    pub(super) fn take_clocks(&mut self, clocks: Vec<CaseClock>) {
        for CaseClock { contact, clock } in clocks {
            self.clocks.entry(contact).or_default().push(clock);
        }
    }

    pub(super) fn clocks_changed(&mut self, contact: ContactId, clocks: Vec<Clock>) {
        if clocks.is_empty() {
            self.clocks.remove(&contact);
        } else {
            self.clocks.insert(contact, clocks);
        }
    }
}
