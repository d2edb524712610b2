//! Cases that are there no more.

use super::*;

#[test]
fn an_erased_case_is_gone_from_the_list_and_the_screen() {
    let mut desk = desk_with_open_case(3);
    let contact = contact("a");
    assert!(desk.open.is_some());
    desk.apply(
        AgentEvent::CaseErased {
            contact: contact.clone(),
        },
        NOW,
    );
    assert!(desk.open.is_none());
    assert!(!desk.cases.contains_key(&contact));
}
