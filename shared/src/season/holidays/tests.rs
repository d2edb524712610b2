//! Holidays of each country from 2025 to 2028, and Easter over centuries.

use std::collections::BTreeSet;

use super::*;

/// The holidays of 2025 to 2028 at a country and postcode: those that have one date each year, and
/// those that move, a year each.
type Row<'a> = (&'a str, &'a str, &'a str, [&'a str; 4]);

const TABLE: &[Row] = &[
    (
        "FR",
        "69003",
        "01-01 05-01 05-08 07-14 08-15 11-01 11-11 12-25",
        [
            "04-21 05-29 06-09",
            "04-06 05-14 05-25",
            "03-29 05-06 05-17",
            "04-17 05-25 06-05",
        ],
    ),
    (
        "FR",
        "68100",
        "01-01 05-01 05-08 07-14 08-15 11-01 11-11 12-25 12-26",
        [
            "04-18 04-21 05-29 06-09",
            "04-03 04-06 05-14 05-25",
            "03-26 03-29 05-06 05-17",
            "04-14 04-17 05-25 06-05",
        ],
    ),
    (
        "FR",
        "97400",
        "01-01 05-01 05-08 07-14 08-15 11-01 11-11 12-20 12-25",
        [
            "04-21 05-29 06-09",
            "04-06 05-14 05-25",
            "03-29 05-06 05-17",
            "04-17 05-25 06-05",
        ],
    ),
    (
        "BE",
        "1000",
        "01-01 05-01 07-21 08-15 11-01 11-11 12-25",
        [
            "04-21 05-29 06-09",
            "04-06 05-14 05-25",
            "03-29 05-06 05-17",
            "04-17 05-25 06-05",
        ],
    ),
    (
        "CH",
        "1201",
        "01-01 01-02 05-01 08-01 08-15 11-01 12-08 12-25 12-26",
        [
            "04-18 04-21 05-29 06-09 06-19",
            "04-03 04-06 05-14 05-25 06-04",
            "03-26 03-29 05-06 05-17 05-27",
            "04-14 04-17 05-25 06-05 06-15",
        ],
    ),
    (
        "DE",
        "67059",
        "01-01 05-01 10-03 12-25 12-26",
        [
            "04-18 04-21 05-29 06-09",
            "04-03 04-06 05-14 05-25",
            "03-26 03-29 05-06 05-17",
            "04-14 04-17 05-25 06-05",
        ],
    ),
    (
        "ES",
        "28001",
        "01-01 01-06 05-01 08-15 10-12 11-01 12-06 12-08 12-25",
        ["04-18", "04-03", "03-26", "04-14"],
    ),
    (
        "IT",
        "00118",
        "01-01 01-06 04-25 05-01 06-02 08-15 11-01 12-08 12-25 12-26",
        [
            "04-20 04-21",
            "04-05 04-06 10-04",
            "03-28 03-29 10-04",
            "04-16 04-17 10-04",
        ],
    ),
    (
        "GB",
        "SW1A1AA",
        "01-01 12-25 12-26",
        [
            "04-18 04-21 05-05 05-26 08-25",
            "04-03 04-06 05-04 05-25 08-31 12-28",
            "03-26 03-29 05-03 05-31 08-30 12-27 12-28",
            "01-03 04-14 04-17 05-01 05-29 08-28",
        ],
    ),
    (
        "NL",
        "1012AB",
        "01-01 12-25 12-26",
        [
            "04-20 04-21 04-26 05-05 05-29 06-08 06-09",
            "04-05 04-06 04-27 05-14 05-24 05-25",
            "03-28 03-29 04-27 05-06 05-16 05-17",
            "04-16 04-17 04-27 05-25 06-04 06-05",
        ],
    ),
    (
        "LU",
        "1118",
        "01-01 05-01 05-09 06-23 08-15 11-01 12-25 12-26",
        [
            "04-21 05-29 06-09",
            "04-06 05-14 05-25",
            "03-29 05-06 05-17",
            "04-17 05-25 06-05",
        ],
    ),
    (
        "PT",
        "1100148",
        "01-01 04-25 05-01 06-10 08-15 10-05 11-01 12-01 12-08 12-25",
        [
            "04-18 04-20 06-19",
            "04-03 04-05 06-04",
            "03-26 03-28 05-27",
            "04-14 04-16 06-15",
        ],
    ),
    (
        "AT",
        "1010",
        "01-01 01-06 05-01 08-15 10-26 11-01 12-08 12-25 12-26",
        [
            "04-21 05-29 06-09 06-19",
            "04-06 05-14 05-25 06-04",
            "03-29 05-06 05-17 05-27",
            "04-17 05-25 06-05 06-15",
        ],
    ),
    ("US", "10001", "", ["", "", "", ""]),
];

#[test]
fn each_country_rests_on_its_days() {
    for (country, postcode, fixed, moving) in TABLE {
        for (year, moving) in (2025..).zip(moving) {
            let listed = format!("{fixed} {moving}");
            let expected: BTreeSet<String> = listed
                .split_whitespace()
                .map(|day| format!("{year}-{day}"))
                .collect();
            assert_eq!(
                holidays_of(year, country, Some(postcode)),
                expected,
                "{country} {postcode} {year}"
            );
        }
    }
}

#[test]
fn departments_overseas_are_france_under_either_code() {
    for (country, postcode, day) in [
        ("RE", "97400", "2026-12-20"),
        ("FR", "97120", "2026-05-27"),
        ("MQ", "97200", "2026-05-22"),
        ("GF", "97300", "2026-06-10"),
        ("fr", "97600", "2026-04-27"),
    ] {
        let day = Day::parse(day).unwrap();
        assert!(is_holiday(&day, country, Some(postcode)), "{country}");
        assert!(!is_holiday(&day, "FR", Some("75001")), "{country}");
        assert!(!is_holiday(&day, "FR", None), "{country}");
    }
    let revolution = Day::parse("2026-07-14").unwrap();
    assert!(is_holiday(&revolution, "RE", None));
}

#[test]
fn holidays_on_weekends_have_substitutes_in_england() {
    for (day, rests) in [
        ("2022-01-03", true),
        ("2023-01-02", true),
        ("2024-01-02", false),
        ("2021-12-27", true),
        ("2021-12-28", true),
        ("2022-12-26", true),
        ("2022-12-27", true),
        ("2022-12-28", false),
        ("2024-12-27", false),
    ] {
        let day = Day::parse(day).unwrap();
        assert_eq!(is_holiday(&day, "GB", None), rests, "{day:?}");
    }
}

#[test]
fn easter_is_a_sunday_found_by_the_church_s_moon() {
    for day in [
        "1818-03-22",
        "1943-04-25",
        "1954-04-18",
        "1981-04-19",
        "2000-04-23",
        "2008-03-23",
        "2024-03-31",
        "2038-04-25",
        "2049-04-18",
        "2076-04-19",
        "2285-03-22",
    ] {
        let date = Day::parse(day).unwrap().date().unwrap();
        assert_eq!(easter(date.year()), Some(date));
    }
}

#[test]
fn years_beyond_the_calendar_have_no_easter() {
    for year in [i32::MIN, -300_000, 300_000, i32::MAX] {
        assert_eq!(easter(year), None);
    }
}

/// The holidays of a year as texts.
fn holidays_of(year: i32, country: &str, postcode: Option<&str>) -> BTreeSet<String> {
    let first = NaiveDate::from_ymd_opt(year, 1, 1).unwrap();
    first
        .iter_days()
        .take_while(|date| date.year() == year)
        .map(Day::from)
        .filter(|day| is_holiday(day, country, postcode))
        .map(|day| day.as_str().to_owned())
        .collect()
}
