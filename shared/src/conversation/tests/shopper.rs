//! What the shopper does, and what the bot makes of it.

use super::*;
use crate::protocol::Refusal;
use crate::protocol::desk::{Asked, BotAttempt, HandoffReason, Identity};

const WHERE: &str = "Où est ma commande\u{202f}?";
const BLUE: &str = "Do you have it in blue?";
const HUMAN: &str = "Je veux parler à un humain";

fn human_requested() -> Input {
    Input::HumanRequested { cid: cid() }
}

fn last_words(events: &[Draft]) -> String {
    let words = events.iter().rev().find_map(|draft| match &draft.fact {
        Fact::Message(message) => Some(message.text.clone()),
        _ => None,
    });
    words.unwrap()
}

#[test]
fn co2_the_bot_answers_small_talk_with_choices() {
    for (text, choices) in [
        ("Bonjour", [ChoiceId::TrackOrder, ChoiceId::TalkToHuman]),
        ("Merci", [ChoiceId::Settled, ChoiceId::OtherOrder]),
    ] {
        let mut contact = Contact::new();
        let events = contact.take(&said(text)).unwrap();
        let Fact::Message(answer) = &events[1].fact else {
            panic!("{text}: {events:?}");
        };
        let offered: Vec<_> = answer.choices.iter().map(|choice| choice.id).collect();
        assert_eq!(offered, choices, "{text}");
        assert_eq!(contact.state.phase, Phase::Pending { misunderstood: 0 });
        assert_eq!(contact.state.conversation, 1);
    }
}

#[test]
fn co3_a_known_order_is_shown_and_an_unknown_one_asked_for() {
    let known = matched(order(Status::InTransit, 1));
    for (inputs, input, events) in [
        (&[][..], said(WHERE), ["shopper", "bot: form"]),
        (&[], chose(ChoiceId::TrackOrder), ["shopper", "bot: form"]),
        (
            std::slice::from_ref(&known),
            said(WHERE),
            ["shopper", "bot: order"],
        ),
        (
            std::slice::from_ref(&known),
            said("Où est la commande #1042"),
            ["shopper", "bot: order"],
        ),
        (
            std::slice::from_ref(&known),
            said("Où est la commande #2077"),
            ["shopper", "bot: form"],
        ),
        (
            std::slice::from_ref(&known),
            chose(ChoiceId::OtherOrder),
            ["shopper", "bot: form"],
        ),
    ] {
        assert_eq!(Contact::after(inputs).see(&input), events, "{input:?}");
    }
}

#[test]
fn co4_a_proof_that_fits_binds_the_order() {
    let mut contact = Contact::new();
    let events = contact.see(&matched(order(Status::InTransit, 1)));
    assert_eq!(events, ["shopper", "bot: order"]);
    assert_eq!(contact.state.identity, Identity::OrderVerified);
    assert_eq!(contact.state.orders.len(), 1);
    assert!(contact.state.told.contains("shop:1/A1/shipped"));
    assert_eq!(contact.state.tried, [BotAttempt::ShowedOrder]);

    let signed = Identity::Verified {
        name: None,
        email: None,
    };
    contact.take(&Input::SignedIn(signed.clone())).unwrap();
    contact.take(&matched(order(Status::InTransit, 2))).unwrap();
    assert_eq!(contact.state.identity, signed, "a proof lowers nothing");
}

#[test]
fn co4_a_proof_that_does_not_fit_opens_nothing() {
    let mut contact = Contact::new();
    assert_eq!(contact.see(&mismatched("1042")), ["shopper", "bot: form"]);
    assert_eq!(contact.state.identity, Identity::Anonymous);
    assert!(contact.state.orders.is_empty());
    assert_eq!(contact.state.tried, [BotAttempt::ProofFailed]);
}

#[test]
fn co4_a_view_that_came_during_the_check_is_the_one_shown() {
    let told = Input::OrderTold {
        order: Box::new(order(Status::Delivered, 2)),
        notice: None,
    };
    let mut contact = Contact::after(&[told]);
    let events = contact.take(&matched(order(Status::InTransit, 1))).unwrap();
    let Fact::Message(answer) = &events[1].fact else {
        panic!("{events:?}");
    };
    let expected = Card::Order {
        order: order(Status::Delivered, 2),
    };
    assert_eq!(answer.card, Some(expected));
}

