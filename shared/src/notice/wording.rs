//! The words of notices, in French and English.
//!
//! Each says what happened and what comes next, on the word of the carrier alone: a fact that no
//! source told has a sentence that does without it. French typography: no-break space after
//! `n°`, narrow no-break space before `: ; ! ?`, curved apostrophe.

mod english;
mod french;

use super::{Notice, NoticeKind};
use crate::language::Language;
use crate::order::ParcelView;
use crate::text::{local_day, without_mark};
use crate::tracking::PickupPoint;

/// What a notice says, in the shopper's language. Plain text.
pub fn wording(notice: &Notice, language: Language) -> String {
    let facts = Facts::of(notice, language);
    match language {
        Language::French => french::say(notice.kind, &facts),
        Language::English => english::say(notice.kind, &facts),
    }
}

/// What the words are made from; days are in the language.
struct Facts<'a> {
    /// The order's number without its mark.
    number: &'a str,
    /// How many parcels the notice speaks of.
    speaking: usize,
    /// How many parcels the order has.
    total: usize,
    /// The carrier, where all the parcels have the same.
    carrier: Option<&'a str>,
    /// The latest day of the current estimates.
    estimate: Option<String>,
    /// The day that was promised to a parcel whose estimate is now later.
    missed: Option<String>,
    /// Where a parcel waits, when the notice speaks of one.
    pickup_point: Option<&'a PickupPoint>,
    /// The last day on which it waits there.
    kept_until: Option<String>,
}

impl<'a> Facts<'a> {
    fn of(notice: &'a Notice, language: Language) -> Self {
        let order = &notice.order;
        let spoken_of: Vec<&ParcelView> = order
            .parcels
            .iter()
            .filter(|parcel| notice.parcels.contains(&parcel.number))
            .collect();
        let latest = spoken_of
            .iter()
            .max_by_key(|parcel| &parcel.estimate.current);
        let estimate = latest.and_then(|parcel| parcel.estimate.current.as_ref());
        let promised = latest.and_then(|parcel| parcel.estimate.promised.as_ref());
        let day = |day| local_day(day, language);
        let pickup_point = match spoken_of.as_slice() {
            [parcel] => parcel.pickup_point.as_ref(),
            _ => None,
        };
        Self {
            number: without_mark(&order.number),
            speaking: spoken_of.len(),
            total: order.parcels.len(),
            carrier: common_carrier(&spoken_of),
            estimate: estimate.and_then(day),
            missed: promised
                .filter(|promised| estimate > Some(*promised))
                .and_then(day),
            pickup_point,
            kept_until: pickup_point
                .and_then(|point| point.kept_until.as_ref())
                .and_then(day),
        }
    }

    /// Whether the sentence is in the plural.
    fn is_plural(&self) -> bool {
        self.speaking > 1
    }
}

fn common_carrier<'a>(parcels: &[&'a ParcelView]) -> Option<&'a str> {
    let first = parcels.first()?.carrier.as_deref()?;
    parcels
        .iter()
        .all(|parcel| parcel.carrier.as_deref() == Some(first))
        .then_some(first)
}

/// The point's name, with its address where known.
fn place(point: &PickupPoint) -> String {
    match &point.address {
        Some(address) => format!("{}, {address}", point.name),
        None => point.name.clone(),
    }
}

fn capitalize(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

#[cfg(test)]
mod tests;
