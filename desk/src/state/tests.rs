//! The state as the desk lives through it.

use shared::ids::{AgentId, Cid, OrderKey, SiteKey};
use shared::language::Language;
use shared::order::OrderView;
use shared::protocol::desk::{Identity, LastAuthor, Present};
use shared::protocol::widget::{Author, Event, Fact, Message};

use super::*;
use samples::{case, waits_for_an_answer, words};

mod bulk;
mod clocks;
mod gone;
mod greeting;
mod mentions;
mod more;
mod offers;
mod promises;
mod quarantine;
mod redress;
mod requests;
mod samples;
mod unsent;
mod wall;

const NOW: Timestamp = Timestamp(1_000_000);

fn agent(id: &str) -> AgentName {
    AgentName {
        id: AgentId(id.into()),
        name: id.to_uppercase(),
    }
}

fn contact(id: &str) -> ContactId {
    ContactId(id.into())
}

fn cid(id: &str) -> Cid {
    Cid(id.into())
}

fn queued(since: i64) -> ConversationState {
    ConversationState::Queued {
        since: Timestamp(since),
    }
}

fn held_by(id: &str) -> ConversationState {
    ConversationState::Open {
        assignee: agent(id),
    }
}

fn welcome(cases: Vec<CaseSummary>) -> AgentEvent {
    AgentEvent::Welcome {
        site: SiteKey("shop".into()),
        site_name: "Shop".into(),
        agent: agent("me"),
        cases,
        more: vec![],
        clocks: vec![],
        quarantine: vec![],
        team: vec![],
    }
}

fn fact(seq: u64, fact: Fact) -> Event {
    Event {
        seq,
        at: Timestamp(0),
        conversation: 1,
        fact,
    }
}

fn hidden(seqs: std::ops::RangeInclusive<u64>) -> Vec<Event> {
    seqs.map(|seq| fact(seq, Fact::Hidden)).collect()
}

fn said(seq: u64, by: &str, named: &str) -> Event {
    let message = Message {
        author: Author::Agent(agent(by)),
        text: "Bonjour".into(),
        cid: Some(cid(named)),
        about: None,
        card: None,
        choices: vec![],
        promise: None,
    };
    fact(seq, Fact::Message(message))
}

fn opened(id: &str, events: Vec<Event>) -> AgentEvent {
    let head = events.last().map_or(0, |event| event.seq);
    AgentEvent::CaseOpened {
        contact: contact(id),
        dossier: None,
        present: Present {
            identity: Identity::Anonymous,
            language: Language::French,
            state: held_by("me"),
            request: None,
            redress: vec![],
            promises: vec![],
            orders: vec![],
            read_upto: 0,
        },
        events,
        head,
    }
}

/// A desk with case `a` on the screen, holding events 1 to `head`.
fn desk_with_open_case(head: u64) -> DeskState {
    let mut desk = DeskState::default();
    desk.apply(welcome(vec![case("a", held_by("me"), head)]), NOW);
    desk.open_case(contact("a"));
    desk.apply(opened("a", hidden(1..=head)), NOW);
    desk
}

fn live(desk: &mut DeskState, events: Vec<Event>) -> Vec<Effect> {
    desk.apply(
        AgentEvent::CaseEvents {
            contact: contact("a"),
            events,
        },
        NOW,
    )
}

fn seqs(desk: &DeskState) -> Vec<u64> {
    desk.content().unwrap().events.keys().copied().collect()
}

fn order(version: u64) -> OrderView {
    OrderView {
        key: OrderKey("shopify:1".into()),
        number: "#1042".into(),
        placed_at: Timestamp(0),
        cancelled: false,
        items: vec![],
        secret: false,
        parcels: vec![],
        version,
    }
}

