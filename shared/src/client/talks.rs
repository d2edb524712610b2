//! The conversations of a history, as a list shows them: what each was about and its last word.

use super::Timeline;
use crate::protocol::widget::{Card, Event, Fact};
use crate::time::Timestamp;

/// A conversation in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Talk<'a> {
    /// Its number.
    pub number: u32,
    /// The number of the order that it spoke of last, as the shopper knows it.
    pub order: Option<&'a str>,
    /// Its last words that are not empty.
    pub words: &'a str,
    /// When its last word was said.
    pub at: Timestamp,
}

/// The conversations in which something was said, the latest first.
pub fn talks(timeline: &Timeline) -> Vec<Talk<'_>> {
    let mut talks: Vec<Talk<'_>> = Vec::new();
    for event in timeline.events().iter().rev() {
        let Some((words, order)) = spoken(event) else {
            continue;
        };
        match talks.last_mut() {
            Some(talk) if talk.number == event.conversation => {
                talk.order = talk.order.or(order);
                if talk.words.is_empty() {
                    talk.words = words;
                }
            }
            _ => talks.push(Talk {
                number: event.conversation,
                order,
                words,
                at: event.at,
            }),
        }
    }
    talks
}

/// What an event says, and of which order.
fn spoken(event: &Event) -> Option<(&str, Option<&str>)> {
    match &event.fact {
        Fact::Message(message) => {
            let order = match &message.card {
                Some(Card::Order { order }) => Some(order.number.as_str()),
                Some(Card::OrderForm { .. }) | None => None,
            };
            Some((&message.text, order))
        }
        Fact::Notice { text, order, .. } => Some((text, Some(&order.number))),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::OrderKey;
    use crate::order::OrderView;
    use crate::protocol::widget::{Author, ConversationState, Message};

    fn event(seq: u64, conversation: u32, fact: Fact) -> Event {
        Event {
            seq,
            at: Timestamp(i64::try_from(seq).unwrap()),
            conversation,
            fact,
        }
    }

    fn said(text: &str, order: Option<&str>) -> Fact {
        let card = order.map(|number| Card::Order {
            order: OrderView {
                key: OrderKey(number.into()),
                number: number.into(),
                placed_at: Timestamp(0),
                cancelled: false,
                items: vec![],
                secret: false,
                parcels: vec![],
                version: 1,
            },
        });
        Fact::Message(Message {
            author: Author::Bot,
            text: text.into(),
            cid: None,
            about: None,
            card,
            choices: vec![],
            promise: None,
        })
    }

    #[test]
    fn pg20_each_conversation_is_named_by_its_order_and_told_by_its_last_word() {
        let resolved = Fact::StateChanged {
            state: ConversationState::Resolved,
        };
        let mut timeline = Timeline::default();
        timeline.insert(vec![
            event(1, 1, said("Où est-elle ?", None)),
            event(2, 1, said("Voici la première.", Some("#7"))),
            event(3, 1, said("Voici la seconde.", Some("#8"))),
            event(4, 1, said("Merci", None)),
            event(5, 1, resolved),
            event(6, 2, said("Bonjour", None)),
            event(7, 2, said("", None)),
        ]);
        let talk = |number, order, words, at| Talk {
            number,
            order,
            words,
            at: Timestamp(at),
        };
        let wanted = [talk(2, None, "Bonjour", 7), talk(1, Some("#8"), "Merci", 4)];
        assert_eq!(talks(&timeline), wanted);
        assert_eq!(talks(&Timeline::default()), []);
    }
}
