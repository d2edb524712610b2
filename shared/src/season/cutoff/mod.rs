//! Cut-offs: until when something must be ordered to be there in time. The merchant edits them as
//! a list of rows; its schema, with examples, is `docs/schemas/cutoffs.json`.
//!
//! The answers err on the side of too late. A row for some postcodes outweighs one of the same
//! carrier and service for the whole country; of several warehouses the earliest counts, since
//! nobody knows which one will send; a row that says nothing about a day promises nothing for it.

mod answer;
mod destination;
mod row;
#[cfg(test)]
mod tests;

use std::cmp::Reverse;
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Zone;
use crate::text::fold_text;
use crate::time::{Day, Timestamp};

pub use answer::{CutoffAnswer, answer};
pub use destination::Destination;
pub(super) use destination::is_country;
use row::Fit;
pub use row::{Area, Cutoff, CutoffKind, LocalDateTime};

const MAX_ROWS: usize = 500;

/// The merchant's rows, each of them sound. It travels as a list of [`Cutoff`]s; what is not is
/// refused with the number of the row and what is wrong with it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Vec<Cutoff>", into = "Vec<Cutoff>")]
pub struct CutoffCalendar(Vec<Cutoff>);

/// A way to have something by a day, as a shopper is told of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Offer {
    /// What it is.
    pub kind: CutoffKind,
    /// The merchant's words for it. Foreign text.
    pub label: String,
    /// The carrier, as the merchant names it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub carrier: Option<String>,
    /// The carrier's service.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub service: Option<String>,
    /// The day by which it is there.
    pub arrives_by: Day,
    /// It must be ordered before this instant.
    pub order_before: Timestamp,
    /// The zone in which that instant is to be told.
    pub zone: Zone,
}

/// Whether an order will be there in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arrival {
    /// It was placed in time for every way in which it may go.
    InTime,
    /// It was placed too late for every way in which it may go.
    TooLate,
    /// The calendar says nothing, or it depends on a way that is not known.
    Unknown,
}

impl CutoffCalendar {
    /// Whether an order that was placed at a moment will be there by a deadline. `service` is how
    /// the shop names the way of shipping that was chosen.
    pub fn will_arrive(
        &self,
        placed_at: Timestamp,
        destination: &Destination,
        deadline: &Day,
        service: Option<&str>,
    ) -> Arrival {
        let mut deliveries = self.offers(destination, deadline);
        deliveries.retain(|(_, offer)| offer.kind == CutoffKind::Delivery);
        let chosen = fold_text(service.unwrap_or_default());
        if deliveries
            .iter()
            .any(|(_, offer)| offer.is_named_in(&chosen))
        {
            deliveries.retain(|(_, offer)| offer.is_named_in(&chosen));
        }
        let arrivals = deliveries.iter().map(|(fit, offer)| {
            if offer.is_open(placed_at) {
                Arrival::InTime
            } else if *fit == Fit::Earlier {
                Arrival::Unknown
            } else {
                Arrival::TooLate
            }
        });
        let agreed = |one: Arrival, other: Arrival| {
            if one == other { one } else { Arrival::Unknown }
        };
        arrivals.reduce(agreed).unwrap_or(Arrival::Unknown)
    }

    /// The delivery that may be ordered latest to be there by a deadline; none once it is too
    /// late for all.
    pub fn until_when(
        &self,
        now: Timestamp,
        destination: &Destination,
        deadline: &Day,
    ) -> Option<Offer> {
        let open = self.still_possible(now, destination, deadline);
        open.into_iter()
            .find(|offer| offer.kind == CutoffKind::Delivery)
    }

