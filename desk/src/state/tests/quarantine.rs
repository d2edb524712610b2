//! Payloads that were set aside, as an agent reads them again or puts them away.

use shared::source::Malformed;

use shared::protocol::desk::QuarantineState;

use super::*;

fn entry(id: u64, state: QuarantineState, tried_at: Option<i64>) -> QuarantineEntry {
    QuarantineEntry {
        id,
        at: NOW,
        source: "shopify".into(),
        topic: None,
        problem: Malformed::NotAnObject,
        size: 7,
        state,
        tried_at: tried_at.map(Timestamp),
    }
}

#[test]
fn an_entry_is_shown_with_what_became_of_it_until_it_is_left() {
    for settled in [QuarantineState::Replayed, QuarantineState::Discarded] {
        let mut state = DeskState::default();
        for id in [1, 2] {
            let entry = entry(id, QuarantineState::Waiting, None);
            state.apply(AgentEvent::QuarantineAdded { entry }, NOW);
        }
        let tried = entry(1, QuarantineState::Waiting, Some(9));
        let gone = entry(2, settled, Some(9));
        for entry in [tried.clone(), gone.clone()] {
            state.apply(AgentEvent::QuarantineChanged { entry }, NOW);
        }
        assert_eq!(state.quarantine, [gone, tried.clone()], "{settled:?}");
        assert_eq!(state.waiting_payloads(), 1, "{settled:?}");
        state.forget_settled_payloads();
        assert_eq!(state.quarantine, [tried], "{settled:?}");
    }
}

#[test]
fn an_entry_that_was_settled_unseen_is_not_shown() {
    let mut state = DeskState::default();
    let entry = entry(1, QuarantineState::Replayed, Some(9));
    state.apply(AgentEvent::QuarantineChanged { entry }, NOW);
    assert!(state.quarantine.is_empty());
}
