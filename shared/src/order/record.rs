//! How an order takes in what shops and carriers say of it.
//!
//! Deliveries come late, twice and out of order. Each part of an order is replaced only by a
//! word that is not older than the one it holds, and events are added to a history that is kept
//! by time of occurrence and from which nothing is removed. How the shop's word and a carrier's
//! about the same parcel become one truth is told in [`word`].

mod remarks;
mod word;

pub(crate) use word::ECHO_MILLIS;

use super::{Audience, Order, OrderFacts, OrderUpdate, Parcel, ParcelFacts, ShipmentFacts};
use crate::household::Marks;
use crate::text::{normalize_email, normalize_postcode};
use crate::time::Timestamp;
use crate::tracking::{IncidentReason, Status, TrackingEvent, TrackingUpdate, fold};

/// Whether a proof shows that an order is the shopper's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProofCheck {
    /// It is the order's e-mail, which only its payer gave, or its postcode, which whoever gets
    /// the parcel knows.
    Match(Audience),
    /// It is not, or the order is not known.
    Mismatch,
}

/// Carriers reuse tracking numbers. An event this long before the order was placed is another
/// parcel's; the margin covers events whose time zone is not known.
const RECYCLED_BEFORE_MILLIS: i64 = 24 * 60 * 60 * 1000;

/// An event this long after the parcel was sent is another parcel's. Numbers rest for a year and
/// more before they come again, and no claim is open for longer than half of one.
const RECYCLED_AFTER_MILLIS: i64 = 180 * 24 * 60 * 60 * 1000;

/// An event this far in the future has not happened: a clock that is wrong would otherwise hold
/// the parcel where it stands. The margin covers events whose time zone is not known.
const EARLY_MILLIS: i64 = 24 * 60 * 60 * 1000;

impl Order {
    /// Takes in what the shop says, heard at the time given. Answers whether anything changed;
    /// if so, `version` is one higher.
    pub fn apply_order(&mut self, update: OrderUpdate, heard_at: Timestamp) -> bool {
        let mut changed = self.take_remarks(update.remarks);
        let described_at = update.facts.as_ref().map(|facts| facts.updated_at);
        if update.complete && described_at < self.described_at() {
            return self.count(changed);
        }
        changed |= update.facts.is_some_and(|facts| self.take_facts(facts));
        for shipment in &update.shipments {
            changed |= self.take_shipment(shipment, heard_at);
        }
        if let Some(at) = described_at.filter(|_| update.complete) {
            changed |= self.take_back_others(&update.shipments, at, heard_at);
        }
        changed |= update
            .word
            .is_some_and(|word| self.take_word(word, heard_at));
        self.count(changed)
    }

    /// Takes in what a carrier says of the parcels with its tracking number, heard at the time
    /// given. Answers whether anything changed; if so, `version` is one higher. An update for a
    /// number that the shop has not named changes nothing: the caller keeps it until the shop
    /// does.
    pub fn apply_tracking(&mut self, update: &TrackingUpdate, heard_at: Timestamp) -> bool {
        let placed_at = self.facts.as_ref().map(|facts| facts.placed_at);
        let mut changed = false;
        for parcel in self
            .parcels
            .iter_mut()
            .filter(|parcel| parcel.number == update.number)
        {
            let lifetime = Lifetime::of(parcel, placed_at, heard_at);
            changed |= parcel.take(update, &lifetime, heard_at);
        }
        self.count(changed)
    }

    /// Whether the proof is the order's e-mail or its postcode, however they are written.
    pub fn check_proof(&self, proof: &str) -> ProofCheck {
        let Some(facts) = &self.facts else {
            return ProofCheck::Mismatch;
        };
        let (email, postcode) = (normalize_email(proof), normalize_postcode(proof));
        let is_email = !email.is_empty() && facts.email.as_ref() == Some(&email);
        let is_postcode = !postcode.is_empty() && facts.postcode.as_ref() == Some(&postcode);
        match (is_email, is_postcode) {
            (true, _) => ProofCheck::Match(Audience::Payer),
            (false, true) => ProofCheck::Match(Audience::Other),
            (false, false) => ProofCheck::Mismatch,
        }
    }

    /// Forgets who bought it: what finds, names or addresses them, and what they wrote. The parcels
    /// go on as they are.
    pub fn forget_buyer(&mut self) {
        if let Some(facts) = &mut self.facts {
            facts.email = None;
            facts.customer_id = None;
            facts.postcode = None;
            facts.note = None;
            facts.marks = Marks::default();
        }
        self.version += 1;
    }