#[test]
fn every_case_is_in_one_tab_and_the_longest_wait_comes_first() {
    let mut desk = DeskState::default();
    let mut answered = case("late", held_by("me"), 4);
    answered.service = Some(waits_for_an_answer(4));
    desk.apply(
        welcome(vec![
            case("young", queued(20), 1),
            case("old", queued(10), 2),
            case("mine", held_by("me"), 9),
            answered,
            case("hers", held_by("her"), 5),
            case("bots", ConversationState::Pending, 6),
            case("done", ConversationState::Resolved, 7),
        ]),
        NOW,
    );
    let listed = |tab| {
        desk.rows(tab, NOW)
            .into_iter()
            .map(|row| row.case.contact.0)
            .collect::<Vec<_>>()
            .join(" ")
    };
    assert_eq!(
        Tab::ALL.map(listed),
        ["old young", "late mine", "", "hers", "bots", "done"]
    );
    assert_eq!(Tab::ALL.map(|tab| desk.count(tab, NOW)), [2, 2, 0, 1, 1, 1]);
}

#[test]
fn a_case_that_begins_to_wait_is_told_once() {
    let mut desk = DeskState::default();
    desk.apply(welcome(vec![case("a", ConversationState::Pending, 1)]), NOW);
    let changed = |head| AgentEvent::CaseChanged {
        case: case("a", queued(1), head),
    };
    assert_eq!(
        desk.apply(changed(2), NOW),
        [Effect::CaseWaits(contact("a"))]
    );
    assert_eq!(desk.apply(changed(3), NOW), []);
}

#[test]
fn an_older_summary_changes_nothing() {
    let mut desk = DeskState::default();
    desk.apply(welcome(vec![case("a", held_by("me"), 5)]), NOW);
    desk.apply(
        AgentEvent::CaseChanged {
            case: case("a", queued(1), 4),
        },
        NOW,
    );
    assert_eq!(desk.tab_of(&contact("a")), Some(Tab::Mine));
}

#[test]
fn a_gap_is_fetched_and_the_events_stay_whole() {
    let mut desk = desk_with_open_case(3);
    let fetch = AgentCommand::FetchEvents {
        contact: contact("a"),
        after: 3,
        limit: 4,
    };
    assert_eq!(live(&mut desk, hidden(7..=7)), [Effect::Send(fetch)]);
    assert_eq!(seqs(&desk), [1, 2, 3]);
    assert_eq!(live(&mut desk, hidden(4..=7)), []);
    assert_eq!(seqs(&desk), [1, 2, 3, 4, 5, 6, 7]);
}

#[test]
fn earlier_pages_are_asked_for_until_the_first_event() {
    let mut desk = DeskState::default();
    desk.open_case(contact("a"));
    desk.apply(opened("a", hidden(131..=140)), NOW);
    let page = AgentCommand::FetchEvents {
        contact: contact("a"),
        after: 30,
        limit: 100,
    };
    assert_eq!(desk.fetch_earlier(), [Effect::Send(page)]);
    live(&mut desk, hidden(31..=130));
    let page = AgentCommand::FetchEvents {
        contact: contact("a"),
        after: 0,
        limit: 30,
    };
    assert_eq!(desk.fetch_earlier(), [Effect::Send(page)]);
    live(&mut desk, hidden(1..=30));
    assert_eq!(desk.fetch_earlier(), []);
    assert_eq!(seqs(&desk), (1..=140).collect::<Vec<_>>());
}

#[test]
fn reading_is_told_only_while_somebody_looks_and_once() {
    let mut desk = desk_with_open_case(3);
    assert_eq!(live(&mut desk, hidden(4..=4)), []);
    let read = |upto| {
        Effect::Send(AgentCommand::ReadCase {
            contact: contact("a"),
            upto,
        })
    };
    assert_eq!(desk.set_watched(true), [read(4)]);
    assert_eq!(desk.set_watched(true), []);
    assert_eq!(live(&mut desk, hidden(5..=5)), [read(5)]);
}

#[test]
fn a_reply_stays_until_its_event_is_on_the_screen() {
    let mut desk = desk_with_open_case(3);
    desk.say(words(Word::Reply, "Bonjour"), cid("r"), NOW);
    desk.apply(
        AgentEvent::Acked {
            cid: cid("r"),
            seq: 4,
        },
        NOW,
    );
    assert_eq!(desk.outbox[0].delivery, Delivery::Acked { seq: 4 });
    live(&mut desk, vec![said(4, "me", "r")]);
    assert_eq!(desk.outbox, []);
}

