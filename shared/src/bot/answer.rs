//! What the bot answers, and when it hands over.

use super::intent::{Intent, understand};
use super::matters::usual_places;
use super::season::{in_time, order_until};
use super::wording;
use crate::articles::Article;
use crate::conversation::{Matter, Phase, State};
use crate::language::Language;
use crate::order::OrderView;
use crate::protocol::desk::{BotAttempt, HandoffReason};
use crate::protocol::rating::Rating;
use crate::protocol::widget::{Author, Card, Choice, ChoiceId, Message};
use crate::season::cutoff::CutoffAnswer;
use crate::text::normalize_order_number;
use crate::tracking::{IncidentReason, Status};

/// How often in a row the bot may fail to understand before it hands over.
const MISUNDERSTANDINGS_BEFORE_HANDOFF: u8 = 1;

/// The bot's part of an exchange.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Turn {
    /// What it says.
    pub messages: Vec<Message>,
    /// What it did, for a dossier.
    pub tried: Vec<BotAttempt>,
    /// Whether it knew what was asked.
    pub understood: bool,
    /// Why it hands over now, if it does.
    pub handoff: Option<HandoffReason>,
    /// The parcels that the last message's choices are about, where they are.
    pub about: Option<Matter>,
}

/// What of the merchant's is to be looked up before a sentence is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// The calendar: until when to order, or whether an order will be in time.
    Season,
    /// The help: an article may serve.
    Help,
}

/// What the bot needs to answer a sentence. While humans have the case it is silent, and nothing
/// is read: most messages are theirs.
pub fn source_for(state: &State, text: &str) -> Option<Source> {
    if !matches!(state.phase, Phase::Pending { .. } | Phase::Resolved { .. }) {
        return None;
    }
    match understand(text) {
        Intent::OrderUntil | Intent::InTime(_) => Some(Source::Season),
        Intent::Other => Some(Source::Help),
        _ => None,
    }
}

/// Answers a sentence. `season` is what the merchant's calendar says and `help` an article, each
/// for a sentence that needs that [`Source`].
pub fn answer(
    state: &State,
    text: &str,
    season: Option<&CutoffAnswer>,
    help: Option<&Article>,
) -> Turn {
    match understand(text) {
        Intent::OrderUntil => order_until(season, state.language),
        Intent::InTime(number) => in_time(state, number.as_deref(), season),
        Intent::Track(number) => track(state, number.as_deref()),
        Intent::NotReceived(number) => not_received(state, number.as_deref()),
        Intent::Refund(number) => wish(state, number.as_deref(), &REFUND),
        Intent::OtherAddress(number) => wish(state, number.as_deref(), &OTHER_ADDRESS),
        Intent::Human => Turn {
            handoff: Some(HandoffReason::Requested),
            ..turn(Vec::new(), None)
        },
        Intent::Greeting => small_talk(state, "greeting", &OPENING),
        Intent::Yes => small_talk(state, "tell-more", &OPENING),
        Intent::Thanks => small_talk(state, "thanked", &[ChoiceId::Settled, ChoiceId::OtherOrder]),
        Intent::No => small_talk(
            state,
            "no-more",
            &[ChoiceId::Settled, ChoiceId::TalkToHuman],
        ),
        Intent::Other => not_understood(state, help),
    }
}

/// What a shopper may want that only a human carries out: the bot asks whether it shall ask.
struct Wish {
    question: &'static str,
    choices: [ChoiceId; 3],
}

const REFUND: Wish = Wish {
    question: "ask-refund",
    choices: [ChoiceId::Refund, ChoiceId::Wait, ChoiceId::TalkToHuman],
};
const OTHER_ADDRESS: Wish = Wish {
    question: "ask-other-address",
    choices: [
        ChoiceId::OtherAddress,
        ChoiceId::OtherPoint,
        ChoiceId::TalkToHuman,
    ],
};
const OPENING: [ChoiceId; 2] = [ChoiceId::TrackOrder, ChoiceId::TalkToHuman];

fn small_talk(state: &State, name: &str, choices: &[ChoiceId]) -> Turn {
    let text = wording::said(name, state.language);
    turn(vec![says(text, None, choices, state.language)], None)
}

