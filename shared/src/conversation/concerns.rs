//! What the shopper came with, kept as it opens, comes to humans, is answered and is settled.

use super::input::Input;
use super::sorting;
use super::state::{Phase, State};
use super::step::{Draft, Outcome};
use crate::ids::OrderKey;
use crate::protocol::widget::{Author, ChoiceId, Fact};
use crate::report::{self, Concern, Handed, Settled, Settler, Told};
use crate::time::Timestamp;
use crate::tracking::Status;

/// How many concerns are remembered.
const MAX_CONCERNS: usize = 20;

impl State {
    /// The facts that a report is made of.
    pub fn facts_for_reports(&self) -> Vec<report::Fact> {
        let concerns = self.concerns.iter().cloned().map(report::Fact::Concern);
        let told = self.notices.iter().map(|told| {
            report::Fact::Told(Told {
                seq: told.seq,
                at: told.at,
                notice: told.notice,
                order: told.order.clone(),
                carrier: carrier_of(self, &told.order),
            })
        });
        concerns.chain(told).collect()
    }

    /// The facts that a later state has no room for any more.
    pub fn facts_left_out_of(&self, next: &Self) -> Vec<report::Fact> {
        let held = next.facts_for_reports();
        let is_held = |seq: u64| held.iter().any(|fact| fact.seq() == seq);
        let mut facts = self.facts_for_reports();
        facts.retain(|fact| !is_held(fact.seq()));
        facts
    }

    /// Keeps the latest concerns.
    pub(super) fn note_concern(&mut self, concern: Concern) {
        self.concerns.push(concern);
        let excess = self.concerns.len().saturating_sub(MAX_CONCERNS);
        self.concerns.drain(..excess);
    }

    /// Whether concerns may have been forgotten for lack of room.
    pub(super) fn has_many_concerns(&self) -> bool {
        self.concerns.len() >= MAX_CONCERNS
    }

    fn open_concern(&self, now: Timestamp) -> Option<&Concern> {
        let latest = self.concerns.last()?;
        latest.ending(now).is_none().then_some(latest)
    }
}

/// Takes over what an outcome means for what the shopper came with. `head` is the number of the
/// latest event before it.
pub(super) fn follow(
    state: &State,
    head: u64,
    input: &Input,
    outcome: &mut Outcome,
    now: Timestamp,
) {
    if !may_concern(state, input, now) {
        return;
    }
    let changes = outcome.next.is_some();
    let mut next = outcome.next.take().unwrap_or_else(|| state.clone());
    let known = next.concerns.clone();
    let settles = is_resolved(&next) && !is_resolved(state);
    let stays_settled = is_resolved(&next) && is_resolved(state);
    if asks(input) && !stays_settled {
        open(state, &mut next, head + 1, now);
        hear(state, &mut next, input, now);
    }
    come_to_humans(&mut next, now);
    be_answered(&mut next, &outcome.events, now);
    if settles {
        settle(state, &mut next, input, now);
    }
    be_judged(&mut next, &outcome.events, now);
    if changes || next.concerns != known {
        outcome.next = Some(next);
    }
}

/// Whether an input may change anything. What is said while a human has the case does not: that is
/// nearly everything.
fn may_concern(state: &State, input: &Input, now: Timestamp) -> bool {
    match input {
        Input::Said { .. }
        | Input::Chose { .. }
        | Input::ProofChecked { .. }
        | Input::HumanRequested { .. } => {
            state.reason().is_none() || state.open_concern(now).is_none()
        }
        Input::AgentSaid { agent, .. } => state.open_concern(now).is_some_and(|concern| {
            let is_answered = concern
                .handed
                .as_ref()
                .is_some_and(|handed| handed.answered_at.is_some());
            !is_answered || concern.agent.as_ref() != Some(&agent.id)
        }),
        Input::Taken { .. }
        | Input::Given { .. }
        | Input::AgentResolved { .. }
        | Input::SilenceOver => true,
        _ => false,
    }
}

/// Whether the shopper wants something of the shop. Who takes note of the news, or says how it was,
/// does not.
fn asks(input: &Input) -> bool {
    match input {
        Input::Said { .. } | Input::ProofChecked { .. } | Input::HumanRequested { .. } => true,
        Input::Chose { choice, .. } => !matches!(
            choice,
            ChoiceId::Settled
                | ChoiceId::Wait
                | ChoiceId::MuteOrder
                | ChoiceId::UnmuteOrder
                | ChoiceId::CallBack
                | ChoiceId::RateGood
                | ChoiceId::RateFair
                | ChoiceId::RateBad
        ),
        _ => false,
    }
}

