//! The payloads that could not be understood.

use shared::protocol::desk::{QuarantineEntry, QuarantineState};

use super::DeskState;

impl DeskState {
    /// How many payloads nobody can read yet.
    pub fn waiting_payloads(&self) -> usize {
        let waiting = |entry: &&QuarantineEntry| entry.state == QuarantineState::Waiting;
        self.quarantine.iter().filter(waiting).count()
    }

    /// Drops the payloads that were settled.
    pub fn forget_settled_payloads(&mut self) {
        self.quarantine
            .retain(|entry| entry.state == QuarantineState::Waiting);
    }

    /// Keeps an entry as it stands now. One that was settled goes on to be shown with what became
    /// of it, until somebody leaves the page.
    pub(super) fn keep_entry(&mut self, entry: QuarantineEntry) {
        let known = self.quarantine.iter_mut().find(|it| it.id == entry.id);
        match known {
            Some(known) => *known = entry,
            None if entry.state == QuarantineState::Waiting => {
                self.quarantine.push(entry);
                self.quarantine.sort_by_key(|it| std::cmp::Reverse(it.id));
            }
            None => {}
        }
    }
}
