//! Until when shoppers are served, as the desk shows it.

use shared::protocol::desk::CaseClock;
use shared::sla::{Clock, ClockKind};

use super::*;

fn clock(kind: ClockKind, since: i64, due: i64) -> Clock {
    Clock {
        kind,
        since: Timestamp(since),
        due: Timestamp(due),
    }
}

fn waiting() -> CaseSummary {
    CaseSummary {
        service: Some(waits_for_an_answer(5)),
        ..case("a", queued(5), 1)
    }
}

#[test]
fn sl4_clocks_are_those_of_the_case_as_it_stands() {
    let mut desk = DeskState::default();
    let first = clock(ClockKind::FirstAnswer, 5, 600);
    let solution = clock(ClockKind::Solution, 5, 9_000);
    let told = |clock| CaseClock {
        contact: contact("a"),
        clock,
    };
    let AgentEvent::Welcome {
        site,
        site_name,
        agent,
        cases,
        quarantine,
        team,
        ..
    } = welcome(vec![waiting()])
    else {
        panic!("a welcome");
    };
    desk.apply(
        AgentEvent::Welcome {
            site,
            site_name,
            agent,
            cases,
            more: vec![],
            clocks: vec![told(first), told(solution)],
            quarantine,
            team,
        },
        NOW,
    );
    assert_eq!(desk.answer_clock(&desk.cases[&contact("a")]), Some(first));
    // An answer ends its clock at once, whatever was told of it last.
    let mut answered = waiting();
    answered.head = 2;
    answered.service.as_mut().unwrap().waits_since = None;
    desk.apply(AgentEvent::CaseChanged { case: answered }, NOW);
    assert_eq!(desk.clocks(&desk.cases[&contact("a")]), [solution]);
    desk.apply(
        AgentEvent::ClocksChanged {
            contact: contact("a"),
            clocks: vec![],
        },
        NOW,
    );
    assert_eq!(desk.clocks(&desk.cases[&contact("a")]), []);
}

#[test]
fn sl5_a_clock_that_is_over_is_news() {
    let mut desk = DeskState::default();
    desk.apply(welcome(vec![waiting()]), NOW);
    let over = AgentEvent::ClockOver {
        contact: contact("a"),
        clock: clock(ClockKind::FirstAnswer, 5, 6),
    };
    let news = News {
        contact: contact("a"),
        kind: NewsKind::ClockOver(ClockKind::FirstAnswer),
    };
    assert_eq!(desk.apply(over, NOW), [Effect::News(news)]);
}
