//! The queue: whose turn it is.

use crate::protocol::desk::CaseSummary;
use crate::protocol::widget::ConversationState;
use crate::time::Timestamp;

/// The place of each waiting case, 1 first: the one that has waited longest is next.
pub fn places(cases: &[CaseSummary]) -> Vec<(&CaseSummary, u32)> {
    let mut waiting: Vec<(Timestamp, &CaseSummary)> = cases
        .iter()
        .filter_map(|case| match case.state {
            ConversationState::Queued { since } => Some((since, case)),
            ConversationState::Pending
            | ConversationState::Open { .. }
            | ConversationState::Resolved => None,
        })
        .collect();
    waiting.sort_by(|(a, left), (b, right)| a.cmp(b).then(left.contact.cmp(&right.contact)));
    waiting
        .into_iter()
        .zip(1..)
        .map(|((_, case), place)| (case, place))
        .collect()
}
