//! What shops and carriers say of the truth: late, twice, out of order, whole histories at once,
//! from two sides with clocks of their own.

use std::fmt;

use fastrand::Rng;
use shared::order::{Gift, Item, OrderFacts, OrderUpdate, ParcelFacts, ShipmentFacts};
use shared::time::Timestamp;
use shared::tracking::{
    DeliveryProof, PickupPoint, Status, TrackingEvent, TrackingSource, TrackingUpdate,
};

use crate::calendar::{DAY, HOUR, MINUTE, happens};
use crate::truth::{Moment, Passage, Truth};

/// Something that is heard.
#[derive(Clone, Debug)]
pub struct Heard {
    /// When.
    pub at: Timestamp,
    /// What.
    pub said: Said,
}

/// What is said.
#[derive(Clone, Debug)]
pub enum Said {
    /// By the shop.
    Shop(Box<OrderUpdate>),
    /// By a carrier's source.
    Carrier {
        /// What it delivers.
        update: Box<TrackingUpdate>,
        /// The parcel that it is about, by its place in the order.
        parcel: usize,
        /// The last moment of the parcel's way that it knows of, by its place.
        upto: usize,
    },
}

impl fmt::Display for Said {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Shop(update) if update.shipments.is_empty() => f.write_str("the order"),
            Self::Shop(_) => f.write_str("a shipment"),
            Self::Carrier { update, upto, .. } => {
                write!(
                    f,
                    "{} up to {upto}, {} events",
                    update.number,
                    update.events.len()
                )
            }
        }
    }
}

/// All that is said of an order, by the time at which it is heard.
pub fn speak(number: u64, truth: &Truth, rng: &mut Rng) -> Vec<Heard> {
    let mut speech = Speech {
        number,
        truth,
        heard: Vec::new(),
        rng,
    };
    speech.shop_speaks();
    for (place, passage) in truth.parcels.iter().enumerate() {
        let first = Voice::first(speech.rng);
        speech.carrier_speaks(place, passage, &first);
        if happens(speech.rng, 100) {
            speech.carrier_speaks(place, passage, &Voice::second());
        }
    }
    let mut heard = speech.heard;
    heard.sort_by_key(|heard| heard.at);
    heard
}

/// How a source of carriers speaks.
struct Voice {
    source: TrackingSource,
    /// Whether each delivery holds the whole history.
    whole: bool,
    /// Whether it knows estimates and pickup points.
    knows_plans: bool,
    /// How much its times are off, since it writes local ones without their zone.
    ahead: i64,
    /// Of a thousand moments, how many it misses.
    misses: u32,
}

impl Voice {
    fn first(rng: &mut Rng) -> Self {
        Self {
            source: TrackingSource::Easypost,
            whole: happens(rng, 400),
            knows_plans: true,
            ahead: 0,
            misses: 0,
        }
    }

    fn second() -> Self {
        Self {
            source: TrackingSource::Aftership,
            whole: false,
            knows_plans: false,
            ahead: HOUR,
            misses: 300,
        }
    }
}

struct Speech<'a> {
    number: u64,
    truth: &'a Truth,
    heard: Vec<Heard>,
    rng: &'a mut Rng,
}

