//! What keeps an answer from being sent: a place left empty, a fact that is no longer true, the
//! order, parcel, name or language of somebody else, a day that does not exist.
//!
//! The desk shows the flaws beside the text; the contact refuses a text that has one.

mod days;
mod greeting;
mod numbers;
mod tongue;

use super::facts::{Facts, Subject};
use super::field::{Field, Fill};
use super::marks;
use crate::language::Language;
use crate::time::Day;

/// The most facts that a text may say it holds.
pub const MAX_FILLS: usize = 32;

/// Why a text can't be sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Flaw {
    /// Something is yet to be typed.
    Empty {
        /// What, as the mark names it.
        what: String,
    },
    /// A fact has changed since it was put there.
    Stale {
        /// Which field.
        field: Field,
        /// What stands there.
        was: String,
        /// What is true now, where a fact says it.
        now: Option<String>,
    },
    /// An order that is not the shopper's.
    OtherOrder {
        /// As it is written.
        number: String,
    },
    /// A parcel that is not the shopper's.
    OtherParcel {
        /// As it is written.
        number: String,
    },
    /// A greeting with a name that nobody has verified.
    UnverifiedName {
        /// As it is written.
        name: String,
    },
    /// A greeting with another name than the shopper's.
    OtherName {
        /// As it is written.
        name: String,
        /// The shopper's.
        known: String,
    },
    /// A weekday that its date does not fall on, or a date that no calendar has.
    NoSuchDay {
        /// As it is written.
        words: String,
    },
    /// Another language than the shopper's.
    OtherLanguage {
        /// The shopper's.
        wanted: Language,
    },
}

/// The flaws of a text, in the order of the text's importance to its reader; none means that it
/// may be sent.
pub fn flaws(text: &str, fills: &[Fill], facts: &Facts, today: &Day) -> Vec<Flaw> {
    let mut flaws = empty(text);
    flaws.extend(fills.iter().filter_map(|fill| stale(text, fill, facts)));
    flaws.extend(greeting::flaw(text, facts));
    flaws.extend(numbers::flaws(text, facts));
    flaws.extend(days::flaws(text, today));
    flaws.extend(tongue::flaw(text, facts.language));
    flaws
}

/// Marks, and places of a template that was copied by hand.
fn empty(text: &str) -> Vec<Flaw> {
    let marked = marks::marks(text)
        .into_iter()
        .map(|at| marks::wanted(&text[at]).to_owned());
    let copied = text.match_indices('{').filter_map(|(start, _)| {
        let rest = &text[start + 1..];
        let inner = &rest[..rest.find('}')?];
        let variable = inner.trim().strip_prefix('$')?;
        Some(variable.trim().to_owned())
    });
    marked
        .chain(copied)
        .map(|what| Flaw::Empty { what })
        .collect()
}

/// A fact that still stands in the text and is no longer true.
fn stale(text: &str, fill: &Fill, facts: &Facts) -> Option<Flaw> {
    if !text.contains(&fill.value) {
        return None;
    }
    // The contact does not know the shop's name, which does not change with a case.
    if fill.field == Field::Shop && facts.shop.is_none() {
        return None;
    }
    let subject = Subject {
        order: fill.order.clone(),
        parcel: fill.parcel.clone(),
    };
    let now = facts.value(fill.field, &subject, fill.language);
    if now.as_ref() == Some(&fill.value) && !fill.value.is_empty() {
        return None;
    }
    Some(Flaw::Stale {
        field: fill.field,
        was: fill.value.clone(),
        now,
    })
}

#[cfg(test)]
mod tests;
