//! Which days are named: a weekday must be that of its date.

use chrono::{Datelike, NaiveDate, Weekday};

use super::Flaw;
use crate::text::fold_text;
use crate::time::Day;

const WEEKDAYS: [(&str, &str, Weekday); 7] = [
    ("lundi", "monday", Weekday::Mon),
    ("mardi", "tuesday", Weekday::Tue),
    ("mercredi", "wednesday", Weekday::Wed),
    ("jeudi", "thursday", Weekday::Thu),
    ("vendredi", "friday", Weekday::Fri),
    ("samedi", "saturday", Weekday::Sat),
    ("dimanche", "sunday", Weekday::Sun),
];

const MONTHS: [(&str, &str); 12] = [
    ("janvier", "january"),
    ("fevrier", "february"),
    ("mars", "march"),
    ("avril", "april"),
    ("mai", "may"),
    ("juin", "june"),
    ("juillet", "july"),
    ("aout", "august"),
    ("septembre", "september"),
    ("octobre", "october"),
    ("novembre", "november"),
    ("decembre", "december"),
];

/// The days of a text that do not exist. A date without a year is the one nearest to today.
pub(super) fn flaws(text: &str, today: &Day) -> Vec<Flaw> {
    let Some(today) = today.date() else {
        return Vec::new();
    };
    let folded = fold_text(text);
    let words: Vec<&str> = folded.split(' ').collect();
    (0..words.len())
        .filter_map(|at| Named::at(&words, at))
        .filter(|named| !named.exists(today))
        .map(|named| Flaw::NoSuchDay { words: named.words })
        .collect()
}

/// A day as a text names it.
struct Named {
    weekday: Option<Weekday>,
    day: u32,
    month: u32,
    year: Option<i32>,
    words: String,
}

impl Named {
    /// The day whose month stands at a word: `jeudi 24 décembre`, `Thursday, December 24`.
    fn at(words: &[&str], at: usize) -> Option<Self> {
        let month = month(words[at])?;
        let before = at
            .checked_sub(1)
            .and_then(|index| Some((index, number(words.get(index)?)?)));
        let after = || Some((at + 1, number(words.get(at + 1)?)?));
        let (index, day) = before.or_else(after)?;
        let first = index.min(at);
        let weekday = first.checked_sub(1).and_then(|index| weekday(words[index]));
        let last = index.max(at);
        let year = words
            .get(last + 1)
            .and_then(|word| word.parse().ok())
            .filter(|year| (2_000..2_100).contains(year));
        let start = first - usize::from(weekday.is_some());
        Some(Self {
            weekday,
            day,
            month,
            year,
            words: words[start..=last].join(" "),
        })
    }

    fn exists(&self, today: NaiveDate) -> bool {
        let near = today.year() - 1..=today.year() + 1;
        let date = |year| NaiveDate::from_ymd_opt(year, self.month, self.day);
        let dates: Vec<_> = match self.year {
            Some(year) => date(year).into_iter().collect(),
            None => near.filter_map(date).collect(),
        };
        let nearest = dates
            .into_iter()
            .min_by_key(|date| date.signed_duration_since(today).num_days().abs());
        nearest.is_some_and(|date| self.weekday.is_none_or(|named| date.weekday() == named))
    }
}

fn weekday(word: &str) -> Option<Weekday> {
    let named = |(french, english, _): &&(&str, &str, _)| *french == word || *english == word;
    WEEKDAYS.iter().find(named).map(|(_, _, weekday)| *weekday)
}

fn month(word: &str) -> Option<u32> {
    let named = |(french, english): &(&str, &str)| *french == word || *english == word;
    let index = MONTHS.iter().position(named)?;
    u32::try_from(index + 1).ok()
}

/// A day of the month: `24`, `1er`, `24th`.
fn number(word: &str) -> Option<u32> {
    let digits = word.trim_end_matches(|c: char| c.is_ascii_lowercase());
    let suffix = &word[digits.len()..];
    let ordinal = ["", "er", "st", "nd", "rd", "th"].contains(&suffix);
    digits.parse().ok().filter(|day| ordinal && *day <= 99)
}
