//! Public holidays, as rules rather than lists: days on which parcels do not move and pickup
//! points are closed.
//!
//! What is known of each country is what holds in the whole of it, with these exceptions:
//!
//! - France: Alsace and Moselle (postcodes 57, 67 and 68) have two days more, each overseas
//!   department one. Départements with a country code of their own (`RE`, `GP` …) are France too.
//! - Switzerland: also the days that most cantons keep. Whether a given place rests on them is not
//!   known, and to expect nothing is the safer guess.
//! - Germany, Spain, Austria, Italy and Portugal: regional and local days are left out.
//! - United Kingdom: England and Wales, substitute days included.
//!
//! Of any other country no holiday is known.

#[cfg(test)]
mod tests;

use chrono::{Datelike, Duration, NaiveDate, Weekday};

use crate::time::Day;

use Rule::{Easter, FirstMonday, LastMonday, On, OnIf};

/// Whether a day is a public holiday in a country (ISO 3166-1 alpha-2), at a postcode if given.
pub fn is_holiday(day: &Day, country: &str, postcode: Option<&str>) -> bool {
    let region = Region::of(country, postcode);
    day.date().is_some_and(|date| region.rests_on(date))
}

/// A part of the world with holidays of its own.
#[derive(Clone, Copy, Debug, Default)]
pub struct Region {
    national: &'static [Rule],
    local: &'static [Rule],
}

impl Region {
    /// The region of a country (ISO 3166-1 alpha-2, in capitals or not) and, where it matters, of
    /// a postcode. A country that is not known has no holidays.
    pub fn of(country: &str, postcode: Option<&str>) -> Self {
        let country = country.to_ascii_uppercase();
        let overseas = OVERSEAS.iter().find(|(code, ..)| *code == country);
        let national = match country.as_str() {
            "FR" => FRANCE,
            _ if overseas.is_some() => FRANCE,
            "BE" => BELGIUM,
            "CH" => SWITZERLAND,
            "DE" => GERMANY,
            "ES" => SPAIN,
            "IT" => ITALY,
            "GB" => ENGLAND_AND_WALES,
            "NL" => NETHERLANDS,
            "LU" => LUXEMBOURG,
            "PT" => PORTUGAL,
            "AT" => AUSTRIA,
            _ => &[],
        };
        let local = match overseas {
            Some((.., local)) => local,
            None if country == "FR" => postcode.map_or(&[][..], french_local),
            None => &[],
        };
        Self { national, local }
    }

    /// Whether its holidays are known at all.
    pub fn is_known(self) -> bool {
        !self.national.is_empty()
    }

    /// Whether a date is a holiday here.
    pub fn rests_on(self, date: NaiveDate) -> bool {
        let mut rules = self.national.iter().chain(self.local);
        rules.any(|rule| rule.names(date))
    }
}

/// How a holiday finds its date.
#[derive(Clone, Copy, Debug)]
enum Rule {
    /// A month and a day.
    On(u32, u32),
    /// A month and a day, on the condition given.
    OnIf(u32, u32, fn(NaiveDate) -> bool),
    /// Days after Easter Sunday.
    Easter(i64),
    /// The first Monday of a month.
    FirstMonday(u32),
    /// The last Monday of a month that has 31 days.
    LastMonday(u32),
}

impl Rule {
    fn names(self, date: NaiveDate) -> bool {
        let is = |month, day| (date.month(), date.day()) == (month, day);
        let monday_of = |of| date.month() == of && date.weekday() == Weekday::Mon;
        match self {
            On(month, day) => is(month, day),
            OnIf(month, day, holds) => is(month, day) && holds(date),
            Easter(days) => easter(date.year())
                .is_some_and(|easter| date.signed_duration_since(easter) == Duration::days(days)),
            FirstMonday(month) => monday_of(month) && date.day() <= 7,
            LastMonday(month) => monday_of(month) && date.day() > 31 - 7,
        }
    }
}

const GOOD_FRIDAY: Rule = Easter(-2);
const EASTER_MONDAY: Rule = Easter(1);
const ASCENSION: Rule = Easter(39);
const WHIT_MONDAY: Rule = Easter(50);
const CORPUS_CHRISTI: Rule = Easter(60);

const FRANCE: &[Rule] = &[
    On(1, 1),
    EASTER_MONDAY,
    On(5, 1),
    On(5, 8),
    ASCENSION,
    WHIT_MONDAY,
    On(7, 14),
    On(8, 15),
    On(11, 1),
    On(11, 11),
    On(12, 25),
];

const ALSACE_MOSELLE: &[Rule] = &[GOOD_FRIDAY, On(12, 26)];

/// Overseas departments: country code, beginning of the postcodes, the day on which slavery was
/// abolished there.
const OVERSEAS: &[(&str, &str, &[Rule])] = &[
    ("GP", "971", &[On(5, 27)]),
    ("MQ", "972", &[On(5, 22)]),
    ("GF", "973", &[On(6, 10)]),
    ("RE", "974", &[On(12, 20)]),
    ("YT", "976", &[On(4, 27)]),
];

const BELGIUM: &[Rule] = &[
    On(1, 1),
    EASTER_MONDAY,
    On(5, 1),
    ASCENSION,
    WHIT_MONDAY,
    On(7, 21),
    On(8, 15),
    On(11, 1),
    On(11, 11),
    On(12, 25),
];

