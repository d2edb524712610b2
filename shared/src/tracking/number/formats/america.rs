//! Formats of carriers of North America. `FedEx` Ground Economy, once `SmartPost`, has USPS's
//! numbers.

use super::{DOUBLING, Format, GS1, LUHN, NOT_NINE, checked, unchecked};
use crate::tracking::carrier::CarrierId;
use crate::tracking::number::shape::Part::{Digits, Letters, Mixed, Text};

/// How USPS's numbers of twenty digits begin: confirmations, certified and insured mail, returns.
const USPS_SERVICES: &[&str] = &[
    "01", "02", "03", "04", "05", "06", "07", "08", "14", "21", "22", "23", "24", "25", "26", "34",
    "50", "56", "70", "71", "72", "73", "82", "83", "85",
];

pub(super) static FORMATS: &[Format] = &[
    checked(
        "usps_impb_22",
        CarrierId::Usps,
        &[Text(&["94", "95"]), Digits(20)],
        GS1,
    )
    .routed(),
    checked(
        "usps_impb_26",
        CarrierId::Usps,
        &[Text(&["94", "95"]), Digits(24)],
        GS1,
    )
    .routed(),
    checked(
        "usps_impb_30",
        CarrierId::Usps,
        &[Text(&["94"]), Digits(3), Text(&["9"]), Digits(24)],
        GS1,
    )
    .routed(),
    checked(
        "usps_mailer_22",
        CarrierId::Usps,
        &[Text(&["92"]), Digits(3), Text(&["9"]), Digits(16)],
        GS1,
    )
    .routed(),
    checked(
        "usps_mailer_26",
        CarrierId::Usps,
        &[Text(&["92"]), Digits(3), Text(&["9"]), Digits(20)],
        GS1,
    )
    .routed(),
    checked(
        "usps_small_mailer_22",
        CarrierId::Usps,
        &[Text(&["93"]), Digits(3), NOT_NINE, Digits(16)],
        GS1,
    )
    .routed(),
    checked(
        "usps_small_mailer_26",
        CarrierId::Usps,
        &[Text(&["93"]), Digits(3), NOT_NINE, Digits(20)],
        GS1,
    )
    .routed(),
    checked(
        "usps_20",
        CarrierId::Usps,
        &[Text(USPS_SERVICES), Digits(18)],
        GS1,
    ),
    checked(
        "usps_legacy_20",
        CarrierId::Usps,
        &[Text(USPS_SERVICES), Digits(18)],
        GS1.led_by("91"),
    )
    .routed(),
    checked(
        "usps_legacy_22",
        CarrierId::Usps,
        &[Text(&["91"]), Digits(20)],
        GS1,
    )
    .routed(),
    checked("canada_post", CarrierId::CanadaPost, &[Digits(16)], GS1),
    unchecked("purolator", CarrierId::Purolator, &[Letters(3), Digits(9)]),
    unchecked(
        "purolator_12",
        CarrierId::Purolator,
        &[Text(&["33"]), Digits(10)],
    ),
    unchecked(
        "canpar",
        CarrierId::Canpar,
        &[Text(&["C", "D", "K", "L", "S", "U", "X", "Z"]), Digits(21)],
    ),
    checked(
        "on_trac_c",
        CarrierId::OnTrac,
        &[Text(&["C"]), Digits(14)],
        DOUBLING.skipping(1).led_by("4"),
    ),
    checked(
        "on_trac_d",
        CarrierId::OnTrac,
        &[Text(&["D"]), Digits(14)],
        DOUBLING.skipping(1).led_by("5"),
    ),
    unchecked(
        "lasership_lx",
        CarrierId::OnTrac,
        &[
            Text(&["LA", "LE", "LH", "LI", "LN", "LX"]),
            Text(&["1", "2", "3"]),
            Digits(7),
        ],
    ),
    unchecked(
        "lasership_1ls7_15",
        CarrierId::OnTrac,
        &[Text(&["1LS71", "1LS72"]), Digits(10)],
    ),
    unchecked(
        "lasership_1ls7_18",
        CarrierId::OnTrac,
        &[
            Text(&["1LS71", "1LS72"]),
            Digits(2),
            Text(&["011", "012", "013", "014"]),
            Digits(6),
            Text(&["1"]),
        ],
    ),
    unchecked(
        "lasership_1lscx",
        CarrierId::OnTrac,
        &[Text(&["1LSCX"]), Mixed(10)],
    ),
    checked(
        "old_dominion",
        CarrierId::OldDominion,
        &[Text(&["777", "778", "072", "780"]), Digits(8)],
        LUHN,
    ),
    checked(
        "old_dominion_guaranteed",
        CarrierId::OldDominion,
        &[Text(&["80"]), Digits(9)],
        LUHN,
    ),
];
