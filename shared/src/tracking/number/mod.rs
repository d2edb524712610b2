//! Tracking numbers: what they look like, whether their check digits agree, whose they are.
//!
//! Many carriers give numbers of the same shape, and one number in ten passes any check digit.
//! A carrier is therefore named only when a check digit agrees and no other carrier's shape fits
//! as well, checked or not: [`recognize`] names all that fit, [`carrier_of`] decides.

mod checksum;
mod formats;
mod s10;
mod shape;

use std::iter;

use super::carrier::CarrierId;
use super::normalize_number;

use formats::{Format, Issuer};

/// The longest text that is looked at, in bytes; the longest number has 41 characters, and is
/// written with blanks and dashes.
const LONGEST: usize = 128;

/// A format that a number may be of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Recognized {
    /// The carrier that gives numbers of this format, if it is one that Grelot knows. An SSCC may
    /// be anybody's.
    pub carrier: Option<CarrierId>,
    /// The format's name, `ups_1z`.
    pub format: &'static str,
    /// Whether a check digit bears it out.
    pub check: Check,
}

/// What the check digit of a number says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Check {
    /// It agrees.
    Passed,
    /// The format has none.
    None,
}

/// The formats that a number may be of, however it is written. One whose check digit does not
/// agree is not among them.
pub fn recognize(number: &str) -> Vec<Recognized> {
    if number.len() > LONGEST {
        return Vec::new();
    }
    let number = normalize_number(number);
    formats::all()
        .filter_map(|format| format.recognize(&number))
        .collect()
}

/// The carrier whose number it is, if a check digit proves it.
pub fn carrier_of(number: &str) -> Option<CarrierId> {
    let recognized = recognize(number);
    // The Union's shape is reserved: whoever else's fits, a sound number is the post's.
    if let Some(postal) = recognized.iter().find(|it| it.format == formats::S10) {
        return postal.carrier;
    }
    let mut carriers = recognized.iter().filter_map(|it| it.carrier);
    let carrier = carriers.next()?;
    let alone = carriers.all(|other| other == carrier);
    let proven = recognized
        .iter()
        .any(|it| it.carrier.is_some() && it.check == Check::Passed);
    (alone && proven).then_some(carrier)
}

/// Whether a number is a sound one of the posts', which they hand on to each other.
pub fn is_postal(number: &str) -> bool {
    recognize(number).iter().any(|it| it.format == formats::S10)
}

impl Format {
    fn recognize(&self, number: &str) -> Option<Recognized> {
        if !self.readings(number).any(|reading| self.is_sound(reading)) {
            return None;
        }
        Some(Recognized {
            carrier: match self.issuer {
                Issuer::Anyone => None,
                Issuer::Carrier(id) => Some(id),
                Issuer::Post => s10::operator(number),
            },
            format: self.name,
            check: match self.checksum {
                Some(_) => Check::Passed,
                None => Check::None,
            },
        })
    }

    /// The number itself, and without the postcode that an American label puts before it: 420,
    /// then five digits or nine.
    fn readings<'a>(&self, number: &'a str) -> impl Iterator<Item = &'a str> {
        let routing: &[usize] = if self.routed { &[8, 12] } else { &[] };
        let after_routing = routing.iter().filter_map(move |&length| {
            let (routing, rest) = number.split_at_checked(length)?;
            let is_routing =
                routing.starts_with("420") && routing.bytes().all(|byte| byte.is_ascii_digit());
            is_routing.then_some(rest)
        });
        iter::once(number).chain(after_routing)
    }

    fn is_sound(&self, number: &str) -> bool {
        shape::fits(number, self.shape)
            && self.checksum.is_none_or(|checksum| checksum.agrees(number))
            && (!matches!(self.issuer, Issuer::Post)
                || number.get(11..).is_some_and(s10::is_country))
    }
}

#[cfg(test)]
mod tests;
