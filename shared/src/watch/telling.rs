//! From what could be told to what is told: once, not in arrears, not in the night, in one notice
//! where one says it all.

use std::collections::BTreeSet;

use super::clock::Clock;
use super::occasion::{Found, Memory, Occasion, remember_day};
use super::{STALE_AFTER_MILLIS, TOGETHER_MILLIS, earlier, standing};
use crate::ids::OrderKey;
use crate::notice::{Notice, NoticeKind};
use crate::order::{Audience, Order, OrderView, view};
use crate::time::Timestamp;

/// What is told, and when there may be more.
#[derive(Default)]
pub(super) struct Telling {
    /// The calmest first, so that the last one is what the shopper decides upon; alike ones in the
    /// order in which the facts occurred.
    pub(super) notices: Vec<Notice>,
    pub(super) wake_at: Option<Timestamp>,
}

/// Tells what there is to tell, and marks it as told.
pub(super) fn tell(
    key: &OrderKey,
    order: &Order,
    found: Vec<Found>,
    told: &mut BTreeSet<String>,
    clock: &Clock,
) -> Telling {
    let mut wake_at = None;
    let mut pending = Vec::new();
    for of_parcel in found {
        wake_at = earlier(wake_at, of_parcel.wake_at);
        told.extend(of_parcel.passed);
        let untold = of_parcel
            .occasions
            .into_iter()
            .filter(|occasion| is_worth_telling(occasion, key, order, told, clock))
            .map(|occasion| Pending::new(occasion, clock))
            .collect();
        pending.extend(gravest(untold, key, told, clock.now));
    }
    let (mut now, later): (Vec<Theme>, Vec<Theme>) = themes(pending)
        .into_iter()
        .partition(|theme| theme.tell_at <= clock.now);
    for theme in &later {
        wake_at = earlier(wake_at, Some(theme.tell_at));
    }
    for occasion in now.iter().flat_map(|theme| &theme.occasions) {
        mark(occasion, key, told);
    }
    now.sort_by_key(|theme| (theme.kind().severity(), theme.occurred_at()));
    let shown = (!now.is_empty()).then(|| view(key, order, Audience::Other));
    let notices = shown.flatten().map_or_else(Vec::new, |view| {
        now.iter().map(|theme| theme.notice(&view)).collect()
    });
    Telling { notices, wake_at }
}

/// An occasion that nothing speaks against, and when it may be told.
struct Pending<'a> {
    occasion: Occasion<'a>,
    tell_at: Timestamp,
}

impl<'a> Pending<'a> {
    fn new(occasion: Occasion<'a>, clock: &Clock) -> Self {
        let settled_at = occasion.settled_at.unwrap_or(clock.now).max(clock.now);
        // What happens at the door is worth telling at any hour.
        let at_the_door = matches!(
            occasion.kind,
            NoticeKind::OutForDelivery | NoticeKind::Delivered
        );
        let tell_at = if at_the_door {
            settled_at
        } else {
            clock.waking(settled_at)
        };
        Self { occasion, tell_at }
    }
}

/// Leaves out what was told, and what is not worth telling any more, which it marks.
fn is_worth_telling(
    occasion: &Occasion,
    key: &OrderKey,
    order: &Order,
    told: &mut BTreeSet<String>,
    clock: &Clock,
) -> bool {
    if told.contains(&occasion.key) {
        return false;
    }
    let worthless =
        is_stale(occasion, clock) || is_just_told_of_another(occasion, key, order, told);
    // Of these it matters later whether they were said, so that a mark would be a lie.
    let looked_up = matches!(
        occasion.kind,
        NoticeKind::PresumedLost | NoticeKind::PickupPointChanged
    );
    if worthless && !looked_up {
        told.insert(occasion.key.clone());
    }
    !worthless
}

/// Whether it is history: that a parcel arrives today is so on the next day.
fn is_stale(occasion: &Occasion, clock: &Clock) -> bool {
    let is_over = occasion.kind == NoticeKind::OutForDelivery
        && clock.day_of(occasion.occurred_at) < clock.today;
    is_over || clock.now.millis_since(occasion.occurred_at) > STALE_AFTER_MILLIS
}

