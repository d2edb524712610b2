//! What agents do to a conversation.

use super::state::{Phase, State};
use super::step::{Draft, Outcome, Step};
use crate::ids::Cid;
use crate::protocol::Refusal;
use crate::protocol::desk::HandoffReason;
use crate::protocol::widget::{AgentName, Author, Fact, Message};
use crate::time::Timestamp;

/// An agent takes the case.
pub(super) fn taken(state: &State, agent: &AgentName, over: bool) -> Step {
    if let Phase::Open { assignee, .. } = &state.phase {
        if assignee.id == agent.id {
            return Err(Refusal::OutOfPlace);
        }
        if !over {
            return Err(Refusal::Forbidden);
        }
    }
    let mut next = state.clone();
    let event = take(&mut next, agent);
    Ok(Outcome {
        events: vec![event],
        next: Some(next),
    })
}

/// An agent answers. Answering a case that nobody holds takes it.
pub(super) fn said(state: &State, cid: &Cid, agent: &AgentName, text: &str) -> Step {
    let message = Draft {
        conversation: state.conversation.max(1),
        fact: Fact::Message(Message {
            author: Author::Agent(agent.clone()),
            text: text.to_owned(),
            cid: Some(cid.clone()),
            about: None,
            card: None,
            choices: Vec::new(),
        }),
    };
    match &state.phase {
        Phase::Open { assignee, .. } if assignee.id == agent.id => Ok(Outcome {
            events: vec![message],
            next: None,
        }),
        Phase::Open { .. } => Err(Refusal::Forbidden),
        Phase::Pending { .. } | Phase::Queued { .. } | Phase::Resolved { .. } => {
            let mut next = state.clone();
            let taken = take(&mut next, agent);
            // The message answers the cid, so it comes first.
            Ok(Outcome {
                events: vec![message, taken],
                next: Some(next),
            })
        }
    }
}

/// An agent leaves a word for other agents.
pub(super) fn noted(state: &State, agent: &AgentName, text: &str) -> Outcome {
    let fact = Fact::Note {
        author: agent.clone(),
        text: text.to_owned(),
    };
    Outcome {
        events: vec![Draft {
            conversation: state.conversation.max(1),
            fact,
        }],
        next: None,
    }
}

/// An agent settles the case.
pub(super) fn resolved(state: &State, agent: &AgentName, now: Timestamp) -> Step {
    match &state.phase {
        Phase::Resolved { .. } => return Err(Refusal::OutOfPlace),
        Phase::Open { assignee, .. } if assignee.id != agent.id => return Err(Refusal::Forbidden),
        Phase::Open { .. } | Phase::Pending { .. } | Phase::Queued { .. } => {}
    }
    let mut next = state.clone();
    next.conversation = next.conversation.max(1);
    next.request = None;
    next.phase = Phase::Resolved {
        at: now,
        by_agent: true,
    };
    let fact = Fact::StateChanged {
        state: next.public(),
    };
    Ok(Outcome {
        events: vec![Draft {
            conversation: next.conversation,
            fact,
        }],
        next: Some(next),
    })
}

fn take(next: &mut State, agent: &AgentName) -> Draft {
    let reason = match &next.phase {
        Phase::Queued { reason, .. } | Phase::Open { reason, .. } => *reason,
        Phase::Resolved { .. } => HandoffReason::Reopened,
        Phase::Pending { .. } => HandoffReason::Requested,
    };
    next.conversation = next.conversation.max(1);
    next.phase = Phase::Open {
        assignee: agent.clone(),
        reason,
    };
    Draft {
        conversation: next.conversation,
        fact: Fact::StateChanged {
            state: next.public(),
        },
    }
}
