//! Points of a French December: lunch breaks, holidays, closures, and texts that mean nothing.

use proptest::prelude::*;

use super::*;
use crate::tracking::Closure;

const TOBACCONIST: &str = "Mo-Fr 09:00-12:30,14:00-19:00; Sa 09:00-12:00; PH off";

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

fn paris(text: &str) -> Timestamp {
    Timestamp::parse_rfc3339(&format!("{text}:00+01:00")).unwrap()
}

fn point(hours: &str) -> PickupPoint {
    PickupPoint {
        name: "Tabac du Port".to_owned(),
        address: Some("12 quai des Brumes, 29200 Brest".to_owned()),
        country: Some("FR".to_owned()),
        opening_hours: Some(hours.to_owned()),
        ..PickupPoint::default()
    }
}

fn closed(mut point: PickupPoint, first: &str, last: &str) -> PickupPoint {
    point.closures.push(Closure {
        first: day(first),
        last: day(last),
    });
    point
}

/// `2026-12-22 09:00` as a minute of a day.
fn local(text: &str) -> LocalMinute {
    let (date, time) = text.split_once(' ').unwrap();
    let (hour, minute) = time.split_once(':').unwrap();
    LocalMinute {
        day: day(date),
        minute: hour.parse::<u16>().unwrap() * 60 + minute.parse::<u16>().unwrap(),
    }
}

fn open(until: &str) -> OpenState {
    OpenState::Open {
        until: Some(local(until)),
    }
}

fn shut(opens_at: &str) -> OpenState {
    OpenState::Closed {
        opens_at: Some(local(opens_at)),
    }
}

fn state(point: &PickupPoint, at: &str) -> OpenState {
    open_state(point, None, paris(at), Zone::default())
}

#[test]
fn a_point_is_open_or_says_when_it_opens() {
    for (at, expected) in [
        ("2026-12-22T08:59", shut("2026-12-22 09:00")),
        ("2026-12-22T09:00", open("2026-12-22 12:30")),
        ("2026-12-22T12:30", shut("2026-12-22 14:00")),
        ("2026-12-22T18:59", open("2026-12-22 19:00")),
        ("2026-12-22T19:00", shut("2026-12-23 09:00")),
        // Over Christmas Day to the Saturday, and over the Sunday to the Monday.
        ("2026-12-24T19:00", shut("2026-12-26 09:00")),
        ("2026-12-26T12:00", shut("2026-12-28 09:00")),
    ] {
        assert_eq!(state(&point(TOBACCONIST), at), expected, "{at}");
    }
}

#[test]
fn holidays_are_those_of_the_place() {
    let mut strasbourg = point(TOBACCONIST);
    strasbourg.address = Some("3 rue du Dôme, 67000 Strasbourg".to_owned());
    assert_eq!(
        state(&strasbourg, "2026-12-26T10:00"),
        shut("2026-12-28 09:00")
    );
    assert_eq!(
        state(&point(TOBACCONIST), "2026-12-26T10:00"),
        open("2026-12-26 12:00")
    );

    let mut nowhere = point(TOBACCONIST);
    nowhere.country = None;
    let on_boxing_day = paris("2026-12-26T10:00");
    let at_delivery = open_state(&nowhere, Some("DE"), on_boxing_day, Zone::default());
    assert_eq!(at_delivery, shut("2026-12-28 09:00"));
    assert_eq!(state(&nowhere, "2026-12-26T10:00"), OpenState::Unknown);
    nowhere.opening_hours = Some("Mo-Sa 09:00-19:00".to_owned());
    assert_eq!(
        state(&nowhere, "2026-12-26T10:00"),
        open("2026-12-26 19:00")
    );
}

#[test]
fn announced_closures_outweigh_the_hours() {
    let point = closed(point(TOBACCONIST), "2026-12-22", "2026-12-24");
    assert_eq!(state(&point, "2026-12-22T10:00"), shut("2026-12-26 09:00"));
    let for_long = closed(point, "2026-12-26", "2027-02-01");
    assert_eq!(
        state(&for_long, "2026-12-22T10:00"),
        OpenState::Closed { opens_at: None }
    );
}

