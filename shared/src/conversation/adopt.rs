//! A signed-in contact takes over what the same device said and heard before it signed in.
//!
//! The visitor's events are copied in order behind those that are there, under numbers of their
//! own, with the times at which they happened, and whatever names an event names its copy. Whoever
//! holds the visitor's conversation holds the contact's from then on, unless humans have that one
//! already.

use serde::{Deserialize, Serialize};

use super::exchange::keep_latest;
use super::state::{Phase, State};
use crate::ids::ContactId;
use crate::mood::Mood;
use crate::protocol::desk::{Asked, Dossier, PastHandoff, ToldNotice};
use crate::protocol::promise::Promise;
use crate::protocol::widget::{Event, Fact};
use crate::redress::Redress;
use crate::report::Concern;
use crate::time::Timestamp;

/// How many of the latest events are carried over, beside those that made a promise.
pub const MAX_ADOPTED: u64 = 1_000;

/// What a visitor hands over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Handover {
    /// Who hands over.
    pub from: ContactId,
    /// How it stands.
    pub state: State,
    /// The latest [`MAX_ADOPTED`] events and those that made a promise, in order.
    pub events: Vec<Event>,
}

/// What follows from a handover: events with the numbers that they get, and the next state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Adoption {
    /// The events, those of the visitor first; the last one says where the conversation stands.
    pub events: Vec<Event>,
    /// The state after them.
    pub next: State,
}

/// Takes a handover. `None` if it was taken before. `head` is the number of the latest event.
pub fn adopt(state: &State, head: u64, handover: &Handover, now: Timestamp) -> Option<Adoption> {
    let mut next = state.clone();
    if !next.adopted.insert(handover.from.clone()) {
        return None;
    }
    let numbering = Numbering {
        old: handover.events.iter().map(|event| event.seq).collect(),
        head,
        conversations: state.conversation,
        latest: state.conversation + handover.state.conversation,
    };
    let from = numbering.state(&handover.state);
    if state.read_upto >= head {
        next.read_upto = from.read_upto;
    }
    if state.agent_read_upto >= head {
        next.agent_read_upto = from.agent_read_upto;
    }
    let has_spoken = handover.state.conversation > 0;
    remember(&mut next, &from);
    if has_spoken {
        go_on(&mut next, from);
    }
    let copies = handover.events.iter().map(|event| numbering.event(event));
    let mut events: Vec<Event> = copies.collect();
    events.push(Event {
        seq: head + events.len() as u64 + 1,
        at: now,
        conversation: next.conversation.max(1),
        fact: Fact::StateChanged {
            state: next.public(),
        },
    });
    Some(Adoption { events, next })
}

/// What the visitor knew and was promised.
fn remember(next: &mut State, from: &State) {
    for order in from.orders.values() {
        next.take_order(order.clone());
    }
    next.told.extend(from.told.iter().cloned());
    next.muted.extend(from.muted.iter().cloned());
    next.promises.extend(from.promises.iter().cloned());
    next.redress.extend(from.redress.iter().cloned());
    for offer in &from.offers {
        next.offer(offer.clone());
    }
    let mut notices = [std::mem::take(&mut next.notices), from.notices.clone()].concat();
    notices.sort_by_key(|told| told.at);
    for told in notices {
        next.note_told(told);
    }
    next.asked_score_at = next.asked_score_at.max(from.asked_score_at);
    let mut concerns = [std::mem::take(&mut next.concerns), from.concerns.clone()].concat();
    concerns.sort_by_key(|concern| concern.opened_at);
    for concern in concerns {
        next.note_concern(concern);
    }
    let mut handoffs = [std::mem::take(&mut next.handoffs), from.handoffs.clone()].concat();
    handoffs.sort_by_key(|handoff| handoff.at);
    for handoff in handoffs {
        next.note_handoff(handoff);
    }
}

/// The visitor's conversation is the contact's now: beside the one that humans have, or in place of
/// one that is settled, or behind what the bot was told.
fn go_on(next: &mut State, from: State) {
    if matches!(next.phase, Phase::Resolved { .. }) {
        next.leave_conversation();
    }
    next.conversation = from.conversation;
    next.asked.extend(from.asked);
    keep_latest(&mut next.asked);
    next.tried.extend(from.tried);
    keep_latest(&mut next.tried);
    next.mood = std::mem::take(&mut next.mood).then(from.mood);
    next.labels.extend(from.labels);
    // Whatever is read from now on is after their notes.
    let named = from.mentioned.into_keys();
    next.mentioned.extend(named.map(|agent| (agent, 0)));
    next.request = next.request.take().or(from.request);
    if next.reason().is_none() {
        next.phase = from.phase;
        next.service = from.service;
        next.closing = from.closing;
        next.asked_rating = from.asked_rating;
        next.dossier = from.dossier.or(next.dossier.take());
    }
}

