//! What serde writes is read as what it was: every frame, every variant, every name.

use std::collections::BTreeSet;
use std::fmt::Debug;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value, json};

use super::samples::{agent, commands, events, facts, order};
use super::*;
use crate::articles::Article;
use crate::client::writing::{self, Form};
use crate::notice::{NoticeKind, Severity};
use crate::order::{StepName, StepState};
use crate::pickup::Span;
use crate::protocol::Refusal;
use crate::protocol::promise::PromiseKind;
use crate::protocol::session::{Opening, SiteCard};
use crate::protocol::widget::{
    Author, Card, ChoiceId, ConversationState, Event, Fact, ShopperCommand, ShopperEvent,
};
use crate::tracking::{IncidentReason, Status};

/// An enum that is told apart by a field.
pub(super) trait Tagged {
    /// What the field may say.
    const TAGS: &'static [&'static str];
}

impl Node for Value {
    fn field(&self, name: &str) -> Option<Self> {
        self.get(name).filter(|value| !value.is_null()).cloned()
    }

    fn items(&self) -> Option<Vec<Self>> {
        self.as_array().cloned()
    }

    fn text(&self) -> Option<String> {
        self.as_str().map(str::to_owned)
    }

    fn number(&self) -> Option<f64> {
        self.as_f64()
    }

    fn flag(&self) -> Option<bool> {
        self.as_bool()
    }
}

impl Form for Map<String, Value> {
    fn text(&mut self, name: &str, value: &str) {
        self.insert(name.to_owned(), value.into());
    }

    #[expect(clippy::cast_possible_truncation, reason = "the samples are whole")]
    fn number(&mut self, name: &str, value: f64) {
        self.insert(name.to_owned(), (value as i64).into());
    }
}

fn check<T: Read + Serialize + PartialEq + Debug>(value: &T) {
    let written = serde_json::to_value(value).unwrap();
    assert_eq!(T::read(&written).as_ref(), Some(value), "{written}");
}

/// Checks samples of an enum and that there is one of each variant.
fn check_all<T: Read + Tagged + Serialize + PartialEq + Debug>(tag: &str, samples: &[T]) {
    let mut seen = BTreeSet::new();
    for sample in samples {
        check(sample);
        let written = serde_json::to_value(sample).unwrap();
        seen.insert(written[tag].as_str().unwrap().to_owned());
    }
    let known: BTreeSet<String> = T::TAGS.iter().map(|&tag| tag.to_owned()).collect();
    assert_eq!(seen, known);
}

pub(super) fn check_names<T: Named + Read + Serialize + DeserializeOwned + PartialEq + Debug>() {
    for &value in T::ALL {
        assert_eq!(
            serde_json::to_value(value).unwrap(),
            json!(value.wire_name())
        );
        check(&value);
    }
    assert_eq!(T::read(&json!("sang")), None);
}

#[test]
fn every_frame_is_read_as_what_it_was() {
    let assignee = agent();
    check_all(
        "type",
        &[
            ShopperEvent::Welcome {
                contact: ContactId("c".into()),
                epoch: 1,
                head: 9_007_199_254_740_991,
                read_upto: 0,
                agent_read_upto: 3,
                state: ConversationState::Open { assignee },
                orders: vec![order()],
            },
            ShopperEvent::Events {
                events: events(),
                more: true,
            },
            ShopperEvent::Acked {
                cid: Cid("c1".into()),
                seq: 4,
                events: vec![],
            },
            ShopperEvent::Refused {
                cid: None,
                code: Refusal::Locked,
                retry_after: Some(3600),
            },
            ShopperEvent::Reset { epoch: 2 },
            ShopperEvent::AgentRead { upto: 5 },
            ShopperEvent::AgentTyping,
            ShopperEvent::QueuePlace {
                place: 1,
                agents: 0,
                wait_minutes: Some(5),
            },
            ShopperEvent::Ticket {
                ticket: "t".to_owned(),
            },
            ShopperEvent::Bye {
                code: Refusal::TooFast,
                retry_after: None,
            },
        ],
    );
}

