//! What may happen to an order and its parcel.

use serde::{Serialize, Serializer};

/// A step in the life of an order. Of two steps on the way to the door the later one compares
/// greater; a trouble lies where it usually strikes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// The order was placed.
    Created,
    /// The label is printed and the shop told its platform.
    Shipped,
    /// The carrier scanned the parcel.
    InTransit,
    /// The carrier moved the estimate a day closer.
    Sooner,
    /// The carrier moved the estimate by a day.
    Delayed,
    /// The carrier moved the estimate beyond the day by which the order must be there.
    TooLate,
    /// The customs hold the parcel.
    Customs,
    /// The address is incomplete.
    Address,
    /// The parcel is damaged.
    Damaged,
    /// The carrier can't find the parcel.
    Lost,
    /// It has found it.
    Found,
    /// The parcel is in the van.
    OutForDelivery,
    /// Nobody was at home.
    DeliveryAttempted,
    /// The pickup point is closed for some days.
    PointClosed,
    /// The pickup point has no room.
    PointFull,
    /// The parcel goes to another pickup point.
    PointMoved,
    /// The parcel waits at a pickup point or a post office.
    AvailableForPickup,
    /// The pickup point keeps it for two more days.
    KeptTwoDays,
    /// The pickup point keeps it until tomorrow.
    KeptOneDay,
    /// The parcel goes back to the shop.
    Returning,
    /// The shop has it back.
    Returned,
    /// The parcel was handed over.
    Delivered,
}

impl Step {
    /// All of them, in order.
    pub const ALL: [Self; 22] = [
        Self::Created,
        Self::Shipped,
        Self::InTransit,
        Self::Sooner,
        Self::Delayed,
        Self::TooLate,
        Self::Customs,
        Self::Address,
        Self::Damaged,
        Self::Lost,
        Self::Found,
        Self::OutForDelivery,
        Self::DeliveryAttempted,
        Self::PointClosed,
        Self::PointFull,
        Self::PointMoved,
        Self::AvailableForPickup,
        Self::KeptTwoDays,
        Self::KeptOneDay,
        Self::Returning,
        Self::Returned,
        Self::Delivered,
    ];

    /// The step of a name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|step| step.name() == name)
    }

    /// Its name in addresses and in JSON.
    pub fn name(self) -> &'static str {
        self.names().0
    }

    /// What it is called on the pages.
    pub fn label(self) -> &'static str {
        self.names().1
    }

    fn names(self) -> (&'static str, &'static str) {
        match self {
            Self::Created => ("created", "Commande reçue"),
            Self::Shipped => ("shipped", "Expédiée"),
            Self::InTransit => ("in_transit", "En transit"),
            Self::Sooner => ("sooner", "Plus tôt que prévu"),
            Self::Delayed => ("delayed", "Retardé"),
            Self::TooLate => ("too_late", "Trop tard pour la date"),
            Self::Customs => ("customs", "Retenu en douane"),
            Self::Address => ("address", "Adresse incomplète"),
            Self::Damaged => ("damaged", "Abîmé"),
            Self::Lost => ("lost", "Perdu"),
            Self::Found => ("found", "Retrouvé"),
            Self::OutForDelivery => ("out_for_delivery", "En cours de livraison"),
            Self::DeliveryAttempted => ("delivery_attempted", "Livraison manquée"),
            Self::PointClosed => ("point_closed", "Point de retrait fermé"),
            Self::PointFull => ("point_full", "Point de retrait plein"),
            Self::PointMoved => ("point_moved", "Autre point de retrait"),
            Self::AvailableForPickup => ("available_for_pickup", "À retirer"),
            Self::KeptTwoDays => ("kept_two_days", "Gardé deux jours encore"),
            Self::KeptOneDay => ("kept_one_day", "Gardé jusqu’à demain"),
            Self::Returning => ("returning", "En retour"),
            Self::Returned => ("returned", "Retourné"),
            Self::Delivered => ("delivered", "Livré"),
        }
    }
}

impl Serialize for Step {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_are_there_in_order_and_found_by_their_names() {
        assert!(Step::ALL.is_sorted_by(|before, after| before < after));
        for step in Step::ALL {
            assert_eq!(Step::named(step.name()), Some(step));
        }
        assert_eq!(Step::named("Delivered"), None);
    }
}
