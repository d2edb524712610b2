//! After a human has settled a case: whether the shopper agrees, and how it was.

use serde::{Deserialize, Serialize};

use super::exchange::{is_same_case, shopper_message};
use super::state::State;
use super::step::{Draft, Outcome, Step};
use crate::bot::{self, Intent};
use crate::ids::Cid;
use crate::protocol::Refusal;
use crate::protocol::promise::{PromiseKind, Standing};
use crate::protocol::rating::Rating;
use crate::protocol::widget::{ChoiceId, Fact, Message};
use crate::time::Timestamp;
use crate::tracking::Status;

/// Without a word of the shopper's for so long, a settled case counts as solved, in milliseconds.
const SILENCE_MILLIS: i64 = 3 * 24 * 3_600_000;

/// Whether to recommend the shop is asked once in so long, in milliseconds: 13 weeks.
const QUARTER_MILLIS: i64 = 13 * 7 * 24 * 3_600_000;

/// The best score.
const BEST_SCORE: u8 = 10;

/// What became of a case since a human settled it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Closing {
    /// When it was settled.
    pub at: Timestamp,
    /// Whether it is solved.
    pub solved: bool,
    /// How the shopper found it.
    pub rating: Option<Rating>,
    /// Whether the shopper is being asked to recommend the shop, and has yet to say.
    #[serde(default)]
    pub asks_score: bool,
}

impl State {
    /// When a settled case counts as solved, if the shopper says nothing.
    pub fn silence_ends_at(&self) -> Option<Timestamp> {
        let closing = self.closing.as_ref().filter(|closing| !closing.solved)?;
        Some(closing.at.plus_millis(SILENCE_MILLIS))
    }

    /// Whether there is nothing left to wait for: every order is there, or the money is back.
    fn has_everything(&self) -> bool {
        let refunded = self.promises.iter().any(|promise| {
            promise.kind == PromiseKind::Refund
                && matches!(
                    promise.standing,
                    Standing::Kept { .. } | Standing::Late { .. }
                )
        });
        let mut orders = self
            .orders
            .values()
            .filter(|order| !order.cancelled)
            .peekable();
        let delivered = orders.peek().is_some()
            && orders.all(|order| {
                let mut parcels = order.parcels.iter();
                !order.parcels.is_empty()
                    && parcels.all(|parcel| parcel.status == Status::Delivered)
            });
        refunded || delivered
    }
}

/// Asks the shopper whether what a human has settled is settled.
pub(super) fn ask_whether_settled(outcome: &mut Outcome, now: Timestamp) {
    if let Some(next) = &mut outcome.next {
        next.closing = Some(Closing {
            at: now,
            solved: false,
            rating: None,
            asks_score: false,
        });
        let question = bot::is_it_settled(next.language);
        outcome.events.push(says(next, question));
    }
}

/// The shopper agrees that it is settled; `None` where no human has settled anything.
pub(super) fn agreed(state: &State, cid: &Cid) -> Option<Outcome> {
    agree(state, chosen(state, cid, ChoiceId::Settled))
}

/// What leaves a settled case settled although it is typed: a yes, which agrees, a thank-you, to
/// which there is nothing to add, and a score that was asked for. `None` for any other word, and where no human has settled
/// anything lately.
pub(super) fn answered(state: &State, cid: &Cid, text: &str, now: Timestamp) -> Option<Outcome> {
    let closing = state.closing.as_ref()?;
    if !is_same_case(closing.at, now) {
        return None;
    }
    let word = says(state, shopper_message(cid, text.to_owned(), None));
    if let Some(score) = score_of(text).filter(|_| closing.asks_score) {
        return Some(scored(state, word, score));
    }
    match bot::understand(text) {
        Intent::Yes => agree(state, word),
        Intent::Thanks => Some(Outcome {
            events: vec![word],
            next: None,
        }),
        _ => None,
    }
}

fn agree(state: &State, word: Draft) -> Option<Outcome> {
    let closing = state.closing.as_ref()?;
    let mut next = state.clone();
    let mut events = vec![word, says(state, bot::settled(state.language))];
    if !closing.solved {
        events.extend(solve(&mut next, true));
    }
    Some(Outcome {
        events,
        next: Some(next),
    })
}

