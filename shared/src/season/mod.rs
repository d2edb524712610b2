//! The calendar around a delivery: time zones, holidays, the days on which carriers work, and the
//! season in which everything must be there by one day.

pub mod cutoff;
pub mod holidays;
#[cfg(test)]
mod tests;
mod working_days;
mod zone;

use chrono::{Datelike, Days, NaiveDate};
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize};

use crate::order::OrderFacts;
use crate::time::{Day, Timestamp};

use cutoff::{CutoffCalendar, is_country};
pub use working_days::{Calendar, WorkingWeek};
pub use zone::Zone;

/// How long before its deadline a season begins: from 15 November to 24 December.
const SEASON_DAYS: Days = Days::new(39);

/// What a merchant sets of the season.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Season {
    /// Where the merchant's days begin and end.
    pub zone: Zone,
    /// Where the merchant works, and where its parcels go unless something else is said.
    pub home: Country,
    /// The day by which presents must be there. It takes the place of 24 December if it is within
    /// that season, and else makes a season of its own, 39 days long.
    #[serde(deserialize_with = "read_day")]
    pub deadline: Option<Day>,
    /// Whether every order of a season is due by its deadline, not only presents.
    pub all_orders: bool,
    /// Until when to order.
    pub cutoffs: CutoffCalendar,
}

/// A country by its code, ISO 3166-1 alpha-2 in capitals.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String")]
pub struct Country(String);

impl Country {
    /// The code.
    pub fn code(&self) -> &str {
        &self.0
    }
}

impl Default for Country {
    /// Where most shops are.
    fn default() -> Self {
        Self("FR".to_owned())
    }
}

impl TryFrom<String> for Country {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        let code = text.trim().to_ascii_uppercase();
        if is_country(&code) {
            Ok(Self(code))
        } else {
            Err("a country is two letters, such as FR")
        }
    }
}

impl Season {
    /// The day by which an order must be there: its own deadline, or that of the season in which
    /// it was placed if it is a present or the merchant wants it for all.
    pub fn deadline_of(&self, order: &OrderFacts) -> Option<Day> {
        let of_season = || {
            let due = order.gift.is_some() || self.all_orders;
            due.then(|| self.deadline_at(order.placed_at)).flatten()
        };
        order.deadline.clone().or_else(of_season)
    }

    /// The deadline of the season that runs at a moment, if one does.
    pub fn deadline_at(&self, at: Timestamp) -> Option<Day> {
        let today = self.zone.day_of(at).date()?;
        let christmas = NaiveDate::from_ymd_opt(today.year(), 12, 24)?;
        let own = self.deadline.as_ref().and_then(Day::date);
        let deadline = match own {
            Some(own) if is_in_season(own, today) || is_in_season(christmas, own) => own,
            _ => christmas,
        };
        is_in_season(deadline, today).then(|| Day::from(deadline))
    }
}

fn read_day<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Day>, D::Error> {
    let day = Option::<Day>::deserialize(deserializer)?;
    match &day {
        Some(day) if day.date().is_none() => Err(D::Error::custom("a day is written YYYY-MM-DD")),
        _ => Ok(day),
    }
}

fn is_in_season(deadline: NaiveDate, day: NaiveDate) -> bool {
    let first = deadline.checked_sub_days(SEASON_DAYS);
    first.is_some_and(|first| (first..=deadline).contains(&day))
}
