//! Working days over the holidays at the end of 2026, and their round trip.

use proptest::prelude::*;

use super::*;

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

fn calendar(country: &str, postcode: &str, week: WorkingWeek) -> Calendar {
    Calendar::new(Some(country), Some(postcode), week)
}

#[test]
fn carriers_work_on_days_of_their_week_that_are_no_holidays() {
    for (country, postcode, week, worked, rested) in [
        (
            "FR",
            "69003",
            WorkingWeek::TO_SATURDAY,
            &["2026-12-24", "2026-12-26"][..],
            &["2026-12-25", "2026-12-27"][..],
        ),
        (
            "FR",
            "67000",
            WorkingWeek::TO_SATURDAY,
            &["2026-12-24"],
            &["2026-12-25", "2026-12-26"],
        ),
        (
            "FR",
            "69003",
            WorkingWeek::TO_FRIDAY,
            &["2026-12-23"],
            &["2026-12-19", "2026-12-20"],
        ),
        (
            "GB",
            "SW1A1AA",
            WorkingWeek::WHOLE,
            &["2026-12-20", "2026-12-27"],
            &["2026-12-28"],
        ),
    ] {
        let calendar = calendar(country, postcode, week);
        for worked in worked {
            assert!(calendar.is_working(&day(worked)), "{country} {worked}");
        }
        for rested in rested {
            assert!(!calendar.is_working(&day(rested)), "{country} {rested}");
        }
    }
}

#[test]
fn working_days_are_counted_and_added_over_holidays() {
    use WorkingWeek as Week;
    for (week, from, count, to) in [
        (Week::TO_FRIDAY, "2026-12-22", 1, "2026-12-23"),
        (Week::TO_FRIDAY, "2026-12-24", 1, "2026-12-28"),
        (Week::TO_SATURDAY, "2026-12-24", 1, "2026-12-26"),
        (Week::TO_SATURDAY, "2026-12-24", 6, "2027-01-02"),
        (Week::WHOLE, "2026-12-24", 2, "2026-12-27"),
        // From a day on which nobody works.
        (Week::TO_FRIDAY, "2026-12-20", 3, "2026-12-23"),
        (Week::TO_FRIDAY, "2026-04-30", 3, "2026-05-06"),
    ] {
        let calendar = calendar("FR", "75011", week);
        assert_eq!(
            calendar.add_working_days(&day(from), count),
            day(to),
            "{from}"
        );
        assert_eq!(
            calendar.working_days_between(&day(from), &day(to)),
            count,
            "{from}"
        );
    }
}

#[test]
fn a_parcel_leaves_early_enough_to_arrive() {
    use WorkingWeek as Week;
    for (week, by, transit, leaves) in [
        (Week::TO_FRIDAY, "2026-12-24", 0, "2026-12-24"),
        (Week::TO_FRIDAY, "2026-12-24", 2, "2026-12-22"),
        (Week::TO_FRIDAY, "2026-12-24", 4, "2026-12-18"),
        (Week::TO_SATURDAY, "2026-12-24", 4, "2026-12-18"),
        // What leaves on Friday travels on Saturday.
        (Week::TO_SATURDAY, "2026-12-24", 5, "2026-12-18"),
        (Week::TO_FRIDAY, "2026-12-24", 5, "2026-12-17"),
        // Nothing leaves on Christmas Day, nor on the Saturday after.
        (Week::WHOLE, "2026-12-27", 1, "2026-12-24"),
    ] {
        let calendar = calendar("FR", "75011", week);
        let found = calendar.last_departure(&day(by), transit);
        assert_eq!(found, Some(day(leaves)), "{week:?} {by} {transit}");
    }
    let calendar = Calendar::default();
    assert_eq!(calendar.last_departure(&day("2026-12-24"), u32::MAX), None);
    assert_eq!(calendar.last_departure(&day("0001-01-03"), 9), None);
}

#[test]
fn nothing_is_counted_backward_or_from_what_is_no_day() {
    let calendar = Calendar::default();
    let bogus: Day = serde_json::from_str("\"soon\"").unwrap();
    let monday = day("2026-12-21");
    assert_eq!(calendar.working_days_between(&monday, &monday), 0);
    assert_eq!(
        calendar.working_days_between(&monday, &day("2026-12-01")),
        0
    );
    assert_eq!(calendar.working_days_between(&bogus, &monday), 0);
    assert_eq!(calendar.working_days_between(&monday, &bogus), 0);
    assert_eq!(calendar.add_working_days(&bogus, 3), bogus);
    assert_eq!(calendar.add_working_days(&monday, 0), monday);
    assert!(!calendar.is_working(&bogus));
    assert_eq!(calendar.next_working_day(&day("2026-12-18")), monday);
}

#[test]
fn counting_ends_after_three_years() {
    let calendar = Calendar::new(Some("FR"), None, WorkingWeek::WHOLE);
    let from = day("2026-01-01");
    assert_eq!(
        calendar.add_working_days(&from, u32::MAX),
        day("2029-01-03")
    );
    assert!(calendar.working_days_between(&from, &day("9999-12-31")) < 1098);
    let last = day("9999-12-31");
    assert_eq!(calendar.add_working_days(&last, 5), last);
}

proptest! {
    #[test]
    fn added_days_are_counted_again(
        offset in 0_u64..2000,
        count in 1_u32..300,
        saturday: bool,
        sunday: bool,
        place in prop::sample::select(vec![
            ("FR", "57000"), ("GB", ""), ("CH", "1201"), ("NL", "1012"), ("XX", ""),
        ]),
    ) {
        let from = NaiveDate::from_ymd_opt(2025, 1, 1).unwrap() + chrono::Days::new(offset);
        let calendar = calendar(place.0, place.1, WorkingWeek { saturday, sunday });
        let to = calendar.add_working_days(&Day::from(from), count);
        prop_assert!(calendar.is_working(&to));
        prop_assert_eq!(calendar.working_days_between(&Day::from(from), &to), count);
        let leaves = calendar.last_departure(&to, count).unwrap();
        prop_assert!(calendar.working_days_between(&leaves, &to) >= count);
        prop_assert!(calendar.add_working_days(&leaves, count) <= to);
    }
}
