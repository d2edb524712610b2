//! A concern: what a shopper came with, from the first word until it is settled.

use serde::{Deserialize, Serialize};

use crate::ids::{AgentId, OrderKey};
use crate::protocol::desk::HandoffReason;
use crate::protocol::rating::Rating;
use crate::routing::Topic;
use crate::time::Timestamp;

/// What the bot has is settled once the shopper has said nothing for so long, in milliseconds.
pub const SILENCE_MILLIS: i64 = 3 * 24 * 3_600_000;

/// What a shopper came with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Concern {
    /// The number of the event that opened it.
    pub id: u64,
    /// When the shopper came with it.
    pub opened_at: Timestamp,
    /// Whether it takes up again what a human had settled.
    pub reopens: bool,
    /// What it is about.
    pub topic: Topic,
    /// Which order, where there is no doubt.
    pub order: Option<OrderKey>,
    /// Who carries that order's parcel.
    pub carrier: Option<String>,
    /// When the shopper last said something of it to the bot.
    pub heard_at: Timestamp,
    /// How it came to humans, if it did.
    pub handed: Option<Handed>,
    /// Who answered it last, or settled it.
    pub agent: Option<AgentId>,
    /// When and by whom it was settled, if it is.
    pub settled: Option<Settled>,
    /// When it was solved: the shopper agreed, or said nothing more.
    pub solved_at: Option<Timestamp>,
    /// How the shopper found it.
    pub rating: Option<Rating>,
    /// Whether the shopper would recommend the shop, from 0 to 10.
    pub score: Option<u8>,
}

/// How a concern came to humans.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Handed {
    /// When.
    pub at: Timestamp,
    /// Why.
    pub reason: HandoffReason,
    /// Whether it was the VIP cell's.
    pub vip: bool,
    /// When a human first answered.
    pub answered_at: Option<Timestamp>,
}

/// When and by whom a concern was settled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Settled {
    /// When.
    pub at: Timestamp,
    /// By whom.
    pub by: Settler,
}

/// Who settles a concern.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Settler {
    /// The shopper told the bot that it is settled.
    Bot,
    /// A human.
    Agent,
    /// Nobody: the bot had answered, and the shopper said nothing more.
    Silence,
}

impl Concern {
    /// How it ended, as far as is known now; `None` while it goes on.
    pub fn ending(&self, now: Timestamp) -> Option<Settled> {
        let is_silent = self.handed.is_none() && now.millis_since(self.heard_at) >= SILENCE_MILLIS;
        let silence = Settled {
            at: self.heard_at,
            by: Settler::Silence,
        };
        self.settled.or(is_silent.then_some(silence))
    }

    /// Whether it may be about an order: it names that one, or none.
    pub fn may_be_about(&self, order: &OrderKey) -> bool {
        self.order.as_ref().is_none_or(|its| its == order)
    }
}
