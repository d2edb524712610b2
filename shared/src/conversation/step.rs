//! One step of a conversation: a state and an input give events and, where something changed,
//! the next state. Whoever runs it commits both in one transaction, and only then tells anyone.

use sha2::{Digest, Sha256};

use super::matter::Offer;
use super::shopper::Taken;
use super::state::State;
use super::{desk, shopper};
use crate::articles::Article;
use crate::bot;
use crate::ids::{AgentId, Cid};
use crate::language::Language;
use crate::notice::{self, Notice};
use crate::order::OrderView;
use crate::protocol::desk::Identity;
use crate::protocol::widget::{AgentName, ChoiceId, Fact};
use crate::protocol::{MAX_TEXT_CHARS, Refusal};
use crate::redact::redact_cards;
use crate::season::cutoff::CutoffAnswer;
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
        /// What the merchant's calendar says, where the text [`bot::asks_of_season`].
        season: Option<Box<CutoffAnswer>>,
        /// An article of the merchant's help that may answer it, where it [`bot::seeks_help`].
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
        /// The day by which a request has an answer, told by [`super::promise_by`].
        promise_by: Option<Day>,
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
        /// Whether it may be taken from another who holds it.
        over: bool,
    },
    /// An agent answers.
    AgentSaid {
        /// Names the command.
        cid: Cid,
        /// Who.
        agent: AgentName,
        /// As typed.
        text: String,
    },
    /// An agent leaves a word for other agents.
    Noted {
        /// Names the command.
        cid: Cid,
        /// Who.
        agent: AgentName,
        /// As typed.
        text: String,
    },
    /// An agent settles the case.
    AgentResolved {
        /// Names the command.
        cid: Cid,
        /// Who.
        agent: AgentName,
    },
    /// Agents have seen everything up to a number.
    AgentRead {
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

/// An event before it has a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// The conversation that it belongs to.
    pub conversation: u32,
    /// What happened.
    pub fact: Fact,
}

/// What follows from an input.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    /// The events, in order. The first one answers the input's cid.
    pub events: Vec<Draft>,
    /// The state after it, where it changed.
    pub next: Option<State>,
}

/// A step's outcome, or why there is none.
pub type Step = Result<Outcome, Refusal>;

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
            | Self::AgentResolved { cid, agent } => Some((Sender::Agent(agent.id.clone()), cid)),
            Self::LanguageChosen(_)
            | Self::SignedIn(_)
            | Self::ShopperRead { .. }
            | Self::OrderTold { .. }
            | Self::AgentRead { .. } => None,
        }
    }
}

impl Input {
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
            Self::AgentSaid { text, .. } => format!("answer {text}"),
            Self::Noted { text, .. } => format!("note {text}"),
            Self::AgentResolved { .. } => "resolved".to_owned(),
            Self::LanguageChosen(_)
            | Self::SignedIn(_)
            | Self::ShopperRead { .. }
            | Self::OrderTold { .. }
            | Self::AgentRead { .. } => String::new(),
        };
        let hash = Sha256::digest(content.as_bytes());
        let whole = u64::from_be_bytes(hash[..8].try_into().unwrap_or_default());
        whole >> 11
    }
}

/// Takes one input. `head` is the number of the latest event.
pub fn step(state: &State, head: u64, input: &Input, now: Timestamp) -> Step {
    match input {
        Input::LanguageChosen(language) => {
            Ok(changed_if(state, state.language != *language, |next| {
                next.language = *language;
            }))
        }
        Input::SignedIn(identity) => Ok(changed_if(state, state.identity != *identity, |next| {
            next.identity = identity.clone();
        })),
        Input::Said {
            cid,
            text,
            season,
            help,
        } => {
            let text = checked(text)?;
            Ok(shopper::said(
                state,
                head,
                cid,
                &text,
                season.as_deref(),
                help.as_deref(),
                now,
            ))
        }
        Input::Chose {
            cid,
            choice,
            about,
            promise_by,
        } => {
            let taken = Taken {
                choice: *choice,
                about: *about,
                promise_by: promise_by.as_ref(),
            };
            shopper::chose(state, head, cid, taken, now)
        }
        Input::ProofChecked {
            cid,
            number,
            result,
        } => {
            // Whatever is typed may be a card number, in the field of an order's number too.
            let number = redact_cards(number);
            Ok(shopper::proof_checked(
                state, head, cid, &number, result, now,
            ))
        }
        Input::HumanRequested { cid } => Ok(shopper::human_requested(state, head, cid, now)),
        Input::ShopperRead { upto } => {
            let upto = (*upto).min(head);
            Ok(changed_if(state, upto > state.read_upto, |next| {
                next.read_upto = upto;
            }))
        }
        Input::OrderTold { order, notice } => Ok(order_told(state, head, order, notice.as_deref())),
        Input::Taken { agent, over, .. } => desk::taken(state, agent, *over),
        Input::AgentSaid { cid, agent, text } => desk::said(state, cid, agent, &checked(text)?),
        Input::Noted { agent, text, .. } => Ok(desk::noted(state, agent, &checked(text)?)),
        Input::AgentResolved { agent, .. } => desk::resolved(state, agent, now),
        Input::AgentRead { upto } => {
            let upto = (*upto).min(head);
            let newer = upto > state.agent_read_upto;
            Ok(changed_if(state, newer, |next| next.agent_read_upto = upto))
        }
    }
}

fn changed_if(state: &State, differs: bool, change: impl FnOnce(&mut State)) -> Outcome {
    let next = differs.then(|| {
        let mut next = state.clone();
        change(&mut next);
        next
    });
    Outcome {
        events: Vec::new(),
        next,
    }
}

/// A message's text, trimmed, with card numbers masked before anything else can see it.
fn checked(text: &str) -> Result<String, Refusal> {
    let text = text.trim();
    if text.is_empty() {
        return Err(Refusal::Empty);
    }
    if text.chars().count() > MAX_TEXT_CHARS {
        return Err(Refusal::TooLong);
    }
    Ok(redact_cards(text).into_owned())
}

fn order_told(state: &State, head: u64, order: &OrderView, notice: Option<&Notice>) -> Outcome {
    let mut next = state.clone();
    let newer = next.take_order(order.clone());
    let untold = notice.filter(|notice| next.told.insert(notice.key.clone()));
    let wanted =
        |notice: &&Notice| notice.kind.concerns_the_end() || !state.muted.contains(&order.key);
    let fact = match untold.filter(wanted) {
        Some(notice) => {
            next.offer(Offer {
                seq: head + 1,
                order: order.key.clone(),
                parcels: notice.parcels.clone(),
            });
            Some(news(notice, order, state.language))
        }
        None => newer.then(|| Fact::OrderUpdated {
            order: order.clone(),
        }),
    };
    let event = |fact| Draft {
        // News that comes before the first word belongs to the conversation that it may begin.
        conversation: state.conversation.max(1),
        fact,
    };
    let changed = newer || untold.is_some();
    Outcome {
        events: fact.map(event).into_iter().collect(),
        next: changed.then_some(next),
    }
}

fn news(notice: &Notice, order: &OrderView, language: Language) -> Fact {
    let words = notice::say(notice, language);
    Fact::Notice {
        notice: notice.kind,
        severity: notice.kind.severity(),
        text: words.text,
        next: words.next,
        parcels: notice.parcels.clone(),
        choices: words
            .choices
            .into_iter()
            .map(|id| bot::choice(id, language))
            .collect(),
        order: order.clone(),
    }
}
