//! What can be done where something went wrong, as the desk shows it.

use shared::redress::{Authority, Harm, Redress, RedressStanding, Remedy};

use super::*;

fn redress(standing: RedressStanding) -> Redress {
    Redress {
        id: 3,
        order: "#1042".into(),
        parcel: None,
        harm: Harm::Late,
        remedy: Remedy::Refund,
        by: agent("me"),
        standing,
    }
}

fn shown() -> AgentEvent {
    AgentEvent::RedressShown {
        contact: contact("a"),
        authority: Authority::Regular,
        guides: vec![],
    }
}

fn asks() -> Effect {
    Effect::Send(AgentCommand::ShowRedress {
        contact: contact("a"),
    })
}

#[test]
fn rd5_what_is_left_is_asked_again_once_something_was_chosen() {
    let mut desk = desk_with_open_case(2);
    let event = |seq, standing| {
        let redress = redress(standing);
        fact(seq, Fact::Redress { redress })
    };
    // Nobody looks: nothing is asked.
    assert_eq!(live(&mut desk, vec![event(3, RedressStanding::Asked)]), []);
    assert_eq!(desk.toggle_redress(), [asks()]);
    desk.apply(shown(), NOW);
    assert!(desk.offered().is_some());
    let approved = RedressStanding::Approved { by: agent("her") };
    assert_eq!(live(&mut desk, vec![event(4, approved.clone())]), [asks()]);
    let known = &desk.content().unwrap().present.redress;
    assert_eq!(*known, [redress(approved)]);
    assert_eq!(desk.toggle_redress(), []);
    assert!(desk.offered().is_none());
}

#[test]
fn rd5_a_leads_answer_is_news() {
    let mut desk = desk_with_open_case(2);
    let answered = AgentEvent::RedressAnswered {
        contact: contact("a"),
        redress: redress(RedressStanding::Declined { by: agent("her") }),
    };
    let news = News {
        contact: contact("a"),
        kind: NewsKind::RedressDeclined(Remedy::Refund),
    };
    assert_eq!(desk.apply(answered, NOW), [Effect::News(news)]);
}
