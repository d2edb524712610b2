//! What the screen offers to do with a case, by who holds it and who is there.

use shared::routing::{Presence, Profile, Teammate};

use super::*;

fn mate(id: &str, presence: Presence, lead: bool) -> Teammate {
    Teammate {
        agent: agent(id),
        lead,
        profile: Profile::default(),
        presence,
        open: 0,
    }
}

/// What an agent is offered for a case in some state: `t`ake, `d` for putting it down, `p`icking it
/// up, and the colleagues to whom it may be given.
fn offered(state: ConversationState, i_lead: bool) -> String {
    let mut desk = desk_with_open_case(1);
    desk.apply(
        AgentEvent::TeamChanged {
            team: vec![
                mate("gone", Presence::Away, false),
                mate("her", Presence::ByHand, false),
                mate("me", Presence::Ready, i_lead),
            ],
        },
        NOW,
    );
    let case = case("a", state, 2);
    desk.apply(AgentEvent::CaseChanged { case }, NOW);
    let offers = desk.offers();
    let mut words: Vec<String> = [
        (offers.take, "t"),
        (offers.put_down, "d"),
        (offers.pick_up, "p"),
    ]
    .into_iter()
    .filter(|(offered, _)| *offered)
    .map(|(_, word)| word.to_owned())
    .collect();
    words.extend(offers.give_to.into_iter().map(|mate| mate.agent.id.0));
    words.join(" ")
}

fn aside(id: &str) -> ConversationState {
    ConversationState::Snoozed {
        until: NOW,
        assignee: agent(id),
    }
}

#[test]
fn ho10_a_case_within_reach_can_be_taken_and_given_and_only_ones_own_put_down() {
    for (state, agents, leads) in [
        (queued(1), "t her gone", "t her gone"),
        (ConversationState::Pending, "t her gone", "t her gone"),
        (held_by("me"), "d her gone", "d her gone"),
        (aside("me"), "p her gone", "p her gone"),
        (held_by("her"), "", "t gone"),
        (aside("her"), "", "t gone"),
        (held_by("gone"), "t her", "t her"),
        (ConversationState::Resolved, "t", "t"),
    ] {
        assert_eq!(offered(state.clone(), false), agents, "{state:?}");
        assert_eq!(offered(state.clone(), true), leads, "{state:?}, a lead");
    }
}

#[test]
fn what_is_done_with_a_case_is_sent_under_a_name_and_again_after_a_lost_connection() {
    let mut desk = desk_with_open_case(1);
    let until = NOW.plus_millis(1);
    let sent = desk.handle(Act::SetAside { until }, cid("s"), NOW);
    let command = AgentCommand::SnoozeCase {
        cid: cid("s"),
        contact: contact("a"),
        until,
    };
    assert_eq!(sent, [Effect::Send(command)]);
    assert!(desk.open_case_is_changing());
    let again = desk.apply(welcome(vec![case("a", held_by("me"), 1)]), NOW);
    assert_eq!(again.last(), sent.last());
}

#[test]
fn ho12_who_else_looks_at_the_case_is_known_until_they_go() {
    let mut desk = desk_with_open_case(1);
    let watched = |by: &[&str]| AgentEvent::CaseWatched {
        contact: contact("a"),
        by: by.iter().map(|id| agent(id)).collect(),
    };
    desk.apply(watched(&["her", "me"]), NOW);
    assert_eq!(desk.others_here(), ["HER"]);
    desk.apply(watched(&["me"]), NOW);
    assert!(desk.others_here().is_empty());
}
