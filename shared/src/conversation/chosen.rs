//! Choices about parcels, taken: what the bot does alone, and what it asks humans to carry out.

use super::exchange::Exchange;
use super::matter::Matter;
use super::promise::Term;
use super::state::Phase;
use super::step::Outcome;
use crate::bot;
use crate::protocol::desk::HandoffReason;
use crate::protocol::promise::PromiseKind;
use crate::protocol::request::{Request, RequestKind};

/// The shopper waits: the bot says what it watches for.
pub(super) fn wait(turn: Exchange, matter: &Matter) -> Outcome {
    let today = turn.now.utc_day();
    turn.answer(|state| bot::will_watch(matter, today.as_ref(), state.language))
}

/// The shopper has not received what was delivered: the bot names the places to look at first.
pub(super) fn not_received(turn: Exchange, matter: &Matter) -> Outcome {
    turn.answer(|state| bot::usual_places(matter, state.language))
}

/// The shopper asks for something that a human carries out. The facts go along, and the shopper
/// is told by when there will be an answer; a human who has the case says that alone.
pub(super) fn request(
    mut turn: Exchange,
    kind: RequestKind,
    matter: &Matter,
    promise_by: Option<&Term>,
) -> Outcome {
    let request = Request {
        kind,
        order: matter.order.number.clone(),
        parcels: matter.parcels.clone(),
        promise_by: promise_by.map(|term| term.by.clone()),
    };
    let mut confirmation = bot::passed_on(&request, matter, turn.next.language);
    turn.next.request = Some(request);
    // Only what is told is promised: a human who has the case says alone until when.
    if let Some(term) = promise_by.filter(|_| turn.next.holder().is_none()) {
        let kind = PromiseKind::Answer;
        confirmation.promise = Some(bot::commitment(kind, &term.by, turn.next.language));
        let told_by = turn.next_seq();
        turn.next.promise(told_by, kind, term, None);
    }
    match &turn.next.phase {
        Phase::Open { .. } | Phase::Snoozed { .. } => turn.without_answer(),
        Phase::Queued { .. } => turn.remark(vec![confirmation], None),
        Phase::Pending { .. } | Phase::Resolved { .. } => {
            turn.hand_off(HandoffReason::Action, confirmation)
        }
    }
}

/// The shopper wants no more news of an order.
pub(super) fn mute(mut turn: Exchange, matter: &Matter) -> Outcome {
    turn.next.muted.insert(matter.order.key.clone());
    let answer = bot::muted(matter, turn.next.language);
    confirm(turn, answer)
}

/// The shopper wants news of an order again.
pub(super) fn unmute(mut turn: Exchange, matter: &Matter) -> Outcome {
    turn.next.muted.remove(&matter.order.key);
    let answer = bot::unmuted(matter, turn.next.language);
    confirm(turn, answer)
}

/// News is the bot's to give, whoever has the case.
fn confirm(turn: Exchange, answer: bot::Turn) -> Outcome {
    if turn.held_by_human() {
        return turn.remark(answer.messages, answer.about.as_ref());
    }
    turn.finish(answer)
}
