//! What happens to a parcel by itself, and what had happened to it before.

use chrono::TimeDelta;

use super::step::Step;
use crate::clock::Time;

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
    /// The story of a name.
    pub fn named(name: &str) -> Option<Self> {
        Some(match name {
            "plain" => Self::Plain,
            "late" => Self::Late,
            "pickup" => Self::Pickup,
            "missed" => Self::Missed,
            _ => return None,
        })
    }

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

/// Where an order stands when Grelot first hears of it. Silence takes working days and can't be
/// had by waiting: it lies in the past.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Beginning {
    /// Placed the day before yesterday.
    Recent,
    /// The label is nine days old, and no carrier has seen the parcel.
    NeverHandedOver,
    /// Promised for the day before yesterday, and on its way all the same.
    Overdue,
    /// Last seen ten days ago.
    Silent,
    /// Last seen a month ago.
    Vanished,
}

impl Beginning {
    /// The beginning of a name.
    pub fn named(name: &str) -> Option<Self> {
        Some(match name {
            "recent" => Self::Recent,
            "never_handed_over" => Self::NeverHandedOver,
            "overdue" => Self::Overdue,
            "silent" => Self::Silent,
            "vanished" => Self::Vanished,
            _ => return None,
        })
    }

    /// When an order that begins so was placed.
    pub fn placed_at(self, now: Time) -> Time {
        let days = match self {
            Self::Recent => 2,
            Self::NeverHandedOver => 10,
            Self::Overdue => 5,
            Self::Silent => 12,
            Self::Vanished => 33,
        };
        now - TimeDelta::days(days)
    }

    /// What has happened since, and when.
    pub fn past(self, now: Time) -> Vec<(Step, Time)> {
        let days_ago = |days| now - TimeDelta::days(days);
        match self {
            Self::Recent => vec![],
            Self::NeverHandedOver => vec![(Step::Shipped, days_ago(9))],
            Self::Overdue => vec![(Step::Shipped, days_ago(4)), (Step::InTransit, days_ago(1))],
            Self::Silent => vec![
                (Step::Shipped, days_ago(11)),
                (Step::InTransit, days_ago(10)),
            ],
            Self::Vanished => vec![
                (Step::Shipped, days_ago(32)),
                (Step::InTransit, days_ago(30)),
            ],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::simulator::fixtures::noon;

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
        for (story, furthest, next) in [
            (Story::Plain, Step::Delayed, Some(Step::OutForDelivery)),
            (Story::Plain, Step::DeliveryAttempted, Some(Step::Delivered)),
            (Story::Missed, Step::Found, Some(Step::OutForDelivery)),
            (
                Story::Pickup,
                Step::PointClosed,
                Some(Step::AvailableForPickup),
            ),
            (Story::Pickup, Step::KeptOneDay, Some(Step::Delivered)),
            (Story::Pickup, Step::Delivered, None),
        ] {
            assert_eq!(story.after(furthest), next, "{story:?} after {furthest:?}");
        }
    }

    #[test]
    fn a_past_begins_after_the_order_and_ends_before_now() {
        let now = noon();
        for name in [
            "recent",
            "never_handed_over",
            "overdue",
            "silent",
            "vanished",
        ] {
            let beginning = Beginning::named(name).unwrap();
            let past = beginning.past(now);
            let mut at = beginning.placed_at(now);
            for (step, taken_at) in past {
                assert!(at < taken_at && taken_at < now, "{name}: {step:?}");
                at = taken_at;
            }
        }
    }
}
