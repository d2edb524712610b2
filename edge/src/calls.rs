//! What objects ask of each other: one closed enum an object. Every call is idempotent, so that
//! an outbox may repeat it.

use serde::{Deserialize, Serialize};
use shared::audit::{Broken, Deed, Entry};
use shared::conversation::{Handover, TimedPledge};
use shared::hooks::KeptHeaders;
use shared::ids::{AgentId, Cid, ContactId, OrderKey};
use shared::language::Language;
use shared::notice::Notice;
use shared::order::{OrderUpdate, OrderView};
use shared::protocol::Refusal;
use shared::protocol::desk::{CaseSummary, Dossier, Identity, Present};
use shared::protocol::staff::Role;
use shared::protocol::widget::{AgentName, Event};
use shared::redress::{Authority, RedressChoice};
use shared::routing::Profile;
use shared::season::Zone;
use shared::source::Malformed;
use shared::template::Fill;
use shared::time::{Day, Timestamp};
use shared::tracking::TrackingUpdate;

/// Asked of an order's object.
#[derive(Serialize, Deserialize)]
#[serde(tag = "call", rename_all = "snake_case")]
pub enum OrderCall {
    /// Takes what the shop says. Reply: `()`.
    Ingest { update: OrderUpdate },
    /// Takes what a carrier says. Reply: `()`.
    Track { update: TrackingUpdate },
    /// Checks an e-mail or a postcode; a match binds the contact. Reply: [`ProofReply`].
    CheckProof { proof: String, contact: ContactId },
    /// Binds a contact for whom the shop has signed, if the e-mail is the order's; the order and
    /// its latest news follow by the outbox. Reply: `()`.
    Bind { contact: ContactId, email: String },
    /// Binds one contact in place of another, which was the same shopper. Reply: `()`.
    Rebind { from: ContactId, to: ContactId },
    /// Asks how it stands, as anybody may know. Reply: `Option<OrderView>`.
    Show,
    /// Tells the directory again what it knows from this order. Reply: `()`.
    TellDirectory,
    /// Tells a contact nothing more, and forgets the buyer if that is who it was. Reply: `()`.
    Forget { contact: ContactId },
}

/// What became of a proof.
#[derive(Default, Serialize, Deserialize)]
pub struct ProofReply {
    /// The order, if the proof fits.
    pub order: Option<OrderView>,
    /// The notices that the order's view makes old news.
    pub told: Vec<String>,
}

/// Asked of a tracking number's object.
#[derive(Serialize, Deserialize)]
#[serde(tag = "call", rename_all = "snake_case")]
pub enum ParcelCall {
    /// Takes what a carrier says. Reply: `()`.
    Ingest { update: TrackingUpdate },
    /// Says whose parcel this is, and who carries it as far as the shop knows: past and future
    /// events go to that order. Reply: `()`.
    Claim {
        order: OrderKey,
        carrier: Option<String>,
    },
}

/// Asked of a poll's object.
#[derive(Serialize, Deserialize)]
#[serde(tag = "call", rename_all = "snake_case")]
pub enum PollCall {
    /// Asks about a tracking number from now on. Reply: `()`.
    Follow { number: String },
    /// The site's settings name the service: it is to be asked. Reply: `()`.
    Wake,
}

/// Asked of a site's audit trail.
#[derive(Serialize, Deserialize)]
#[serde(tag = "call", rename_all = "snake_case")]
pub enum AuditCall {
    /// Keeps what somebody is about to do. Reply: `()`.
    Note { deed: Deed },
    /// Gives the whole trail. Reply: [`TrailReply`].
    Trail,
}

/// A site's audit trail.
#[derive(Serialize, Deserialize)]
pub struct TrailReply {
    /// Where it was tampered with, if it was.
    pub broken: Option<Broken>,
    /// Every entry, in order.
    pub trail: Vec<Entry>,
}

