//! Whether the shopper would recommend the shop.

use proptest::prelude::*;

use super::*;
use crate::protocol::Refusal;

/// A contact whose order is there, whose case Ana has settled, and who has said how it was.
fn rated(choice: ChoiceId) -> (Contact, Vec<Draft>) {
    let mut contact = Contact::after(&[
        matched(order(Status::Delivered, 1)),
        Input::HumanRequested { cid: cid() },
        taken("Ana", false),
        resolved("Ana"),
        chose(ChoiceId::Settled),
    ]);
    let events = contact.take(&chose(choice)).unwrap();
    (contact, events)
}

/// The labels that the last message offers.
fn labels(events: &[Draft]) -> Vec<String> {
    let offered = events.iter().rev().find_map(|draft| match &draft.fact {
        Fact::Message(message) => Some(&message.choices),
        _ => None,
    });
    let offered = offered.expect("a message");
    offered.iter().map(|choice| choice.label.clone()).collect()
}

#[test]
fn af4_who_has_rated_is_asked_to_recommend_from_0_to_10() {
    let scores: Vec<String> = (0..=10).map(|score| score.to_string()).collect();
    let (mut contact, events) = rated(ChoiceId::RateGood);
    assert_eq!(labels(&events), scores);
    assert_eq!(contact.see(&said("9")), ["shopper", "bot", "scored"]);
    assert!(matches!(contact.state.phase, Phase::Resolved { .. }));
    assert_eq!(contact.state.concerns.last().unwrap().score, Some(9));
    // Said once, the next number is a word like any other.
    assert_eq!(contact.see(&said("9")), ["shopper", "bot", "→ queued"]);

    // Who was served badly is still offered a human.
    let (_, events) = rated(ChoiceId::RateBad);
    assert_eq!(labels(&events)[..11], scores);
    assert_eq!(labels(&events).len(), 12);
}

#[test]
fn af4_a_score_is_a_number_from_0_to_10() {
    for (text, score) in [("0", 0), (" 10 ", 10), ("8/10", 8)] {
        let (mut contact, _) = rated(ChoiceId::RateGood);
        contact.take(&said(text)).unwrap();
        let concern = contact.state.concerns.last().unwrap();
        assert_eq!(concern.score, Some(score), "{text}");
    }
    for text in ["11", "-1", "9,5", "dix", "Où est mon colis ?"] {
        let (mut contact, _) = rated(ChoiceId::RateGood);
        contact.take(&said(text)).unwrap();
        assert!(
            contact.state.concerns.iter().all(|it| it.score.is_none()),
            "{text}"
        );
        assert!(contact.state.reason().is_some(), "{text} reopens the case");
    }
    let (mut contact, _) = rated(ChoiceId::RateGood);
    assert_eq!(
        contact.take(&chose(ChoiceId::Say)),
        Err(Refusal::OutOfPlace)
    );
}

#[test]
fn af4_nobody_is_asked_to_recommend_while_something_is_to_come() {
    let mut contact = Contact::after(&[
        matched(order(Status::Delivered, 1)),
        Input::HumanRequested { cid: cid() },
        taken("Ana", false),
        resolved("Ana"),
        chose(ChoiceId::Settled),
    ]);
    contact.take(&told(order(Status::InTransit, 2))).unwrap();
    assert_eq!(
        contact.see(&chose(ChoiceId::RateGood)),
        ["shopper", "bot", "rated"]
    );
    assert_eq!(contact.see(&said("9")), ["shopper", "bot", "→ queued"]);
}

/// An order that looks different.
fn told(order: OrderView) -> Input {
    Input::OrderTold {
        order: Box::new(order),
        notice: None,
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn af4_nobody_is_asked_to_recommend_twice_in_thirteen_weeks(
        waits in prop::collection::vec(8..60_i64, 1..8),
    ) {
        let mut contact = Contact::after(&[matched(order(Status::Delivered, 1))]);
        let mut asked_at: Option<Timestamp> = None;
        for days in waits {
            contact = contact.later(days * DAY);
            for input in [
                Input::HumanRequested { cid: cid() },
                taken("Ana", false),
                resolved("Ana"),
                chose(ChoiceId::Settled),
            ] {
                contact.take(&input).unwrap();
            }
            let events = contact.take(&chose(ChoiceId::RateGood)).unwrap();
            let asks = !labels(&events).is_empty();
            let long_ago = asked_at
                .is_none_or(|at| contact.now.millis_since(at) >= 91 * DAY);
            prop_assert_eq!(asks, long_ago);
            if asks {
                asked_at = Some(contact.now);
            }
        }
    }
}
