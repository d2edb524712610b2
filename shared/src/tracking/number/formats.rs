//! The formats of tracking numbers, as data: shape, check digit, carrier.
//!
//! Formats without a check digit stand here for the doubt that they cast: twelve digits may pass
//! for `FedEx`'s and be GLS's.

mod america;
mod europe;
mod world;

use super::checksum::{Checksum, Rule};
use super::shape::Part::{self, Text};
use crate::tracking::carrier::CarrierId;

/// A format of tracking numbers.
#[derive(Debug)]
pub(super) struct Format {
    /// Its name.
    pub(super) name: &'static str,
    /// What it is made of.
    pub(super) shape: &'static [Part],
    /// Its check digit, if it has one.
    pub(super) checksum: Option<Checksum>,
    /// Who gives such numbers.
    pub(super) issuer: Issuer,
    /// Whether labels print the postcode before it.
    pub(super) routed: bool,
}

/// Who gives the numbers of a format.
#[derive(Debug)]
pub(super) enum Issuer {
    /// Whoever ships.
    Anyone,
    /// One carrier.
    Carrier(CarrierId),
    /// The post of the country that the number ends with.
    Post,
}

/// Every format that Grelot knows.
pub(super) fn all() -> impl Iterator<Item = &'static Format> {
    [europe::FORMATS, world::FORMATS, america::FORMATS]
        .into_iter()
        .flatten()
}

/// The name of the Universal Postal Union's format.
pub(super) const S10: &str = "s10";

const fn checked(
    name: &'static str,
    carrier: CarrierId,
    shape: &'static [Part],
    checksum: Checksum,
) -> Format {
    standard(name, Issuer::Carrier(carrier), shape, checksum)
}

const fn unchecked(name: &'static str, carrier: CarrierId, shape: &'static [Part]) -> Format {
    Format {
        name,
        shape,
        checksum: None,
        issuer: Issuer::Carrier(carrier),
        routed: false,
    }
}

/// A format that a standard gives to many.
const fn standard(
    name: &'static str,
    issuer: Issuer,
    shape: &'static [Part],
    checksum: Checksum,
) -> Format {
    Format {
        name,
        shape,
        checksum: Some(checksum),
        issuer,
        routed: false,
    }
}

impl Format {
    const fn routed(mut self) -> Self {
        self.routed = true;
        self
    }
}

const GS1: Checksum = Checksum::of(Rule::Gs1);
const DOUBLING: Checksum = Checksum::of(Rule::Doubling);
const LUHN: Checksum = Checksum::of(Rule::Luhn);
const ONE_THREE_SEVEN: Checksum = Checksum::of(Rule::OneThreeSeven);
const POSTAL: Checksum = Checksum::of(Rule::S10).skipping(2).before(2);
const ISO_7064: Checksum = Checksum::of(Rule::Iso7064);

const NOT_ZERO: Part = Text(&["1", "2", "3", "4", "5", "6", "7", "8", "9"]);
const NOT_NINE: Part = Text(&["0", "1", "2", "3", "4", "5", "6", "7", "8"]);