    /// The number that the shopper knows, once the shop has told it.
    pub fn number(&self) -> Option<&str> {
        self.facts.as_ref().map(|facts| facts.number.as_str())
    }

    fn described_at(&self) -> Option<Timestamp> {
        self.facts.as_ref().map(|facts| facts.updated_at)
    }

    fn take_facts(&mut self, mut facts: OrderFacts) -> bool {
        self.remarks.complete(&mut facts);
        let superseded = self.described_at() > Some(facts.updated_at);
        if superseded || self.facts.as_ref() == Some(&facts) {
            return false;
        }
        self.facts = Some(facts);
        true
    }

    fn take_shipment(&mut self, told: &ShipmentFacts, heard_at: Timestamp) -> bool {
        let mut shipment = told.clone();
        let held = self
            .shipments
            .iter_mut()
            .find(|s| s.external_id == told.external_id);
        let held_word = held.as_ref().and_then(|held| held.word.clone());
        shipment.word = word::latest(held_word.as_ref(), told.word.as_ref()).cloned();
        match held {
            Some(held) if held.updated_at > shipment.updated_at || *held == shipment => {
                return false;
            }
            Some(held) => held.clone_from(&shipment),
            None => self.shipments.push(shipment.clone()),
        }
        self.withdraw_parcels(&shipment);
        for facts in &shipment.parcels {
            self.name_parcel(&shipment, facts);
        }
        if shipment.word != held_word {
            self.hear_word(&shipment, heard_at);
        }
        self.hear_early_words(&shipment.external_id, heard_at);
        true
    }

    /// Takes back the shipments that a whole description, as of a time, no longer names.
    fn take_back_others(
        &mut self,
        named: &[ShipmentFacts],
        at: Timestamp,
        heard_at: Timestamp,
    ) -> bool {
        let others: Vec<ShipmentFacts> = self
            .shipments
            .iter()
            .filter(|held| held.active)
            .filter(|held| !named.iter().any(|s| s.external_id == held.external_id))
            .cloned()
            .collect();
        others.iter().fold(false, |changed, other| {
            let taken_back = ShipmentFacts {
                active: false,
                updated_at: at,
                ..other.clone()
            };
            self.take_shipment(&taken_back, heard_at) || changed
        })
    }

    /// A parcel that its shipment no longer names had a wrong number: it is no longer shown.
    fn withdraw_parcels(&mut self, shipment: &ShipmentFacts) {
        for parcel in self
            .parcels
            .iter_mut()
            .filter(|p| p.shipment == shipment.external_id)
        {
            parcel.active = false;
        }
    }

    fn name_parcel(&mut self, shipment: &ShipmentFacts, facts: &ParcelFacts) {
        let held = self
            .parcels
            .iter_mut()
            .find(|p| p.shipment == shipment.external_id && p.number == facts.number);
        if let Some(parcel) = held {
            parcel.active = shipment.active;
            // The shop's name for its carrier is the one that the shopper chose at checkout.
            parcel.carrier = facts.carrier.clone().or(parcel.carrier.take());
            parcel.url = facts.url.clone().or(parcel.url.take());
            return;
        }
        self.parcels.push(Parcel {
            number: facts.number.clone(),
            shipment: shipment.external_id.clone(),
            carrier: facts.carrier.clone(),
            url: facts.url.clone(),
            active: shipment.active,
            created_at: shipment.created_at,
            ..Parcel::default()
        });
    }

    fn count(&mut self, changed: bool) -> bool {
        self.version += u64::from(changed);
        changed
    }
}

/// The time from which and up to which events of a tracking number are a parcel's own.
struct Lifetime {
    from: Timestamp,
    upto: Timestamp,
}

impl Lifetime {
    fn of(parcel: &Parcel, placed_at: Option<Timestamp>, heard_at: Timestamp) -> Self {
        let begins_at = placed_at.unwrap_or(parcel.created_at);
        // What was ordered long before may be sent today.
        let sent_at = begins_at.max(parcel.created_at);
        Self {
            from: begins_at.plus_millis(-RECYCLED_BEFORE_MILLIS),
            upto: sent_at
                .plus_millis(RECYCLED_AFTER_MILLIS)
                .min(heard_at.plus_millis(EARLY_MILLIS)),
        }
    }

    fn includes(&self, event: &TrackingEvent) -> bool {
        (self.from..=self.upto).contains(&event.occurred_at)
    }
}

