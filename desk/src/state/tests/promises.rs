//! What was promised, in the list and in the open case.

use shared::protocol::promise::{Promise, PromiseKind, Standing};
use shared::time::Day;

use super::*;

const HOUR: i64 = 3_600_000;

fn promise(id: u64, owner: Option<&str>, due_in_hours: i64) -> Promise {
    let due = NOW.plus_millis(due_in_hours * HOUR);
    Promise {
        id,
        kind: PromiseKind::Refund,
        by: Day::parse("2026-12-22").unwrap(),
        due,
        owner: owner.map(agent),
        standing: if due_in_hours <= 0 {
            Standing::Broken { at: due }
        } else {
            Standing::Open
        },
    }
}

pub(super) fn promised(id: &str, owner: Option<&str>, due_in_hours: i64) -> CaseSummary {
    CaseSummary {
        promises: vec![promise(1, owner, due_in_hours)],
        ..case(id, held_by("her"), 1)
    }
}

#[test]
fn pr6_what_is_due_is_listed_for_whoever_owes_it_the_most_overdue_first() {
    let mut desk = DeskState::default();
    desk.apply(
        welcome(vec![
            promised("today", Some("me"), 24),
            promised("tomorrow", Some("me"), 25),
            promised("hers", Some("her"), 2),
            promised("anybodys", None, 3),
            promised("broken", Some("me"), -50),
        ]),
        NOW,
    );
    let rows = desk.rows(Tab::Promised, NOW);
    let listed: Vec<_> = rows.iter().map(|row| row.case.contact.as_str()).collect();
    assert_eq!(listed, ["broken", "anybodys", "today"]);
    assert_eq!(desk.count(Tab::Promised, NOW), 3);
    assert_eq!(desk.count(Tab::Team, NOW), 5, "each stays where it stands");
}

#[test]
fn a_promise_of_the_open_case_is_settled_by_its_event_and_stays_settled() {
    let mut desk = desk_with_open_case(1);
    let told = |head| AgentEvent::CaseChanged {
        case: CaseSummary {
            promises: vec![promise(1, Some("me"), 5), promise(2, Some("me"), 0)],
            ..case("a", held_by("me"), head)
        },
    };
    desk.apply(told(2), NOW);
    let kept = |seq, promise| {
        fact(
            seq,
            Fact::PromiseSettled {
                promise,
                kept: true,
            },
        )
    };
    live(&mut desk, vec![kept(2, 1), kept(3, 2)]);
    // A summary from before may still come.
    desk.apply(told(3), NOW);
    let ledger = &desk.content().unwrap().present.promises;
    let standings: Vec<_> = ledger.iter().map(|it| it.standing.name()).collect();
    assert_eq!(standings, ["kept", "late"]);
}

#[test]
fn news_that_is_ones_own_to_see_to_is_told_apart_from_a_case_that_waits() {
    let mut desk = DeskState::default();
    let given = AgentEvent::CaseGiven {
        contact: contact("a"),
        vip: true,
    };
    let news = News {
        contact: contact("a"),
        kind: NewsKind::Given { vip: true },
    };
    assert_eq!(desk.apply(given, NOW), [Effect::News(news)]);
}
