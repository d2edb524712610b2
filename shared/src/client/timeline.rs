//! A contact's history as a client has it: events by number, the newest look of every order,
//! where the conversation stands and how far each side has read.
//!
//! Pages may come in any order, twice, or with holes between them; what is shown depends on which
//! events came, never on how. The number after which nothing is missing is [`Timeline::last_seq`],
//! and [`Timeline::gap`] says what to ask for when something is.

use crate::ids::OrderKey;
use crate::order::OrderView;
use crate::protocol::MAX_REPLAY;
use crate::protocol::widget::{
    Author, Card, Choice, ConversationState, Event, Fact, Message, ShopperEvent,
};

/// The events that a client holds and what follows from them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timeline {
    events: Vec<Event>,
    orders: Vec<OrderView>,
    epoch: Option<u32>,
    head: u64,
    state: ConversationState,
    /// The number at which `state` was true, so that an older page can't bring back an older state.
    state_at: u64,
    read_upto: u64,
    agent_read_upto: u64,
}

/// Events to ask for: those after a number, at most so many.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Page {
    /// Events after this number,
    pub after: u64,
    /// at most this many.
    pub limit: u32,
}

impl Default for Timeline {
    fn default() -> Self {
        Self {
            events: Vec::new(),
            orders: Vec::new(),
            epoch: None,
            head: 0,
            state: ConversationState::Pending,
            state_at: 0,
            read_upto: 0,
            agent_read_upto: 0,
        }
    }
}

impl Timeline {
    /// Takes what the shopper's socket said. Frames that concern commands or passing states
    /// change nothing here.
    pub fn apply(&mut self, event: ShopperEvent) {
        match event {
            ShopperEvent::Welcome {
                epoch,
                head,
                read_upto,
                agent_read_upto,
                state,
                ..
            } => {
                self.welcome(epoch, head, state);
                self.read(read_upto);
                self.agent_read(agent_read_upto);
            }
            ShopperEvent::Events { events, .. } => self.insert(events),
            ShopperEvent::Reset { epoch } => self.restart(epoch),
            ShopperEvent::AgentRead { upto } => self.agent_read(upto),
            ShopperEvent::Acked { .. }
            | ShopperEvent::Refused { .. }
            | ShopperEvent::AgentTyping
            | ShopperEvent::QueuePlace { .. }
            | ShopperEvent::Bye { .. } => {}
        }
    }

    /// Begins or resumes: the epoch, the latest number and the state at that number.
    pub fn welcome(&mut self, epoch: u32, head: u64, state: ConversationState) {
        if self.epoch != Some(epoch) {
            self.restart(epoch);
        }
        self.head = self.head.max(head);
        self.set_state(head, state);
    }

    /// Forgets everything and waits for the events of an epoch.
    pub fn restart(&mut self, epoch: u32) {
        *self = Self {
            epoch: Some(epoch),
            ..Self::default()
        };
    }

    /// Adds events, in any order; what is already there stays as it is.
    pub fn insert(&mut self, events: Vec<Event>) {
        for event in events {
            let place = self.events.partition_point(|known| known.seq < event.seq);
            if self
                .events
                .get(place)
                .is_some_and(|known| known.seq == event.seq)
            {
                continue;
            }
            self.head = self.head.max(event.seq);
            self.learn(&event);
            self.events.insert(place, event);
        }
    }

    /// Notes how far this client's own side has read.
    pub fn read(&mut self, upto: u64) {
        self.read_upto = self.read_upto.max(upto);
    }

    /// Notes how far the other side has read.
    pub fn agent_read(&mut self, upto: u64) {
        self.agent_read_upto = self.agent_read_upto.max(upto);
    }

    /// The events, oldest first.
    pub fn events(&self) -> &[Event] {
        &self.events
    }

    /// The event with a number, if it is here.
    pub fn event(&self, seq: u64) -> Option<&Event> {
        let place = self.events.partition_point(|known| known.seq < seq);
        self.events.get(place).filter(|event| event.seq == seq)
    }

    /// The newest look of an order.
    pub fn order(&self, key: &OrderKey) -> Option<&OrderView> {
        self.orders.iter().find(|order| order.key == *key)
    }

