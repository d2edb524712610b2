//! Cases that are there no more.

use super::*;

#[test]
fn an_erased_case_is_gone_from_the_list_and_the_screen() {
    let mut desk = desk_with_open_case(3);
    let effects = desk.apply(gone(None), NOW);
    assert!(desk.open.is_none());
    assert!(!desk.cases.contains_key(&contact("a")));
    assert_eq!(effects, []);
}

#[test]
fn a_case_that_goes_on_as_another_is_looked_at_there() {
    let mut desk = desk_with_open_case(3);
    let effects = desk.apply(gone(Some(contact("b"))), NOW);
    assert!(!desk.cases.contains_key(&contact("a")));
    let open = desk.open.as_ref().map(OpenCase::contact);
    assert_eq!(open, Some(&contact("b")));
    let contact = contact("b");
    assert_eq!(effects, [Effect::Send(AgentCommand::OpenCase { contact })]);
    // It is nothing to who looks at another case.
    assert_eq!(desk.apply(gone(Some(self::contact("c"))), NOW), []);
}

fn gone(goes_on_as: Option<ContactId>) -> AgentEvent {
    AgentEvent::CaseGone {
        contact: contact("a"),
        goes_on_as,
    }
}
