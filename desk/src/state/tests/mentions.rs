//! Notes that name the agent.

use super::*;

#[test]
fn nt2_who_is_named_is_told_once_and_has_the_case_until_it_is_read() {
    let mut desk = DeskState::default();
    desk.apply(welcome(vec![case("a", held_by("ana"), 1)]), NOW);
    let naming = |head, mentioned: &[&str]| AgentEvent::CaseChanged {
        case: CaseSummary {
            mentioned: mentioned.iter().map(|id| AgentId((*id).into())).collect(),
            ..case("a", held_by("ana"), head)
        },
    };
    let told = Effect::News(News {
        contact: contact("a"),
        kind: NewsKind::Mentioned,
    });
    for (head, mentioned, effects, mine) in [
        (2, &["ben"][..], &[][..], 0),
        (3, &["ben", "me"], std::slice::from_ref(&told), 1),
        (4, &["me"], &[], 1),
        (5, &[], &[], 0),
    ] {
        assert_eq!(desk.apply(naming(head, mentioned), NOW), effects, "{head}");
        assert_eq!(desk.count(Tab::Mine, NOW), mine, "{head}");
        assert_eq!(desk.count(Tab::Team, NOW), 1, "{head}");
    }
}