impl Parcel {
    fn take(&mut self, update: &TrackingUpdate, lifetime: &Lifetime, heard_at: Timestamp) -> bool {
        let events: Vec<&TrackingEvent> = update
            .events
            .iter()
            .filter(|event| lifetime.includes(event))
            .collect();
        if events.is_empty() && !update.events.is_empty() {
            // All of it is about the parcel that had this number before.
            return false;
        }
        let before = self.clone();
        self.fill_in(update);
        let newest = events.iter().map(|event| event.occurred_at).max();
        self.take_estimate(update, newest, heard_at);
        self.note_standing(heard_at, |parcel| parcel.take_events(&events));
        let first_word = self.heard_at.is_none();
        if first_word || *self != before {
            self.heard_at = Some(heard_at);
        }
        *self != before
    }

    /// Lets a word change the history, and notes when it made the parcel stand elsewhere.
    fn note_standing(&mut self, heard_at: Timestamp, word: impl FnOnce(&mut Self)) {
        let before = self.standing();
        word(self);
        if self.standing() != before {
            self.standing_heard_at = Some(heard_at);
        }
    }

    fn standing(&self) -> (Status, Option<IncidentReason>) {
        let state = fold(&self.history);
        (state.status, state.reason)
    }

    /// Takes the source's carrier and link where the shop has told none.
    fn fill_in(&mut self, update: &TrackingUpdate) {
        if self.carrier.is_none() {
            self.carrier.clone_from(&update.carrier);
        }
        if self.url.is_none() {
            self.url.clone_from(&update.url);
        }
        if self.service.is_none() {
            self.service.clone_from(&update.service);
        }
        if update.proof.is_some() {
            self.proof.clone_from(&update.proof);
        }
    }

    /// Takes the estimate and the pickup point of a delivery that knows at least as much as the
    /// newest one so far that had either, by the time of its newest event.
    fn take_estimate(
        &mut self,
        update: &TrackingUpdate,
        newest: Option<Timestamp>,
        heard_at: Timestamp,
    ) {
        let says_nothing = update.estimated.is_none() && update.pickup_point.is_none();
        if says_nothing || newest < self.heard_upto {
            return;
        }
        self.heard_upto = newest;
        if update.pickup_point.is_some() {
            self.pickup_point.clone_from(&update.pickup_point);
        }
        if update.estimated.is_none() || self.estimate.current == update.estimated {
            return;
        }
        self.estimate.current.clone_from(&update.estimated);
        self.estimate_heard_at = Some(heard_at);
        if self.estimate.promised.is_none() {
            self.estimate.promised.clone_from(&update.estimated);
        }
    }

    fn take_events(&mut self, events: &[&TrackingEvent]) {
        let known: Vec<TrackingEvent> = self
            .history
            .iter()
            .filter(|held| held.source.is_carriers())
            .cloned()
            .collect();
        for event in events {
            if let Some(held) = self.history.iter_mut().find(|held| is_same(held, event)) {
                let reason = held.reason.max(event.reason);
                held.clone_from(event);
                held.reason = reason;
            } else if is_retold(event, &known, events) {
                self.learn_reason(event);
            } else {
                self.insert((*event).clone());
            }
        }
        self.set_echoes_aside();
    }

    /// Takes from a fact told again the reason that it was first told without.
    fn learn_reason(&mut self, retold: &TrackingEvent) {
        for held in self
            .history
            .iter_mut()
            .filter(|held| held.source.is_carriers() && is_same_fact(held, retold))
        {
            held.reason = held.reason.max(retold.reason);
        }
    }

    fn insert(&mut self, event: TrackingEvent) {
        let after = self
            .history
            .partition_point(|held| held.occurred_at <= event.occurred_at);
        self.history.insert(after, event);
    }
}

fn is_same(one: &TrackingEvent, other: &TrackingEvent) -> bool {
    is_same_fact(one, other) && one.raw_code == other.raw_code
}

fn is_same_fact(one: &TrackingEvent, other: &TrackingEvent) -> bool {
    one.status == other.status && one.occurred_at == other.occurred_at
}

/// Whether an event is a known fact under another code: another source told it, or this one now
/// tells it in other words. Two codes at one instant within a delivery are two events.
fn is_retold(event: &TrackingEvent, known: &[TrackingEvent], delivery: &[&TrackingEvent]) -> bool {
    known
        .iter()
        .filter(|held| is_same_fact(held, event))
        .any(|held| !delivery.iter().any(|told| is_same(told, held)))
}

#[cfg(test)]
mod tests;
