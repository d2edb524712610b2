//! The shopper's socket.

use serde::{Deserialize, Serialize};

use super::Refusal;
pub use super::choice::{Choice, ChoiceId};
use super::promise::Commitment;
use super::rating::Rating;
use crate::ids::{AgentId, Cid, ContactId};
use crate::language::Language;
use crate::notice::{NoticeKind, Severity};
use crate::order::OrderView;
use crate::redress::Redress;
use crate::time::Timestamp;

/// What a shopper's client sends.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum ShopperCommand {
    /// Opens or resumes: which epoch and how far the client has the events. A client that has
    /// none leaves both out and gets the latest [`super::FRESH_REPLAY`].
    Hello {
        /// The epoch of the events that the client has.
        #[serde(default)]
        epoch: Option<u32>,
        /// The last number that it has without a gap.
        #[serde(default)]
        last_seq: Option<u64>,
        /// The language of the page from now on.
        #[serde(default)]
        language: Option<Language>,
    },
    /// Says something.
    Send {
        /// Names the command.
        cid: Cid,
        /// Plain text.
        text: String,
    },
    /// Takes one of the choices that were offered.
    Choose {
        /// Names the command.
        cid: Cid,
        /// Which one.
        choice: ChoiceId,
        /// The number of the event that offered it.
        #[serde(default)]
        about: Option<u64>,
    },
    /// Shows that an order is the shopper's.
    VerifyOrder {
        /// Names the command.
        cid: Cid,
        /// The order's number as the shopper types it.
        number: String,
        /// The e-mail or the postcode of the order.
        proof: String,
    },
    /// Asks for a human.
    RequestHuman {
        /// Names the command.
        cid: Cid,
    },
    /// Has seen everything up to a number.
    Read {
        /// The last number seen.
        upto: u64,
    },
    /// Asks for a page of events.
    Fetch {
        /// Events after this number,
        after: u64,
        /// at most this many (at most [`super::MAX_REPLAY`]).
        limit: u32,
    },
    /// Is typing. Not kept.
    Typing,
    /// Has read everything that was sent to it so far. Due after [`super::GOT_EVERY`].
    Got,
}

/// What a shopper's client receives.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum ShopperEvent {
    /// Answers hello; the replay follows as [`ShopperEvent::Events`].
    Welcome {
        /// Which contact this is. Not a secret, not a credential.
        contact: ContactId,
        /// The epoch of the events.
        epoch: u32,
        /// The number of the latest event; 0 when there is none.
        head: u64,
        /// How far the shopper has read.
        read_upto: u64,
        /// How far the other side has read.
        agent_read_upto: u64,
        /// Where the conversation stands.
        state: ConversationState,
        /// The contact's latest orders as they are now, at most [`super::MAX_WELCOME_ORDERS`].
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        orders: Vec<OrderView>,
    },
    /// Events in order, without a gap within the page.
    Events {
        /// The events.
        events: Vec<Event>,
        /// Whether events with higher numbers than the last of this page are still to be fetched.
        more: bool,
    },
    /// A command took effect, or had done so before.
    Acked {
        /// The command.
        cid: Cid,
        /// The number of its event.
        seq: u64,
        /// What it made happen, which others get as [`ShopperEvent::Events`]; empty if done before.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        events: Vec<Event>,
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
    /// The client's history is not of this epoch: drop it and begin anew.
    Reset {
        /// The epoch as it is.
        epoch: u32,
    },
    /// The other side has read up to a number.
    AgentRead {
        /// The last number seen.
        upto: u64,
    },
    /// The other side is typing. Not kept.
    AgentTyping,
    /// The place in the queue, while waiting for a human.
    QueuePlace {
        /// 1 is next.
        place: u32,
        /// How many agents are there; 0 means that nobody is at the desk now.
        agents: u32,
        /// The expected wait in minutes, from how long cases took lately.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        wait_minutes: Option<u32>,
    },
    /// Opens the next socket, once, in place of a session's ticket.
    Ticket {
        /// Goes into the subprotocol list as `ticket.<ticket>`.
        ticket: String,
    },
    /// The edge closes the socket.
    Bye {
        /// Why.
        code: Refusal,
        /// When to come back, in seconds.
        retry_after: Option<u32>,
    },
}

