//! First-contact resolution: which concerns are one matter, and whether it took one contact only.

use super::concern::Concern;
use crate::time::Timestamp;

/// A concern that comes within this time after another one ended may be the same matter, in
/// milliseconds.
pub const SAME_MATTER_MILLIS: i64 = 7 * 24 * 3_600_000;

/// What a shopper came with, once or several times.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Matter {
    /// The place of its first concern.
    pub first: usize,
    /// How many concerns it has.
    pub contacts: usize,
    /// How it ended.
    pub ending: Ending,
}

/// How a matter ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// With the first contact: the shopper did not come back with it.
    FirstContact,
    /// With a later one: the shopper came again.
    CameAgain,
    /// It goes on, or a week has not passed since its first contact was settled.
    Undecided,
}

/// Sorts a shopper's concerns, oldest first, into matters. Each is of one matter.
pub fn matters(concerns: &[Concern], now: Timestamp) -> Vec<Matter> {
    let mut of: Vec<usize> = Vec::with_capacity(concerns.len());
    let mut matters: Vec<Matter> = Vec::new();
    for (place, concern) in concerns.iter().enumerate() {
        let earlier = (0..place)
            .rev()
            .find(|earlier| goes_on(&concerns[*earlier], concern));
        if let Some(matter) = earlier.map(|earlier| of[earlier]) {
            matters[matter].contacts += 1;
            of.push(matter);
        } else {
            of.push(matters.len());
            matters.push(Matter {
                first: place,
                contacts: 1,
                ending: Ending::Undecided,
            });
        }
    }
    for matter in &mut matters {
        matter.ending = ending(&concerns[matter.first], matter.contacts, now);
    }
    matters
}

/// Whether a later concern is of the same matter: the shopper came back with it before a week was
/// over. What goes on beside another concern is a matter of its own unless both are about the same.
fn goes_on(earlier: &Concern, later: &Concern) -> bool {
    let ended = earlier.ending(later.opened_at);
    let lately = ended.is_none_or(|end| later.opened_at.millis_since(end.at) <= SAME_MATTER_MILLIS);
    let order = |concern: &Concern| concern.order.clone();
    let about_the_same = earlier.topic == later.topic
        && order(earlier)
            .zip(order(later))
            .is_none_or(|(one, other)| one == other);
    lately && (later.reopens || about_the_same)
}

/// How a matter ended. Who came again is known earlier than who did not; counted earlier as well,
/// the latest days would always look bad.
fn ending(first: &Concern, contacts: usize, now: Timestamp) -> Ending {
    let is_over = |at: Timestamp| now.millis_since(at) > SAME_MATTER_MILLIS;
    match first.ending(now) {
        Some(end) if is_over(end.at) && contacts == 1 => Ending::FirstContact,
        Some(end) if is_over(end.at) => Ending::CameAgain,
        Some(_) | None => Ending::Undecided,
    }
}
