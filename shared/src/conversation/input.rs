//! What may happen to a conversation, and what names a command.

use sha2::{Digest, Sha256};

use super::ledger::TimedPledge;
use super::promise::Term;
use crate::articles::Article;
use crate::ids::{AgentId, Cid};
use crate::language::Language;
use crate::notice::Notice;
use crate::order::OrderView;
use crate::protocol::desk::Identity;
use crate::protocol::widget::{AgentName, ChoiceId};
use crate::redress::{Authority, RedressChoice};
use crate::season::Zone;
use crate::season::cutoff::CutoffAnswer;
use crate::template::Fill;
use crate::time::{Day, Timestamp};

/// What may happen to a conversation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input {
    /// The page is in another language now.
    LanguageChosen(Language),
    /// The shop has signed who this is.
    SignedIn(Identity),
    /// The shopper says something.
    Said {
        /// Names the command.
        cid: Cid,
        /// As typed.
        text: String,
        /// What the merchant's calendar says, where the bot needs that [`crate::bot::Source`].
        season: Option<Box<CutoffAnswer>>,
        /// An article of the merchant's help that may answer it, likewise.
        help: Option<Box<Article>>,
    },
    /// The shopper takes a choice.
    Chose {
        /// Names the command.
        cid: Cid,
        /// Which one.
        choice: ChoiceId,
        /// The number of the event that offered it.
        about: Option<u64>,
        /// Until when a request has an answer, told by [`super::promise_by`].
        promise_by: Option<Term>,
    },
    /// The shopper's proof of an order was checked.
    ProofChecked {
        /// Names the command.
        cid: Cid,
        /// The order's number, normalized.
        number: String,
        /// What became of it.
        result: ProofResult,
    },
    /// The shopper asks for a human.
    HumanRequested {
        /// Names the command.
        cid: Cid,
    },
    /// The shopper has seen everything up to a number.
    ShopperRead {
        /// The last number seen.
        upto: u64,
    },
    /// An order looks different, and may have news.
    OrderTold {
        /// The order as it stands, or as it stood at the news.
        order: Box<OrderView>,
        /// The news.
        notice: Option<Box<Notice>>,
    },
    /// An agent takes the case.
    Taken {
        /// Names the command.
        cid: Cid,
        /// Who.
        agent: AgentName,
        /// The holder from whom it may be taken. Whoever else holds it by then keeps it.
        from: Option<AgentId>,
    },
    /// An agent gives the case to another.
    Given {
        /// Names the command.
        cid: Cid,
        /// Who.
        agent: AgentName,
        /// To whom.
        to: AgentName,
        /// The holder, beside the agent, from whom it may be taken.
        from: Option<AgentId>,
    },
    /// The holder gives the case back to the queue, where it keeps its place.
    Released {
        /// Names the command.
        cid: Cid,
        /// Who.
        agent: AgentName,
    },
    /// The holder sets the case aside.
    Snoozed {
        /// Names the command.
        cid: Cid,
        /// Who.
        agent: AgentName,
        /// Until when, if the shopper says nothing before.
        until: Timestamp,
    },
    /// A case that was set aside may be due.
    Woken,
    /// An agent answers.
    AgentSaid {
        /// Names the command.
        cid: Cid,
        /// Who.
        agent: AgentName,
        /// As typed.
        text: String,
        /// What it promises.
        promise: Option<TimedPledge>,
        /// The facts that a template put into it.
        fills: Vec<Fill>,
        /// The day at the shop.
        today: Day,
    },
    /// An agent says that a promise is kept.
    PromiseKept {
        /// Names the command.
        cid: Cid,
        /// Who.
        agent: AgentName,
        /// Which: the number of the event that made it.
        promise: u64,
    },
    /// The holder chooses what to do where something went wrong.
    RedressChosen {
        /// Names the command.
        cid: Cid,
        /// Who.
        agent: AgentName,
        /// What the agent may decide.
        authority: Authority,
        /// Where the shop's days begin.
        zone: Zone,
        /// What.
        choice: RedressChoice,
    },
    /// A lead answers what an agent may not decide.
    RedressAnswered {
        /// Names the command.
        cid: Cid,
        /// Who.
        agent: AgentName,
        /// What was asked: the number of its event.
        redress: u64,
        /// Whether it may be done.
        approved: bool,
    },
    /// Promises may be overdue.
    PromisesDue,
    /// The shopper has waited for a human for long, by the merchant's rules.
    WaitedLong {
        /// By when a human can come back to them, told by [`super::promise_by`].
        promise_by: Option<Term>,
    },
    /// Nothing may have been heard since the case was settled, for long enough to call it solved.
    SilenceOver,
    /// An agent leaves a word for other agents.
    Noted {
        /// Names the command.
        cid: Cid,
        /// Who.
        agent: AgentName,
        /// As typed.
        text: String,
        /// Whom it names.
        mentions: Vec<AgentId>,
    },
    /// An agent puts a label on the case, or takes it off.
    Labeled {
        /// Names the command.
        cid: Cid,
        /// Who.
        agent: AgentName,
        /// Which label, by id.
        label: String,
        /// Whether the case is to bear it.
        on: bool,
    },
    /// An agent settles the case.
    AgentResolved {
        /// Names the command.
        cid: Cid,
        /// Who.
        agent: AgentName,
    },
    /// An agent has seen everything up to a number.
    AgentRead {
        /// Who.
        agent: AgentId,
        /// The last number seen.
        upto: u64,
    },
}

