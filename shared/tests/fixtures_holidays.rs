//! Holidays against the days that another program computed.

// A test shows what went wrong by panicking.
#![allow(clippy::unwrap_used)]

mod common {
    pub mod collected;
}

use std::collections::BTreeSet;

use common::collected;
use shared::season::holidays::is_holiday;
use shared::time::Day;

/// What the collected days name a region, and where it is.
const REGIONS: [(&str, Option<&str>); 3] = [
    ("FR", Some("75001")),
    ("FR-57", Some("57000")),
    ("FR-6AE", Some("67000")),
];

#[test]
fn france_rests_on_the_collected_days_and_on_no_other() {
    let Some(bytes) = collected::bytes("holidays", "fr_2025_2028.json") else {
        println!("no collected holidays at hand");
        return;
    };
    let collected = collected::json(&bytes);
    for (name, postcode) in REGIONS {
        let expected: BTreeSet<&str> = collected["countries"][name]
            .as_array()
            .unwrap()
            .iter()
            .map(|named| named[0].as_str().unwrap())
            .collect();
        let days = every_day();
        let found = days.iter().filter(|day| is_holiday(day, "FR", postcode));
        assert_eq!(
            found.map(Day::as_str).collect::<BTreeSet<_>>(),
            expected,
            "{name}"
        );
    }
}

/// Every day from 2025 to 2028.
fn every_day() -> Vec<Day> {
    let months = (2025..=2028).flat_map(|year| (1..=12).map(move |month| (year, month)));
    months
        .flat_map(|(year, month)| (1..=31).map(move |day| format!("{year}-{month:02}-{day:02}")))
        .filter_map(|day| Day::parse(&day))
        .collect()
}
