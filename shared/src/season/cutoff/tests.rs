//! Cut-offs of a Christmas, their limits and what is answered of them.

use proptest::prelude::*;
use serde_json::{Value, json};

use super::*;
use crate::season::Season;

/// The schema that merchants read, whose example is the calendar of these tests.
const SCHEMA: &str = include_str!("../../../../docs/schemas/cutoffs.json");

fn schema() -> Value {
    serde_json::from_str(SCHEMA).unwrap()
}

fn calendar() -> CutoffCalendar {
    serde_json::from_value(schema()["examples"][0].clone()).unwrap()
}

fn calendar_of(rows: Value) -> CutoffCalendar {
    serde_json::from_value(rows).unwrap()
}

/// A row for France that is sound, with some fields put in their place.
fn row(fields: &Value) -> Value {
    let mut row = json!({
        "label": "Colissimo", "carrier": "Colissimo", "destination": {"country": "FR"},
        "event_day": "2026-12-24", "order_before": "2026-12-21T12:00", "year": 2026,
    });
    let into = row.as_object_mut().unwrap();
    into.extend(fields.as_object().unwrap().clone());
    row
}

fn paris(text: &str) -> Timestamp {
    Timestamp::parse_rfc3339(&format!("{text}:00+01:00")).unwrap()
}

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

fn christmas_eve() -> Day {
    day("2026-12-24")
}

fn at(postcode: &str) -> Destination {
    Destination::read("fr", Some(postcode)).unwrap()
}

#[test]
fn the_delivery_that_closes_last_is_told_until_it_has_closed() {
    for (now, postcode, until) in [
        (
            "2026-11-23T10:00",
            "69003",
            Some(("Chronopost express", "2026-12-22T14:00")),
        ),
        (
            "2026-12-22T13:59",
            "69003",
            Some(("Chronopost express", "2026-12-22T14:00")),
        ),
        ("2026-12-22T14:00", "69003", None),
        (
            "2026-12-20T10:00",
            "20 000",
            Some(("Chronopost express", "2026-12-22T14:00")),
        ),
        // No row names Réunion.
        ("2026-11-23T10:00", "97400", None),
        (
            "2026-11-23T10:00",
            "",
            Some(("Chronopost express", "2026-12-22T14:00")),
        ),
    ] {
        let found = calendar().until_when(paris(now), &at(postcode), &christmas_eve());
        let found = found.map(|offer| (offer.label, offer.order_before));
        let until = until.map(|(label, before)| (label.to_owned(), paris(before)));
        assert_eq!(found, until, "{now} {postcode}");
    }
}

#[test]
fn what_is_still_possible_shrinks_as_cut_offs_pass() {
    let labels = |now: &str, postcode: &str| -> Vec<String> {
        let open = calendar().still_possible(paris(now), &at(postcode), &christmas_eve());
        open.into_iter().map(|offer| offer.label).collect()
    };
    let (store, card) = ("Retrait à la boutique de Lyon", "Carte cadeau par e-mail");
    for (now, postcode, open) in [
        (
            "2026-12-20T10:00",
            "75011",
            &["Chronopost express", "Colissimo à domicile", store, card][..],
        ),
        (
            "2026-12-17T10:00",
            "20000",
            &["Chronopost express", "Colissimo en Corse", store, card],
        ),
        (
            "2026-12-20T10:00",
            "20000",
            &["Chronopost express", store, card],
        ),
        ("2026-12-23T10:00", "75011", &[store, card]),
        ("2026-12-24T16:00", "75011", &[card]),
        ("2026-12-24T22:00", "75011", &[]),
    ] {
        assert_eq!(labels(now, postcode), open, "{now} {postcode}");
    }
}

#[test]
fn an_order_is_in_time_for_the_way_that_was_chosen() {
    use Arrival::{InTime, TooLate, Unknown};
    let colissimo = Some("Livraison à domicile (COLISSIMO)");
    for (placed, service, deadline, arrival) in [
        ("2026-12-21T11:59", colissimo, "2026-12-24", InTime),
        ("2026-12-21T12:00", colissimo, "2026-12-24", TooLate),
        ("2026-12-22T13:00", Some("Chronopost"), "2026-12-24", InTime),
        // Without its way it may be either.
        ("2026-12-20T10:00", None, "2026-12-24", InTime),
        ("2026-12-22T13:00", Some("Standard"), "2026-12-24", Unknown),
        ("2026-12-22T14:00", None, "2026-12-24", TooLate),
        // For an earlier day it is reckoned back over the weekend, whose Saturday is a day of
        // Colissimo and not of Chronopost.
        ("2026-12-11T11:59", colissimo, "2026-12-14", InTime),
        ("2026-12-11T12:00", colissimo, "2026-12-14", TooLate),
        ("2026-12-11T13:59", Some("Chronopost"), "2026-12-14", InTime),
        (
            "2026-12-11T14:00",
            Some("Chronopost"),
            "2026-12-14",
            TooLate,
        ),
    ] {
        let found = calendar().will_arrive(paris(placed), &at("75011"), &day(deadline), service);
        assert_eq!(found, arrival, "{placed} {service:?} {deadline}");
    }
    let nowhere = Destination::read("US", None).unwrap();
    let found = calendar().will_arrive(paris("2026-12-01T08:00"), &nowhere, &christmas_eve(), None);
    assert_eq!(found, Unknown);
}

