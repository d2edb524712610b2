//! The shop's own word about parcels that a carrier's source may follow as well.
//!
//! - A shop repeats its word whenever it changes anything else about a fulfillment. Only a word
//!   that differs from the fulfillment's last one is an event; the last one keeps its time.
//! - Beside it, a shop may tell dated events. Each is an event of its own; one that comes before
//!   its shipment has a parcel is kept until then.
//! - A shop has one word for all parcels of a fulfillment. When there are several, those that a
//!   carrier's source follows don't take it, since it may be about another one: a parcel must
//!   not be called delivered because its neighbor was.
//! - A word is an echo when a source that outranks it tells the same status within
//!   [`ECHO_MILLIS`], before or after, whichever was heard first. It then is no line of the
//!   history, has no part in where the parcel stands, and what was told of it stays told.

use crate::order::{Order, Parcel, ShipmentFacts, ShipmentWord};
use crate::time::Timestamp;
use crate::tracking::{TrackingEvent, TrackingUpdate};

/// How many dated words wait for their shipment: several times what a parcel's whole way makes.
const MAX_EARLY_WORDS: usize = 100;

/// How far the shop's word and a carrier's may be apart to mean one fact. It covers the shop's
/// delay and a carrier's unknown time zone, and sets one day's round apart from the next.
pub(crate) const ECHO_MILLIS: i64 = 12 * 60 * 60 * 1000;

/// The word that counts when one is held and one is told: the held one, unless the other differs.
pub(super) fn latest<'a>(
    held: Option<&'a TrackingEvent>,
    told: Option<&'a TrackingEvent>,
) -> Option<&'a TrackingEvent> {
    match (held, told) {
        (Some(held), Some(told)) if held.raw_code == told.raw_code => Some(held),
        (held, told) => told.or(held),
    }
}

/// Whether two events of different sources are one fact.
fn is_one_fact(one: &TrackingEvent, other: &TrackingEvent) -> bool {
    one.status == other.status
        && one.occurred_at.millis_since(other.occurred_at).abs() <= ECHO_MILLIS
}

impl Order {
    /// Lets the shipment's parcels take the shop's new word about it.
    pub(super) fn hear_word(&mut self, shipment: &ShipmentFacts, heard_at: Timestamp) {
        let Some(word) = &shipment.word else {
            return;
        };
        for parcel in self.listeners(&shipment.external_id) {
            parcel.hear(word, heard_at);
        }
    }

    /// Takes in a dated word. Answers whether anything changed.
    pub(super) fn take_word(&mut self, word: ShipmentWord, heard_at: Timestamp) -> bool {
        let has_parcels = self.parcels.iter().any(|p| p.shipment == word.shipment);
        if has_parcels {
            return self.hear_dated(&word, heard_at);
        }
        let new = !self.early_words.contains(&word) && self.early_words.len() < MAX_EARLY_WORDS;
        if new {
            self.early_words.push(word);
        }
        new
    }

    /// Lets the parcels of a shipment take the dated words that came before them.
    pub(super) fn hear_early_words(&mut self, shipment: &str, heard_at: Timestamp) {
        if !self.parcels.iter().any(|p| p.shipment == shipment) {
            return;
        }
        let early = std::mem::take(&mut self.early_words);
        let (heard, waiting): (Vec<_>, Vec<_>) = early
            .into_iter()
            .partition(|word| word.shipment == shipment);
        self.early_words = waiting;
        for word in &heard {
            self.hear_dated(word, heard_at);
        }
    }

    fn hear_dated(&mut self, word: &ShipmentWord, heard_at: Timestamp) -> bool {
        let mut changed = false;
        for parcel in self.listeners(&word.shipment) {
            let before = parcel.clone();
            parcel.hear(&word.event, heard_at);
            parcel.hear_estimate(word, heard_at);
            changed |= *parcel != before;
        }
        changed
    }

    /// The parcels that a word about their shipment may be about.
    fn listeners(&mut self, shipment: &str) -> impl Iterator<Item = &mut Parcel> {
        let mut active: Vec<&mut Parcel> = self
            .parcels
            .iter_mut()
            .filter(|parcel| parcel.shipment == shipment && parcel.active)
            .collect();
        if active.len() > 1 {
            active.retain(|parcel| !parcel.is_followed());
        }
        active.into_iter()
    }
}

impl Parcel {
    fn hear(&mut self, event: &TrackingEvent, heard_at: Timestamp) {
        let known = self.history.iter().chain(&self.echoes).any(|e| e == event);
        if !known {
            self.note_standing(heard_at, |parcel| {
                parcel.insert(event.clone());
                parcel.set_echoes_aside();
            });
        }
    }

    /// Takes a dated word's estimate, unless a carrier's source gives estimates of its own.
    fn hear_estimate(&mut self, word: &ShipmentWord, heard_at: Timestamp) {
        if word.estimated.is_none() || self.is_followed() {
            return;
        }
        let update = TrackingUpdate {
            estimated: word.estimated.clone(),
            ..TrackingUpdate::default()
        };
        self.take_estimate(&update, Some(word.event.occurred_at), heard_at);
    }

    /// Takes out of the history what a better source has told as well.
    pub(super) fn set_echoes_aside(&mut self) {
        let echoes: Vec<TrackingEvent> = self
            .history
            .iter()
            .filter(|event| self.is_echo(event))
            .cloned()
            .collect();
        self.history.retain(|event| !echoes.contains(event));
        self.echoes.extend(echoes);
    }

    fn is_echo(&self, event: &TrackingEvent) -> bool {
        self.history
            .iter()
            .chain(&self.echoes)
            .any(|other| other.source.outranks(event.source) && is_one_fact(event, other))
    }

    /// Whether a carrier's source has spoken of it.
    fn is_followed(&self) -> bool {
        self.history.iter().any(|event| event.source.is_carriers())
    }
}
