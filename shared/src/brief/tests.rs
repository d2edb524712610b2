//! Every line has a fact behind it, and none is said without one.

use proptest::prelude::*;

use super::*;
use crate::ids::AgentId;
use crate::language::Language;
use crate::mood::{Mood, MoodLevel};
use crate::notice::NoticeKind;
use crate::order::EstimatedDelivery;
use crate::protocol::desk::{Asked, HandoffReason, Identity};
use crate::protocol::promise::{PromiseKind, Standing};
use crate::protocol::request::RequestKind;
use crate::protocol::widget::{AgentName, ConversationState};
use crate::routing::Topic;
use crate::time::{Day, Timestamp};

fn order(number: &str, parcels: &[Status]) -> OrderView {
    let parcel = |status: &Status| ParcelView {
        number: format!("{number}-{status:?}"),
        carrier: None,
        url: None,
        status: *status,
        reason: None,
        steps: vec![],
        estimate: EstimatedDelivery::default(),
        pickup_point: None,
        pickup_hours: vec![],
        proof: None,
        history: vec![],
    };
    OrderView {
        key: OrderKey(number.into()),
        number: number.into(),
        placed_at: Timestamp(0),
        cancelled: false,
        items: vec![],
        secret: false,
        parcels: parcels.iter().map(parcel).collect(),
        version: 1,
    }
}

fn request() -> Request {
    Request {
        kind: RequestKind::Refund,
        order: "#1".into(),
        parcels: vec![],
        promise_by: None,
    }
}

fn promise(id: u64, due: i64, standing: Standing) -> Promise {
    Promise {
        id,
        kind: PromiseKind::Answer,
        by: Day::parse("2026-12-22").unwrap(),
        due: Timestamp(due),
        owner: Some(AgentName {
            id: AgentId("a".into()),
            name: "Camille".into(),
        }),
        standing,
    }
}

fn present(orders: Vec<OrderView>) -> Present {
    Present {
        identity: Identity::Anonymous,
        language: Language::French,
        state: ConversationState::Pending,
        request: None,
        redress: vec![],
        orders,
        promises: vec![],
        read_upto: 0,
    }
}

/// A dossier with a fact of every kind, at the events 1 to 5, handed off at 6.
fn dossier() -> Dossier {
    let line = |seq, level| MoodLine {
        seq,
        level,
        text: "!".into(),
    };
    Dossier {
        seq: 6,
        at: Timestamp(0),
        reason: HandoffReason::Requested,
        request: None,
        identity: Identity::Anonymous,
        language: Language::French,
        orders: vec![],
        asked: vec![Asked {
            seq: 4,
            text: "Où est mon colis ?".into(),
        }],
        tried: vec![],
        topic: Topic::Delivery,
        mood: Mood {
            level: MoodLevel::Angry,
            public_complaint: false,
            lines: vec![line(2, MoodLevel::Angry), line(3, MoodLevel::Worried)],
        },
        notices: vec![ToldNotice {
            seq: 5,
            at: Timestamp(0),
            notice: NoticeKind::Late,
            order: OrderKey("#1".into()),
        }],
        earlier: vec![PastHandoff {
            seq: 1,
            at: Timestamp(0),
            conversation: 1,
            reason: HandoffReason::Requested,
            topic: Topic::Delivery,
        }],
        promises: vec![],
    }
}

/// The sources of the lines: an event's number, or an order's key.
fn sources(dossier: Option<&Dossier>, present: &Present) -> Vec<String> {
    let source = |line: BriefLine| match line.source {
        Source::Event(seq) => seq.to_string(),
        Source::Order(key) => key.as_str().to_owned(),
    };
    brief(dossier, present).into_iter().map(source).collect()
}

#[test]
fn co33_every_line_names_the_source_of_its_fact() {
    let known = present(vec![order("#1", &[Status::InTransit])]);
    assert_eq!(
        sources(Some(&dossier()), &known),
        ["4", "#1", "5", "2", "1"],
        "asked, parcel, told, felt, before"
    );
    let asked_for = Present {
        request: Some(request()),
        promises: vec![
            promise(8, 90, Standing::Open),
            promise(9, 50, Standing::Open),
            promise(7, 10, Standing::Kept { at: Timestamp(5) }),
        ],
        ..known
    };
    assert_eq!(
        sources(Some(&dossier()), &asked_for),
        ["6", "#1", "5", "2", "9"],
        "the request stands before the words, what is owed before earlier contacts"
    );
}

#[test]
fn co33_nothing_known_is_nothing_said() {
    assert_eq!(brief(None, &present(vec![])), []);
}

#[test]
fn co33_the_parcel_that_needs_a_human_most_is_the_one_in_brief() {
    let shown = |orders: Vec<OrderView>| match brief(None, &present(orders)).pop().unwrap().says {
        Says::Parcel { parcel, .. } => parcel.number,
        Says::NotShipped { order, .. } => format!("{order} not shipped"),
        other => panic!("{other:?}"),
    };
    for (orders, number) in [
        (
            vec![
                order("#2", &[Status::InTransit]),
                order("#1", &[Status::Delivered, Status::Lost]),
            ],
            "#1-Lost",
        ),
        (
            vec![
                order("#2", &[Status::InTransit]),
                order("#1", &[Status::InTransit]),
            ],
            "#2-InTransit",
        ),
        (
            vec![order("#2", &[]), order("#1", &[Status::Delivered])],
            "#2 not shipped",
        ),
        (
            vec![order("#2", &[]), order("#1", &[Status::Delayed])],
            "#1-Delayed",
        ),
    ] {
        assert_eq!(shown(orders), number);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(10_000))]

    #[test]
    fn co33_five_lines_at_most_and_no_source_that_is_not_there(
        keeps in any::<[bool; 7]>(),
        statuses in prop::collection::vec(prop::collection::vec(0..Status::ALL.len(), 0..3), 0..3),
    ) {
        let mut dossier = dossier();
        if !keeps[0] { dossier.asked.clear(); }
        if !keeps[1] { dossier.mood.lines.clear(); }
        if !keeps[2] { dossier.notices.clear(); }
        if !keeps[3] { dossier.earlier.clear(); }
        let orders = statuses.iter().enumerate().map(|(at, each)| {
            let each: Vec<_> = each.iter().map(|status| Status::ALL[*status]).collect();
            order(&format!("#{at}"), &each)
        });
        let present = Present {
            request: keeps[4].then(request),
            promises: if keeps[5] { vec![promise(8, 1, Standing::Open)] } else { vec![] },
            ..present(orders.collect())
        };
        let lines = brief(keeps[6].then_some(&dossier), &present);
        prop_assert!(lines.len() <= 5);
        for line in lines {
            match line.source {
                Source::Event(seq) => prop_assert!((1..=8).contains(&seq)),
                Source::Order(key) => {
                    prop_assert!(present.orders.iter().any(|order| order.key == key));
                }
            }
        }
    }
}

#[test]
fn co33_news_names_its_order_while_the_shopper_has_it() {
    let named = |orders| {
        brief(Some(&dossier()), &present(orders))
            .into_iter()
            .find_map(|line| match line.says {
                Says::Told { order, .. } => Some(order),
                _ => None,
            })
    };
    let (own, other) = (order("#1", &[]), order("#2", &[]));
    assert_eq!(
        named(vec![other.clone(), own.clone()]),
        Some(Some(own.number))
    );
    assert_eq!(named(vec![other]), Some(None), "it is told all the same");
}
