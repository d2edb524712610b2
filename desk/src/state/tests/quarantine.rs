//! Payloads that were set aside, as an agent reads them again or puts them away.

use super::*;

fn entry(id: u64, state: QuarantineState, tried_at: Option<i64>) -> QuarantineEntry {
    QuarantineEntry {
        id,
        at: NOW,
        source: "shopify".into(),
        topic: None,
        problem: "the body is not a JSON object".into(),
        size: 7,
        state,
        tried_at: tried_at.map(Timestamp),
    }
}

#[test]
fn an_entry_stays_while_nobody_can_read_it_and_goes_when_it_is_settled() {
    let mut state = DeskState::default();
    for id in [1, 2] {
        let entry = entry(id, QuarantineState::Waiting, None);
        state.apply(AgentEvent::QuarantineAdded { entry }, NOW);
    }
    let tried = entry(1, QuarantineState::Waiting, Some(9));
    let event = AgentEvent::QuarantineChanged {
        entry: tried.clone(),
    };
    state.apply(event, NOW);
    assert_eq!(state.quarantine.last(), Some(&tried));
    for settled in [QuarantineState::Replayed, QuarantineState::Discarded] {
        let event = AgentEvent::QuarantineChanged {
            entry: entry(2, settled, Some(9)),
        };
        state.apply(event, NOW);
        assert_eq!(state.quarantine, [tried.clone()], "{settled:?}");
    }
}
