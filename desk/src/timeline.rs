//! A case's events as the lines of a conversation. Pure.

use shared::ids::Cid;
use shared::notice::NoticeKind;
use shared::order::OrderView;
use shared::protocol::desk::HandoffReason;
use shared::protocol::promise::{Pledge, Promise};
use shared::protocol::rating::Rating;
use shared::protocol::widget::{AgentName, Author, Card, Choice, ConversationState, Event, Fact};
use shared::redress::Redress;
use shared::time::{Day, Timestamp};

use crate::state::{CaseContent, Delivery, Outgoing, Word};

/// A line of the conversation.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// Names the line among the others of its case, stable over updates.
    pub key: String,
    /// What it shows.
    pub content: Content,
}

/// What a line shows.
#[derive(Clone, Debug, PartialEq)]
pub enum Content {
    /// A new day begins.
    Day(Timestamp),
    /// Somebody said something.
    Said(Said),
    /// A parcel's news, told without being asked.
    Notice {
        /// Which news.
        kind: NoticeKind,
        /// What happened.
        text: String,
        /// What comes next.
        next: Option<String>,
        /// What the shopper could choose.
        choices: Vec<Choice>,
        /// The order's number.
        order: String,
        /// When.
        at: Timestamp,
    },
    /// A word between agents.
    Note {
        /// Who wrote it.
        author: AgentName,
        /// Plain text.
        text: String,
        /// When.
        at: Timestamp,
    },
    /// The conversation passed into other hands.
    Passed {
        /// Where it stands since.
        state: ConversationState,
        /// Why it was handed off, where that is known.
        reason: Option<HandoffReason>,
        /// When.
        at: Timestamp,
    },
    /// A promise was kept, or was not.
    Settled {
        /// Which one, where it is remembered.
        promise: Option<Promise>,
        /// Whether it was kept.
        kept: bool,
        /// When.
        at: Timestamp,
    },
    /// A case that was settled is solved.
    Solved {
        /// Whether the shopper agreed.
        agreed: bool,
        /// When.
        at: Timestamp,
    },
    /// The shopper said how it was.
    Rated {
        /// How.
        rating: Rating,
        /// When.
        at: Timestamp,
    },
    /// The shopper said whether to recommend the shop.
    Scored {
        /// From 0 to 10.
        score: u8,
        /// When.
        at: Timestamp,
    },
    /// Something was decided, asked or answered where something went wrong.
    Redress {
        /// As it stood then.
        redress: Redress,
        /// When.
        at: Timestamp,
    },
    /// A text that no event stands for yet.
    Unsent {
        /// Its command.
        cid: Cid,
        /// To whom it speaks.
        word: Word,
        /// Plain text.
        text: String,
        /// What it promises.
        promise: Option<Pledge>,
        /// How far it has come.
        delivery: Delivery,
        /// Whether to offer sending it again.
        stuck: bool,
    },
}

/// A message as it is shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Said {
    /// Who speaks.
    pub author: Author,
    /// Whether the same one spoke just before, so that the name need not be said again.
    pub continued: bool,
    /// Plain text.
    pub text: String,
    /// The order shown below it, as it stands now.
    pub order: Option<OrderView>,
    /// Whether the form for an order's number was shown below it.
    pub asked_for_order: bool,
    /// What the shopper could answer with one touch.
    pub choices: Vec<Choice>,
    /// What it promises.
    pub promise: Option<Pledge>,
    /// When.
    pub at: Timestamp,
    /// Whether the shopper's reading ends here: the last message of ours that was read.
    pub last_read: bool,
}