/// Asked of a site's roll.
#[derive(Serialize, Deserialize)]
#[serde(tag = "call", rename_all = "snake_case")]
pub enum RollCall {
    /// Enters an object that is to tell the directory something. Reply: `()`.
    Enter { member: Member },
    /// Strikes one out. Reply: `()`.
    Strike { member: Member },
    /// Gives those behind one, in order, at most so many. Reply: `Vec<Member>`.
    Page { after: Option<Member>, limit: u32 },
}

/// An object that the directory knows something from.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Member {
    /// Where it is found, what is at risk.
    Order(OrderKey),
    /// Its signed e-mail, what it was promised.
    Contact(ContactId),
}

/// Asked of a contact's object.
#[derive(Serialize, Deserialize)]
#[serde(tag = "call", rename_all = "snake_case")]
pub enum ContactCall {
    /// Opens a session of a visitor: the first time sets the secret's hash, later ones must
    /// match it. Reply: `bool`, whether the session is granted.
    OpenVisitor {
        secret_hash: String,
        new: bool,
        language: Language,
    },
    /// Opens a session of a shopper for whom the shop has signed. Reply: `()`.
    OpenVerified {
        identity: Identity,
        language: Language,
    },
    /// Tells how an order stands, and its news. Reply: `()`.
    TellOrder {
        order: Box<OrderView>,
        notice: Option<Box<Notice>>,
    },
    /// Asks for the case as an agent sees it. Reply: [`CaseReply`].
    ShowCase,
    /// Asks what can be done where something went wrong. Reply: `Vec<shared::redress::Guide>`.
    ShowRedress { zone: Zone },
    /// Asks for what a text to the shopper may be made with. Reply: `Option<shared::template::Facts>`, none for a
    /// contact that never was.
    ShowFacts { agent: AgentName, shop: String },
    /// No agent watches the case any more. Reply: `()`.
    LeaveCase,
    /// Asks for a page of events. Reply: `Vec<Event>`.
    FetchEvents { after: u64, limit: u32 },
    /// An agent acts on the case. Reply: [`ActReply`].
    Act {
        cid: Cid,
        agent: AgentName,
        act: AgentAct,
    },
    /// Agents have read up to a number. Reply: `()`.
    AgentRead { agent: AgentId, upto: u64 },
    /// An agent is typing. Reply: `()`.
    AgentTyping,
    /// Hands everything over to a signed-in contact, if the visitor's secret is right. Reply: `()`,
    /// whether or not there was anything to hand over.
    HandOver { secret_hash: String, to: ContactId },
    /// Takes over what the same device said as a visitor. Reply: `()`.
    Adopt { handover: Box<Handover> },
    /// Tells the directory again what it knows from this contact. Reply: `()`.
    TellDirectory,
    /// Gives everything that is kept of the contact. Reply: `Option<ContactExport>`.
    Export,
    /// Erases the contact, here and wherever it is known. Reply: `()`.
    Erase { receipt: String },
    /// The place in the queue. Reply: `()`.
    QueuePlace {
        place: u32,
        agents: u32,
        wait_minutes: Option<u32>,
    },
}

/// What an agent does to a case.
#[derive(Serialize, Deserialize)]
#[serde(tag = "act", rename_all = "snake_case")]
pub enum AgentAct {
    /// Takes it; `from` names the holder from whom it may be taken.
    Take { from: Option<AgentId> },
    /// Gives it to another agent; `from` names the holder from whom it may be taken.
    Give {
        to: AgentName,
        from: Option<AgentId>,
    },
    /// Gives it back to the queue.
    Release,
    /// Sets it aside.
    Snooze { until: Timestamp },
    /// Answers the shopper, perhaps with a promise.
    Reply {
        text: String,
        promise: Option<TimedPledge>,
        fills: Vec<Fill>,
        /// The day at the shop.
        today: Day,
    },
    /// Says that a promise is kept.
    Keep { promise: u64 },
    /// Chooses what to do where something went wrong.
    Redress {
        choice: RedressChoice,
        authority: Authority,
        zone: Zone,
    },
    /// Answers what was asked of a lead.
    AnswerRedress { redress: u64, approved: bool },
    /// Leaves a word for other agents, some of whom it names.
    Note {
        text: String,
        mentions: Vec<AgentId>,
    },
    /// Puts a label on it, or takes it off.
    Label { label: String, on: bool },
    /// Settles it.
    Resolve,
}

