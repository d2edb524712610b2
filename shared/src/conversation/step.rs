//! One step of a conversation: a state and an input give events and, where something changed,
//! the next state. Whoever runs it commits both in one transaction, and only then tells anyone.

use super::input::Input;
use super::matter::Offer;
use super::shopper::Taken;
use super::state::State;
use super::waiting;
use super::{after, concerns, desk, ledger, redress, service, shopper};
use crate::bot;
use crate::language::Language;
use crate::notice::{self, Notice};
use crate::order::OrderView;
use crate::protocol::desk::ToldNotice;
use crate::protocol::widget::Fact;
use crate::protocol::{MAX_TEXT_CHARS, Refusal};
use crate::redact::redact_cards;
use crate::time::Timestamp;

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

/// Takes one input. `head` is the number of the latest event.
pub fn step(state: &State, head: u64, input: &Input, now: Timestamp) -> Step {
    let mut outcome = take(state, head, input, now)?;
    service::follow(state, &mut outcome, now);
    concerns::follow(state, head, input, &mut outcome, now);
    Ok(outcome)
}

fn take(state: &State, head: u64, input: &Input, now: Timestamp) -> Step {
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
        Input::OrderTold { order, notice } => {
            let mut outcome = order_told(state, head, order, notice.as_deref(), now);
            after::follow_up(&mut outcome);
            Ok(outcome)
        }
        Input::Woken => Ok(desk::woken(state, now)),
        Input::SilenceOver => Ok(after::silent(state, now)),
        Input::WaitedLong { promise_by } => Ok(waiting::waited(state, promise_by.as_ref())),
        Input::PromisesDue => Ok(ledger::break_overdue(state, now)),
        Input::Taken { .. }
        | Input::Given { .. }
        | Input::Released { .. }
        | Input::Snoozed { .. }
        | Input::AgentSaid { .. }
        | Input::PromiseKept { .. }
        | Input::RedressChosen { .. }
        | Input::RedressAnswered { .. }
        | Input::Noted { .. }
        | Input::Labeled { .. }
        | Input::AgentResolved { .. }
        | Input::AgentRead { .. } => by_agent(state, head, input, now),
    }
}

/// Takes what an agent does.
fn by_agent(state: &State, head: u64, input: &Input, now: Timestamp) -> Step {
    match input {
        Input::Taken { agent, from, .. } => desk::taken(state, agent, from.as_ref(), now),
        Input::Given {
            agent, to, from, ..
        } => desk::given(state, agent, to, from.as_ref(), now),
        Input::Released { agent, .. } => desk::released(state, agent),
        Input::Snoozed { agent, until, .. } => desk::snoozed(state, agent, *until, now),
        Input::AgentSaid {
            cid,
            agent,
            text,
            promise,
            fills,
            today,
        } => {
            let text = checked(text)?;
            desk::guarded(state, agent, &text, fills, today)?;
            let word = desk::Word {
                cid,
                text: &text,
                pledge: promise.as_ref(),
            };
            desk::said(state, head, agent, &word, now)
        }
        Input::PromiseKept { promise, .. } => {
            let mut outcome = ledger::kept(state, *promise, now)?;
            after::follow_up(&mut outcome);
            Ok(outcome)
        }
        Input::RedressChosen {
            agent,
            authority,
            zone,
            choice,
            ..
        } => {
            let chosen = redress::Chosen {
                agent,
                authority: *authority,
                zone: *zone,
                choice,
            };
            redress::chosen(state, head, &chosen, now)
        }
        Input::RedressAnswered {
            agent,
            redress,
            approved,
            ..
        } => redress::answered(state, agent, *redress, *approved),
        Input::Noted {
            agent,
            text,
            mentions,
            ..
        } => {
            let text = checked(text)?;
            Ok(desk::noted(state, head, agent, &text, mentions))
        }
        Input::Labeled { label, on, .. } => desk::labeled(state, label, *on),
        Input::AgentResolved { agent, .. } => desk::resolved(state, agent, now),
        Input::AgentRead { agent, upto } => {
            let upto = (*upto).min(head);
            let is_told = state.mentioned.get(agent).is_some_and(|seq| *seq <= upto);
            let newer = upto > state.agent_read_upto;
            Ok(changed_if(state, newer || is_told, |next| {
                next.agent_read_upto = next.agent_read_upto.max(upto);
                next.mentioned.retain(|of, _| !is_told || of != agent);
            }))
        }
        // What shoppers, orders and time do is taken before.
        _ => Ok(Outcome::default()),
    }
}

pub(super) fn changed_if(state: &State, differs: bool, change: impl FnOnce(&mut State)) -> Outcome {
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

fn order_told(
    state: &State,
    head: u64,
    order: &OrderView,
    notice: Option<&Notice>,
    now: Timestamp,
) -> Outcome {
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
            next.note_told(ToldNotice {
                seq: head + 1,
                at: now,
                notice: notice.kind,
                order: order.key.clone(),
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
