//! What agents do, and what a command's name and digest say.

use std::collections::BTreeSet;

use super::*;
use crate::mood::MoodLevel;
use crate::protocol::Refusal;
use crate::protocol::desk::HandoffReason;
use crate::routing::VipReason;

fn waiting() -> [Input; 1] {
    [Input::HumanRequested { cid: cid() }]
}

fn open(state: &State) -> Option<(&str, HandoffReason)> {
    match &state.phase {
        Phase::Open {
            assignee, reason, ..
        } => Some((assignee.name.as_str(), *reason)),
        _ => None,
    }
}

#[test]
fn co9_a_case_has_one_holder() {
    let mut contact = Contact::after(&waiting());
    assert_eq!(contact.see(&taken("Ana", false)), ["→ open"]);
    for (input, refusal) in [
        (taken("Ana", false), Refusal::OutOfPlace),
        (taken("Ana", true), Refusal::OutOfPlace),
        (taken("Ben", false), Refusal::Forbidden),
    ] {
        assert_eq!(contact.take(&input), Err(refusal), "{input:?}");
    }
    assert_eq!(
        open(&contact.state),
        Some(("Ana", HandoffReason::Requested))
    );
    assert_eq!(contact.see(&taken("Ben", true)), ["→ open"]);
    assert_eq!(
        open(&contact.state),
        Some(("Ben", HandoffReason::Requested))
    );
}

#[test]
fn co10_an_answer_takes_a_case_that_nobody_holds() {
    for (before, reason) in [
        (&[][..], HandoffReason::Requested),
        (&[said("Bonjour")], HandoffReason::Requested),
        (&waiting(), HandoffReason::Requested),
        (&[said("Bonjour"), resolved("Ben")], HandoffReason::Reopened),
    ] {
        let mut contact = Contact::after(before);
        assert_eq!(contact.see(&replied("Ana", "Voilà")), ["agent", "→ open"]);
        assert_eq!(open(&contact.state), Some(("Ana", reason)));
        assert_eq!(contact.see(&replied("Ana", "Encore")), ["agent"]);
        let stranger = contact.take(&replied("Ben", "Moi aussi"));
        assert_eq!(stranger, Err(Refusal::Forbidden));
    }
}

#[test]
fn co11_a_note_changes_nothing_but_the_history() {
    for before in [
        &[][..],
        &waiting(),
        &[taken("Ben", false)],
        &[said("Bonjour"), resolved("Ben")],
    ] {
        let mut contact = Contact::after(before);
        let state = contact.state.clone();
        let events = contact.take(&noted("Ana", "Cliente fidèle")).unwrap();
        let fact = Fact::Note {
            author: agent("Ana"),
            text: "Cliente fidèle".into(),
        };
        assert_eq!(
            events,
            [Draft {
                conversation: 1,
                fact
            }]
        );
        assert_eq!(contact.state, state);
    }
}

#[test]
fn co12_the_holder_settles_a_case_once() {
    for before in [&[said("Bonjour")][..], &waiting(), &[taken("Ana", false)]] {
        let mut contact = Contact::after(before);
        assert_eq!(contact.see(&resolved("Ana")), ["→ resolved", "bot"]);
        let phase = Phase::Resolved {
            at: START,
            by_agent: true,
        };
        assert_eq!(contact.state.phase, phase);
        assert_eq!(contact.take(&resolved("Ana")), Err(Refusal::OutOfPlace));
    }
    let mut held = Contact::after(&[taken("Ben", false)]);
    assert_eq!(held.take(&resolved("Ana")), Err(Refusal::Forbidden));
}

#[test]
fn co27_a_case_is_taken_from_the_holder_that_was_meant_and_no_other() {
    let mut contact = Contact::after(&[taken("Cleo", false)]);
    let over_from_cleo = |name: &str| Input::Taken {
        cid: cid(),
        agent: agent(name),
        from: Some(AgentId("cleo".into())),
    };
    assert_eq!(contact.see(&over_from_cleo("Ana")), ["→ open"]);
    assert_eq!(
        contact.take(&over_from_cleo("Ben")),
        Err(Refusal::Forbidden)
    );
    assert_eq!(contact.state.holder(), Some(&agent("Ana")));
}

#[test]
fn co28_a_case_is_given_on_by_its_holder_or_while_nobody_holds_it() {
    let mut contact = Contact::after(&waiting());
    assert_eq!(contact.see(&given("Cleo", "Ana")), ["→ open"]);
    assert_eq!(contact.take(&given("Ben", "Cleo")), Err(Refusal::Forbidden));
    assert_eq!(contact.take(&given("Ana", "Ana")), Err(Refusal::OutOfPlace));
    assert_eq!(contact.see(&given("Ana", "Ben")), ["→ open"]);
    assert_eq!(contact.state.holder(), Some(&agent("Ben")));
}

#[test]
fn co29_a_case_that_is_given_back_has_waited_since_it_first_came() {
    let mut contact = Contact::after(&waiting()).later(DAY);
    assert_eq!(contact.see(&taken("Ana", false)), ["→ open"]);
    assert_eq!(contact.take(&released("Ben")), Err(Refusal::Forbidden));
    assert_eq!(contact.see(&released("Ana")), ["→ queued"]);
    let phase = Phase::Queued {
        since: START,
        reason: HandoffReason::Requested,
    };
    assert_eq!(contact.state.phase, phase);
    assert_eq!(contact.take(&released("Ana")), Err(Refusal::OutOfPlace));
}

