//! Card numbers are taken out of a text before it is stored, queued or logged.
//!
//! A card number is 13 to 19 digits, possibly in groups, that begin like an issuer's range, have
//! a length which that range uses, and pass the Luhn check. Only whole groups are weighed, never
//! the inside of an unbroken row of digits. That spares tracking numbers: most have letters, or
//! fewer than 13 digits, or more than 19, or begin with 0 or 1. Of the rest, one in ten passes
//! the check by chance; such a number is redacted too, since the shopper can send it again in
//! the order form, while a card number kept is kept for good.

use std::borrow::Cow;
use std::ops::Range;

/// The text with each card number replaced by `•••• ` and its last four digits.
pub fn redact_cards(text: &str) -> Cow<'_, str> {
    let mut redacted = Cow::Borrowed(text);
    // The four digits that stay may form another number with what follows them.
    while let Some(next) = redact_once(&redacted) {
        redacted = Cow::Owned(next);
    }
    redacted
}

const SHORTEST: usize = 13;
const LONGEST: usize = 19;

/// An unbroken row of digits, by its place in the text.
type Group = Range<usize>;

fn redact_once(text: &str) -> Option<String> {
    let spans = card_spans(text);
    if spans.is_empty() {
        return None;
    }
    let mut redacted = String::with_capacity(text.len());
    let mut from = 0;
    for span in spans {
        redacted.push_str(&text[from..span.start]);
        redacted.push_str("•••• ");
        let digits: Vec<char> = text[span.clone()]
            .chars()
            .filter(char::is_ascii_digit)
            .collect();
        redacted.extend(&digits[digits.len() - 4..]);
        from = span.end;
    }
    redacted.push_str(&text[from..]);
    Some(redacted)
}

/// Where the card numbers are, overlapping ones joined.
fn card_spans(text: &str) -> Vec<Range<usize>> {
    let groups = digit_groups(text);
    let mut spans: Vec<Range<usize>> = Vec::new();
    for first in 0..groups.len() {
        let Some(end) = longest_card(text, &groups[first..]) else {
            continue;
        };
        let start = groups[first].start;
        match spans.last_mut() {
            Some(last) if last.end > start => last.end = last.end.max(end),
            _ => spans.push(start..end),
        }
    }
    spans
}

/// The end of the longest card number that begins with the first group.
fn longest_card(text: &str, groups: &[Group]) -> Option<usize> {
    let mut digits = Vec::with_capacity(LONGEST);
    let mut end = None;
    let mut previous_end = groups.first()?.start;
    for group in groups {
        let joined = text[previous_end..group.start].chars().all(is_separator);
        if !joined || digits.len() + group.len() > LONGEST {
            break;
        }
        digits.extend(text[group.clone()].bytes().map(|b| b - b'0'));
        if digits.len() >= SHORTEST && is_issued(&digits) && passes_luhn(&digits) {
            end = Some(group.end);
        }
        previous_end = group.end;
    }
    end
}

fn digit_groups(text: &str) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for (index, _) in text.bytes().enumerate().filter(|(_, b)| b.is_ascii_digit()) {
        match groups.last_mut() {
            Some(group) if group.end == index => group.end += 1,
            _ => groups.push(index..index + 1),
        }
    }
    groups
}

/// What people, forms and copied pages put between the digits of a card number. A new line ends
/// it, so that a list of phone numbers is not read as one number.
fn is_separator(c: char) -> bool {
    (c.is_whitespace() && c != '\n')
        || matches!(c, '-' | '‐' | '‑' | '–' | '—' | '.' | '·' | '\u{200B}')
}

/// Whether an issuer's range begins like this and has numbers of this length.
fn is_issued(digits: &[u8]) -> bool {
    let length = digits.len();
    let prefix = digits[..4]
        .iter()
        .fold(0_u16, |number, &digit| number * 10 + u16::from(digit));
    match prefix {
        4000..=4999 => matches!(length, 13 | 16 | 19),
        2221..=2720 | 5100..=5599 => length == 16,
        3400..=3499 | 3700..=3799 => length == 15,
        3000..=3059 | 3095 | 3600..=3699 | 3800..=3999 => (14..=19).contains(&length),
        3528..=3589 => (16..=19).contains(&length),
        5000..=5099 | 5600..=6999 => true,
        _ => false,
    }
}

