//! What happens to a parcel, in which order.

use serde::Serialize;

/// A step in the life of an order. Later steps compare greater.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Step {
    /// The order was placed.
    Created,
    /// The label is printed and the shop told its platform.
    Shipped,
    /// The carrier scanned the parcel.
    InTransit,
    /// The carrier moved the estimate by a day.
    Delayed,
    /// The parcel is in the van.
    OutForDelivery,
    /// Nobody was at home.
    DeliveryAttempted,
    /// The parcel waits at a pickup point or a post office.
    AvailableForPickup,
    /// The parcel was handed over.
    Delivered,
}

impl Step {
    /// What it is called on the pages.
    pub fn label(self) -> &'static str {
        match self {
            Self::Created => "Commande reçue",
            Self::Shipped => "Expédiée",
            Self::InTransit => "En transit",
            Self::Delayed => "Retardé",
            Self::OutForDelivery => "En cours de livraison",
            Self::DeliveryAttempted => "Livraison manquée",
            Self::AvailableForPickup => "À retirer",
            Self::Delivered => "Livré",
        }
    }
}

/// The steps that an order goes through by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Story {
    /// Nothing goes wrong.
    Plain,
    /// A day late.
    Late,
    /// To a pickup point.
    Pickup,
    /// Missed at home, then kept at the post office.
    Missed,
}

impl Story {
    /// Its steps, first to last.
    pub fn steps(self) -> &'static [Step] {
        use Step::{
            AvailableForPickup, Created, Delayed, Delivered, DeliveryAttempted, InTransit,
            OutForDelivery, Shipped,
        };
        match self {
            Self::Plain => &[Created, Shipped, InTransit, OutForDelivery, Delivered],
            Self::Late => &[
                Created,
                Shipped,
                InTransit,
                Delayed,
                OutForDelivery,
                Delivered,
            ],
            Self::Pickup => &[Created, Shipped, InTransit, AvailableForPickup, Delivered],
            Self::Missed => &[
                Created,
                Shipped,
                InTransit,
                OutForDelivery,
                DeliveryAttempted,
                AvailableForPickup,
                Delivered,
            ],
        }
    }

    /// The first of its steps beyond the furthest one reached; `None` at the end.
    pub fn after(self, furthest: Step) -> Option<Step> {
        self.steps().iter().copied().find(|&step| step > furthest)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const STORIES: [Story; 4] = [Story::Plain, Story::Late, Story::Pickup, Story::Missed];

    #[test]
    fn every_story_only_goes_forward_from_order_to_door() {
        for story in STORIES {
            let steps = story.steps();
            assert!(
                steps.is_sorted_by(|before, after| before < after),
                "{story:?}"
            );
            assert_eq!(
                steps[..3],
                [Step::Created, Step::Shipped, Step::InTransit],
                "{story:?}"
            );
            assert_eq!(steps.last(), Some(&Step::Delivered), "{story:?}");
        }
    }

    #[test]
    fn camilles_parcel_is_late_before_it_is_in_the_van() {
        let mut told = vec![Step::Created];
        while let Some(step) = Story::Late.after(told[told.len() - 1]) {
            told.push(step);
        }
        assert_eq!(told, Story::Late.steps());
        assert!(Step::Delayed < Step::OutForDelivery);
    }

    #[test]
    fn a_detour_joins_the_story_again() {
        assert_eq!(
            Story::Plain.after(Step::Delayed),
            Some(Step::OutForDelivery)
        );
        assert_eq!(
            Story::Plain.after(Step::DeliveryAttempted),
            Some(Step::Delivered)
        );
        assert_eq!(Story::Pickup.after(Step::Delivered), None);
    }
}
