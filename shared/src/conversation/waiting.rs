//! Who waits long for a human is offered, once, to be called back by a day.

use super::exchange::Exchange;
use super::promise::Term;
use super::state::State;
use super::step::{Draft, Outcome};
use crate::bot;
use crate::protocol::desk::HandoffReason;
use crate::protocol::promise::{Promise, PromiseKind};
use crate::protocol::widget::Fact;
use crate::time::Timestamp;

impl State {
    /// Since when a shopper has waited for a human who may yet be offered a call back; `None` for who
    /// doesn't wait, was offered one already, or is promised a word.
    pub fn may_be_called_back_since(&self) -> Option<Timestamp> {
        let since = self.waits_since()?;
        let is_told = self.offered_call_back == Some(since) || self.is_promised_a_word();
        (!is_told).then_some(since)
    }

    fn is_promised_a_word(&self) -> bool {
        self.promises.iter().any(Promise::awaits_a_word)
    }
}

/// A wait has become long. A day that nobody knows is not offered.
pub(super) fn waited(state: &State, promise_by: Option<&Term>) -> Outcome {
    if state.may_be_called_back_since().is_none() {
        return Outcome::default();
    }
    let offer = promise_by.map(|term| Draft {
        conversation: state.conversation,
        fact: Fact::Message(bot::long_wait(&term.by, state.language)),
    });
    Outcome {
        events: offer.into_iter().collect(),
        next: Some(State {
            offered_call_back: state.waits_since(),
            ..state.clone()
        }),
    }
}

/// The shopper wants to be called back. Whom a human has by then, that human answers.
pub(super) fn call_back(mut turn: Exchange, promise_by: Option<&Term>) -> Outcome {
    if !turn.held_by_human() {
        return turn.announce(HandoffReason::Requested);
    }
    let waits = turn.next.waits_since().is_some();
    let Some(term) = promise_by.filter(|_| waits && !turn.next.is_promised_a_word()) else {
        return turn.without_answer();
    };
    let told_by = turn.next_seq();
    turn.next
        .promise(told_by, PromiseKind::Callback, term, None);
    let promised = bot::called_back(&term.by, turn.next.language);
    turn.remark(vec![promised], None)
}
