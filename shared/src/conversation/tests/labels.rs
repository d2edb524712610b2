//! The labels on a case.

use super::*;
use crate::protocol::Refusal;
use crate::protocol::labels::MAX_ON_A_CASE;

fn borne(contact: &Contact) -> Vec<&str> {
    contact.state.labels.iter().map(String::as_str).collect()
}

#[test]
fn la2_a_label_changes_nothing_but_the_labels() {
    let mut contact = Contact::after(&[said("Bonjour"), Input::HumanRequested { cid: cid() }]);
    let before = contact.state.clone();
    for (label, on, expected) in [
        ("vip", true, &["vip"][..]),
        ("vip", true, &["vip"]),
        ("geste", true, &["geste", "vip"]),
        ("vip", false, &["geste"]),
        ("vip", false, &["geste"]),
    ] {
        assert_eq!(contact.see(&labeled(label, on)), [""; 0]);
        assert_eq!(borne(&contact), expected, "{label} {on}");
    }
    contact.state.labels.clear();
    assert_eq!(contact.state, before);
}

#[test]
fn la2_a_case_bears_so_many_labels_and_only_such_as_can_be() {
    let mut contact = Contact::after(&[said("Bonjour")]);
    for n in 0..MAX_ON_A_CASE {
        contact.take(&labeled(&format!("l{n}"), true)).unwrap();
    }
    for (label, on, outcome) in [
        ("one-more", true, Err(Refusal::OutOfPlace)),
        ("l0", true, Ok(vec![])),
        ("one-more", false, Ok(vec![])),
        ("Été", true, Err(Refusal::Malformed)),
        ("", false, Err(Refusal::Malformed)),
    ] {
        assert_eq!(contact.take(&labeled(label, on)), outcome, "{label}");
    }
}

#[test]
fn la2_another_conversation_begins_without_labels() {
    let settled = [said("Bonjour"), labeled("vip", true), resolved("Ana")];
    let mut soon = Contact::after(&settled).later(DAY);
    soon.take(&said("Encore une chose, le colis est abîmé"))
        .unwrap();
    assert_eq!(borne(&soon), ["vip"]);
    let mut late = Contact::after(&settled).later(8 * DAY);
    late.take(&said("Bonjour")).unwrap();
    assert_eq!(borne(&late), [""; 0]);
}
