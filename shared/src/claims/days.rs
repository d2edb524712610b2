//! Days and hours that a sentence names.

use chrono::Datelike;

use super::vocabulary::Vocabulary;
use crate::time::Day;

/// A day that a sentence names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Said {
    pub(super) day: Day,
    pub(super) reach: Reach,
}

/// What a sentence means by a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reach {
    /// That day.
    On,
    /// That day or an earlier one.
    By,
    /// An earlier one.
    Before,
}

/// How many words may stand between `before` and its day.
const MAX_BETWEEN: usize = 2;

/// The days that a sentence names, in its order.
pub(super) fn read(words: &[&str], today: &Day, vocabulary: &Vocabulary) -> Vec<Said> {
    let mut said = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let Some((day, reach, length)) = day_at(words, at, today, vocabulary) else {
            at += 1;
            continue;
        };
        let reach = reach.unwrap_or_else(|| reach_before(&words[..at], vocabulary));
        said.extend(day.map(|day| Said { day, reach }));
        at += length;
    }
    said
}

/// Whether a sentence names an hour of the day. A span (`sous 48 h`) is none.
pub(super) fn names_an_hour(words: &[&str], vocabulary: &Vocabulary) -> bool {
    words.iter().enumerate().any(|(at, word)| {
        let spans = at > 0 && vocabulary.within.contains(&words[at - 1]);
        vocabulary.named_hours.contains(word)
            || (!spans && is_hour(word, words.get(at + 1), vocabulary))
    })
}

fn is_hour(word: &str, next: Option<&&str>, vocabulary: &Vocabulary) -> bool {
    let digits = word.bytes().take_while(u8::is_ascii_digit).count();
    if digits == 0 || digits > 2 {
        return false;
    }
    let ending = word[digits..].trim_end_matches(|c: char| c.is_ascii_digit());
    let mark = if ending.is_empty() && digits == word.len() {
        next.copied().unwrap_or_default()
    } else {
        ending
    };
    vocabulary.hour_marks.contains(&mark)
}

/// A day at a place of a sentence: the day, unless the calendar has none such; what is meant by
/// it, where it says so itself; and how many words it takes.
type Found = (Option<Day>, Option<Reach>, usize);

fn day_at(words: &[&str], at: usize, today: &Day, vocabulary: &Vocabulary) -> Option<Found> {
    let rest = &words[at..];
    near_day(rest, today, vocabulary)
        .or_else(|| span(words, at, today, vocabulary))
        .or_else(|| date(words, at, today, vocabulary))
        .or_else(|| feast(rest, today, vocabulary))
        .or_else(|| weekday(rest, today, vocabulary))
}

fn near_day(rest: &[&str], today: &Day, vocabulary: &Vocabulary) -> Option<Found> {
    let (phrase, days) = vocabulary
        .near_days
        .iter()
        .find(|(phrase, _)| begins_with(rest, phrase))?;
    Some((today.plus_days(*days), None, word_count(phrase)))
}

/// `sous 48 h`, `within 3 days`: by the day on which the span ends.
fn span(words: &[&str], at: usize, today: &Day, vocabulary: &Vocabulary) -> Option<Found> {
    let announced = vocabulary
        .within
        .iter()
        .any(|within| ends_with(&words[..at], within));
    if !announced {
        return None;
    }
    let (count, unit, length) = counted(&words[at..])?;
    let (_, hours) = vocabulary.units.iter().find(|(name, _)| *name == unit)?;
    let days = count.saturating_mul(*hours).saturating_add(23) / 24;
    Some((today.plus_days(days), Some(Reach::By), length))
}

/// A number with its unit: `48 h`, `48h`.
fn counted<'a>(rest: &[&'a str]) -> Option<(i64, &'a str, usize)> {
    let word = rest.first()?;
    let digits = word.bytes().take_while(u8::is_ascii_digit).count();
    let count = word[..digits].parse().ok()?;
    if digits < word.len() {
        return Some((count, &word[digits..], 1));
    }
    Some((count, rest.get(1)?, 2))
}