/// Whether another parcel of the order has just said the same. Only for what needs nothing from
/// the shopper: each parcel that waits, was handed over or is late is worth its own word.
fn is_just_told_of_another(
    occasion: &Occasion,
    key: &OrderKey,
    order: &Order,
    told: &BTreeSet<String>,
) -> bool {
    let kind = occasion.kind;
    if !matches!(kind, NoticeKind::Shipped | NoticeKind::OutForDelivery) {
        return false;
    }
    let memory = Memory::new(key, told);
    order
        .parcels
        .iter()
        .filter(|parcel| parcel.active && Some(parcel.number.as_str()) != occasion.parcel)
        .filter_map(|parcel| Some((parcel, standing::event_of(parcel, kind)?)))
        .filter(|(_, event)| {
            event.occurred_at.millis_since(occasion.occurred_at).abs() <= TOGETHER_MILLIS
        })
        .any(|(parcel, event)| memory.has(&standing::key_of(parcel, &memory, kind, event)))
}

/// Leaves out what a graver notice of the same parcel says as well: it is marked when that is
/// told, and waits when that waits.
fn gravest<'a>(
    untold: Vec<Pending<'a>>,
    key: &OrderKey,
    told: &mut BTreeSet<String>,
    now: Timestamp,
) -> Vec<Pending<'a>> {
    let said_at = |kind: NoticeKind| {
        untold
            .iter()
            .filter(|graver| says_all_of(graver.occasion.kind, kind))
            .map(|graver| graver.tell_at)
            .min()
    };
    let said: Vec<Option<Timestamp>> = untold
        .iter()
        .map(|pending| said_at(pending.occasion.kind))
        .collect();
    let mut left = Vec::new();
    for (pending, said_at) in untold.into_iter().zip(said) {
        match said_at {
            None => left.push(pending),
            Some(at) if at <= now => mark(&pending.occasion, key, told),
            Some(_) => {}
        }
    }
    left
}

/// Whether a notice says all that another one of the same parcel would.
fn says_all_of(kind: NoticeKind, other: NoticeKind) -> bool {
    use NoticeKind::{
        Delayed, Found, Late, NotHandedOver, PresumedLost, Shipped, Sooner, Stalled,
        WillMissDeadline,
    };
    match kind {
        PresumedLost => {
            matches!(other, WillMissDeadline | Delayed | Sooner | Late | Stalled)
        }
        WillMissDeadline => matches!(
            other,
            Delayed | Sooner | Shipped | Late | Stalled | NotHandedOver
        ),
        Delayed | Sooner | Found => other == Shipped,
        Late => matches!(other, Stalled | NotHandedOver),
        _ => false,
    }
}

/// Marks an occasion as told. The day that it names is the one that shoppers expect from now on.
fn mark(occasion: &Occasion, key: &OrderKey, told: &mut BTreeSet<String>) {
    told.insert(occasion.key.clone());
    let moves_day = matches!(occasion.kind, NoticeKind::Delayed | NoticeKind::Sooner);
    if let (true, Some(parcel), Some(day)) = (moves_day, occasion.parcel, &occasion.day) {
        remember_day(told, key, parcel, day);
    }
}

/// The same news of several parcels, which speak once.
struct Theme<'a> {
    occasions: Vec<Occasion<'a>>,
    /// What waits to be settled comes along with the first that may be told.
    tell_at: Timestamp,
}

fn themes(pending: Vec<Pending>) -> Vec<Theme> {
    let mut themes: Vec<Theme> = Vec::new();
    for Pending { occasion, tell_at } in pending {
        let same = themes.iter_mut().find(|theme| {
            let first = &theme.occasions[0];
            (first.kind, &first.day) == (occasion.kind, &occasion.day)
        });
        match same {
            Some(theme) => {
                theme.tell_at = theme.tell_at.min(tell_at);
                theme.occasions.push(occasion);
            }
            None => themes.push(Theme {
                occasions: vec![occasion],
                tell_at,
            }),
        }
    }
    themes
}

impl Theme<'_> {
    fn kind(&self) -> NoticeKind {
        self.occasions[0].kind
    }

    fn occurred_at(&self) -> Timestamp {
        let times = self.occasions.iter().map(|occasion| occasion.occurred_at);
        times.max().unwrap_or_default()
    }

    fn notice(&self, view: &OrderView) -> Notice {
        let first = &self.occasions[0];
        let silences = self.occasions.iter().map(|occasion| occasion.silent_days);
        let mut parcels: Vec<String> = self
            .occasions
            .iter()
            .filter_map(|occasion| occasion.parcel.map(str::to_owned))
            .collect();
        // A number may stand in two shipments of one order.
        parcels.dedup();
        Notice {
            key: first.key.clone(),
            kind: self.kind(),
            parcels,
            occurred_at: self.occurred_at(),
            day: first.day.clone(),
            silent_days: silences.max().flatten(),
            order: view.clone(),
        }
    }
}
