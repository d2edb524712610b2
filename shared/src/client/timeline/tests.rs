//! What a timeline makes of pages in any order.

use proptest::prelude::*;

use super::*;
use crate::ids::{AgentId, ContactId};
use crate::notice::{NoticeKind, Severity};
use crate::order::{EstimatedDelivery, ParcelView};
use crate::protocol::widget::AgentName;
use crate::time::Timestamp;
use crate::tracking::Status;

fn event(seq: u64, fact: Fact) -> Event {
    Event {
        seq,
        at: Timestamp(0),
        conversation: 1,
        fact,
    }
}

fn says(seq: u64, author: Author) -> Event {
    let text = format!("message {seq}");
    event(
        seq,
        Fact::Message(Message {
            author,
            text,
            cid: None,
            about: None,
            card: None,
            choices: vec![],
            promise: None,
        }),
    )
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

fn opened() -> ConversationState {
    let assignee = AgentName {
        id: AgentId("a".into()),
        name: "Camille".into(),
    };
    ConversationState::Open { assignee }
}

/// Ten events of every kind, as an edge would number them.
fn history() -> Vec<Event> {
    vec![
        says(1, Author::Bot),
        says(2, Author::Shopper),
        event(3, Fact::OrderUpdated { order: order(1) }),
        event(
            4,
            Fact::StateChanged {
                state: ConversationState::Queued {
                    since: Timestamp(4),
                },
            },
        ),
        event(5, Fact::Hidden),
        event(6, Fact::StateChanged { state: opened() }),
        says(7, Author::Bot),
        event(8, Fact::OrderUpdated { order: order(3) }),
        event(9, Fact::OrderUpdated { order: order(2) }),
        event(
            10,
            Fact::StateChanged {
                state: ConversationState::Resolved,
            },
        ),
    ]
}

fn numbers(timeline: &Timeline) -> Vec<u64> {
    timeline.events().iter().map(|event| event.seq).collect()
}

#[test]
fn a_hole_is_asked_for_and_filled() {
    let mut timeline = Timeline::default();
    timeline.welcome(1, 10, ConversationState::Resolved);
    assert_eq!(timeline.gap(), None, "the first page is on its way");
    timeline.insert(history()[..3].to_vec());
    timeline.insert(history()[6..].to_vec());
    assert_eq!(
        timeline.gap(),
        Some(Page {
            after: 3,
            limit: MAX_REPLAY
        })
    );
    timeline.insert(history()[3..6].to_vec());
    assert_eq!((timeline.gap(), timeline.last_seq()), (None, 10));
}

#[test]
fn an_older_page_brings_back_neither_state_nor_order() {
    let mut timeline = Timeline::default();
    timeline.insert(history()[5..].to_vec());
    timeline.insert(history()[..5].to_vec());
    assert_eq!(timeline.state(), &ConversationState::Resolved);
    assert_eq!(
        timeline.order(&OrderKey("shopify:1".into())),
        Some(&order(3))
    );
}

#[test]
fn earlier_pages_end_right_before_the_oldest_event() {
    let from = |seq| {
        let mut timeline = Timeline::default();
        timeline.insert(vec![says(seq, Author::Bot)]);
        timeline.earlier(50)
    };
    assert_eq!(
        from(120),
        Some(Page {
            after: 69,
            limit: 50
        })
    );
    assert_eq!(
        from(31),
        Some(Page {
            after: 0,
            limit: 30
        })
    );
    assert_eq!(from(1), None);
    assert_eq!(Timeline::default().earlier(50), None);
}

#[test]
fn unread_counts_what_others_said_after_the_mark() {
    let mut timeline = Timeline::default();
    timeline.insert(history());
    assert_eq!((timeline.unread(), timeline.first_unread()), (2, Some(1)));
    timeline.read(6);
    timeline.read(2);
    assert_eq!((timeline.unread(), timeline.first_unread()), (1, Some(7)));
    timeline.read(10);
    assert_eq!((timeline.unread(), timeline.first_unread()), (0, None));
}

#[test]
fn another_epoch_begins_anew() {
    let mut timeline = Timeline::default();
    timeline.welcome(1, 10, ConversationState::Resolved);
    timeline.insert(history());
    timeline.welcome(1, 10, ConversationState::Resolved);
    assert_eq!(timeline.events().len(), 10);
    timeline.welcome(2, 0, ConversationState::Pending);
    assert_eq!((timeline.events().len(), timeline.head()), (0, 0));
    assert_eq!(timeline.state(), &ConversationState::Pending);
}

#[test]
fn only_the_latest_message_offers_choices() {
    use crate::protocol::widget::ChoiceId;
    let mut asks = says(1, Author::Bot);
    if let Fact::Message(message) = &mut asks.fact {
        message.choices = vec![Choice {
            id: ChoiceId::TrackOrder,
            label: "Track".into(),
        }];
    }
    let mut timeline = Timeline::default();
    timeline.insert(vec![asks, event(2, Fact::Hidden)]);
    let offered = |timeline: &Timeline| timeline.choices().map(|(seq, all)| (seq, all.len()));
    assert_eq!(offered(&timeline), Some((1, 1)));
    timeline.insert(vec![says(3, Author::Shopper)]);
    assert_eq!(offered(&timeline), Some((3, 0)));
    assert_eq!(timeline.label(ChoiceId::TrackOrder), Some("Track"));
    assert_eq!(timeline.label(ChoiceId::Settled), None);
}

proptest! {
    #[test]
    fn any_order_and_repetition_of_pages_gives_the_same_transcript(
        cuts in proptest::collection::vec((0usize..10, 1usize..5), 0..20),
    ) {
        let mut whole = Timeline::default();
        whole.insert(history());
        let mut pieced = Timeline::default();
        for (from, length) in cuts {
            let to = (from + length).min(10);
            let mut page = history()[from..to].to_vec();
            page.reverse();
            pieced.insert(page);
        }
        prop_assert!(numbers(&pieced).is_sorted_by(|a, b| a < b));
        while pieced != whole {
            let before = pieced.events().len();
            let page = pieced.earlier(3).or_else(|| pieced.gap()).unwrap_or(Page { after: 0, limit: 10 });
            let asked = history().into_iter().filter(|event| event.seq > page.after);
            pieced.insert(asked.take(page.limit as usize).collect());
            prop_assert!(pieced.events().len() > before, "a question that brings nothing new");
        }
        prop_assert_eq!(pieced, whole);
    }
}

#[test]
fn a_notice_offers_until_it_is_answered_or_overtaken() {
    let tells = |seq, key: &str| {
        let choice = Choice {
            id: ChoiceId::Refund,
            label: "Refund".into(),
        };
        event(
            seq,
            Fact::Notice {
                notice: NoticeKind::Damaged,
                severity: Severity::Urgent,
                text: String::new(),
                next: None,
                parcels: vec![],
                choices: vec![choice],
                order: OrderView {
                    key: OrderKey(key.into()),
                    ..order(1)
                },
            },
        )
    };
    let mut answer = says(4, Author::Shopper);
    if let Fact::Message(message) = &mut answer.fact {
        message.about = Some(1);
    }
    let mut timeline = Timeline::default();
    timeline.insert(vec![tells(1, "a"), says(2, Author::Shopper), tells(3, "b")]);
    let open = |timeline: &Timeline| {
        let is_open = |seq: &u64| !timeline.choices_of(*seq).is_empty();
        (1..=5).filter(is_open).collect::<Vec<_>>()
    };
    assert_eq!(
        open(&timeline),
        [1, 3],
        "words and other orders end nothing"
    );
    timeline.insert(vec![answer]);
    assert_eq!(open(&timeline), [3]);
    timeline.insert(vec![tells(5, "b")]);
    assert_eq!(open(&timeline), [5]);
}

#[test]
fn what_is_next_holds_until_the_order_moves_on() {
    let parcel = |status| {
        let mut order = order(2);
        order.parcels = vec![parcel_of(status)];
        order
    };
    let told = |order| {
        event(
            1,
            Fact::Notice {
                notice: NoticeKind::Shipped,
                severity: Severity::Info,
                text: "Parti".into(),
                next: Some("Il arrive demain.".into()),
                parcels: vec![],
                choices: vec![],
                order,
            },
        )
    };
    let key = order(1).key;
    let mut timeline = Timeline::default();
    assert_eq!(timeline.next_of(&key), None);
    timeline.insert(vec![told(parcel(Status::InTransit))]);
    assert_eq!(timeline.next_of(&key), Some("Il arrive demain."));
    let mut scanned = parcel(Status::InTransit);
    scanned.version = 3;
    timeline.insert(vec![event(2, Fact::OrderUpdated { order: scanned })]);
    assert_eq!(timeline.next_of(&key), Some("Il arrive demain."));
    let mut moved_on = parcel(Status::Delivered);
    moved_on.version = 4;
    timeline.insert(vec![event(3, Fact::OrderUpdated { order: moved_on })]);
    assert_eq!(timeline.next_of(&key), None);
}

#[test]
fn an_order_that_changes_breaks_no_silence() {
    let mut timeline = Timeline::default();
    assert!(!timeline.is_silent(), "nothing is known yet");
    timeline.welcome(1, 2, ConversationState::Pending);
    assert!(!timeline.is_silent(), "two events are to come");
    let changed = |seq| event(seq, Fact::OrderUpdated { order: order(seq) });
    timeline.insert(vec![changed(2)]);
    assert!(!timeline.is_silent(), "the first one is missing");
    timeline.insert(vec![changed(1)]);
    assert!(timeline.is_silent());
    timeline.insert(vec![says(3, Author::Bot)]);
    assert!(!timeline.is_silent());
}

#[test]
fn a_welcome_tells_of_orders_without_news() {
    let mut timeline = Timeline::default();
    timeline.apply(ShopperEvent::Welcome {
        contact: ContactId("c".into()),
        epoch: 1,
        head: 0,
        read_upto: 0,
        agent_read_upto: 0,
        state: ConversationState::Pending,
        orders: vec![order(3)],
    });
    assert_eq!(timeline.orders(), [order(3)]);
}

fn parcel_of(status: Status) -> ParcelView {
    ParcelView {
        number: "6A1".into(),
        carrier: None,
        url: None,
        status,
        reason: None,
        steps: vec![],
        estimate: EstimatedDelivery::default(),
        pickup_point: None,
        pickup_hours: vec![],
        proof: None,
        history: vec![],
    }
}
