//! The rules one by one, and what each promises of a changed character.

use proptest::prelude::*;

use super::*;

#[test]
fn check_digits_are_the_published_ones() {
    for (rule, guarded, check) in [
        (Rule::Gs1, "37610425002123456", '9'),
        (Rule::Gs1, "00000000000000000", '0'),
        (Rule::Luhn, "7992739871", '3'),
        (Rule::Seven, "331881002", '5'),
        (Rule::S10, "47312482", '9'),
        (Rule::S10, "00000000", '5'),
        (Rule::OneThreeSeven, "01234567898", '3'),
        (Rule::FourNine, "56310243031", '3'),
        (Rule::Iso7064, "09980000020033", 'F'),
    ] {
        let number = format!("{guarded}{check}");
        assert!(Checksum::of(rule).agrees(&number), "{rule:?} {number}");
    }
}

#[test]
fn what_is_too_short_never_agrees() {
    let checksum = Checksum::of(Rule::Gs1).skipping(2).before(2);
    for number in ["", "0", "00", "0000", "é", "éé"] {
        assert!(!checksum.agrees(number), "{number}");
    }
}

#[test]
fn a_lead_is_reckoned_once() {
    let led = Checksum::of(Rule::Gs1).led_by("91");
    let printed = Checksum::of(Rule::Gs1);
    assert!(led.agrees("71969010756003077385"));
    assert!(!printed.agrees("71969010756003077385"));
    assert!(led.agrees("9171969010756003077385"));
    assert!(printed.agrees("9171969010756003077385"));
}

/// A sound number under a rule, and where and to what one of its characters is changed.
fn changed(rule: Rule, digits: &str, place: usize, to: u32) -> Option<(String, String)> {
    let radix = if matches!(rule, Rule::Iso7064) {
        36
    } else {
        10
    };
    let check = char::from_digit(rule.check_value(digits.as_bytes()), 36)?.to_ascii_uppercase();
    let sound = format!("{digits}{check}");
    let place = place % sound.len();
    let old = value(sound.as_bytes()[place]);
    let new = char::from_digit((old + 1 + to % (radix - 1)) % radix, radix)?.to_ascii_uppercase();
    let mut altered = sound.clone();
    altered.replace_range(place..=place, &new.to_string());
    Some((sound, altered))
}

proptest! {
    #[test]
    fn a_changed_digit_shows_where_the_rule_promises_it(
        digits in "[0-9]{8,30}",
        place in 0_usize..40,
        to in 0_u32..40,
    ) {
        for rule in [Rule::Gs1, Rule::Luhn, Rule::Iso7064] {
            let (sound, altered) = changed(rule, &digits, place, to).unwrap();
            prop_assert!(Checksum::of(rule).agrees(&sound), "{rule:?} {sound}");
            prop_assert!(!Checksum::of(rule).agrees(&altered), "{rule:?} {altered}");
        }
    }

    /// S10 gives 5 for two remainders: all other changes show.
    #[test]
    fn a_changed_digit_of_a_postal_number_shows_unless_five_stands_for_both(
        digits in "[0-9]{8}",
        place in 0_usize..9,
        to in 0_u32..9,
    ) {
        let (sound, altered) = changed(Rule::S10, &digits, place, to).unwrap();
        let excused = place < 8 && sound.ends_with('5');
        prop_assert!(Checksum::of(Rule::S10).agrees(&sound));
        prop_assert!(excused || !Checksum::of(Rule::S10).agrees(&altered), "{altered}");
    }

    #[test]
    fn a_changed_check_digit_always_shows(digits in "[0-9]{8,13}", to in 0_u32..9) {
        for rule in [Rule::Doubling, Rule::FourNine, Rule::Seven, Rule::OneThreeSeven, Rule::S10] {
            let (sound, altered) = changed(rule, &digits, digits.len(), to).unwrap();
            prop_assert!(Checksum::of(rule).agrees(&sound), "{rule:?} {sound}");
            prop_assert!(!Checksum::of(rule).agrees(&altered), "{rule:?} {altered}");
        }
    }
}
