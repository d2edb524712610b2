//! What the queue needs to know of a case, from what the contact keeps.

use super::state::State;
use crate::notice::NoticeKind;
use crate::protocol::promise::Promise;
use crate::routing::{Signs, Topic, Triage, topic, triage};
use crate::tracking::Status;

/// Contacts for the same matter count together within this time, in milliseconds.
const SAME_MATTER_MILLIS: i64 = 14 * 24 * 3_600_000;

/// What the case is about.
pub(super) fn topic_of(state: &State) -> Topic {
    topic(
        state.request.as_ref(),
        state.asked.iter().map(|asked| asked.text.as_str()),
        &state.orders_latest_first(),
    )
}

/// What the queue needs to know of the case.
pub(super) fn triage_of(state: &State) -> Triage {
    triage(&Signs {
        topic: topic_of(state),
        reason: state.reason(),
        request: state.request.as_ref(),
        mood: &state.mood,
        deadline_at_risk: deadline_at_risk(state),
        promise_broken: state.promises.iter().any(Promise::is_broken),
        contacts: contacts(state),
    })
}

/// Whether an order was told to miss its day, and is not there yet.
fn deadline_at_risk(state: &State) -> bool {
    state
        .notices
        .iter()
        .filter(|told| told.notice == NoticeKind::WillMissDeadline)
        .filter_map(|told| state.orders.get(&told.order))
        .any(|order| {
            let mut parcels = order.parcels.iter();
            !order.cancelled
                && (order.parcels.is_empty()
                    || parcels.any(|parcel| parcel.status != Status::Delivered))
        })
}

/// How often the matter that is with humans now came to them lately.
fn contacts(state: &State) -> usize {
    let Some(latest) = state.handoffs.last().filter(|_| state.reason().is_some()) else {
        return 0;
    };
    state
        .handoffs
        .iter()
        .filter(|handoff| handoff.topic == latest.topic)
        .filter(|handoff| latest.at.millis_since(handoff.at) <= SAME_MATTER_MILLIS)
        .count()
}
