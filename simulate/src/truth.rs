//! What truly happens to an order.

mod way;

use fastrand::Rng;
use shared::time::{Day, Timestamp};
use shared::tracking::{IncidentReason, Status};

use crate::calendar::{
    DAY, FIRST_DAY, HOUR, MINUTE, at, between, day, day_of, happens, later, working_days,
};

/// The last day of the season on which orders are placed, counted from the first.
const ORDERING_DAYS: i64 = 39;

/// After how many of them the rush lets up.
const FIRST_RUSH: i64 = 26;

/// An order as it is.
pub struct Truth {
    /// When it was placed.
    pub placed_at: Timestamp,
    /// Whether it is a present, which must be there by Christmas Eve.
    pub present: bool,
    /// Whether what it holds is a secret.
    pub secret: bool,
    /// When the shop called it off, if it did.
    pub cancelled_at: Option<Timestamp>,
    /// Its parcels.
    pub parcels: Vec<Passage>,
}

/// A parcel's way.
pub struct Passage {
    /// The tracking number.
    pub number: String,
    /// The carrier.
    pub carrier: &'static str,
    /// When the shop made its label.
    pub labeled_at: Timestamp,
    /// Where it waits, if it goes to a pickup point, is told with the last day that it is kept.
    pub kept_until: Option<Day>,
    /// What happens to it, in order.
    pub moments: Vec<Moment>,
}

/// Something that happens to a parcel.
#[derive(Clone, Debug)]
pub struct Moment {
    /// When.
    pub at: Timestamp,
    /// What.
    pub status: Status,
    /// Why, if something is wrong.
    pub reason: Option<IncidentReason>,
    /// The day on which its carrier then believes that it will arrive.
    pub estimate: Option<Day>,
    /// Whether it is handed to the sender, who had sent it.
    pub to_sender: bool,
}

impl Passage {
    /// When its recipient had it in hand.
    pub fn delivered_at(&self) -> Option<Timestamp> {
        let handed = |moment: &&Moment| moment.status == Status::Delivered && !moment.to_sender;
        self.moments.iter().find(handed).map(|moment| moment.at)
    }

    /// When it could first be had: at the door or at a pickup point.
    pub fn within_reach_at(&self) -> Option<Timestamp> {
        let waits = |moment: &&Moment| moment.status == Status::AvailableForPickup;
        let waits_at = self.moments.iter().find(waits).map(|moment| moment.at);
        [self.delivered_at(), waits_at].into_iter().flatten().min()
    }

    /// How often something happens to it.
    pub fn count(&self, is_it: impl Fn(&Moment) -> bool) -> usize {
        self.moments.iter().filter(|moment| is_it(moment)).count()
    }
}

impl Truth {
    /// Draws the truth of an order.
    pub fn draw(number: u64, rng: &mut Rng) -> Self {
        // Most order in the first half of December, and ever fewer as Christmas comes near.
        let day_of_season = rng.i64(0..FIRST_RUSH) + rng.i64(0..=ORDERING_DAYS - FIRST_RUSH);
        let placed_on = later(&day(FIRST_DAY), day_of_season);
        let placed_at = between(rng, &placed_on, 7..24);
        let present = happens(rng, 600);
        let mut truth = Self {
            placed_at,
            present,
            secret: present && happens(rng, 200),
            cancelled_at: None,
            parcels: Vec::new(),
        };
        if happens(rng, 10) {
            truth.cancelled_at = Some(placed_at.plus_millis(rng.i64(MINUTE..2 * DAY)));
        }
        // Some are never sent, and the shop forgets to say so.
        if !happens(rng, 4) {
            truth.send(number, rng);
        }
        truth
    }

    fn send(&mut self, number: u64, rng: &mut Rng) {
        let count = [1, 1, 1, 1, 1, 1, 1, 2, 2, 3][rng.usize(0..10)];
        let mut from = self.placed_at;
        for parcel in 0..count {
            let labeled_at = labeled_after(from, rng);
            let name = format!("6A{number:010}{parcel}");
            self.parcels.push(way::draw(name, labeled_at, rng));
            // What is sent together is labeled together; the rest follows.
            if happens(rng, 300) {
                from = labeled_at;
            }
        }
        let first = self.parcels.iter().map(|parcel| parcel.labeled_at).min();
        if self
            .cancelled_at
            .is_some_and(|at| first.is_some_and(|first| first < at))
        {
            self.cancelled_at = None;
        }
    }
}

/// A working hour on one of the days after an order; in one of fifty shops it takes long.
fn labeled_after(from: Timestamp, rng: &mut Rng) -> Timestamp {
    let days = if happens(rng, 20) {
        rng.u32(3..8)
    } else {
        rng.u32(0..3)
    };
    let calendar = working_days();
    let labeled_on = calendar.add_working_days(&day_of(from), days);
    let evening = at(&labeled_on, 17 * 60);
    if days == 0 && from.plus_millis(HOUR) < evening {
        return from.plus_millis(rng.i64(MINUTE..HOUR));
    }
    let labeled_on = calendar.add_working_days(&labeled_on, u32::from(days == 0));
    between(rng, &labeled_on, 9..17)
}
