//! What a device said before it signed in goes on afterwards.

use super::*;
use crate::conversation::{Handover, adopt};
use crate::ids::ContactId;
use crate::mood::MoodLevel;
use crate::protocol::desk::Identity;
use crate::protocol::promise::{PromiseKind, Standing};
use crate::protocol::widget::Event;

/// A contact as its object runs it.
struct Run {
    state: State,
    events: Vec<Event>,
}

impl Run {
    fn new() -> Self {
        Self {
            state: State::new(Language::French),
            events: Vec::new(),
        }
    }

    fn signed_in() -> Self {
        let signed = Identity::Verified {
            name: Some("Jeanne".into()),
            email: None,
        };
        Self::new().takes(&[Input::SignedIn(signed)])
    }

    fn takes(mut self, inputs: &[Input]) -> Self {
        for input in inputs {
            let head = self.head();
            let outcome = step(&self.state, head, input, START).unwrap();
            for (seq, draft) in (head + 1..).zip(outcome.events) {
                self.events.push(Event {
                    seq,
                    at: START,
                    conversation: draft.conversation,
                    fact: draft.fact,
                });
            }
            self.state = outcome.next.unwrap_or(self.state);
        }
        self
    }

    fn head(&self) -> u64 {
        self.events.len() as u64
    }

    fn fact(&self, seq: u64) -> &Fact {
        let event = self.events.iter().find(|event| event.seq == seq);
        &event.expect("an event has the number").fact
    }

    fn hands_over(&self) -> Handover {
        Handover {
            from: ContactId("a".repeat(32)),
            state: self.state.clone(),
            events: self.events.clone(),
        }
    }

    fn adopts(mut self, handover: &Handover) -> Self {
        let adoption = adopt(&self.state, self.head(), handover, START).unwrap();
        self.events.extend(adoption.events);
        self.state = adoption.next;
        let numbers: Vec<u64> = self.events.iter().map(|event| event.seq).collect();
        assert_eq!(numbers, (1..=self.head()).collect::<Vec<u64>>());
        self
    }
}

/// An agent's word with a promise.
fn promised(kind: PromiseKind) -> Input {
    Input::AgentSaid {
        cid: cid(),
        agent: agent("Ana"),
        text: "C’est promis.".into(),
        promise: Some(TimedPledge {
            kind,
            term: term("2026-12-22"),
        }),
        fills: vec![],
        today: START.utc_day().unwrap(),
    }
}

#[test]
fn tr25_everything_is_carried_over_in_order_with_its_times() {
    let visitor = Run::new().takes(&[said("bonjour"), said("un humain svp")]);
    let contact = Run::signed_in().adopts(&visitor.hands_over());
    let carried = &contact.events[..visitor.events.len()];
    assert_eq!(carried, visitor.events);
    let (now, then) = (&contact.state, &visitor.state);
    assert_eq!(now.phase, then.phase);
    assert_eq!(now.conversation, then.conversation);
    assert_eq!(now.asked, then.asked);
    assert_eq!(now.handoffs, then.handoffs);
    assert_eq!(now.dossier, then.dossier);
    assert!(matches!(now.identity, Identity::Verified { .. }));
}

#[test]
fn tr25_what_was_there_comes_first_and_keeps_its_numbers() {
    let before = Run::signed_in().takes(&[said("bonjour")]);
    let known = before.events.clone();
    let visitor = Run::new().takes(&[said("encore moi")]);
    let contact = before.adopts(&visitor.hands_over());
    assert_eq!(contact.events[..known.len()], known);
    let first = &contact.events[known.len()];
    assert_eq!(first.fact, visitor.events[0].fact);
    assert_eq!(first.conversation, 2);
}

#[test]
fn tr25_a_handover_is_taken_once() {
    let visitor = Run::new().takes(&[said("bonjour")]).hands_over();
    let contact = Run::signed_in().adopts(&visitor);
    assert_eq!(adopt(&contact.state, contact.head(), &visitor, START), None);
}

