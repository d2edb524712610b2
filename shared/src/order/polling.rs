//! Asking a shop for the orders that changed, for shops that tell nothing or tell it once.
//!
//! A sweep asks for the orders that changed after a time, oldest change first, page by page. The
//! edge sends what a source's `request` gives for the [`Cursor`], hands the answer to its `read`,
//! keeps the orders, and then keeps the cursor that [`Cursor::after`] gives; [`Step::more`] says
//! whether to go on at once. A page that could not be had is simply asked for again.
//!
//! Nothing is missed:
//!
//! - A full page is followed by one that begins a second before its last change, not by a second
//!   page: orders that change meanwhile move to the end, and would shift the others past the
//!   boundary. Only changes of one and the same second are paged through.
//! - The next sweep begins [`OVERLAP_MILLIS`] before the newest change, for changes that were
//!   committed late. The first sweep that ends on a day is followed by one that begins
//!   [`DAILY_OVERLAP_MILLIS`] before it: clocks are put back, and shops are restored.
//! - A change in the future does not push the cursor there.
//!
//! What is seen twice has one effect, since an order's update is named by its content.
//!
//! Times are those of the shop's clock. `PrestaShop` asks and answers in local time without a
//! zone; the cursor then counts local time as if it were UTC.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use sha2::{Digest, Sha256};

use super::OrderUpdate;
use crate::source::Malformed;
use crate::time::{Day, Timestamp};

/// How far a sweep goes back before the newest change that is known.
pub const OVERLAP_MILLIS: i64 = 5 * 60 * 1000;
/// How far a sweep a day goes back.
pub const DAILY_OVERLAP_MILLIS: i64 = 26 * 60 * 60 * 1000;
/// How far the first sweep of all goes back: orders that are older have arrived.
pub const FIRST_SWEEP_MILLIS: i64 = 30 * 24 * 60 * 60 * 1000;
/// How long the edge waits between two sweeps, where nothing else makes it wait longer.
pub const INTERVAL_MILLIS: i64 = 5 * 60 * 1000;

/// A call to a shop, by `GET`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// Path and query, from the shop's base address on.
    pub path: String,
    /// Its headers, one of them the key.
    pub headers: [(&'static str, String); 2],
}

/// How far a shop's orders have been read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cursor {
    /// Orders that changed after this are asked for.
    pub changed_after: Timestamp,
    /// Which page of them, from 1.
    pub page: u32,
    /// The newest change that was seen.
    pub newest: Timestamp,
    /// The day on which a sweep last went back a day.
    pub went_back_on: Option<Day>,
}

/// A page of orders.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    /// What it says.
    pub updates: Vec<OrderUpdate>,
    /// The orders of it that could not be read.
    pub unread: Vec<Unread>,
    /// When its last order changed, by the shop's clock.
    pub last_change: Option<Timestamp>,
    /// Whether it holds as many orders as were asked for.
    pub is_full: bool,
}

/// An order of a page that could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unread {
    /// Why.
    pub problem: Malformed,
    /// The order as the shop told it, JSON.
    pub body: String,
}

impl Unread {
    /// An order that could not be read for a reason.
    pub(super) fn new(order: &Map<String, Value>, problem: Malformed) -> Self {
        Self {
            problem,
            body: serde_json::to_string(order).unwrap_or_default(),
        }
    }
}

/// What to do after a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// What to ask for next.
    pub cursor: Cursor,
    /// Whether to ask for it at once: the sweep goes on.
    pub more: bool,
}

impl Cursor {
    /// Where a shop that was never asked is begun with; `now` is by the shop's clock.
    pub fn begin(now: Timestamp) -> Self {
        let first = now.plus_millis(-FIRST_SWEEP_MILLIS);
        Self {
            changed_after: first,
            page: 1,
            newest: first,
            went_back_on: now.utc_day(),
        }
    }

    /// What to do once a page's updates are kept; `now` is by the shop's clock.
    pub fn after(&self, page: &Page, now: Timestamp) -> Step {
        let last = page.last_change.unwrap_or(self.newest).min(now);
        let newest = self.newest.max(last);
        if page.is_full {
            let next = Self {
                newest,
                ..self.go_on(page.last_change)
            };
            return Step {
                cursor: next,
                more: true,
            };
        }
        let today = now.utc_day();
        let overlap = if self.went_back_on == today {
            OVERLAP_MILLIS
        } else {
            DAILY_OVERLAP_MILLIS
        };
        let cursor = Self {
            changed_after: newest.plus_millis(-overlap),
            page: 1,
            newest,
            went_back_on: today,
        };
        Step {
            cursor,
            more: false,
        }
    }

    /// Goes on after a full page that ends with a change.
    fn go_on(&self, last_change: Option<Timestamp>) -> Self {
        const SECOND: i64 = 1000;
        let within_its_second = last_change.map(|at| at.plus_millis(-SECOND));
        match within_its_second.filter(|&at| at > self.changed_after) {
            Some(changed_after) => Self {
                changed_after,
                page: 1,
                ..self.clone()
            },
            None => Self {
                page: self.page.saturating_add(1),
                ..self.clone()
            },
        }
    }
}

/// An update that a poll found, named by its content and within the bounds.
pub(super) fn found(update: OrderUpdate) -> Result<OrderUpdate, Malformed> {
    let update = update.bounded()?;
    let content = serde_json::to_vec(&update).map_err(|_| Malformed::OrderNotKept)?;
    let digest = hex::encode(Sha256::digest(content));
    Ok(OrderUpdate {
        delivery_id: format!("poll/{digest}"),
        ..update
    })
}

/// The clock's second as `2026-12-18T14:02:00`, which is how shops are asked.
pub(super) fn clock_text(at: Timestamp) -> String {
    chrono::DateTime::from_timestamp_millis(at.0)
        .unwrap_or_default()
        .format("%Y-%m-%dT%H:%M:%S")
        .to_string()
}

/// `Authorization` of HTTP's basic scheme.
pub(super) fn basic(user: &str, password: &str) -> String {
    use base64::Engine;
    use base64::engine::general_purpose::STANDARD;
    format!("Basic {}", STANDARD.encode(format!("{user}:{password}")))
}

#[cfg(test)]
mod tests;
