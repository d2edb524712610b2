//! A shopper's word and what follows from it, until it is an outcome.

use super::desk;
use super::handoff::hand_off;
use super::matter::Matter;
use super::state::{Phase, State};
use super::step::{Draft, Outcome};
use crate::bot::{self, Turn};
use crate::ids::Cid;
use crate::protocol::desk::HandoffReason;
use crate::protocol::widget::{Author, Fact, Message};
use crate::time::Timestamp;

/// A resolved case that the shopper answers within this time is the same case.
const SAME_CASE_MILLIS: i64 = 7 * 24 * 3_600_000;

/// How many questions and how many of the bot's attempts a dossier keeps.
const MAX_REMEMBERED: usize = 20;

/// Whether a case that was settled then is still the same now.
pub(super) fn is_same_case(settled_at: Timestamp, now: Timestamp) -> bool {
    now.millis_since(settled_at) <= SAME_CASE_MILLIS
}

/// What the shopper said and what was answered so far.
pub(super) struct Exchange {
    /// The state as it will be.
    pub(super) next: State,
    events: Vec<Draft>,
    /// The number of the latest event before this exchange.
    head: u64,
    pub(super) now: Timestamp,
    /// Whether the case was settled before.
    was_resolved: bool,
    /// Whether it is one that a human had settled, and still the same case.
    pub(super) reopened: bool,
}

impl Exchange {
    /// Begins with the shopper's word.
    pub(super) fn begin(state: &State, head: u64, said: Message, now: Timestamp) -> Self {
        let mut next = state.clone();
        let reopened = enter_conversation(&mut next, now);
        if let Some(mood) = next.mood.with(head + 1, &said.text) {
            next.mood = mood;
        }
        let events = vec![Draft {
            conversation: next.conversation,
            fact: Fact::Message(said),
        }];
        let mut exchange = Self {
            next,
            events,
            head,
            now,
            was_resolved: matches!(state.phase, Phase::Resolved { .. }),
            reopened,
        };
        // Whoever set the case aside has it again: the shopper is here.
        if let Some(phase) = desk::awake(&exchange.next.phase) {
            exchange.next.phase = phase;
            exchange.push_state();
        }
        exchange
    }

    /// The number that the next event will have.
    pub(super) fn next_seq(&self) -> u64 {
        self.head + self.events.len() as u64 + 1
    }

    /// Whether it is a human's turn.
    pub(super) fn held_by_human(&self) -> bool {
        self.next.reason().is_some()
    }

    /// Ends with nothing more said.
    pub(super) fn without_answer(self) -> Outcome {
        Outcome {
            events: self.events,
            next: Some(self.next),
        }
    }

    /// Ends with the bot's words, and leaves the case where it is: while a human holds it the
    /// bot only lays facts on the table and confirms.
    pub(super) fn remark(mut self, messages: Vec<Message>, about: Option<&Matter>) -> Outcome {
        self.push(messages, about);
        self.without_answer()
    }

    /// Ends with the bot's answer, unless it is a human's turn.
    pub(super) fn answer(self, answer: impl FnOnce(&State) -> Turn) -> Outcome {
        if self.held_by_human() {
            return self.without_answer();
        }
        let answer = answer(&self.next);
        self.finish(answer)
    }

    /// Ends with the bot's answer, and what it makes of the case.
    pub(super) fn finish(mut self, answer: Turn) -> Outcome {
        // What the bot takes up again is announced here; what goes to humans, by its handoff.
        if self.was_resolved {
            self.push_state();
        }
        self.push(answer.messages, answer.about.as_ref());
        self.next.tried.extend(answer.tried);
        keep_latest(&mut self.next.tried);
        let misunderstood = match (&self.next.phase, answer.understood) {
            (Phase::Pending { misunderstood }, false) => misunderstood.saturating_add(1),
            _ => 0,
        };
        self.next.phase = Phase::Pending { misunderstood };
        match answer.handoff {
            Some(reason) => self.announce(reason),
            None => self.without_answer(),
        }
    }

    /// Ends with the case in humans' hands, announced in the words for the reason.
    pub(super) fn announce(self, reason: HandoffReason) -> Outcome {
        let announcement = bot::handed_off(reason, self.next.language);
        self.hand_off(reason, announcement)
    }

    /// Ends with the case in humans' hands.
    pub(super) fn hand_off(mut self, reason: HandoffReason, announcement: Message) -> Outcome {
        // The announcement goes before the handoff, so that the dossier's transcript has it.
        self.push(vec![announcement], None);
        let seq = self.next_seq();
        let event = hand_off(&mut self.next, seq, reason, self.now);
        self.events.push(event);
        self.without_answer()
    }

    /// Ends with the case settled.
    pub(super) fn settle(mut self) -> Outcome {
        self.push(vec![bot::settled(self.next.language)], None);
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

    /// Adds messages; the choices of the last may be about some parcels.
    fn push(&mut self, messages: Vec<Message>, about: Option<&Matter>) {
        let conversation = self.next.conversation;
        let drafts = messages.into_iter().map(|message| Draft {
            conversation,
            fact: Fact::Message(message),
        });
        self.events.extend(drafts);
        if let Some(about) = about {
            self.next
                .offer(about.offered_by(self.head + self.events.len() as u64));
        }
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
    next.closing = None;
    if is_same_case(at, now) {
        return by_agent;
    }
    next.conversation += 1;
    next.leave_conversation();
    false
}

/// Keeps what a dossier may hold.
pub(super) fn keep_latest<T>(remembered: &mut Vec<T>) {
    let excess = remembered.len().saturating_sub(MAX_REMEMBERED);
    remembered.drain(..excess);
}

/// What the shopper says, or takes of what an event offered.
pub(super) fn shopper_message(cid: &Cid, text: String, about: Option<u64>) -> Message {
    Message {
        author: Author::Shopper,
        text,
        cid: Some(cid.clone()),
        about,
        card: None,
        choices: Vec::new(),
        promise: None,
    }
}
