//! HO14: lists that are longer than what was told of them.

use shared::protocol::desk::{CaseList, CaseMark};

use super::*;

fn mark(list: CaseList, name: &str) -> CaseMark {
    CaseMark {
        list,
        vip: false,
        at: Timestamp(7),
        contact: contact(name),
    }
}

fn asks_after(mark: &CaseMark) -> Effect {
    Effect::Send(AgentCommand::ListCases { mark: mark.clone() })
}

fn greeted(desk: &mut DeskState, marks: &[&CaseMark]) -> Vec<Effect> {
    let mut welcome = welcome(vec![case("a", queued(1), 1)]);
    let AgentEvent::Welcome { more, .. } = &mut welcome else {
        panic!("a welcome");
    };
    more.extend(marks.iter().copied().cloned());
    desk.apply(welcome, NOW)
}

fn listed(list: CaseList, cases: Vec<CaseSummary>, more: Option<CaseMark>) -> AgentEvent {
    AgentEvent::CasesListed {
        list,
        cases,
        clocks: vec![],
        more,
    }
}

#[test]
fn ho14_what_is_alive_is_asked_for_at_once_and_once() {
    let mut desk = DeskState::default();
    let (first, second) = (mark(CaseList::Queued, "a"), mark(CaseList::Queued, "b"));
    assert_eq!(greeted(&mut desk, &[&first]), [asks_after(&first)]);
    assert!(desk.has_more(Tab::Waiting));
    let page = vec![case("b", queued(2), 1)];
    let effects = desk.apply(listed(CaseList::Queued, page, Some(second.clone())), NOW);
    assert_eq!(effects, [asks_after(&second)]);
    let changed = AgentEvent::CaseChanged {
        case: case("c", queued(3), 1),
    };
    let asked = |effect: &Effect| matches!(effect, Effect::Send(AgentCommand::ListCases { .. }));
    assert!(
        !desk.apply(changed, NOW).iter().any(asked),
        "it is asked already"
    );
    desk.apply(listed(CaseList::Queued, vec![], None), NOW);
    assert!(!desk.has_more(Tab::Waiting));
    assert_eq!(desk.count(Tab::Waiting, NOW), 3);
    assert_eq!(desk.wall(NOW).waiting, 3);
}

#[test]
fn ho14_what_is_settled_is_asked_for_by_who_wants_to_see_it() {
    let mut desk = DeskState::default();
    let settled = mark(CaseList::Resolved, "z");
    assert_eq!(greeted(&mut desk, &[&settled]), []);
    assert!(desk.has_more(Tab::Closed));
    assert_eq!(desk.fetch_more(Tab::Waiting), []);
    assert_eq!(desk.fetch_more(Tab::Closed), [asks_after(&settled)]);
    assert_eq!(desk.fetch_more(Tab::Closed), [], "it is asked already");
}

#[test]
fn ho14_a_page_does_not_undo_what_was_told_meanwhile() {
    let mut desk = DeskState::default();
    greeted(&mut desk, &[&mark(CaseList::Queued, "a")]);
    let newer = case("a", held_by("me"), 2);
    desk.apply(AgentEvent::CaseChanged { case: newer }, NOW);
    desk.apply(
        listed(CaseList::Queued, vec![case("a", queued(1), 1)], None),
        NOW,
    );
    assert_eq!(desk.tab_of(&contact("a")), Some(Tab::Mine));
}

#[test]
fn ho14_a_page_that_was_refused_is_asked_for_again() {
    let mut desk = DeskState::default();
    let first = mark(CaseList::Queued, "a");
    greeted(&mut desk, &[&first]);
    let too_fast = AgentEvent::Refused {
        cid: None,
        code: Refusal::TooFast,
        retry_after: Some(2),
    };
    assert_eq!(desk.apply(too_fast, NOW), [Effect::ListIn(2)]);
    assert!(desk.has_more(Tab::Waiting));
    assert_eq!(desk.ask_for_live_cases(), [asks_after(&first)]);
    assert_eq!(desk.ask_for_live_cases(), [], "it is asked already");
}