#[test]
fn a_row_promises_nothing_for_a_day_that_it_can_t_reckon() {
    let calendar = calendar_of(json!([row(&json!({}))]));
    let (early, late) = (paris("2026-12-01T08:00"), paris("2026-12-22T08:00"));
    let new_year = day("2026-12-31");
    assert_eq!(
        calendar.until_when(early, &at("75011"), &day("2026-12-12")),
        None
    );
    // What is there on the 24th is there on the 31st; what comes later may be.
    let by_event = calendar.until_when(early, &at("75011"), &new_year).unwrap();
    assert_eq!(by_event.arrives_by, christmas_eve());
    let arrival = |placed| calendar.will_arrive(placed, &at("75011"), &new_year, None);
    assert_eq!(arrival(early), Arrival::InTime);
    assert_eq!(arrival(late), Arrival::Unknown);
}

#[test]
fn what_is_due_earlier_is_never_ordered_later() {
    let busy = row(&json!({"order_before": "2026-12-14T12:00", "transit_days": 2}));
    let calendar = calendar_of(json!([busy]));
    let until = calendar.until_when(paris("2026-12-01T08:00"), &at("75011"), &day("2026-12-23"));
    assert_eq!(until.unwrap().order_before, paris("2026-12-14T12:00"));
}

#[test]
fn of_several_warehouses_the_earliest_counts() {
    let calendar = calendar_of(json!([
        row(&json!({"warehouse": "Lyon", "order_before": "2026-12-22T12:00"})),
        row(&json!({"warehouse": "Lille", "order_before": "2026-12-21T12:00"})),
        row(
            &json!({"warehouse": "Lille", "order_before": "2026-12-18T12:00",
            "destination": {"country": "FR", "postcodes": ["06", "061"]}})
        ),
    ]));
    for (postcode, before) in [("75011", "2026-12-21T12:00"), ("06100", "2026-12-18T12:00")] {
        let now = paris("2026-12-01T08:00");
        let open = calendar.still_possible(now, &at(postcode), &christmas_eve());
        let moments: Vec<_> = open.iter().map(|offer| offer.order_before).collect();
        assert_eq!(moments, [paris(before)], "{postcode}");
    }
}

#[test]
fn se2_of_rows_about_one_way_the_fitting_and_then_the_stricter_counts() {
    let saint_nicholas = json!({"event_day": "2026-12-05", "order_before": "2026-12-02T12:00"});
    let calendar = calendar_of(json!([
        row(&saint_nicholas),
        row(&json!({"order_before": "2026-12-21T12:00"})),
        row(&json!({"order_before": "2026-12-20T12:00"})),
    ]));
    for (deadline, before) in [
        ("2026-12-05", "2026-12-02T12:00"),
        ("2026-12-23", "2026-12-02T12:00"),
        ("2026-12-24", "2026-12-20T12:00"),
        ("2026-12-31", "2026-12-20T12:00"),
    ] {
        let until = calendar.until_when(paris("2026-12-01T08:00"), &at("75011"), &day(deadline));
        assert_eq!(until.unwrap().order_before, paris(before), "{deadline}");
    }
}

#[test]
fn a_row_s_moment_is_in_its_own_zone() {
    let calendar = calendar_of(json!([row(&json!({"zone": "Europe/London"}))]));
    let until = calendar.until_when(paris("2026-12-21T12:59"), &at("75011"), &christmas_eve());
    assert_eq!(until.unwrap().order_before, paris("2026-12-21T13:00"));
}

#[test]
fn se4_rows_that_are_not_sound_are_refused_with_their_number() {
    let long = "x".repeat(121);
    for (fields, problem) in [
        (json!({"label": " "}), "cut-off 2: its label is blank"),
        (
            json!({"label": long}),
            "cut-off 2: its label is blank or longer",
        ),
        (
            json!({"carrier": ""}),
            "its carrier, service or warehouse is blank",
        ),
        (
            json!({"destination": null}),
            "a delivery names its destination",
        ),
        (
            json!({"destination": {"country": "France"}}),
            "two capital letters",
        ),
        (
            json!({"destination": {"country": "FR", "postcodes": ["--"]}}),
            "beginnings of",
        ),
        (
            json!({"destination": {"country": "FR", "postcode": "75"}}),
            "unknown field",
        ),
        (
            json!({"event_day": "24/12/2026"}),
            "its event_day is not written",
        ),
        (
            json!({"event_day": "2026-12-24T00:00"}),
            "its event_day is not written",
        ),
        (
            json!({"order_before": "2026-12-25T00:00"}),
            "its order_before is later",
        ),
        (
            json!({"order_before": "2026-09-01T12:00"}),
            "more than 90 days earlier",
        ),
        (
            json!({"order_before": "2026-12-21 12:00"}),
            "a local time is written",
        ),
        (
            json!({"order_before": "2026-12-21T12:00:00"}),
            "a local time is written",
        ),
        (
            json!({"year": 2025}),
            "its year is not that of its event_day",
        ),
        (json!({"zone": "CET+1"}), "IANA name"),
        (json!({"transit_days": 61}), "more than 60 working days"),
        (json!({"transit_days": -1}), "invalid value"),
        (
            json!({"source_url": "http://carrier.example"}),
            "not an https address",
        ),
        (json!({"kind": "drone"}), "unknown variant"),
        (json!({"order_befor": "2026-12-21T12:00"}), "unknown field"),
    ] {
        let rows = json!([row(&json!({})), row(&fields)]);
        let refused = serde_json::from_value::<CutoffCalendar>(rows).unwrap_err();
        assert!(refused.to_string().contains(problem), "{fields}: {refused}");
    }
    let many = vec![row(&json!({})); 501];
    assert!(serde_json::from_value::<CutoffCalendar>(many.into()).is_err());
}

