//! Several cases at once.

use super::*;
use crate::state::Act;

#[test]
fn what_is_done_with_several_cases_is_done_where_it_may_be() {
    let mut desk = DeskState::default();
    let cases = [
        case("waits", queued(1), 1),
        case("mine", held_by("me"), 2),
        case("theirs", held_by("ana"), 3),
        case("settled", ConversationState::Resolved, 4),
    ];
    desk.apply(welcome(cases.into()), NOW);
    let all: Vec<ContactId> = ["waits", "mine", "theirs", "settled", "unknown"]
        .map(contact)
        .into();
    let label = Act::Label {
        label: "vip".into(),
        on: true,
    };
    let give = Act::Give {
        to: AgentId("ana".into()),
    };
    let aside = Act::SetAside { until: NOW };
    for (act, expected) in [
        (label, &["waits", "mine", "theirs", "settled"][..]),
        (Act::Resolve, &["waits", "mine"]),
        (give, &["waits", "mine"]),
        (aside, &["mine"]),
        (Act::Take, &[]),
    ] {
        let reached = desk.within_reach(&act, &all);
        let expected: Vec<ContactId> = expected.iter().map(|id| contact(id)).collect();
        assert_eq!(reached, expected, "{act:?}");
    }
}

#[test]
fn pr7_a_case_with_a_promise_is_not_closed_among_others() {
    let mut desk = DeskState::default();
    let promised = CaseSummary {
        state: held_by("me"),
        ..promises::promised("promised", Some("me"), 5)
    };
    desk.apply(welcome(vec![promised, case("free", queued(1), 1)]), NOW);
    let all = ["promised", "free"].map(contact);
    assert_eq!(desk.within_reach(&Act::Resolve, &all), [contact("free")]);
}

#[test]
fn a_case_that_is_not_open_is_acted_on_once_by_its_own_command() {
    let mut desk = DeskState::default();
    desk.apply(welcome(vec![case("a", queued(1), 1)]), NOW);
    let effects = desk.handle_case(contact("a"), Act::Resolve, cid("1"), NOW);
    let command = AgentCommand::Resolve {
        cid: cid("1"),
        contact: contact("a"),
    };
    assert_eq!(effects, [Effect::Send(command)]);
    desk.apply(
        AgentEvent::Acked {
            cid: cid("1"),
            seq: 2,
        },
        NOW,
    );
    assert_eq!(desk.outbox, []);
}