/// How what is carried over is numbered.
struct Numbering {
    /// The numbers of the visitor's events that are carried over, in order.
    old: Vec<u64>,
    /// They come behind this one of the contact's,
    head: u64,
    /// in conversations behind so many,
    conversations: u32,
    /// up to this one.
    latest: u32,
}

impl Numbering {
    /// The number that an event gets; none for one that is not carried over.
    fn seq(&self, seq: u64) -> Option<u64> {
        let place = self.old.binary_search(&seq).ok()?;
        Some(self.head + place as u64 + 1)
    }

    /// The number that an event gets, or that of what comes before it.
    fn upto(&self, seq: u64) -> u64 {
        self.head + self.old.partition_point(|old| *old <= seq) as u64
    }

    fn conversation(&self, conversation: u32) -> u32 {
        // News that came before the first word has no conversation of its own.
        (self.conversations + conversation).min(self.latest.max(1))
    }

    fn event(&self, event: &Event) -> Event {
        let mut event = event.clone();
        event.seq = self.upto(event.seq);
        event.conversation = self.conversation(event.conversation);
        match &mut event.fact {
            Fact::Message(message) => {
                message.about = message.about.and_then(|seq| self.seq(seq));
            }
            // No event has the number 0: that promise is not remembered any more.
            Fact::PromiseSettled { promise, .. } => *promise = self.seq(*promise).unwrap_or(0),
            Fact::Redress { redress } => redress.id = self.upto(redress.id),
            Fact::Notice { .. }
            | Fact::OrderUpdated { .. }
            | Fact::StateChanged { .. }
            | Fact::Note { .. }
            | Fact::Solved { .. }
            | Fact::Rated { .. }
            | Fact::Scored { .. }
            | Fact::Hidden => {}
        }
        event
    }

    fn state(&self, state: &State) -> State {
        let offers = state.offers.iter().filter_map(|offer| {
            let seq = self.seq(offer.seq)?;
            Some(super::Offer {
                seq,
                ..offer.clone()
            })
        });
        State {
            conversation: self.latest,
            asked: self.asked(&state.asked),
            offers: offers.collect(),
            promises: self.promises(&state.promises),
            redress: self.redress(&state.redress),
            notices: self.notices(&state.notices),
            handoffs: self.handoffs(&state.handoffs),
            concerns: self.concerns(&state.concerns),
            mood: self.mood(&state.mood),
            dossier: state.dossier.as_ref().map(|dossier| self.dossier(dossier)),
            read_upto: self.upto(state.read_upto),
            agent_read_upto: self.upto(state.agent_read_upto),
            ..state.clone()
        }
    }

    fn asked(&self, asked: &[Asked]) -> Vec<Asked> {
        let carried = asked.iter().map(|asked| Asked {
            seq: self.upto(asked.seq),
            text: asked.text.clone(),
        });
        carried.collect()
    }

    fn promises(&self, promises: &[Promise]) -> Vec<Promise> {
        let carried = promises.iter().filter_map(|promise| {
            let id = self.seq(promise.id)?;
            Some(Promise {
                id,
                ..promise.clone()
            })
        });
        carried.collect()
    }

    fn redress(&self, redress: &[Redress]) -> Vec<Redress> {
        let carried = redress.iter().map(|redress| Redress {
            id: self.upto(redress.id),
            ..redress.clone()
        });
        carried.collect()
    }

    fn notices(&self, notices: &[ToldNotice]) -> Vec<ToldNotice> {
        let carried = notices.iter().map(|told| ToldNotice {
            seq: self.upto(told.seq),
            ..told.clone()
        });
        carried.collect()
    }

    fn handoffs(&self, handoffs: &[PastHandoff]) -> Vec<PastHandoff> {
        let carried = handoffs.iter().map(|handoff| PastHandoff {
            seq: self.upto(handoff.seq),
            conversation: self.conversation(handoff.conversation),
            ..handoff.clone()
        });
        carried.collect()
    }

    /// Those that began with an event that is carried over.
    fn concerns(&self, concerns: &[Concern]) -> Vec<Concern> {
        let carried = concerns.iter().filter_map(|concern| {
            let id = self.seq(concern.id)?;
            Some(Concern {
                id,
                ..concern.clone()
            })
        });
        carried.collect()
    }

    fn mood(&self, mood: &Mood) -> Mood {
        let mut mood = mood.clone();
        for line in &mut mood.lines {
            line.seq = self.upto(line.seq);
        }
        mood
    }

    fn dossier(&self, dossier: &Dossier) -> Dossier {
        Dossier {
            seq: self.upto(dossier.seq),
            asked: self.asked(&dossier.asked),
            mood: self.mood(&dossier.mood),
            notices: self.notices(&dossier.notices),
            earlier: self.handoffs(&dossier.earlier),
            promises: self.promises(&dossier.promises),
            ..dossier.clone()
        }
    }
}
