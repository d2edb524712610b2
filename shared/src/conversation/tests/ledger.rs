//! What is promised, kept and broken.

use super::*;
use crate::protocol::Refusal;
use crate::protocol::promise::{PromiseKind, Standing};
use crate::routing::VipReason;

fn promised(name: &str, kind: PromiseKind, day: &str) -> Input {
    Input::AgentSaid {
        cid: cid(),
        agent: agent(name),
        text: "C’est noté.".into(),
        promise: Some(TimedPledge {
            kind,
            term: term(day),
        }),
        fills: vec![],
        today: START.utc_day().unwrap(),
    }
}

fn kept(promise: u64) -> Input {
    Input::PromiseKept {
        cid: cid(),
        agent: agent("Ana"),
        promise,
    }
}

fn standings(contact: &Contact) -> Vec<&'static str> {
    let promises = contact.state.promises.iter();
    promises.map(|promise| promise.standing.name()).collect()
}

/// The day after [`START`]'s, which every test here promises.
const MORROW: &str = "2026-12-22";

#[test]
fn pr1_a_promise_is_an_entry_with_a_day_and_an_owner_and_the_shopper_sees_it() {
    let mut contact = Contact::after(&[taken("Ana", false)]);
    let events = contact
        .take(&promised("Ana", PromiseKind::Refund, MORROW))
        .unwrap();
    let Fact::Message(message) = &events[0].fact else {
        panic!("{events:?}");
    };
    let commitment = message.promise.clone().unwrap();
    assert_eq!(commitment.text, "Remboursement d’ici mardi 22 décembre.");
    let promise = &contact.state.promises[0];
    assert_eq!((promise.id, promise.kind), (2, PromiseKind::Refund));
    assert_eq!(promise.owner, Some(agent("Ana")));
    assert_eq!(promise.due, term(MORROW).due);
    let id = crate::ids::ContactId("c".into());
    let line = summary(&id, &contact.state, None, contact.head, 0, START);
    assert_eq!(line.promises, contact.state.promises);
}

#[test]
fn pr1_what_the_bot_tells_of_a_request_is_a_promise_of_all() {
    let mut contact = Contact::after(&[news(NoticeKind::Damaged, order(Status::Exception, 1))]);
    let events = contact.take(&chose_of(Some(1), ChoiceId::Refund)).unwrap();
    let Fact::Message(message) = &events[1].fact else {
        panic!("{events:?}");
    };
    let commitment = message.promise.clone().unwrap();
    assert_eq!(commitment.text, "Réponse d’ici mardi 22 décembre.");
    let promise = &contact.state.promises[0];
    assert_eq!((promise.id, &promise.owner), (3, &None));
}

#[test]
fn pr2_an_agents_next_word_keeps_what_was_to_be_said_and_nothing_else() {
    let mut contact = Contact::after(&[
        taken("Ana", false),
        promised("Ana", PromiseKind::Refund, MORROW),
        promised("Ana", PromiseKind::Callback, MORROW),
    ]);
    assert_eq!(contact.see(&said("Merci")), ["shopper"]);
    assert_eq!(contact.see(&noted("Ana", "À faire")), ["note"]);
    assert_eq!(standings(&contact), ["open", "open"]);
    assert_eq!(contact.see(&replied("Ana", "Voilà")), ["agent", "kept"]);
    assert_eq!(standings(&contact), ["open", "kept"]);
    assert_eq!(contact.see(&replied("Ana", "Encore")), ["agent"]);
    assert_eq!(contact.see(&kept(2)), ["kept"]);
    assert_eq!(contact.take(&kept(2)), Err(Refusal::OutOfPlace));
    assert_eq!(contact.take(&kept(99)), Err(Refusal::NotFound));
}

#[test]
fn pr3_a_promise_whose_day_is_over_is_broken_and_its_case_the_vip_cells() {
    let mut contact = Contact::after(&[
        taken("Ana", false),
        promised("Ana", PromiseKind::Answer, MORROW),
    ]);
    let due = contact.state.breaks_at().unwrap();
    contact.now = due.plus_millis(-1);
    assert!(contact.see(&Input::PromisesDue).is_empty());
    contact.now = due;
    assert_eq!(contact.see(&Input::PromisesDue), ["broken"]);
    assert!(contact.see(&Input::PromisesDue).is_empty());
    assert_eq!(contact.state.breaks_at(), None);
    let id = crate::ids::ContactId("c".into());
    let line = summary(&id, &contact.state, None, contact.head, 0, due);
    assert_eq!(line.triage.vip, [VipReason::PromiseBroken]);
    assert!(line.promises[0].is_broken());
    // A word that comes too late ends it, and it counts as broken.
    assert_eq!(contact.see(&replied("Ana", "Pardon")), ["agent", "kept"]);
    assert_eq!(
        contact.state.promises[0].standing,
        Standing::Late { at: due }
    );
}

#[test]
fn pr4_a_promise_lies_ahead_and_not_beyond_three_months() {
    for day in ["2026-12-20", "2027-06-01"] {
        let mut contact = Contact::after(&[taken("Ana", false)]);
        let refused = contact.take(&promised("Ana", PromiseKind::Refund, day));
        assert_eq!(refused, Err(Refusal::OutOfPlace), "{day}");
        assert!(contact.state.promises.is_empty());
    }
}

#[test]
fn pr5_nothing_that_is_outstanding_is_forgotten() {
    let mut contact = Contact::after(&[taken("Ana", false)]);
    contact
        .take(&promised("Ana", PromiseKind::Refund, MORROW))
        .unwrap();
    for _ in 0..40 {
        contact
            .take(&promised("Ana", PromiseKind::Answer, MORROW))
            .unwrap();
        contact.take(&replied("Ana", "Voilà")).unwrap();
    }
    assert_eq!(contact.state.promises[0].kind, PromiseKind::Refund);
    assert_eq!(contact.state.promises[0].standing, Standing::Open);
    assert!(contact.state.promises.len() <= 22);
}
