//! The delivery watch: what an order's shoppers are told next, and when to look again.
//!
//! One state machine with timers. Its state is the order and the keys of what was told; its input
//! is the time. [`look`] finds for each parcel what would be news: where it stands
//! ([`standing`]), that its day of delivery moved ([`estimate`]) or passed ([`promise`]), that it
//! won't be there in time ([`deadline`]), what its silence means ([`silence`], [`loss`]), that it
//! should be fetched ([`pickup`]). Then [`telling`] leaves out what was told, what is stale, what
//! another parcel has just said and what a graver notice says as well, and holds back what may
//! still change or must wait for the morning.
//!
//! The watch never looks at which event arrived last. So a late or repeated delivery makes it
//! speak only when it changes where the parcel stands, and of late events only one that nothing
//! undoes does: handed over, going back, back.

mod clock;
mod deadline;
mod estimate;
mod followed;
mod loss;
mod occasion;
mod pickup;
mod promise;
mod risk;
mod scene;
mod setting;
mod silence;
mod standing;
mod telling;

use std::collections::BTreeSet;

use crate::ids::OrderKey;
use crate::notice::Notice;
use crate::order::Order;
use crate::time::Timestamp;

use followed::Followed;
use occasion::{Found, Memory};
use risk::Risks;
use scene::Scene;

pub use crate::protocol::parcels::Risk;
pub use risk::ParcelRisk;
pub use setting::{DeadlineRule, QuietHours, Setting, TimeOfDay};

/// News older than this is history: it is marked as told and never said. It is what keeps an
/// order that is heard of for the first time, weeks after its delivery, from ringing.
pub const STALE_AFTER_MILLIS: i64 = 3 * 24 * 60 * 60 * 1000;

/// Two parcels that reach the same point of their way within this time speak once.
pub const TOGETHER_MILLIS: i64 = 30 * 60 * 1000;

/// What one look at an order shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Look {
    /// What is told now, in the order in which it occurred. Each holds the order as anyone may
    /// see it; for a contact who may see more, that view takes its place.
    pub notices: Vec<Notice>,
    /// When to look again even if nothing is heard until then; later than the look.
    pub wake_at: Option<Timestamp>,
    /// What the merchant should know of, by parcel.
    pub risks: Vec<ParcelRisk>,
}

/// Looks at an order at a time. What is told is marked in `told`, which the caller commits
/// together with the notices; looking again at the same time then tells nothing.
///
/// Nothing is told, or marked, of an order that the shop has not described yet, and nothing is
/// ever told of a cancelled order. Neither has a time to look again.
pub fn look(
    key: &OrderKey,
    order: &Order,
    told: &mut BTreeSet<String>,
    now: Timestamp,
    setting: &Setting,
) -> Look {
    let Some(scene) = Scene::of(order, now, setting) else {
        return Look::default();
    };
    let parcels = scene.parcels();
    let memory = Memory::new(key, told);
    let mut found: Vec<Found> = parcels.iter().map(|parcel| find(parcel, &memory)).collect();
    found.push(deadline::find_unsent(&scene, &memory));
    let risks = Risks::of(&scene, &parcels);
    let telling = telling::tell(key, order, found, told, &scene.clock);
    Look {
        notices: telling.notices,
        wake_at: earlier(telling.wake_at, risks.change_at),
        risks: risks.now,
    }
}

/// What the merchant should know of an order at a time, gravest first for each parcel. At most
/// one of a kind a parcel.
pub fn risk(order: &Order, now: Timestamp, setting: &Setting) -> Vec<ParcelRisk> {
    let scene = Scene::of(order, now, setting);
    scene.map_or_else(Vec::new, |scene| Risks::of(&scene, &scene.parcels()).now)
}

/// What could be told of a parcel, gravest first.
fn find<'a>(parcel: &Followed<'a>, memory: &Memory) -> Found<'a> {
    let mut found = Found::default();
    loss::find(parcel, memory, &mut found);
    deadline::find(parcel, memory, &mut found);
    estimate::find(parcel, memory, &mut found);
    standing::find(parcel, memory, &mut found);
    promise::find(parcel, memory, &mut found);
    silence::find(parcel, memory, &mut found);
    pickup::find(parcel, memory, &mut found);
    found
}

/// The earlier of two times, where there are any.
fn earlier(one: Option<Timestamp>, other: Option<Timestamp>) -> Option<Timestamp> {
    match (one, other) {
        (Some(one), Some(other)) => Some(one.min(other)),
        (one, other) => one.or(other),
    }
}

#[cfg(test)]
mod tests;
