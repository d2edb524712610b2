//! The case on the screen: its events without a gap, its dossier, the present.

use std::collections::BTreeMap;

use shared::ids::ContactId;
use shared::order::OrderView;
use shared::protocol::MAX_REPLAY;
use shared::protocol::desk::{AgentCommand, CaseSummary, Dossier, Present};
use shared::protocol::widget::{AgentName, Card, Event, Fact, Message};
use shared::time::Timestamp;

use super::Offered;

/// How many earlier events one request brings.
const PAGE: u32 = 100;

/// A case that was opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OpenCase {
    /// The edge has not answered yet.
    Loading {
        /// Whose case.
        contact: ContactId,
    },
    /// Its events are here.
    Ready(Box<CaseContent>),
    /// The edge knows no such case.
    Missing {
        /// Whose case was asked for.
        contact: ContactId,
    },
}

impl OpenCase {
    /// Whose case.
    pub fn contact(&self) -> &ContactId {
        match self {
            Self::Loading { contact } | Self::Missing { contact } => contact,
            Self::Ready(content) => &content.contact,
        }
    }
}

/// What is known of an open case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseContent {
    /// Whose case.
    pub contact: ContactId,
    /// What was known at handoff; absent while the bot has the case.
    pub dossier: Option<Dossier>,
    /// What is known now.
    pub present: Present,
    /// The events by number, without a gap between the first and the last.
    pub events: BTreeMap<u64, Event>,
    /// The highest number heard of: higher than that of the last event while some are missing.
    pub head: u64,
    /// Until when the shopper counts as typing.
    pub typing_until: Option<Timestamp>,
    /// Who has it open, this agent among them.
    pub watched_by: Vec<AgentName>,
    /// What can be done where something went wrong, while an agent looks at it.
    pub offered: Option<Offered>,
    /// How far the edge was told that an agent has seen.
    pub told_read_upto: u64,
}

impl CaseContent {
    pub(super) fn new(
        contact: ContactId,
        dossier: Option<Dossier>,
        present: Present,
        events: Vec<Event>,
        head: u64,
    ) -> Self {
        let events = events.into_iter().map(|event| (event.seq, event)).collect();
        Self {
            contact,
            dossier,
            present,
            events,
            head,
            typing_until: None,
            watched_by: Vec::new(),
            offered: None,
            told_read_upto: 0,
        }
    }

    /// The number of the latest event, 0 when there is none.
    pub fn last_seq(&self) -> u64 {
        self.events.last_key_value().map_or(0, |(&seq, _)| seq)
    }

    /// Whether the edge holds events before the first that is here.
    pub fn has_earlier(&self) -> bool {
        self.events
            .first_key_value()
            .is_some_and(|(&seq, _)| seq > 1)
    }

    pub(super) fn page_before(&self) -> Option<AgentCommand> {
        let (&first, _) = self.events.first_key_value()?;
        if first <= 1 {
            return None;
        }
        let after = (first - 1).saturating_sub(u64::from(PAGE));
        let limit = u32::try_from(first - 1 - after).unwrap_or(PAGE);
        Some(AgentCommand::FetchEvents {
            contact: self.contact.clone(),
            after,
            limit,
        })
    }

    /// This case after the edge told it anew: pages read before stay when they still join.
    pub(super) fn reopened(self, mut told: Self) -> Self {
        let joins = told
            .events
            .first_key_value()
            .is_some_and(|(&first, _)| first <= self.last_seq().saturating_add(1));
        if joins {
            let mut events = self.events;
            events.append(&mut told.events);
            told.events = events;
        }
        told.told_read_upto = self.told_read_upto;
        told.offered = self.offered;
        told
    }

    /// Takes events in order; returns a request for what is still missing up to the head.
    pub(super) fn take(&mut self, events: Vec<Event>) -> Option<AgentCommand> {
        let first = events.first().map(|event| event.seq)?;
        let head = events
            .iter()
            .map(|event| event.seq)
            .max()
            .unwrap_or_default();
        self.head = self.head.max(head);
        // Events after a gap come again with the page that is asked for, so none is kept here.
        if self.events.is_empty() || first <= self.last_seq() + 1 {
            for event in events {
                self.keep(event);
            }
        }
        self.page_after()
    }

    fn keep(&mut self, event: Event) {
        if event.seq > self.last_seq() {
            self.fold(&event);
        }
        self.events.insert(event.seq, event);
    }

    fn page_after(&self) -> Option<AgentCommand> {
        let after = self.last_seq();
        let missing = self.head.saturating_sub(after);
        if missing == 0 {
            return None;
        }
        let limit = u32::try_from(missing).unwrap_or(MAX_REPLAY).min(MAX_REPLAY);
        Some(AgentCommand::FetchEvents {
            contact: self.contact.clone(),
            after,
            limit,
        })
    }

    pub(super) fn summarized(&mut self, case: &CaseSummary) {
        self.present.identity = case.identity.clone();
        self.present.language = case.language;
        self.present.state = case.state.clone();
        self.present.request.clone_from(&case.request);
        self.take_promises(&case.promises);
    }

    fn fold(&mut self, event: &Event) {
        match &event.fact {
            Fact::StateChanged { state } => self.present.state = state.clone(),
            Fact::OrderUpdated { order }
            | Fact::Notice { order, .. }
            | Fact::Message(Message {
                card: Some(Card::Order { order }),
                ..
            }) => {
                self.know_order(order);
            }
            Fact::Message(_) => self.typing_until = None,
            Fact::PromiseSettled { promise, kept } => {
                self.settle_promise(*promise, *kept, event.at);
            }
            Fact::Redress { redress } => self.know_redress(redress),
            Fact::Note { .. }
            | Fact::Solved { .. }
            | Fact::Rated { .. }
            | Fact::Scored { .. }
            | Fact::Hidden => {}
        }
    }

    fn know_order(&mut self, order: &OrderView) {
        match self
            .present
            .orders
            .iter_mut()
            .find(|known| known.key == order.key)
        {
            Some(known) if known.version <= order.version => known.clone_from(order),
            Some(_) => {}
            None => self.present.orders.push(order.clone()),
        }
    }
}
