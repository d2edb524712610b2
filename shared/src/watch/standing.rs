//! Where the parcel stands, as news: milestones and trouble.

use super::estimate;
use super::followed::Followed;
use super::occasion::{Found, Memory, Occasion};
use crate::notice::NoticeKind;
use crate::order::{ECHO_MILLIS, Parcel};
use crate::time::Day;
use crate::tracking::{IncidentReason, Status, TrackingEvent};

/// How far two carriers' sources that know the time zone may be apart to mean one fact.
const SAME_SCAN_MILLIS: i64 = 2 * 60 * 60 * 1000;

/// Finds the one fact where the parcel stands. That it was shipped is passed by when it stands
/// anywhere else, whether or not a scan said so.
pub(super) fn find<'a>(followed: &Followed<'a>, memory: &Memory, found: &mut Found<'a>) {
    let parcel = followed.parcel;
    let kind = kind_at(followed.state.status, followed.state.reason);
    let moved = parcel.history.iter().any(|event| is_moved(event.status));
    if moved && kind != Some(NoticeKind::Shipped) {
        found
            .passed
            .push(memory.key(&parcel.number, NoticeKind::Shipped, None));
    }
    let standing = kind
        .filter(|&kind| !is_told_elsewhere(parcel, kind))
        .and_then(|kind| standing(followed, memory, kind));
    found.occasions.extend(standing);
}

/// A delay that has a day is told with it, and a loss may also be presumed.
fn is_told_elsewhere(parcel: &Parcel, kind: NoticeKind) -> bool {
    match kind {
        NoticeKind::Delayed => estimate::is_later(parcel),
        kind => kind == NoticeKind::PresumedLost,
    }
}

/// The last event by which a parcel reached a milestone or came into trouble, wherever it stands
/// now. A parcel is shipped once, by its first scan; anything else may come again.
pub(super) fn event_of(parcel: &Parcel, kind: NoticeKind) -> Option<&TrackingEvent> {
    let mut events = parcel.history.iter();
    let is_it = |event: &&TrackingEvent| kind_at(event.status, event.reason) == Some(kind);
    if kind == NoticeKind::Shipped {
        events.find(is_it)
    } else {
        events.rfind(is_it)
    }
}

/// The key under which an event is told as a milestone or as trouble.
pub(super) fn key_of(
    parcel: &Parcel,
    memory: &Memory,
    kind: NoticeKind,
    event: &TrackingEvent,
) -> String {
    let key = |occasion: Option<&str>| memory.key(&parcel.number, kind, occasion);
    match kind {
        // A parcel may go out on several days, and come back in vain.
        NoticeKind::OutForDelivery | NoticeKind::DeliveryAttempted => {
            let day = event.occurred_at.utc_day();
            key(day.as_ref().map(Day::as_str))
        }
        NoticeKind::PickupPointChanged => key(event.reason.and_then(point_change)),
        NoticeKind::ReadyForPickup => key(announced_change(parcel, memory, event)),
        _ => key(None),
    }
}

fn standing<'a>(
    followed: &Followed<'a>,
    memory: &Memory,
    kind: NoticeKind,
) -> Option<Occasion<'a>> {
    let parcel = followed.parcel;
    let event = event_of(parcel, kind).or_else(|| event_behind(followed))?;
    let was_told = |other: &TrackingEvent| memory.has(&key_of(parcel, memory, kind, other));
    if echoes(parcel, kind, event).any(was_told) {
        return None;
    }
    let key = key_of(parcel, memory, kind, event);
    let heard_at = parcel.standing_heard_at.filter(|_| must_settle(kind));
    let occasion = Occasion::new(key, kind, Some(&followed.parcel.number), event.occurred_at);
    Some(occasion.settled_at(followed.settled(heard_at)))
}

/// The event that put a parcel where it stands, whatever it says itself: a handing over on the way
/// back says that it was delivered.
fn event_behind<'a>(followed: &Followed<'a>) -> Option<&'a TrackingEvent> {
    let mut events = followed.parcel.history.iter();
    events.rfind(|event| Some(event.occurred_at) == followed.state.occurred_at)
}