#[test]
fn tr25_humans_who_have_the_contact_keep_it() {
    let human = Input::HumanRequested { cid: cid() };
    let contact = Run::signed_in().takes(&[human, taken("Noé", false)]);
    let phase = contact.state.phase.clone();
    let visitor = Run::new().takes(&[said("C’EST UNE HONTE, vous êtes des voleurs !!!")]);
    let contact = contact.adopts(&visitor.hands_over());
    assert_eq!(contact.state.phase, phase);
    let last = contact.events.last().map(|event| &event.fact);
    let Some(Fact::StateChanged { state }) = last else {
        panic!("{last:?}");
    };
    assert!(matches!(state, ConversationState::Open { .. }));
    // They are told how the visitor felt, and where that is to be read.
    assert!(contact.state.mood.level >= MoodLevel::Angry);
    let line = &contact.state.mood.lines[0];
    let said = contact.fact(line.seq);
    assert!(matches!(said, Fact::Message(message) if message.text.starts_with(&line.text)));
}

#[test]
fn tr25_what_refers_to_an_event_refers_to_its_copy() {
    let visitor = Run::new().takes(&[
        news(NoticeKind::Damaged, order(Status::Exception, 1)),
        said("un humain svp"),
    ]);
    let before = Run::signed_in().takes(&[said("bonjour")]);
    let head = before.head();
    let contact = before.adopts(&visitor.hands_over());
    let (then, now) = (&visitor.state, &contact.state);
    let dossier = |state: &State| state.dossier.clone().unwrap();
    assert_eq!(dossier(now).seq, dossier(then).seq + head);
    assert_eq!(now.notices[0].seq, then.notices[0].seq + head);
    assert_eq!(now.handoffs[0].seq, then.handoffs[0].seq + head);
    assert_eq!(now.offers[0].seq, then.offers[0].seq + head);
    // So a choice that was offered before can be taken now.
    let seq = now.offers[0].seq;
    let taken = step(
        now,
        contact.head(),
        &chose_of(Some(seq), ChoiceId::Refund),
        START,
    );
    assert!(taken.is_ok(), "{taken:?}");
}

#[test]
fn tr25_what_was_promised_is_still_owed_and_can_be_kept() {
    let human = Input::HumanRequested { cid: cid() };
    let visitor = Run::new().takes(&[
        human,
        promised(PromiseKind::Callback),
        promised(PromiseKind::Refund),
    ]);
    let before = Run::signed_in().takes(&[said("bonjour")]);
    let head = before.head();
    let contact = before.adopts(&visitor.hands_over());
    let shifted = visitor.state.promises.iter().map(|it| it.id + head);
    let ids: Vec<u64> = contact.state.promises.iter().map(|it| it.id).collect();
    assert_eq!(ids, shifted.collect::<Vec<u64>>());
    assert_eq!(contact.state.breaks_at(), visitor.state.breaks_at());
    // That one was kept is told of its copy as well.
    let settled = contact.events.iter().find_map(|event| match &event.fact {
        Fact::PromiseSettled { promise, .. } => Some(*promise),
        _ => None,
    });
    assert_eq!(settled, Some(ids[0]));
    let kept = Input::PromiseKept {
        cid: cid(),
        agent: agent("Ana"),
        promise: ids[1],
    };
    let contact = contact.takes(&[kept]);
    let standing = contact.state.promises[1].standing;
    assert!(matches!(standing, Standing::Kept { .. }));
}

#[test]
fn tr25_events_that_were_left_behind_leave_no_hole() {
    let human = Input::HumanRequested { cid: cid() };
    let visitor = Run::new().takes(&[human, promised(PromiseKind::Refund), said("merci")]);
    let mut handover = visitor.hands_over();
    let promise = visitor.state.promises[0].id;
    let latest = visitor.head();
    handover
        .events
        .retain(|event| event.seq == promise || event.seq == latest);
    let contact = Run::signed_in().adopts(&handover);
    assert_eq!(contact.state.promises[0].id, 1);
    assert_eq!(contact.fact(1), visitor.fact(promise));
}

#[test]
fn tr25_a_settled_case_makes_room_for_what_the_visitor_said() {
    let human = Input::HumanRequested { cid: cid() };
    let settled = Run::signed_in().takes(&[
        said("où est mon colis"),
        human,
        taken("Ana", false),
        resolved("Ana"),
    ]);
    let visitor = Run::new().takes(&[said("bonjour")]);
    let contact = settled.adopts(&visitor.hands_over());
    let (now, then) = (&contact.state.asked, &visitor.state.asked);
    assert_eq!(now.len(), 1);
    assert_eq!(contact.fact(now[0].seq), visitor.fact(then[0].seq));
    assert_eq!(contact.state.phase, visitor.state.phase);
    assert_eq!(contact.state.dossier, None);
    assert_eq!(contact.state.conversation, 2);
}
