//! Statements to a shopper that no source supports: "it will arrive tomorrow", "it has been
//! delivered", "guaranteed". They are found before they are sent, so that nothing is promised
//! that nobody knows.
//!
//! A statement is read in the language of the message, sentence by sentence. Questions, and what
//! is denied or only supposed, state nothing. Where words can be read in two ways, the reading
//! that claims less counts: a finding that is wrong teaches agents to look away.

mod days;
mod sentence;
mod vocabulary;

#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};

use crate::language::Language;
use crate::order::{OrderView, ParcelView};
use crate::time::Day;
use crate::tracking::Status;

use days::{Reach, Said};
use sentence::Sentence;
use vocabulary::Vocabulary;

/// What is known when a message is written.
#[derive(Clone, Debug)]
pub struct Facts<'a> {
    /// The shopper's orders as they stand.
    pub orders: &'a [OrderView],
    /// The shop's day.
    pub today: Day,
    /// Whether a refund of this case is on record.
    pub refunded: bool,
}

/// A statement that no source supports.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// What is stated.
    pub claim: Claim,
    /// The sentence, as it was typed.
    pub excerpt: String,
}

/// What a sentence states.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "claim", rename_all = "snake_case")]
pub enum Claim {
    /// A day of arrival.
    Arrival {
        /// The day, or the last one of a span.
        said: Day,
        /// The days that carriers give, sorted; none where no carrier gives any.
        estimates: Vec<Day>,
    },
    /// An hour of arrival: no source tells one.
    Hour,
    /// That an arrival is certain: no carrier says so.
    Certainty,
    /// That a parcel is on its way.
    Shipped,
    /// That a parcel is on its last round.
    OutForDelivery,
    /// That a parcel waits at a pickup point.
    AtPickupPoint,
    /// That a parcel was handed over.
    Delivered,
    /// That money was paid back.
    Refunded,
}

/// The statements of a text that the facts don't support, in the order of the text.
pub fn check(text: &str, facts: &Facts<'_>, language: Language) -> Vec<Finding> {
    let words = Vocabulary::of(language);
    sentence::split(text)
        .flat_map(|raw| {
            Sentence::read(raw, words)
                .into_iter()
                .flat_map(|sentence| unsupported(&sentence, facts, words))
                .map(|claim| Finding {
                    claim,
                    excerpt: raw.to_owned(),
                })
                .collect::<Vec<_>>()
        })
        .collect()
}

fn unsupported(sentence: &Sentence, facts: &Facts<'_>, words: &Vocabulary) -> Vec<Claim> {
    let mut claims = of_state(sentence, facts, words);
    if sentence.speaks_of_arrival(words) {
        claims.extend(of_arrival(sentence, facts, words));
    }
    claims
}

/// Where the parcel is said to be, and what is said to have been paid.
fn of_state(sentence: &Sentence, facts: &Facts<'_>, words: &Vocabulary) -> Vec<Claim> {
    let moving = |status| {
        !matches!(
            status,
            Status::PreTransit | Status::Unknown | Status::Cancelled
        )
    };
    let stated = [
        (words.shipped, Claim::Shipped, any_parcel(facts, moving)),
        (
            words.out_for_delivery,
            Claim::OutForDelivery,
            any_parcel(facts, |status| status == Status::OutForDelivery),
        ),
        (
            words.at_pickup_point,
            Claim::AtPickupPoint,
            any_parcel(facts, |status| status == Status::AvailableForPickup),
        ),
        (
            words.delivered,
            Claim::Delivered,
            any_parcel(facts, |status| status == Status::Delivered),
        ),
        (words.refunded, Claim::Refunded, facts.refunded),
    ];
    stated
        .into_iter()
        .filter(|(phrases, _, supported)| !supported && sentence.has_any(phrases))
        .map(|(_, claim, _)| claim)
        .collect()
}

/// When the parcel is said to arrive.
fn of_arrival(sentence: &Sentence, facts: &Facts<'_>, words: &Vocabulary) -> Vec<Claim> {
    let mut claims = Vec::new();
    let said = days::read(&sentence.words(), &facts.today, words);
    let on_the_way: Vec<&ParcelView> = parcels(facts).filter(|parcel| is_awaited(parcel)).collect();
    let mut estimates: Vec<Day> = on_the_way
        .iter()
        .filter_map(|parcel| arrives_on(parcel, &facts.today))
        .collect();
    estimates.sort();
    estimates.dedup();
    for said in said {
        if !estimates.iter().any(|estimate| supports(estimate, &said)) {
            claims.push(Claim::Arrival {
                said: said.day,
                estimates: estimates.clone(),
            });
        }
    }
    if days::names_an_hour(&sentence.words(), words) {
        claims.push(Claim::Hour);
    }
    if sentence.has_any(words.certainty) {
        claims.push(Claim::Certainty);
    }
    claims
}

fn parcels<'a>(facts: &Facts<'a>) -> impl Iterator<Item = &'a ParcelView> {
    facts.orders.iter().flat_map(|order| &order.parcels)
}

fn any_parcel(facts: &Facts<'_>, is: impl Fn(Status) -> bool) -> bool {
    parcels(facts).any(|parcel| is(parcel.status))
}

/// Whether a parcel is still to come, as far as anyone says.
fn is_awaited(parcel: &ParcelView) -> bool {
    !matches!(
        parcel.status,
        Status::Delivered | Status::Returning | Status::Returned | Status::Lost | Status::Cancelled
    )
}

/// The day that the carrier gives; a parcel on its last round arrives today.
fn arrives_on(parcel: &ParcelView, today: &Day) -> Option<Day> {
    if parcel.status == Status::OutForDelivery {
        return Some(today.clone());
    }
    parcel.estimate.current.clone()
}

fn supports(estimate: &Day, said: &Said) -> bool {
    match said.reach {
        Reach::On => *estimate == said.day,
        Reach::By => *estimate <= said.day,
        Reach::Before => *estimate < said.day,
    }
}
