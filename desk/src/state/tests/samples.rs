//! Values of the protocol as the tests of the state take them.

use shared::routing::Triage;
use shared::sla::Service;

use super::*;

/// A case as the list has it, with nothing but what tells it apart.
pub(super) fn case(id: &str, state: ConversationState, head: u64) -> CaseSummary {
    CaseSummary {
        contact: contact(id),
        conversation: 1,
        state,
        reason: None,
        service: None,
        triage: Triage::default(),
        request: None,
        promises: vec![],
        approvals: vec![],
        labels: vec![],
        mentioned: vec![],
        identity: Identity::Anonymous,
        language: Language::French,
        orders: vec![],
        preview: String::new(),
        last_author: LastAuthor::Bot,
        updated_at: Timestamp(i64::try_from(head).unwrap()),
        head,
        unread: 0,
    }
}

/// A case of which the shopper has been waiting for a first answer since it came.
pub(super) fn waits_for_an_answer(since: i64) -> Service {
    Service {
        since: Timestamp(since),
        answered: false,
        waits_since: Some(Timestamp(since)),
    }
}

/// Words without a promise or a template.
pub(super) fn words(word: Word, text: &str) -> Said {
    Said {
        word,
        text: text.into(),
        promise: None,
        fills: vec![],
    }
}