#[test]
fn every_part_of_a_frame_is_read_as_what_it_was() {
    check_all("kind", &facts());
    check_all(
        "by",
        &[Author::Shopper, Author::Bot, Author::Agent(agent())],
    );
    check_all(
        "card",
        &[
            Card::Order { order: order() },
            Card::OrderForm {
                number: Some("#1042".into()),
            },
        ],
    );
    check_all(
        "state",
        &[
            ConversationState::Pending,
            ConversationState::Queued {
                since: Timestamp(1),
            },
            ConversationState::Open { assignee: agent() },
            ConversationState::Snoozed {
                until: Timestamp(2),
                assignee: agent(),
            },
            ConversationState::Resolved,
        ],
    );
    check(&SiteCard {
        name: "Atelier".into(),
        language: Language::French,
        accent: "#1f5c4a".into(),
        help: true,
        hours: vec![Opening {
            from: Timestamp(1_797_000_000_000),
            until: Timestamp(1_797_030_000_000),
        }],
        wait_minutes: Some(4),
    });
    check(&Article {
        title: "Retours".into(),
        text: "Trente jours.".into(),
        language: Language::French,
    });
}

#[test]
fn every_name_is_the_one_on_the_wire() {
    check_names::<ChoiceId>();
    check_names::<Refusal>();
    check_names::<PromiseKind>();
    check_names::<Severity>();
    check_names::<NoticeKind>();
    check_names::<Status>();
    check_names::<IncidentReason>();
    check_names::<StepName>();
    check_names::<StepState>();
}

#[test]
fn every_command_is_written_as_the_edge_reads_it() {
    for command in commands() {
        let mut form = Map::new();
        writing::write(&command, &mut form);
        let read: ShopperCommand = serde_json::from_value(Value::Object(form)).unwrap();
        assert_eq!(read, command);
    }
    check_all("type", &commands());
}

#[test]
fn anything_else_is_nothing() {
    for value in [
        json!("pong"),
        json!({}),
        json!([]),
        json!(null),
        json!({"type": 1}),
        json!({"type": "sang"}),
        json!({"type": "agent_read"}),
        json!({"type": "agent_read", "upto": "1"}),
        json!({"type": "agent_read", "upto": -1}),
        json!({"type": "agent_read", "upto": 1.5}),
        json!({"type": "agent_read", "upto": 1e300}),
        json!({"type": "events", "events": [{"seq": 1}], "more": false}),
        json!({"type": "events", "events": {}, "more": false}),
    ] {
        assert_eq!(ShopperEvent::read(&value), None, "{value}");
    }
    for pair in [
        json!([1]),
        json!([1, 2, 3]),
        json!([1, 65_536]),
        json!("1-2"),
    ] {
        assert_eq!(Span::read(&pair), None, "{pair}");
    }
}

#[test]
fn cv23_an_event_of_a_newer_edge_counts_as_its_number() {
    let event = |seq: u64, fact: Value| json!({ "seq": seq, "at": 5, "conversation": 1, "fact": fact, "glitter": 7 });
    let said = json!({ "kind": "message", "author": { "by": "bot" }, "text": "Bonjour" });
    let told = json!({ "kind": "notice", "notice": "teleported", "text": "Là" });
    let events = [
        event(1, json!({ "kind": "confetti" })),
        event(2, said),
        event(3, told),
    ];
    let frame = json!({ "type": "events", "events": events, "more": false, "mood": "fine" });
    let Some(ShopperEvent::Events { events, .. }) = ShopperEvent::read(&frame) else {
        panic!("it is read");
    };
    let seqs: Vec<_> = events.iter().map(|event| event.seq).collect();
    assert_eq!(seqs, [1, 2, 3]);
    let hidden = |event: &Event| event.fact == Fact::Hidden;
    assert_eq!(
        events.iter().map(hidden).collect::<Vec<_>>(),
        [true, false, true]
    );
}