    /// Every way that is still open to have something by a deadline: deliveries, then stores, then
    /// cards, of each first what may be ordered latest.
    pub fn still_possible(
        &self,
        now: Timestamp,
        destination: &Destination,
        deadline: &Day,
    ) -> Vec<Offer> {
        let offers = self.offers(destination, deadline).into_iter();
        let mut open: Vec<_> = offers
            .map(|(_, offer)| offer)
            .filter(|offer| offer.is_open(now))
            .collect();
        open.sort_by_key(|offer| (offer.kind, Reverse(offer.order_before)));
        open
    }

    /// One offer a way of having it, open or not.
    fn offers(&self, destination: &Destination, deadline: &Day) -> Vec<(Fit, Offer)> {
        let mut earliest: BTreeMap<Way, (Fit, Offer)> = BTreeMap::new();
        for ((way, _), rows) in self.closest(destination) {
            let fitting = rows
                .iter()
                .filter_map(|row| row.offer(destination, deadline));
            let Some(best) = fitting.min_by_key(rank) else {
                continue;
            };
            let kept = earliest.entry(way).or_insert_with(|| best.clone());
            if best.1.order_before < kept.1.order_before {
                *kept = best;
            }
        }
        earliest.into_values().collect()
    }

    /// Of each way and warehouse the rows that name the destination most closely.
    fn closest(
        &self,
        destination: &Destination,
    ) -> BTreeMap<(Way<'_>, Option<&str>), Vec<&Cutoff>> {
        let mut closest: BTreeMap<_, (usize, Vec<&Cutoff>)> = BTreeMap::new();
        for row in &self.0 {
            let Some(closeness) = row.closeness(destination) else {
                continue;
            };
            let key = (Way::of(row), row.warehouse.as_deref());
            let (nearest, rows) = closest.entry(key).or_default();
            if closeness > *nearest {
                rows.clear();
                *nearest = closeness;
            }
            if closeness == *nearest {
                rows.push(row);
            }
        }
        let rows_only = closest.into_iter().map(|(key, (_, rows))| (key, rows));
        rows_only.collect()
    }
}

/// Of rows about one way, the one that fits the deadline best comes first: about that very day, or
/// about the last day before it. Where two say different things of one day, it is the stricter.
fn rank((fit, offer): &(Fit, Offer)) -> (Fit, Reverse<Day>, Timestamp) {
    (*fit, Reverse(offer.arrives_by.clone()), offer.order_before)
}

impl Offer {
    fn is_open(&self, at: Timestamp) -> bool {
        at < self.order_before
    }

    /// Whether a shop's folded name of a way of shipping means this one.
    fn is_named_in(&self, chosen: &str) -> bool {
        let names: Vec<_> = [&self.carrier, &self.service]
            .into_iter()
            .flatten()
            .collect();
        !names.is_empty() && names.iter().all(|name| chosen.contains(&fold_text(name)))
    }
}

/// What makes two rows speak of the same way to have something: carrier and service, and for what
/// no carrier brings, what the merchant calls it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Way<'a> {
    kind: CutoffKind,
    carrier: Option<&'a str>,
    service: Option<&'a str>,
    label: Option<&'a str>,
}

impl<'a> Way<'a> {
    fn of(row: &'a Cutoff) -> Self {
        Self {
            kind: row.kind,
            carrier: row.carrier.as_deref(),
            service: row.service.as_deref(),
            label: (row.kind != CutoffKind::Delivery).then_some(row.label.as_str()),
        }
    }
}

impl TryFrom<Vec<Cutoff>> for CutoffCalendar {
    type Error = String;

    fn try_from(rows: Vec<Cutoff>) -> Result<Self, Self::Error> {
        if rows.len() > MAX_ROWS {
            return Err(format!("a calendar has at most {MAX_ROWS} cut-offs"));
        }
        for (row, number) in rows.iter().zip(1..) {
            if let Some(problem) = row.problem() {
                return Err(format!("cut-off {number}: {problem}"));
            }
        }
        Ok(Self(rows))
    }
}

impl From<CutoffCalendar> for Vec<Cutoff> {
    fn from(calendar: CutoffCalendar) -> Self {
        calendar.0
    }
}
