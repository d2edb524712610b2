//! Somebody who takes part and remembers: a client with a page that may be reloaded, and a ledger
//! of what it was told, which may not.

use std::collections::BTreeMap;

use fastrand::Rng;
use serde::Serialize;
use shared::client::{Delivery, Outbox, Timeline};
use shared::ids::{Cid, ContactId};
use shared::protocol::Refusal;
use shared::protocol::desk::AgentCommand;
use shared::protocol::widget::{ChoiceId, Event, Fact, ShopperCommand, ShopperEvent};
use shared::time::Timestamp;

use super::object::{Object, seen_by};
use super::wire::Wire;

/// What shoppers write.
const WORDS: [&str; 6] = [
    "Bonjour",
    "Où est ma commande ?",
    "Un humain, s’il vous plaît",
    "Merci",
    "En bleu ?",
    "4111 1111 1111 1111",
];

/// How many earlier events a client asks for at once.
const EARLIER: u32 = 50;

/// From which side a conversation is seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// The shopper's.
    Shopper,
    /// The shop's: notes and all.
    Agent,
}

/// The observer.
pub struct Observer {
    /// Its side.
    pub role: Role,
    /// Its connection.
    pub wire: Wire,
    timeline: Timeline,
    /// What a shopper gave.
    outbox: Outbox,
    /// What an agent gave.
    acts: Vec<(Cid, AgentCommand)>,
    ledger: BTreeMap<Cid, u64>,
    acked: u64,
    given: u64,
    place: usize,
}

impl Observer {
    /// One who knows nothing yet.
    pub fn new(place: usize, role: Role) -> Self {
        Self {
            role,
            wire: Wire::default(),
            timeline: Timeline::default(),
            outbox: Outbox::default(),
            acts: Vec::new(),
            ledger: BTreeMap::new(),
            acked: 0,
            given: 0,
            place,
        }
    }

    /// How many of its commands were acknowledged.
    pub fn acked(&self) -> u64 {
        self.acked
    }

    /// Loads its page anew: what it had is gone, but for what is kept to be sent.
    pub fn reload(&mut self, now: Timestamp) {
        let kept = self.outbox.kept().into_iter().cloned().collect();
        self.wire.cut();
        self.timeline = Timeline::default();
        self.outbox = Outbox::default();
        self.outbox.restore(kept, now);
    }

    /// The history was erased: what it was told of it counts no more.
    pub fn forget_ledger(&mut self) {
        self.ledger.clear();
    }

    /// Connects, unless frames go through.
    pub fn connect(&mut self, rng: &mut Rng) {
        if !self.wire.is_alive() {
            self.wire.open();
            self.hello(rng);
        }
    }

    /// Gives a command.
    pub fn write(&mut self, rng: &mut Rng, now: Timestamp) {
        self.given += 1;
        let cid = Cid(format!("{:08x}{:024x}", self.place, self.given));
        match self.role {
            Role::Shopper => {
                let command = self.shopper_command(cid, rng);
                self.send(rng, &command);
                self.outbox.push(command, now);
            }
            Role::Agent => {
                let act = agent_act(cid.clone(), rng);
                self.send(rng, &act);
                self.acts.push((cid, act));
            }
        }
    }

    /// Sends again what has no answer, and asks for what is missing.
    pub fn insist(&mut self, rng: &mut Rng, now: Timestamp) {
        for command in self.outbox.resend(now) {
            self.send(rng, &command);
        }
        for (_, act) in self.acts.clone() {
            self.send(rng, &act);
        }
        let missing = self
            .timeline
            .gap()
            .or_else(|| self.timeline.earlier(EARLIER));
        if let Some(page) = missing {
            let (after, limit) = (page.after, page.limit);
            self.send(rng, &ShopperCommand::Fetch { after, limit });
        }
    }

    /// Whether it waits for nothing.
    pub fn is_content(&self) -> bool {
        let complete = self.timeline.gap().is_none() && self.timeline.earlier(EARLIER).is_none();
        self.acts.is_empty() && self.outbox.entries().is_empty() && complete
    }