/// Nothing was heard of the shopper since the case was settled.
pub(super) fn silent(state: &State, now: Timestamp) -> Outcome {
    if state.silence_ends_at().is_none_or(|ends_at| ends_at > now) {
        return Outcome::default();
    }
    let mut next = state.clone();
    Outcome {
        events: solve(&mut next, false),
        next: Some(next),
    }
}

/// An order looks different, or a promise was kept: what a rating waits for may be there now.
pub(super) fn follow_up(outcome: &mut Outcome) {
    if let Some(next) = &mut outcome.next {
        let question = ask_for_rating(next);
        outcome.events.extend(question);
    }
}

/// The shopper says how it was, once. What has been reopened since is not rated.
pub(super) fn rated(
    state: &State,
    cid: &Cid,
    choice: ChoiceId,
    rating: Rating,
    now: Timestamp,
) -> Step {
    let mut next = state.clone();
    let closing = next.closing.as_mut().filter(|_| state.asked_rating);
    let closing = closing.filter(|closing| closing.rating.is_none());
    closing.ok_or(Refusal::OutOfPlace)?.rating = Some(rating);
    let fact = Draft {
        conversation: state.conversation,
        fact: Fact::Rated { rating },
    };
    let mut events = vec![
        chosen(state, cid, choice),
        says(state, bot::rated(rating, state.language)),
        fact,
    ];
    events.extend(ask_for_score(&mut next, rating, now));
    Ok(Outcome {
        events,
        next: Some(next),
    })
}

/// The shopper says whether to recommend the shop.
fn scored(state: &State, word: Draft, score: u8) -> Outcome {
    let mut next = state.clone();
    if let Some(closing) = &mut next.closing {
        closing.asks_score = false;
    }
    let fact = Draft {
        conversation: state.conversation,
        fact: Fact::Scored { score },
    };
    Outcome {
        events: vec![word, says(state, bot::scored(state.language)), fact],
        next: Some(next),
    }
}

/// The score that a word is, from 0 to 10.
fn score_of(text: &str) -> Option<u8> {
    let number = text.trim();
    let number = number.strip_suffix("/10").unwrap_or(number);
    number.parse().ok().filter(|score| *score <= BEST_SCORE)
}

fn solve(next: &mut State, agreed: bool) -> Vec<Draft> {
    if let Some(closing) = &mut next.closing {
        closing.solved = true;
    }
    let solved = Draft {
        conversation: next.conversation,
        fact: Fact::Solved { agreed },
    };
    [Some(solved), ask_for_rating(next)]
        .into_iter()
        .flatten()
        .collect()
}

/// Asks how it was: once a conversation, when it is solved and nothing is left to wait for.
fn ask_for_rating(next: &mut State) -> Option<Draft> {
    let solved = next.closing.as_ref().is_some_and(|closing| closing.solved);
    if !solved || next.asked_rating || !next.has_everything() {
        return None;
    }
    next.asked_rating = true;
    Some(says(next, bot::how_was_it(next.language)))
}

/// Asks whether the shopper would recommend the shop: after a rating, once a quarter, and while
/// nothing is left to wait for.
fn ask_for_score(next: &mut State, rating: Rating, now: Timestamp) -> Option<Draft> {
    let lately = |at: Timestamp| now.millis_since(at) < QUARTER_MILLIS;
    if next.asked_score_at.is_some_and(lately) || !next.has_everything() {
        return None;
    }
    next.asked_score_at = Some(now);
    next.closing.as_mut()?.asks_score = true;
    Some(says(next, bot::would_recommend(rating, next.language)))
}

fn chosen(state: &State, cid: &Cid, choice: ChoiceId) -> Draft {
    let label = bot::choice(choice, state.language).label;
    says(state, shopper_message(cid, label, None))
}

fn says(state: &State, message: Message) -> Draft {
    Draft {
        conversation: state.conversation,
        fact: Fact::Message(message),
    }
}
