//! How events become lines.

use shared::ids::{AgentId, ContactId};
use shared::language::Language;
use shared::mood::Mood;
use shared::protocol::desk::{Dossier, Identity, Present};
use shared::protocol::widget::Message;
use shared::routing::Topic;

use super::*;

const DAY: i64 = 86_400_000;

fn agent() -> Author {
    Author::Agent(AgentName {
        id: AgentId("a".into()),
        name: "Camille".into(),
    })
}

fn said(author: Author) -> Fact {
    let text = "Bonjour".into();
    Fact::Message(Message {
        author,
        text,
        cid: None,
        about: None,
        card: None,
        choices: vec![],
        promise: None,
    })
}

fn queued() -> Fact {
    Fact::StateChanged {
        state: ConversationState::Queued {
            since: Timestamp(0),
        },
    }
}

/// A case that holds facts at instants, numbered from 1 and handed off at `handoff`.
fn case(facts: Vec<(i64, Fact)>, read_upto: u64, handoff: u64) -> CaseContent {
    let event = |(seq, (at, fact))| {
        (
            seq,
            Event {
                seq,
                at: Timestamp(at),
                conversation: 1,
                fact,
            },
        )
    };
    CaseContent {
        contact: ContactId("c".into()),
        dossier: Some(Dossier {
            seq: handoff,
            at: Timestamp(0),
            reason: HandoffReason::Incident,
            request: None,
            identity: Identity::Anonymous,
            language: Language::French,
            orders: vec![],
            asked: vec![],
            tried: vec![],
            topic: Topic::default(),
            mood: Mood::default(),
            notices: vec![],
            earlier: vec![],
            promises: vec![],
        }),
        present: Present {
            identity: Identity::Anonymous,
            language: Language::French,
            state: ConversationState::Pending,
            request: None,
            redress: vec![],
            promises: vec![],
            orders: vec![],
            read_upto,
        },
        events: (1..).zip(facts).map(event).collect(),
        head: 0,
        typing_until: None,
        offered: None,
        watched_by: vec![],
        told_read_upto: 0,
    }
}

/// One letter a line: day, message (capital when its name is said, `!` when read up to it),
/// passage (`?` when its reason is known), note.
fn sketch(case: &CaseContent) -> String {
    let letter = |line: Line| match line.content {
        Content::Day(_) => "d",
        Content::Said(said) => match (said.continued, said.last_read) {
            (true, false) => "s",
            (true, true) => "s!",
            (false, false) => "S",
            (false, true) => "S!",
        },
        Content::Passed {
            reason: Some(_), ..
        } => "p?",
        Content::Passed { reason: None, .. } => "p",
        Content::Note { .. } => "n",
        Content::Notice { .. }
        | Content::Settled { .. }
        | Content::Solved { .. }
        | Content::Rated { .. }
        | Content::Scored { .. }
        | Content::Redress { .. }
        | Content::Unsent { .. } => "?",
    };
    let utc = |at: Timestamp| at.utc_day().unwrap();
    lines(case, &[], Timestamp(0), utc)
        .into_iter()
        .map(letter)
        .collect::<Vec<_>>()
        .join(" ")
}

#[test]
fn a_name_is_said_once_and_again_after_somebody_else() {
    let facts = vec![
        (0, said(Author::Shopper)),
        (1, Fact::Hidden),
        (2, said(Author::Shopper)),
        (3, said(Author::Bot)),
        (4, queued()),
        (5, said(Author::Bot)),
    ];
    assert_eq!(sketch(&case(facts, 0, 99)), "d S s S p S");
}

#[test]
fn each_day_is_announced_once() {
    let facts = vec![
        (0, said(Author::Bot)),
        (1, queued()),
        (DAY, queued()),
        (DAY + 1, queued()),
    ];
    assert_eq!(sketch(&case(facts, 0, 99)), "d S p d p p");
}

#[test]
fn the_reason_stands_at_its_own_handoff_only() {
    let facts = vec![(0, queued()), (1, queued())];
    assert_eq!(sketch(&case(facts, 0, 2)), "d p p?");
}

#[test]
fn reading_is_shown_at_the_last_agents_message_that_was_read() {
    let facts = vec![
        (0, said(agent())),
        (1, said(agent())),
        (2, said(Author::Shopper)),
        (3, said(agent())),
    ];
    assert_eq!(sketch(&case(facts.clone(), 3, 99)), "d S s! S S");
    assert_eq!(sketch(&case(facts, 0, 99)), "d S s S S");
}