#[test]
fn lockers_and_night_shops_are_open_over_midnight() {
    let always = OpenState::Open { until: None };
    assert_eq!(state(&point("24/7"), "2026-12-22T23:59"), always);
    let night = point("Mo-Su 18:00-02:00");
    for (at, expected) in [
        ("2026-12-22T23:00", open("2026-12-23 02:00")),
        ("2026-12-23T01:59", open("2026-12-23 02:00")),
        ("2026-12-23T02:00", shut("2026-12-23 18:00")),
    ] {
        assert_eq!(state(&night, at), expected, "{at}");
    }
    let to_midnight = point("Mo-Su 08:00-24:00");
    assert_eq!(
        state(&to_midnight, "2026-12-22T10:00"),
        open("2026-12-22 24:00")
    );
}

#[test]
fn what_is_not_understood_is_unknown() {
    let digits = format!("PH +{}  days 10:00-12:00", i64::MAX);
    let long = format!("Mo 09:00-12:00; {}", "Tu off; ".repeat(40));
    for text in [
        "",
        "de 9h à 19h",
        "Mo-Fr 09:00-19:00;;x",
        "Mo 25:99",
        &digits,
        &long,
    ] {
        assert_eq!(
            state(&point(text), "2026-12-22T10:00"),
            OpenState::Unknown,
            "{text}"
        );
    }
    let silent = PickupPoint::default();
    assert_eq!(state(&silent, "2026-12-22T10:00"), OpenState::Unknown);
    // Where the sun and the schools are is not known.
    for text in ["Mo-Fr sunrise-sunset", "Mo-Fr 09:00-19:00; SH off"] {
        assert_eq!(
            state(&point(text), "2026-12-22T10:00"),
            OpenState::Unknown,
            "{text}"
        );
    }
    let on_request = point("Mo-Fr 09:00-19:00 unknown \"sur rendez-vous\"");
    assert_eq!(state(&on_request, "2026-12-22T10:00"), OpenState::Unknown);
    assert_eq!(state_at(&[], &day("2026-12-22"), 600), OpenState::Unknown);
}

#[test]
fn hours_travel_as_days_with_pairs_of_minutes() {
    let week = hours(&point(TOBACCONIST), None, &day("2026-12-24"), 3).unwrap();
    let json = r#"[{"day":"2026-12-24","open":[[540,750],[840,1140]]},{"day":"2026-12-25","open":[]},{"day":"2026-12-26","open":[[540,720]]}]"#;
    assert_eq!(serde_json::to_string(&week).unwrap(), json);
    assert_eq!(serde_json::from_str::<Vec<DayHours>>(json).unwrap(), week);
    let many = hours(&point(TOBACCONIST), None, &day("2026-12-24"), 400).unwrap();
    assert_eq!(many.len(), 31);
}

#[test]
fn the_last_call_is_the_last_closing_while_the_parcel_is_kept() {
    let kept = |hours: &str, until: &str| PickupPoint {
        kept_until: Some(day(until)),
        ..point(hours)
    };
    let call = |day_: &str, minute| LastCall {
        day: day(day_),
        minute,
    };
    for (point, today, expected) in [
        (
            kept(TOBACCONIST, "2026-12-24"),
            "2026-12-21",
            Some(call("2026-12-24", Some(1140))),
        ),
        (
            kept(TOBACCONIST, "2026-12-27"),
            "2026-12-21",
            Some(call("2026-12-26", Some(720))),
        ),
        (
            closed(kept(TOBACCONIST, "2026-12-27"), "2026-12-24", "2026-12-26"),
            "2026-12-21",
            Some(call("2026-12-23", Some(1140))),
        ),
        // It does not open again before the parcel goes back.
        (kept(TOBACCONIST, "2026-12-27"), "2026-12-27", None),
        (kept(TOBACCONIST, "2026-12-20"), "2026-12-21", None),
        (
            kept("9h-19h", "2026-12-27"),
            "2026-12-21",
            Some(call("2026-12-27", None)),
        ),
        (
            closed(kept("9h-19h", "2026-12-27"), "2026-12-26", "2026-12-31"),
            "2026-12-21",
            Some(call("2026-12-25", None)),
        ),
        (point(TOBACCONIST), "2026-12-21", None),
    ] {
        assert_eq!(last_call(&point, None, &day(today)), expected, "{point:?}");
    }
}

