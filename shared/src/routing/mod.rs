//! The queue: what a case is about, whose turn it is, who is given what, and how long it takes.
//!
//! The oldest case comes first. The VIP cell's come before all others, yet no agent is given more
//! than [`VIPS_IN_A_ROW`] of them while another case waits for that agent, so nobody starves.

mod assign;
mod profile;
mod rules;
mod topic;
mod triage;
mod wait;

#[cfg(test)]
mod tests;

use std::cmp::Ordering;

use crate::protocol::desk::CaseSummary;
use crate::protocol::widget::ConversationState;

pub use assign::{Assignment, OnDuty, VIPS_IN_A_ROW, Waiting, assign, next_overflow};
pub use profile::{Channel, Level, MAX_CAPACITY, Presence, Profile, Teammate};
pub use rules::QueueRules;
pub use topic::{Topic, topic};
pub use triage::{Signs, Triage, VipReason, triage};
pub use wait::{MIN_MEASURED, expected_minutes};

/// The place of each waiting case, 1 first: the VIP cell's, then the others, each the one that
/// has waited longest first.
pub fn places<'a>(cases: impl IntoIterator<Item = &'a CaseSummary>) -> Vec<(&'a CaseSummary, u32)> {
    let mut waiting: Vec<(Waiting<'_>, &CaseSummary)> = cases
        .into_iter()
        .filter_map(|case| Waiting::of(case).map(|waiting| (waiting, case)))
        .collect();
    waiting.sort_by(|(a, _), (b, _)| before(a, b));
    waiting
        .into_iter()
        .zip(1..)
        .map(|((_, case), place)| (case, place))
        .collect()
}

impl<'a> Waiting<'a> {
    /// A case of the desk's list, if it waits.
    pub fn of(case: &'a CaseSummary) -> Option<Self> {
        let ConversationState::Queued { since } = case.state else {
            return None;
        };
        Some(Self {
            contact: &case.contact,
            since,
            language: case.language,
            triage: &case.triage,
        })
    }
}

/// Which of two cases comes first.
fn before(a: &Waiting<'_>, b: &Waiting<'_>) -> Ordering {
    let turn = |case: &Waiting<'_>| (case.triage.vip.is_empty(), case.since);
    turn(a).cmp(&turn(b)).then_with(|| a.contact.cmp(b.contact))
}
