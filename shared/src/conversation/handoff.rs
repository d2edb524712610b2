//! From the bot to humans: the dossier is frozen, the case joins the queue.

use super::sorting;
use super::state::{Phase, State};
use super::step::Draft;
use crate::protocol::desk::{Dossier, HandoffReason, PastHandoff};
use crate::protocol::widget::Fact;
use crate::time::Timestamp;

/// Hands the conversation to humans. `seq` is the number that the handoff's event will have.
pub(super) fn hand_off(next: &mut State, seq: u64, reason: HandoffReason, now: Timestamp) -> Draft {
    let topic = sorting::topic_of(next);
    let earlier = next.handoffs.clone();
    next.note_handoff(PastHandoff {
        seq,
        at: now,
        conversation: next.conversation,
        reason,
        topic,
    });
    next.dossier = Some(Dossier {
        seq,
        at: now,
        reason,
        request: next.request.clone(),
        identity: next.identity.clone(),
        language: next.language,
        orders: next.orders_latest_first(),
        asked: next.asked.clone(),
        tried: next.tried.clone(),
        topic,
        mood: next.mood.clone(),
        notices: next.notices.clone(),
        earlier,
        promises: next.promises.clone(),
    });
    next.phase = Phase::Queued { since: now, reason };
    Draft {
        conversation: next.conversation,
        fact: Fact::StateChanged {
            state: next.public(),
        },
    }
}
