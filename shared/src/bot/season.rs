//! What the bot answers about the season: until when to order, and whether what was ordered will
//! be there in time. It knows the merchant's calendar and the carriers' estimates, and promises
//! nothing beyond them.

use super::answer::{Turn, find_order, is_under_way, says, show, track, turn};
use crate::calendar::local_moment;
use crate::conversation::State;
use crate::language::Language;
use crate::notice::details;
use crate::order::OrderView;
use crate::protocol::desk::BotAttempt;
use crate::protocol::widget::ChoiceId;
use crate::season::cutoff::{CutoffAnswer, Offer};
use crate::time::Day;
use crate::tracking::Status;
use crate::words::{Detail, Details, Filled, Scope, Sentence, say, sentence};

const ORDER_UNTIL: [Sentence; 1] = [sentence(
    "order-until",
    &[Detail::Day, Detail::OrderBefore, Detail::Offer],
)];
const ORDER_INSTEAD: [Sentence; 1] = [sentence(
    "order-instead",
    &[Detail::Day, Detail::OrderBefore, Detail::Offer],
)];
const NO_CUTOFF: [Sentence; 2] = [
    sentence("no-cutoff-for", &[Detail::Day]),
    sentence("no-cutoff", &[]),
];
const IN_TIME: [Sentence; 2] = [
    sentence("in-time", &[Detail::Estimate, Detail::Day]),
    sentence("in-time-unknown", &[Detail::Day]),
];
const TOO_LATE: [Sentence; 2] = [
    sentence("too-late", &[Detail::Estimate, Detail::Day]),
    sentence("in-time-unknown", &[Detail::Day]),
];

/// Says until when to order; after the last delivery, what else is possible.
pub fn order_until(season: Option<&CutoffAnswer>, language: Language) -> Turn {
    let ids = [ChoiceId::TrackOrder, ChoiceId::TalkToHuman];
    let text = season.and_then(|season| order_until_words(season, language));
    let text = text.or_else(|| {
        let day = season.and_then(|season| season.deadline.as_ref());
        say(&NO_CUTOFF, &of_day(day, language), language)
    });
    turn(
        vec![says(text.unwrap_or_default(), None, &ids, language)],
        Some(BotAttempt::ToldCutoff),
    )
}

fn order_until_words(season: &CutoffAnswer, language: Language) -> Option<String> {
    let (sentences, offer) = match &season.until {
        Some(until) => (&ORDER_UNTIL, until),
        None => (&ORDER_INSTEAD, season.options.first()?),
    };
    let details = of_offer(offer, season.deadline.as_ref(), language);
    say(sentences, &details, language)
}

/// Says whether an order is expected in time, beside its card. Without an order that is known,
/// outside of a season, or where more is to be said of a parcel than when it comes, it answers as
/// to "where is my order".
pub fn in_time(state: &State, number: Option<&str>, season: Option<&CutoffAnswer>) -> Turn {
    let deadline = season.and_then(|season| season.deadline.as_ref());
    let expected = find_order(state, number).filter(is_under_way);
    let today = season.and_then(|season| season.now.utc_day());
    let (Some(order), Some(deadline), Some(today)) = (expected, deadline, today) else {
        return track(state, number);
    };
    let mut shown = show(state, &order);
    let said = in_time_words(&order, deadline, &today, state.language);
    if let (Some(message), Some(said)) = (shown.messages.first_mut(), said) {
        message.text = said;
    }
    shown
}

fn in_time_words(
    order: &OrderView,
    deadline: &Day,
    today: &Day,
    language: Language,
) -> Option<String> {
    let awaited = || {
        let parcels = order.parcels.iter();
        parcels.filter(|parcel| parcel.status != Status::Delivered)
    };
    if !awaited().all(|parcel| is_coming(parcel.status)) {
        return None;
    }
    let numbers: Vec<String> = awaited().map(|parcel| parcel.number.clone()).collect();
    let details = details::of_parcels(order, &numbers, language)
        .text(Detail::Day, details::said(Some(deadline), language));
    // An estimate that has passed is none.
    let estimates: Vec<Option<&Day>> = awaited()
        .map(|parcel| parcel.estimate.current.as_ref())
        .map(|estimate| estimate.filter(|day| *day >= today))
        .collect();
    if estimates.iter().flatten().any(|day| *day > deadline) {
        return say(&TOO_LATE, &details, language);
    }
    // Of a parcel without an estimate nothing is known, whatever the others' say.
    let is_unknown = estimates.is_empty() || estimates.contains(&None);
    let details = if is_unknown {
        details.text(Detail::Estimate, None)
    } else {
        details
    };
    say(&IN_TIME, &details, language)
}

/// Whether nothing but its day is open.
fn is_coming(status: Status) -> bool {
    matches!(
        status,
        Status::PreTransit | Status::InTransit | Status::Delayed | Status::OutForDelivery
    )
}

fn of_offer(offer: &Offer, deadline: Option<&Day>, language: Language) -> Details {
    let before = local_moment(offer.order_before, offer.zone, language);
    of_day(deadline, language)
        .text(Detail::OrderBefore, Filled::ours(before))
        .text(Detail::Offer, Filled::new(&offer.label))
}

fn of_day(day: Option<&Day>, language: Language) -> Details {
    Details::of(Scope::nothing()).text(Detail::Day, details::said(day, language))
}

/// All sentences of these answers.
#[cfg(test)]
pub(crate) fn sentences() -> Vec<Sentence> {
    let answers: [&[Sentence]; 5] = [
        &ORDER_UNTIL,
        &ORDER_INSTEAD,
        &NO_CUTOFF,
        &IN_TIME,
        &TOO_LATE,
    ];
    answers.concat()
}
