//! A hello, until it has an answer.

use super::*;

fn refused(retry_after: Option<u32>) -> AgentEvent {
    AgentEvent::Refused {
        cid: None,
        code: Refusal::TooFast,
        retry_after,
    }
}

#[test]
fn cv27_a_hello_that_was_refused_is_said_again_until_it_is_answered() {
    let mut desk = DeskState::default();
    let hello = [Effect::Send(AgentCommand::Hello)];
    assert_eq!(desk.greet(), hello);
    assert_eq!(desk.apply(refused(Some(3)), NOW), [Effect::GreetIn(3)]);
    assert_eq!(desk.greet_again(), hello);
    assert_eq!(desk.apply(refused(None), NOW), [Effect::GreetIn(1)]);
    desk.apply(welcome(vec![]), NOW);
    // One that was still to be said has its answer by now.
    assert_eq!(desk.greet_again(), []);
    let of_another_command = Effect::Refused(Refusal::TooFast);
    assert_eq!(desk.apply(refused(Some(1)), NOW), [of_another_command]);
    // With the next connection it begins anew.
    assert_eq!(desk.greet(), hello);
    assert_eq!(desk.apply(refused(Some(1)), NOW), [Effect::GreetIn(1)]);
}