#[test]
fn co30_a_case_that_is_set_aside_comes_back_in_time_or_with_the_shoppers_next_word() {
    let aside = || Contact::after(&[taken("Ana", false), snoozed("Ana", DAY)]);
    let mut early = aside();
    assert!(early.see(&Input::Woken).is_empty());
    let mut due = aside().later(DAY);
    assert_eq!(due.see(&Input::Woken), ["→ open"]);
    assert_eq!(aside().see(&said("Bonjour")), ["shopper", "→ open"]);
    let choice = chose(ChoiceId::TrackOrder);
    assert_eq!(aside().see(&choice), ["shopper", "→ open"]);
    assert_eq!(aside().see(&replied("Ana", "Voilà")), ["agent", "→ open"]);
    assert_eq!(aside().see(&taken("Ana", false)), ["→ open"]);
    assert_eq!(aside().see(&resolved("Ana")), ["→ resolved", "bot"]);
    assert_eq!(aside().see(&released("Ana")), ["→ queued"]);
    let stranger = aside().take(&replied("Ben", "Moi"));
    assert_eq!(stranger, Err(Refusal::Forbidden));
    for millis in [0, -DAY, 32 * DAY] {
        let mut contact = Contact::after(&[taken("Ana", false)]);
        let refused = contact.take(&snoozed("Ana", millis));
        assert_eq!(refused, Err(Refusal::OutOfPlace), "{millis}");
    }
}

#[test]
fn co31_a_second_handoff_does_not_hide_the_first() {
    let mut contact = Contact::after(&[
        said("Où est mon colis ?"),
        Input::HumanRequested { cid: cid() },
        taken("Ana", false),
        resolved("Ana"),
        said("Toujours rien !!"),
    ]);
    let dossier = contact.state.dossier.clone().unwrap();
    assert_eq!(dossier.reason, HandoffReason::Reopened);
    let earlier: Vec<_> = dossier.earlier.iter().map(|past| past.reason).collect();
    assert_eq!(earlier, [HandoffReason::Requested]);
    assert_eq!(dossier.mood.level, MoodLevel::Worried);
    assert_eq!(dossier.mood.lines.len(), 1);
    // What is said to humans shows as well.
    contact.take(&said("C’est une honte")).unwrap();
    assert_eq!(contact.state.mood.level, MoodLevel::Angry);
}

#[test]
fn co32_the_third_handoff_for_a_matter_is_the_vip_cells() {
    let mut contact = Contact::new();
    let vip = |contact: &Contact| {
        let id = crate::ids::ContactId("c".into());
        summary(&id, &contact.state, None, contact.head, 0, contact.now)
            .triage
            .vip
    };
    for time in 1..=3 {
        contact.take(&said("Où est mon colis ?")).unwrap();
        contact.take(&Input::HumanRequested { cid: cid() }).unwrap();
        let expected: &[VipReason] = if time < 3 {
            &[]
        } else {
            &[VipReason::ThirdContact]
        };
        assert_eq!(vip(&contact), expected, "time {time}");
        contact.take(&resolved("Ana")).unwrap();
    }
}

#[test]
fn co19_a_digest_tells_contents_apart() {
    let inputs = [
        said("human"),
        said("Bonjour"),
        said(""),
        chose(ChoiceId::Settled),
        chose(ChoiceId::TrackOrder),
        chose_of(Some(1), ChoiceId::Refund),
        chose_of(Some(2), ChoiceId::Refund),
        mismatched("1042"),
        mismatched("1043"),
        Input::HumanRequested { cid: cid() },
        taken("Ana", false),
        given("Ana", "Ben"),
        released("Ana"),
        snoozed("Ana", DAY),
        snoozed("Ana", 2 * DAY),
        replied("Ana", "Bonjour"),
        noted("Ana", "Bonjour"),
        resolved("Ana"),
    ];
    let digests: BTreeSet<u64> = inputs.iter().map(Input::digest).collect();
    assert_eq!(digests.len(), inputs.len());
}

#[test]
fn co19_what_became_of_a_proof_is_no_part_of_its_digest() {
    let fits = matched(order(Status::InTransit, 1));
    assert_eq!(fits.digest(), mismatched("1042").digest());
}

#[test]
fn co19_a_command_is_named_by_its_sender_and_cid() {
    let shopper = [
        said("Bonjour"),
        chose(ChoiceId::Settled),
        mismatched("7"),
        Input::HumanRequested { cid: cid() },
    ];
    for input in shopper {
        assert_eq!(input.command(), Some((Sender::Shopper, &cid())));
    }
    for input in [
        taken("Ana", true),
        replied("Ana", "Oui"),
        noted("Ana", "Oui"),
        resolved("Ana"),
    ] {
        let sender = Sender::Agent(AgentId("ana".into()));
        assert_eq!(input.command(), Some((sender, &cid())));
    }
    for input in [
        Input::LanguageChosen(Language::English),
        Input::ShopperRead { upto: 1 },
        agent_read("Ana", 1),
    ] {
        assert_eq!(input.command(), None);
    }
}

#[test]
fn co20_read_marks_go_forward_and_not_beyond_the_head() {
    let mut contact = Contact::after(&[said("Bonjour"), said("Bonjour")]);
    assert_eq!(contact.head, 4);
    for (upto, mark) in [(2, 2), (1, 2), (99, 4), (0, 4)] {
        contact.take(&Input::ShopperRead { upto }).unwrap();
        contact.take(&agent_read("Ana", upto)).unwrap();
        let marks = (contact.state.read_upto, contact.state.agent_read_upto);
        assert_eq!(marks, (mark, mark), "{upto}");
    }
}