    /// The epoch of the events; `None` before the first welcome.
    pub fn epoch(&self) -> Option<u32> {
        self.epoch
    }

    /// Where the conversation stands.
    pub fn state(&self) -> &ConversationState {
        &self.state
    }

    /// How far this client's own side has read.
    pub fn read_upto(&self) -> u64 {
        self.read_upto
    }

    /// How far the other side has read.
    pub fn agent_read_upto(&self) -> u64 {
        self.agent_read_upto
    }

    /// The highest number that the edge has told of.
    pub fn head(&self) -> u64 {
        self.head
    }

    /// The last number that is here without a hole before it, counted from the oldest event here;
    /// 0 when there is none.
    pub fn last_seq(&self) -> u64 {
        let mut last = self.events.first().map_or(0, |event| event.seq);
        for event in self.events.iter().skip(1) {
            if event.seq != last + 1 {
                break;
            }
            last = event.seq;
        }
        last
    }

    /// What to ask for when events are missing between those here, or between them and the head.
    pub fn gap(&self) -> Option<Page> {
        let after = self.last_seq();
        (!self.events.is_empty() && after < self.head).then_some(Page {
            after,
            limit: MAX_REPLAY,
        })
    }

    /// What to ask for to see at most `limit` events from before the oldest one here.
    pub fn earlier(&self, limit: u32) -> Option<Page> {
        let before = self
            .events
            .first()?
            .seq
            .checked_sub(1)
            .filter(|&before| before > 0)?;
        let after = before.saturating_sub(u64::from(limit));
        let limit = u32::try_from(before - after).unwrap_or(limit);
        Some(Page { after, limit })
    }

    /// How many messages and notices the shopper has not seen.
    pub fn unread(&self) -> usize {
        self.unseen().count()
    }

    /// The number of the first message or notice that the shopper has not seen.
    pub fn first_unread(&self) -> Option<u64> {
        self.unseen().next().map(|event| event.seq)
    }

    /// The choices that may be taken: those of the latest message, while it is the latest word.
    pub fn choices(&self) -> &[Choice] {
        self.events
            .iter()
            .rev()
            .find_map(|event| match &event.fact {
                Fact::Message(message) => Some(message.choices.as_slice()),
                _ => None,
            })
            .unwrap_or_default()
    }

    fn unseen(&self) -> impl Iterator<Item = &Event> {
        let from = self
            .events
            .partition_point(|event| event.seq <= self.read_upto);
        self.events[from..]
            .iter()
            .filter(|event| speaks_to_shopper(&event.fact))
    }

    fn learn(&mut self, event: &Event) {
        match &event.fact {
            Fact::Message(Message {
                card: Some(Card::Order { order }),
                ..
            })
            | Fact::Notice { order, .. }
            | Fact::OrderUpdated { order } => self.learn_order(order),
            Fact::StateChanged { state } => self.set_state(event.seq, state.clone()),
            Fact::Message(_) | Fact::Note { .. } | Fact::Hidden => {}
        }
    }

    fn learn_order(&mut self, order: &OrderView) {
        match self.orders.iter_mut().find(|known| known.key == order.key) {
            Some(known) if known.version < order.version => *known = order.clone(),
            Some(_) => {}
            None => self.orders.push(order.clone()),
        }
    }

    fn set_state(&mut self, seq: u64, state: ConversationState) {
        if seq >= self.state_at {
            self.state = state;
            self.state_at = seq;
        }
    }
}

/// Whether a fact is something that the shopper is to read: a word that isn't the shopper's own.
pub fn speaks_to_shopper(fact: &Fact) -> bool {
    match fact {
        Fact::Message(message) => message.author != Author::Shopper,
        Fact::Notice { .. } => true,
        Fact::OrderUpdated { .. }
        | Fact::StateChanged { .. }
        | Fact::Note { .. }
        | Fact::Hidden => false,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::ids::AgentId;
    use crate::protocol::widget::AgentName;
    use crate::time::Timestamp;

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
                card: None,
                choices: vec![],
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
        assert_eq!(timeline.choices().len(), 1);
        timeline.insert(vec![says(3, Author::Shopper)]);
        assert!(timeline.choices().is_empty());
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
}
