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
/// had by waiting: it lies in the past, as far as it takes to be news now and not for days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Beginning {
    /// Placed the day before yesterday.
    Recent,
    /// The label is some days old, and no carrier has seen the parcel.
    NeverHandedOver,
    /// Promised for a day that has passed, and on its way all the same.
    Overdue,
    /// Last seen a week ago.
    Silent,
    /// Last seen so long ago that the carrier would search for it.
    Vanished,
    /// At the pickup point since the day before yesterday.
    Waiting,
}

impl Beginning {
    /// All of them.
    pub const ALL: [Self; 6] = [
        Self::Recent,
        Self::NeverHandedOver,
        Self::Overdue,
        Self::Silent,
        Self::Vanished,
        Self::Waiting,
    ];

    /// The beginning of a name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|beginning| beginning.name() == name)
    }

    /// Its name in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Recent => "recent",
            Self::NeverHandedOver => "never_handed_over",
            Self::Overdue => "overdue",
            Self::Silent => "silent",
            Self::Vanished => "vanished",
            Self::Waiting => "waiting",
        }
    }

    /// The story that goes with it.
    pub fn story(self) -> Story {
        match self {
            Self::Waiting => Story::Pickup,
            _ => Story::Plain,
        }
    }

    /// When an order that begins so was placed.
    pub fn placed_at(self, now: Time) -> Time {
        let first = self.days_ago().first().map_or(1, |(_, days)| *days);
        now - TimeDelta::days(first + 1)
    }

    /// What has happened since, and when.
    pub fn past(self, now: Time) -> Vec<(Step, Time)> {
        let taken = self.days_ago().iter();
        taken
            .map(|(step, days)| (*step, now - TimeDelta::days(*days)))
            .collect()
    }

    /// The steps taken, and how many days ago.
    fn days_ago(self) -> &'static [(Step, i64)] {
        match self {
            Self::Recent => &[],
            Self::NeverHandedOver => &[(Step::Shipped, 6)],
            Self::Overdue => &[(Step::Shipped, 5), (Step::InTransit, 4)],
            Self::Silent => &[(Step::Shipped, 8), (Step::InTransit, 7)],
            Self::Vanished => &[(Step::Shipped, 17), (Step::InTransit, 16)],
            Self::Waiting => &[
                (Step::Shipped, 4),
                (Step::InTransit, 3),
                (Step::AvailableForPickup, 2),
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
        for beginning in Beginning::ALL {
            assert_eq!(Beginning::named(beginning.name()), Some(beginning));
            let past = beginning.past(now);
            let mut at = beginning.placed_at(now);
            for (step, taken_at) in past {
                assert!(at < taken_at && taken_at < now, "{beginning:?}: {step:?}");
                at = taken_at;
            }
        }
    }
}
