//! The shape of a number: what it is made of, without a word on whether it is true.

use std::ops::RangeInclusive;

/// A part of a normalized number, from left to right.
#[derive(Debug)]
pub(super) enum Part {
    /// One of these texts.
    Text(&'static [&'static str]),
    /// So many digits.
    Digits(usize),
    /// So many letters.
    Letters(usize),
    /// So many letters or digits.
    Mixed(usize),
    /// All that follows: digits, at least and at most so many.
    RestDigits(usize, usize),
    /// All that follows: letters or digits, at least and at most so many.
    RestMixed(usize, usize),
}

/// Whether a number is made of these parts and nothing else.
pub(super) fn fits(number: &str, shape: &[Part]) -> bool {
    let rest = shape
        .iter()
        .try_fold(number, |rest, part| part.strip_from(rest));
    rest == Some("")
}

impl Part {
    /// What follows this part at the start of a text, if the text starts with it.
    fn strip_from<'a>(&self, text: &'a str) -> Option<&'a str> {
        match *self {
            Self::Text(choices) => choices.iter().find_map(|choice| text.strip_prefix(choice)),
            Self::Digits(count) => strip(text, count, |byte| byte.is_ascii_digit()),
            Self::Letters(count) => strip(text, count, |byte| byte.is_ascii_uppercase()),
            Self::Mixed(count) => strip(text, count, is_mixed),
            Self::RestDigits(min, max) => strip_all(text, min..=max, |byte| byte.is_ascii_digit()),
            Self::RestMixed(min, max) => strip_all(text, min..=max, is_mixed),
        }
    }
}

fn is_mixed(byte: u8) -> bool {
    byte.is_ascii_digit() || byte.is_ascii_uppercase()
}

fn strip(text: &str, count: usize, belongs: impl Fn(u8) -> bool) -> Option<&str> {
    let (part, rest) = text.split_at_checked(count)?;
    part.bytes().all(belongs).then_some(rest)
}

fn strip_all(
    text: &str,
    lengths: RangeInclusive<usize>,
    belongs: impl Fn(u8) -> bool,
) -> Option<&str> {
    (lengths.contains(&text.len()) && text.bytes().all(belongs)).then_some("")
}

#[cfg(test)]
mod tests {
    use super::Part::{Digits, Letters, Mixed, RestDigits, RestMixed, Text};
    use super::*;

    #[test]
    fn a_number_fits_whole_or_not_at_all() {
        let postal = [Letters(2), Digits(9), Text(&["FR", "GB"])];
        let rest = [Text(&["GM"]), RestMixed(3, 5)];
        let digits = [Mixed(1), RestDigits(2, 3)];
        for (number, shape, expected) in [
            ("RB123456785FR", &postal[..], true),
            ("RB123456785GB", &postal, true),
            ("RB123456785DE", &postal, false),
            ("RB123456785FRA", &postal, false),
            ("RB12345678", &postal, false),
            ("", &postal, false),
            ("ÉÉ123456785FR", &postal, false),
            ("GMA1B", &rest, true),
            ("GMABC", &rest, true),
            ("GMAB-", &rest, false),
            ("GM12", &rest, false),
            ("GM123456", &rest, false),
            ("X12", &digits, true),
            ("1123", &digits, true),
            ("X1A", &digits, false),
        ] {
            assert_eq!(fits(number, shape), expected, "{number}");
        }
    }
}
