//! Collected examples of tracking numbers, true and false: each gives its verdict.

// A test shows what went wrong by panicking.
#![allow(clippy::unwrap_used)]

mod common {
    pub mod collected;
}

use std::collections::BTreeSet;

use common::collected::{bytes, collected, json};
use serde_json::Value;
use shared::tracking::normalize_number;
use shared::tracking::number::{Check, recognize};

/// The collection's formats, and ours that hold the same numbers.
const FORMATS: [(&str, &[&str]); 32] = [
    ("Amazon Logistics", &["amazon"]),
    ("Amazon International", &["amazon_international"]),
    ("Canada Post (16)", &["canada_post"]),
    ("Canpar (22)", &["canpar"]),
    ("DHL Express", &["dhl_express"]),
    (
        "DHL Express (Piece ID)",
        &["dhl_express_piece", "dhl_express_piece_4"],
    ),
    ("DHL E-Commerce", &["dhl_ecommerce"]),
    ("DHL E-Commerce (14)", &["dhl_ecommerce_14"]),
    ("DPD (28)", &["dpd_28"]),
    ("DPD (14)", &["dpd_15"]),
    ("FedEx Express (12)", &["fedex_12"]),
    ("FedEx Express (34)", &["fedex_34"]),
    ("FedEx ASTRA (32)", &["fedex_astra_32"]),
    ("FedEx Ground", &["fedex_ground_15"]),
    ("FedEx Ground (SSCC-18)", &["sscc"]),
    ("FedEx Ground 96 (22)", &["fedex_ground_96"]),
    ("FedEx Ground GSN", &["fedex_ground_34"]),
    ("LaserShip LX", &["lasership_lx"]),
    ("LaserShip 1LS7 (15)", &["lasership_1ls7_15"]),
    ("LaserShip 1LS7 (18)", &["lasership_1ls7_18"]),
    ("LaserShip 1LSCX (15)", &["lasership_1lscx"]),
    ("Old Dominion", &["old_dominion"]),
    (
        "Old Dominion Guaranteed Shipment",
        &["old_dominion_guaranteed"],
    ),
    ("OnTrac", &["on_trac_c"]),
    ("OnTrac D", &["on_trac_d"]),
    ("S10", &["s10"]),
    ("UPS", &["ups_1z"]),
    ("UPS Waybill", &["ups_waybill"]),
    ("USPS 20", &["usps_20"]),
    (
        "USPS IMpb N",
        &["usps_impb_22", "usps_impb_26", "usps_impb_30"],
    ),
    ("USPS Legacy", &["usps_legacy_20", "usps_legacy_22"]),
    (
        "USPS IMpb C",
        &[
            "usps_impb_22",
            "usps_impb_26",
            "usps_mailer_22",
            "usps_mailer_26",
            "usps_small_mailer_22",
            "usps_small_mailer_26",
        ],
    ),
];

fn ours(name: &str) -> &'static [&'static str] {
    FORMATS
        .iter()
        .find_map(|&(theirs, ours)| (theirs == name).then_some(ours))
        .unwrap_or_else(|| panic!("{name} is a format that we don't know"))
}

fn check(number: &str, formats: &[&str], guarded: bool, expected: bool) {
    let recognized = recognize(number);
    let found = recognized.iter().find(|it| formats.contains(&it.format));
    assert_eq!(found.is_some(), expected, "{number} {formats:?}");
    if let Some(found) = found {
        let check = if guarded { Check::Passed } else { Check::None };
        assert_eq!(found.check, check, "{number}");
    }
}

fn texts(value: &Value) -> impl Iterator<Item = &str> {
    value.as_array().unwrap().iter().filter_map(Value::as_str)
}

#[test]
fn every_collected_example_gives_its_verdict() {
    let mut seen = BTreeSet::new();
    for (_, file) in collected("tracking_number_data") {
        for format in json(&file)["tracking_numbers"].as_array().unwrap() {
            let name = format["name"].as_str().unwrap();
            let guarded = format["validation"].get("checksum").is_some();
            for number in texts(&format["test_numbers"]["valid"]) {
                check(number, ours(name), guarded, true);
            }
            for number in texts(&format["test_numbers"]["invalid"]) {
                check(number, ours(name), guarded, false);
            }
            seen.insert(name.to_owned());
        }
    }
    assert!(
        seen.is_empty() || seen.len() == FORMATS.len(),
        "{} formats were collected",
        seen.len()
    );
}

#[test]
fn every_collected_check_digit_gives_its_verdict() {
    let Some(file) = bytes("check_digits", "s10_sscc.json") else {
        println!("no collected check digits at hand");
        return;
    };
    let file = json(&file);
    for (list, key, format) in [("s10", "number", "s10"), ("sscc18", "sscc", "sscc")] {
        for example in file[list].as_array().unwrap() {
            let number = example[key].as_str().unwrap();
            let expected = example["valid"].as_bool().unwrap();
            check(number, &[format], true, expected);
        }
    }
}

#[test]
fn spaces_in_the_collection_mean_nothing() {
    for (_, file) in collected("tracking_number_data") {
        for format in json(&file)["tracking_numbers"].as_array().unwrap() {
            for number in texts(&format["test_numbers"]["valid"]) {
                assert_eq!(recognize(number), recognize(&normalize_number(number)));
            }
        }
    }
}
