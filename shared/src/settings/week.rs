//! Answering hours as a form has them: a week, public holidays, days off. Written as the text that
//! is kept, and read back from it where it says no more than a form can show.

use std::fmt::{self, Write};

use crate::pickup::Span;
use crate::time::Day;
use crate::tracking::Closure;

/// The weekdays' names in the text, from Monday on.
const WEEKDAYS: [&str; 7] = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];
const MONTHS: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];
/// The end of a day, in minutes.
const MIDNIGHT: u16 = 24 * 60;

/// When somebody answers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Week {
    /// On each weekday from Monday on, in order and apart from one another.
    pub days: [Vec<Span>; 7],
    /// Whether nobody answers on public holidays.
    pub holidays_off: bool,
    /// Days on which nobody answers, whatever their weekday.
    pub off: Vec<Closure>,
}

impl Week {
    /// Reads a text; `None` where it says what a form can't show.
    pub fn read(text: &str) -> Option<Self> {
        let mut week = Self::default();
        for rule in text.split(';') {
            week.read_rule(rule.trim())?;
        }
        Some(week)
    }

    /// Whether nobody ever answers.
    pub fn is_empty(&self) -> bool {
        self.days.iter().all(Vec::is_empty)
    }

    fn read_rule(&mut self, rule: &str) -> Option<()> {
        match rule.strip_suffix(" off") {
            Some("PH") => self.holidays_off = true,
            Some(days) => self.off.push(days_off(days)?),
            None => {
                let (days, times) = rule.split_once(' ')?;
                let spans = read_spans(times)?;
                for day in weekdays(days)? {
                    self.days[day].clone_from(&spans);
                }
            }
        }
        Some(())
    }
}

impl fmt::Display for Week {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut rules = Vec::new();
        let mut first = 0;
        while first < self.days.len() {
            let spans = &self.days[first];
            let alike = self.days[first..].iter().take_while(|day| *day == spans);
            let last = first + alike.count() - 1;
            if !spans.is_empty() {
                rules.push(format!("{} {}", weekday_names(first, last), times(spans)));
            }
            first = last + 1;
        }
        if self.holidays_off {
            rules.push("PH off".to_owned());
        }
        rules.extend(self.off.iter().filter_map(|off| {
            let (first, last) = (date(&off.first)?, date(&off.last)?);
            Some(if first == last {
                format!("{first} off")
            } else {
                format!("{first}-{last} off")
            })
        }));
        f.write_str(&rules.join("; "))
    }
}

/// Reads what somebody types for a day, `9-12:30, 14h-18h`; nothing stands for nobody.
pub fn typed_spans(typed: &str) -> Option<Vec<Span>> {
    let plain: String = typed
        .chars()
        .filter(|c| !c.is_whitespace())
        .map(|c| match c {
            'h' | 'H' | '.' => ':',
            '–' | '—' | '−' => '-',
            ';' => ',',
            c => c,
        })
        .collect();
    if plain.is_empty() {
        return Some(Vec::new());
    }
    read_spans(&plain)
}

/// A day's hours as somebody would type them: `9:00-12:30, 14:00-18:00`.
pub fn spans_to_type(spans: &[Span]) -> String {
    let typed = |minute: u16| format!("{}:{:02}", minute / 60, minute % 60);
    let spans = spans
        .iter()
        .map(|span| format!("{}-{}", typed(span.opens), typed(span.closes)));
    spans.collect::<Vec<_>>().join(", ")
}

/// Spans in order and apart from one another.
fn read_spans(text: &str) -> Option<Vec<Span>> {
    let spans: Vec<Span> = text.split(',').map(read_span).collect::<Option<_>>()?;
    let apart = spans.windows(2).all(|pair| pair[0].closes < pair[1].opens);
    apart.then_some(spans)
}

fn read_span(text: &str) -> Option<Span> {
    let (opens, closes) = text.trim().split_once('-')?;
    let span = Span {
        opens: minute(opens)?,
        closes: minute(closes)?,
    };
    (span.opens < span.closes).then_some(span)
}

fn minute(text: &str) -> Option<u16> {
    let (hour, minute) = text.split_once(':').unwrap_or((text, ""));
    let number = |digits: &str| match digits {
        "" => Some(0),
        _ if digits.len() <= 2 && digits.bytes().all(|b| b.is_ascii_digit()) => digits.parse().ok(),
        _ => None,
    };
    let (hour, minute): (u16, u16) = (number(hour)?, number(minute)?);
    let of_day = hour * 60 + minute;
    (!text.is_empty() && minute < 60 && of_day <= MIDNIGHT).then_some(of_day)
}

fn times(spans: &[Span]) -> String {
    let mut text = String::new();
    for span in spans {
        let comma = if text.is_empty() { "" } else { "," };
        let (opens, closes) = (span.opens, span.closes);
        // Writing into a text can't fail.
        let _ = write!(
            text,
            "{comma}{:02}:{:02}-{:02}:{:02}",
            opens / 60,
            opens % 60,
            closes / 60,
            closes % 60
        );
    }
    text
}

fn weekday_names(first: usize, last: usize) -> String {
    if first == last {
        return WEEKDAYS[first].to_owned();
    }
    format!("{}-{}", WEEKDAYS[first], WEEKDAYS[last])
}

