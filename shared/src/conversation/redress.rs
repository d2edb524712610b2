//! What is done for a shopper to whom something went wrong, and what a lead is asked for.

use super::state::State;
use super::step::{Draft, Outcome, Step};
use crate::notice::NoticeKind;
use crate::protocol::Refusal;
use crate::protocol::desk::BotAttempt;
use crate::protocol::widget::{AgentName, Fact};
use crate::redress::{
    Authority, Guide, Redress, RedressChoice, RedressStanding, Situation, guides, step_for,
};
use crate::season::Zone;
use crate::time::Timestamp;

/// How much of what was done is remembered.
const MAX_REMEMBERED: usize = 20;

/// A choice, and what it is judged by.
pub(super) struct Chosen<'a> {
    pub(super) agent: &'a AgentName,
    /// What the agent may decide.
    pub(super) authority: Authority,
    /// Where the shop's days begin.
    pub(super) zone: Zone,
    pub(super) choice: &'a RedressChoice,
}

impl State {
    /// What can be done for this shopper.
    pub fn guides(&self, zone: Zone, now: Timestamp) -> Vec<Guide> {
        self.in_situation(zone, now, guides)
    }

    fn in_situation<T>(
        &self,
        zone: Zone,
        now: Timestamp,
        read: impl FnOnce(Situation<'_>) -> T,
    ) -> T {
        let orders = self.orders_latest_first();
        let missed: Vec<String> = self
            .notices
            .iter()
            .filter(|told| told.notice == NoticeKind::WillMissDeadline)
            .filter_map(|told| self.orders.get(&told.order))
            .map(|order| order.number.clone())
            .collect();
        let tried: &[BotAttempt] = &self.tried;
        read(Situation {
            orders: &orders,
            request: self.request.as_ref(),
            tried,
            misses_its_day: &missed,
            chosen: &self.redress,
            zone,
            now,
        })
    }

    /// Remembers what is done, in place of how it stood before.
    fn note_redress(&mut self, redress: Redress) {
        match self.redress.iter_mut().find(|it| it.id == redress.id) {
            Some(known) => *known = redress,
            None => self.redress.push(redress),
        }
        let excess = self.redress.len().saturating_sub(MAX_REMEMBERED);
        self.redress.drain(..excess);
    }
}

/// The holder chooses what to do. What is beyond the holder's authority is asked of a lead.
pub(super) fn chosen(state: &State, head: u64, chosen: &Chosen<'_>, now: Timestamp) -> Step {
    let Chosen {
        agent,
        authority,
        zone,
        choice,
    } = chosen;
    if state.holder().is_none_or(|holder| holder.id != agent.id) {
        return Err(Refusal::Forbidden);
    }
    let step = state.in_situation(*zone, now, |situation| step_for(situation, choice));
    let step = step.ok_or(Refusal::OutOfPlace)?;
    let order = state.orders.get(&choice.order).ok_or(Refusal::NotFound)?;
    let standing = if *authority >= step.needs {
        RedressStanding::Decided
    } else {
        RedressStanding::Asked
    };
    Ok(noted(
        state,
        Redress {
            id: head + 1,
            order: order.number.clone(),
            parcel: choice.parcel.clone(),
            harm: choice.harm,
            remedy: choice.remedy,
            by: (*agent).clone(),
            standing,
        },
    ))
}

/// A lead answers what was asked.
pub(super) fn answered(state: &State, lead: &AgentName, id: u64, approved: bool) -> Step {
    let known = state.redress.iter().find(|redress| redress.id == id);
    let known = known.ok_or(Refusal::NotFound)?;
    if known.standing != RedressStanding::Asked {
        return Err(Refusal::OutOfPlace);
    }
    let by = lead.clone();
    let standing = if approved {
        RedressStanding::Approved { by }
    } else {
        RedressStanding::Declined { by }
    };
    Ok(noted(
        state,
        Redress {
            standing,
            ..known.clone()
        },
    ))
}

fn noted(state: &State, redress: Redress) -> Outcome {
    let mut next = state.clone();
    next.note_redress(redress.clone());
    Outcome {
        events: vec![Draft {
            conversation: state.conversation.max(1),
            fact: Fact::Redress { redress },
        }],
        next: Some(next),
    }
}