/// The check digit of ISO/IEC 7812: every second digit from the right counts twice.
fn passes_luhn(digits: &[u8]) -> bool {
    let sum: u32 = digits
        .iter()
        .rev()
        .enumerate()
        .map(|(index, &digit)| match (index % 2, digit) {
            (0, digit) => u32::from(digit),
            (_, digit @ 0..=4) => u32::from(digit) * 2,
            (_, digit) => u32::from(digit) * 2 - 9,
        })
        .sum();
    sum.is_multiple_of(10)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn card_numbers_leave_their_last_four_digits() {
        for (text, redacted) in [
            (
                "ma carte 4111 1111 1111 1111 merci",
                "ma carte •••• 1111 merci",
            ),
            ("4111-1111-1111-1111", "•••• 1111"),
            ("5555.5555.5555.4444", "•••• 4444"),
            ("amex 3782 822463 10005", "amex •••• 0005"),
            ("4222222222222", "•••• 2222"),
            ("2223003122003222", "•••• 3222"),
            ("6759649826438453", "•••• 8453"),
            ("4111\u{202F}1111\u{A0}1111 1111", "•••• 1111"),
            ("cb:4111111111111111, cvv 123", "cb:•••• 1111, cvv 123"),
            ("12 4111 1111 1111 1111 12", "12 •••• 1111 12"),
        ] {
            assert_eq!(redact_cards(text), redacted, "{text}");
        }
    }

    #[test]
    fn other_numbers_stay() {
        for text in [
            "",
            "commande #1042",
            "Colissimo 6A12345678901",
            "Chronopost XY123456789FR",
            "FedEx 449044304137821",
            "UPS 1Z12345E0205271688",
            "SSCC 103401234567890129",
            "USPS 9400100110368068953525",
            "GLS 00012345678",
            "06 12 34 56 78",
            "le 22/12/2026 à 14:30, 59,90 €",
            "4111 1111 1111 1112",
            "4111 1111\n1111 1111",
        ] {
            assert!(matches!(redact_cards(text), Cow::Borrowed(_)), "{text}");
        }
    }

    /// What shoppers send that is all digits: numbers of orders, phones, parcels and customers, sums
    /// and days, none of them a card's.
    #[test]
    fn what_shoppers_send_is_hardly_ever_taken_for_a_card() {
        let mut seed = 0x2026_1223_u64;
        let mut digits = |count: usize| -> String {
            let digit = || {
                seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                char::from(b'0' + u8::try_from((seed >> 33) % 10).unwrap())
            };
            std::iter::repeat_with(digit).take(count).collect()
        };
        let messages = 100_000;
        let mut taken = 0;
        for message in 0..messages {
            let text = match message % 8 {
                0 => format!("ma commande #{} du 12/12/2026", digits(6)),
                1 => format!("commande {} et {}", digits(9), digits(9)),
                2 => format!("06 {} {} {} {}", digits(2), digits(2), digits(2), digits(2)),
                3 => format!("colis 6A{} svp", digits(11)),
                4 => format!("DPD 0{}, {},90 €", digits(13), digits(2)),
                5 => format!("GLS {}, code {}", digits(11), digits(4)),
                6 => format!("SSCC 00{} reçu à 14:30", digits(18)),
                _ => format!("client {}, 39220, le {}", digits(12), digits(2)),
            };
            taken += u32::from(matches!(redact_cards(&text), Cow::Owned(_)));
        }
        assert!(taken * 1_000 <= messages, "{taken} of {messages}");
    }

    fn card() -> impl Strategy<Value = Vec<u8>> {
        let ranges = prop_oneof![
            Just((vec![4], 16)),
            Just((vec![4], 13)),
            Just((vec![4], 19)),
            Just((vec![5, 3], 16)),
            Just((vec![2, 3], 16)),
            Just((vec![3, 7], 15)),
            Just((vec![3, 6], 14)),
            Just((vec![6, 0, 1, 1], 16)),
            Just((vec![6, 7], 18)),
        ];
        (ranges, prop::collection::vec(0_u8..10, 19)).prop_map(|((prefix, length), random)| {
            let mut digits = prefix;
            digits.extend(random);
            digits.truncate(length - 1);
            let check = (0..10).find(|&check| {
                let mut whole = digits.clone();
                whole.push(check);
                passes_luhn(&whole)
            });
            digits.push(check.unwrap());
            digits
        })
    }

    proptest! {
        #[test]
        fn no_card_survives_its_separators(
            digits in card(),
            separators in prop::collection::vec("[ .\u{A0}\u{202F}-]{0,2}", 19),
            before in "[a-zé ]{0,8}([0-9]{1,6} )?",
            after in "( [0-9]{1,6})?[a-zé ,]{0,8}",
        ) {
            let mut card = String::new();
            for (index, digit) in digits.iter().enumerate() {
                card.push(char::from(b'0' + digit));
                if index + 1 < digits.len() {
                    card.push_str(&separators[index]);
                }
            }
            let text = format!("{before}{card}{after}");
            let redacted = redact_cards(&text).into_owned();
            prop_assert!(!redacted.contains(&card), "{redacted}");
            prop_assert!(redacted.contains("•••• "));
            prop_assert_eq!(redact_cards(&redacted), redacted.as_str());
        }
    }
}
