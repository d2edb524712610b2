//! What holds whatever happens, in whatever order.

use proptest::prelude::*;

use super::*;

fn inputs() -> impl Strategy<Value = Vec<(Input, i64)>> {
    up_to(24)
}

fn up_to(longest: usize) -> impl Strategy<Value = Vec<(Input, i64)>> {
    let texts = [
        "Bonjour",
        "Merci",
        "Où est ma commande",
        "Un humain",
        "En bleu ?",
        "",
    ];
    let names = ["Ana", "Ben"];
    let statuses = [Status::InTransit, Status::Delivered, Status::Lost];
    let choices = [
        ChoiceId::TrackOrder,
        ChoiceId::OtherOrder,
        ChoiceId::TalkToHuman,
        ChoiceId::Settled,
        ChoiceId::Wait,
        ChoiceId::Refund,
        ChoiceId::NotReceived,
        ChoiceId::StillMissing,
        ChoiceId::MuteOrder,
        ChoiceId::UnmuteOrder,
        ChoiceId::CallBack,
    ];
    let text = prop::sample::select(texts.to_vec());
    let name = prop::sample::select(names.to_vec());
    let view = (prop::sample::select(statuses.to_vec()), 1..4_u64)
        .prop_map(|(status, version)| order(status, version));
    let input = prop_oneof![
        4 => text.clone().prop_map(said),
        4 => (prop::option::of(1..12_u64), prop::sample::select(choices.to_vec()))
            .prop_map(|(about, choice)| chose_of(about, choice)),
        1 => view.clone().prop_map(matched),
        1 => Just(mismatched("7")),
        1 => Just(Input::HumanRequested { cid: cid() }),
        1 => view.clone().prop_map(|order| Input::OrderTold { order: Box::new(order), notice: None }),
        2 => (prop::sample::select(NoticeKind::ALL.to_vec()), view)
            .prop_map(|(kind, order)| news(kind, order)),
        2 => (name.clone(), any::<bool>()).prop_map(|(name, over)| taken(name, over)),
        2 => (name.clone(), text.clone()).prop_map(|(name, text)| replied(name, text)),
        1 => (name.clone(), text).prop_map(|(name, text)| noted(name, text)),
        2 => name.clone().prop_map(resolved),
        1 => name.clone().prop_map(released),
        2 => (name.clone(), 0..3_i64).prop_map(|(name, days)| snoozed(name, days * DAY)),
        1 => name.prop_map(|name| given(name, if name == "Ana" { "Ben" } else { "Ana" })),
        1 => Just(Input::Woken),
        1 => Just(Input::WaitedLong { promise_by: Some(term("2027-12-22")) }),
    ];
    let wait = prop::sample::select(vec![0, DAY, 8 * DAY]);
    prop::collection::vec((input, wait), 1..longest)
}

fn last_state(events: &[Draft]) -> Option<&ConversationState> {
    events.iter().rev().find_map(|draft| match &draft.fact {
        Fact::StateChanged { state } => Some(state),
        _ => None,
    })
}

/// The cid that an event answers, where its fact keeps it.
fn cid_of(draft: &Draft) -> Option<&Cid> {
    match &draft.fact {
        Fact::Message(message) => message.cid.as_ref(),
        _ => None,
    }
}

