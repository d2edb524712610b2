//! Until when a case can be set aside with one touch.

use shared::time::Timestamp;

use crate::shop_clock;

/// At which hour a morning begins.
const MORNING: i64 = 9;

const HOUR_MILLIS: i64 = 3_600_000;

/// A time that is offered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Later {
    /// An hour from now.
    InAnHour,
    /// Three hours from now.
    InThreeHours,
    /// Nine o'clock on the next day, where the shop is.
    Tomorrow,
    /// Nine o'clock on the next Monday, where the shop is.
    NextMonday,
}

impl Later {
    /// What is offered on a day of the week, 0 for Sunday: on a Sunday, the next day is Monday.
    pub fn offered(weekday: i64) -> Vec<Self> {
        let mut offered = vec![Self::InAnHour, Self::InThreeHours, Self::Tomorrow];
        if Self::NextMonday.days_ahead(weekday) > 1 {
            offered.push(Self::NextMonday);
        }
        offered
    }

    /// The instant.
    pub fn instant(self, now: Timestamp) -> Timestamp {
        match self {
            Self::InAnHour => now.plus_millis(HOUR_MILLIS),
            Self::InThreeHours => now.plus_millis(3 * HOUR_MILLIS),
            Self::Tomorrow | Self::NextMonday => {
                let days = self.days_ahead(shop_clock::weekday(now));
                shop_clock::at_hour(now, days, MORNING)
            }
        }
    }

    fn days_ahead(self, weekday: i64) -> i64 {
        match self {
            Self::InAnHour | Self::InThreeHours => 0,
            Self::Tomorrow => 1,
            Self::NextMonday => (7 - weekday % 7) % 7 + 1,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn monday_is_the_next_one_and_never_today() {
        // From Sunday to Saturday.
        let days: Vec<_> = (0..7)
            .map(|day| Later::NextMonday.days_ahead(day))
            .collect();
        assert_eq!(days, [1, 7, 6, 5, 4, 3, 2]);
        assert!(!Later::offered(0).contains(&Later::NextMonday));
        assert!(Later::offered(5).contains(&Later::NextMonday));
    }
}
