//! What the shopper does to a conversation, and what the bot makes of it.

use super::after;
use super::chosen;
use super::exchange::{Exchange, keep_latest, shopper_message};
use super::input::ProofResult;
use super::promise::Term;
use super::state::{Phase, State};
use super::step::{Draft, Outcome, Step};
use super::waiting;
use crate::articles::Article;
use crate::bot;
use crate::ids::Cid;
use crate::protocol::Refusal;
use crate::protocol::desk::{Asked, HandoffReason, Identity};
use crate::protocol::rating::Rating;
use crate::protocol::request::RequestKind;
use crate::protocol::widget::{ChoiceId, Fact};
use crate::season::cutoff::CutoffAnswer;
use crate::time::Timestamp;

/// The shopper says something.
pub(super) fn said(
    state: &State,
    head: u64,
    cid: &Cid,
    text: &str,
    season: Option<&CutoffAnswer>,
    help: Option<&Article>,
    now: Timestamp,
) -> Outcome {
    let message = shopper_message(cid, text.to_owned(), None);
    // The fast path: a human has the case, nothing but the message is added.
    if matches!(state.phase, Phase::Open { .. } | Phase::Queued { .. }) {
        let next = state.mood.with(head + 1, text).map(|mood| State {
            mood,
            ..state.clone()
        });
        return Outcome {
            events: vec![Draft {
                conversation: state.conversation,
                fact: Fact::Message(message),
            }],
            next,
        };
    }
    if let Some(outcome) = after::answered(state, cid, text, now) {
        return outcome;
    }
    let mut turn = Exchange::begin(state, head, message, now);
    if turn.held_by_human() {
        return turn.without_answer();
    }
    turn.next.asked.push(Asked {
        seq: head + 1,
        text: text.to_owned(),
    });
    keep_latest(&mut turn.next.asked);
    if turn.reopened {
        return turn.announce(HandoffReason::Reopened);
    }
    let answer = bot::answer(&turn.next, text, season, help);
    turn.finish(answer)
}

/// A choice as it was taken.
#[derive(Clone, Copy)]
pub(super) struct Taken<'a> {
    pub(super) choice: ChoiceId,
    /// The number of the event that offered it.
    pub(super) about: Option<u64>,
    /// Until when a request has an answer.
    pub(super) promise_by: Option<&'a Term>,
}

/// The shopper takes a choice. One about parcels is out of place where no event offered it.
pub(super) fn chose(state: &State, head: u64, cid: &Cid, taken: Taken<'_>, now: Timestamp) -> Step {
    // Its label is said, not chosen.
    if taken.choice == ChoiceId::Say {
        return Err(Refusal::OutOfPlace);
    }
    // What is said of a settled case leaves it settled.
    if let Some(rating) = Rating::of(taken.choice) {
        return after::rated(state, cid, taken.choice, rating, now);
    }
    if taken.choice == ChoiceId::Settled
        && let Some(agreed) = after::agreed(state, cid)
    {
        return Ok(agreed);
    }
    let matter = || {
        let offered = taken.about.and_then(|seq| state.matter(seq));
        offered.ok_or(Refusal::OutOfPlace)
    };
    let label = bot::choice(taken.choice, state.language).label;
    let message = shopper_message(cid, label, taken.about);
    let turn = Exchange::begin(state, head, message, now);
    let request = |turn, kind| {
        let matter = matter()?;
        Ok(chosen::request(turn, kind, &matter, taken.promise_by))
    };
    match taken.choice {
        ChoiceId::TalkToHuman => Ok(unless_held(turn, |turn| {
            turn.announce(HandoffReason::Requested)
        })),
        ChoiceId::NotSettled => Ok(unless_held(turn, |turn| {
            let reason = if turn.reopened {
                HandoffReason::Reopened
            } else {
                HandoffReason::Requested
            };
            turn.announce(reason)
        })),
        ChoiceId::Say | ChoiceId::RateGood | ChoiceId::RateFair | ChoiceId::RateBad => {
            Err(Refusal::OutOfPlace)
        }
        ChoiceId::Settled => Ok(unless_held(turn, Exchange::settle)),
        ChoiceId::TrackOrder => Ok(turn.answer(|state| bot::track(state, None))),
        ChoiceId::OtherOrder => Ok(turn.answer(|state| bot::ask_for_order(state, None))),
        ChoiceId::CallBack => Ok(waiting::call_back(turn, taken.promise_by)),
        ChoiceId::Wait => matter().map(|matter| chosen::wait(turn, &matter)),
        ChoiceId::OtherAddress => request(turn, RequestKind::OtherAddress),
        ChoiceId::OtherPoint => request(turn, RequestKind::OtherPoint),
        ChoiceId::SendAgain => request(turn, RequestKind::SendAgain),
        ChoiceId::Refund => request(turn, RequestKind::Refund),
        // A human who has the case looks for the parcel with the shopper.
        ChoiceId::NotReceived if turn.held_by_human() => request(turn, RequestKind::Inquiry),
        ChoiceId::NotReceived => matter().map(|matter| chosen::not_received(turn, &matter)),
        ChoiceId::StillMissing => request(turn, RequestKind::Inquiry),
        ChoiceId::MuteOrder => matter().map(|matter| chosen::mute(turn, &matter)),
        ChoiceId::UnmuteOrder => matter().map(|matter| chosen::unmute(turn, &matter)),
    }
}

/// The shopper's proof of an order was checked.
pub(super) fn proof_checked(
    state: &State,
    head: u64,
    cid: &Cid,
    number: &str,
    result: &ProofResult,
    now: Timestamp,
) -> Outcome {
    let text = bot::proof_sent(number, state.language);
    let mut turn = Exchange::begin(state, head, shopper_message(cid, text, None), now);
    let answer = match result {
        ProofResult::Matched { order, told } => {
            turn.next.take_order((**order).clone());
            turn.next.told.extend(told.iter().cloned());
            if turn.next.identity == Identity::Anonymous {
                turn.next.identity = Identity::OrderVerified;
            }
            // A newer view may have come while the proof was checked.
            let known = turn.next.orders[&order.key].clone();
            bot::show(&turn.next, &known)
        }
        ProofResult::Mismatched => bot::proof_failed(&turn.next, number),
    };
    if turn.held_by_human() {
        return turn.remark(answer.messages, answer.about.as_ref());
    }
    turn.finish(answer)
}

/// The shopper asks for a human.
pub(super) fn human_requested(state: &State, head: u64, cid: &Cid, now: Timestamp) -> Outcome {
    let text = bot::choice(ChoiceId::TalkToHuman, state.language).label;
    let turn = Exchange::begin(state, head, shopper_message(cid, text, None), now);
    unless_held(turn, |turn| turn.announce(HandoffReason::Requested))
}

/// While humans have the case the bot leaves it to them.
fn unless_held(turn: Exchange, act: impl FnOnce(Exchange) -> Outcome) -> Outcome {
    if turn.held_by_human() {
        return turn.without_answer();
    }
    act(turn)
}
