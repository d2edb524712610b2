//! Values of the protocol with every field filled, and with every field left out that may be.

use crate::ids::{AgentId, Cid, OrderKey};
use crate::language::Language;
use crate::notice::{NoticeKind, Severity};
use crate::order::{
    EstimatedDelivery, HistoryLine, ItemView, OrderView, ParcelStep, ParcelView, StepName,
    StepState,
};
use crate::pickup::{DayHours, Span};
use crate::protocol::promise::{Commitment, PromiseKind};
use crate::protocol::widget::{
    AgentName, Author, Card, Choice, ChoiceId, ConversationState, Event, Fact, Message,
    ShopperCommand,
};
use crate::time::{Day, Timestamp};
use crate::tracking::{Closure, DeliveryProof, IncidentReason, PickupPoint, Status};

pub(super) fn agent() -> AgentName {
    AgentName {
        id: AgentId("a1".into()),
        name: "Zoé".into(),
    }
}

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

/// An order with every field filled.
pub(super) fn order() -> OrderView {
    let at = Timestamp(1_797_000_000_000);
    OrderView {
        key: OrderKey("shopify:1".into()),
        number: "#1042".into(),
        placed_at: at,
        cancelled: true,
        items: vec![ItemView {
            title: "Train".into(),
            quantity: 2,
        }],
        secret: true,
        parcels: vec![ParcelView {
            number: "6A1".into(),
            carrier: Some("Colissimo".into()),
            url: Some("https://a.example".into()),
            status: Status::AvailableForPickup,
            reason: Some(IncidentReason::PointFull),
            steps: vec![ParcelStep {
                name: StepName::ReadyForPickup,
                state: StepState::Current,
                at: Some(at),
                hour_known: true,
            }],
            estimate: EstimatedDelivery {
                promised: Some(day("2026-12-22")),
                current: Some(day("2026-12-23")),
            },
            pickup_point: Some(PickupPoint {
                id: Some("p".into()),
                name: "Tabac".into(),
                address: Some("1 rue Haute".into()),
                country: Some("FR".into()),
                opening_hours: Some("Mo-Fr 09:00-19:00".into()),
                closures: vec![Closure {
                    first: day("2026-12-25"),
                    last: day("2026-12-26"),
                }],
                kept_until: Some(day("2026-12-31")),
            }),
            pickup_hours: vec![DayHours {
                day: day("2026-12-24"),
                open: vec![Span {
                    opens: 540,
                    closes: 1140,
                }],
            }],
            proof: Some(DeliveryProof {
                signed_by: Some("M. P.".into()),
                url: Some("https://a.example/proof".into()),
            }),
            history: vec![HistoryLine {
                status: Status::Unknown,
                text: "Arrivé".into(),
                place: Some("Lyon".into()),
                at,
                hour_known: false,
            }],
        }],
        version: 7,
    }
}

/// The same order with everything left out that may be.
fn bare_order() -> OrderView {
    let mut order = order();
    order.items.clear();
    order.secret = false;
    let parcel = &mut order.parcels[0];
    parcel.carrier = None;
    parcel.reason = None;
    parcel.proof = None;
    parcel.pickup_hours.clear();
    parcel.pickup_point = Some(PickupPoint::default());
    parcel.estimate = EstimatedDelivery::default();
    parcel.history[0].place = None;
    parcel.steps[0].at = None;
    order
}

fn choices() -> Vec<Choice> {
    vec![Choice {
        id: ChoiceId::Refund,
        label: "Me rembourser".into(),
    }]
}

fn notice() -> Fact {
    Fact::Notice {
        notice: NoticeKind::ReadyForPickup,
        severity: Severity::Attention,
        text: "Votre colis vous attend.".into(),
        next: Some("Prenez une pièce d’identité.".into()),
        parcels: vec!["6A1".into()],
        choices: choices(),
        order: order(),
    }
}

fn bare_notice() -> Fact {
    Fact::Notice {
        notice: NoticeKind::Shipped,
        severity: Severity::Info,
        text: String::new(),
        next: None,
        parcels: vec![],
        choices: vec![],
        order: bare_order(),
    }
}

fn says(author: Author, card: Option<Card>) -> Fact {
    Fact::Message(Message {
        author,
        text: "Bonjour".into(),
        cid: Some(Cid("c1".into())),
        about: Some(3),
        card,
        choices: choices(),
        promise: Some(Commitment {
            kind: PromiseKind::Refund,
            by: day("2026-12-23"),
            text: "Remboursement d’ici mercredi.".into(),
        }),
    })
}

fn bare_message() -> Fact {
    Fact::Message(Message {
        author: Author::Bot,
        text: String::new(),
        cid: None,
        about: None,
        card: None,
        choices: vec![],
        promise: None,
    })
}

pub(super) fn facts() -> Vec<Fact> {
    vec![
        says(Author::Shopper, Some(Card::Order { order: order() })),
        says(
            Author::Agent(agent()),
            Some(Card::OrderForm { number: None }),
        ),
        bare_message(),
        notice(),
        bare_notice(),
        Fact::OrderUpdated { order: order() },
        Fact::StateChanged {
            state: ConversationState::Resolved,
        },
        Fact::Note {
            author: agent(),
            text: "entre nous".into(),
        },
        Fact::PromiseSettled {
            promise: 3,
            kept: true,
        },
        Fact::Hidden,
    ]
}

pub(super) fn events() -> Vec<Event> {
    let numbered = facts().into_iter().zip(1..);
    let event = |(fact, seq)| Event {
        seq,
        at: Timestamp(-1),
        conversation: 2,
        fact,
    };
    numbered.map(event).collect()
}

pub(super) fn commands() -> Vec<ShopperCommand> {
    let cid = Cid("0123456789abcdef0123456789abcdef".into());
    vec![
        ShopperCommand::Hello {
            epoch: Some(1),
            last_seq: Some(2),
            language: Some(Language::English),
        },
        ShopperCommand::Hello {
            epoch: None,
            last_seq: None,
            language: None,
        },
        ShopperCommand::Send {
            cid: cid.clone(),
            text: "« Où ? »\n\"\\".into(),
        },
        ShopperCommand::Choose {
            cid: cid.clone(),
            choice: ChoiceId::SendAgain,
            about: Some(4),
        },
        ShopperCommand::VerifyOrder {
            cid: cid.clone(),
            number: "1042".into(),
            proof: "69003".into(),
        },
        ShopperCommand::RequestHuman { cid },
        ShopperCommand::Read { upto: 3 },
        ShopperCommand::Fetch {
            after: 3,
            limit: 50,
        },
        ShopperCommand::Typing,
        ShopperCommand::Got,
    ]
}
