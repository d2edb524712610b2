//! S10 of the Universal Postal Union: two letters of service, nine digits, a country.
//!
//! The country tells which post gave the number. Where several carriers of one country share its
//! numbers, the letters of service tell them apart; where they don't, nobody is named.

use crate::tracking::carrier::CarrierId;

/// The countries whose posts give such numbers.
const COUNTRIES: &str = "\
    AE AF AG AL AM AO AR AT AU AZ BA BB BD BE BF BG BH BI BJ BN BO BR BS BT BW BY BZ CA CD CF \
    CG CH CI CL CM CN CO CR CU CV CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FR GA GB GD \
    GE GH GM GN GQ GR GT GW GY HK HN HR HT HU ID IE IL IN IQ IR IS IT JM JO JP KE KG KH KI KM \
    KN KP KR KW KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MG MK ML MM MN MO MR MT MU MV \
    MW MX MY MZ NA NE NG NI NL NO NP NR NZ OM PA PE PG PH PK PL PT PY QA RO RS RU RW SA SB SC \
    SD SE SG SI SK SL SM SN SO SR SS ST SV SY SZ TD TG TH TJ TL TM TN TO TR TT TV TW TZ UA UG \
    US UY UZ VA VC VE VN VU WS YE ZA ZM ZW";

/// Whether a post of this country gives numbers.
pub(super) fn is_country(country: &str) -> bool {
    COUNTRIES.split(' ').any(|known| known == country)
}

/// The carrier that a number of this shape comes from, if Grelot knows it.
pub(super) fn operator(number: &str) -> Option<CarrierId> {
    let (service, country) = (number.get(..2)?, number.get(11..)?);
    match country {
        "FR" => Some(french_operator(service)),
        "GB" => british_operator(service),
        "DE" => german_operator(service),
        "BE" => Some(CarrierId::Bpost),
        "CH" => Some(CarrierId::SwissPost),
        "ES" => Some(CarrierId::Correos),
        "IT" => Some(CarrierId::PosteItaliane),
        "NL" => Some(CarrierId::PostNl),
        "US" => Some(CarrierId::Usps),
        "CA" => Some(CarrierId::CanadaPost),
        _ => None,
    }
}

/// X is not the Union's: Chronopost numbers its parcels with it, and with PZ. Express letters may
/// be either's, and La Poste follows both.
fn french_operator(service: &str) -> CarrierId {
    match service {
        "PZ" => CarrierId::Chronopost,
        _ if service.starts_with('X') => CarrierId::Chronopost,
        _ if service.starts_with('C') => CarrierId::Colissimo,
        _ => CarrierId::LaPoste,
    }
}

/// Express items and parcels may be Royal Mail's or Parcelforce's, which have a page each.
fn british_operator(service: &str) -> Option<CarrierId> {
    (!service.starts_with(['C', 'E', 'P'])).then_some(CarrierId::RoyalMail)
}

fn german_operator(service: &str) -> Option<CarrierId> {
    match service.as_bytes().first()? {
        b'C' => Some(CarrierId::DhlPaket),
        b'L' | b'R' | b'U' | b'V' => Some(CarrierId::DeutschePost),
        _ => None,
    }
}
