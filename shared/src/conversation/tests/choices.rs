//! Choices about parcels: what taking one does.

use super::*;
use crate::ids::ContactId;
use crate::order::EstimatedDelivery;
use crate::protocol::Refusal;
use crate::protocol::desk::{BotAttempt, HandoffReason};
use crate::protocol::request::{Request, RequestKind};
use crate::protocol::widget::Message;
use crate::tracking::DeliveryProof;

/// A contact that was told of a parcel; the notice is event 1.
fn told(kind: NoticeKind) -> Contact {
    Contact::after(&[news(kind, order(Status::InTransit, 1))])
}

fn requested(kind: RequestKind) -> Request {
    Request {
        kind,
        order: "#1042".into(),
        parcels: vec!["A1".into()],
        promise_by: Day::parse("2026-12-22"),
    }
}

/// The bot's words among some events.
fn words(events: &[Draft]) -> String {
    let said = events.iter().find_map(|draft| match &draft.fact {
        Fact::Message(message) if message.author == Author::Bot => Some(message.text.clone()),
        _ => None,
    });
    said.unwrap()
}

fn offered(fact: &Fact) -> Vec<ChoiceId> {
    match fact {
        Fact::Message(Message { choices, .. }) | Fact::Notice { choices, .. } => {
            choices.iter().map(|choice| choice.id).collect()
        }
        _ => Vec::new(),
    }
}

#[test]
fn every_choice_of_every_notice_can_be_taken() {
    for kind in NoticeKind::ALL {
        let mut contact = Contact::new();
        let notice = contact.take(&news(kind, order(Status::InTransit, 1)));
        let Fact::Notice {
            severity, choices, ..
        } = &notice.unwrap()[0].fact
        else {
            panic!("{kind:?}");
        };
        assert_eq!(*severity, kind.severity());
        for choice in choices {
            assert!(!choice.label.is_empty());
            let events = told(kind).take(&chose_of(Some(1), choice.id)).unwrap();
            let Fact::Message(taken) = &events[0].fact else {
                panic!("{choice:?}");
            };
            assert_eq!((&taken.text, taken.about), (&choice.label, Some(1)));
            assert!(events.len() > 1, "{kind:?} {choice:?} is answered");
        }
    }
}

#[test]
fn co24_what_a_human_carries_out_goes_to_one_as_a_request_with_its_facts() {
    for (choice, kind) in [
        (ChoiceId::OtherAddress, RequestKind::OtherAddress),
        (ChoiceId::OtherPoint, RequestKind::OtherPoint),
        (ChoiceId::SendAgain, RequestKind::SendAgain),
        (ChoiceId::Refund, RequestKind::Refund),
        (ChoiceId::StillMissing, RequestKind::Inquiry),
    ] {
        let mut contact = told(NoticeKind::WillMissDeadline);
        let events = contact.see(&chose_of(Some(1), choice));
        assert_eq!(events, ["shopper", "bot", "→ queued"], "{choice:?}");
        let request = Some(requested(kind));
        assert_eq!(contact.state.request, request);
        let dossier = contact.state.dossier.clone().unwrap();
        assert_eq!(
            (&dossier.request, dossier.reason),
            (&request, HandoffReason::Action)
        );
        assert_eq!(dossier.orders, [order(Status::InTransit, 1)]);
        let id = ContactId("c".into());
        let line = summary(&id, &contact.state, None, contact.head, 0, START);
        assert_eq!(
            (line.request, line.reason),
            (request, Some(HandoffReason::Action))
        );
    }
}

#[test]
fn the_shopper_is_told_by_when_there_is_an_answer() {
    for (language, by, words_of_it) in [
        (
            Language::French,
            Some("2026-12-22"),
            "d’ici mardi 22 décembre.",
        ),
        (
            Language::English,
            Some("2026-12-22"),
            "by Tuesday 22 December.",
        ),
        (Language::French, None, "Un conseiller vous répond ici."),
        (Language::English, None, "A person will answer you here."),
    ] {
        let mut contact = told(NoticeKind::Damaged);
        contact.take(&Input::LanguageChosen(language)).unwrap();
        let refund = Input::Chose {
            cid: cid(),
            choice: ChoiceId::Refund,
            about: Some(1),
            promise_by: by.map(term),
        };
        let said = words(&contact.take(&refund).unwrap());
        assert!(said.ends_with(words_of_it), "{said}");
        assert!(said.contains("1042"), "{said}");
    }
}

