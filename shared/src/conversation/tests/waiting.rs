//! Long waits for a human.

use super::*;
use crate::protocol::promise::PromiseKind;

fn waited() -> Input {
    Input::WaitedLong {
        promise_by: Some(term("2026-12-22")),
    }
}

/// A contact that waits for a human.
fn waiting() -> Contact {
    let contact = Contact::after(&[Input::HumanRequested { cid: cid() }]);
    assert_eq!(contact.state.may_be_called_back_since(), Some(START));
    contact
}

#[test]
fn rt13_who_waits_long_is_offered_a_call_back_once() {
    let mut contact = waiting();
    let offered = contact.take(&waited()).unwrap();
    let Fact::Message(offer) = &offered[0].fact else {
        panic!("{offered:?}");
    };
    assert!(offer.text.contains("mardi 22 décembre"), "{}", offer.text);
    assert_eq!(offer.choices[0].id, ChoiceId::CallBack);
    assert_eq!(contact.state.may_be_called_back_since(), None);
    assert!(contact.see(&waited()).is_empty());
    // Whoever a human has is offered nothing, and a day that nobody knows isn't either.
    let mut held = Contact::after(&[Input::HumanRequested { cid: cid() }, taken("Ana", false)]);
    assert!(held.see(&waited()).is_empty());
    let mut unknown = waiting();
    let nothing = Input::WaitedLong { promise_by: None };
    assert!(unknown.see(&nothing).is_empty());
    assert_eq!(unknown.state.may_be_called_back_since(), None);
}

#[test]
fn rt13_who_takes_it_is_promised_it_and_keeps_the_place() {
    let mut contact = waiting();
    contact.take(&waited()).unwrap();
    let place = contact.state.public();
    assert_eq!(contact.see(&chose(ChoiceId::CallBack)), ["shopper", "bot"]);
    assert_eq!(contact.state.public(), place);
    let promised = &contact.state.promises[0];
    assert_eq!(promised.kind, PromiseKind::Callback);
    assert_eq!(promised.by.as_str(), "2026-12-22");
    assert_eq!(promised.id, contact.head);
    // Once is enough, and a human's word keeps it.
    assert_eq!(contact.see(&chose(ChoiceId::CallBack)), ["shopper"]);
    contact.take(&taken("Ana", false)).unwrap();
    assert_eq!(contact.see(&replied("Ana", "Me voici")), ["agent", "kept"]);
}

#[test]
fn rt13_who_is_promised_an_answer_is_offered_no_call_back() {
    let mut contact = waiting();
    contact.take(&waited()).unwrap();
    contact.take(&chose(ChoiceId::CallBack)).unwrap();
    contact.take(&taken("Ana", false)).unwrap();
    contact.take(&released("Ana")).unwrap();
    assert_eq!(contact.state.may_be_called_back_since(), None);
}
