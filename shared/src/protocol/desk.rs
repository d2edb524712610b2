//! The agent's socket.

use serde::{Deserialize, Serialize};

use super::Refusal;
use super::request::Request;
use super::widget::{AgentName, ConversationState, Event};
use crate::ids::{Cid, ContactId, SiteKey};
use crate::language::Language;
use crate::order::OrderView;
use crate::source::Malformed;
use crate::time::Timestamp;

/// What an agent's client sends.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum AgentCommand {
    /// Asks for the state of the desk.
    Hello,
    /// Opens a case: its dossier and its latest events, then its events as they come.
    OpenCase {
        /// Whose.
        contact: ContactId,
    },
    /// Stops watching a case.
    LeaveCase {
        /// Whose.
        contact: ContactId,
    },
    /// Asks for a page of a case's events.
    FetchEvents {
        /// Whose.
        contact: ContactId,
        /// Events after this number,
        after: u64,
        /// at most this many.
        limit: u32,
    },
    /// Takes a case that waits, or takes it over.
    TakeCase {
        /// Names the command.
        cid: Cid,
        /// Whose.
        contact: ContactId,
    },
    /// Answers the shopper.
    Reply {
        /// Names the command.
        cid: Cid,
        /// Whom.
        contact: ContactId,
        /// Plain text.
        text: String,
    },
    /// Leaves a word for other agents.
    AddNote {
        /// Names the command.
        cid: Cid,
        /// Whose case.
        contact: ContactId,
        /// Plain text.
        text: String,
    },
    /// Settles a case.
    Resolve {
        /// Names the command.
        cid: Cid,
        /// Whose.
        contact: ContactId,
    },
    /// Has seen a case's events up to a number.
    ReadCase {
        /// Whose.
        contact: ContactId,
        /// The last number seen.
        upto: u64,
    },
    /// Is typing an answer. Not kept.
    Typing {
        /// To whom.
        contact: ContactId,
    },
    /// Asks for a quarantined payload's body.
    ShowQuarantined {
        /// Which entry.
        id: u64,
    },
    /// Has a quarantined payload read again, and taken in if it is understood now.
    ReplayQuarantined {
        /// Which entry.
        id: u64,
    },
    /// Puts a quarantined payload away for good: its body is forgotten.
    DiscardQuarantined {
        /// Which entry.
        id: u64,
    },
}

/// What an agent's client receives.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum AgentEvent {
    /// Answers hello.
    Welcome {
        /// Which site.
        site: SiteKey,
        /// The shop's name.
        site_name: String,
        /// Who is signed in.
        agent: AgentName,
        /// The cases that are not resolved, and the latest of those that are.
        cases: Vec<CaseSummary>,
        /// The payloads that could not be understood, newest first, without their bodies.
        quarantine: Vec<QuarantineEntry>,
    },
    /// A case is new or looks different.
    CaseChanged {
        /// As it stands.
        case: CaseSummary,
    },
    /// Answers an opened case.
    CaseOpened {
        /// Whose.
        contact: ContactId,
        /// What was known at handoff; absent while the bot has the case.
        dossier: Option<Box<Dossier>>,
        /// What is known now.
        present: Present,
        /// The latest events.
        events: Vec<Event>,
        /// The number of the latest event.
        head: u64,
    },
    /// Events of a case that this client has open, in order.
    CaseEvents {
        /// Whose.
        contact: ContactId,
        /// The events.
        events: Vec<Event>,
    },
    /// How far the shopper has read.
    ShopperRead {
        /// Which shopper.
        contact: ContactId,
        /// The last number seen.
        upto: u64,
    },
    /// The shopper is typing. Not kept.
    ShopperTyping {
        /// Which shopper.
        contact: ContactId,
    },
    /// A command took effect, or had done so before.
    Acked {
        /// The command.
        cid: Cid,
        /// The number of its event.
        seq: u64,
    },
    /// A command had no effect.
    Refused {
        /// The command, where it could be read.
        cid: Option<Cid>,
        /// Why.
        code: Refusal,
        /// When it is worth trying again, in seconds.
        retry_after: Option<u32>,
    },
    /// A payload could not be understood.
    QuarantineAdded {
        /// The entry.
        entry: QuarantineEntry,
    },
    /// An entry was read again or put away; one that is still not understood tells why.
    QuarantineChanged {
        /// The entry.
        entry: QuarantineEntry,
    },
    /// Answers a quarantined payload.
    Quarantined {
        /// The entry.
        entry: QuarantineEntry,
        /// The payload as it came. Foreign text.
        body: String,
    },
    /// The edge closes the socket.
    Bye {
        /// Why.
        code: Refusal,
        /// When to come back, in seconds.
        retry_after: Option<u32>,
    },
}

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
    /// What the shopper asks a human to carry out, if anything.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub request: Option<Request>,
    /// How surely the shopper is known.
    pub identity: Identity,
    /// The shopper's language.
    pub language: Language,
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
    pub asked: Vec<String>,
    /// What the bot had tried, oldest first.
    pub tried: Vec<BotAttempt>,
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
    /// The orders as they are.
    pub orders: Vec<OrderView>,
    /// How far the shopper has read.
    pub read_upto: u64,
}

/// A payload that was signed rightly and could not be understood.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuarantineEntry {
    /// Which entry, from 1.
    pub id: u64,
    /// When it came.
    pub at: Timestamp,
    /// The source, `shopify`.
    pub source: String,
    /// The source's topic or event name, where it gave one.
    pub topic: Option<String>,
    /// What was wrong.
    pub problem: Malformed,
    /// Its size in bytes.
    pub size: u64,
    /// What became of it.
    #[serde(default)]
    pub state: QuarantineState,
    /// When an agent last had it read again, if one did.
    #[serde(default)]
    pub tried_at: Option<Timestamp>,
}

/// What became of a quarantined payload.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum QuarantineState {
    /// Nobody can read it yet.
    #[default]
    Waiting,
    /// It was understood in the end, and took effect.
    Replayed,
    /// An agent put it away.
    Discarded,
}
