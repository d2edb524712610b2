//! The days on which a carrier works somewhere, and how they are counted.

#[cfg(test)]
mod tests;

use chrono::{Datelike, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};

use super::holidays::Region;
use crate::time::Day;

/// How many calendar days are looked at, at most: three years. What lies beyond is not counted.
const HORIZON_DAYS: usize = 3 * 366;

/// The days of the week on which a carrier moves and hands over parcels: Monday to Friday, and
/// those named here. By default no more.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct WorkingWeek {
    /// Whether Saturday is one.
    pub saturday: bool,
    /// Whether Sunday is one.
    pub sunday: bool,
}

impl WorkingWeek {
    /// Monday to Friday.
    pub const TO_FRIDAY: Self = Self {
        saturday: false,
        sunday: false,
    };
    /// Monday to Saturday.
    pub const TO_SATURDAY: Self = Self {
        saturday: true,
        sunday: false,
    };
    /// Every day.
    pub const WHOLE: Self = Self {
        saturday: true,
        sunday: true,
    };

    fn includes(self, weekday: Weekday) -> bool {
        match weekday {
            Weekday::Sat => self.saturday,
            Weekday::Sun => self.sunday,
            _ => true,
        }
    }
}

/// A carrier's calendar at a destination: a day of its week that is no holiday there.
#[derive(Clone, Copy, Debug, Default)]
pub struct Calendar {
    region: Region,
    week: WorkingWeek,
}

impl Calendar {
    /// The calendar of a carrier with such a week at a country (ISO 3166-1 alpha-2) and postcode.
    /// Where the country is not known, no holiday is.
    pub fn new(country: Option<&str>, postcode: Option<&str>, week: WorkingWeek) -> Self {
        Self {
            region: country.map_or_else(Region::default, |country| Region::of(country, postcode)),
            week,
        }
    }

    /// Whether it works on a day; it doesn't on a value that is no day.
    pub fn is_working(&self, day: &Day) -> bool {
        day.date().is_some_and(|date| self.works_on(date))
    }

    /// The working days after `from`, up to and including `to`: none if `to` is not later. At most
    /// those of three years are counted.
    pub fn working_days_between(&self, from: &Day, to: &Day) -> u32 {
        let (Some(from), Some(to)) = (from.date(), to.date()) else {
            return 0;
        };
        let days = days_after(from).take_while(|&date| date <= to);
        let working = days.filter(|&date| self.works_on(date)).count();
        u32::try_from(working).unwrap_or(u32::MAX)
    }

    /// The `count`th working day after a day; the day itself for none, whether it works or not.
    /// At most three years later; a value that is no day is given back.
    #[must_use]
    pub fn add_working_days(&self, day: &Day, count: u32) -> Day {
        let (Some(date), Some(before)) = (day.date(), count.checked_sub(1)) else {
            return day.clone();
        };
        let mut working = days_after(date).filter(|&date| self.works_on(date));
        let before = usize::try_from(before).unwrap_or(usize::MAX);
        let last = || days_after(date).last();
        working
            .nth(before)
            .or_else(last)
            .map_or_else(|| day.clone(), Day::from)
    }

    /// The first working day after a day.
    #[must_use]
    pub fn next_working_day(&self, day: &Day) -> Day {
        self.add_working_days(day, 1)
    }

    /// The last day from Monday to Friday on which a parcel can leave to arrive by a day, when it
    /// is `transit` of the carrier's working days on its way. `None` if that is more than three
    /// years before, or for a value that is no day.
    pub fn last_departure(&self, by: &Day, transit: u32) -> Option<Day> {
        // Warehouses rest on weekends, also where the carrier does not.
        let warehouse = Self {
            week: WorkingWeek::TO_FRIDAY,
            ..*self
        };
        let mut travelled = 0;
        for date in days_back_from(by.date()?) {
            if travelled >= transit && warehouse.works_on(date) {
                return Some(Day::from(date));
            }
            travelled += u32::from(self.works_on(date));
        }
        None
    }

    fn works_on(&self, date: NaiveDate) -> bool {
        self.week.includes(date.weekday()) && !self.region.rests_on(date)
    }
}

fn days_after(date: NaiveDate) -> impl Iterator<Item = NaiveDate> {
    // Later days have a text that no longer orders as they do.
    let in_four_digits = |date: &NaiveDate| date.year() <= 9999;
    let days = date.iter_days().skip(1).take(HORIZON_DAYS);
    days.take_while(in_four_digits)
}

fn days_back_from(date: NaiveDate) -> impl Iterator<Item = NaiveDate> {
    // Earlier days have a text that no longer orders as they do.
    let in_our_era = |date: &NaiveDate| date.year() >= 1;
    let days = std::iter::successors(Some(date), NaiveDate::pred_opt).take(HORIZON_DAYS);
    days.take_while(in_our_era)
}
