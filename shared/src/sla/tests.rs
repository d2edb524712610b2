//! When clocks are over: by example, and minute by minute.

use chrono::{Datelike, Weekday};
use proptest::prelude::*;

use super::*;
use crate::protocol::promise::PromiseKind;
use crate::season::Zone;
use crate::season::holidays::is_holiday;
use crate::settings::AnsweringHours;
use crate::time::Day;

const MINUTE: i64 = 60_000;
const OFFICE: &str = "Mo-Fr 09:00-12:30,14:00-18:00; PH off";

fn hours(text: &str) -> AnsweringHours {
    AnsweringHours::from(text)
}

fn instant(text: &str) -> Timestamp {
    Timestamp::parse_rfc3339(text).unwrap()
}

fn running(kind: ClockKind, since: Timestamp) -> Running {
    Running {
        kind,
        since,
        promised_until: None,
    }
}

/// The end of a first answer's clock that has so many minutes.
fn first_answer(hours: &AnsweringHours, since: Timestamp, minutes: u32) -> Option<Timestamp> {
    let targets = Targets {
        first_answer_minutes: minutes,
        ..Targets::default()
    };
    let calendar = Calendar {
        hours,
        country: "FR",
        zone: Zone::default(),
    };
    due(&running(ClockKind::FirstAnswer, since), &targets, calendar)
}

fn check(text: &str, since: &str, minutes: u32, over: &str) {
    let found = first_answer(&hours(text), instant(since), minutes);
    assert_eq!(found, Some(instant(over)), "{text}, {minutes} from {since}");
}

#[test]
fn sl2_clocks_run_while_somebody_answers() {
    // Within the day, over lunch, over night, over the weekend, over Christmas.
    check(
        OFFICE,
        "2026-12-22T10:00:00+01:00",
        10,
        "2026-12-22T10:10:00+01:00",
    );
    check(
        OFFICE,
        "2026-12-22T12:25:00+01:00",
        10,
        "2026-12-22T14:05:00+01:00",
    );
    check(
        OFFICE,
        "2026-12-22T20:00:00+01:00",
        10,
        "2026-12-23T09:10:00+01:00",
    );
    check(
        OFFICE,
        "2026-12-18T17:55:00+01:00",
        10,
        "2026-12-21T09:05:00+01:00",
    );
    check(
        OFFICE,
        "2026-12-24T17:55:00+01:00",
        10,
        "2026-12-28T09:05:00+01:00",
    );
    // To the last minute of a day, and not into the next.
    check(
        OFFICE,
        "2026-12-22T17:50:00+01:00",
        10,
        "2026-12-22T18:00:00+01:00",
    );
    // A day of seven and a half hours is not over after 24.
    check(
        OFFICE,
        "2026-12-21T09:00:00+01:00",
        900,
        "2026-12-22T18:00:00+01:00",
    );
}

#[test]
fn sl2_nights_and_changed_clocks_count_as_they_pass() {
    check(
        "Mo-Su 18:00-02:00",
        "2026-12-23T01:55:00+01:00",
        10,
        "2026-12-23T18:05:00+01:00",
    );
    // From two to three there is no time in spring, and two times in autumn.
    check(
        "Mo-Su 01:00-04:00",
        "2026-03-29T01:00:00+01:00",
        120,
        "2026-03-29T04:00:00+02:00",
    );
    check(
        "Mo-Su 01:00-04:00",
        "2026-10-25T01:00:00+02:00",
        240,
        "2026-10-25T04:00:00+01:00",
    );
    // An opening that the clocks skip is none.
    check(
        "Mo-Su 02:10-02:50",
        "2026-03-29T00:00:00+01:00",
        10,
        "2026-03-30T02:20:00+02:00",
    );
}

#[test]
fn sl2_without_hours_clocks_run_day_and_night_and_a_closed_shop_has_none() {
    let night = instant("2026-12-25T03:00:00+01:00");
    let always = AnsweringHours::default();
    assert_eq!(
        first_answer(&always, night, 10),
        Some(night.plus_millis(10 * MINUTE))
    );
    assert_eq!(first_answer(&hours("off"), night, 10), None);
}

