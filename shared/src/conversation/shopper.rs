//! What the shopper does to a conversation, and what the bot makes of it.

use super::handoff::hand_off;
use super::state::{Phase, State};
use super::step::{Draft, Outcome, ProofResult};
use crate::bot::{self, Turn};
use crate::ids::Cid;
use crate::protocol::desk::{HandoffReason, Identity};
use crate::protocol::widget::{Author, ChoiceId, Fact, Message};
use crate::time::Timestamp;

/// A resolved case that the shopper answers within this time is the same case.
const SAME_CASE_MILLIS: i64 = 7 * 24 * 3_600_000;

/// How many questions and how many of the bot's attempts a dossier keeps.
const MAX_REMEMBERED: usize = 20;

/// The shopper says something.
pub(super) fn said(state: &State, head: u64, cid: &Cid, text: &str, now: Timestamp) -> Outcome {
    // The fast path: a human has the case, nothing but the message is added.
    if matches!(state.phase, Phase::Open { .. } | Phase::Queued { .. }) {
        let message = shopper_message(state.conversation, cid, text.to_owned());
        return Outcome {
            events: vec![message],
            next: None,
        };
    }
    let mut turn = Exchange::begin(state, head, cid, text.to_owned(), now);
    turn.next.asked.push(text.to_owned());
    keep_latest(&mut turn.next.asked);
    if turn.reopened {
        return turn.hand_off(HandoffReason::Reopened);
    }
    let answer = bot::answer(&turn.next, text);
    turn.finish(answer)
}

/// The shopper takes a choice.
pub(super) fn chose(
    state: &State,
    head: u64,
    cid: &Cid,
    choice: ChoiceId,
    now: Timestamp,
) -> Outcome {
    let label = bot::choice(choice, state.language).label;
    let turn = Exchange::begin(state, head, cid, label, now);
    if turn.held_by_human() {
        return turn.without_answer();
    }
    match choice {
        ChoiceId::Settled => turn.settle(),
        ChoiceId::TrackOrder => {
            let answer = bot::track(&turn.next, None);
            turn.finish(answer)
        }
        ChoiceId::OtherOrder => {
            let answer = bot::ask_for_order(&turn.next, None);
            turn.finish(answer)
        }
        ChoiceId::TalkToHuman
        | ChoiceId::Wait
        | ChoiceId::OtherAddress
        | ChoiceId::OtherPoint
        | ChoiceId::SendAgain
        | ChoiceId::Refund
        | ChoiceId::NotReceived
        | ChoiceId::StillMissing
        | ChoiceId::MuteOrder
        | ChoiceId::UnmuteOrder => turn.hand_off(HandoffReason::Requested),
    }
}

/// The shopper's proof of an order was checked.
pub(super) fn proof_checked(
    state: &State,
    head: u64,
    cid: &Cid,
    number: &str,
    result: &ProofResult,
    now: Timestamp,
) -> Outcome {
    let text = bot::proof_sent(number, state.language);
    let mut turn = Exchange::begin(state, head, cid, text, now);
    let answer = match result {
        ProofResult::Matched { order, told } => {
            turn.next.take_order((**order).clone());
            turn.next.told.extend(told.iter().cloned());
            if turn.next.identity == Identity::Anonymous {
                turn.next.identity = Identity::OrderVerified;
            }
            // A newer view may have come while the proof was checked.
            let known = turn.next.orders[&order.key].clone();
            bot::show(&turn.next, &known)
        }
        ProofResult::Mismatched => bot::proof_failed(&turn.next, number),
    };
    if turn.held_by_human() {
        return turn.with_card_only(answer);
    }
    turn.finish(answer)
}

/// The shopper asks for a human.
pub(super) fn human_requested(state: &State, head: u64, cid: &Cid, now: Timestamp) -> Outcome {
    let text = bot::choice(ChoiceId::TalkToHuman, state.language).label;
    let turn = Exchange::begin(state, head, cid, text, now);
    if turn.held_by_human() {
        return turn.without_answer();
    }
    turn.hand_off(HandoffReason::Requested)
}