/// What became of a proof.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ProofResult {
    /// It fits.
    Matched {
        /// The order as it stands.
        order: Box<OrderView>,
        /// The keys of the notices that this view makes old news.
        told: Vec<String>,
    },
    /// It doesn't, or there is no such order: the answer is the same.
    Mismatched,
}

/// Whose cid it is: the same cid of two senders means two commands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sender {
    /// The shopper.
    Shopper,
    /// An agent.
    Agent(AgentId),
}

impl Sender {
    /// The sender as the store names it.
    pub fn tag(&self) -> &str {
        match self {
            Self::Shopper => "shopper",
            Self::Agent(id) => id.as_str(),
        }
    }
}

impl Input {
    /// The command that this input carries: who named it and how.
    pub fn command(&self) -> Option<(Sender, &Cid)> {
        match self {
            Self::Said { cid, .. }
            | Self::Chose { cid, .. }
            | Self::ProofChecked { cid, .. }
            | Self::HumanRequested { cid } => Some((Sender::Shopper, cid)),
            Self::Taken { cid, agent, .. }
            | Self::AgentSaid { cid, agent, .. }
            | Self::Noted { cid, agent, .. }
            | Self::Given { cid, agent, .. }
            | Self::Released { cid, agent }
            | Self::Snoozed { cid, agent, .. }
            | Self::PromiseKept { cid, agent, .. }
            | Self::RedressChosen { cid, agent, .. }
            | Self::RedressAnswered { cid, agent, .. }
            | Self::Labeled { cid, agent, .. }
            | Self::AgentResolved { cid, agent } => Some((Sender::Agent(agent.id.clone()), cid)),
            Self::LanguageChosen(_)
            | Self::SignedIn(_)
            | Self::ShopperRead { .. }
            | Self::OrderTold { .. }
            | Self::Woken
            | Self::PromisesDue
            | Self::WaitedLong { .. }
            | Self::SilenceOver
            | Self::AgentRead { .. } => None,
        }
    }

    /// What the command holds, as a number below 2^53, which JavaScript and the store take as it
    /// is: the same name with another digest is a conflict. What became of a proof is no part of
    /// it, since that may differ when it is tried again.
    pub fn digest(&self) -> u64 {
        let content = match self {
            Self::Said { text, .. } => format!("said {text}"),
            Self::Chose { choice, about, .. } => format!("chose {choice:?} {about:?}"),
            Self::ProofChecked { number, .. } => format!("proof {number}"),
            Self::HumanRequested { .. } => "human".to_owned(),
            Self::Taken { .. } => "taken".to_owned(),
            Self::Given { to, .. } => format!("given {}", to.id),
            Self::Released { .. } => "released".to_owned(),
            Self::Snoozed { until, .. } => format!("snoozed {}", until.0),
            Self::AgentSaid { text, promise, .. } => {
                let promise = promise.as_ref();
                let promise = promise.map(|it| (it.kind.name(), it.term.by.as_str()));
                format!("answer {promise:?} {text}")
            }
            Self::PromiseKept { promise, .. } => format!("kept {promise}"),
            Self::RedressChosen { choice, .. } => format!("redress {choice:?}"),
            Self::RedressAnswered {
                redress, approved, ..
            } => format!("redress {redress} {approved}"),
            Self::Labeled { label, on, .. } => format!("label {label} {on}"),
            Self::Noted { text, .. } => format!("note {text}"),
            Self::AgentResolved { .. } => "resolved".to_owned(),
            Self::LanguageChosen(_)
            | Self::SignedIn(_)
            | Self::ShopperRead { .. }
            | Self::OrderTold { .. }
            | Self::Woken
            | Self::PromisesDue
            | Self::WaitedLong { .. }
            | Self::SilenceOver
            | Self::AgentRead { .. } => String::new(),
        };
        let hash = Sha256::digest(content.as_bytes());
        let whole = u64::from_be_bytes(hash[..8].try_into().unwrap_or_default());
        whole >> 11
    }
}
