//! The agent's socket.

mod case;
mod listing;
mod quarantine;

use serde::{Deserialize, Serialize};

use super::Refusal;
use super::promise::{Pledge, Promise};
use super::widget::{AgentName, Event};
use crate::ids::{AgentId, Cid, ContactId, SiteKey};
use crate::redress::{Authority, Guide, Redress, RedressChoice};
use crate::routing::Teammate;
use crate::sla::Clock;
use crate::template::Fill;
use crate::time::Timestamp;

pub use case::{
    Asked, BotAttempt, CaseClock, CaseSummary, Dossier, HandoffReason, Identity, LastAuthor,
    PastHandoff, Present, ToldNotice,
};
pub use listing::{CaseList, CaseMark};
pub use quarantine::{QuarantineEntry, QuarantineState};

/// What an agent's client sends.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum AgentCommand {
    /// Asks for the state of the desk.
    Hello,
    /// Asks for the next page of a list of cases.
    ListCases {
        /// Where it goes on.
        mark: CaseMark,
    },
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
        /// What it promises, if anything: an entry of the ledger, in the agent's name.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        promise: Option<Pledge>,
        /// The facts that a template put into it.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        fills: Vec<Fill>,
    },
    /// Says that a promise is kept: the refund was made, the parcel was sent. Promises of an
    /// answer or a callback are kept by the next word.
    KeepPromise {
        /// Names the command.
        cid: Cid,
        /// Whose case.
        contact: ContactId,
        /// The promise, by the number of the event that made it.
        promise: u64,
    },
    /// Asks what can be done where something went wrong.
    ShowRedress {
        /// Whose case.
        contact: ContactId,
    },
    /// Chooses what to do. What is beyond the agent's authority is asked of a lead.
    ChooseRedress {
        /// Names the command.
        cid: Cid,
        /// Whose case.
        contact: ContactId,
        /// What.
        choice: RedressChoice,
    },
    /// Answers what an agent may not decide. Leads only.
    AnswerRedress {
        /// Names the command.
        cid: Cid,
        /// Whose case.
        contact: ContactId,
        /// What was asked, by the number of its event.
        redress: u64,
        /// Whether it may be done.
        approved: bool,
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
    /// Puts a label on a case, or takes it off.
    LabelCase {
        /// Names the command.
        cid: Cid,
        /// Whose case.
        contact: ContactId,
        /// The label's id.
        label: String,
        /// Whether the case is to bear it.
        on: bool,
    },
    /// Settles a case.
    Resolve {
        /// Names the command.
        cid: Cid,
        /// Whose.
        contact: ContactId,
    },
    /// Gives a case to another agent. Leads may give any case; others those that they hold, or
    /// that nobody holds.
    GiveCase {
        /// Names the command.
        cid: Cid,
        /// Whose.
        contact: ContactId,
        /// To whom.
        to: AgentId,
    },
    /// Gives a case back to the queue, where it keeps its place.
    ReleaseCase {
        /// Names the command.
        cid: Cid,
        /// Whose.
        contact: ContactId,
    },
    /// Sets a case aside until a time, or until the shopper's next word.
    SnoozeCase {
        /// Names the command.
        cid: Cid,
        /// Whose.
        contact: ContactId,
        /// Until when, at most 31 days ahead.
        until: Timestamp,
    },
    /// Is to be given cases from now on, up to the capacity; or takes them by hand.
    SetReady {
        /// Whether.
        ready: bool,
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
    /// Has read everything that was sent to it so far. Due after [`super::GOT_EVERY`], and in answer
    /// to [`AgentEvent::StillThere`].
    Got,
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
        /// The agent's own cases, and the first page of each list.
        cases: Vec<CaseSummary>,
        /// Where the lists go on that have more.
        more: Vec<CaseMark>,
        /// The clocks of the cases that humans have.
        clocks: Vec<CaseClock>,
        /// The payloads that could not be understood, newest first, without their bodies.
        quarantine: Vec<QuarantineEntry>,
        /// The agents who have been here, by name.
        team: Vec<Teammate>,
    },
    /// Answers with a page of a list.
    CasesListed {
        /// Which list.
        list: CaseList,
        /// The cases.
        cases: Vec<CaseSummary>,
        /// Their clocks.
        clocks: Vec<CaseClock>,
        /// Where the list goes on, if there are more.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        more: Option<CaseMark>,
    },
    /// The team looks different: someone came, went, took or left a case.
    TeamChanged {
        /// The agents who have been here, by name.
        team: Vec<Teammate>,
    },
    /// A case is new or looks different.
    CaseChanged {
        /// As it stands.
        case: CaseSummary,
    },
    /// The clocks of a case are others now.
    ClocksChanged {
        /// Whose.
        contact: ContactId,
        /// All that run.
        clocks: Vec<Clock>,
    },
    /// A clock of a case is over. Leads and the holder are told.
    ClockOver {
        /// Whose.
        contact: ContactId,
        /// Which one.
        clock: Clock,
    },
    /// A case was given to this agent.
    CaseGiven {
        /// Whose.
        contact: ContactId,
        /// Whether it is one of the VIP cell.
        vip: bool,
    },
    /// A promise of this agent, or of nobody by name, is due before the day is over.
    PromiseDue {
        /// To whom.
        contact: ContactId,
        /// What.
        promise: Promise,
    },
    /// A promise was broken. Leads and its owner are told.
    PromiseBroken {
        /// To whom.
        contact: ContactId,
        /// What.
        promise: Promise,
    },
    /// Answers what can be done where something went wrong.
    RedressShown {
        /// For whom.
        contact: ContactId,
        /// What this agent may decide.
        authority: Authority,
        /// A guide for each parcel, those in trouble first.
        guides: Vec<Guide>,
    },
    /// An agent asks for what only a lead may decide. Leads are told.
    RedressAsked {
        /// For whom.
        contact: ContactId,
        /// What.
        redress: Redress,
    },
    /// A lead has answered. Who asked is told.
    RedressAnswered {
        /// For whom.
        contact: ContactId,
        /// What, and how it stands now.
        redress: Redress,
    },
    /// A case is gone: its shopper was erased, or goes on as another contact.
    CaseGone {
        /// Whose.
        contact: ContactId,
        /// As whom the shopper goes on, who has signed in.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        goes_on_as: Option<ContactId>,
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
    /// Who has a case open: told to all of them when one comes or goes.
    CaseWatched {
        /// Whose.
        contact: ContactId,
        /// Each once, by name.
        by: Vec<AgentName>,
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
    /// Nothing was heard of this client for a while: whoever is there answers with
    /// [`AgentCommand::Got`].
    StillThere,
    /// The edge closes the socket.
    Bye {
        /// Why.
        code: Refusal,
        /// When to come back, in seconds.
        retry_after: Option<u32>,
    },
}