#[test]
fn co5_a_request_hands_over_with_a_dossier() {
    for input in [said(HUMAN), chose(ChoiceId::TalkToHuman), human_requested()] {
        let mut contact = Contact::after(&[
            said(WHERE),
            mismatched("7"),
            matched(order(Status::InTransit, 1)),
        ]);
        let before = contact.head;
        assert_eq!(contact.see(&input), ["shopper", "bot", "→ queued"]);
        assert_eq!(
            contact.state.phase,
            Phase::Queued {
                since: START,
                reason: HandoffReason::Requested
            }
        );
        let dossier = contact.state.dossier.unwrap();
        assert_eq!(
            dossier.seq,
            before + 3,
            "the number of the state's event: {input:?}"
        );
        assert_eq!(dossier.reason, HandoffReason::Requested);
        assert_eq!(dossier.identity, Identity::OrderVerified);
        assert_eq!(dossier.orders, [order(Status::InTransit, 1)]);
        assert_eq!(
            dossier.tried,
            [
                BotAttempt::AskedForOrder,
                BotAttempt::ProofFailed,
                BotAttempt::ShowedOrder
            ]
        );
        let asked = if input == said(HUMAN) {
            &[WHERE, HUMAN][..]
        } else {
            &[WHERE]
        };
        assert_eq!(texts(&dossier.asked), asked);
    }
}

#[test]
fn co5_a_dossier_is_frozen_and_bounded() {
    let mut contact = Contact::after(&vec![said(WHERE); 30]);
    contact.take(&human_requested()).unwrap();
    let dossier = contact.state.dossier.clone().unwrap();
    assert_eq!((dossier.asked.len(), dossier.tried.len()), (20, 20));

    contact.take(&matched(order(Status::InTransit, 1))).unwrap();
    contact.take(&said(BLUE)).unwrap();
    assert_eq!(contact.state.dossier, Some(dossier));
}

#[test]
fn co6_what_is_not_understood_twice_in_a_row_goes_to_a_human() {
    let mut contact = Contact::new();
    assert_eq!(contact.see(&said(BLUE)), ["shopper", "bot"]);
    assert_eq!(contact.state.phase, Phase::Pending { misunderstood: 1 });
    assert_eq!(contact.see(&said("Bonjour")), ["shopper", "bot"]);
    assert_eq!(contact.see(&said(BLUE)), ["shopper", "bot"]);
    let before = contact.head;
    assert_eq!(contact.see(&said(BLUE)), ["shopper", "bot", "→ queued"]);
    let dossier = contact.state.dossier.unwrap();
    assert_eq!(dossier.reason, HandoffReason::NotUnderstood);
    assert_eq!(texts(&dossier.asked), [BLUE, "Bonjour", BLUE, BLUE]);
    assert_eq!(dossier.tried, [BotAttempt::DidNotUnderstand; 3]);
    assert_eq!(dossier.seq, before + 3);
}

#[test]
fn co7_an_incident_goes_to_a_human_with_the_order_shown() {
    let damaged = Some(IncidentReason::Damaged);
    for (status, reason, handed_over) in [
        (Status::Lost, None, true),
        (Status::Returning, None, true),
        (Status::Returned, None, true),
        (Status::Exception, damaged, true),
        (Status::Exception, None, false),
        (Status::DeliveryAttempted, None, false),
        (Status::Delayed, None, false),
        (Status::Delivered, None, false),
    ] {
        let mut contact = Contact::new();
        let events = contact.see(&matched(order_in_trouble(status, reason, 1)));
        let expected: &[&str] = if handed_over {
            &["shopper", "bot: order", "bot", "→ queued"]
        } else {
            &["shopper", "bot: order"]
        };
        assert_eq!(events, expected, "{status:?} {reason:?}");
        let given = contact.state.dossier.map(|d| (d.reason, d.seq));
        let expected = handed_over.then_some((HandoffReason::Incident, 4));
        assert_eq!(given, expected, "{status:?} {reason:?}");
    }
}

#[test]
fn co8_the_bot_is_silent_while_humans_have_the_case() {
    for held in [
        &[human_requested()][..],
        &[human_requested(), taken("Ana", false)],
    ] {
        for (input, events) in [
            (said(WHERE), &["shopper"][..]),
            (said(HUMAN), &["shopper"]),
            (human_requested(), &["shopper"]),
            (chose(ChoiceId::Settled), &["shopper"]),
            (chose(ChoiceId::TrackOrder), &["shopper"]),
            (matched(order(Status::Lost, 1)), &["shopper", "bot: order"]),
            (mismatched("7"), &["shopper", "bot: form"]),
        ] {
            let mut contact = Contact::after(held);
            let phase = contact.state.phase.clone();
            assert_eq!(contact.see(&input), events, "{input:?}");
            assert_eq!(contact.state.phase, phase, "{input:?}");
        }
    }
}

