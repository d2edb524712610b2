//! What a contact object keeps beside its events.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::after::Closing;
use super::matter::{Matter, Offer};
use crate::ids::{AgentId, ContactId, OrderKey};
use crate::language::Language;
use crate::mood::Mood;
use crate::order::OrderView;
use crate::protocol::desk::{
    Asked, BotAttempt, Dossier, HandoffReason, Identity, PastHandoff, ToldNotice,
};
use crate::protocol::promise::Promise;
use crate::protocol::request::Request;
use crate::protocol::widget::{AgentName, ConversationState};
use crate::redress::Redress;
use crate::report::Concern;
use crate::sla::Service;
use crate::template::Facts;
use crate::time::Timestamp;

/// How many events' choices can be taken: those of older ones are out of place.
const MAX_OFFERS: usize = 24;

/// How many notices and how many handoffs are remembered for a dossier.
const MAX_REMEMBERED: usize = 20;

/// The state of one contact.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct State {
    /// How surely the shopper is known.
    pub identity: Identity,
    /// The language to speak.
    pub language: Language,
    /// The number of the current conversation; 0 before the first word.
    pub conversation: u32,
    /// Who holds it.
    pub phase: Phase,
    /// How humans serve it, while they have it.
    #[serde(default)]
    pub service: Option<Service>,
    /// The orders bound to this contact, as their objects last told them.
    pub orders: BTreeMap<OrderKey, OrderView>,
    /// The notices that this contact was told, by key.
    pub told: BTreeSet<String>,
    /// What the shopper asked the bot in this conversation, oldest first, bounded.
    pub asked: Vec<Asked>,
    /// What the bot did in this conversation, oldest first, bounded.
    pub tried: Vec<BotAttempt>,
    /// How the shopper feels in this conversation, and what shows it.
    pub mood: Mood,
    /// The latest notices that were told, oldest first, bounded.
    pub notices: Vec<ToldNotice>,
    /// The latest times that the shopper came to humans, oldest first, bounded.
    pub handoffs: Vec<PastHandoff>,
    /// What was promised, oldest first: all that is outstanding, and the latest that is not.
    pub promises: Vec<Promise>,
    /// What was done where something went wrong, oldest first, bounded.
    #[serde(default)]
    pub redress: Vec<Redress>,
    /// What became of the case since a human settled it; absent while it is not settled.
    #[serde(default)]
    pub closing: Option<Closing>,
    /// Whether a rating was asked for in this conversation.
    #[serde(default)]
    pub asked_rating: bool,
    /// What the shopper came with, oldest first, bounded.
    #[serde(default)]
    pub concerns: Vec<Concern>,
    /// When the shopper was last asked whether to recommend the shop.
    #[serde(default)]
    pub asked_score_at: Option<Timestamp>,
    /// Since when those waited for a human who were last offered to be called back.
    #[serde(default)]
    pub offered_call_back: Option<Timestamp>,
    /// The latest handoff's dossier.
    pub dossier: Option<Dossier>,
    /// The labels that agents have put on the case, by id.
    #[serde(default)]
    pub labels: BTreeSet<String>,
    /// Whom a note has named who has not read it yet, and the number of that note.
    #[serde(default)]
    pub mentioned: BTreeMap<AgentId, u64>,
    /// What the shopper asks a human to carry out, until a human has settled the case.
    #[serde(default)]
    pub request: Option<Request>,
    /// The latest events that offered choices about parcels, oldest first, bounded.
    #[serde(default)]
    pub offers: Vec<Offer>,
    /// The orders of which the shopper wants no news but their end.
    #[serde(default)]
    pub muted: BTreeSet<OrderKey>,
    /// The visitors whose history was carried over into this one.
    pub adopted: BTreeSet<ContactId>,
    /// How far the shopper has read.
    pub read_upto: u64,
    /// How far agents have read.
    pub agent_read_upto: u64,
}

/// Who holds the conversation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "phase", rename_all = "snake_case")]
pub enum Phase {
    /// The bot.
    Pending {
        /// How often in a row the bot did not understand.
        misunderstood: u8,
    },
    /// Nobody yet: it waits for a human.
    Queued {
        /// Since when.
        since: Timestamp,
        /// Why.
        reason: HandoffReason,
    },
    /// A human.
    Open {
        /// Who.
        assignee: AgentName,
        /// Why it came to humans.
        reason: HandoffReason,
        /// Since when it is with humans.
        since: Timestamp,
    },
    /// A human, who has set it aside until a time, or until the shopper's next word.
    Snoozed {
        /// Until when.
        until: Timestamp,
        /// Who.
        assignee: AgentName,
        /// Why it came to humans.
        reason: HandoffReason,
        /// Since when it is with humans.
        since: Timestamp,
    },
    /// Nobody any more.
    Resolved {
        /// Since when.
        at: Timestamp,
        /// Whether a human had it.
        by_agent: bool,
    },
}

impl State {
    /// A contact that has said and been told nothing.
    pub fn new(language: Language) -> Self {
        Self {
            identity: Identity::Anonymous,
            language,
            conversation: 0,
            phase: Phase::Pending { misunderstood: 0 },
            service: None,
            orders: BTreeMap::new(),
            told: BTreeSet::new(),
            asked: Vec::new(),
            tried: Vec::new(),
            mood: Mood::default(),
            notices: Vec::new(),
            handoffs: Vec::new(),
            promises: Vec::new(),
            redress: Vec::new(),
            closing: None,
            asked_rating: false,
            concerns: Vec::new(),
            asked_score_at: None,
            offered_call_back: None,
            dossier: None,
            labels: BTreeSet::new(),
            mentioned: BTreeMap::new(),
            request: None,
            offers: Vec::new(),
            muted: BTreeSet::new(),
            adopted: BTreeSet::new(),
            read_upto: 0,
            agent_read_upto: 0,
        }
    }