#[test]
fn the_way_is_a_link_that_holds_nothing_but_the_address() {
    let hostile = PickupPoint {
        address: Some("\"><script>&q=1#\u{202e}é".to_owned()),
        ..PickupPoint::default()
    };
    for (point, url) in [
        (
            point(""),
            Some(
                "https://www.openstreetmap.org/search?query=\
                 12%20quai%20des%20Brumes%2C%2029200%20Brest%2C%20FR",
            ),
        ),
        (
            hostile,
            Some(
                "https://www.openstreetmap.org/search?query=\
                 %22%3E%3Cscript%3E%26q%3D1%23%E2%80%AE%C3%A9",
            ),
        ),
        (PickupPoint::default(), None),
    ] {
        assert_eq!(route_url(&point).as_deref(), url);
    }
}

/// One of some texts.
fn any_of(texts: &'static [&'static str]) -> impl Strategy<Value = &'static str> {
    prop::sample::select(texts)
}

/// Rules as the syntax has them, most of them odd, some of them unsound.
fn any_hours() -> impl Strategy<Value = String> {
    let dates = any_of(&[
        "",
        "",
        "",
        "Jan",
        "Dec 24-Jan 02",
        "Feb 29",
        "easter",
        "easter -2 days",
        "week 1-53/2",
        "2026",
        "9999 Dec 31",
        "1900-9999/3",
        "Jan 31-Feb 30 +9999 days",
        "SH",
        "Dec Su[-1]",
    ]);
    let weekdays = any_of(&[
        "",
        "Mo-Fr",
        "Su-Mo",
        "Sa",
        "PH",
        "PH,Su",
        "PH -1 day",
        "PH +9999 days",
        "We[-1]",
        "Th[2-3] -9 days",
        "Mo,PH[1]",
        "Xx",
    ]);
    let times = any_of(&[
        "",
        "24/7",
        "09:00-12:30,14:00-19:00",
        "22:00-06:00",
        "18:00-48:00",
        "26:30-27:00",
        "00:00-24:00",
        "10:00-10:00",
        "09:00+",
        "sunrise-sunset",
        "(sunset+23:59)-(sunrise-23:59)",
        "10:00-16:00/00:01",
        "48:00-48:00",
        "09:00",
        "25:99-26:00",
    ]);
    let modifiers = any_of(&[
        "",
        "",
        "off",
        "open",
        "unknown",
        "closed \"x\"",
        "\"x\"",
        "é",
    ]);
    let rule = (dates, weekdays, times, modifiers);
    let separated = (any_of(&["; ", ", ", " || ", ";"]), rule);
    prop::collection::vec(separated, 1..5).prop_map(|rules| {
        let mut text = String::new();
        for (separator, (dates, weekdays, times, modifier)) in rules {
            if !text.is_empty() {
                text.push_str(separator);
            }
            let parts = [dates, weekdays, times, modifier];
            let parts = parts.into_iter().filter(|part| !part.is_empty());
            text.push_str(&parts.collect::<Vec<_>>().join(" "));
        }
        text
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    #[test]
    fn whatever_the_text_the_hours_are_sound(text in any_hours(), offset in 0_u64..900) {
        let date = chrono::NaiveDate::from_ymd_opt(2026, 1, 1).unwrap() + Days::new(offset);
        let days = hours(&point(&text), None, &Day::from(date), 16).unwrap_or_default();
        prop_assert!(days.len() == 16 || days.is_empty());
        for day in days {
            let minutes: Vec<u16> = day.open.iter().flat_map(|span| [span.opens, span.closes]).collect();
            prop_assert!(minutes.iter().all(|minute| *minute <= MIDNIGHT));
            prop_assert!(minutes.is_sorted_by(|before, after| before < after), "{minutes:?}");
        }
    }

    #[test]
    fn any_text_at_all_is_read_or_unknown(text in "\\PC{0,60}") {
        let mut point = point(&text);
        point.address = Some(text);
        open_state(&point, None, paris("2026-12-22T10:00"), Zone::default());
        route_url(&point);
    }
}
