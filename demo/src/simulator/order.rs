//! An order of the shop, its parcel, and how a step changes them. No I/O and no clock.

use chrono::{Days, NaiveDate, TimeDelta};

use super::people::Customer;
use super::story::{Step, Story};
use super::tracking_number::tracking_number;
use crate::catalog::Toy;
use crate::clock::Time;

/// What the customer asks for at the checkout.
pub struct NewOrder {
    /// Who.
    pub customer: Customer,
    /// What.
    pub lines: Vec<Line>,
    /// A word for the parcel.
    pub note: Option<String>,
    /// What will happen to it.
    pub story: Story,
    /// When.
    pub placed_at: Time,
}

/// A line of an order.
#[derive(Clone, Debug)]
pub struct Line {
    /// The toy's id at the platform.
    pub product_id: u64,
    /// Its short name.
    pub slug: String,
    /// Its title.
    pub title: String,
    /// Price of one, in euro cents, taxes included.
    pub price: u32,
    /// Weight of one, in grams.
    pub grams: u32,
    /// How many.
    pub quantity: u32,
}

impl Line {
    /// So many of a toy.
    pub fn of(toy: &Toy, quantity: u32) -> Self {
        Self {
            product_id: toy.id,
            slug: toy.slug.clone(),
            title: toy.title.clone(),
            price: toy.price,
            grams: toy.grams,
            quantity,
        }
    }

    /// Price of the whole line, in euro cents.
    pub fn total(&self) -> u32 {
        self.price * self.quantity
    }
}

/// Who carries the parcel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Carrier {
    /// To the door.
    Colissimo,
    /// To a pickup point.
    MondialRelay,
}

impl Carrier {
    /// Its name, as the shop platform writes it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Colissimo => "Colissimo",
            Self::MondialRelay => "Mondial Relay",
        }
    }

    /// What the customer pays for it, in euro cents.
    pub fn price(self) -> u32 {
        match self {
            Self::Colissimo => 590,
            Self::MondialRelay => 390,
        }
    }
}

/// Something that was told about an order, and when it happened.
#[derive(Clone, Copy, Debug)]
pub struct Scan {
    /// What.
    pub step: Step,
    /// When.
    pub at: Time,
}

/// The parcel of an order.
#[derive(Clone, Debug)]
pub struct Parcel {
    /// Its carrier's number.
    pub tracking_number: String,
    /// The day on which the carrier means to deliver.
    pub estimated: NaiveDate,
}

/// An order.
#[derive(Clone, Debug)]
pub struct Order {
    /// Its number, the one that the customer knows.
    pub number: u32,
    /// Who ordered.
    pub customer: Customer,
    /// What.
    pub lines: Vec<Line>,
    /// A word for the parcel.
    pub note: Option<String>,
    /// What happens to it by itself.
    pub story: Story,
    /// Its parcel, once there is one.
    pub parcel: Option<Parcel>,
    /// What happened so far, oldest first; the first is [`Step::Created`].
    pub scans: Vec<Scan>,
}

impl Order {
    /// Takes an order in under a number.
    pub fn place(number: u32, new: NewOrder) -> Self {
        Self {
            number,
            customer: new.customer,
            lines: new.lines,
            note: new.note,
            story: new.story,
            parcel: None,
            scans: vec![Scan {
                step: Step::Created,
                at: new.placed_at,
            }],
        }
    }

    /// The platform's id of the order: unique as long as numbers are.
    pub fn id(&self) -> u64 {
        6_210_000_000_000 + u64::from(self.number) * 1_000
    }

    /// Who carries its parcel.
    pub fn carrier(&self) -> Carrier {
        if self.story == Story::Pickup {
            Carrier::MondialRelay
        } else {
            Carrier::Colissimo
        }
    }

    /// When it was placed.
    pub fn placed_at(&self) -> Time {
        self.scans
            .first()
            .expect("an order starts with its placing")
            .at
    }

