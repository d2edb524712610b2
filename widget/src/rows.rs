//! What stands in the log, line by line: the history and what is on its way, as rows with keys
//! that stay the same while a message goes from "sending" to "sent". A screen reader then reads
//! each message once.

use shared::client::{Outbox, Timeline};
use shared::ids::Cid;
use shared::protocol::widget::{Author, ConversationState, Event, Fact};

use crate::dates::day_number;

/// Messages of one author this close together are one group, in milliseconds.
const GROUP_MS: i64 = 5 * 60_000;

/// A line of the log.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Row {
    /// A new day begins with this event.
    Day(u64),
    /// What follows is new.
    Unread,
    /// A message of the shopper, known by its command's name.
    Mine(Cid),
    /// How far that message has come: below what is on its way, and below the latest that arrived.
    State(Cid),
    /// A message of the shopper from before commands had names.
    Past(u64),
    /// A message of the other side; whether it begins a group.
    Said { seq: u64, opens: bool },
    /// A parcel's news.
    Notice(u64),
    /// The conversation went into other hands.
    Turn(u64),
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
    for event in timeline.events() {
        if past.is_some_and(|past| event.conversation != past) {
            continue;
        }
        let Some(row) = row(event, before) else {
            continue;
        };
        if before.is_none_or(|before| day_number(before.at) != day_number(event.at)) {
            rows.push(Row::Day(event.seq));
        }
        if divider.is_some_and(|first| event.seq >= first) {
            rows.push(Row::Unread);
            divider = None;
        }
        match &row {
            Row::Mine(cid) => arrived = Some((rows.len() + 1, cid.clone())),
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
        rows.extend([Row::Mine(entry.cid.clone()), Row::State(entry.cid.clone())]);
    }
    rows
}

fn row(event: &Event, before: Option<&Event>) -> Option<Row> {
    let seq = event.seq;
    match &event.fact {
        Fact::Message(message) if message.author == Author::Shopper => {
            Some(message.cid.clone().map_or(Row::Past(seq), Row::Mine))
        }
        Fact::Message(message) => {
            let opens = before.is_none_or(|before| !continues(before, event, &message.author));
            Some(Row::Said { seq, opens })
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
        | Fact::Redress { .. }
        | Fact::Hidden => None,
        Fact::StateChanged { .. } => Some(Row::Turn(seq)),
    }
}

fn continues(before: &Event, event: &Event, author: &Author) -> bool {
    let same = matches!(&before.fact, Fact::Message(message) if message.author == *author);
    same && event.at.millis_since(before.at) < GROUP_MS
}
