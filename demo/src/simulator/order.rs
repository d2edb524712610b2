//! An order of the shop, its parcel, and how a step changes them. No I/O and no clock.

use chrono::{Datelike as _, Days, NaiveDate, TimeDelta};

use super::people::Customer;
use super::platforms::Platform;
use super::point::Point;
use super::step::Step;
use super::story::Story;
use super::trackers::Tracker;
use super::tracking_number::tracking_number;
use crate::catalog::Toy;
use crate::clock::Time;

/// How long a pickup point keeps a parcel, in days.
const KEPT_DAYS: u64 = 10;

/// What the customer asks for at the checkout.
pub struct NewOrder {
    /// Who.
    pub customer: Customer,
    /// What.
    pub lines: Vec<Line>,
    /// A word for the parcel.
    pub note: Option<String>,
    /// What else is wished.
    pub wishes: Wishes,
    /// What will happen to it.
    pub story: Story,
    /// Who speaks of it.
    pub voices: Voices,
    /// When.
    pub placed_at: Time,
}

/// Who speaks of an order and of its parcel.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Voices {
    /// The platform that the shop runs on.
    pub platform: Platform,
    /// The service that follows the parcel.
    pub tracker: Tracker,
}

/// What is wished of an order beside its toys.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Wishes {
    /// Whether it is a present.
    pub gift: Option<Gift>,
    /// The day by which it must be there.
    pub deadline: Option<NaiveDate>,
}

/// A present.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gift {
    /// One that may be named.
    Open,
    /// One whose content is a secret.
    Secret,
}

impl Gift {
    /// The gift of a name.
    pub fn named(name: &str) -> Option<Self> {
        [Self::Open, Self::Secret]
            .into_iter()
            .find(|gift| gift.name() == name)
    }

    /// Its name in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Secret => "secret",
        }
    }
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

    /// The carrier's own page about a parcel.
    pub fn page(self, number: &str) -> String {
        match self {
            Self::Colissimo => {
                format!("https://www.laposte.fr/outils/suivre-vos-envois?code={number}")
            }
            Self::MondialRelay => {
                format!("https://www.mondialrelay.fr/suivi-de-colis/?numeroExpedition={number}")
            }
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
    /// Where it waits or will wait, once that is known.
    pub point: Option<Point>,
    /// The days on which that point is closed against its hours, first and last.
    pub closure: Option<(NaiveDate, NaiveDate)>,
    /// The last day on which it is kept there.
    pub kept_until: Option<NaiveDate>,
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
    /// What else is wished.
    pub wishes: Wishes,
    /// What happens to it by itself.
    pub story: Story,
    /// Who speaks of it.
    pub voices: Voices,
    /// Whether it waits for a visitor to move it.
    pub by_hand: bool,
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
            wishes: new.wishes,
            story: new.story,
            voices: new.voices,
            by_hand: false,
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

    /// Who carries its parcel. La Poste follows its own parcels only.
    pub fn carrier(&self) -> Carrier {
        if self.story == Story::Pickup && self.voices.tracker != Tracker::Laposte {
            Carrier::MondialRelay
        } else {
            Carrier::Colissimo
        }
    }

    /// The way of shipping, as the checkout calls it.
    pub fn service(&self) -> &'static str {
        match (self.carrier(), self.story) {
            (Carrier::MondialRelay, _) => "Mondial Relay, point relais",
            (Carrier::Colissimo, Story::Pickup) => "Colissimo, point retrait",
            (Carrier::Colissimo, _) => "Colissimo à domicile",
        }
    }

    /// When it was placed.
    pub fn placed_at(&self) -> Time {
        self.scans
            .first()
            .expect("an order starts with its placing")
            .at
    }

    /// When something was last told of it.
    pub fn updated_at(&self) -> Time {
        self.scans
            .last()
            .expect("an order starts with its placing")
            .at
    }

    /// When the shop itself last changed it: by taking it in, or by packing its parcel.
    pub fn changed_at(&self) -> Time {
        self.time_of(Step::Shipped)
            .unwrap_or_else(|| self.placed_at())
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

    /// What comes next: what ends a trouble, else what its story holds; `None` at the end, or where
    /// nobody could tell it.
    pub fn next_step(&self) -> Option<Step> {
        let next = match self.latest() {
            _ if self.is_over() => None,
            Step::Lost => Some(Step::Found),
            _ if self.is_on_its_way_back() => Some(Step::Returned),
            _ => self.story.after(self.furthest()),
        };
        next.filter(|&step| self.voices.tracker.can_tell(step))
    }

    /// Whether the parcel was handed over, or came back.
    pub fn is_over(&self) -> bool {
        matches!(self.furthest(), Step::Delivered | Step::Returned)
    }

    /// Whether it goes on without a visitor.
    pub fn moves_by_itself(&self) -> bool {
        !self.by_hand && !self.is_over()
    }

    /// Whether the parcel was sent back to the shop.
    pub fn is_on_its_way_back(&self) -> bool {
        self.time_of(Step::Returning).is_some()
    }

    /// The day on which the carrier means to deliver, as it says once it has the parcel.
    pub fn estimated(&self) -> Option<NaiveDate> {
        let parcel = self.parcel.as_ref()?;
        (self.furthest() > Step::Shipped).then_some(parcel.estimated)
    }

    /// The day by which it must be there: its own, else Christmas Eve of its year.
    pub fn deadline(&self) -> NaiveDate {
        let christmas = NaiveDate::from_ymd_opt(self.placed_at().year(), 12, 24);
        self.wishes
            .deadline
            .or(christmas)
            .expect("every December has a 24th")
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
                point: (self.story == Story::Pickup).then(|| Point::of(self.carrier())),
                closure: None,
                kept_until: None,
            });
        }
        let (carrier, deadline) = (self.carrier(), self.deadline());
        if let Some(parcel) = &mut self.parcel {
            parcel.take(step, now.date_naive(), carrier, deadline);
        }
        self.scans.push(Scan { step, at });
    }
}

impl Parcel {
    fn take(&mut self, step: Step, today: NaiveDate, carrier: Carrier, deadline: NaiveDate) {
        match step {
            Step::Sooner => self.estimated = today.max(self.estimated - Days::new(1)),
            Step::Delayed => self.estimated = self.estimated + Days::new(1),
            Step::TooLate => self.estimated = self.estimated.max(deadline) + Days::new(1),
            Step::OutForDelivery | Step::Delivered => self.estimated = today,
            Step::PointClosed => {
                self.point.get_or_insert(Point::of(carrier));
                self.closure = Some((today, today + Days::new(3)));
            }
            Step::PointFull | Step::PointMoved => {
                self.point = Some(Point::instead(carrier));
                self.closure = None;
            }
            Step::AvailableForPickup => {
                self.estimated = today;
                self.point.get_or_insert(Point::of(carrier));
                self.kept_until = Some(today + Days::new(KEPT_DAYS));
            }
            Step::KeptTwoDays => self.kept_until = Some(today + Days::new(2)),
            Step::KeptOneDay => self.kept_until = Some(today + Days::new(1)),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests;
