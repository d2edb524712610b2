//! After a human has settled a case.

use proptest::prelude::*;

use super::*;
use crate::protocol::Refusal;
use crate::protocol::promise::PromiseKind;
use crate::protocol::rating::Rating;

fn human() -> Input {
    Input::HumanRequested { cid: cid() }
}

/// A contact whose case Ana has settled, with an order that stands somewhere, if with any.
fn settled(status: Option<Status>) -> Contact {
    let order = status.map(|status| matched(order(status, 1)));
    let inputs: Vec<Input> = order
        .into_iter()
        .chain([human(), taken("Ana", false), resolved("Ana")])
        .collect();
    Contact::after(&inputs)
}

/// What the last message offers.
fn offered(events: &[Draft]) -> Vec<ChoiceId> {
    let choices = events.iter().rev().find_map(|draft| match &draft.fact {
        Fact::Message(message) => Some(message.choices.iter().map(|it| it.id).collect()),
        _ => None,
    });
    choices.unwrap_or_default()
}

#[test]
fn af1_whoever_settles_a_case_has_the_shopper_asked() {
    let mut contact = Contact::after(&[human(), taken("Ana", false)]);
    let events = contact.take(&resolved("Ana")).unwrap();
    assert_eq!(short(&events[0].fact), "→ resolved");
    assert_eq!(offered(&events), [ChoiceId::Settled, ChoiceId::NotSettled]);
}

#[test]
fn af1_a_case_is_solved_by_the_shoppers_word_or_by_silence() {
    let mut agrees = settled(None);
    assert_eq!(
        agrees.see(&chose(ChoiceId::Settled)),
        ["shopper", "bot", "solved"]
    );
    assert_eq!(agrees.see(&chose(ChoiceId::Settled)), ["shopper", "bot"]);

    let mut silent = settled(None).later(3 * DAY - 1);
    assert!(silent.see(&Input::SilenceOver).is_empty());
    silent = silent.later(1);
    assert_eq!(silent.state.silence_ends_at(), Some(silent.now));
    assert_eq!(silent.see(&Input::SilenceOver), ["solved"]);
    assert_eq!(silent.state.silence_ends_at(), None);
    assert!(matches!(silent.state.phase, Phase::Resolved { .. }));
}

#[test]
fn af1_a_typed_yes_agrees_and_a_thank_you_leaves_it_settled() {
    let mut agrees = settled(None);
    assert_eq!(agrees.see(&said("Oui")), ["shopper", "bot", "solved"]);

    let mut thanks = settled(None);
    assert_eq!(thanks.see(&said("Merci beaucoup !")), ["shopper"]);
    assert!(matches!(thanks.state.phase, Phase::Resolved { .. }));
    assert!(thanks.state.silence_ends_at().is_some());
    assert_eq!(thanks.see(&said("Non")), ["shopper", "bot", "→ queued"]);

    // Another conversation: the bot's.
    let mut later = settled(None).later(8 * DAY);
    later.see(&said("Merci"));
    assert_eq!(later.state.conversation, 2);
}

#[test]
fn af1_any_other_word_reopens_it_and_nothing_is_solved_by_silence_then() {
    for word in [said("Toujours rien"), chose(ChoiceId::NotSettled)] {
        let mut contact = settled(None);
        assert_eq!(contact.see(&word), ["shopper", "bot", "→ queued"]);
        assert_eq!(contact.state.silence_ends_at(), None);
        contact = contact.later(4 * DAY);
        assert!(contact.see(&Input::SilenceOver).is_empty());
    }
    let mut retaken = settled(None);
    retaken.take(&taken("Ben", false)).unwrap();
    assert_eq!(retaken.state.closing, None);
}

#[test]
fn af2_how_it_was_is_asked_when_the_order_is_there() {
    let rates = [ChoiceId::RateGood, ChoiceId::RateFair, ChoiceId::RateBad];
    let mut there = settled(Some(Status::Delivered));
    let events = there.take(&chose(ChoiceId::Settled)).unwrap();
    assert_eq!(offered(&events), rates);

    let mut on_its_way = settled(Some(Status::InTransit));
    let agreed = on_its_way.see(&chose(ChoiceId::Settled));
    assert_eq!(agreed, ["shopper", "bot", "solved"]);
    let delivered = news(NoticeKind::Delivered, order(Status::Delivered, 2));
    assert_eq!(on_its_way.see(&delivered), ["notice", "bot"]);
    let again = news(NoticeKind::Delivered, order(Status::Delivered, 3));
    assert_eq!(on_its_way.see(&again), ["notice"], "once");
}

#[test]
fn af2_how_it_was_is_asked_when_the_money_is_back() {
    let promised = Input::AgentSaid {
        cid: cid(),
        agent: agent("Ana"),
        text: "Nous vous remboursons.".into(),
        promise: Some(TimedPledge {
            kind: PromiseKind::Refund,
            term: term("2026-12-30"),
        }),
        fills: vec![],
        today: START.utc_day().unwrap(),
    };
    let lost = matched(order(Status::Lost, 1));
    let mut contact = Contact::after(&[lost, promised, resolved("Ana")]);
    contact.take(&chose(ChoiceId::Settled)).unwrap();
    assert!(!contact.state.asked_rating);
    let kept = Input::PromiseKept {
        cid: cid(),
        agent: agent("Ana"),
        promise: contact.state.promises[0].id,
    };
    assert_eq!(contact.see(&kept), ["kept", "bot"]);
}

#[test]
fn af3_a_rating_counts_once_and_reopens_nothing() {
    let mut contact = settled(Some(Status::Delivered));
    let good = chose(ChoiceId::RateGood);
    assert_eq!(contact.take(&good), Err(Refusal::OutOfPlace), "not asked");
    contact.take(&chose(ChoiceId::Settled)).unwrap();
    let phase = contact.state.phase.clone();
    let events = contact.take(&chose(ChoiceId::RateBad)).unwrap();
    assert!(offered(&events).contains(&ChoiceId::TalkToHuman));
    let rated = Fact::Rated {
        rating: Rating::Bad,
    };
    assert!(events.iter().any(|draft| draft.fact == rated));
    assert_eq!(contact.state.phase, phase);
    assert_eq!(contact.take(&good), Err(Refusal::OutOfPlace), "twice");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(10_000))]

    #[test]
    fn af2_nobody_is_asked_before_it_is_solved_and_there(
        inputs in prop::collection::vec((0..9_usize, 0..2_i64), 1..14),
    ) {
        let mut contact = Contact::new();
        let mut asked_in = 0;
        for (which, days) in inputs {
            contact = contact.later(days * 2 * DAY);
            let version = contact.head + 1;
            let input = match which {
                0 => said("Toujours rien"),
                1 => human(),
                2 => taken("Ana", false),
                3 | 4 => resolved("Ana"),
                5 => chose(ChoiceId::Settled),
                6 => matched(order(Status::InTransit, version)),
                7 => news(NoticeKind::Delivered, order(Status::Delivered, version)),
                _ => Input::SilenceOver,
            };
            let Ok(events) = contact.take(&input) else { continue };
            let asks = offered(&events).contains(&ChoiceId::RateGood);
            if asks {
                let state = &contact.state;
                prop_assert!(state.closing.as_ref().is_some_and(|closing| closing.solved));
                let parcels = state.orders.values().flat_map(|order| &order.parcels);
                prop_assert!(parcels.clone().count() > 0);
                prop_assert!(parcels.into_iter().all(|it| it.status == Status::Delivered));
                prop_assert!(state.conversation > asked_in, "asked once a conversation");
                asked_in = state.conversation;
            }
        }
    }
}