/// Who has the case, as the events tell it.
fn told_holder(state: &ConversationState) -> Option<&AgentName> {
    match state {
        ConversationState::Open { assignee } | ConversationState::Snoozed { assignee, .. } => {
            Some(assignee)
        }
        _ => None,
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(10_000))]

    #[test]
    fn rt12_a_case_has_one_owner_and_is_never_lost(inputs in up_to(10)) {
        let mut contact = Contact::new();
        for (input, wait) in inputs {
            contact = contact.later(wait);
            let before = contact.state.clone();
            let Ok(events) = contact.take(&input) else {
                continue;
            };
            let after = &contact.state;
            // Whoever follows the events knows the owner.
            if let Some(state) = last_state(&events) {
                prop_assert_eq!(told_holder(state), after.holder());
            } else {
                prop_assert_eq!(before.holder(), after.holder());
            }
            // Only its holder speaks in a case and sets it aside, gives it back or settles it.
            if let (Some((Sender::Agent(agent), _)), Some(holder)) =
                (input.command(), before.holder())
                && !matches!(input, Input::Noted { .. } | Input::Taken { .. })
            {
                prop_assert_eq!(&agent, &holder.id, "{:?}", input);
            }
            // What is with humans stays with them until one of them settles it.
            let settled = matches!(input, Input::AgentResolved { .. });
            prop_assert!(before.reason().is_none() || after.reason().is_some() || settled);
            // What goes back to the queue has waited since it first came.
            if let (Phase::Open { since, .. }, Phase::Queued { since: again, .. }) =
                (&before.phase, &after.phase)
            {
                prop_assert_eq!(since, again);
            }
        }
        // Whatever was set aside comes back.
        if let Some(due) = contact.state.wakes_at() {
            contact.now = due;
            let holder = contact.state.holder().cloned();
            prop_assert_eq!(contact.see(&Input::Woken), ["→ open"]);
            prop_assert_eq!(contact.state.holder().cloned(), holder);
        }
    }
}

proptest! {
    #[test]
    fn co1_the_first_event_answers_the_cid(inputs in inputs()) {
        let mut contact = Contact::new();
        for (input, wait) in inputs {
            contact = contact.later(wait);
            let Ok(events) = contact.take(&input) else {
                continue;
            };
            let Some((_, cid)) = input.command() else {
                continue;
            };
            prop_assert!(!events.is_empty());
            let first_is_message = matches!(events[0].fact, Fact::Message(_));
            prop_assert!(!first_is_message || cid_of(&events[0]) == Some(cid));
            prop_assert!(events[1..].iter().all(|draft| cid_of(draft).is_none()));
        }
    }

    #[test]
    fn co21_every_change_of_hands_is_an_event(inputs in inputs()) {
        let mut contact = Contact::new();
        let mut known = contact.state.public();
        for (input, wait) in inputs {
            contact = contact.later(wait);
            if let Ok(events) = contact.take(&input) {
                known = last_state(&events).cloned().unwrap_or(known);
            }
            prop_assert_eq!(&known, &contact.state.public(), "{:?}", input);
        }
    }

    #[test]
    fn co22_conversations_are_counted_from_one_and_upwards(inputs in inputs()) {
        let mut contact = Contact::new();
        let mut latest = 1;
        for (input, wait) in inputs {
            contact = contact.later(wait);
            for draft in contact.take(&input).unwrap_or_default() {
                prop_assert!(draft.conversation >= latest, "{:?}", input);
                latest = draft.conversation;
            }
        }
    }

    #[test]
    fn co5_a_dossier_names_the_event_of_its_handoff(inputs in inputs()) {
        let mut contact = Contact::new();
        for (input, wait) in inputs {
            contact = contact.later(wait);
            let before = (contact.head, contact.state.dossier.clone());
            let Ok(events) = contact.take(&input) else {
                continue;
            };
            let Some(dossier) = &contact.state.dossier else {
                continue;
            };
            if before.1.as_ref() == Some(dossier) {
                continue;
            }
            let index = usize::try_from(dossier.seq - before.0).unwrap() - 1;
            prop_assert_eq!(short(&events[index].fact), "→ queued");
            prop_assert_eq!(index, events.len() - 1);
        }
    }

    #[test]
    fn co24_a_request_lives_from_the_choice_until_a_human_has_settled_it(inputs in inputs()) {
        let mut contact = Contact::new();
        for (input, wait) in inputs {
            contact = contact.later(wait);
            let _ = contact.take(&input);
            let with_humans = matches!(
                contact.state.phase,
                Phase::Open { .. } | Phase::Snoozed { .. } | Phase::Queued { .. }
            );
            prop_assert!(with_humans || contact.state.request.is_none(), "{:?}", input);
        }
    }

    #[test]
    fn co18_a_refused_command_leaves_no_trace(inputs in inputs()) {
        let mut contact = Contact::new();
        for (input, wait) in inputs {
            contact = contact.later(wait);
            let before = (contact.state.clone(), contact.head);
            if contact.take(&input).is_err() {
                prop_assert_eq!(before, (contact.state.clone(), contact.head));
            }
        }
    }
}
