//! What was promised to shoppers, as an agent has to see to it.

use shared::protocol::desk::CaseSummary;
use shared::protocol::promise::{Promise, Standing};
use shared::time::Timestamp;

use super::{CaseContent, DeskState};

/// A promise whose day ends within this is due today, in milliseconds.
const DAY_MILLIS: i64 = 86_400_000;

/// Whether a promise's day has come, or has passed without its being kept.
fn is_due(promise: &Promise, now: Timestamp) -> bool {
    promise.is_outstanding() && promise.due.millis_since(now) <= DAY_MILLIS
}

impl DeskState {
    /// What is promised in the open case, and neither kept nor given up; nothing unless the case is this agent's.
    pub fn promised_here(&self) -> Vec<Promise> {
        let content = self.content().filter(|_| self.open_case_is_mine());
        let ledger = content.map(|case| case.present.promises.iter());
        let outstanding = |promise: &&Promise| promise.is_outstanding();
        ledger
            .into_iter()
            .flatten()
            .filter(outstanding)
            .cloned()
            .collect()
    }

    /// The promise of a case that this agent has to see to today: the agent's own, or one that
    /// nobody made by name. Leads see to all.
    pub fn due_promise<'a>(&self, case: &'a CaseSummary, now: Timestamp) -> Option<&'a Promise> {
        let leads = self.i_lead();
        let concerns = |promise: &&Promise| {
            leads || promise.owner.as_ref().is_none_or(|owner| self.is_me(owner))
        };
        case.promises
            .iter()
            .filter(concerns)
            .filter(|promise| is_due(promise, now))
            .min_by_key(|promise| promise.due)
    }
}

impl CaseContent {
    /// Takes over what a summary tells of the promises that are outstanding.
    pub(super) fn take_promises(&mut self, outstanding: &[Promise]) {
        let ledger = &mut self.present.promises;
        for told in outstanding {
            match ledger.iter_mut().find(|known| known.id == told.id) {
                // What an event has settled meanwhile stays settled.
                Some(known) if known.is_outstanding() => known.clone_from(told),
                Some(_) => {}
                None => ledger.push(told.clone()),
            }
        }
    }

    /// Notes that a promise was kept or broken.
    pub(super) fn settle_promise(&mut self, id: u64, kept: bool, at: Timestamp) {
        let ledger = &mut self.present.promises;
        if let Some(promise) = ledger.iter_mut().find(|promise| promise.id == id) {
            promise.standing = match (kept, promise.standing) {
                (true, Standing::Broken { .. }) => Standing::Late { at },
                (true, _) => Standing::Kept { at },
                (false, _) => Standing::Broken { at },
            };
        }
    }
}