    /// Where the conversation stands, as both sockets tell it.
    pub fn public(&self) -> ConversationState {
        match &self.phase {
            Phase::Pending { .. } => ConversationState::Pending,
            Phase::Queued { since, .. } => ConversationState::Queued { since: *since },
            Phase::Open { assignee, .. } => ConversationState::Open {
                assignee: assignee.clone(),
            },
            Phase::Snoozed {
                until, assignee, ..
            } => ConversationState::Snoozed {
                until: *until,
                assignee: assignee.clone(),
            },
            Phase::Resolved { .. } => ConversationState::Resolved,
        }
    }

    /// Since when the case has been waiting for a human, if it is.
    pub fn waits_since(&self) -> Option<Timestamp> {
        match self.phase {
            Phase::Queued { since, .. } => Some(since),
            _ => None,
        }
    }

    /// The human who has the case.
    pub fn holder(&self) -> Option<&AgentName> {
        match &self.phase {
            Phase::Open { assignee, .. } | Phase::Snoozed { assignee, .. } => Some(assignee),
            Phase::Pending { .. } | Phase::Queued { .. } | Phase::Resolved { .. } => None,
        }
    }

    /// When a case that is set aside is its holder's again.
    pub fn wakes_at(&self) -> Option<Timestamp> {
        match self.phase {
            Phase::Snoozed { until, .. } => Some(until),
            Phase::Pending { .. }
            | Phase::Queued { .. }
            | Phase::Open { .. }
            | Phase::Resolved { .. } => None,
        }
    }

    /// Why the case is with humans, while it is.
    pub fn reason(&self) -> Option<HandoffReason> {
        match &self.phase {
            Phase::Queued { reason, .. }
            | Phase::Open { reason, .. }
            | Phase::Snoozed { reason, .. } => Some(*reason),
            Phase::Pending { .. } | Phase::Resolved { .. } => None,
        }
    }

    /// The orders, latest first.
    pub fn orders_latest_first(&self) -> Vec<OrderView> {
        let mut orders: Vec<OrderView> = self.orders.values().cloned().collect();
        orders.sort_by(|a, b| b.placed_at.cmp(&a.placed_at).then(b.key.cmp(&a.key)));
        orders
    }

    /// So many of the orders at most, latest first.
    pub fn latest_orders(&self, count: usize) -> Vec<OrderView> {
        let mut orders = self.orders_latest_first();
        orders.truncate(count);
        orders
    }

    /// What an agent's text may be made with and must agree with.
    pub fn facts(&self, agent: &AgentName, shop: Option<&str>) -> Facts {
        Facts {
            identity: self.identity.clone(),
            language: self.language,
            orders: self.orders_latest_first(),
            request: self.request.clone(),
            agent: agent.name.clone(),
            shop: shop.map(str::to_owned),
        }
    }

    /// What the choices of an event are about; `None` for an event that offered none lately.
    pub(super) fn matter(&self, seq: u64) -> Option<Matter> {
        let offer = self.offers.iter().find(|offer| offer.seq == seq)?;
        Some(Matter {
            order: self.orders.get(&offer.order)?.clone(),
            parcels: offer.parcels.clone(),
        })
    }

    /// Notes what the choices of an event are about.
    pub(super) fn offer(&mut self, offer: Offer) {
        self.offers.push(offer);
        let excess = self.offers.len().saturating_sub(MAX_OFFERS);
        self.offers.drain(..excess);
    }

    /// Notes a notice that was told.
    pub(super) fn note_told(&mut self, told: ToldNotice) {
        self.notices.push(told);
        let excess = self.notices.len().saturating_sub(MAX_REMEMBERED);
        self.notices.drain(..excess);
    }

    /// Whether notices may have been forgotten for lack of room.
    pub(super) fn has_many_notices(&self) -> bool {
        self.notices.len() >= MAX_REMEMBERED
    }

    /// Notes that the case comes to humans.
    pub(super) fn note_handoff(&mut self, handoff: PastHandoff) {
        self.handoffs.push(handoff);
        let excess = self.handoffs.len().saturating_sub(MAX_REMEMBERED);
        self.handoffs.drain(..excess);
    }

    /// Forgets what belongs to the conversation alone.
    pub(super) fn leave_conversation(&mut self) {
        self.asked.clear();
        self.tried.clear();
        self.mood = Mood::default();
        self.dossier = None;
        self.labels.clear();
        self.mentioned.clear();
        self.request = None;
        self.asked_rating = false;
    }

    /// Forgets an order and all that was told and offered of it.
    pub(super) fn leave_order(&mut self, key: &OrderKey) {
        self.orders.remove(key);
        self.muted.remove(key);
        self.offers.retain(|offer| offer.order != *key);
        let of_order = format!("{key}/");
        self.told.retain(|told| !told.starts_with(&of_order));
    }

    /// Takes an order's view unless a newer one is already known, or one as new that shows as
    /// much. Says whether it was taken.
    pub(super) fn take_order(&mut self, view: OrderView) -> bool {
        let shown = |view: &OrderView| (view.version, !view.secret);
        let stale = self
            .orders
            .get(&view.key)
            .is_some_and(|known| shown(known) >= shown(&view));
        if stale {
            return false;
        }
        self.orders.insert(view.key.clone(), view);
        true
    }
}
