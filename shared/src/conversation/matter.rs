//! Parcels that a choice is about: a notice or the bot offered it, the shopper takes it.

use serde::{Deserialize, Serialize};

use crate::ids::OrderKey;
use crate::order::OrderView;

/// Some parcels of an order, which a choice is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Matter {
    /// The order as it stands.
    pub order: OrderView,
    /// The tracking numbers.
    pub parcels: Vec<String>,
}

/// An event that offered choices about parcels.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Offer {
    /// The event's number.
    pub seq: u64,
    /// Which order.
    pub order: OrderKey,
    /// The tracking numbers.
    pub parcels: Vec<String>,
}

impl Matter {
    /// A whole order.
    pub fn of_order(order: &OrderView) -> Self {
        let numbers = order.parcels.iter().map(|parcel| parcel.number.clone());
        Self {
            order: order.clone(),
            parcels: numbers.collect(),
        }
    }

    /// This matter as an event offers choices about it.
    pub(super) fn offered_by(&self, seq: u64) -> Offer {
        Offer {
            seq,
            order: self.order.key.clone(),
            parcels: self.parcels.clone(),
        }
    }
}
