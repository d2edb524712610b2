//! What a merchant may set of the watch: when it speaks, how long it waits, what must be in time.

use serde::{Deserialize, Serialize};

use crate::season::Zone;
use crate::time::Day;

/// The longest that a fact may be held back to see whether it stands: a day.
const LONGEST_SETTLE_MILLIS: i64 = 24 * 60 * 60 * 1000;

/// The longest patience, in days.
const MOST_DAYS: u32 = 90;

/// A local time of day. It travels as `HH:MM`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct TimeOfDay {
    hour: u8,
    minute: u8,
}

impl TimeOfDay {
    /// A full hour, 0 to 23; a greater one is taken as 23.
    const fn hour(hour: u8) -> Self {
        let hour = if hour > 23 { 23 } else { hour };
        Self { hour, minute: 0 }
    }

    /// Reads `HH:MM`.
    pub fn parse(text: &str) -> Option<Self> {
        let (hour, minute) = text.split_once(':')?;
        let two_digits = |part: &str| {
            let shaped = part.len() == 2 && part.bytes().all(|b| b.is_ascii_digit());
            shaped.then(|| part.parse::<u8>().ok()).flatten()
        };
        let (hour, minute) = (two_digits(hour)?, two_digits(minute)?);
        (hour < 24 && minute < 60).then_some(Self { hour, minute })
    }

    /// Hour and minute.
    pub fn parts(self) -> (u32, u32) {
        (self.hour.into(), self.minute.into())
    }

    /// Minutes since midnight, 0 to 1439.
    pub fn minutes(self) -> u32 {
        let (hour, minute) = self.parts();
        hour * 60 + minute
    }
}

impl TryFrom<String> for TimeOfDay {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text).ok_or("a time of day is HH:MM")
    }
}

impl From<TimeOfDay> for String {
    fn from(time: TimeOfDay) -> Self {
        format!("{:02}:{:02}", time.hour, time.minute)
    }
}

/// The local hours in which only what happens at the door is told. Without end when both are the
/// same time of day: then no hour is quiet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct QuietHours {
    /// When they begin.
    pub from: TimeOfDay,
    /// When they end, on the same day or the next.
    pub until: TimeOfDay,
}

impl QuietHours {
    /// No hour is quiet.
    pub const NONE: Self = Self {
        from: TimeOfDay::hour(0),
        until: TimeOfDay::hour(0),
    };

    /// Whether a minute of the day, 0 to 1439, is in them.
    pub(super) fn include(self, minute: u32) -> bool {
        let (from, until) = (self.from.minutes(), self.until.minutes());
        if from <= until {
            (from..until).contains(&minute)
        } else {
            minute >= from || minute < until
        }
    }
}

impl Default for QuietHours {
    /// From nine in the evening to eight in the morning.
    fn default() -> Self {
        Self {
            from: TimeOfDay::hour(21),
            until: TimeOfDay::hour(8),
        }
    }
}

/// By which day an order must arrive, and what counts as too late for it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct DeadlineRule {
    /// The day by which presents must be there, where it is not Christmas Eve.
    pub day: Option<Day>,
    /// Whether every order of the season must arrive by then, not only presents.
    pub all_orders: bool,
    /// The local time on the last day at which a parcel that is not out for delivery, or waiting
    /// at a pickup point, can't make it any more.
    pub last_call: TimeOfDay,
    /// The working days that a parcel needs at least from the shop to the door. What is not with
    /// the carrier by the last call so many days before can't make it either.
    pub transit_days: u32,
}

impl Default for DeadlineRule {
    fn default() -> Self {
        Self {
            day: None,
            all_orders: false,
            last_call: TimeOfDay::hour(14),
            transit_days: 1,
        }
    }
}

/// The settings of the watch at one site.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Setting {
    /// Where the shop's shoppers are.
    pub zone: Zone,
    /// When only what happens at the door is told.
    pub quiet_hours: QuietHours,
    /// The local time at which what a day brings is told: a stall, a promise that passed, a
    /// reminder.
    pub morning: TimeOfDay,
    /// How long an estimate, a delay or trouble must stand before it is told, in milliseconds: a
    /// change of mind within it is never seen.
    pub settle_millis: i64,
    /// Working days without a scan after which a parcel has stalled; without it, its carrier's.
    pub stall_days: Option<u32>,
    /// Working days after which a label should have been handed over; without it, its carrier's.
    pub handover_days: Option<u32>,
    /// Days without a scan after which a parcel is presumed lost; without it, its carrier's.
    pub inquiry_days: Option<u32>,
    /// Days at a pickup point after which the merchant is shown the parcel.
    pub pickup_days: u32,
    /// What counts as too late.
    pub deadline: DeadlineRule,
}

