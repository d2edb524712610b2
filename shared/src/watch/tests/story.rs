//! Orders told as stories: what is heard when, and the lines that shoppers get, each at the time
//! at which the watch had asked to look again or something was heard.

use std::collections::BTreeSet;

use crate::ids::OrderKey;
use crate::notice::Notice;
use crate::order::{Gift, Order, OrderFacts, OrderUpdate, ParcelFacts, ShipmentFacts};
use crate::time::{Day, Timestamp};
use crate::tracking::{
    IncidentReason, PickupPoint, Status, TrackingEvent, TrackingSource, TrackingUpdate,
};
use crate::watch::{Look, Setting, look};

/// When a story has been heard to its end at the latest.
const END: &str = "2027-03-01 00:00";

/// A local time in Paris of that winter, `2026-12-22 09:00`.
pub(super) fn at(text: &str) -> Timestamp {
    Timestamp::parse_rfc3339(&format!("{}:00+01:00", text.replace(' ', "T"))).unwrap()
}

pub(super) fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

/// An order of one shopper in France, with what is yet to be heard of it.
#[derive(Clone)]
pub(super) struct Story {
    pub(super) order: Order,
    pub(super) setting: Setting,
    heard: Vec<(Timestamp, TrackingUpdate)>,
}

impl Story {
    /// An order of which nothing was sent.
    pub(super) fn placed(on: &str) -> Self {
        let facts = OrderFacts {
            external_id: "1".into(),
            number: "#1042".into(),
            country: Some("FR".into()),
            postcode: Some("69003".into()),
            placed_at: at(on),
            updated_at: at(on),
            ..OrderFacts::default()
        };
        let order = Order {
            facts: Some(facts),
            ..Order::default()
        };
        Self {
            order,
            setting: Setting::default(),
            heard: Vec::new(),
        }
    }

    /// An order whose one parcel, A1, was handed to Colissimo's books right away.
    pub(super) fn sent(on: &str) -> Self {
        Self::placed(on).sending("A1", on)
    }

    pub(super) fn sending(mut self, number: &str, on: &str) -> Self {
        let parcel = ParcelFacts {
            number: number.into(),
            carrier: Some("Colissimo".into()),
            url: None,
        };
        let shipment = ShipmentFacts {
            external_id: number.into(),
            active: true,
            created_at: at(on),
            updated_at: at(on),
            parcels: vec![parcel],
            word: None,
        };
        let update = OrderUpdate {
            order_id: "1".into(),
            shipments: vec![shipment],
            ..OrderUpdate::default()
        };
        self.order.apply_order(update, at(on));
        self
    }

    pub(super) fn with(mut self, set: impl FnOnce(&mut OrderFacts)) -> Self {
        set(self.order.facts.as_mut().unwrap());
        self
    }

    pub(super) fn present(self) -> Self {
        self.with(|facts| facts.gift = Some(Gift { secret: false }))
    }

    /// A scan of A1, heard when it happens.
    pub(super) fn scan(self, on: &str, status: Status) -> Self {
        self.hear(on, "A1", |update| {
            update.events.push(event(on, status, None));
        })
    }

    /// A scan of A1 that says why it is in trouble.
    pub(super) fn trouble(self, on: &str, status: Status, reason: IncidentReason) -> Self {
        let trouble = event(on, status, Some(reason));
        self.hear(on, "A1", |update| update.events.push(trouble))
    }

    /// A scan of A1 that brings an estimate.
    pub(super) fn estimated(self, on: &str, status: Status, estimate: &str) -> Self {
        self.hear(on, "A1", |update| {
            update.events.push(event(on, status, None));
            update.estimated = Some(day(estimate));
        })
    }

    /// A1 waits at a point until a day.
    pub(super) fn waits(self, on: &str, kept_until: Option<&str>) -> Self {
        self.hear(on, "A1", |update| {
            update
                .events
                .push(event(on, Status::AvailableForPickup, None));
            update.pickup_point = Some(PickupPoint {
                name: "Tabac de la Gare".into(),
                kept_until: kept_until.map(day),
                ..PickupPoint::default()
            });
        })
    }

    pub(super) fn hear(
        mut self,
        on: &str,
        number: &str,
        tell: impl FnOnce(&mut TrackingUpdate),
    ) -> Self {
        let mut update = TrackingUpdate {
            number: number.into(),
            ..TrackingUpdate::default()
        };
        tell(&mut update);
        self.heard.push((at(on), update));
        self
    }

    /// All that is told, a line a notice: when, what, about which day.
    pub(super) fn told(self) -> Vec<String> {
        let notices = self.run(at(END));
        notices
            .iter()
            .map(|(now, notice)| line(*now, notice))
            .collect()
    }

    /// The state of the story at a time, after all that was heard until then.
    pub(super) fn look_at(&self, now: &str) -> Look {
        let mut order = self.order.clone();
        for (heard_at, update) in self.heard.iter().filter(|(heard, _)| *heard <= at(now)) {
            order.apply_tracking(update, *heard_at);
        }
        look(&key(), &order, &mut BTreeSet::new(), at(now), &self.setting)
    }

    /// Lets time pass as the edge does: it looks when something is heard, and when it was asked.
    pub(super) fn run(mut self, end: Timestamp) -> Vec<(Timestamp, Notice)> {
        let mut told = BTreeSet::new();
        let mut notices = Vec::new();
        let mut heard = std::mem::take(&mut self.heard).into_iter().peekable();
        let mut now = self.order.facts.as_ref().unwrap().placed_at;
        loop {
            while let Some((heard_at, update)) = heard.next_if(|(heard_at, _)| *heard_at <= now) {
                self.order.apply_tracking(&update, heard_at);
            }
            let look = look(&key(), &self.order, &mut told, now, &self.setting);
            assert!(look.wake_at.is_none_or(|wake_at| wake_at > now), "{look:?}");
            notices.extend(look.notices.into_iter().map(|notice| (now, notice)));
            let next_heard = heard.peek().map(|(heard_at, _)| *heard_at);
            match [look.wake_at, next_heard].into_iter().flatten().min() {
                Some(next) if next <= end => now = next,
                _ => return notices,
            }
        }
    }
}

pub(super) fn key() -> OrderKey {
    OrderKey("shop:1".into())
}

pub(super) fn event(on: &str, status: Status, reason: Option<IncidentReason>) -> TrackingEvent {
    TrackingEvent {
        source: TrackingSource::Easypost,
        status,
        raw_code: format!("{status:?}"),
        reason,
        description: String::new(),
        place: None,
        occurred_at: at(on),
        zone_known: true,
    }
}

/// `12-22 09:00 late 12-21`, in local time.
pub(super) fn line(now: Timestamp, notice: &Notice) -> String {
    let zone = crate::season::Zone::default();
    let minute = zone.minute_of_day(now);
    let short = |day: &Day| day.as_str()[5..].to_owned();
    let (on, name) = (short(&zone.day_of(now)), notice.kind.name());
    let about = notice.day.as_ref().map(|day| format!(" {}", short(day)));
    let (hour, minute) = (minute / 60, minute % 60);
    format!(
        "{on} {hour:02}:{minute:02} {name}{}",
        about.unwrap_or_default()
    )
}