/// Asks before it asks a human: a sentence may have been misread, a touch is not.
fn wish(state: &State, number: Option<&str>, wish: &Wish) -> Turn {
    let Some(order) = find_order(state, number) else {
        return ask_for_order(state, number);
    };
    let text = wording::ask(wish.question, &order, state.language);
    Turn {
        about: Some(Matter::of_order(&order)),
        ..turn(vec![says(text, None, &wish.choices, state.language)], None)
    }
}

/// Answers who has not received an order: names the places to look at if all of it counts as
/// delivered, else shows where it is.
fn not_received(state: &State, number: Option<&str>) -> Turn {
    let is_delivered = |order: &OrderView| {
        let mut parcels = order.parcels.iter();
        !order.parcels.is_empty() && parcels.all(|parcel| parcel.status == Status::Delivered)
    };
    match find_order(state, number) {
        Some(order) if is_delivered(&order) => {
            usual_places(&Matter::of_order(&order), state.language)
        }
        _ => track(state, number),
    }
}

/// Answers "where is my order": shows it when it is known, else asks which one it is.
pub fn track(state: &State, number: Option<&str>) -> Turn {
    match find_order(state, number) {
        Some(order) => show(state, &order),
        None => ask_for_order(state, number),
    }
}

/// Asks for an order's number and a proof.
pub fn ask_for_order(state: &State, number: Option<&str>) -> Turn {
    let card = Card::OrderForm {
        number: number.map(str::to_owned),
    };
    let text = wording::said("which-order", state.language);
    let message = says(text, Some(card), &[ChoiceId::TalkToHuman], state.language);
    turn(vec![message], Some(BotAttempt::AskedForOrder))
}

/// Shows where an order is. What is beyond the bot goes on to a human at once.
pub fn show(state: &State, order: &OrderView) -> Turn {
    let incident = order
        .parcels
        .iter()
        .any(|parcel| is_incident(parcel.status, parcel.reason));
    let muted = state.muted.contains(&order.key);
    let ids: &[ChoiceId] = match (incident, muted) {
        (true, _) => &[],
        (false, true) => &[
            ChoiceId::Settled,
            ChoiceId::UnmuteOrder,
            ChoiceId::TalkToHuman,
        ],
        (false, false) => &[
            ChoiceId::Settled,
            ChoiceId::OtherOrder,
            ChoiceId::TalkToHuman,
        ],
    };
    let text = wording::order_stands(order, state.language);
    let card = Card::Order {
        order: order.clone(),
    };
    let message = says(text, Some(card), ids, state.language);
    Turn {
        handoff: incident.then_some(HandoffReason::Incident),
        about: muted.then(|| Matter::of_order(order)),
        ..turn(vec![message], Some(BotAttempt::ShowedOrder))
    }
}

/// Answers a proof that did not fit, in the same words whether or not the order exists.
pub fn proof_failed(state: &State, number: &str) -> Turn {
    let card = Card::OrderForm {
        number: Some(number.to_owned()),
    };
    let text = wording::said("proof-failed", state.language);
    let message = says(text, Some(card), &[ChoiceId::TalkToHuman], state.language);
    turn(vec![message], Some(BotAttempt::ProofFailed))
}

/// What stands in the conversation for a proof that was sent. The proof itself is not kept.
pub fn proof_sent(number: &str, language: Language) -> String {
    wording::proof_sent(number, language)
}

/// Announces a handoff.
pub fn handed_off(reason: HandoffReason, language: Language) -> Message {
    says(wording::handed_off(reason, language), None, &[], language)
}

/// Takes leave of a settled matter.
pub fn settled(language: Language) -> Message {
    says(wording::said("settled", language), None, &[], language)
}

/// Asks whether what a human has settled is settled.
pub fn is_it_settled(language: Language) -> Message {
    let choices = [ChoiceId::Settled, ChoiceId::NotSettled];
    says(
        wording::said("is-it-settled", language),
        None,
        &choices,
        language,
    )
}

/// Asks how it was.
pub fn how_was_it(language: Language) -> Message {
    let choices = [ChoiceId::RateGood, ChoiceId::RateFair, ChoiceId::RateBad];
    says(
        wording::said("how-was-it", language),
        None,
        &choices,
        language,
    )
}

