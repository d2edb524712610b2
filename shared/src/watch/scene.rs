//! An order that the shop stands by, at the time of a look.

use super::clock::Clock;
use super::deadline;
use super::followed::Followed;
use super::setting::Setting;
use crate::order::{Order, OrderFacts};
use crate::time::{Day, Timestamp};

/// An order at one look.
pub(super) struct Scene<'a> {
    pub(super) order: &'a Order,
    /// What the shop says of it.
    pub(super) facts: &'a OrderFacts,
    /// The day by which it must arrive.
    pub(super) deadline: Option<Day>,
    pub(super) clock: Clock<'a>,
    pub(super) setting: &'a Setting,
}

impl<'a> Scene<'a> {
    /// `None` for an order that the shop has not described, or has cancelled.
    pub(super) fn of(order: &'a Order, now: Timestamp, setting: &'a Setting) -> Option<Self> {
        let facts = order.facts.as_ref()?;
        let stands = facts.cancelled_at.is_none();
        stands.then(|| Self {
            order,
            facts,
            deadline: deadline::deadline_of(facts, setting),
            clock: Clock::new(now, setting),
            setting,
        })
    }

    /// The parcels that it consists of.
    pub(super) fn parcels(&self) -> Vec<Followed<'_>> {
        self.order
            .parcels
            .iter()
            .filter(|parcel| parcel.active)
            .map(|parcel| Followed::new(parcel, self))
            .collect()
    }
}
