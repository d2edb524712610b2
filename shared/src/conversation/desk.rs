//! What agents do to a conversation.

use super::after;
use super::ledger::{self, TimedPledge};
use super::state::{Phase, State};
use super::step::{Draft, Outcome, Step, changed_if};
use crate::bot;
use crate::ids::{AgentId, Cid};
use crate::protocol::Refusal;
use crate::protocol::desk::HandoffReason;
use crate::protocol::labels::{MAX_ON_A_CASE, is_label_id};
use crate::protocol::widget::{AgentName, Author, Fact, Message};
use crate::template::{Fill, guard};
use crate::time::{Day, Timestamp};

/// How far ahead a case can be set aside, in milliseconds.
const MAX_SNOOZE_MILLIS: i64 = 31 * 24 * 3_600_000;

/// An agent takes the case.
pub(super) fn taken(
    state: &State,
    agent: &AgentName,
    from: Option<&AgentId>,
    now: Timestamp,
) -> Step {
    match state.holder() {
        Some(holder) if holder.id == agent.id && !is_snoozed(state) => Err(Refusal::OutOfPlace),
        Some(holder) if holder.id != agent.id && from != Some(&holder.id) => {
            Err(Refusal::Forbidden)
        }
        _ => Ok(handed_to(state, agent, now)),
    }
}

/// An agent gives the case to another.
pub(super) fn given(
    state: &State,
    agent: &AgentName,
    to: &AgentName,
    from: Option<&AgentId>,
    now: Timestamp,
) -> Step {
    match state.holder() {
        Some(holder) if holder.id == to.id => Err(Refusal::OutOfPlace),
        Some(holder) if holder.id != agent.id && from != Some(&holder.id) => {
            Err(Refusal::Forbidden)
        }
        _ => Ok(handed_to(state, to, now)),
    }
}

/// The holder gives the case back to the queue. It has waited since it first came.
pub(super) fn released(state: &State, agent: &AgentName) -> Step {
    let (Phase::Open {
        assignee,
        reason,
        since,
    }
    | Phase::Snoozed {
        assignee,
        reason,
        since,
        ..
    }) = &state.phase
    else {
        return Err(Refusal::OutOfPlace);
    };
    if assignee.id != agent.id {
        return Err(Refusal::Forbidden);
    }
    let phase = Phase::Queued {
        since: *since,
        reason: *reason,
    };
    Ok(changed_hands(state, phase))
}

/// The holder sets the case aside.
pub(super) fn snoozed(state: &State, agent: &AgentName, until: Timestamp, now: Timestamp) -> Step {
    let Phase::Open {
        assignee,
        reason,
        since,
    } = &state.phase
    else {
        return Err(Refusal::OutOfPlace);
    };
    if assignee.id != agent.id {
        return Err(Refusal::Forbidden);
    }
    if !(1..=MAX_SNOOZE_MILLIS).contains(&until.millis_since(now)) {
        return Err(Refusal::OutOfPlace);
    }
    let phase = Phase::Snoozed {
        until,
        assignee: assignee.clone(),
        reason: *reason,
        since: *since,
    };
    Ok(changed_hands(state, phase))
}

/// A case that was set aside is its holder's again once it is due.
pub(super) fn woken(state: &State, now: Timestamp) -> Outcome {
    match &state.phase {
        Phase::Snoozed { until, .. } if *until <= now => match awake(&state.phase) {
            Some(phase) => changed_hands(state, phase),
            None => Outcome::default(),
        },
        _ => Outcome::default(),
    }
}

/// The phase of a case that was set aside and is not any more; `None` for any other.
pub(super) fn awake(phase: &Phase) -> Option<Phase> {
    let Phase::Snoozed {
        assignee,
        reason,
        since,
        ..
    } = phase
    else {
        return None;
    };
    Some(Phase::Open {
        assignee: assignee.clone(),
        reason: *reason,
        since: *since,
    })
}

/// Refuses an answer that the send guard stops, whatever the agent's client let pass.
pub(super) fn guarded(
    state: &State,
    agent: &AgentName,
    text: &str,
    fills: &[Fill],
    today: &Day,
) -> Result<(), Refusal> {
    if fills.len() > guard::MAX_FILLS {
        return Err(Refusal::Malformed);
    }
    let flaws = guard::flaws(text, fills, &state.facts(agent, None), today);
    if flaws.is_empty() {
        Ok(())
    } else {
        Err(Refusal::Flawed)
    }
}

/// What an agent says.
pub(super) struct Word<'a> {
    pub(super) cid: &'a Cid,
    pub(super) text: &'a str,
    pub(super) pledge: Option<&'a TimedPledge>,
}

