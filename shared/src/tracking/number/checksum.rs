//! The check digits of tracking numbers.

/// How a check digit comes of the digits that it guards.
#[derive(Clone, Copy, Debug)]
pub(super) enum Rule {
    /// GS1: weights 3 and 1 in turn from the right, up to the next ten. Every changed digit shows.
    Gs1,
    /// Luhn: every second digit from the right doubled and its digits added, up to the next ten.
    /// Every changed digit shows.
    Luhn,
    /// Weights 1 and 2 in turn from the left, up to the next ten; a letter counts as its place in
    /// ASCII less three. A doubled digit that is five off doesn't show.
    Doubling,
    /// Germany's parcels: weights 4 and 9 in turn from the left, up to the next ten.
    FourNine,
    /// The remainder of the whole number by 7.
    Seven,
    /// `FedEx`: weights 1, 3 and 7 in turn from the right, modulo 11, of which the last digit.
    OneThreeSeven,
    /// S10 of the Universal Postal Union: eight weights, modulo 11.
    S10,
    /// ISO 7064, MOD 37,36: digits and letters, guarded by a digit or a letter. Every changed
    /// character shows.
    Iso7064,
}

/// Where a number has its check digit, and what it guards.
#[derive(Clone, Copy, Debug)]
pub(super) struct Checksum {
    rule: Rule,
    /// How many characters stand before the guarded ones.
    skipped: usize,
    /// How many characters stand after the check digit.
    tail: usize,
    /// What is reckoned before the guarded characters although it may not be printed.
    lead: &'static str,
}

impl Checksum {
    /// The last character guards all the others.
    pub(super) const fn of(rule: Rule) -> Self {
        Self {
            rule,
            skipped: 0,
            tail: 0,
            lead: "",
        }
    }

    /// The first so many characters are not guarded.
    pub(super) const fn skipping(mut self, skipped: usize) -> Self {
        self.skipped = skipped;
        self
    }

    /// So many characters stand after the check digit.
    pub(super) const fn before(mut self, tail: usize) -> Self {
        self.tail = tail;
        self
    }

    /// The guarded characters are reckoned with a text before them, unless they begin with it.
    pub(super) const fn led_by(mut self, lead: &'static str) -> Self {
        self.lead = lead;
        self
    }

    /// Whether the check digit of a number is the one that its other digits call for. A number
    /// that is too short for one has none that agrees.
    pub(super) fn agrees(self, number: &str) -> bool {
        let guarded_and_check = number
            .len()
            .checked_sub(self.tail)
            .and_then(|end| number.get(self.skipped..end));
        let Some((&check, guarded)) =
            guarded_and_check.and_then(|part| part.as_bytes().split_last())
        else {
            return false;
        };
        let lead = if guarded.starts_with(self.lead.as_bytes()) {
            ""
        } else {
            self.lead
        };
        let guarded = [lead.as_bytes(), guarded].concat();
        value(check) == self.rule.check_value(&guarded)
    }
}

impl Rule {
    /// The value that the check character must have.
    fn check_value(self, guarded: &[u8]) -> u32 {
        let digits = guarded.iter().map(|&byte| value(byte));
        match self {
            Self::Gs1 => up_to_ten(weighted(digits.rev(), &[3, 1])),
            Self::Luhn => {
                let weighed = digits.rev().zip([2, 1].into_iter().cycle());
                let products = weighed.map(|(digit, weight)| digit * weight);
                up_to_ten(products.map(|product| product / 10 + product % 10).sum())
            }
            Self::Doubling => {
                let places = guarded.iter().map(|&byte| ascii_value(byte));
                up_to_ten(weighted(places, &[1, 2]))
            }
            Self::FourNine => up_to_ten(weighted(digits, &[4, 9])),
            Self::Seven => digits.fold(0, |rest, digit| (rest * 10 + digit) % 7),
            Self::OneThreeSeven => weighted(digits.rev(), &[1, 3, 7]) % 11 % 10,
            Self::S10 => match 11 - weighted(digits, &[8, 6, 4, 2, 3, 5, 9, 7]) % 11 {
                10 => 0,
                11 => 5,
                digit => digit,
            },
            Self::Iso7064 => iso_7064(digits),
        }
    }
}

fn weighted(values: impl Iterator<Item = u32>, weights: &[u32]) -> u32 {
    values
        .zip(weights.iter().cycle())
        .map(|(value, weight)| value * weight)
        .sum()
}

fn iso_7064(values: impl Iterator<Item = u32>) -> u32 {
    let product = values.fold(36, |product, value| {
        let sum = match (product + value) % 36 {
            0 => 36,
            sum => sum,
        };
        sum * 2 % 37
    });
    (37 - product) % 36
}

/// What is missing to the next ten.
fn up_to_ten(sum: u32) -> u32 {
    (10 - sum % 10) % 10
}

/// The value of a digit, and of letters from A as 10 on.
fn value(byte: u8) -> u32 {
    char::from(byte).to_digit(36).unwrap_or_default()
}

/// The value of a digit, and of a letter as its place in ASCII less three.
fn ascii_value(byte: u8) -> u32 {
    if byte.is_ascii_digit() {
        value(byte)
    } else {
        u32::from(byte).saturating_sub(3) % 10
    }
}

#[cfg(test)]
mod tests;
