//! Formats of carriers of Europe.

use super::{Format, GS1, ISO_7064, NOT_ZERO, POSTAL, checked, unchecked};
use crate::tracking::carrier::CarrierId;
use crate::tracking::number::checksum::{Checksum, Rule};
use crate::tracking::number::shape::Part::{Digits, Letters, Mixed, RestDigits, RestMixed, Text};

pub(super) static FORMATS: &[Format] = &[
    // France. La Poste's own numbers are a digit and a letter of product, ten digits and a check
    // digit that guards these ten; the products from 6 on are Colissimo's.
    checked(
        "la_poste",
        CarrierId::LaPoste,
        &[Text(&["1", "2", "3", "4", "5"]), Letters(1), Digits(11)],
        GS1.skipping(2),
    ),
    checked(
        "colissimo",
        CarrierId::Colissimo,
        &[Text(&["6", "7", "8", "9"]), Letters(1), Digits(11)],
        GS1.skipping(2),
    ),
    unchecked("la_poste_15", CarrierId::LaPoste, &[Digits(15)]),
    // As S10, with what is no country in the place of it.
    checked(
        "chronopost",
        CarrierId::Chronopost,
        &[Letters(2), Digits(9), Text(&["JB", "TS"])],
        POSTAL,
    ),
    unchecked(
        "chronopost_15",
        CarrierId::Chronopost,
        &[Digits(14), Mixed(1)],
    ),
    unchecked("mondial_relay_8", CarrierId::MondialRelay, &[Digits(8)]),
    unchecked("mondial_relay_10", CarrierId::MondialRelay, &[Digits(10)]),
    unchecked("mondial_relay_12", CarrierId::MondialRelay, &[Digits(12)]),
    unchecked("mondial_relay_26", CarrierId::MondialRelay, &[Digits(26)]),
    unchecked("relais_colis_10", CarrierId::RelaisColis, &[Digits(10)]),
    unchecked(
        "relais_colis",
        CarrierId::RelaisColis,
        &[Text(&["CC"]), RestDigits(10, 14)],
    ),
    unchecked("colis_prive_12", CarrierId::ColisPrive, &[Mixed(12)]),
    unchecked(
        "colis_prive_17",
        CarrierId::ColisPrive,
        &[Mixed(12), Digits(5)],
    ),
    unchecked("dpd_france", CarrierId::DpdFrance, &[RestDigits(12, 15)]),
    // Elsewhere.
    checked("dpd_28", CarrierId::Dpd, &[Digits(27), Mixed(1)], ISO_7064),
    checked("dpd_15", CarrierId::Dpd, &[Digits(14), Mixed(1)], ISO_7064),
    unchecked("dpd_14", CarrierId::Dpd, &[Digits(14)]),
    unchecked("gls_8", CarrierId::Gls, &[Mixed(8)]),
    unchecked("gls", CarrierId::Gls, &[RestDigits(11, 14)]),
    unchecked("gls_20", CarrierId::Gls, &[NOT_ZERO, Digits(19)]),
    unchecked(
        "gls_20_0",
        CarrierId::Gls,
        &[Text(&["0"]), NOT_ZERO, Digits(18)],
    ),
    checked(
        "dhl_paket_20",
        CarrierId::DhlPaket,
        &[Text(&["0034043"]), Digits(13)],
        GS1,
    ),
    checked(
        "dhl_paket_12",
        CarrierId::DhlPaket,
        &[Digits(12)],
        Checksum::of(Rule::FourNine),
    ),
    unchecked(
        "dhl_paket_jjd",
        CarrierId::DhlPaket,
        &[Text(&["JJD"]), RestDigits(12, 21)],
    ),
    unchecked("hermes_14", CarrierId::HermesGermany, &[Digits(14)]),
    unchecked("hermes_16", CarrierId::HermesGermany, &[Digits(16)]),
    unchecked("evri_16", CarrierId::Evri, &[Mixed(16)]),
    unchecked(
        "post_nl",
        CarrierId::PostNl,
        &[Text(&["3S"]), RestMixed(7, 15)],
    ),
    unchecked("bpost_24", CarrierId::Bpost, &[Digits(24)]),
    unchecked("in_post_24", CarrierId::InPost, &[Digits(24)]),
    unchecked(
        "swiss_post_18",
        CarrierId::SwissPost,
        &[Text(&["99"]), Digits(16)],
    ),
    unchecked("mrw_12", CarrierId::Mrw, &[Digits(12)]),
    unchecked("brt", CarrierId::Brt, &[RestDigits(12, 15)]),
];