/// Opens a concern unless one is open. One that silence has settled is.
fn open(state: &State, next: &mut State, id: u64, now: Timestamp) {
    if let Some(latest) = next.concerns.last_mut() {
        latest.settled = latest.ending(now);
    }
    if next.open_concern(now).is_some() {
        return;
    }
    let reopens = matches!(state.phase, Phase::Resolved { by_agent: true, .. })
        && next.conversation == state.conversation;
    next.note_concern(Concern {
        id,
        opened_at: now,
        reopens,
        topic: sorting::topic_of(next),
        order: None,
        carrier: None,
        heard_at: now,
        handed: None,
        agent: None,
        settled: None,
        solved_at: None,
        rating: None,
        score: None,
    });
}

/// Takes in what the shopper says of it to the bot.
fn hear(state: &State, next: &mut State, input: &Input, now: Timestamp) {
    if state.reason().is_some() {
        return;
    }
    let topic = sorting::topic_of(next);
    let order = order_of(state, next, input);
    let carrier = order.as_ref().and_then(|order| carrier_of(next, order));
    if let Some(concern) = next.concerns.last_mut() {
        concern.topic = topic;
        concern.order = order.or(concern.order.take());
        concern.carrier = carrier.or(concern.carrier.take());
        concern.heard_at = now;
    }
}

fn come_to_humans(next: &mut State, now: Timestamp) {
    let (Some(reason), Some(open)) = (next.reason(), next.open_concern(now)) else {
        return;
    };
    if open.handed.is_some() {
        return;
    }
    let vip = is_vip(next);
    if let Some(concern) = next.concerns.last_mut() {
        concern.handed = Some(Handed {
            at: now,
            reason,
            vip,
            answered_at: None,
        });
    }
}

fn be_answered(next: &mut State, events: &[Draft], now: Timestamp) {
    let answering = events.iter().find_map(|draft| match &draft.fact {
        Fact::Message(message) => match &message.author {
            Author::Agent(agent) => Some(agent.id.clone()),
            Author::Shopper | Author::Bot => None,
        },
        _ => None,
    });
    let latest = next.concerns.last_mut();
    let open = latest.filter(|concern| concern.settled.is_none());
    let (Some(agent), Some(concern)) = (answering, open) else {
        return;
    };
    concern.agent = Some(agent);
    if let Some(handed) = &mut concern.handed {
        handed.answered_at = handed.answered_at.or(Some(now));
    }
}

/// Settles what is open. Whether it was the VIP cell's may have shown meanwhile.
fn settle(state: &State, next: &mut State, input: &Input, now: Timestamp) {
    let (by, agent) = match input {
        Input::AgentResolved { agent, .. } => (Settler::Agent, Some(&agent.id)),
        _ => (Settler::Bot, None),
    };
    let vip = state.reason().is_some() && is_vip(state);
    for concern in &mut next.concerns {
        if concern.settled.is_some() {
            continue;
        }
        concern.settled = Some(Settled { at: now, by });
        concern.agent = agent.cloned().or(concern.agent.take());
        if let Some(handed) = &mut concern.handed {
            handed.vip |= vip;
        }
    }
}

/// Takes in what the shopper says afterwards of what was done.
fn be_judged(next: &mut State, events: &[Draft], now: Timestamp) {
    let Some(concern) = next.concerns.last_mut() else {
        return;
    };
    for draft in events {
        match draft.fact {
            Fact::Solved { .. } => concern.solved_at = Some(now),
            Fact::Rated { rating } => concern.rating = Some(rating),
            Fact::Scored { score } => concern.score = Some(score),
            _ => {}
        }
    }
}

fn is_resolved(state: &State) -> bool {
    matches!(state.phase, Phase::Resolved { .. })
}

fn is_vip(state: &State) -> bool {
    !sorting::triage_of(state).vip.is_empty()
}

/// The order that the shopper means: the one of the choice, of the request, or the only one.
fn order_of(state: &State, next: &State, input: &Input) -> Option<OrderKey> {
    let chosen = match input {
        Input::Chose { about, .. } => about.and_then(|seq| state.matter(seq)),
        _ => None,
    };
    if let Some(matter) = chosen {
        return Some(matter.order.key);
    }
    let mut orders = next.orders.values();
    match &next.request {
        Some(request) => orders.find(|order| order.number == request.order),
        None => orders.next().filter(|_| next.orders.len() == 1),
    }
    .map(|order| order.key.clone())
}

/// Who carries an order: its first parcel that is still to come, else the last that came.
fn carrier_of(state: &State, order: &OrderKey) -> Option<String> {
    let parcels = &state.orders.get(order)?.parcels;
    let coming = parcels
        .iter()
        .find(|parcel| parcel.status != Status::Delivered);
    coming.or(parcels.last())?.carrier.clone()
}
