//! The way of a parcel, drawn step by step: each step is a working day's worth of what happens.
//!
//! Frequencies are of a thousand. They are guesses at a bad winter rather than anybody's figures:
//! what goes wrong must happen often enough to be tried in every combination.

use fastrand::Rng;
use shared::season::Calendar;
use shared::time::{Day, Timestamp};
use shared::tracking::{IncidentReason, Status};

use super::{Moment, Passage};
use crate::calendar::{MINUTE, between, day_of, happens, later, working_days};

const CARRIERS: [&str; 6] = [
    "Colissimo",
    "Chronopost",
    "Mondial Relay",
    "DPD",
    "UPS",
    "Livreur du Rhône",
];

/// Draws the way of a parcel from its label on.
pub(super) fn draw(number: String, labeled_at: Timestamp, rng: &mut Rng) -> Passage {
    let carrier = CARRIERS[rng.usize(0..CARRIERS.len())];
    let mut way = Way {
        calendar: working_days(),
        today: day_of(labeled_at),
        transit_days: rng.u32(1..5),
        estimate: None,
        kept_until: None,
        moments: Vec::new(),
        rng,
    };
    way.note(labeled_at, Status::PreTransit, None);
    if way.is_handed_over() && way.travels() {
        way.arrives();
    }
    Passage {
        number,
        carrier,
        labeled_at,
        kept_until: way.kept_until,
        moments: way.moments,
    }
}

struct Way<'r> {
    calendar: Calendar,
    today: Day,
    /// How many working days it takes if all goes well.
    transit_days: u32,
    estimate: Option<Day>,
    kept_until: Option<Day>,
    moments: Vec<Moment>,
    rng: &'r mut Rng,
}