/// A numbered fact of a contact's history. Numbers have no gaps.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    /// From 1, by one.
    pub seq: u64,
    /// When the edge took it.
    pub at: Timestamp,
    /// The conversation that it belongs to, from 1.
    pub conversation: u32,
    /// What happened.
    pub fact: Fact,
}

/// What can happen in a contact's history.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Fact {
    /// Somebody said something.
    Message(Message),
    /// A parcel's news, told without being asked.
    Notice {
        /// Which news.
        notice: NoticeKind,
        /// How much it asks of the shopper.
        #[serde(default)]
        severity: Severity,
        /// What happened.
        text: String,
        /// What happens next.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        next: Option<String>,
        /// The tracking numbers of the parcels that it speaks of.
        #[serde(default)]
        parcels: Vec<String>,
        /// What the shopper may choose.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        choices: Vec<Choice>,
        /// The order as it stood.
        order: OrderView,
    },
    /// An order of this contact looks different now. Not shown as a message.
    OrderUpdated {
        /// The order as it stands.
        order: OrderView,
    },
    /// The conversation is in other hands.
    StateChanged {
        /// Where it stands.
        state: ConversationState,
    },
    /// A promise was kept, or its day is over and it was not.
    PromiseSettled {
        /// The number of the event that made it.
        promise: u64,
        /// Whether it was kept, be it too late.
        kept: bool,
    },
    /// A case that a human settled is solved. Between agents.
    Solved {
        /// Whether the shopper agreed; else nothing was heard for three days.
        agreed: bool,
    },
    /// The shopper said how it was. Between agents.
    Rated {
        /// How.
        rating: Rating,
    },
    /// The shopper said whether to recommend the shop. Between agents.
    Scored {
        /// From 0, not at all, to 10.
        score: u8,
    },
    /// Something is done where something went wrong, or a lead is asked or answers. Between agents.
    Redress {
        /// As it stands now.
        redress: Redress,
    },
    /// A word between agents. A shopper gets [`Fact::Hidden`] in its place.
    Note {
        /// Who wrote it.
        author: AgentName,
        /// Plain text.
        text: String,
    },
    /// Something that is not the receiver's to see: only its number counts.
    Hidden,
}

/// A message of a conversation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Message {
    /// Who speaks.
    pub author: Author,
    /// Plain text.
    pub text: String,
    /// The sender's name for it, so that a client knows its own message again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cid: Option<Cid>,
    /// The number of the event whose choice this takes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub about: Option<u64>,
    /// What is shown below the text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub card: Option<Card>,
    /// What the shopper may answer with one touch.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub choices: Vec<Choice>,
    /// What it promises.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub promise: Option<Commitment>,
}

/// Who speaks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "by", rename_all = "snake_case")]
pub enum Author {
    /// The shopper.
    Shopper,
    /// The bot.
    Bot,
    /// A human of the shop.
    Agent(AgentName),
}

/// An agent as others see one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AgentName {
    /// Which agent.
    pub id: AgentId,
    /// The name to show.
    pub name: String,
}

/// What is shown below a message's text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "card", rename_all = "snake_case")]
pub enum Card {
    /// An order with its progress.
    Order {
        /// The order as it stood; a later `OrderUpdated` of the same key replaces it.
        order: OrderView,
    },
    /// A form for [`ShopperCommand::VerifyOrder`].
    OrderForm {
        /// The number, when the shopper has already said it.
        number: Option<String>,
    },
}

/// Where a conversation stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum ConversationState {
    /// The bot has it.
    Pending,
    /// It waits for a human.
    Queued {
        /// Since when.
        since: Timestamp,
    },
    /// A human has it.
    Open {
        /// Who.
        assignee: AgentName,
    },
    /// A human has it, and has set it aside until a time or until the shopper's next word.
    Snoozed {
        /// Until when.
        until: Timestamp,
        /// Who.
        assignee: AgentName,
    },
    /// It is settled; the shopper's next word opens it again.
    Resolved,
}

impl ConversationState {
    /// The human who has it, whether or not it is set aside.
    pub fn holder(&self) -> Option<&AgentName> {
        match self {
            Self::Open { assignee } | Self::Snoozed { assignee, .. } => Some(assignee),
            Self::Pending | Self::Queued { .. } | Self::Resolved => None,
        }
    }
}
