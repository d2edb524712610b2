//! The ledger: what was promised to this shopper, and what became of it.

use serde::{Deserialize, Serialize};

use super::promise::Term;
use super::state::State;
use super::step::{Draft, Outcome, Step};
use crate::protocol::Refusal;
use crate::protocol::promise::{Promise, PromiseKind, Standing};
use crate::protocol::widget::{AgentName, Fact};
use crate::time::Timestamp;

/// How many settled entries are remembered; those that are outstanding always are.
const MAX_SETTLED: usize = 20;

/// How far ahead a promise may lie, in milliseconds.
const MAX_AHEAD_MILLIS: i64 = 92 * 24 * 3_600_000;

/// What an agent promises with a message, with the time at which its day is over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TimedPledge {
    /// What.
    pub kind: PromiseKind,
    /// Until when.
    pub term: Term,
}

impl TimedPledge {
    /// Whether its day is still to end, and not too far away.
    pub(super) fn is_in_place(&self, now: Timestamp) -> bool {
        (1..=MAX_AHEAD_MILLIS).contains(&self.term.due.millis_since(now))
    }
}

impl State {
    /// Enters a promise that an event makes.
    pub(super) fn promise(
        &mut self,
        id: u64,
        kind: PromiseKind,
        term: &Term,
        owner: Option<AgentName>,
    ) {
        self.promises.push(Promise {
            id,
            kind,
            by: term.by.clone(),
            due: term.due,
            owner,
            standing: Standing::Open,
        });
        let settled = self.promises.iter().filter(|it| !it.is_outstanding());
        let mut excess = settled.count().saturating_sub(MAX_SETTLED);
        self.promises.retain(|promise| {
            let forgotten = excess > 0 && !promise.is_outstanding();
            excess -= usize::from(forgotten);
            !forgotten
        });
    }

    /// When the next promise breaks, if nobody keeps it.
    pub fn breaks_at(&self) -> Option<Timestamp> {
        self.promises
            .iter()
            .filter(|promise| promise.standing == Standing::Open)
            .map(|promise| promise.due)
            .min()
    }

    /// Settles the promises that are meant. Says which.
    fn settle(&mut self, meant: impl Fn(&Promise) -> bool, to: Standing) -> Vec<u64> {
        let meant = self.promises.iter_mut().filter(|promise| meant(promise));
        meant
            .map(|promise| {
                promise.standing = match (promise.standing, to) {
                    (Standing::Broken { .. }, Standing::Kept { at }) => Standing::Late { at },
                    _ => to,
                };
                promise.id
            })
            .collect()
    }
}

/// What an agent's word, the event `seq`, does to the ledger: it keeps the promises of a word, and
/// may make another one.
pub(super) fn after_word(
    state: &State,
    outcome: &mut Outcome,
    seq: u64,
    agent: &AgentName,
    pledge: Option<&TimedPledge>,
    now: Timestamp,
) {
    if pledge.is_none() && !state.promises.iter().any(Promise::awaits_a_word) {
        return;
    }
    let next = outcome.next.get_or_insert_with(|| state.clone());
    let kept = next.settle(Promise::awaits_a_word, Standing::Kept { at: now });
    if let Some(pledge) = pledge {
        next.promise(seq, pledge.kind, &pledge.term, Some(agent.clone()));
    }
    let events = settled(next, kept, true);
    outcome.events.extend(events);
}

/// An agent says that a promise is kept.
pub(super) fn kept(state: &State, id: u64, now: Timestamp) -> Step {
    let known = state.promises.iter().find(|promise| promise.id == id);
    match known {
        None => Err(Refusal::NotFound),
        Some(promise) if !promise.is_outstanding() => Err(Refusal::OutOfPlace),
        Some(_) => {
            let meant = |promise: &Promise| promise.id == id;
            Ok(changed(state, meant, Standing::Kept { at: now }, true))
        }
    }
}

/// The promises whose day is over are broken.
pub(super) fn break_overdue(state: &State, now: Timestamp) -> Outcome {
    let overdue = |promise: &Promise| promise.standing == Standing::Open && promise.due <= now;
    if !state.promises.iter().any(overdue) {
        return Outcome::default();
    }
    changed(state, overdue, Standing::Broken { at: now }, false)
}

fn changed(state: &State, meant: impl Fn(&Promise) -> bool, to: Standing, kept: bool) -> Outcome {
    let mut next = state.clone();
    let ids = next.settle(meant, to);
    Outcome {
        events: settled(&next, ids, kept),
        next: Some(next),
    }
}

fn settled(state: &State, promises: Vec<u64>, kept: bool) -> Vec<Draft> {
    let event = |promise| Draft {
        conversation: state.conversation.max(1),
        fact: Fact::PromiseSettled { promise, kept },
    };
    promises.into_iter().map(event).collect()
}
