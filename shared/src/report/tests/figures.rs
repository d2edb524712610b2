//! Facts become figures.

use super::*;
use crate::protocol::report::{Figures, Line, Report};
use crate::season::Zone;

fn span(from: &str, to: &str) -> Span {
    Span {
        from: Day::parse(from).unwrap(),
        to: Day::parse(to).unwrap(),
        zone: Zone::parse("Europe/Paris").unwrap(),
        now: at(60 * DAY),
    }
}

/// The report of December about some shoppers.
fn december(shoppers: Vec<Facts>) -> Report {
    let mut tally = Tally::new(span("2026-12-01", "2026-12-31"));
    for facts in shoppers {
        tally.add(facts);
    }
    tally.report()
}

fn of(concerns: Vec<(Concern, Option<Level>)>) -> Facts {
    Facts {
        concerns,
        ..Facts::default()
    }
}

/// A concern that a human answered after so many seconds.
fn answered(opened: i64, seconds: i64) -> Concern {
    Concern {
        handed: Some(Handed {
            at: at(opened),
            reason: HandoffReason::Incident,
            vip: true,
            answered_at: Some(at(opened + seconds * 1_000)),
        }),
        carrier: Some("Chronopost".into()),
        ..concern(opened)
    }
}

fn figures<'a>(lines: &'a [Line], key: &str) -> &'a Figures {
    let line = lines.iter().find(|line| line.key == key);
    &line
        .unwrap_or_else(|| panic!("no {key} in {lines:?}"))
        .figures
}

#[test]
fn rp5_a_concern_counts_on_its_day_and_with_its_topic_carrier_and_level() {
    let rated = Concern {
        rating: Some(Rating::Good),
        score: Some(9),
        ..answered(12 * HOUR, 40)
    };
    let report = december(vec![
        of(vec![(rated, Some(Level::Expert))]),
        of(vec![(open(36 * HOUR), None)]),
    ]);
    assert_eq!(report.total.contacts, 2);
    assert_eq!((report.total.by_bot, report.total.vip), (1, 1));
    assert_eq!((report.total.matters, report.total.first_contact), (2, 2));
    let one = Figures {
        contacts: 1,
        vip: 1,
        matters: 1,
        first_contact: 1,
        good: 1,
        promoters: 1,
        answered: 1,
        answer_median: Some(40),
        answer_p90: Some(40),
        ..Figures::default()
    };
    assert_eq!(figures(&report.days, "2026-12-01"), &one);
    assert_eq!(figures(&report.carriers, "Chronopost"), &one);
    assert_eq!(figures(&report.levels, "expert"), &one);
    assert_eq!(figures(&report.days, "2026-12-02").by_bot, 1);
    assert_eq!(figures(&report.topics, "delivery").contacts, 2);
    assert_eq!(report.levels.len(), 1);
    assert_eq!(report.reasons[0].key, "incident");
}

#[test]
fn rp5_days_are_the_shops() {
    // 23:30 in London is the next day in Paris.
    let late = of(vec![(open(23 * HOUR + 30 * 60_000), None)]);
    let report = december(vec![late]);
    assert_eq!(report.days[0].key, "2026-12-02");
}

#[test]
fn rp5_what_is_of_other_days_counts_only_for_what_became_of_these() {
    let mut tally = Tally::new(span("2026-12-03", "2026-12-03"));
    // The first came on the first, back on the third, and another came on the third and again.
    tally.add(of(vec![(concern(0), None), (concern(60 * HOUR), None)]));
    tally.add(of(vec![
        (concern(60 * HOUR), None),
        (concern(5 * DAY), None),
    ]));
    let report = tally.report();
    assert_eq!(report.total.contacts, 2);
    assert_eq!((report.total.matters, report.total.first_contact), (1, 0));
}

#[test]
fn rp5_a_median_is_of_those_who_were_answered() {
    let waits = [10, 20, 30, 40, 1_000];
    let shoppers = waits.map(|wait| of(vec![(answered(HOUR, wait), Some(Level::Newcomer))]));
    let report = december(shoppers.into());
    assert_eq!(report.total.answered, 5);
    assert_eq!(report.total.answer_median, Some(30));
    assert_eq!(report.total.answer_p90, Some(1_000));
    assert_eq!(december(vec![]).total.answer_median, None);
}

#[test]
fn rp5_a_promise_counts_on_its_day_with_the_concern_that_made_it() {
    let owed = |id, day: &str, kept| Owed {
        id,
        by: Day::parse(day).unwrap(),
        kept,
    };
    let facts = Facts {
        concerns: vec![
            (answered(0, 5), Some(Level::Regular)),
            (
                Concern {
                    topic: Topic::Refund,
                    ..concern(100 * HOUR)
                },
                None,
            ),
        ],
        owed: vec![
            owed(2, "2026-12-02", true),
            owed(102, "2026-12-20", false),
            owed(103, "2027-01-02", false),
        ],
        ..Facts::default()
    };
    let report = december(vec![facts]);
    assert_eq!((report.total.kept, report.total.broken), (1, 1));
    assert_eq!(figures(&report.levels, "regular").kept, 1);
    assert_eq!(figures(&report.topics, "refund").broken, 1);
    assert_eq!(figures(&report.days, "2026-12-20").broken, 1);
}

#[test]
fn rp3_what_was_told_counts_by_kind_day_and_carrier() {
    let facts = Facts {
        told: vec![told(1, "a"), told(2, "b")],
        concerns: vec![(
            Concern {
                order: Some(order("b")),
                ..concern(3 * HOUR)
            },
            None,
        )],
        ..Facts::default()
    };
    let report = december(vec![facts]);
    assert_eq!((report.total.told, report.total.quiet), (2, 1));
    assert_eq!(figures(&report.carriers, "Colissimo").quiet, 1);
    let [line] = report.notices.as_slice() else {
        panic!("one kind: {:?}", report.notices);
    };
    assert_eq!(
        (line.key.as_str(), line.told, line.quiet),
        ("delayed", 2, 1)
    );
}
