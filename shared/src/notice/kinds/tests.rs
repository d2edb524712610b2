//! The table holds together.

use super::*;

#[test]
fn a_kinds_last_sentence_needs_nothing() {
    for row in &KINDS {
        for sentences in [row.text, row.next] {
            let last = sentences.last().unwrap();
            assert!(last.needs.is_empty(), "{}", row.name);
        }
    }
}

#[test]
fn every_kind_has_its_row() {
    assert_eq!(KINDS.each_ref().map(|row| row.kind), NoticeKind::ALL);
}

#[test]
fn keys_name_kinds_as_the_wire_does() {
    for row in &KINDS {
        assert_eq!(serde_json::to_value(row.kind).unwrap(), row.name);
    }
}

#[test]
fn what_must_be_decided_can_be_and_the_rest_only_informs() {
    for row in &KINDS {
        let decisions = row
            .choices
            .iter()
            .filter(|&&choice| choice != ChoiceId::MuteOrder && choice != ChoiceId::NotReceived);
        let is_calm = row.severity == Severity::Info;
        assert_eq!(decisions.count() == 0, is_calm, "{}", row.name);
        assert!(row.choices.len() <= 4, "{}", row.name);
    }
}

#[test]
fn money_back_is_offered_before_another_parcel() {
    for row in &KINDS {
        let place = |wanted| row.choices.iter().position(|&choice| choice == wanted);
        let (refund, again) = (place(ChoiceId::Refund), place(ChoiceId::SendAgain));
        assert_eq!(refund.is_some(), again.is_some(), "{}", row.name);
        assert!(refund <= again, "{}", row.name);
    }
    for kind in [NoticeKind::Damaged, NoticeKind::PresumedLost] {
        assert_eq!(kind.choices().first(), Some(&ChoiceId::Refund));
    }
}
