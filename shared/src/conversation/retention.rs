//! What of a contact is past its time. What was said and heard is kept for so many days after it
//! happened; what humans still have, and what is still owed, is kept until it is settled.

use super::state::State;
use crate::ids::OrderKey;
use crate::order::OrderView;
use crate::protocol::promise::{Promise, Standing};
use crate::report::Concern;
use crate::time::Timestamp;
use crate::tracking::Status;

/// When a contact was heard of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Heard {
    /// When last: by a word, news of an order, or the first sign of the contact.
    pub latest: Timestamp,
    /// When the shopper said the oldest word that is still kept.
    pub oldest_word: Option<Timestamp>,
}

/// What is kept of a contact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Retained {
    /// Nothing: it is erased whole.
    Nothing,
    /// The rest.
    Rest(Box<Rest>),
}

/// What is kept of a contact that is not past its time as a whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rest {
    /// The state without what is past its time.
    pub next: State,
    /// The orders that it no longer hears of.
    pub left: Vec<OrderKey>,
    /// Whether something that the directory knows from it is past its time.
    pub told_is_past: bool,
    /// The conversation whose events are kept however old they are, because humans have it.
    pub spared: Option<u32>,
}

/// What is kept of a contact when everything from before a time is past.
pub fn retain(state: &State, heard: Heard, before: Timestamp) -> Retained {
    let with_humans = state.reason().is_some();
    let is_owed = state.promises.iter().any(Promise::is_outstanding);
    if heard.latest < before && !with_humans && !is_owed {
        return Retained::Nothing;
    }
    let mut next = state.clone();
    let past = |order: &OrderView| has_ended(order) && last_news(order) < before;
    let orders = state.orders.values().filter(|order| past(order));
    let left: Vec<OrderKey> = orders.map(|order| order.key.clone()).collect();
    for key in &left {
        next.leave_order(key);
    }
    next.notices.retain(|told| told.at >= before);
    next.handoffs.retain(|handoff| handoff.at >= before);
    next.promises
        .retain(|promise| settled_at(promise).is_none_or(|at| at >= before));
    next.concerns
        .retain(|concern| concern.opened_at >= before || is_with_humans(concern));
    // What it remembers of its words has no times: it goes with the first of them.
    if !with_humans && heard.oldest_word.is_some_and(|at| at < before) {
        next.leave_conversation();
    }
    let kept_less = next.promises.len() < state.promises.len()
        || next.concerns.len() < state.concerns.len()
        || next.notices.len() < state.notices.len();
    Retained::Rest(Box::new(Rest {
        next,
        left,
        // The directory has those as well that were forgotten here for lack of room.
        told_is_past: kept_less || state.has_many_concerns() || state.has_many_notices(),
        spared: with_humans.then_some(state.conversation),
    }))
}

fn is_with_humans(concern: &Concern) -> bool {
    concern.handed.is_some() && concern.settled.is_none()
}

/// Whether nothing more is to come of an order.
fn has_ended(order: &OrderView) -> bool {
    let ended = |status| {
        matches!(
            status,
            Status::Delivered | Status::Returned | Status::Lost | Status::Cancelled
        )
    };
    let mut parcels = order.parcels.iter();
    order.cancelled || (!order.parcels.is_empty() && parcels.all(|parcel| ended(parcel.status)))
}

/// When an order was last heard of.
fn last_news(order: &OrderView) -> Timestamp {
    let lines = order.parcels.iter().flat_map(|parcel| &parcel.history);
    lines
        .map(|line| line.at)
        .fold(order.placed_at, Timestamp::max)
}

/// When a promise was settled, if it is.
fn settled_at(promise: &Promise) -> Option<Timestamp> {
    match promise.standing {
        Standing::Open | Standing::Broken { .. } => None,
        Standing::Kept { at } | Standing::Late { at } => Some(at),
    }
}