#[test]
fn who_waits_is_told_what_is_watched() {
    let mut expected = order(Status::InTransit, 1);
    expected.parcels[0].estimate = EstimatedDelivery {
        promised: Day::parse("2026-12-22"),
        current: Day::parse("2026-12-23"),
    };
    for (days, words_of_it) in [
        (0, "estimée au mercredi 23 décembre"),
        (2, "estimée au mercredi 23 décembre"),
        (3, "Je continue de suivre votre colis"),
    ] {
        let mut contact = Contact::after(&[news(NoticeKind::Delayed, expected.clone())]);
        contact = contact.later(days * DAY);
        let events = contact.take(&chose_of(Some(1), ChoiceId::Wait)).unwrap();
        assert!(words(&events).contains(words_of_it), "{}", words(&events));
        assert_eq!(contact.state.phase, Phase::Pending { misunderstood: 0 });
        assert_eq!(contact.state.tried, [BotAttempt::AgreedToWait]);
        assert_eq!(contact.state.request, None);
    }
}

#[test]
fn co25_who_has_not_received_a_parcel_is_asked_to_look_before_a_human_does() {
    let mut delivered = order(Status::Delivered, 1);
    delivered.parcels[0].proof = Some(DeliveryProof {
        signed_by: Some("M. Roux".into()),
        url: Some("https://colis.example/preuve/7".into()),
    });
    let mut contact = Contact::after(&[news(NoticeKind::Delivered, delivered)]);
    let events = contact
        .take(&chose_of(Some(1), ChoiceId::NotReceived))
        .unwrap();
    let said = words(&events);
    for part in [
        "boîte aux lettres",
        "M. Roux",
        "https://colis.example/preuve/7",
    ] {
        assert!(said.contains(part), "{said}");
    }
    assert_eq!(
        offered(&events[1].fact),
        [ChoiceId::StillMissing, ChoiceId::Settled]
    );
    let asked = contact.head;

    let mut found = Contact {
        state: contact.state.clone(),
        ..contact
    };
    let events = found.see(&chose_of(Some(asked), ChoiceId::Settled));
    assert_eq!(events, ["shopper", "bot", "→ resolved"]);

    let events = contact.see(&chose_of(Some(asked), ChoiceId::StillMissing));
    assert_eq!(events, ["shopper", "bot", "→ queued"]);
    assert_eq!(contact.state.request, Some(requested(RequestKind::Inquiry)));
    let dossier = contact.state.dossier.unwrap();
    assert_eq!(dossier.tried, [BotAttempt::NamedUsualPlaces]);
}

#[test]
fn co23_a_choice_about_parcels_needs_an_event_that_lately_offered_one() {
    for choice in [
        ChoiceId::Wait,
        ChoiceId::Refund,
        ChoiceId::NotReceived,
        ChoiceId::StillMissing,
        ChoiceId::MuteOrder,
        ChoiceId::UnmuteOrder,
    ] {
        for about in [None, Some(0), Some(2), Some(u64::MAX)] {
            let refused = told(NoticeKind::Late).take(&chose_of(about, choice));
            assert_eq!(refused, Err(Refusal::OutOfPlace), "{choice:?} {about:?}");
        }
    }
    let mut contact = told(NoticeKind::Late);
    for version in 2..=25 {
        contact
            .take(&news(NoticeKind::Late, order(Status::InTransit, version)))
            .unwrap();
    }
    assert_eq!(contact.state.offers.len(), 24);
    let stale = contact.take(&chose_of(Some(1), ChoiceId::Wait));
    assert_eq!(stale, Err(Refusal::OutOfPlace));
    assert!(contact.take(&chose_of(Some(2), ChoiceId::Wait)).is_ok());
}