/// `23 décembre`, `December 23rd`, `le 23`, `23 12`.
fn date(words: &[&str], at: usize, today: &Day, vocabulary: &Vocabulary) -> Option<Found> {
    let rest = &words[at..];
    if let Some(month) = rest.first().and_then(|word| month(word, vocabulary)) {
        let number = day_number(rest.get(1)?)?;
        return Some((in_month(today, month, number), None, 2));
    }
    let number = day_number(rest.first()?)?;
    let of = usize::from(rest.get(1) == Some(&"of"));
    if let Some(next) = rest.get(1 + of) {
        if let Some(month) = month(next, vocabulary) {
            return Some((in_month(today, month, number), None, 2 + of));
        }
        let month = next.parse().ok().filter(|month| (1..=12).contains(month));
        if let Some(month) = month {
            return Some((in_month(today, month, number), None, 2));
        }
    }
    let article = at > 0 && vocabulary.day_articles.contains(&words[at - 1]);
    let bare = article && rest.get(1).is_none_or(|next| !is_counted(next, vocabulary));
    bare.then(|| (next_numbered(today, number), None, 1))
}

/// Whether a word makes the number before it a count of something.
fn is_counted(word: &str, vocabulary: &Vocabulary) -> bool {
    vocabulary.hour_marks.contains(&word) || vocabulary.units.iter().any(|(name, _)| *name == word)
}

fn feast(rest: &[&str], today: &Day, vocabulary: &Vocabulary) -> Option<Found> {
    let (phrase, day) = vocabulary
        .feasts
        .iter()
        .find(|(phrase, _)| begins_with(rest, phrase))?;
    Some((in_month(today, 12, *day), None, word_count(phrase)))
}

fn weekday(rest: &[&str], today: &Day, vocabulary: &Vocabulary) -> Option<Found> {
    let named = rest.first()?;
    let wanted = vocabulary.weekdays.iter().position(|day| day == named)?;
    // `mardi 22 décembre`: the date says it.
    if rest.get(1).is_some_and(|next| day_number(next).is_some()) {
        return None;
    }
    let today_is = today.date()?.weekday().num_days_from_monday() as usize;
    let ahead = (wanted + 6 - today_is) % 7 + 1;
    Some((today.plus_days(i64::try_from(ahead).ok()?), None, 1))
}

fn month(word: &str, vocabulary: &Vocabulary) -> Option<u32> {
    let place = vocabulary.months.iter().position(|month| *month == word)?;
    u32::try_from(place + 1).ok()
}

/// `23`, `1er`, `23rd`.
fn day_number(word: &str) -> Option<u32> {
    let digits = word.bytes().take_while(u8::is_ascii_digit).count();
    let ordinal = ["", "er", "st", "nd", "rd", "th"].contains(&&word[digits..]);
    let number = word[..digits].parse().ok()?;
    (ordinal && (1..=31).contains(&number)).then_some(number)
}

/// The day of a month, this year or, where it lies more than half a year back, the next.
fn in_month(today: &Day, month: u32, number: u32) -> Option<Day> {
    let year = today.date()?.year();
    let this_year = Day::parse(&format!("{year:04}-{month:02}-{number:02}"))?;
    let half_a_year_ago = today.plus_days(-183)?;
    if this_year >= half_a_year_ago {
        return Some(this_year);
    }
    Day::parse(&format!("{:04}-{month:02}-{number:02}", year + 1))
}

/// The next day with this number, today included.
fn next_numbered(today: &Day, number: u32) -> Option<Day> {
    (0..62)
        .filter_map(|days| today.plus_days(days))
        .find(|day| day.date().is_some_and(|date| date.day() == number))
}

/// What the words before a day make of it.
fn reach_before(words: &[&str], vocabulary: &Vocabulary) -> Reach {
    for skipped in 0..=MAX_BETWEEN.min(words.len()) {
        let before = &words[..words.len() - skipped];
        if vocabulary.before.iter().any(|word| ends_with(before, word)) {
            return Reach::Before;
        }
        if vocabulary.by.iter().any(|word| ends_with(before, word)) {
            return Reach::By;
        }
    }
    Reach::On
}

fn begins_with(words: &[&str], phrase: &str) -> bool {
    let wanted: Vec<&str> = phrase.split(' ').collect();
    words.starts_with(&wanted)
}

fn ends_with(words: &[&str], phrase: &str) -> bool {
    let wanted: Vec<&str> = phrase.split(' ').collect();
    words.ends_with(&wanted)
}

fn word_count(phrase: &str) -> usize {
    phrase.split(' ').count()
}