impl Way<'_> {
    fn chance(&mut self, of_thousand: u32) -> bool {
        happens(self.rng, of_thousand)
    }

    fn note(&mut self, at: Timestamp, status: Status, reason: Option<IncidentReason>) {
        // Nothing happens before what happened.
        let after = self.moments.last().map(|last| last.at.plus_millis(MINUTE));
        self.moments.push(Moment {
            at: after.map_or(at, |after| after.max(at)),
            status,
            reason,
            estimate: self.estimate.clone(),
            to_sender: false,
        });
    }

    fn scan(&mut self, hours: std::ops::Range<u32>, status: Status) {
        let at = between(self.rng, &self.today.clone(), hours);
        self.note(at, status, None);
    }

    fn trouble(&mut self, reason: IncidentReason) {
        let at = between(self.rng, &self.today.clone(), 8..18);
        self.note(at, Status::Exception, Some(reason));
    }

    fn pass(&mut self, working_days: u32) {
        self.today = self.calendar.add_working_days(&self.today, working_days);
    }

    /// Brings the parcel to the carrier, if anybody does.
    fn is_handed_over(&mut self) -> bool {
        if self.chance(6) {
            return false;
        }
        let late = self.chance(40);
        let days = if late {
            self.rng.u32(3..8)
        } else {
            self.rng.u32(0..2)
        };
        self.pass(days);
        if !self.calendar.is_working(&self.today) {
            self.pass(1);
        }
        if self.chance(900) {
            let arrives_on = self
                .calendar
                .add_working_days(&self.today, self.transit_days);
            self.estimate = Some(arrives_on);
        }
        self.scan(17..21, Status::InTransit);
        true
    }

    /// Moves the parcel to the last depot. Answers whether it gets there.
    fn travels(&mut self) -> bool {
        for _ in 1..self.transit_days {
            self.pass(1);
            self.scan(1..7, Status::InTransit);
            if self.chance(500) {
                self.scan(17..23, Status::InTransit);
            }
            if !self.goes_on() {
                return false;
            }
        }
        self.pass(1);
        true
    }

    /// What may go wrong on a day. Answers whether the parcel goes on.
    fn goes_on(&mut self) -> bool {
        match self.rng.u32(0..1000) {
            0..50 => self.slips(),
            50..60 => self.wavers(),
            60..75 => self.comes_sooner(),
            75..85 => self.rests(),
            85..91 => self.is_held(IncidentReason::Customs, 2..6),
            91..97 => self.is_held(IncidentReason::Address, 1..3),
            97..100 => {
                self.trouble(IncidentReason::Damaged);
                self.goes_back();
                return false;
            }
            100..110 => return self.is_lost_and_found(),
            _ => {}
        }
        true
    }

    fn slips(&mut self) {
        let days = self.rng.u32(1..5);
        self.move_estimate(days);
        let status = if self.chance(500) {
            Status::Delayed
        } else {
            Status::InTransit
        };
        self.scan(8..20, status);
        self.pass(days);
    }

    fn move_estimate(&mut self, working_days: u32) {
        // A carrier that has slipped counts from today on.
        let base = self.estimate.clone().map(|day| day.max(self.today.clone()));
        self.estimate = base.map(|day| self.calendar.add_working_days(&day, working_days));
    }

    /// The carrier changes its mind, and changes it back within minutes.
    fn wavers(&mut self) {
        let before = self.estimate.clone();
        self.move_estimate(1);
        self.scan(8..20, Status::InTransit);
        self.estimate = before;
        let last = self
            .moments
            .last()
            .map_or(Timestamp::default(), |last| last.at);
        let back_at = last.plus_millis(self.rng.i64(MINUTE..4 * MINUTE));
        self.note(back_at, Status::InTransit, None);
    }

    fn comes_sooner(&mut self) {
        let sooner = self.estimate.as_ref().map(|day| later(day, -1));
        if sooner.as_ref().is_some_and(|day| *day > self.today) {
            self.estimate = sooner;
            self.scan(8..20, Status::InTransit);
        }
    }

    /// Nobody scans it for days; the estimate stays as it was.
    fn rests(&mut self) {
        let days = self.rng.u32(4..10);
        self.pass(days);
        self.scan(1..20, Status::InTransit);
    }

    fn is_held(&mut self, reason: IncidentReason, days: std::ops::Range<u32>) {
        self.trouble(reason);
        let days = self.rng.u32(days);
        self.pass(days);
        self.move_estimate(days);
        self.scan(1..7, Status::InTransit);
    }

    /// Answers whether it is found.
    fn is_lost_and_found(&mut self) -> bool {
        if self.chance(500) {
            let days = self.rng.u32(3..8);
            self.pass(days);
            self.scan(8..18, Status::Lost);
        }
        if self.chance(600) {
            return false;
        }
        let days = self.rng.u32(5..18);
        self.pass(days);
        self.scan(1..20, Status::InTransit);
        true
    }

    fn arrives(&mut self) {
        if self.chance(350) {
            self.comes_to_a_point();
        } else {
            self.comes_to_the_door();
        }
    }

    fn comes_to_the_door(&mut self) {
        loop {
            self.estimate = self.estimate.as_ref().map(|_| self.today.clone());
            self.scan(6..9, Status::OutForDelivery);
            match self.rng.u32(0..1000) {
                0..870 => return self.scan(9..20, Status::Delivered),
                870..920 => self.scan(9..20, Status::DeliveryAttempted),
                920..945 => {
                    self.scan(9..20, Status::DeliveryAttempted);
                    self.pass(1);
                    return self.comes_to_a_point();
                }
                945..955 => {
                    let at = between(self.rng, &self.today.clone(), 9..20);
                    self.note(at, Status::Exception, Some(IncidentReason::Refused));
                    return self.goes_back();
                }
                // Back to the depot, without a word.
                _ => self.scan(18..22, Status::InTransit),
            }
            self.pass(1);
        }
    }

    fn comes_to_a_point(&mut self) {
        if self.chance(40) {
            let reason = [
                IncidentReason::PointClosed,
                IncidentReason::PointFull,
                IncidentReason::PointMoved,
            ][self.rng.usize(0..3)];
            self.trouble(reason);
            self.pass(1);
        }
        self.scan(9..16, Status::AvailableForPickup);
        if self.chance(850) {
            self.kept_until = Some(later(&self.today, 10));
        }
        let waits = match self.rng.u32(0..1000) {
            0..800 => self.rng.i64(0..4),
            800..950 => self.rng.i64(4..10),
            _ => {
                self.today = later(&self.today, 11);
                return self.goes_back();
            }
        };
        self.today = later(&self.today, waits);
        let hours = if waits == 0 { 16..20 } else { 9..20 };
        self.scan(hours, Status::Delivered);
    }

    fn goes_back(&mut self) {
        self.scan(10..20, Status::Returning);
        self.pass(2);
        self.scan(1..7, Status::InTransit);
        self.pass(2);
        // Some carriers say that it was delivered, to the sender.
        let status = if self.chance(500) {
            Status::Delivered
        } else {
            Status::Returned
        };
        self.scan(9..18, status);
        if let Some(last) = self.moments.last_mut() {
            last.to_sender = true;
        }
    }
}