/// An agent answers. Answering a case that nobody holds, or that one has set aside, takes it.
pub(super) fn said(
    state: &State,
    head: u64,
    agent: &AgentName,
    word: &Word<'_>,
    now: Timestamp,
) -> Step {
    if state.holder().is_some_and(|holder| holder.id != agent.id) {
        return Err(Refusal::Forbidden);
    }
    if word.pledge.is_some_and(|pledge| !pledge.is_in_place(now)) {
        return Err(Refusal::OutOfPlace);
    }
    let mut outcome = if state.holder().is_some() && !is_snoozed(state) {
        Outcome::default()
    } else {
        handed_to(state, agent, now)
    };
    // The message answers the cid, so it comes first.
    outcome.events.insert(0, message(state, agent, word));
    ledger::after_word(state, &mut outcome, head + 1, agent, word.pledge, now);
    Ok(outcome)
}

fn message(state: &State, agent: &AgentName, word: &Word<'_>) -> Draft {
    let promise = word
        .pledge
        .map(|pledge| bot::commitment(pledge.kind, &pledge.term.by, state.language));
    Draft {
        conversation: state.conversation.max(1),
        fact: Fact::Message(Message {
            author: Author::Agent(agent.clone()),
            text: word.text.to_owned(),
            cid: Some(word.cid.clone()),
            about: None,
            card: None,
            choices: Vec::new(),
            promise,
        }),
    }
}

/// An agent leaves a word for other agents. Whom it names is to read it.
pub(super) fn noted(
    state: &State,
    head: u64,
    agent: &AgentName,
    text: &str,
    mentions: &[AgentId],
) -> Outcome {
    let others = mentions.iter().filter(|named| **named != agent.id);
    let others: Vec<_> = others.map(|named| (named.clone(), head + 1)).collect();
    let named = changed_if(state, !others.is_empty(), |next| {
        next.mentioned.extend(others);
    });
    let fact = Fact::Note {
        author: agent.clone(),
        text: text.to_owned(),
    };
    Outcome {
        events: vec![Draft {
            conversation: state.conversation.max(1),
            fact,
        }],
        next: named.next,
    }
}

/// An agent sorts the case. It is no event of the history: nothing was said, nothing changed hands,
/// and the same twice is harmless.
pub(super) fn labeled(state: &State, label: &str, on: bool) -> Step {
    if !is_label_id(label) {
        return Err(Refusal::Malformed);
    }
    if on && !state.labels.contains(label) && state.labels.len() >= MAX_ON_A_CASE {
        return Err(Refusal::OutOfPlace);
    }
    Ok(changed_if(
        state,
        state.labels.contains(label) != on,
        |next| {
            if on {
                next.labels.insert(label.to_owned());
            } else {
                next.labels.remove(label);
            }
        },
    ))
}

/// An agent settles the case.
pub(super) fn resolved(state: &State, agent: &AgentName, now: Timestamp) -> Step {
    if matches!(state.phase, Phase::Resolved { .. }) {
        return Err(Refusal::OutOfPlace);
    }
    if state.holder().is_some_and(|holder| holder.id != agent.id) {
        return Err(Refusal::Forbidden);
    }
    let phase = Phase::Resolved {
        at: now,
        by_agent: true,
    };
    let mut outcome = changed_hands(state, phase);
    if let Some(next) = &mut outcome.next {
        next.request = None;
    }
    after::ask_whether_settled(&mut outcome, now);
    Ok(outcome)
}

fn is_snoozed(state: &State) -> bool {
    matches!(state.phase, Phase::Snoozed { .. })
}

fn handed_to(state: &State, agent: &AgentName, now: Timestamp) -> Outcome {
    let (reason, since) = match &state.phase {
        Phase::Queued { reason, since }
        | Phase::Open { reason, since, .. }
        | Phase::Snoozed { reason, since, .. } => (*reason, *since),
        Phase::Resolved { .. } => (HandoffReason::Reopened, now),
        Phase::Pending { .. } => (HandoffReason::Requested, now),
    };
    let phase = Phase::Open {
        assignee: agent.clone(),
        reason,
        since,
    };
    changed_hands(state, phase)
}

fn changed_hands(state: &State, phase: Phase) -> Outcome {
    let mut next = state.clone();
    next.conversation = next.conversation.max(1);
    next.phase = phase;
    next.closing = None;
    let event = Draft {
        conversation: next.conversation,
        fact: Fact::StateChanged {
            state: next.public(),
        },
    };
    Outcome {
        events: vec![event],
        next: Some(next),
    }
}