const SWITZERLAND: &[Rule] = &[
    On(1, 1),
    On(1, 2),
    GOOD_FRIDAY,
    EASTER_MONDAY,
    On(5, 1),
    ASCENSION,
    WHIT_MONDAY,
    CORPUS_CHRISTI,
    On(8, 1),
    On(8, 15),
    On(11, 1),
    On(12, 8),
    On(12, 25),
    On(12, 26),
];

const GERMANY: &[Rule] = &[
    On(1, 1),
    GOOD_FRIDAY,
    EASTER_MONDAY,
    On(5, 1),
    ASCENSION,
    WHIT_MONDAY,
    On(10, 3),
    On(12, 25),
    On(12, 26),
];

const SPAIN: &[Rule] = &[
    On(1, 1),
    On(1, 6),
    GOOD_FRIDAY,
    On(5, 1),
    On(8, 15),
    On(10, 12),
    On(11, 1),
    On(12, 6),
    On(12, 8),
    On(12, 25),
];

const ITALY: &[Rule] = &[
    On(1, 1),
    On(1, 6),
    Easter(0),
    EASTER_MONDAY,
    On(4, 25),
    On(5, 1),
    On(6, 2),
    On(8, 15),
    // Saint Francis, a holiday again by law 151 of 2025.
    OnIf(10, 4, |date| date.year() >= 2026),
    On(11, 1),
    On(12, 8),
    On(12, 25),
    On(12, 26),
];

/// A holiday on a weekend has a substitute on the next working day.
const ENGLAND_AND_WALES: &[Rule] = &[
    On(1, 1),
    OnIf(1, 2, is_monday),
    OnIf(1, 3, is_monday),
    GOOD_FRIDAY,
    EASTER_MONDAY,
    FirstMonday(5),
    LastMonday(5),
    LastMonday(8),
    On(12, 25),
    On(12, 26),
    OnIf(12, 27, is_monday_or_tuesday),
    OnIf(12, 28, is_monday_or_tuesday),
];

const NETHERLANDS: &[Rule] = &[
    On(1, 1),
    Easter(0),
    EASTER_MONDAY,
    // King's Day is never on a Sunday.
    OnIf(4, 26, |date| date.weekday() == Weekday::Sat),
    OnIf(4, 27, |date| date.weekday() != Weekday::Sun),
    // Liberation is a day off every fifth year.
    OnIf(5, 5, |date| date.year() % 5 == 0),
    ASCENSION,
    Easter(49),
    WHIT_MONDAY,
    On(12, 25),
    On(12, 26),
];

const LUXEMBOURG: &[Rule] = &[
    On(1, 1),
    EASTER_MONDAY,
    On(5, 1),
    On(5, 9),
    ASCENSION,
    WHIT_MONDAY,
    On(6, 23),
    On(8, 15),
    On(11, 1),
    On(12, 25),
    On(12, 26),
];

const PORTUGAL: &[Rule] = &[
    On(1, 1),
    GOOD_FRIDAY,
    Easter(0),
    On(4, 25),
    On(5, 1),
    CORPUS_CHRISTI,
    On(6, 10),
    On(8, 15),
    On(10, 5),
    On(11, 1),
    On(12, 1),
    On(12, 8),
    On(12, 25),
];

const AUSTRIA: &[Rule] = &[
    On(1, 1),
    On(1, 6),
    EASTER_MONDAY,
    On(5, 1),
    ASCENSION,
    WHIT_MONDAY,
    CORPUS_CHRISTI,
    On(8, 15),
    On(10, 26),
    On(11, 1),
    On(12, 8),
    On(12, 25),
    On(12, 26),
];

fn french_local(postcode: &str) -> &'static [Rule] {
    if ["57", "67", "68"].iter().any(|of| postcode.starts_with(of)) {
        return ALSACE_MOSELLE;
    }
    OVERSEAS
        .iter()
        .find(|(_, of, _)| postcode.starts_with(of))
        .map_or(&[], |(.., local)| local)
}

fn is_monday(date: NaiveDate) -> bool {
    date.weekday() == Weekday::Mon
}

fn is_monday_or_tuesday(date: NaiveDate) -> bool {
    matches!(date.weekday(), Weekday::Mon | Weekday::Tue)
}

/// Easter Sunday of the Gregorian calendar: the Sunday after the first full moon of the church
/// that falls on 21 March or later.
fn easter(year: i32) -> Option<NaiveDate> {
    let century = year.div_euclid(100);
    // Leap days that centuries leave out, and the moon's own drift of eight days in 2500 years.
    let solar = century - century.div_euclid(4);
    let lunar = (8 * century + 13).div_euclid(25);
    let golden = year.rem_euclid(19);
    let epact_days = (19 * golden + solar - lunar + 15).rem_euclid(30);
    // The longest cycle is a day short, so that no two years of nineteen share a full moon.
    let too_late = epact_days == 29 || (epact_days == 28 && golden > 10);
    let full_moon = NaiveDate::from_ymd_opt(year, 3, 21)?
        .checked_add_signed(Duration::days(i64::from(epact_days - i32::from(too_late))))?;
    let to_sunday = 7 - i64::from(full_moon.weekday().num_days_from_sunday());
    full_moon.checked_add_signed(Duration::days(to_sunday))
}