    /// When it last changed.
    pub fn updated_at(&self) -> Time {
        self.scans
            .last()
            .expect("an order starts with its placing")
            .at
    }

    /// When a step was taken for the last time.
    pub fn time_of(&self, step: Step) -> Option<Time> {
        self.scans
            .iter()
            .rev()
            .find(|scan| scan.step == step)
            .map(|scan| scan.at)
    }

    /// What happened last. It may be less than the furthest: a delay can follow the van.
    pub fn latest(&self) -> Step {
        self.scans.last().map_or(Step::Created, |scan| scan.step)
    }

    /// The furthest step so far.
    pub fn furthest(&self) -> Step {
        self.scans
            .iter()
            .map(|scan| scan.step)
            .max()
            .unwrap_or(Step::Created)
    }

    /// What its story holds next; `None` once it is delivered.
    pub fn next_step(&self) -> Option<Step> {
        self.story.after(self.furthest())
    }

    /// Whether the parcel was handed over.
    pub fn is_delivered(&self) -> bool {
        self.furthest() == Step::Delivered
    }

    /// What the customer pays, in euro cents.
    pub fn total(&self) -> u32 {
        self.items_total() + self.carrier().price()
    }

    /// What the toys alone cost, in euro cents.
    pub fn items_total(&self) -> u32 {
        self.lines.iter().map(Line::total).sum()
    }

    /// Takes a step. The shop packs a day after the order, or now when that day is yet to come.
    pub fn take(&mut self, step: Step, now: Time) {
        let at = match step {
            Step::Shipped => now.min(self.placed_at() + TimeDelta::days(1)),
            _ => now,
        };
        if step == Step::Shipped {
            self.parcel = Some(Parcel {
                tracking_number: tracking_number(self.carrier(), self.number),
                estimated: at.date_naive() + Days::new(2),
            });
        }
        if let Some(parcel) = &mut self.parcel {
            match step {
                Step::Delayed => parcel.estimated = parcel.estimated + Days::new(1),
                Step::OutForDelivery | Step::AvailableForPickup | Step::Delivered => {
                    parcel.estimated = now.date_naive();
                }
                _ => {}
            }
        }
        self.scans.push(Scan { step, at });
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixtures::{noon, order};
    use super::*;

    #[test]
    fn an_order_of_the_day_before_yesterday_left_yesterday() {
        let now = noon();
        let mut order = order(Story::Late, now - TimeDelta::days(2));
        order.take(Step::Shipped, now);
        assert_eq!(order.time_of(Step::Shipped), Some(now - TimeDelta::days(1)));
        assert_eq!(
            order.parcel.unwrap().estimated,
            now.date_naive() + Days::new(1)
        );
    }

    #[test]
    fn a_delay_moves_the_estimate_by_a_day_each_time() {
        let now = noon();
        let mut order = order(Story::Late, now);
        order.take(Step::Shipped, now);
        let promised = order.parcel.as_ref().unwrap().estimated;
        for days in 1..=2 {
            order.take(Step::Delayed, now);
            assert_eq!(
                order.parcel.as_ref().unwrap().estimated,
                promised + Days::new(days)
            );
        }
        order.take(Step::OutForDelivery, now);
        assert_eq!(order.parcel.as_ref().unwrap().estimated, now.date_naive());
    }

    #[test]
    fn the_story_ends_at_the_door() {
        let mut order = order(Story::Missed, noon());
        while let Some(step) = order.next_step() {
            order.take(step, noon());
        }
        assert!(order.is_delivered());
        let told: Vec<Step> = order.scans.iter().map(|scan| scan.step).collect();
        assert_eq!(told, Story::Missed.steps());
    }

    #[test]
    fn ids_leave_room_for_what_an_order_holds() {
        let (first, mut second) = (order(Story::Late, noon()), order(Story::Late, noon()));
        second.number += 1;
        assert_eq!(second.id() - first.id(), 1_000);
    }
}
