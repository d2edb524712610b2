//! What a parcel could be news for: a milestone that it stands at, or a delay.

use std::collections::BTreeSet;

use crate::ids::OrderKey;
use crate::notice::NoticeKind;
use crate::order::{ECHO_MILLIS, Parcel};
use crate::time::{Day, Timestamp};
use crate::tracking::{Status, TrackingEvent, fold};

/// A fact of one parcel that is worth a notice, under the key by which it is told once.
#[derive(Clone, Debug)]
pub(super) struct Occasion {
    /// The key.
    pub(super) key: String,
    /// What it tells.
    pub(super) kind: NoticeKind,
    /// The tracking number.
    pub(super) parcel: String,
    /// When it occurred.
    pub(super) occurred_at: Timestamp,
}

/// The parcel's newest fact, unless it was told. A delay comes before the milestone at which the
/// parcel stands, which it passes by.
pub(super) fn newest(key: &OrderKey, parcel: &Parcel, told: &BTreeSet<String>) -> Option<Occasion> {
    let untold = |occasion: &Occasion| {
        !told.contains(&occasion.key)
            && !echo_keys(key, parcel, occasion).any(|echo| told.contains(&echo))
    };
    delay(key, parcel)
        .filter(untold)
        .or_else(|| milestone(key, parcel).filter(untold))
}

/// The keys of the milestones that are behind the parcel's newest fact: their time to be told
/// has passed.
pub(super) fn passed_by(key: &OrderKey, parcel: &Parcel) -> Vec<String> {
    let standing = milestone(key, parcel).map(|occasion| occasion.key);
    parcel
        .history
        .iter()
        .flat_map(|event| {
            let kinds = [moved(event.status), kind_of(event.status)];
            kinds
                .into_iter()
                .flatten()
                .map(|kind| milestone_key(key, parcel, kind, event))
        })
        .filter(|passed| Some(passed) != standing.as_ref())
        .collect()
}

/// The last time that the parcel reached a milestone, wherever it stands now.
pub(super) fn of_kind(key: &OrderKey, parcel: &Parcel, kind: NoticeKind) -> Option<Occasion> {
    let reached = |event: &&TrackingEvent| kind_of(event.status) == Some(kind);
    // A parcel is shipped once, by its first scan; the other milestones may be reached again.
    let event = if kind == NoticeKind::Shipped {
        parcel.history.iter().find(reached)
    } else {
        parcel.history.iter().rev().find(reached)
    }?;
    Some(Occasion {
        key: milestone_key(key, parcel, kind, event),
        kind,
        parcel: parcel.number.clone(),
        occurred_at: event.occurred_at,
    })
}

/// The keys under which the shop's word may have told an occasion before the carrier's source
/// did: near midnight the two give it different days.
fn echo_keys(key: &OrderKey, parcel: &Parcel, occasion: &Occasion) -> impl Iterator<Item = String> {
    let near = |echo: &&TrackingEvent| {
        echo.occurred_at.millis_since(occasion.occurred_at).abs() <= ECHO_MILLIS
    };
    parcel
        .echoes
        .iter()
        .filter(|echo| kind_of(echo.status) == Some(occasion.kind))
        .filter(near)
        .map(|echo| milestone_key(key, parcel, occasion.kind, echo))
}

/// The milestone at which the parcel stands.
fn milestone(key: &OrderKey, parcel: &Parcel) -> Option<Occasion> {
    of_kind(key, parcel, kind_of(fold(&parcel.history).status)?)
}

/// A delay: an estimate later than the promised one, each new day of which is told once, or the
/// carrier's bare statement.
fn delay(key: &OrderKey, parcel: &Parcel) -> Option<Occasion> {
    let state = fold(&parcel.history);
    let estimate = &parcel.estimate;
    let later_day = estimate
        .current
        .as_ref()
        .filter(|day| Some(*day) > estimate.promised.as_ref());
    let occurred_at = match (state.status, later_day) {
        (Status::PreTransit | Status::InTransit | Status::Delayed, Some(_)) => parcel.heard_upto?,
        (Status::Delayed, None) => state.occurred_at?,
        _ => return None,
    };
    Some(Occasion {
        key: told_under(key, parcel, NoticeKind::Delayed, later_day),
        kind: NoticeKind::Delayed,
        parcel: parcel.number.clone(),
        occurred_at,
    })
}

/// Any move of the carrier's means that the parcel was shipped, whether or not a scan said so.
fn moved(status: Status) -> Option<NoticeKind> {
    let still = matches!(
        status,
        Status::PreTransit | Status::Cancelled | Status::Unknown
    );
    (!still).then_some(NoticeKind::Shipped)
}

fn kind_of(status: Status) -> Option<NoticeKind> {
    match status {
        Status::InTransit => Some(NoticeKind::Shipped),
        Status::OutForDelivery => Some(NoticeKind::OutForDelivery),
        Status::AvailableForPickup => Some(NoticeKind::ReadyForPickup),
        Status::DeliveryAttempted => Some(NoticeKind::DeliveryAttempted),
        Status::Delivered => Some(NoticeKind::Delivered),
        // A delay is not a milestone: it may be one by the estimate alone.
        Status::Delayed
        | Status::PreTransit
        | Status::Exception
        | Status::Returning
        | Status::Returned
        | Status::Lost
        | Status::Cancelled
        | Status::Unknown => None,
    }
}

fn milestone_key(
    key: &OrderKey,
    parcel: &Parcel,
    kind: NoticeKind,
    event: &TrackingEvent,
) -> String {
    // A parcel may go out on several days, and come back in vain.
    let repeats = matches!(
        kind,
        NoticeKind::OutForDelivery | NoticeKind::DeliveryAttempted
    );
    let day = event.occurred_at.utc_day().filter(|_| repeats);
    told_under(key, parcel, kind, day.as_ref())
}

fn told_under(key: &OrderKey, parcel: &Parcel, kind: NoticeKind, day: Option<&Day>) -> String {
    let name = kind.name();
    match day {
        Some(day) => format!("{key}/{}/{name}/{}", parcel.number, day.as_str()),
        None => format!("{key}/{}/{name}", parcel.number),
    }
}