    /// Takes the next frame.
    pub fn hear(&mut self, rng: &mut Rng, now: Timestamp) -> Result<(), String> {
        let frame = self.wire.next_to_client();
        // A frame of a later version is left alone: the rest still works.
        let Some(event) = frame.and_then(|frame| serde_json::from_str::<ShopperEvent>(&frame).ok())
        else {
            return Ok(());
        };
        match &event {
            ShopperEvent::Acked { cid, seq, .. } => self.note_ack(cid, *seq)?,
            ShopperEvent::Refused {
                cid: Some(cid),
                code,
                retry_after,
            } => {
                if *code == Refusal::Conflict {
                    return Err(format!("{cid} is in conflict with itself"));
                }
                self.outbox.refused(cid, *code, *retry_after);
                let is_refused = |delivery: &Delivery| matches!(delivery, Delivery::Refused { .. });
                if self
                    .outbox
                    .entry(cid)
                    .is_some_and(|it| is_refused(&it.delivery))
                {
                    self.outbox.discard(cid);
                }
                self.acts.retain(|(known, _)| known != cid);
            }
            _ => {}
        }
        let is_welcome = matches!(event, ShopperEvent::Welcome { .. });
        let is_reset = matches!(event, ShopperEvent::Reset { .. });
        self.timeline.apply(event);
        if is_welcome {
            self.insist(rng, now);
        }
        if is_reset {
            self.timeline = Timeline::default();
            self.hello(rng);
        }
        self.outbox.settle(&self.timeline);
        Ok(())
    }

    /// Compares what it has with what was committed.
    pub fn agrees_with(&self, object: &Object) -> Result<(), String> {
        let committed = object.committed();
        let place = self.place;
        let held = self.timeline.events().iter().map(AsRef::as_ref);
        if !held.eq(&seen_by(self.role, committed)) {
            return Err(format!("observer {place} sees another history"));
        }
        for (cid, seq) in &self.ledger {
            if object.effect(self.role, cid) != Some(*seq) {
                return Err(format!("{cid} was acknowledged as {seq} and is not there"));
            }
            let times = committed
                .iter()
                .filter(|event| is_named(event, cid))
                .count();
            if times > 1 {
                return Err(format!("{cid} is there {times} times"));
            }
        }
        Ok(())
    }

    fn note_ack(&mut self, cid: &Cid, seq: u64) -> Result<(), String> {
        self.outbox.acked(cid, seq);
        self.acts.retain(|(known, _)| known != cid);
        match self.ledger.insert(cid.clone(), seq) {
            None => {
                self.acked += 1;
                Ok(())
            }
            Some(before) if before == seq => Ok(()),
            Some(before) => Err(format!("{cid} was acknowledged as {before} and as {seq}")),
        }
    }

    fn hello(&mut self, rng: &mut Rng) {
        let last_seq = self.timeline.last_seq();
        let hello = ShopperCommand::Hello {
            epoch: self.timeline.epoch(),
            last_seq: (last_seq > 0).then_some(last_seq),
            language: None,
        };
        self.send(rng, &hello);
    }

    fn shopper_command(&self, cid: Cid, rng: &mut Rng) -> ShopperCommand {
        let about = self.timeline.events().last().map(|event| event.seq);
        match rng.u32(0..10) {
            0 => ShopperCommand::RequestHuman { cid },
            1 => ShopperCommand::Choose {
                cid,
                choice: ChoiceId::TrackOrder,
                about,
            },
            2 => ShopperCommand::Choose {
                cid,
                choice: ChoiceId::Settled,
                about: None,
            },
            _ => ShopperCommand::Send {
                cid,
                text: rng.choice(WORDS).unwrap_or_default().to_owned(),
            },
        }
    }

    fn send<C: Serialize>(&mut self, rng: &mut Rng, command: &C) {
        let frame = serde_json::to_string(command).unwrap_or_default();
        self.wire.push_to_edge(rng, &frame);
    }
}

fn agent_act(cid: Cid, rng: &mut Rng) -> AgentCommand {
    let contact = ContactId("c".to_owned());
    match rng.u32(0..8) {
        0 => AgentCommand::TakeCase { cid, contact },
        1 => AgentCommand::Resolve { cid, contact },
        2 => AgentCommand::AddNote {
            cid,
            contact,
            text: "À voir avec le dépôt".to_owned(),
        },
        _ => AgentCommand::Reply {
            cid,
            contact,
            text: "Je regarde cela pour vous.".to_owned(),
            promise: None,
            fills: Vec::new(),
        },
    }
}

fn is_named(event: &Event, cid: &Cid) -> bool {
    matches!(&event.fact, Fact::Message(message) if message.cid.as_ref() == Some(cid))
}