impl Speech<'_> {
    /// Mostly within minutes, sometimes within hours, rarely after days.
    fn delay(&mut self) -> i64 {
        match self.rng.u32(0..1000) {
            0..850 => self.rng.i64(1_000..10 * MINUTE),
            850..950 => self.rng.i64(10 * MINUTE..3 * HOUR),
            950..990 => self.rng.i64(3 * HOUR..12 * HOUR),
            _ => self.rng.i64(12 * HOUR..2 * DAY),
        }
    }

    /// Lets something be heard, and some of it again later.
    fn say(&mut self, since: Timestamp, said: &Said) {
        let at = since.plus_millis(self.delay());
        let mut times = vec![at];
        while happens(self.rng, 80) {
            times.push(at.plus_millis(self.rng.i64(1_000..2 * DAY)));
        }
        self.heard.extend(times.into_iter().map(|at| Heard {
            at,
            said: said.clone(),
        }));
    }

    fn shop_speaks(&mut self) {
        let truth = self.truth;
        self.say_facts(truth.placed_at, None);
        if let Some(cancelled_at) = truth.cancelled_at {
            self.say_facts(cancelled_at, Some(cancelled_at));
        }
        for passage in &truth.parcels {
            if truth.cancelled_at.is_none() {
                let update = self.shipment(passage);
                self.say(passage.labeled_at, &Said::Shop(Box::new(update)));
            }
        }
    }

    fn say_facts(&mut self, at: Timestamp, cancelled_at: Option<Timestamp>) {
        let truth = self.truth;
        let facts = OrderFacts {
            external_id: self.number.to_string(),
            number: format!("#{}", self.number),
            country: Some("FR".into()),
            postcode: Some("69003".into()),
            placed_at: truth.placed_at,
            updated_at: at,
            cancelled_at,
            items: vec![Item {
                title: SURPRISE.into(),
                quantity: 1,
            }],
            gift: truth.present.then_some(Gift {
                secret: truth.secret,
            }),
            ..OrderFacts::default()
        };
        let update = OrderUpdate {
            order_id: self.number.to_string(),
            facts: Some(facts),
            ..OrderUpdate::default()
        };
        self.say(at, &Said::Shop(Box::new(update)));
    }

    fn shipment(&self, passage: &Passage) -> OrderUpdate {
        OrderUpdate {
            order_id: self.number.to_string(),
            shipments: vec![ShipmentFacts {
                external_id: passage.number.clone(),
                active: true,
                created_at: passage.labeled_at,
                updated_at: passage.labeled_at,
                parcels: vec![ParcelFacts {
                    number: passage.number.clone(),
                    carrier: Some(passage.carrier.into()),
                    url: None,
                }],
                word: None,
            }],
            ..OrderUpdate::default()
        }
    }

    fn carrier_speaks(&mut self, parcel: usize, passage: &Passage, voice: &Voice) {
        if self.truth.cancelled_at.is_some() {
            return;
        }
        for upto in 0..passage.moments.len() {
            if happens(self.rng, voice.misses) {
                continue;
            }
            let update = Box::new(delivery(passage, upto, voice));
            let said = Said::Carrier {
                update,
                parcel,
                upto,
            };
            self.say(passage.moments[upto].at, &said);
        }
    }
}

/// What every order of the simulation holds, and nobody may be told of a secret present.
pub const SURPRISE: &str = "Ours en peluche";

fn delivery(passage: &Passage, upto: usize, voice: &Voice) -> TrackingUpdate {
    let from = if voice.whole { 0 } else { upto };
    let moment = &passage.moments[upto];
    let waits = voice.knows_plans && moment.status == Status::AvailableForPickup;
    let handed = moment.status == Status::Delivered;
    TrackingUpdate {
        number: passage.number.clone(),
        carrier: Some(passage.carrier.into()),
        estimated: moment.estimate.clone().filter(|_| voice.knows_plans),
        pickup_point: waits.then(|| PickupPoint {
            name: "Tabac de la Gare".into(),
            kept_until: passage.kept_until.clone(),
            ..PickupPoint::default()
        }),
        proof: handed.then(|| DeliveryProof {
            signed_by: Some("C. Martin".into()),
            url: None,
        }),
        events: passage.moments[from..=upto]
            .iter()
            .map(|moment| event(moment, voice))
            .collect(),
        ..TrackingUpdate::default()
    }
}

fn event(moment: &Moment, voice: &Voice) -> TrackingEvent {
    TrackingEvent {
        source: voice.source,
        status: moment.status,
        raw_code: format!("{:?}/{:?}", voice.source, moment.status),
        reason: moment.reason,
        description: String::new(),
        place: Some("LYON, FR".into()),
        occurred_at: moment.at.plus_millis(voice.ahead),
        zone_known: voice.ahead == 0,
    }
}
