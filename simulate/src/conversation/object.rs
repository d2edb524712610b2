//! A contact's object: what it has committed outlives a crash, what it has in memory does not. It
//! does what the edge's own does, on the same core.

use std::collections::BTreeMap;

use shared::conversation::{Input, Outcome, Resume, Sender, State, resume, step};
use shared::ids::{AgentId, Cid, ContactId};
use shared::language::Language;
use shared::order::OrderView;
use shared::protocol::desk::AgentCommand;
use shared::protocol::widget::{AgentName, Event, Fact, ShopperCommand, ShopperEvent};
use shared::protocol::{MAX_REPLAY, MAX_WELCOME_ORDERS, Refusal};
use shared::season::Zone;
use shared::time::Timestamp;

use super::observer::Role;

/// The object.
pub struct Object {
    disk: Disk,
    /// The state and the head, while it is awake.
    memory: Option<(State, u64)>,
}

struct Disk {
    epoch: u32,
    state: State,
    events: Vec<Event>,
    marks: BTreeMap<(String, Cid), (u64, u64)>,
}

/// What the object says in answer to a frame.
#[derive(Default)]
pub struct Said {
    /// To the sender.
    pub answers: Vec<ShopperEvent>,
    /// What happened, for everybody.
    pub events: Vec<Event>,
}

impl Object {
    /// One that nothing has happened to.
    pub fn new(epoch: u32) -> Self {
        Self {
            disk: Disk {
                epoch,
                state: State::new(Language::French),
                events: Vec::new(),
                marks: BTreeMap::new(),
            },
            memory: None,
        }
    }

    /// Loses what it had in memory.
    pub fn forget(&mut self) {
        self.memory = None;
    }

    /// Is erased, and begins anew.
    pub fn erase(&mut self) {
        *self = Self::new(self.disk.epoch + 1);
    }

    /// The events that were committed.
    pub fn committed(&self) -> &[Event] {
        &self.disk.events
    }

    /// The number under which a command took effect.
    pub fn effect(&self, role: Role, cid: &Cid) -> Option<u64> {
        let key = (sender(role).tag().to_owned(), cid.clone());
        self.disk.marks.get(&key).map(|(seq, _)| *seq)
    }

    /// An order tells how it stands.
    pub fn tell(&mut self, order: OrderView, now: Timestamp) -> Vec<Event> {
        let order = Box::new(order);
        let told = Input::OrderTold {
            order,
            notice: None,
        };
        let applied = self.apply(&told, now);
        applied.map(|(_, events)| events).unwrap_or_default()
    }

    /// Takes a frame.
    pub fn take(&mut self, role: Role, frame: &str, now: Timestamp) -> Said {
        if role == Role::Agent
            && let Ok(command) = serde_json::from_str(frame)
            && let Some(input) = act(command, now)
        {
            return self.command(role, &input, now);
        }
        match serde_json::from_str(frame) {
            Ok(ShopperCommand::Hello {
                epoch, last_seq, ..
            }) => self.welcome(role, epoch, last_seq),
            Ok(ShopperCommand::Fetch { after, limit }) => Said {
                answers: vec![self.page_after(role, after, limit)],
                events: Vec::new(),
            },
            Ok(ShopperCommand::Send { cid, text }) => {
                let season = None;
                self.command(
                    role,
                    &Input::Said {
                        cid,
                        text,
                        season,
                        help: None,
                    },
                    now,
                )
            }
            Ok(ShopperCommand::Choose { cid, choice, about }) => {
                let promise_by = None;
                let chose = Input::Chose {
                    cid,
                    choice,
                    about,
                    promise_by,
                };
                self.command(role, &chose, now)
            }
            Ok(ShopperCommand::RequestHuman { cid }) => {
                self.command(role, &Input::HumanRequested { cid }, now)
            }
            Ok(ShopperCommand::Read { upto }) => {
                let _ = self.apply(&Input::ShopperRead { upto }, now);
                Said::default()
            }
            Ok(_) => Said::default(),
            Err(_) => refused(None, Refusal::Malformed),
        }
    }

    fn command(&mut self, role: Role, input: &Input, now: Timestamp) -> Said {
        let Some((_, cid)) = input.command() else {
            return Said::default();
        };
        let cid = cid.clone();
        match self.apply(input, now) {
            Ok((seq, events)) => {
                let shown = if role == Role::Shopper {
                    seen_by(role, &events)
                } else {
                    Vec::new()
                };
                let acked = ShopperEvent::Acked {
                    cid,
                    seq,
                    events: shown,
                };
                Said {
                    answers: vec![acked],
                    events,
                }
            }
            Err(code) => refused(Some(cid), code),
        }
    }