#[test]
fn the_schema_lists_what_is_read_and_written() {
    let written = serde_json::to_value(calendar()).unwrap();
    let items = &schema()["items"]["properties"];
    let mut used = std::collections::BTreeSet::new();
    for row in written.as_array().unwrap() {
        used.extend(row.as_object().unwrap().keys().cloned());
    }
    let listed = items.as_object().unwrap().keys().cloned();
    assert_eq!(used, listed.collect());
    assert_eq!(calendar_of(written), calendar());
}

#[test]
fn destinations_are_read_as_people_write_them() {
    let paris = Destination::read(" fr ", Some("75 011")).unwrap();
    assert_eq!((paris.country(), paris.postcode()), ("FR", Some("75011")));
    assert_eq!(Destination::read("GB", Some(" ")).unwrap().postcode(), None);
    for (country, postcode) in [
        ("France", None),
        ("", None),
        ("F1", None),
        ("FR", Some("1234567890123")),
    ] {
        assert!(Destination::read(country, postcode).is_err(), "{country}");
    }
}

#[test]
fn the_answer_speaks_of_the_season_or_of_the_asked_day() {
    let season = Season {
        cutoffs: calendar(),
        ..Season::default()
    };
    let answer_at = |now: &str, asked| answer(&season, paris(now), &at("75011"), asked);
    let open = answer_at("2026-12-22T10:00", None);
    assert_eq!(
        serde_json::to_value(&open.until).unwrap(),
        json!({
            "kind": "delivery", "label": "Chronopost express", "carrier": "Chronopost",
            "arrives_by": "2026-12-24", "order_before": 1_797_944_400_000_i64,
            "zone": "Europe/Paris",
        })
    );
    assert_eq!(open.options.first(), open.until.as_ref());
    assert_eq!(open.deadline, Some(christmas_eve()));

    let late = answer_at("2026-12-23T10:00", None);
    assert_eq!((late.until, late.options.len()), (None, 2));

    let off_season = answer_at("2026-11-02T10:00", None);
    assert_eq!((off_season.deadline, off_season.options.len()), (None, 0));

    let asked = answer_at("2026-11-02T10:00", Some(&day("2026-12-14")));
    assert_eq!(asked.deadline, Some(day("2026-12-14")));
    assert_eq!(asked.until.unwrap().order_before, paris("2026-12-11T14:00"));
}

proptest! {
    #[test]
    fn se1_nothing_that_has_passed_is_ever_named(
        minutes in 0_i64..60 * 24 * 60,
        asked_offset in prop::option::of(0_u64..90),
        postcode in prop::sample::select(vec!["", "75011", "20200", "97400"]),
    ) {
        let season = Season { cutoffs: calendar(), ..Season::default() };
        let now = paris("2026-11-05T00:00").plus_millis(minutes * 60_000);
        let first = chrono::NaiveDate::from_ymd_opt(2026, 11, 1).unwrap();
        let asked = asked_offset.map(|days| Day::from(first + chrono::Days::new(days)));
        let answer = answer(&season, now, &at(postcode), asked.as_ref());
        let today = season.zone.day_of(now);
        for offer in answer.until.iter().chain(&answer.options) {
            prop_assert!(offer.order_before > now);
            prop_assert!(offer.arrives_by >= today);
            prop_assert!(Some(&offer.arrives_by) <= answer.deadline.as_ref());
        }
    }

    #[test]
    fn whatever_is_written_is_read_or_refused(
        field in prop::sample::select(vec![
            "label", "event_day", "order_before", "zone", "year", "transit_days", "destination",
            "source_url", "kind",
        ]),
        text in "\\PC{0,40}|[0-9T:+-]{8,18}",
        number: i64,
        deadline in "[0-9]{4}-[01][0-9]-[0-3][0-9]",
    ) {
        for value in [json!(text), json!(number), json!({"country": text, "postcodes": [text]})] {
            let rows = json!([row(&json!({field: value}))]);
            let Ok(calendar) = serde_json::from_value::<CutoffCalendar>(rows) else { continue };
            if let Some(deadline) = Day::parse(&deadline) {
                calendar.still_possible(Timestamp(number), &at("75011"), &deadline);
            }
        }
    }
}
