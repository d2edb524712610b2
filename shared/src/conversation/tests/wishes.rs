//! What a sentence asks for that only a human carries out, and what is missing.

use super::*;
use crate::articles::Article;
use crate::protocol::request::RequestKind;
use crate::protocol::widget::Message;

/// The choices that the latest message offers, with its number.
fn offered(events: &[Draft], head: u64) -> (u64, Vec<ChoiceId>) {
    let Some(Fact::Message(Message { choices, .. })) = events.last().map(|draft| &draft.fact)
    else {
        panic!("{events:?}");
    };
    (head, choices.iter().map(|choice| choice.id).collect())
}

#[test]
fn bo3_a_wish_is_asked_of_humans_once_it_was_confirmed() {
    for (text, choice, kind) in [
        (
            "Je veux être remboursé",
            ChoiceId::Refund,
            RequestKind::Refund,
        ),
        (
            "I gave the wrong address",
            ChoiceId::OtherAddress,
            RequestKind::OtherAddress,
        ),
    ] {
        let mut contact = Contact::after(&[matched(order(Status::InTransit, 1))]);
        let events = contact.take(&said(text)).unwrap();
        assert_eq!(contact.state.request, None);
        let (seq, choices) = offered(&events, contact.head);
        assert_eq!(choices[0], choice);
        contact.take(&chose_of(Some(seq), choice)).unwrap();
        let request = contact.state.request.as_ref().unwrap();
        assert_eq!((request.kind, request.order.as_str()), (kind, "#1042"));
    }
}

#[test]
fn a_wish_without_an_order_asks_for_it() {
    let mut contact = Contact::new();
    let events = contact.take(&said("Quiero un reembolso")).unwrap();
    assert_eq!(offered(&events, 0).1, [ChoiceId::TalkToHuman]);
}

#[test]
fn bo4_an_article_is_offered_once_and_the_next_question_goes_to_a_human() {
    let asked = |text: &str| Input::Said {
        cid: cid(),
        text: text.into(),
        season: None,
        help: Some(Box::new(Article {
            title: "En quel bois ?".into(),
            text: "En hêtre.".into(),
            language: Language::French,
        })),
    };
    let mut contact = Contact::new();
    let events = contact.take(&asked("De quel bois est l’ours ?")).unwrap();
    let Fact::Message(message) = &events[2].fact else {
        panic!("{events:?}");
    };
    assert_eq!(message.text, "En quel bois ?\n\nEn hêtre.");
    assert_eq!(
        offered(&events, 0).1,
        [ChoiceId::Settled, ChoiceId::TalkToHuman]
    );
    assert!(contact.see(&asked("Et la girafe ?")).contains(&"→ queued"));
}

#[test]
fn what_counts_as_delivered_and_is_missing_is_looked_for_first() {
    for (status, first) in [
        (Status::Delivered, ChoiceId::StillMissing),
        (Status::InTransit, ChoiceId::Settled),
    ] {
        let mut contact = Contact::after(&[matched(order(status, 1))]);
        let events = contact.take(&said("Je n’ai rien reçu")).unwrap();
        assert_eq!(offered(&events, 0).1[0], first, "{status:?}");
    }
}
