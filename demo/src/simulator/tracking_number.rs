//! Tracking numbers that carriers' own checks accept.

use super::order::Carrier;

const S10_WEIGHTS: [u32; 8] = [8, 6, 4, 2, 3, 5, 9, 7];

/// The tracking number of a carrier for the parcel of an order. One order has one parcel, so that
/// the order's number makes it unique.
pub fn tracking_number(carrier: Carrier, order: u32) -> String {
    // Spread over the range: neighboring orders of a real shop don't have neighboring parcels.
    let serial = 10_000_000 + (u64::from(order) * 7_368_787) % 89_999_999;
    match carrier {
        Carrier::Colissimo => format!("CB{serial}{}FR", s10_check_digit(serial)),
        Carrier::MondialRelay => serial.to_string(),
    }
}

/// The check digit of the UPU's S10 standard for a serial number of eight digits.
fn s10_check_digit(serial: u64) -> u32 {
    let digits = format!("{serial:08}");
    let digits = digits.chars().filter_map(|digit| digit.to_digit(10));
    let sum: u32 = digits
        .zip(S10_WEIGHTS)
        .map(|(digit, weight)| digit * weight)
        .sum();
    match 11 - sum % 11 {
        10 => 0,
        11 => 5,
        digit => digit,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn check_digits_are_those_of_real_numbers() {
        // The last two show both exceptions of the standard.
        for (serial, expected) in [
            (47_312_482, 9),
            (12_345_678, 5),
            (37_519_664, 4),
            (78_836_907, 0),
            (98_471_510, 5),
        ] {
            assert_eq!(s10_check_digit(serial), expected, "{serial}");
        }
    }

    #[test]
    fn numbers_have_the_carriers_form_and_are_unique() {
        let numbers: HashSet<String> = (1_042..3_042)
            .map(|order| tracking_number(Carrier::Colissimo, order))
            .collect();
        assert_eq!(numbers.len(), 2_000);
        assert!(
            numbers
                .iter()
                .all(|number| number.len() == 13 && number.ends_with("FR"))
        );
        assert_eq!(tracking_number(Carrier::MondialRelay, 1_043).len(), 8);
    }
}
