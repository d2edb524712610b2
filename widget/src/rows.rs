//! What stands in the log, line by line: the history and what is on its way, as rows that stay the
//! same while a message goes from "sending" to "sent". A screen reader then reads each message once.

use shared::client::{Outbox, Timeline};
use shared::ids::Cid;
use shared::protocol::widget::{Author, ConversationState, Event, Fact};
use shared::time::Timestamp;

use crate::dates::local_minute;

/// Messages of one author this close together are one group, in milliseconds.
const GROUP_MS: i64 = 5 * 60_000;
/// The minutes of the shortest day: clocks may go forward in it.
const SHORTEST_DAY: u16 = 23 * 60;
const MINUTE_MS: i64 = 60_000;

/// A line of the log.
#[derive(PartialEq, Eq)]
pub enum Row {
    /// A new day begins with this event.
    Day(u64),
    /// What follows is new.
    Unread,
    /// A message of the shopper, known by its command's name; its number, once it has arrived.
    Mine { cid: Cid, seq: Option<u64> },
    /// How far that message has come: below what is on its way, and below the latest that arrived.
    State(Cid),
    /// A message of the shopper from before commands had names.
    Past(u64),
    /// A message of the other side; whether it begins a group, and whether a card is below it.
    Said { seq: u64, opens: bool, card: bool },
    /// A parcel's news.
    Notice(u64),
    /// The conversation went into other hands.
    Turn(u64),
}

impl Row {
    /// Whether another row is the same line, which needs not be made anew.
    pub fn is(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Mine { cid, .. }, Self::Mine { cid: other, .. }) => cid == other,
            _ => self == other,
        }
    }

    /// Whether its line says the same for as long as its language is spoken.
    pub fn is_still(&self) -> bool {
        match self {
            Self::Day(_) | Self::Unread | Self::Mine { .. } | Self::Past(_) => true,
            Self::Said { card, .. } => !card,
            Self::State(_) | Self::Notice(_) | Self::Turn(_) => false,
        }
    }
}

/// The rows of a history and of what is on its way, or those of one earlier conversation.
pub fn rows(
    timeline: &Timeline,
    outbox: &Outbox,
    divider: Option<u64>,
    past: Option<u32>,
) -> Vec<Row> {
    let mut rows = Vec::with_capacity(timeline.events().len() + outbox.entries().len() + 2);
    let mut before: Option<&Event> = None;
    let mut divider = divider;
    let mut arrived = None;
    let mut days = Days::default();
    for event in timeline.events() {
        if past.is_some_and(|past| event.conversation != past) {
            continue;
        }
        let Some(row) = row(event, before) else {
            continue;
        };
        if days.begins(event.at) {
            rows.push(Row::Day(event.seq));
        }
        if divider.is_some_and(|first| event.seq >= first) {
            rows.push(Row::Unread);
            divider = None;
        }
        match &row {
            Row::Mine { cid, .. } => arrived = Some((rows.len() + 1, cid.clone())),
            Row::Past(_) => arrived = None,
            _ => {}
        }
        rows.push(row);
        before = Some(event);
    }
    if past.is_some() {
        return rows;
    }
    if let Some((place, cid)) = arrived {
        rows.insert(place, Row::State(cid));
    }
    for entry in outbox.entries() {
        let cid = entry.cid.clone();
        rows.extend([Row::Mine { cid, seq: None }, Row::State(entry.cid.clone())]);
    }
    rows
}

fn row(event: &Event, before: Option<&Event>) -> Option<Row> {
    let seq = event.seq;
    match &event.fact {
        Fact::Message(message) if message.author == Author::Shopper => {
            Some(message.cid.clone().map_or(Row::Past(seq), |cid| Row::Mine {
                cid,
                seq: Some(seq),
            }))
        }
        Fact::Message(message) => {
            let opens = before.is_none_or(|before| !continues(before, event, &message.author));
            let card = message.card.is_some();
            Some(Row::Said { seq, opens, card })
        }
        Fact::Notice { .. } => Some(Row::Notice(seq)),
        // What the bot has, and what an agent has set aside, needs no word of its own.
        Fact::StateChanged {
            state: ConversationState::Pending | ConversationState::Snoozed { .. },
        }
        | Fact::OrderUpdated { .. }
        | Fact::PromiseSettled { .. }
        | Fact::Note { .. }
        | Fact::Solved { .. }
        | Fact::Rated { .. }
        | Fact::Scored { .. }
        | Fact::Redress { .. }
        | Fact::Hidden => None,
        Fact::StateChanged { .. } => Some(Row::Turn(seq)),
    }
}

fn continues(before: &Event, event: &Event, author: &Author) -> bool {
    let same = matches!(&before.fact, Fact::Message(message) if message.author == *author);
    same && event.at.millis_since(before.at) < GROUP_MS
}

/// Tells local days apart, one event after the other. The browser is asked of few of them: its
/// calendar costs more than all the rest of a row.
#[derive(Default)]
struct Days {
    number: Option<i64>,
    /// From here
    from: Timestamp,
    /// to here it is this day for sure.
    until: Timestamp,
}

impl Days {
    /// Whether the day of an instant is another one than that of the instant before.
    fn begins(&mut self, at: Timestamp) -> bool {
        if (self.from..self.until).contains(&at) {
            return false;
        }
        let (number, minute) = local_minute(at);
        let left = i64::from(SHORTEST_DAY.saturating_sub(minute));
        self.from = at;
        self.until = Timestamp(at.0 + left * MINUTE_MS);
        self.number.replace(number) != Some(number)
    }
}
