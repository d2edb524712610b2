//! Which orders are due when.

use super::*;
use crate::order::Gift;

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

fn noon(text: &str) -> Timestamp {
    Timestamp::parse_rfc3339(&format!("{text}T12:00:00+01:00")).unwrap()
}

fn with_deadline(deadline: &str) -> Season {
    Season {
        deadline: Some(day(deadline)),
        ..Season::default()
    }
}

#[test]
fn a_season_runs_for_39_days_to_its_deadline() {
    let christmas = Season::default();
    let saint_nicholas = with_deadline("2026-12-05");
    let valentine = with_deadline("2027-02-14");
    for (season, today, deadline) in [
        (&christmas, "2026-11-14", None),
        (&christmas, "2026-11-15", Some("2026-12-24")),
        (&christmas, "2026-12-24", Some("2026-12-24")),
        (&christmas, "2026-12-25", None),
        (&christmas, "2027-12-01", Some("2027-12-24")),
        // It stands for the 24th of its year, and for no other.
        (&saint_nicholas, "2026-11-20", Some("2026-12-05")),
        (&saint_nicholas, "2026-10-27", Some("2026-12-05")),
        (&saint_nicholas, "2026-12-06", None),
        (&saint_nicholas, "2027-12-06", Some("2027-12-24")),
        (&valentine, "2026-12-20", Some("2026-12-24")),
        (&valentine, "2027-01-05", None),
        (&valentine, "2027-01-06", Some("2027-02-14")),
        (&valentine, "2027-02-15", None),
    ] {
        let found = season.deadline_at(noon(today));
        assert_eq!(found, deadline.map(day), "{today} {:?}", season.deadline);
    }
}

#[test]
fn the_day_of_the_season_is_the_merchant_s() {
    let at = Timestamp::parse_rfc3339("2026-12-24T23:30:00Z").unwrap();
    assert_eq!(Season::default().deadline_at(at), None);
    let london = Season {
        zone: Zone::parse("Europe/London").unwrap(),
        ..Season::default()
    };
    assert_eq!(london.deadline_at(at), Some(day("2026-12-24")));
}

#[test]
fn se3_an_order_s_own_deadline_comes_first() {
    let gift = Some(Gift { secret: false });
    let own = Some("2026-12-12");
    for (all_orders, placed, gift, own, deadline) in [
        (false, "2026-12-01", None, None, None),
        (false, "2026-12-01", gift, None, Some("2026-12-24")),
        (true, "2026-12-01", None, None, Some("2026-12-24")),
        (true, "2026-08-01", gift, None, None),
        (false, "2026-08-01", None, own, own),
        (true, "2026-12-01", gift, own, own),
    ] {
        let season = Season {
            all_orders,
            ..Season::default()
        };
        let order = OrderFacts {
            placed_at: noon(placed),
            gift,
            deadline: own.map(day),
            ..OrderFacts::default()
        };
        assert_eq!(season.deadline_of(&order), deadline.map(day), "{placed}");
    }
}

#[test]
fn settings_may_be_left_out_and_not_mistyped() {
    let empty: Season = serde_json::from_str("{}").unwrap();
    assert_eq!(empty, Season::default());
    for mistyped in [
        r#"{"cutofs":[]}"#,
        r#"{"zone":"Paris"}"#,
        r#"{"all_orders":"yes"}"#,
        r#"{"deadline":"24/12/2026"}"#,
    ] {
        assert!(
            serde_json::from_str::<Season>(mistyped).is_err(),
            "{mistyped}"
        );
    }
}