/// The lines of a case. `day_of` gives the calendar day on the reader's clock.
pub fn lines(
    case: &CaseContent,
    outbox: &[Outgoing],
    now: Timestamp,
    day_of: impl Fn(Timestamp) -> Day,
) -> Vec<Line> {
    let last_read = last_read(case);
    let mut lines = Vec::new();
    let mut day = None;
    let mut speaker = None;
    for event in case.events.values() {
        let Some(content) = content(case, event, speaker, last_read) else {
            continue;
        };
        let today = day_of(event.at);
        if day.as_ref() != Some(&today) {
            lines.push(Line {
                key: format!("day-{}", event.seq),
                content: Content::Day(event.at),
            });
            day = Some(today);
        }
        speaker = match &event.fact {
            Fact::Message(message) => Some(&message.author),
            _ => None,
        };
        lines.push(Line {
            key: event.seq.to_string(),
            content,
        });
    }
    lines.extend(
        outbox
            .iter()
            .filter(|out| out.contact == case.contact)
            .filter_map(|out| unsent(out, now)),
    );
    lines
}

fn content(
    case: &CaseContent,
    event: &Event,
    speaker: Option<&Author>,
    last_read: u64,
) -> Option<Content> {
    let at = event.at;
    match &event.fact {
        Fact::Message(message) => Some(Content::Said(Said {
            author: message.author.clone(),
            continued: speaker == Some(&message.author),
            text: message.text.clone(),
            order: match &message.card {
                Some(Card::Order { order }) => Some(as_it_stands(case, order)),
                _ => None,
            },
            asked_for_order: matches!(message.card, Some(Card::OrderForm { .. })),
            choices: message.choices.clone(),
            promise: message.promise.as_ref().map(|made| Pledge {
                kind: made.kind,
                by: made.by.clone(),
            }),
            at,
            last_read: event.seq == last_read,
        })),
        Fact::Notice {
            notice,
            text,
            next,
            choices,
            order,
            ..
        } => Some(Content::Notice {
            kind: *notice,
            text: text.clone(),
            next: next.clone(),
            choices: choices.clone(),
            order: order.number.clone(),
            at,
        }),
        Fact::Note { author, text } => Some(Content::Note {
            author: author.clone(),
            text: text.clone(),
            at,
        }),
        Fact::StateChanged { state } => {
            let reason = case
                .dossier
                .as_ref()
                .filter(|dossier| dossier.seq == event.seq);
            Some(Content::Passed {
                state: state.clone(),
                reason: reason.map(|dossier| dossier.reason),
                at,
            })
        }
        Fact::PromiseSettled { promise, kept } => {
            let mut ledger = case.present.promises.iter();
            Some(Content::Settled {
                promise: ledger.find(|known| known.id == *promise).cloned(),
                kept: *kept,
                at,
            })
        }
        Fact::Solved { agreed } => Some(Content::Solved {
            agreed: *agreed,
            at,
        }),
        Fact::Rated { rating } => Some(Content::Rated {
            rating: *rating,
            at,
        }),
        Fact::Scored { score } => Some(Content::Scored { score: *score, at }),
        Fact::Redress { redress } => Some(Content::Redress {
            redress: redress.clone(),
            at,
        }),
        Fact::OrderUpdated { .. } | Fact::Hidden => None,
    }
}

/// The last agent's message that the shopper has read, 0 when there is none.
fn last_read(case: &CaseContent) -> u64 {
    let by_agent = |event: &&Event| matches!(&event.fact, Fact::Message(said) if matches!(said.author, Author::Agent(_)));
    case.events
        .range(..=case.present.read_upto)
        .map(|(_, event)| event)
        .rfind(by_agent)
        .map_or(0, |event| event.seq)
}

fn as_it_stands(case: &CaseContent, shown: &OrderView) -> OrderView {
    let known = case
        .present
        .orders
        .iter()
        .find(|order| order.key == shown.key);
    known
        .filter(|order| order.version >= shown.version)
        .unwrap_or(shown)
        .clone()
}

fn unsent(outgoing: &Outgoing, now: Timestamp) -> Option<Line> {
    let (word, text) = outgoing.text()?;
    let content = Content::Unsent {
        cid: outgoing.cid.clone(),
        word,
        text: text.to_owned(),
        promise: outgoing.pledge().cloned(),
        delivery: outgoing.delivery,
        stuck: outgoing.is_stuck(now),
    };
    Some(Line {
        key: outgoing.cid.to_string(),
        content,
    })
}

#[cfg(test)]
mod tests;