/// A case as an agent sees it.
#[derive(Serialize, Deserialize)]
pub struct CaseReply {
    /// What was known at handoff.
    pub dossier: Option<Dossier>,
    /// What is known now.
    pub present: Present,
    /// The latest events.
    pub events: Vec<Event>,
    /// The number of the latest event.
    pub head: u64,
}

/// What became of an agent's act.
#[derive(Serialize, Deserialize)]
pub enum ActReply {
    /// It took effect, or had done so before.
    Done { seq: u64, case: Box<CaseSummary> },
    /// It had no effect.
    Refused(Refusal),
}

/// Asked of a site's desk.
#[derive(Serialize, Deserialize)]
#[serde(tag = "call", rename_all = "snake_case")]
pub enum DeskCall {
    /// A contact's case looks different; `events` are those since the last call, none where the
    /// contact believes that nobody watches. Reply: [`SyncReply`].
    Sync {
        case: Box<CaseSummary>,
        events: Vec<Event>,
    },
    /// A shopper has read up to a number. Reply: `()`.
    ShopperRead { contact: ContactId, upto: u64 },
    /// A shopper is typing. Reply: `()`.
    ShopperTyping { contact: ContactId },
    /// Keeps a payload that could not be understood. The same body twice is one entry.
    /// Reply: `()`.
    Quarantine {
        source: String,
        topic: Option<String>,
        problem: Malformed,
        headers: KeptHeaders,
        body: String,
    },
    /// Forgets a contact's case: it was erased, or goes on as another contact's. Reply: `()`.
    Forget {
        contact: ContactId,
        goes_on_as: Option<ContactId>,
    },
    /// Closes the sockets of a session that ended. Reply: `()`.
    EndSession { session: String, at: Timestamp },
    /// Closes the sockets of whatever an agent began before a time. Reply: `()`.
    EndAgent { agent: AgentId, at: Timestamp },
    /// How long whoever asked for a human now would wait. Reply: minutes, `Option<u32>`.
    UsualWait,
    /// The site has other settings now: clocks run anew, cases may be given to others.
    /// Reply: `()`.
    SettingsChanged,
    /// A lead has set what an agent can do. Reply: `()`.
    SetProfile { agent: AgentId, profile: Profile },
}

/// What a desk answers a contact.
#[derive(Serialize, Deserialize)]
pub struct SyncReply {
    /// Whether an agent has the case open now.
    pub watched: bool,
    /// The place in the queue, while the case waits.
    pub place: Option<u32>,
    /// How many agents are there.
    pub agents: u32,
    /// The expected wait, in minutes, while the case waits and where it is known.
    pub wait_minutes: Option<u32>,
}

/// A shopper's upgrade, as the Worker hands it to the contact in a header.
#[derive(Default, Serialize, Deserialize)]
pub struct ShopperUpgrade {
    /// Until when the socket is good, if the shop's word for the shopper ends.
    pub until: Option<Timestamp>,
    /// Until when the socket is given a ticket for the way back, if ever.
    pub back: Option<Timestamp>,
    /// What makes the ticket that was shown good once, if it is.
    pub once: Option<String>,
}

/// An agent's upgrade, as the Worker hands it to the desk in a header.
#[derive(Clone, Serialize, Deserialize)]
pub struct AgentUpgrade {
    /// Who connects.
    pub agent: AgentName,
    /// What the agent may do.
    pub role: Role,
    /// What the agent can do.
    pub profile: Profile,
    /// Which session, as the hash of its token.
    pub session: String,
    /// When the session began.
    pub began_at: Timestamp,
    /// When the session ends.
    pub expires_at: Timestamp,
    /// The shop's name.
    pub site_name: String,
}
