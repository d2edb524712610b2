//! The line of a case in the desk's list.

use super::sorting;
use super::state::State;
use crate::ids::ContactId;
use crate::protocol::desk::{CaseSummary, LastAuthor};
use crate::protocol::widget::{Author, Event, Fact};
use crate::redress::RedressStanding;
use crate::text::preview;
use crate::time::Timestamp;

/// How many characters of the latest message the list shows.
const PREVIEW_CHARS: usize = 120;

/// The summary of a contact's case. `last` is the latest message or notice, `unread` counts the
/// shopper's messages after `state.agent_read_upto`.
pub fn summary(
    contact: &ContactId,
    state: &State,
    last: Option<&Event>,
    head: u64,
    unread: u32,
    now: Timestamp,
) -> CaseSummary {
    let (text, last_author) = last.map_or((String::new(), LastAuthor::Nobody), last_words);
    CaseSummary {
        contact: contact.clone(),
        conversation: state.conversation,
        state: state.public(),
        reason: state.reason(),
        service: state.service.clone(),
        triage: sorting::triage_of(state),
        request: state.request.clone(),
        identity: state.identity.clone(),
        language: state.language,
        promises: state
            .promises
            .iter()
            .filter(|promise| promise.is_outstanding())
            .cloned()
            .collect(),
        approvals: state
            .redress
            .iter()
            .filter(|redress| redress.standing != RedressStanding::Decided)
            .cloned()
            .collect(),
        mentioned: state.mentioned.keys().cloned().collect(),
        labels: state.labels.iter().cloned().collect(),
        orders: state
            .orders_latest_first()
            .into_iter()
            .map(|order| order.number)
            .collect(),
        preview: preview(&text, PREVIEW_CHARS),
        last_author,
        updated_at: last.map_or(now, |event| event.at),
        head,
        unread,
    }
}

fn last_words(event: &Event) -> (String, LastAuthor) {
    match &event.fact {
        Fact::Message(message) => {
            let author = match message.author {
                Author::Shopper => LastAuthor::Shopper,
                Author::Bot => LastAuthor::Bot,
                Author::Agent(_) => LastAuthor::Agent,
            };
            (message.text.clone(), author)
        }
        Fact::Notice { text, .. } => (text.clone(), LastAuthor::Bot),
        Fact::OrderUpdated { .. }
        | Fact::StateChanged { .. }
        | Fact::PromiseSettled { .. }
        | Fact::Note { .. }
        | Fact::Solved { .. }
        | Fact::Rated { .. }
        | Fact::Scored { .. }
        | Fact::Redress { .. }
        | Fact::Hidden => (String::new(), LastAuthor::Nobody),
    }
}
