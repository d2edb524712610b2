//! Since when a shopper waits for a human.

use super::*;

const MINUTE: i64 = 60_000;

/// Whether a human has answered, and how many minutes ago the wait began.
fn served(contact: &Contact) -> Option<(bool, Option<i64>)> {
    let service = contact.state.service.as_ref()?;
    let ago = |since| contact.now.millis_since(since) / MINUTE;
    Some((service.answered, service.waits_since.map(ago)))
}

/// A contact who asked for a human, so many minutes ago.
fn waits_for(minutes: i64) -> Contact {
    Contact::after(&[Input::HumanRequested { cid: cid() }]).later(minutes * MINUTE)
}

#[test]
fn sl1_a_wait_begins_with_the_handoff_and_ends_with_an_answer() {
    let mut contact = Contact::after(&[said("Bonjour")]);
    assert_eq!(served(&contact), None, "the bot has it");
    contact = waits_for(4);
    assert_eq!(served(&contact), Some((false, Some(4))));
    // Another word of the shopper's, a holder, a note and an hour aside answer nothing.
    for input in [
        said("Il y a quelqu’un ?"),
        taken("Ana", false),
        noted("Ana", "Cliente fidèle"),
        given("Ana", "Ben"),
        snoozed("Ben", 60 * MINUTE),
        released("Ben"),
    ] {
        contact.take(&input).unwrap();
        assert_eq!(served(&contact), Some((false, Some(4))), "{input:?}");
    }
    contact.take(&replied("Ana", "Me voilà.")).unwrap();
    assert_eq!(served(&contact), Some((true, None)));
}

#[test]
fn sl1_the_next_wait_begins_with_the_first_word_that_asks_for_one() {
    let mut contact = waits_for(1);
    contact.take(&replied("Ana", "Me voilà.")).unwrap();
    contact.take(&said("Merci beaucoup !")).unwrap();
    assert_eq!(served(&contact), Some((true, None)), "nothing to answer");
    contact.take(&said("Et mon colis ?")).unwrap();
    contact = contact.later(3 * MINUTE);
    contact.take(&said("Alors ?")).unwrap();
    assert_eq!(served(&contact), Some((true, Some(3))));
    contact.take(&replied("Ana", "Il arrive.")).unwrap();
    contact.take(&resolved("Ana")).unwrap();
    assert_eq!(served(&contact), None, "it is settled");
}

#[test]
fn sl1_who_comes_back_waits_for_the_next_answer() {
    let mut contact = waits_for(1);
    contact.take(&replied("Ana", "Voilà.")).unwrap();
    contact.take(&resolved("Ana")).unwrap();
    contact = contact.later(DAY);
    contact.take(&said("Il manque un livre.")).unwrap();
    contact = contact.later(2 * MINUTE);
    assert_eq!(served(&contact), Some((true, Some(2))));
}

#[test]
fn sl1_an_answer_that_takes_a_case_leaves_nobody_waiting() {
    let contact = Contact::after(&[said("Bonjour"), replied("Ana", "Bonjour, c’est Ana.")]);
    assert_eq!(served(&contact), Some((true, None)));
}
