//! What could be told: facts worth a notice, each under the key by which it is told once, and
//! what is remembered of those that were.

use std::collections::BTreeSet;

use crate::ids::OrderKey;
use crate::notice::NoticeKind;
use crate::time::{Day, Timestamp};

/// A fact that is worth a notice.
#[derive(Clone, Debug)]
pub(super) struct Occasion<'a> {
    /// The key.
    pub(super) key: String,
    /// What it tells.
    pub(super) kind: NoticeKind,
    /// The tracking number; none where the order has not been sent.
    pub(super) parcel: Option<&'a str>,
    /// When it occurred.
    pub(super) occurred_at: Timestamp,
    /// From when on it may be told, where it must stand for a while.
    pub(super) settled_at: Option<Timestamp>,
    /// The day that it is about.
    pub(super) day: Option<Day>,
    /// Working days without a scan.
    pub(super) silent_days: Option<u32>,
}

impl<'a> Occasion<'a> {
    /// A fact that is told at once, and about no day.
    pub(super) fn new(
        key: String,
        kind: NoticeKind,
        parcel: Option<&'a str>,
        occurred_at: Timestamp,
    ) -> Self {
        Self {
            key,
            kind,
            parcel,
            occurred_at,
            settled_at: None,
            day: None,
            silent_days: None,
        }
    }

    pub(super) fn settled_at(self, settled_at: Option<Timestamp>) -> Self {
        Self { settled_at, ..self }
    }

    pub(super) fn about(self, day: Day) -> Self {
        Self {
            day: Some(day),
            ..self
        }
    }

    pub(super) fn silent_for(self, working_days: u32) -> Self {
        Self {
            silent_days: Some(working_days),
            ..self
        }
    }
}

/// What one look finds of one parcel, or of the order as a whole.
#[derive(Default)]
pub(super) struct Found<'a> {
    /// What could be told, gravest first.
    pub(super) occasions: Vec<Occasion<'a>>,
    /// Keys of what was passed by: its time to be told is over.
    pub(super) passed: Vec<String>,
    /// When the passing of time makes the next fact.
    pub(super) wake_at: Option<Timestamp>,
}

impl<'a> Found<'a> {
    /// A fact that time makes: at the hour given, and not before.
    pub(super) fn when(
        &mut self,
        due: Timestamp,
        now: Timestamp,
        occasion: impl FnOnce() -> Occasion<'a>,
    ) {
        if due <= now {
            self.occasions.push(occasion());
        } else {
            self.wake(due);
        }
    }

    /// Asks for another look at a time to come.
    pub(super) fn wake(&mut self, at: Timestamp) {
        self.wake_at = Some(self.wake_at.map_or(at, |held| held.min(at)));
    }
}

/// What an order's shoppers were told, by keys.
pub(super) struct Memory<'a> {
    order: &'a OrderKey,
    told: &'a BTreeSet<String>,
}

/// The place of a mark, among the kinds of a parcel's keys, for the day that was told last.
const DAY_TOLD: &str = "day";

impl<'a> Memory<'a> {
    pub(super) fn new(order: &'a OrderKey, told: &'a BTreeSet<String>) -> Self {
        Self { order, told }
    }

    /// `order/parcel/kind`, or `order/parcel/kind/occasion` of a kind that may come again.
    pub(super) fn key(&self, parcel: &str, kind: NoticeKind, occasion: Option<&str>) -> String {
        let (order, kind) = (self.order.as_str(), kind.name());
        match occasion {
            Some(occasion) => [order, parcel, kind, occasion].join("/"),
            None => [order, parcel, kind].join("/"),
        }
    }

    /// Whether a key was told.
    pub(super) fn has(&self, key: &str) -> bool {
        self.told.contains(key)
    }

    /// The occasions of a kind that were told of a parcel.
    pub(super) fn occasions(
        &self,
        parcel: &str,
        kind: NoticeKind,
    ) -> impl Iterator<Item = &'a str> {
        self.under(format!("{}/{parcel}/{}/", self.order, kind.name()))
    }

    /// The day of delivery that was told last.
    pub(super) fn day_told(&self, parcel: &str) -> Option<&'a str> {
        self.under(format!("{}/{parcel}/{DAY_TOLD}/", self.order))
            .next()
    }

    fn under(&self, prefix: String) -> impl Iterator<Item = &'a str> {
        self.told
            .range(prefix.clone()..)
            .map_while(move |key| key.strip_prefix(&prefix))
    }
}

/// Remembers the day of delivery that was told last, in place of the one before.
pub(super) fn remember_day(told: &mut BTreeSet<String>, order: &OrderKey, parcel: &str, day: &Day) {
    let before = Memory::new(order, told).day_told(parcel).map(str::to_owned);
    let key = |day: &str| [order.as_str(), parcel, DAY_TOLD, day].join("/");
    if let Some(before) = before {
        told.remove(&key(&before));
    }
    told.insert(key(day.as_str()));
}