/// What other sources told of the same fact: near midnight they may give it different days.
fn echoes<'p>(
    parcel: &'p Parcel,
    kind: NoticeKind,
    event: &'p TrackingEvent,
) -> impl Iterator<Item = &'p TrackingEvent> {
    let is_near = |other: &TrackingEvent| {
        let apart = other.occurred_at.millis_since(event.occurred_at).abs();
        let exact = |event: &TrackingEvent| event.source.is_carriers() && event.zone_known;
        let within = if exact(event) && exact(other) {
            SAME_SCAN_MILLIS
        } else {
            ECHO_MILLIS
        };
        apart <= within
    };
    let elsewhere = parcel.history.iter();
    parcel
        .echoes
        .iter()
        .chain(elsewhere.filter(move |other| other.source != event.source))
        .filter(move |other| kind_at(other.status, other.reason) == Some(kind))
        .filter(move |other| is_near(other))
}

/// The last change of the pickup point that was told before the parcel came to wait there: that
/// it waits is news again then.
fn announced_change(
    parcel: &Parcel,
    memory: &Memory,
    ready: &TrackingEvent,
) -> Option<&'static str> {
    parcel
        .history
        .iter()
        .rev()
        .filter(|event| event.occurred_at <= ready.occurred_at)
        .filter_map(|event| event.reason.and_then(point_change))
        .find(|&change| {
            let told = memory.key(&parcel.number, NoticeKind::PickupPointChanged, Some(change));
            memory.has(&told)
        })
}

/// What a place in a parcel's history is worth telling as, if anything.
fn kind_at(status: Status, reason: Option<IncidentReason>) -> Option<NoticeKind> {
    let trouble = reason.and_then(trouble);
    match status {
        Status::InTransit if reason.and_then(point_change).is_some() => trouble,
        Status::InTransit => Some(NoticeKind::Shipped),
        Status::OutForDelivery => Some(NoticeKind::OutForDelivery),
        Status::AvailableForPickup => Some(NoticeKind::ReadyForPickup),
        Status::DeliveryAttempted => trouble.or(Some(NoticeKind::DeliveryAttempted)),
        Status::Delivered => Some(NoticeKind::Delivered),
        Status::Delayed => trouble.or(Some(NoticeKind::Delayed)),
        Status::Exception => trouble,
        Status::Returning => Some(NoticeKind::Returning),
        Status::Returned => Some(NoticeKind::Returned),
        Status::Lost => Some(NoticeKind::PresumedLost),
        Status::PreTransit | Status::Cancelled | Status::Unknown => None,
    }
}

/// What trouble is told as. A refusal is told when the parcel goes back; what holds many parcels,
/// when it holds this one up.
fn trouble(reason: IncidentReason) -> Option<NoticeKind> {
    match reason {
        IncidentReason::Customs => Some(NoticeKind::CustomsHold),
        IncidentReason::Address => Some(NoticeKind::AddressProblem),
        IncidentReason::Damaged => Some(NoticeKind::Damaged),
        IncidentReason::Absent => Some(NoticeKind::DeliveryAttempted),
        IncidentReason::PointClosed | IncidentReason::PointFull | IncidentReason::PointMoved => {
            Some(NoticeKind::PickupPointChanged)
        }
        IncidentReason::Refused | IncidentReason::Disruption => None,
    }
}

fn point_change(reason: IncidentReason) -> Option<&'static str> {
    match reason {
        IncidentReason::PointClosed => Some("closed"),
        IncidentReason::PointFull => Some("full"),
        IncidentReason::PointMoved => Some("moved"),
        _ => None,
    }
}

/// Whether a kind is told only once it has stood for a while: what sources take back.
fn must_settle(kind: NoticeKind) -> bool {
    matches!(
        kind,
        NoticeKind::Delayed
            | NoticeKind::CustomsHold
            | NoticeKind::AddressProblem
            | NoticeKind::Damaged
            | NoticeKind::PickupPointChanged
    )
}

/// Any move of the carrier's means that the parcel was shipped, whether or not a scan said so.
fn is_moved(status: Status) -> bool {
    !matches!(
        status,
        Status::PreTransit | Status::Cancelled | Status::Unknown
    )
}