#[test]
fn while_humans_have_the_case_a_request_reaches_them_without_a_new_handoff() {
    let queued = Input::HumanRequested { cid: cid() };
    for (before, events) in [
        (vec![queued.clone()], &["shopper", "bot"][..]),
        (vec![queued, taken("Ana", false)], &["shopper"]),
    ] {
        for (choice, kind) in [
            (ChoiceId::Refund, RequestKind::Refund),
            (ChoiceId::NotReceived, RequestKind::Inquiry),
        ] {
            let mut contact = told(NoticeKind::Delivered);
            for input in &before {
                contact.take(input).unwrap();
            }
            let (phase, dossier) = (contact.state.phase.clone(), contact.state.dossier.clone());
            assert_eq!(contact.see(&chose_of(Some(1), choice)), events);
            assert_eq!(contact.state.request, Some(requested(kind)));
            assert_eq!(contact.state.phase, phase);
            assert_eq!(contact.state.dossier, dossier, "frozen");
        }
    }
}

#[test]
fn a_settled_case_has_no_request_left() {
    let mut contact = told(NoticeKind::Damaged);
    contact.take(&chose_of(Some(1), ChoiceId::Refund)).unwrap();
    contact.take(&taken("Ana", false)).unwrap();
    assert!(contact.state.request.is_some());
    contact.take(&resolved("Ana")).unwrap();
    assert_eq!(contact.state.request, None);
    let again = contact.see(&chose_of(Some(1), ChoiceId::SendAgain));
    assert_eq!(again, ["shopper", "bot", "→ queued"]);
}

#[test]
fn co26_of_a_muted_order_only_the_end_is_told() {
    let mut contact = told(NoticeKind::Shipped);
    let events = contact
        .take(&chose_of(Some(1), ChoiceId::MuteOrder))
        .unwrap();
    let confirmed = contact.head;
    assert_eq!(offered(&events[1].fact), [ChoiceId::UnmuteOrder]);

    let mut told_still = Vec::new();
    for (version, kind) in (2..).zip(NoticeKind::ALL) {
        let told = contact.see(&news(kind, order(Status::InTransit, version)));
        match told.as_slice() {
            ["notice"] => told_still.push(kind),
            other => assert_eq!(other, ["order"], "{kind:?}"),
        }
    }
    // A loss that was told is taken back by what was found.
    assert_eq!(
        told_still,
        [
            NoticeKind::Delivered,
            NoticeKind::Returned,
            NoticeKind::PresumedLost,
            NoticeKind::Found
        ]
    );
    let other = OrderView {
        key: OrderKey("shop:2".into()),
        ..order(Status::Delayed, 1)
    };
    assert_eq!(contact.see(&news(NoticeKind::Delayed, other)), ["notice"]);

    contact
        .take(&chose_of(Some(confirmed), ChoiceId::UnmuteOrder))
        .unwrap();
    let stalled = news(NoticeKind::Stalled, order(Status::InTransit, 99));
    assert_eq!(contact.see(&stalled), ["notice"]);
}

#[test]
fn co26_news_that_a_muted_order_had_is_not_told_in_arrears() {
    let mut contact = told(NoticeKind::Shipped);
    contact
        .take(&chose_of(Some(1), ChoiceId::MuteOrder))
        .unwrap();
    let confirmed = contact.head;
    let delayed = news(NoticeKind::Delayed, order(Status::Delayed, 2));
    contact.take(&delayed).unwrap();
    contact
        .take(&chose_of(Some(confirmed), ChoiceId::UnmuteOrder))
        .unwrap();
    assert_eq!(contact.see(&delayed), [""; 0]);
}

#[test]
fn a_muted_order_can_be_heard_of_again_wherever_it_is_shown() {
    let mut contact = told(NoticeKind::Shipped);
    contact
        .take(&chose_of(Some(1), ChoiceId::MuteOrder))
        .unwrap();
    let events = contact.take(&said("Où est ma commande ?")).unwrap();
    let shown = contact.head;
    assert!(offered(&events[1].fact).contains(&ChoiceId::UnmuteOrder));
    contact
        .take(&chose_of(Some(shown), ChoiceId::UnmuteOrder))
        .unwrap();
    assert!(contact.state.muted.is_empty());
}

#[test]
fn muting_is_confirmed_whoever_has_the_case() {
    let mut contact = told(NoticeKind::Shipped);
    contact.take(&Input::HumanRequested { cid: cid() }).unwrap();
    let phase = contact.state.phase.clone();
    let events = contact.see(&chose_of(Some(1), ChoiceId::MuteOrder));
    assert_eq!(events, ["shopper", "bot"]);
    assert_eq!(contact.state.phase, phase);
}
