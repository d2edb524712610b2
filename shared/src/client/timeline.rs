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
    Author, Card, Choice, ChoiceId, ConversationState, Event, Fact, Message, ShopperEvent,
};

/// The events that a client holds and what follows from them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timeline {
    /// Earlier pages come before what is here, which is moved then: ten thousand addresses are, not
    /// ten thousand events.
    #[expect(clippy::vec_box, reason = "an event is large")]
    events: Vec<Box<Event>>,
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
                orders,
                ..
            } => {
                self.welcome(epoch, head, state);
                for order in &orders {
                    self.learn_order(order);
                }
                self.read(read_upto);
                self.agent_read(agent_read_upto);
            }
            ShopperEvent::Events { events, .. } | ShopperEvent::Acked { events, .. } => {
                self.insert(events);
            }
            ShopperEvent::Reset { epoch } => self.restart(epoch),
            ShopperEvent::AgentRead { upto } => self.agent_read(upto),
            ShopperEvent::Refused { .. }
            | ShopperEvent::AgentTyping
            | ShopperEvent::QueuePlace { .. }
            | ShopperEvent::Ticket { .. }
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
            self.events.insert(place, Box::new(event));
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
    pub fn events(&self) -> &[Box<Event>] {
        &self.events
    }

    /// The event with a number, if it is here.
    pub fn event(&self, seq: u64) -> Option<&Event> {
        let place = self.events.partition_point(|known| known.seq < seq);
        let event = self.events.get(place)?.as_ref();
        (event.seq == seq).then_some(event)
    }

    /// The newest look of every order that is known.
    pub fn orders(&self) -> &[OrderView] {
        &self.orders
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

    /// Whether it is known that nothing was said yet, by anybody.
    pub fn is_silent(&self) -> bool {
        let is_whole =
            self.epoch.is_some() && self.last_seq() == self.head && self.earlier(1).is_none();
        let is_said = |fact: &Fact| matches!(fact, Fact::Message(_) | Fact::Notice { .. });
        is_whole && !self.events.iter().any(|event| is_said(&event.fact))
    }

    /// The latest message and its choices, which may be taken while it is the latest word.
    pub fn choices(&self) -> Option<(u64, &[Choice])> {
        self.events
            .iter()
            .rev()
            .find_map(|event| match &event.fact {
                Fact::Message(message) => Some((event.seq, message.choices.as_slice())),
                _ => None,
            })
    }

    /// The choices of a notice, which may be taken until one of them was and until there is later
    /// news of its order.
    pub fn choices_of(&self, seq: u64) -> &[Choice] {
        let place = self.events.partition_point(|known| known.seq < seq);
        let Some((event, later)) = self.events[place..].split_first() else {
            return &[];
        };
        let Fact::Notice { choices, order, .. } = &event.fact else {
            return &[];
        };
        let ends = |fact: &Fact| match fact {
            Fact::Message(message) => message.about == Some(seq),
            Fact::Notice { order: told, .. } => told.key == order.key,
            _ => false,
        };
        if later.iter().any(|event| ends(&event.fact)) {
            return &[];
        }
        choices
    }

    /// The words of a choice, as they were last offered.
    pub fn label(&self, choice: ChoiceId) -> Option<&str> {
        let offered = self
            .events
            .iter()
            .rev()
            .flat_map(|event| match &event.fact {
                Fact::Message(message) => message.choices.as_slice(),
                Fact::Notice { choices, .. } => choices.as_slice(),
                _ => &[],
            });
        let mut labels = offered.filter(|offered| offered.id == choice);
        labels.next().map(|offered| offered.label.as_str())
    }

    /// What happens next with an order, as its latest news says; `None` where none was said, or
    /// where the order has moved on since.
    pub fn next_of(&self, key: &OrderKey) -> Option<&str> {
        let told = self
            .events
            .iter()
            .rev()
            .find_map(|event| match &event.fact {
                Fact::Notice { order, next, .. } if order.key == *key => Some((order, next)),
                _ => None,
            });
        let (as_told, next) = told?;
        let stands = |order: &OrderView| -> Vec<_> {
            let parcels = order.parcels.iter();
            parcels
                .map(|parcel| (parcel.status, parcel.estimate.current.clone()))
                .collect()
        };
        let is_so_still = self.order(key).map(stands) == Some(stands(as_told));
        next.as_deref().filter(|_| is_so_still)
    }

    fn unseen(&self) -> impl Iterator<Item = &Event> {
        let from = self
            .events
            .partition_point(|event| event.seq <= self.read_upto);
        self.events[from..]
            .iter()
            .map(AsRef::as_ref)
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
            Fact::Message(_)
            | Fact::PromiseSettled { .. }
            | Fact::Note { .. }
            | Fact::Solved { .. }
            | Fact::Rated { .. }
            | Fact::Scored { .. }
            | Fact::Redress { .. }
            | Fact::Hidden => {}
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
        | Fact::PromiseSettled { .. }
        | Fact::Note { .. }
        | Fact::Solved { .. }
        | Fact::Rated { .. }
        | Fact::Scored { .. }
        | Fact::Redress { .. }
        | Fact::Hidden => false,
    }
}

#[cfg(test)]
mod tests;
