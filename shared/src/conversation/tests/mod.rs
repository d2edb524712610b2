//! The conversation as tables: what comes in, what follows. Names carry the rules of SPEC.md.

mod adopt;
mod after;
mod any;
mod choices;
mod concerns;
mod desk;
mod labels;
mod ledger;
mod notes;
mod orders;
mod redress;
mod retention;
mod score;
mod season;
mod service;
mod shopper;
mod waiting;
mod wishes;

use super::*;
use crate::ids::{AgentId, Cid, OrderKey};
use crate::language::Language;
use crate::notice::{Notice, NoticeKind};
use crate::order::{EstimatedDelivery, OrderView, ParcelView};
use crate::protocol::widget::{AgentName, Author, Card, ChoiceId, ConversationState, Fact};
use crate::time::{Day, Timestamp};
use crate::tracking::{IncidentReason, Status};

const DAY: i64 = 24 * 60 * 60 * 1000;
/// 2026-12-21T00:00:00Z.
const START: Timestamp = Timestamp(1_797_811_200_000);

fn cid() -> Cid {
    Cid("00000000000000000000000000000001".into())
}

fn agent(name: &str) -> AgentName {
    AgentName {
        id: AgentId(name.to_lowercase()),
        name: name.into(),
    }
}

fn said(text: &str) -> Input {
    Input::Said {
        cid: cid(),
        text: text.into(),
        season: None,
        help: None,
    }
}

fn chose(choice: ChoiceId) -> Input {
    chose_of(None, choice)
}

/// A choice that an event offered.
fn chose_of(about: Option<u64>, choice: ChoiceId) -> Input {
    Input::Chose {
        cid: cid(),
        choice,
        about,
        promise_by: Some(term("2026-12-22")),
    }
}

/// Up to the end of a day in Paris.
fn term(day: &str) -> Term {
    let paris = crate::season::Zone::parse("Europe/Paris").unwrap();
    Term::of(Day::parse(day).unwrap(), paris).unwrap()
}

fn taken(name: &str, over: bool) -> Input {
    let other = if name == "Ana" { "ben" } else { "ana" };
    Input::Taken {
        cid: cid(),
        agent: agent(name),
        from: over.then(|| AgentId(other.into())),
    }
}

fn given(name: &str, to: &str) -> Input {
    Input::Given {
        cid: cid(),
        agent: agent(name),
        to: agent(to),
        from: None,
    }
}

fn released(name: &str) -> Input {
    Input::Released {
        cid: cid(),
        agent: agent(name),
    }
}

/// Set aside for so many milliseconds.
fn snoozed(name: &str, millis: i64) -> Input {
    Input::Snoozed {
        cid: cid(),
        agent: agent(name),
        until: START.plus_millis(millis),
    }
}

fn replied(name: &str, text: &str) -> Input {
    Input::AgentSaid {
        cid: cid(),
        agent: agent(name),
        text: text.into(),
        promise: None,
        fills: vec![],
        today: START.utc_day().unwrap(),
    }
}

fn noted(name: &str, text: &str) -> Input {
    noted_to(name, text, &[])
}

fn agent_read(name: &str, upto: u64) -> Input {
    let agent = agent(name).id;
    Input::AgentRead { agent, upto }
}

fn noted_to(name: &str, text: &str, mentions: &[&str]) -> Input {
    Input::Noted {
        mentions: mentions.iter().map(|name| agent(name).id).collect(),
        cid: cid(),
        agent: agent(name),
        text: text.into(),
    }
}

fn labeled(label: &str, on: bool) -> Input {
    Input::Labeled {
        cid: cid(),
        agent: agent("Ana"),
        label: label.into(),
        on,
    }
}

fn resolved(name: &str) -> Input {
    Input::AgentResolved {
        cid: cid(),
        agent: agent(name),
    }
}

