//! What the shopper came with, as the report counts it.

use super::*;
use crate::report::{Concern, Settler};
use crate::routing::Topic;

fn human() -> Input {
    Input::HumanRequested { cid: cid() }
}

fn latest(contact: &Contact) -> &Concern {
    contact.state.concerns.last().expect("a concern")
}

/// How often the shopper came with something.
fn count(contact: &Contact) -> usize {
    contact.state.concerns.len()
}

#[test]
fn rp1_a_concern_begins_with_the_first_word_and_goes_through_hands() {
    let mut contact = Contact::after(&[said("Où est mon colis ?")]);
    let id = latest(&contact).id;
    assert_eq!((id, latest(&contact).topic), (1, Topic::Delivery));
    assert_eq!(latest(&contact).handed, None);
    contact = contact.later(1_000);
    contact.take(&human()).unwrap();
    let handed = latest(&contact).handed.clone().expect("it came to humans");
    assert_eq!((handed.at, handed.answered_at), (contact.now, None));
    contact = contact.later(60_000);
    contact.take(&replied("Ana", "Je regarde.")).unwrap();
    contact.take(&said("Merci")).unwrap();
    contact.take(&replied("Ana", "Il arrive demain.")).unwrap();
    let handed = latest(&contact).handed.clone().unwrap();
    assert_eq!(handed.answered_at, Some(contact.now));
    contact = contact.later(1_000);
    contact.take(&resolved("Ana")).unwrap();
    let settled = latest(&contact).settled.expect("it is settled");
    assert_eq!((settled.at, settled.by), (contact.now, Settler::Agent));
    assert_eq!(latest(&contact).agent, Some(AgentId("ana".into())));
    contact.take(&chose(ChoiceId::Settled)).unwrap();
    assert_eq!(latest(&contact).solved_at, Some(contact.now));
    assert_eq!((count(&contact), latest(&contact).id), (1, id));
}

#[test]
fn rp1_what_the_bot_settles_is_the_bots() {
    let mut contact = Contact::after(&[said("Où est mon colis ?"), chose(ChoiceId::Settled)]);
    let settled = latest(&contact).settled.unwrap();
    assert_eq!(
        (settled.by, latest(&contact).agent.as_ref()),
        (Settler::Bot, None)
    );
    // The next word is another concern, of the same conversation.
    contact.take(&said("Où est mon colis ?")).unwrap();
    assert_eq!((count(&contact), latest(&contact).reopens), (2, false));
}

#[test]
fn rp1_three_days_without_a_word_settle_what_the_bot_has() {
    let mut contact = Contact::after(&[said("Où est mon colis ?")]).later(3 * DAY - 1);
    contact.take(&said("Et mon colis ?")).unwrap();
    assert_eq!(count(&contact), 1);
    contact = contact.later(3 * DAY);
    contact.take(&said("Où est mon colis ?")).unwrap();
    assert_eq!(count(&contact), 2);
    let first = contact.state.concerns[0].settled.unwrap();
    let heard_at = contact.now.plus_millis(-3 * DAY);
    assert_eq!((first.by, first.at), (Settler::Silence, heard_at));
}

#[test]
fn rp1_a_word_after_a_human_has_settled_reopens_unless_it_agrees() {
    let inputs = [
        said("Où est mon colis ?"),
        human(),
        taken("Ana", false),
        resolved("Ana"),
    ];
    for word in [said("Merci"), said("Oui"), chose(ChoiceId::Settled)] {
        let mut contact = Contact::after(&inputs);
        contact.take(&word).unwrap();
        assert_eq!(count(&contact), 1, "{word:?}");
    }
    let mut contact = Contact::after(&inputs);
    contact.take(&said("Toujours rien")).unwrap();
    assert_eq!((count(&contact), latest(&contact).reopens), (2, true));
    assert!(latest(&contact).handed.is_some());
}

#[test]
fn rp1_who_takes_note_of_the_news_comes_with_nothing() {
    let delayed = news(NoticeKind::Delayed, order(Status::InTransit, 1));
    let mut contact = Contact::after(&[delayed]);
    for choice in [ChoiceId::Wait, ChoiceId::MuteOrder, ChoiceId::UnmuteOrder] {
        contact.take(&chose_of(Some(1), choice)).unwrap();
        assert_eq!(count(&contact), 0, "{choice:?}");
    }
    contact.take(&chose_of(Some(1), ChoiceId::Refund)).unwrap();
    assert_eq!(
        (count(&contact), latest(&contact).topic),
        (1, Topic::Refund)
    );
    assert_eq!(latest(&contact).order, Some(OrderKey("shop:1".into())));
}

#[test]
fn rp1_what_humans_take_up_and_settle_is_theirs_with_a_visitor_or_with_none() {
    // Nobody came with anything: an agent writes first.
    let mut contact = Contact::after(&[replied("Ana", "Bonjour."), resolved("Ana")]);
    assert_eq!(count(&contact), 0);
    contact.take(&said("Où est mon colis ?")).unwrap();
    assert_eq!(count(&contact), 1);
    // An agent takes what the bot has.
    let contact = Contact::after(&[said("Bonjour"), taken("Ana", false)]);
    assert!(latest(&contact).handed.is_some());
}

#[test]
fn rp4_the_facts_are_those_of_the_concerns_and_the_notices() {
    let delayed = news(NoticeKind::Delayed, order(Status::InTransit, 1));
    let mut contact = Contact::after(&[delayed, said("Où est mon colis ?")]);
    let facts = contact.state.facts_for_reports();
    let numbers: Vec<u64> = facts.iter().map(crate::report::Fact::seq).collect();
    assert_eq!(numbers, [2, 1]);
    // They outlive the conversation, and are bounded.
    for _ in 0..30 {
        contact.take(&chose(ChoiceId::Settled)).unwrap();
        contact = contact.later(8 * DAY);
        contact.take(&said("Où est mon colis ?")).unwrap();
    }
    assert_eq!(count(&contact), 20);
}

#[test]
fn tr29_no_fact_is_lost_for_lack_of_room() {
    let mut contact = Contact::after(&[]);
    let mut kept = Vec::new();
    for _ in 0..30 {
        for input in [said("Où est mon colis ?"), chose(ChoiceId::Settled)] {
            let before = contact.state.clone();
            contact.take(&input).unwrap();
            kept.extend(before.facts_left_out_of(&contact.state));
        }
    }
    assert!(count(&contact) < 30);
    kept.extend(contact.state.facts_for_reports());
    let mut numbers: Vec<u64> = kept.iter().map(crate::report::Fact::seq).collect();
    numbers.dedup();
    assert_eq!(numbers.len(), 30);
}