#[test]
fn co13_a_word_within_a_week_reopens_what_a_human_settled() {
    let closed = [
        said(WHERE),
        human_requested(),
        taken("Ana", false),
        resolved("Ana"),
    ];
    let mut contact = Contact::after(&closed).later(7 * DAY);
    let before = contact.head;
    let word = "Toujours rien reçu";
    assert_eq!(contact.see(&said(word)), ["shopper", "bot", "→ queued"]);
    assert_eq!(contact.state.conversation, 1);
    let dossier = contact.state.dossier.unwrap();
    assert_eq!(dossier.reason, HandoffReason::Reopened);
    assert_eq!(texts(&dossier.asked), [WHERE, word]);
    assert_eq!(dossier.seq, before + 3);
}

#[test]
fn co13_what_the_bot_can_do_alone_it_does_after_a_humans_end_too() {
    let closed = [human_requested(), taken("Ana", false), resolved("Ana")];
    for (input, events) in [
        (
            chose(ChoiceId::TrackOrder),
            ["shopper", "→ pending", "bot: form"],
        ),
        (
            matched(order(Status::InTransit, 1)),
            ["shopper", "→ pending", "bot: order"],
        ),
        (mismatched("7"), ["shopper", "→ pending", "bot: form"]),
        (human_requested(), ["shopper", "bot", "→ queued"]),
        (chose(ChoiceId::Settled), ["shopper", "bot", "solved"]),
    ] {
        assert_eq!(Contact::after(&closed).see(&input), events, "{input:?}");
    }
}

#[test]
fn co14_what_the_bot_settled_is_the_bots_again() {
    let mut contact = Contact::after(&[said(WHERE)]);
    assert_eq!(
        contact.see(&chose(ChoiceId::Settled)),
        ["shopper", "bot", "→ resolved"]
    );
    assert_eq!(
        contact.see(&said(WHERE)),
        ["shopper", "→ pending", "bot: form"]
    );
    assert_eq!(contact.state.conversation, 1);
    assert_eq!(contact.state.asked.len(), 2);
}

#[test]
fn co15_after_a_week_it_is_another_conversation() {
    for settled in [
        &[said(WHERE), chose(ChoiceId::Settled)][..],
        &[said(WHERE), human_requested(), resolved("Ana")],
    ] {
        let mut contact = Contact::after(settled).later(7 * DAY + 1);
        let events = contact.take(&said("Bonjour")).unwrap();
        assert!(events.iter().all(|draft| draft.conversation == 2));
        let short: Vec<_> = events.iter().map(|draft| short(&draft.fact)).collect();
        assert_eq!(short, ["shopper", "→ pending", "bot"]);
        assert_eq!(texts(&contact.state.asked), ["Bonjour"]);
        assert!(contact.state.tried.is_empty());
        assert_eq!(contact.state.dossier, None);
    }
}

#[test]
fn co17_card_numbers_are_masked_wherever_they_are_typed() {
    let card = "4242 4242 4242 4242";
    for input in [
        said(card),
        mismatched("4242424242424242"),
        replied("Ana", card),
        noted("Ana", card),
    ] {
        let mut contact = Contact::new();
        let events = contact.take(&input).unwrap();
        let kept = serde_json::to_string(&(
            events.iter().map(|draft| &draft.fact).collect::<Vec<_>>(),
            &contact.state,
        ))
        .unwrap();
        assert!(kept.contains("•••• 4242"), "{input:?}");
        let digits: String = kept.chars().filter(char::is_ascii_digit).collect();
        assert!(!digits.contains("42424242"), "{input:?}");
    }
}

#[test]
fn co18_an_empty_or_endless_text_is_refused() {
    let longest = "x".repeat(4_000);
    let longer = "é".repeat(4_001);
    for (text, refusal) in [
        ("", Some(Refusal::Empty)),
        (" \n\t", Some(Refusal::Empty)),
        (&longest, None),
        (&longer, Some(Refusal::TooLong)),
    ] {
        for input in [said(text), replied("Ana", text), noted("Ana", text)] {
            assert_eq!(Contact::new().take(&input).err(), refusal, "{input:?}");
        }
    }
    let mut contact = Contact::new();
    assert_eq!(
        last_words(&contact.take(&said("  Oui  ")).unwrap()[..1]),
        "Oui"
    );
}

fn texts(asked: &[Asked]) -> Vec<&str> {
    asked.iter().map(|asked| asked.text.as_str()).collect()
}