    /// Steps and commits. Answers the number and what happened.
    fn apply(&mut self, input: &Input, now: Timestamp) -> Result<(u64, Vec<Event>), Refusal> {
        let disk = &mut self.disk;
        let (state, head) = self
            .memory
            .get_or_insert_with(|| (disk.state.clone(), disk.events.len() as u64));
        let key = input
            .command()
            .map(|(sender, cid)| (sender.tag().to_owned(), cid.clone()));
        let known = key.as_ref().and_then(|key| disk.marks.get(key)).copied();
        let outcome = match (step(state, *head, input, now), known) {
            (_, Some((seq, digest))) if digest == input.digest() => return Ok((seq, Vec::new())),
            (_, Some(_)) => return Err(Refusal::Conflict),
            (stepped, None) => stepped?,
        };
        let Outcome { events, next } = outcome;
        let first = *head + 1;
        let events: Vec<Event> = (first..)
            .zip(events)
            .map(|(seq, draft)| Event {
                seq,
                at: now,
                conversation: draft.conversation,
                fact: draft.fact,
            })
            .collect();
        if let Some(key) = key {
            disk.marks.insert(key, (first, input.digest()));
        }
        disk.events.extend(events.iter().cloned());
        *head = disk.events.len() as u64;
        if let Some(next) = next {
            *state = next.clone();
            disk.state = next;
        }
        Ok((first, events))
    }

    fn welcome(&self, role: Role, epoch: Option<u32>, last_seq: Option<u64>) -> Said {
        let head = self.disk.events.len() as u64;
        let own = self.disk.epoch;
        let Resume::After(after) = resume(own, head, epoch, last_seq) else {
            return Said {
                answers: vec![ShopperEvent::Reset { epoch: own }],
                events: Vec::new(),
            };
        };
        let welcome = ShopperEvent::Welcome {
            contact: ContactId("c".to_owned()),
            epoch: own,
            head,
            read_upto: self.disk.state.read_upto,
            agent_read_upto: self.disk.state.agent_read_upto,
            state: self.disk.state.public(),
            orders: self.disk.state.latest_orders(MAX_WELCOME_ORDERS),
        };
        Said {
            answers: vec![welcome, self.page_after(role, after, MAX_REPLAY)],
            events: Vec::new(),
        }
    }

    fn page_after(&self, role: Role, after: u64, limit: u32) -> ShopperEvent {
        let from = usize::try_from(after).unwrap_or(usize::MAX);
        let all = self.disk.events.get(from..).unwrap_or_default();
        let shown = &all[..all.len().min(limit.min(MAX_REPLAY) as usize)];
        ShopperEvent::Events {
            events: seen_by(role, shown),
            more: shown.len() < all.len(),
        }
    }
}

/// Events as an observer may see them.
pub fn seen_by(role: Role, events: &[Event]) -> Vec<Event> {
    let shown = events.iter().map(|event| match (role, &event.fact) {
        (
            Role::Shopper,
            Fact::Note { .. }
            | Fact::Solved { .. }
            | Fact::Rated { .. }
            | Fact::Scored { .. }
            | Fact::Redress { .. },
        ) => Event {
            fact: Fact::Hidden,
            ..event.clone()
        },
        _ => event.clone(),
    });
    shown.collect()
}

/// The agent who observes.
fn agent() -> AgentName {
    AgentName {
        id: AgentId("camille".to_owned()),
        name: "Camille".to_owned(),
    }
}

fn sender(role: Role) -> Sender {
    match role {
        Role::Shopper => Sender::Shopper,
        Role::Agent => Sender::Agent(agent().id),
    }
}

fn act(command: AgentCommand, now: Timestamp) -> Option<Input> {
    let agent = agent();
    match command {
        AgentCommand::TakeCase { cid, .. } => Some(Input::Taken {
            cid,
            agent,
            from: None,
        }),
        AgentCommand::Reply { cid, text, .. } => Some(Input::AgentSaid {
            cid,
            agent,
            text,
            promise: None,
            fills: Vec::new(),
            today: Zone::default().day_of(now),
        }),
        AgentCommand::AddNote { cid, text, .. } => Some(Input::Noted {
            cid,
            agent,
            text,
            mentions: Vec::new(),
        }),
        AgentCommand::Resolve { cid, .. } => Some(Input::AgentResolved { cid, agent }),
        _ => None,
    }
}

fn refused(cid: Option<Cid>, code: Refusal) -> Said {
    let retry_after = None;
    let refused = ShopperEvent::Refused {
        cid,
        code,
        retry_after,
    };
    Said {
        answers: vec![refused],
        events: Vec::new(),
    }
}
