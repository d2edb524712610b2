//! The delivery watch: which news an order has that nobody was told.
//!
//! The watch has no state of its own beyond the keys of what was told. It looks at the order as
//! it stands, finds for each parcel the one fact that would be news, and leaves out what was
//! told, what is stale and what another parcel has just said. Since it never looks at which
//! event arrived last, a late or repeated delivery makes it speak only when it changes where the
//! parcel stands; of late events only a terminal one does, and of these only "delivered" is told.

mod occasion;

use std::collections::BTreeSet;

use crate::ids::OrderKey;
use crate::notice::{Notice, NoticeKind};
use crate::order::{Audience, Order, view};
use crate::time::Timestamp;

use occasion::Occasion;

/// News older than this is history: it is marked as told and never said. It is what keeps an
/// order that is heard of for the first time, weeks after its delivery, from ringing.
pub const STALE_AFTER_MILLIS: i64 = 3 * 24 * 60 * 60 * 1000;

/// Two parcels that reach the same point of their way within this time speak once.
pub const TOGETHER_MILLIS: i64 = 30 * 60 * 1000;

/// The next notice of an order, if it has news, and its mark in `told`.
///
/// Also marks what was passed by without a word: milestones behind the parcel's newest fact, and
/// stale news. The caller commits `told` together with the notice. When parcels of one order
/// stand at different milestones they speak in turn: call again until it answers `None`.
///
/// Nothing is told, or marked, of an order that the shop has not described yet, and nothing is
/// ever told of a cancelled order.
pub fn news(
    key: &OrderKey,
    order: &Order,
    told: &mut BTreeSet<String>,
    now: Timestamp,
) -> Option<Notice> {
    let view = view(key, order, Audience::Other)?;
    if view.cancelled {
        return None;
    }
    let mut fresh = Vec::new();
    for parcel in order.parcels.iter().filter(|parcel| parcel.active) {
        told.extend(occasion::passed_by(key, parcel));
        let Some(occasion) = occasion::newest(key, parcel, told) else {
            continue;
        };
        if is_stale(&occasion, now) || is_echo(&occasion, key, order, told) {
            told.insert(occasion.key);
        } else {
            fresh.push(occasion);
        }
    }
    let newest = fresh.iter().max_by_key(|occasion| occasion.occurred_at)?;
    let (kind, occurred_at) = (newest.kind, newest.occurred_at);
    let together: Vec<Occasion> = fresh.into_iter().filter(|o| o.kind == kind).collect();
    told.extend(together.iter().map(|occasion| occasion.key.clone()));
    Some(Notice {
        key: together.first()?.key.clone(),
        kind,
        parcels: together
            .into_iter()
            .map(|occasion| occasion.parcel)
            .collect(),
        occurred_at,
        day: None,
        silent_days: None,
        order: view,
    })
}

fn is_stale(occasion: &Occasion, now: Timestamp) -> bool {
    now.millis_since(occasion.occurred_at) > STALE_AFTER_MILLIS
}

/// Whether another parcel of the order has just said the same. Only for what needs nothing from
/// the shopper: each parcel that waits, was handed over or is late is worth its own word.
fn is_echo(occasion: &Occasion, key: &OrderKey, order: &Order, told: &BTreeSet<String>) -> bool {
    if !matches!(
        occasion.kind,
        NoticeKind::Shipped | NoticeKind::OutForDelivery
    ) {
        return false;
    }
    order
        .parcels
        .iter()
        .filter(|parcel| parcel.active && parcel.number != occasion.parcel)
        .filter_map(|parcel| occasion::of_kind(key, parcel, occasion.kind))
        .filter(|other| told.contains(&other.key))
        .any(|other| other.occurred_at.millis_since(occasion.occurred_at).abs() <= TOGETHER_MILLIS)
}

#[cfg(test)]
mod tests;
