//! The time of one look, and the local days and hours around it.

use super::setting::{Setting, TimeOfDay};
use crate::season::Zone;
use crate::time::{Day, Timestamp};

/// Now, where the shoppers are.
pub(super) struct Clock<'a> {
    /// The time of the look.
    pub(super) now: Timestamp,
    /// The local day.
    pub(super) today: Day,
    setting: &'a Setting,
}

impl<'a> Clock<'a> {
    pub(super) fn new(now: Timestamp, setting: &'a Setting) -> Self {
        Self {
            now,
            today: setting.zone.day_of(now),
            setting,
        }
    }

    /// The local day of an instant.
    pub(super) fn day_of(&self, at: Timestamp) -> Day {
        self.zone().day_of(at)
    }

    /// A local time of a day.
    pub(super) fn at(&self, day: &Day, time: TimeOfDay) -> Option<Timestamp> {
        let (hour, minute) = time.parts();
        self.zone().at(day, hour, minute)
    }

    /// The time of a day at which is told what the day brings.
    pub(super) fn morning(&self, day: &Day) -> Option<Timestamp> {
        self.at(day, self.setting.morning)
    }

    /// The first time from `at` on that is not in the quiet hours.
    pub(super) fn waking(&self, at: Timestamp) -> Timestamp {
        let quiet = self.setting.quiet_hours;
        let minute = self.zone().minute_of_day(at);
        if !quiet.include(minute) {
            return at;
        }
        let today = self.day_of(at);
        let ends_tomorrow = minute >= quiet.until.minutes();
        let day = if ends_tomorrow {
            today.plus_days(1)
        } else {
            Some(today)
        };
        day.and_then(|day| self.at(&day, quiet.until)).unwrap_or(at)
    }

    fn zone(&self) -> Zone {
        self.setting.zone
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quiet_hours_end_in_the_local_morning() {
        let setting = Setting::default();
        for (at, waking) in [
            ("2026-12-22T20:59:59+01:00", "2026-12-22T20:59:59+01:00"),
            ("2026-12-22T21:00:00+01:00", "2026-12-23T08:00:00+01:00"),
            ("2026-12-23T00:30:00+01:00", "2026-12-23T08:00:00+01:00"),
            ("2026-12-23T07:59:59+01:00", "2026-12-23T08:00:00+01:00"),
            ("2026-12-23T08:00:00+01:00", "2026-12-23T08:00:00+01:00"),
            // Clocks change in that night.
            ("2026-03-28T22:00:00+01:00", "2026-03-29T08:00:00+02:00"),
        ] {
            let instant = |text| Timestamp::parse_rfc3339(text).unwrap();
            let clock = Clock::new(instant(at), &setting);
            assert_eq!(clock.waking(clock.now), instant(waking), "{at}");
        }
    }
}
