//! What leads see of this moment.

use shared::protocol::desk::CaseClock;
use shared::protocol::promise::{Promise, PromiseKind, Standing};
use shared::routing::{Presence, Profile, Teammate, VipReason};
use shared::sla::{Clock, ClockKind};
use shared::time::Day;

use super::*;
use crate::state::wall::Wall;

fn mate(name: &str, presence: Presence, open: u32) -> Teammate {
    Teammate {
        agent: agent(name),
        lead: name == "me",
        profile: Profile::default(),
        presence,
        open,
    }
}

fn broken() -> Promise {
    Promise {
        id: 1,
        kind: PromiseKind::Answer,
        by: Day::parse("2026-12-22").unwrap(),
        due: NOW.plus_millis(-1),
        owner: None,
        standing: Standing::Broken { at: NOW },
    }
}

#[test]
fn rp7_the_wall_says_who_waits_what_is_owed_and_who_is_there() {
    let since = NOW.0 - 600_000;
    let mut vip = CaseSummary {
        service: Some(waits_for_an_answer(since)),
        promises: vec![broken()],
        ..case("vip", queued(since), 1)
    };
    vip.triage.vip = vec![VipReason::HighEmotion];
    let waits = case("b", queued(NOW.0 - 60_000), 1);
    let mut desk = DeskState::default();
    desk.apply(welcome(vec![vip, waits, case("c", held_by("her"), 1)]), NOW);
    let team = vec![
        mate("me", Presence::ByHand, 1),
        mate("her", Presence::Ready, 2),
        mate("him", Presence::Away, 3),
    ];
    desk.apply(AgentEvent::TeamChanged { team }, NOW);
    let clock = Clock {
        kind: ClockKind::FirstAnswer,
        since: Timestamp(since),
        due: NOW,
    };
    let told = CaseClock {
        contact: contact("vip"),
        clock,
    };
    desk.apply(
        AgentEvent::ClocksChanged {
            contact: told.contact,
            clocks: vec![clock],
        },
        NOW,
    );
    let wall = Wall {
        waiting: 2,
        more_wait: false,
        vip: 1,
        longest: Some(Timestamp(since)),
        overdue: 1,
        promised: 1,
        broken: 1,
        here: 2,
        ready: 1,
        held: 3,
        capacity: 8,
    };
    assert_eq!(desk.wall(NOW), wall);
    assert_eq!(DeskState::default().wall(NOW), Wall::default());
}