/// A shopper's word and what follows from it, until it is an outcome.
struct Exchange {
    next: State,
    events: Vec<Draft>,
    /// The number of the latest event before this exchange.
    head: u64,
    now: Timestamp,
    /// Whether the case was settled before.
    was_resolved: bool,
    /// Whether it is one that a human had settled, and still the same case.
    reopened: bool,
}

impl Exchange {
    fn begin(state: &State, head: u64, cid: &Cid, text: String, now: Timestamp) -> Self {
        let mut next = state.clone();
        let reopened = enter_conversation(&mut next, now);
        let events = vec![shopper_message(next.conversation, cid, text)];
        Self {
            next,
            events,
            head,
            now,
            was_resolved: matches!(state.phase, Phase::Resolved { .. }),
            reopened,
        }
    }

    fn held_by_human(&self) -> bool {
        matches!(self.next.phase, Phase::Open { .. } | Phase::Queued { .. })
    }

    fn without_answer(self) -> Outcome {
        Outcome {
            events: self.events,
            next: Some(self.next),
        }
    }

    /// While a human holds the case the bot only lays the facts on the table.
    fn with_card_only(mut self, answer: Turn) -> Outcome {
        self.push_messages(answer.messages);
        self.without_answer()
    }

    fn finish(mut self, answer: Turn) -> Outcome {
        // What the bot takes up again is announced here; what goes to humans, by its handoff.
        if self.was_resolved {
            self.push_state();
        }
        self.push_messages(answer.messages);
        self.next.tried.extend(answer.tried);
        keep_latest(&mut self.next.tried);
        let misunderstood = match (&self.next.phase, answer.understood) {
            (Phase::Pending { misunderstood }, false) => misunderstood.saturating_add(1),
            _ => 0,
        };
        self.next.phase = Phase::Pending { misunderstood };
        match answer.handoff {
            Some(reason) => self.hand_off(reason),
            None => self.without_answer(),
        }
    }

    fn hand_off(mut self, reason: HandoffReason) -> Outcome {
        // The announcement goes before the handoff, so that the dossier's transcript has it.
        let announcement = bot::handed_off(reason, self.next.language);
        self.push_messages(vec![announcement]);
        let seq = self.head + self.events.len() as u64 + 1;
        let event = hand_off(&mut self.next, seq, reason, self.now);
        self.events.push(event);
        self.without_answer()
    }

    fn settle(mut self) -> Outcome {
        self.push_messages(vec![bot::settled(self.next.language)]);
        self.next.phase = Phase::Resolved {
            at: self.now,
            by_agent: false,
        };
        self.push_state();
        self.without_answer()
    }

    fn push_state(&mut self) {
        self.events.push(Draft {
            conversation: self.next.conversation,
            fact: Fact::StateChanged {
                state: self.next.public(),
            },
        });
    }

    fn push_messages(&mut self, messages: Vec<Message>) {
        let conversation = self.next.conversation;
        let drafts = messages.into_iter().map(|message| Draft {
            conversation,
            fact: Fact::Message(message),
        });
        self.events.extend(drafts);
    }
}

/// Sees to it that there is a conversation to speak in. Says whether a case that a human had
/// settled is the shopper's again.
fn enter_conversation(next: &mut State, now: Timestamp) -> bool {
    if next.conversation == 0 {
        next.conversation = 1;
    }
    let Phase::Resolved { at, by_agent } = next.phase else {
        return false;
    };
    next.phase = Phase::Pending { misunderstood: 0 };
    if now.millis_since(at) <= SAME_CASE_MILLIS {
        return by_agent;
    }
    next.conversation += 1;
    next.asked.clear();
    next.tried.clear();
    next.dossier = None;
    false
}

fn keep_latest<T>(remembered: &mut Vec<T>) {
    let excess = remembered.len().saturating_sub(MAX_REMEMBERED);
    remembered.drain(..excess);
}

fn shopper_message(conversation: u32, cid: &Cid, text: String) -> Draft {
    Draft {
        conversation,
        fact: Fact::Message(Message {
            author: Author::Shopper,
            text,
            cid: Some(cid.clone()),
            card: None,
            choices: Vec::new(),
        }),
    }
}
