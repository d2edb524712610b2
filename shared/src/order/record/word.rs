//! The shop's own word about parcels that a carrier's source may follow as well.
//!
//! - A shop repeats its word whenever it changes anything else about a fulfillment. Only a word
//!   that differs from the fulfillment's last one is an event; the last one keeps its time.
//! - A shop has one word for all parcels of a fulfillment. When there are several, those that a
//!   carrier's source follows don't take it, since it may be about another one: a parcel must
//!   not be called delivered because its neighbor was.
//! - A word is an echo when a carrier's source tells the same status within
//!   [`ECHO_MILLIS`], before or after, whichever was heard first. It then is no line of the
//!   history, has no part in where the parcel stands, and what was told of it stays told.

use crate::order::{Order, Parcel, ShipmentFacts};
use crate::tracking::TrackingEvent;

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
    pub(super) fn hear_word(&mut self, shipment: &ShipmentFacts) {
        let Some(word) = &shipment.word else {
            return;
        };
        let alone = shipment.parcels.len() == 1;
        for parcel in self
            .parcels
            .iter_mut()
            .filter(|parcel| parcel.shipment == shipment.external_id && parcel.active)
            .filter(|parcel| alone || !parcel.is_followed())
        {
            parcel.insert(word.clone());
            parcel.set_echoes_aside();
        }
    }
}

impl Parcel {
    /// Takes out of the history what a carrier's source has told as well.
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
        !event.source.is_carriers()
            && self
                .history
                .iter()
                .any(|other| other.source.is_carriers() && is_one_fact(event, other))
    }

    /// Whether a carrier's source has spoken of it.
    fn is_followed(&self) -> bool {
        self.history.iter().any(|event| event.source.is_carriers())
    }
}
