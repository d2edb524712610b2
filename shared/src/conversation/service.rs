//! Since when the shopper waits for a human, kept as words come and go.

use super::state::{Phase, State};
use super::step::{Draft, Outcome};
use crate::bot::{self, Intent};
use crate::protocol::desk::HandoffReason;
use crate::protocol::widget::{Author, Fact, Message};
use crate::sla::Service;
use crate::time::Timestamp;

/// Takes over what an outcome means for those who wait.
pub(super) fn follow(state: &State, outcome: &mut Outcome, now: Timestamp) {
    let after = outcome.next.as_ref().unwrap_or(state);
    let service = served(after, &outcome.events, now);
    if after.service != service {
        let next = outcome.next.get_or_insert_with(|| state.clone());
        next.service = service;
    }
}

/// How a case is served after some events; `None` where no human has it.
fn served(state: &State, events: &[Draft], now: Timestamp) -> Option<Service> {
    let begun = begun(&state.phase)?;
    let known = state.service.as_ref();
    let mut service = known
        .filter(|known| known.since == begun.since)
        .cloned()
        .unwrap_or(begun);
    for message in events.iter().filter_map(message) {
        match message.author {
            Author::Agent(_) => {
                service.answered = true;
                service.waits_since = None;
            }
            // Reading costs more than all the rest of a message: not for one who waits already.
            Author::Shopper if service.waits_since.is_none() && asks_for_a_word(&message.text) => {
                service.waits_since = Some(now);
            }
            Author::Shopper | Author::Bot => {}
        }
    }
    Some(service)
}

/// How a case is served that has just come to humans. Who comes back has had a first answer.
fn begun(phase: &Phase) -> Option<Service> {
    match phase {
        Phase::Queued { since, reason }
        | Phase::Open { since, reason, .. }
        | Phase::Snoozed { since, reason, .. } => Some(Service {
            since: *since,
            answered: *reason == HandoffReason::Reopened,
            waits_since: Some(*since),
        }),
        Phase::Pending { .. } | Phase::Resolved { .. } => None,
    }
}

/// There is nothing to say to a thank-you.
fn asks_for_a_word(text: &str) -> bool {
    bot::understand(text) != Intent::Thanks
}

fn message(draft: &Draft) -> Option<&Message> {
    match &draft.fact {
        Fact::Message(message) => Some(message),
        _ => None,
    }
}