fn matched(order: OrderView) -> Input {
    Input::ProofChecked {
        cid: cid(),
        number: "1042".into(),
        result: ProofResult::Matched {
            order: Box::new(order),
            told: vec!["shop:1/A1/shipped".into()],
        },
    }
}

fn mismatched(number: &str) -> Input {
    Input::ProofChecked {
        cid: cid(),
        number: number.into(),
        result: ProofResult::Mismatched,
    }
}

/// News of the order's parcel, under a key of its own.
fn news(kind: NoticeKind, order: OrderView) -> Input {
    Input::OrderTold {
        notice: Some(Box::new(Notice {
            key: format!("{}/{}", kind.name(), order.version),
            kind,
            parcels: vec!["A1".into()],
            occurred_at: START,
            order: order.clone(),
            day: None,
            silent_days: None,
        })),
        order: Box::new(order),
    }
}

fn order(status: Status, version: u64) -> OrderView {
    order_in_trouble(status, None, version)
}

fn order_in_trouble(status: Status, reason: Option<IncidentReason>, version: u64) -> OrderView {
    OrderView {
        key: OrderKey("shop:1".into()),
        number: "#1042".into(),
        placed_at: Timestamp(START.0 - 3 * DAY),
        cancelled: false,
        items: Vec::new(),
        secret: false,
        parcels: vec![ParcelView {
            number: "A1".into(),
            carrier: None,
            url: None,
            status,
            reason,
            steps: Vec::new(),
            estimate: EstimatedDelivery::default(),
            pickup_point: None,
            history: Vec::new(),
            pickup_hours: Vec::new(),
            proof: None,
        }],
        version,
    }
}

/// A contact whose events are numbered as the store does.
struct Contact {
    state: State,
    head: u64,
    now: Timestamp,
}

impl Contact {
    fn new() -> Self {
        Self {
            state: State::new(Language::French),
            head: 0,
            now: START,
        }
    }

    /// A contact to whom all of this has happened.
    fn after(inputs: &[Input]) -> Self {
        let mut contact = Self::new();
        for input in inputs {
            contact.take(input).unwrap();
        }
        contact
    }

    fn later(mut self, millis: i64) -> Self {
        self.now = self.now.plus_millis(millis);
        self
    }

    fn take(&mut self, input: &Input) -> Result<Vec<Draft>, crate::protocol::Refusal> {
        let outcome = step(&self.state, self.head, input, self.now)?;
        self.head += outcome.events.len() as u64;
        if let Some(next) = outcome.next {
            self.state = next;
        }
        Ok(outcome.events)
    }

    /// Takes an input and answers its events in short.
    fn see(&mut self, input: &Input) -> Vec<&'static str> {
        let events = self.take(input).unwrap();
        events.iter().map(|draft| short(&draft.fact)).collect()
    }
}

fn short(fact: &Fact) -> &'static str {
    match fact {
        Fact::Message(message) => match (&message.author, &message.card) {
            (Author::Shopper, _) => "shopper",
            (Author::Agent(_), _) => "agent",
            (Author::Bot, None) => "bot",
            (Author::Bot, Some(Card::Order { .. })) => "bot: order",
            (Author::Bot, Some(Card::OrderForm { .. })) => "bot: form",
        },
        Fact::Notice { .. } => "notice",
        Fact::OrderUpdated { .. } => "order",
        Fact::StateChanged { state } => match state {
            ConversationState::Pending => "→ pending",
            ConversationState::Queued { .. } => "→ queued",
            ConversationState::Open { .. } => "→ open",
            ConversationState::Snoozed { .. } => "→ snoozed",
            ConversationState::Resolved => "→ resolved",
        },
        Fact::Note { .. } => "note",
        Fact::PromiseSettled { kept: true, .. } => "kept",
        Fact::PromiseSettled { kept: false, .. } => "broken",
        Fact::Solved { .. } => "solved",
        Fact::Rated { .. } => "rated",
        Fact::Scored { .. } => "scored",
        Fact::Redress { .. } => "redress",
        Fact::Hidden => "hidden",
    }
}