#[test]
fn sl3_the_solution_gives_way_to_what_was_promised() {
    let start = instant("2026-12-22T10:00:00+01:00");
    let mut promise = Promise {
        id: 1,
        kind: PromiseKind::Refund,
        by: Day::parse("2026-12-24").unwrap(),
        due: instant("2026-12-25T00:00:00+01:00"),
        owner: None,
        standing: Standing::Open,
    };
    let service = Service {
        since: start,
        answered: true,
        waits_since: None,
    };
    let over = |promises: &[Promise]| {
        let always = AnsweringHours::default();
        let calendar = Calendar {
            hours: &always,
            country: "FR",
            zone: Zone::default(),
        };
        let clocks = service.clocks(promises);
        assert_eq!(clocks.len(), 1, "nobody waits for an answer");
        due(&clocks[0], &Targets::default(), calendar)
    };
    let target = start.plus_millis(24 * 60 * MINUTE);
    assert_eq!(over(&[]), Some(target));
    assert_eq!(over(std::slice::from_ref(&promise)), Some(promise.due));
    promise.standing = Standing::Broken { at: start };
    assert_eq!(over(std::slice::from_ref(&promise)), Some(target));
}

#[test]
fn a_clock_says_how_much_is_left() {
    let clock = Clock {
        kind: ClockKind::NextAnswer,
        since: Timestamp(0),
        due: Timestamp(1_000),
    };
    for (now, left) in [
        (-5, 100),
        (0, 100),
        (250, 75),
        (999, 0),
        (1_000, 0),
        (9_999, 0),
    ] {
        assert_eq!(clock.percent_left(Timestamp(now)), left, "{now}");
    }
    assert!(!clock.is_over(Timestamp(999)));
    assert!(clock.is_over(Timestamp(1_000)));
}

#[test]
fn kinds_have_one_name() {
    for kind in ClockKind::ALL {
        assert_eq!(ClockKind::from_name(kind.name()), Some(kind));
        let json = serde_json::to_value(kind).unwrap();
        assert_eq!(json, kind.name());
    }
}

/// Whether somebody answers in the minute that begins at a time, by [`OFFICE`].
fn is_answered(at: Timestamp) -> bool {
    let zone = Zone::default();
    let day = zone.day_of(at);
    let date = day.date().unwrap();
    let minute = zone.minute_of_day(at);
    let open = (540..750).contains(&minute) || (840..1_080).contains(&minute);
    open && !matches!(date.weekday(), Weekday::Sat | Weekday::Sun) && !is_holiday(&day, "FR", None)
}

proptest! {
    #[test]
    fn sl2_every_minute_counts_once(
        // Two years from 2026, which change their clocks four times.
        start in 0_i64..2 * 365 * 24 * 60,
        minutes in 1_u32..600,
    ) {
        let since = Timestamp(1_767_225_600_000 + start * MINUTE);
        let mut left = minutes;
        let mut at = since;
        while left > 0 {
            left -= u32::from(is_answered(at));
            at = at.plus_millis(MINUTE);
        }
        prop_assert_eq!(first_answer(&hours(OFFICE), since, minutes), Some(at));
    }

    #[test]
    fn whatever_the_times_are_nothing_breaks(since: i64, minutes: u32, until: Option<i64>) {
        for hours in [hours(OFFICE), AnsweringHours::default()] {
            let running = Running {
                promised_until: until.map(Timestamp),
                ..running(ClockKind::FirstAnswer, Timestamp(since))
            };
            let targets = Targets { first_answer_minutes: minutes, ..Targets::default() };
            let calendar = Calendar { hours: &hours, country: "FR", zone: Zone::default() };
            if let Some(due) = due(&running, &targets, calendar) {
                prop_assert!(until.is_none_or(|until| due.0 >= until));
            }
        }
    }
}
