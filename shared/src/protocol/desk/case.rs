//! A case as agents see it: the line of the list, what was known at handoff, what is known now.

use serde::{Deserialize, Serialize};

use crate::ids::{AgentId, ContactId, OrderKey};
use crate::language::Language;
use crate::mood::Mood;
use crate::notice::NoticeKind;
use crate::order::OrderView;
use crate::protocol::promise::Promise;
use crate::protocol::request::Request;
use crate::protocol::widget::ConversationState;
use crate::redress::Redress;
use crate::routing::{Topic, Triage};
use crate::sla::{Clock, Service};
use crate::time::Timestamp;

/// A case in the list: enough to choose by, no more.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseSummary {
    /// Whose case.
    pub contact: ContactId,
    /// Which conversation of that contact.
    pub conversation: u32,
    /// Where it stands.
    pub state: ConversationState,
    /// Why it was handed off; absent while the bot has it.
    pub reason: Option<HandoffReason>,
    /// How humans serve it, while they have it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub service: Option<Service>,
    /// What the queue needs to know of it.
    pub triage: Triage,
    /// What the shopper asks a human to carry out, if anything.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub request: Option<Request>,
    /// How surely the shopper is known.
    pub identity: Identity,
    /// The shopper's language.
    pub language: Language,
    /// The promises that are still to be kept, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub promises: Vec<Promise>,
    /// What leads were asked for, oldest first, with what they answered.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub approvals: Vec<Redress>,
    /// The labels that agents have put on it, by id.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub labels: Vec<String>,
    /// Whom a note has named who has not read it yet.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub mentioned: Vec<AgentId>,
    /// The numbers of the shopper's orders.
    pub orders: Vec<String>,
    /// The first characters of the latest message.
    pub preview: String,
    /// Who spoke last.
    pub last_author: LastAuthor,
    /// When the latest event came.
    pub updated_at: Timestamp,
    /// The number of the latest event: a higher one is a newer summary.
    pub head: u64,
    /// How many of the shopper's messages no agent has seen; 100 stands for more.
    pub unread: u32,
}

/// A clock, and whose case it is of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseClock {
    /// Whose.
    pub contact: ContactId,
    /// The clock.
    pub clock: Clock,
}

/// Who spoke last in a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LastAuthor {
    /// Nobody yet.
    Nobody,
    /// The shopper.
    Shopper,
    /// The bot, or a notice.
    Bot,
    /// An agent.
    Agent,
}

/// Why a case came to humans.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HandoffReason {
    /// The shopper asked for a human.
    Requested,
    /// The bot did not understand, more than once.
    NotUnderstood,
    /// The order's state is beyond the bot: lost, returned, damaged.
    Incident,
    /// The shopper answered after the case was resolved.
    Reopened,
    /// The shopper chose something that only a human can carry out.
    Action,
}

/// How surely a shopper is known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "level", rename_all = "snake_case")]
pub enum Identity {
    /// A device, no more.
    Anonymous,
    /// Somebody who knows an order's number and its e-mail or postcode.
    OrderVerified,
    /// Somebody for whom the shop has signed.
    Verified {
        /// The name that the shop signed, if any.
        name: Option<String>,
        /// The e-mail that the shop signed, if any.
        email: Option<String>,
    },
}

/// What was known when a case was handed off. Frozen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dossier {
    /// The number of the handoff's event: the transcript up to it is what had been said.
    pub seq: u64,
    /// When.
    pub at: Timestamp,
    /// Why.
    pub reason: HandoffReason,
    /// What the shopper asked a human to carry out, if anything.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub request: Option<Request>,
    /// Who, as far as was known.
    pub identity: Identity,
    /// The shopper's language.
    pub language: Language,
    /// The orders with their parcels' timelines, as they were.
    pub orders: Vec<OrderView>,
    /// What the shopper had asked, oldest first.
    pub asked: Vec<Asked>,
    /// What the bot had tried, oldest first.
    pub tried: Vec<BotAttempt>,
    /// What the case is about.
    pub topic: Topic,
    /// How the shopper felt, and the lines that show it.
    pub mood: Mood,
    /// The latest notices that the shopper was told, oldest first.
    pub notices: Vec<ToldNotice>,
    /// The earlier times that the shopper came to humans, oldest first.
    pub earlier: Vec<PastHandoff>,
    /// What was promised, and what became of it, oldest first.
    pub promises: Vec<Promise>,
}

/// Something that a shopper asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asked {
    /// The number of its event.
    pub seq: u64,
    /// In the shopper's words.
    pub text: String,
}

/// A notice that a shopper was told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ToldNotice {
    /// The number of its event.
    pub seq: u64,
    /// When.
    pub at: Timestamp,
    /// Which news.
    pub notice: NoticeKind,
    /// Of which order.
    pub order: OrderKey,
}

/// A time that a shopper came to humans.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PastHandoff {
    /// The number of its event.
    pub seq: u64,
    /// When.
    pub at: Timestamp,
    /// In which conversation.
    pub conversation: u32,
    /// Why.
    pub reason: HandoffReason,
    /// What it was about.
    pub topic: Topic,
}

/// Something that the bot did before the handoff.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BotAttempt {
    /// Asked for the order's number and a proof.
    AskedForOrder,
    /// Could not verify the proof.
    ProofFailed,
    /// Showed where the order is.
    ShowedOrder,
    /// Said that it did not understand.
    DidNotUnderstand,
    /// Agreed with the shopper to wait for news.
    AgreedToWait,
    /// Said until when to order for the season's day.
    ToldCutoff,
    /// Named the places where a parcel may be that was delivered and not received.
    NamedUsualPlaces,
}

/// What is known of a contact now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Present {
    /// Who, as far as is known.
    pub identity: Identity,
    /// The shopper's language.
    pub language: Language,
    /// Where the conversation stands.
    pub state: ConversationState,
    /// What the shopper asks a human to carry out, if anything.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub request: Option<Request>,
    /// What was done where something went wrong, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub redress: Vec<Redress>,
    /// The orders as they are.
    pub orders: Vec<OrderView>,
    /// What was promised, and what became of it, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub promises: Vec<Promise>,
    /// How far the shopper has read.
    pub read_upto: u64,
}
