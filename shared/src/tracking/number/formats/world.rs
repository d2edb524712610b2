//! Formats of standards, and of carriers that work the world over.

use super::{
    DOUBLING, Format, GS1, Issuer, NOT_NINE, ONE_THREE_SEVEN, POSTAL, S10, checked, standard,
    unchecked,
};
use crate::tracking::carrier::CarrierId;
use crate::tracking::number::checksum::{Checksum, Rule};
use crate::tracking::number::shape::Part::{Digits, Letters, Mixed, RestDigits, RestMixed, Text};

pub(super) static FORMATS: &[Format] = &[
    // Standards. A shipper's label may carry an SSCC with or without its mark 00.
    standard(
        S10,
        Issuer::Post,
        &[Letters(2), Digits(9), Letters(2)],
        POSTAL,
    ),
    standard("sscc", Issuer::Anyone, &[Digits(18)], GS1),
    standard("sscc_00", Issuer::Anyone, &[Text(&["00"]), Digits(18)], GS1),
    checked(
        "ups_1z",
        CarrierId::Ups,
        &[Text(&["1Z"]), Mixed(15), Digits(1)],
        DOUBLING.skipping(2),
    ),
    checked(
        "ups_waybill",
        CarrierId::Ups,
        &[Text(&["A", "H", "J", "K", "T", "V"]), Digits(10)],
        DOUBLING.skipping(1),
    ),
    checked("fedex_12", CarrierId::Fedex, &[Digits(12)], ONE_THREE_SEVEN),
    checked(
        "fedex_34",
        CarrierId::Fedex,
        &[NOT_NINE, Digits(33)],
        ONE_THREE_SEVEN.skipping(20),
    ),
    checked(
        "fedex_ground_34",
        CarrierId::Fedex,
        &[Text(&["96"]), Digits(32)],
        ONE_THREE_SEVEN.skipping(20),
    ),
    checked(
        "fedex_astra_32",
        CarrierId::Fedex,
        &[Text(&["3"]), Digits(31)],
        ONE_THREE_SEVEN.skipping(16).before(4),
    ),
    checked("fedex_ground_15", CarrierId::Fedex, &[Digits(15)], GS1),
    checked(
        "fedex_ground_96",
        CarrierId::Fedex,
        &[Text(&["96"]), Digits(20)],
        GS1.skipping(7),
    ),
    unchecked("tnt_9", CarrierId::Tnt, &[Digits(9)]),
    checked(
        "dhl_express",
        CarrierId::DhlExpress,
        &[RestDigits(10, 11)],
        Checksum::of(Rule::Seven),
    ),
    unchecked(
        "dhl_express_piece",
        CarrierId::DhlExpress,
        &[Text(&["J"]), Letters(2), RestDigits(9, 10)],
    ),
    unchecked(
        "dhl_express_piece_4",
        CarrierId::DhlExpress,
        &[Text(&["J"]), Letters(3), RestDigits(9, 10)],
    ),
    unchecked(
        "dhl_ecommerce",
        CarrierId::Dhl,
        &[
            Text(&["GM", "LX", "RX", "UV", "CN", "SG", "TH", "IN", "HK", "MY"]),
            Digits(1),
            RestMixed(9, 38),
        ],
    ),
    unchecked("dhl_ecommerce_14", CarrierId::Dhl, &[Digits(14)]),
    unchecked(
        "amazon",
        CarrierId::Amazon,
        &[Text(&["TBA", "TBC", "TBM"]), Digits(12)],
    ),
    unchecked(
        "amazon_international",
        CarrierId::Amazon,
        &[Text(&["A", "C", "F"]), Digits(10)],
    ),
    unchecked(
        "amazon_europe",
        CarrierId::Amazon,
        &[Letters(2), Digits(10)],
    ),
];