/// Thanks for a rating. Who was served badly is offered a human.
pub fn rated(rating: Rating, language: Language) -> Message {
    match rating {
        Rating::Good | Rating::Fair => says(wording::said("rated", language), None, &[], language),
        Rating::Bad => {
            let words = wording::said("rated-badly", language);
            says(words, None, &[ChoiceId::TalkToHuman], language)
        }
    }
}

/// Asks whether the shopper would recommend the shop, from 0 to 10. Who was served badly is still
/// offered a human.
pub fn would_recommend(rating: Rating, language: Language) -> Message {
    let scores = (0..=10).map(|score: u8| Choice {
        id: ChoiceId::Say,
        label: score.to_string(),
    });
    let human = (rating == Rating::Bad).then(|| choice(ChoiceId::TalkToHuman, language));
    Message {
        choices: scores.chain(human).collect(),
        ..says(
            wording::said("would-recommend", language),
            None,
            &[],
            language,
        )
    }
}

/// Thanks for it.
pub fn scored(language: Language) -> Message {
    says(wording::said("scored", language), None, &[], language)
}

/// A choice with its label.
pub fn choice(id: ChoiceId, language: Language) -> Choice {
    Choice {
        id,
        label: wording::choice(id, language),
    }
}

/// What the bot does not understand: once it says so, or offers an article; then it hands over.
fn not_understood(state: &State, help: Option<&Article>) -> Turn {
    let again = matches!(
        state.phase,
        Phase::Pending { misunderstood } if misunderstood >= MISUNDERSTANDINGS_BEFORE_HANDOFF
    );
    if again {
        return Turn {
            understood: false,
            handoff: Some(HandoffReason::NotUnderstood),
            ..turn(Vec::new(), Some(BotAttempt::DidNotUnderstand))
        };
    }
    let words = |text, choices: &[ChoiceId]| says(text, None, choices, state.language);
    let messages = if let Some(Article { title, text, .. }) = help {
        let introduction = wording::said("articles-found", state.language);
        let ids = [ChoiceId::Settled, ChoiceId::TalkToHuman];
        vec![
            words(introduction, &[]),
            words(format!("{title}\n\n{text}"), &ids),
        ]
    } else {
        let confession = wording::said("not-understood", state.language);
        vec![words(confession, &OPENING)]
    };
    Turn {
        understood: false,
        ..turn(messages, Some(BotAttempt::DidNotUnderstand))
    }
}

/// The order that is meant: the one named, else the latest that is still on its way, else the
/// latest.
pub(super) fn find_order(state: &State, number: Option<&str>) -> Option<OrderView> {
    let orders = state.orders_latest_first();
    if let Some(number) = number {
        let wanted = normalize_order_number(number);
        return orders
            .into_iter()
            .find(|order| normalize_order_number(&order.number) == wanted);
    }
    orders
        .iter()
        .find(|order| is_under_way(order))
        .or(orders.first())
        .cloned()
}

pub(super) fn is_under_way(order: &OrderView) -> bool {
    let over = |status: Status| {
        matches!(
            status,
            Status::Delivered | Status::Returned | Status::Cancelled
        )
    };
    !order.cancelled
        && (order.parcels.is_empty() || order.parcels.iter().any(|parcel| !over(parcel.status)))
}

fn is_incident(status: Status, reason: Option<IncidentReason>) -> bool {
    matches!(status, Status::Lost | Status::Returning | Status::Returned)
        || reason == Some(IncidentReason::Damaged)
}

pub(super) fn turn(messages: Vec<Message>, tried: Option<BotAttempt>) -> Turn {
    Turn {
        messages,
        tried: tried.into_iter().collect(),
        understood: true,
        handoff: None,
        about: None,
    }
}

pub(super) fn says(
    text: String,
    card: Option<Card>,
    choices: &[ChoiceId],
    language: Language,
) -> Message {
    let choices = choices.iter().map(|&id| choice(id, language)).collect();
    Message {
        author: Author::Bot,
        text,
        cid: None,
        about: None,
        card,
        choices,
        promise: None,
    }
}