#[test]
fn an_event_settles_a_reply_whose_ack_was_lost() {
    let mut desk = desk_with_open_case(3);
    desk.say(words(Word::Reply, "Bonjour"), cid("r"), NOW);
    live(&mut desk, vec![said(4, "me", "r")]);
    assert_eq!(desk.outbox, []);
}

#[test]
fn after_a_lost_connection_the_case_opens_again_and_unanswered_commands_keep_their_cid() {
    let mut desk = desk_with_open_case(3);
    let sent = desk.say(words(Word::Reply, "Bonjour"), cid("r"), NOW);
    desk.say(words(Word::Note, "À rappeler"), cid("n"), NOW);
    desk.apply(
        AgentEvent::Acked {
            cid: cid("n"),
            seq: 9,
        },
        NOW,
    );
    let effects = desk.apply(welcome(vec![]), NOW);
    let reopened = Effect::Send(AgentCommand::OpenCase {
        contact: contact("a"),
    });
    assert_eq!(effects, [vec![reopened], sent].concat());
}

#[test]
fn pages_read_before_a_lost_connection_stay_when_they_join() {
    let mut desk = desk_with_open_case(50);
    desk.apply(opened("a", hidden(40..=60)), NOW);
    assert_eq!(seqs(&desk).first(), Some(&1));
    desk.apply(opened("a", hidden(90..=99)), NOW);
    assert_eq!(seqs(&desk).first(), Some(&90), "a gap is not papered over");
}

#[test]
fn a_refused_text_stays_and_may_be_sent_again_under_its_name() {
    let mut desk = desk_with_open_case(3);
    let sent = desk.say(words(Word::Reply, "Bonjour"), cid("r"), NOW);
    let refused = AgentEvent::Refused {
        cid: Some(cid("r")),
        code: Refusal::TooFast,
        retry_after: None,
    };
    assert_eq!(desk.apply(refused, NOW), []);
    assert!(desk.outbox[0].is_stuck(NOW));
    assert_eq!(desk.retry(&cid("r"), NOW), sent);
    assert!(!desk.outbox[0].is_stuck(NOW));
    assert!(
        desk.outbox[0].is_stuck(NOW.plus_millis(15_001)),
        "silence counts as not sent"
    );
}

#[test]
fn a_refused_take_springs_back_and_says_why() {
    let mut desk = desk_with_open_case(3);
    desk.handle(Act::Take, cid("t"), NOW);
    assert!(desk.open_case_is_changing());
    let refused = AgentEvent::Refused {
        cid: Some(cid("t")),
        code: Refusal::OutOfPlace,
        retry_after: None,
    };
    assert_eq!(
        desk.apply(refused, NOW),
        [Effect::Refused(Refusal::OutOfPlace)]
    );
    assert!(!desk.open_case_is_changing());
}

#[test]
fn orders_follow_the_events_and_never_go_back() {
    let mut desk = desk_with_open_case(1);
    for (seq, version) in [(2, 5), (3, 4)] {
        live(
            &mut desk,
            vec![fact(
                seq,
                Fact::OrderUpdated {
                    order: order(version),
                },
            )],
        );
    }
    assert_eq!(desk.content().unwrap().present.orders, [order(5)]);
}

#[test]
fn a_case_that_does_not_exist_says_so() {
    let mut desk = DeskState::default();
    desk.apply(welcome(vec![]), NOW);
    desk.open_case(contact("gone"));
    let refused = AgentEvent::Refused {
        cid: None,
        code: Refusal::NotFound,
        retry_after: None,
    };
    assert_eq!(desk.apply(refused, NOW), []);
    assert_eq!(
        desk.open,
        Some(OpenCase::Missing {
            contact: contact("gone")
        })
    );
}

#[test]
fn a_handoff_of_the_open_case_brings_its_new_dossier() {
    let mut desk = desk_with_open_case(3);
    let state = queued(20);
    let effects = live(&mut desk, vec![fact(4, Fact::StateChanged { state })]);
    let contact = contact("a");
    assert!(effects.contains(&Effect::Send(AgentCommand::OpenCase { contact })));

    let again = live(&mut desk, vec![fact(5, Fact::Hidden)]);
    assert!(
        !again
            .iter()
            .any(|effect| matches!(effect, Effect::Send(AgentCommand::OpenCase { .. })))
    );
}