impl Default for Setting {
    fn default() -> Self {
        Self {
            zone: Zone::default(),
            quiet_hours: QuietHours::default(),
            morning: TimeOfDay::hour(9),
            settle_millis: 10 * 60 * 1000,
            stall_days: None,
            handover_days: None,
            inquiry_days: None,
            pickup_days: 5,
            deadline: DeadlineRule::default(),
        }
    }
}

impl Setting {
    /// Checks what a merchant has set.
    ///
    /// # Errors
    /// Names the first value that is out of bounds.
    pub fn check(&self) -> Result<(), &'static str> {
        let patience = [self.stall_days, self.handover_days, self.inquiry_days];
        let bounded = |days: u32| (1..=MOST_DAYS).contains(&days);
        if !(0..=LONGEST_SETTLE_MILLIS).contains(&self.settle_millis) {
            return Err("settle_millis is 0 to 86400000");
        }
        if !patience.into_iter().flatten().all(bounded) {
            return Err("stall_days, handover_days and inquiry_days are 1 to 90");
        }
        if !bounded(self.pickup_days) {
            return Err("pickup_days is 1 to 90");
        }
        if self.deadline.transit_days > MOST_DAYS {
            return Err("deadline.transit_days is 0 to 90");
        }
        if self.quiet_hours.include(self.morning.minutes()) {
            return Err("morning is not in the quiet hours");
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_of_day_travel_as_text() {
        for (text, minutes) in [("00:00", 0), ("08:05", 485), ("23:59", 1439)] {
            let time = TimeOfDay::parse(text).unwrap();
            assert_eq!(time.minutes(), minutes);
            assert_eq!(String::from(time), text);
        }
        for text in [
            "", "8:05", "24:00", "08:60", "08:5", "+8:05", "08:05:00", "midi",
        ] {
            assert_eq!(TimeOfDay::parse(text), None, "{text}");
        }
    }

    #[test]
    fn quiet_hours_may_pass_midnight() {
        let hours = |from, until| QuietHours {
            from: TimeOfDay::hour(from),
            until: TimeOfDay::hour(until),
        };
        for (quiet, hour, included) in [
            (hours(21, 8), 20, false),
            (hours(21, 8), 21, true),
            (hours(21, 8), 0, true),
            (hours(21, 8), 8, false),
            (hours(12, 14), 12, true),
            (hours(12, 14), 14, false),
            (hours(12, 14), 0, false),
            (QuietHours::NONE, 0, false),
            (hours(9, 9), 9, false),
        ] {
            assert_eq!(quiet.include(hour * 60), included, "{quiet:?} {hour}");
        }
    }

    #[test]
    fn what_is_not_set_has_its_default() {
        let setting: Setting = serde_json::from_str("{}").unwrap();
        assert_eq!(setting, Setting::default());
        assert_eq!(setting.check(), Ok(()));
        let set = r#"{"zone":"Europe/Brussels","quiet_hours":{"from":"22:00","until":"07:30"}}"#;
        let setting: Setting = serde_json::from_str(set).unwrap();
        assert_eq!(setting.zone.name(), "Europe/Brussels");
        assert_eq!(setting.quiet_hours.until.minutes(), 450);
        assert_eq!(setting.settle_millis, 600_000);
    }

    #[test]
    fn what_is_out_of_bounds_is_named() {
        for (set, named) in [
            (r#"{"settle_millis":-1}"#, "settle_millis"),
            (r#"{"settle_millis":86400001}"#, "settle_millis"),
            (r#"{"stall_days":0}"#, "stall_days"),
            (r#"{"inquiry_days":91}"#, "inquiry_days"),
            (r#"{"pickup_days":0}"#, "pickup_days"),
            (r#"{"deadline":{"transit_days":91}}"#, "transit_days"),
            (r#"{"morning":"07:00"}"#, "morning"),
        ] {
            let setting: Setting = serde_json::from_str(set).unwrap();
            assert!(setting.check().unwrap_err().contains(named), "{set}");
        }
    }
}