/// The weekdays that a part of the text names: `Mo-Fr`, `Mo,We`.
fn weekdays(text: &str) -> Option<Vec<usize>> {
    let named = |name: &str| WEEKDAYS.iter().position(|weekday| *weekday == name);
    let mut days = Vec::new();
    for part in text.split(',') {
        let (first, last) = part.split_once('-').unwrap_or((part, part));
        let (first, last) = (named(first)?, named(last)?);
        if first > last {
            return None;
        }
        days.extend(first..=last);
    }
    Some(days)
}

/// `2026 Dec 24`, or `2026 Dec 24-2026 Dec 26`.
fn days_off(text: &str) -> Option<Closure> {
    let (first, last) = text.split_once('-').unwrap_or((text, text));
    let off = Closure {
        first: day(first)?,
        last: day(last)?,
    };
    (off.first <= off.last).then_some(off)
}

fn day(text: &str) -> Option<Day> {
    let mut parts = text.split(' ');
    let (year, name, of_month) = (parts.next()?, parts.next()?, parts.next()?);
    let month = MONTHS.iter().position(|month| *month == name)? + 1;
    let of_month: u8 = of_month.parse().ok()?;
    match parts.next() {
        None => Day::parse(&format!("{year}-{month:02}-{of_month:02}")),
        Some(_) => None,
    }
}

fn date(day: &Day) -> Option<String> {
    let mut parts = day.as_str().split('-');
    let (year, month, of_month) = (parts.next()?, parts.next()?, parts.next()?);
    let name = MONTHS.get(month.parse::<usize>().ok()?.checked_sub(1)?)?;
    Some(format!("{year} {name} {of_month}"))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::season::Zone;
    use crate::settings::AnsweringHours;

    #[test]
    fn sl6_a_week_is_written_as_the_text_that_is_kept() {
        for text in [
            "Mo-Fr 09:00-12:30,14:00-18:00; PH off",
            "Mo 09:00-18:00; We-Th 09:00-12:00; Su 00:00-24:00",
            "Mo-Su 08:00-20:00; PH off; 2026 Dec 24 off; 2026 Dec 31-2027 Jan 02 off",
            "Tu 10:00-11:00",
        ] {
            let week = Week::read(text).unwrap();
            assert_eq!(week.to_string(), text);
            assert_eq!(AnsweringHours::from(text).problem("FR"), None, "{text}");
        }
        let week = Week::read("Mo,We 9:00-12:00; We 10:00-11:00").unwrap();
        assert_eq!(week.to_string(), "Mo 09:00-12:00; We 10:00-11:00");
    }

    #[test]
    fn sl6_a_text_that_says_more_than_a_form_shows_is_left_alone() {
        for text in [
            "",
            "24/7",
            "Mo-Fr 18:00-02:00",
            "Dec 24 off",
            "Mo-Fr 09:00-18:00; week 53 off",
            "Mo-Fr 09:00-18:00 unknown",
            "Fr-Mo 09:00-18:00",
            "Mo-Fr 14:00-18:00,09:00-12:00",
            "2026 Dec 26-2026 Dec 24 off",
            "2026 Feb 30 off",
        ] {
            assert_eq!(Week::read(text), None, "{text}");
        }
    }

    #[test]
    fn sl6_hours_are_read_as_people_type_them() {
        for (typed, kept) in [
            ("", Some("")),
            ("9-12:30, 14h-18h", Some("9:00-12:30, 14:00-18:00")),
            (
                "09:00 – 12:30 ; 14.00–18.00",
                Some("9:00-12:30, 14:00-18:00"),
            ),
            ("0-24", Some("0:00-24:00")),
            ("18-9", None),
            ("9-12,11-13", None),
            ("9:60-12", None),
            ("9-25", None),
            ("-", None),
            ("matin", None),
            ("999-1000", None),
        ] {
            let spans = typed_spans(typed).map(|spans| spans_to_type(&spans));
            assert_eq!(spans.as_deref(), kept, "{typed}");
        }
    }

    #[test]
    fn sl6_days_off_and_holidays_are_kept_free() {
        let text = "Mo-Su 09:00-18:00; PH off; 2026 Dec 26-2026 Dec 27 off";
        let first = Day::parse("2026-12-24").unwrap();
        let open = AnsweringHours::from(text)
            .openings("FR", Zone::default(), &first, 5)
            .unwrap();
        let days: Vec<_> = open
            .iter()
            .map(|opening| Zone::default().day_of(opening.from))
            .collect();
        let wanted = ["2026-12-24", "2026-12-28"].map(|day| Day::parse(day).unwrap());
        assert_eq!(days, wanted);
    }

    fn spans() -> impl Strategy<Value = Vec<Span>> {
        prop::collection::btree_set(0..=MIDNIGHT, 0..6).prop_map(|minutes| {
            let minutes: Vec<u16> = minutes.into_iter().collect();
            let pairs = minutes.chunks_exact(2);
            let spans = pairs.map(|pair| Span {
                opens: pair[0],
                closes: pair[1],
            });
            spans.collect()
        })
    }

    proptest! {
        #[test]
        fn sl6_any_week_is_read_back_as_it_was(
            days in prop::array::uniform7(spans()), holidays_off: bool
        ) {
            let week = Week { days, holidays_off, off: vec![] };
            prop_assume!(!week.is_empty());
            prop_assert_eq!(Week::read(&week.to_string()), Some(week));
        }

        #[test]
        fn sl6_whatever_is_typed_is_read_without_harm(text in "\\PC{0,60}") {
            let _ = Week::read(&text);
            let _ = typed_spans(&text);
        }
    }
}
