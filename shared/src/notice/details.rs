//! What the words of a notice, and of an answer to it, are made with.

use super::{Notice, NoticeKind};
use crate::calendar::local_day;
use crate::language::Language;
use crate::order::{OrderView, ParcelView};
use crate::text::without_mark;
use crate::time::Day;
use crate::tracking::{IncidentReason, PickupPoint, Status};
use crate::words::{Detail, Details, Filled, Scope, Which};

/// What is known of some parcels of an order, with days in the language.
pub(crate) fn of_parcels(order: &OrderView, numbers: &[String], language: Language) -> Details {
    let parcels = spoken_of(order, numbers);
    let carrier = common(&parcels, |parcel| parcel.carrier.clone());
    let place = common(&parcels, |parcel| parcel.pickup_point.as_ref().map(place));
    let signed_by = common(&parcels, |parcel| parcel.proof.as_ref()?.signed_by.clone());
    let proof_url = common(&parcels, |parcel| parcel.proof.as_ref()?.url.clone());
    let is = |reason| parcels.iter().any(|parcel| parcel.reason == Some(reason));
    let is_lost = parcels.iter().any(|parcel| parcel.status == Status::Lost);
    Details::of(scope(order, parcels.len()))
        .text(Detail::Carrier, carrier.and_then(filled))
        .text(Detail::Estimate, said(estimate(&parcels), language))
        .text(Detail::Place, place.and_then(filled))
        .text(Detail::KeptUntil, said(kept_until(&parcels), language))
        .text(Detail::SignedBy, signed_by.and_then(filled))
        .text(
            Detail::ProofUrl,
            proof_url.as_deref().and_then(Filled::uncut),
        )
        .mark(Detail::PointClosed, is(IncidentReason::PointClosed))
        .mark(Detail::PointFull, is(IncidentReason::PointFull))
        .mark(Detail::PointMoved, is(IncidentReason::PointMoved))
        .mark(Detail::DeclaredLost, is_lost)
}

/// Nothing is known but an order's number.
pub(crate) fn of_number(number: &str) -> Details {
    Details::of(Scope {
        which: Which::Only,
        count: 1,
        number: Filled::new(without_mark(number)),
    })
}

/// What is known of a notice, with days in the language.
pub(super) fn of_notice(notice: &Notice, language: Language) -> Details {
    let parcels = spoken_of(&notice.order, &notice.parcels);
    let estimate = estimate(&parcels);
    let promised = latest(&parcels).and_then(|parcel| parcel.estimate.promised.as_ref());
    let day = notice.day.as_ref();
    let missed = promised.filter(|promised| day > Some(*promised));
    let beaten = promised.filter(|promised| day.is_some_and(|day| day < *promised));
    // An estimate that the day, or the news itself, has overtaken says nothing of what comes next.
    let today = notice.occurred_at.utc_day();
    let estimate = estimate.filter(|estimate| match notice.kind {
        NoticeKind::Late | NoticeKind::WillMissDeadline => Some(*estimate) > day,
        _ => Some(*estimate) >= today.as_ref(),
    });
    of_parcels(&notice.order, &notice.parcels, language)
        .text(Detail::Day, said(day, language))
        .text(Detail::Missed, said(missed, language))
        .text(Detail::Beaten, said(beaten, language))
        .text(Detail::Estimate, said(estimate, language))
        .count(Detail::SilentDays, notice.silent_days)
        .mark(Detail::Unsent, notice.order.parcels.is_empty())
}

/// A day as it is said, where there is one.
pub(crate) fn said(day: Option<&Day>, language: Language) -> Option<Filled> {
    filled(local_day(day?, language)?)
}

fn scope(order: &OrderView, speaking: usize) -> Scope {
    Scope {
        which: Which::of(speaking, order.parcels.len()),
        count: u32::try_from(speaking.max(1)).unwrap_or(u32::MAX),
        number: Filled::new(without_mark(&order.number)),
    }
}

fn spoken_of<'a>(order: &'a OrderView, numbers: &[String]) -> Vec<&'a ParcelView> {
    order
        .parcels
        .iter()
        .filter(|parcel| numbers.contains(&parcel.number))
        .collect()
}

/// What all of the parcels have alike.
fn common<T: PartialEq>(
    parcels: &[&ParcelView],
    read: impl Fn(&ParcelView) -> Option<T>,
) -> Option<T> {
    let first = read(parcels.first()?)?;
    parcels
        .iter()
        .all(|parcel| read(parcel).as_ref() == Some(&first))
        .then_some(first)
}

/// The parcel that is expected last.
fn latest<'a>(parcels: &[&'a ParcelView]) -> Option<&'a ParcelView> {
    parcels
        .iter()
        .copied()
        .max_by_key(|parcel| &parcel.estimate.current)
}

fn estimate<'a>(parcels: &[&'a ParcelView]) -> Option<&'a Day> {
    latest(parcels)?.estimate.current.as_ref()
}

fn kept_until<'a>(parcels: &[&'a ParcelView]) -> Option<&'a Day> {
    parcels
        .iter()
        .filter_map(|parcel| parcel.pickup_point.as_ref()?.kept_until.as_ref())
        .min()
}

/// The point's name, with its address where known.
fn place(point: &PickupPoint) -> String {
    match &point.address {
        Some(address) if !point.name.is_empty() => format!("{}, {address}", point.name),
        Some(address) => address.clone(),
        None => point.name.clone(),
    }
}

fn filled(text: impl AsRef<str>) -> Option<Filled> {
    Filled::new(text.as_ref())
}
