//! What outlives a page, and what shows that somebody is there.

use super::*;

#[test]
fn cv25_what_was_not_acknowledged_goes_out_from_the_next_page() {
    let mut desk = desk_with_open_case(3);
    desk.say(words(Word::Reply, "Un instant"), cid("1"), NOW);
    desk.say(words(Word::Note, "À suivre"), cid("2"), NOW);
    desk.say(words(Word::Reply, "Voilà"), cid("3"), NOW);
    let (acked, refused) = (cid("1"), cid("3"));
    desk.apply(AgentEvent::Acked { cid: acked, seq: 4 }, NOW);
    desk.apply(
        AgentEvent::Refused {
            cid: Some(refused),
            code: Refusal::Unavailable,
            retry_after: None,
        },
        NOW,
    );
    let unsent = desk.unsent();
    let names: Vec<_> = unsent.iter().filter_map(AgentCommand::cid).collect();
    assert_eq!(names, [&cid("2"), &cid("3")]);

    let mut next = DeskState::default();
    next.apply(welcome(vec![case("a", held_by("me"), 4)]), NOW);
    let sent = unsent.iter().cloned().map(Effect::Send);
    assert_eq!(next.restore(unsent.clone(), NOW), sent.collect::<Vec<_>>());
    assert_eq!(next.restore(unsent.clone(), NOW), [], "once");
    assert_eq!(next.unsent(), unsent);
}

#[test]
fn cv19_whoever_is_asked_whether_they_are_there_answers() {
    let asked = desk_with_open_case(1).apply(AgentEvent::StillThere, NOW);
    assert_eq!(asked, [Effect::Send(AgentCommand::Got)]);
}
