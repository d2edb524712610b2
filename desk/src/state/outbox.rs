//! Commands that were given and are not settled. Each keeps its cid, so that sending one again
//! does no harm.

use serde::Serialize;
use shared::client::reading::{Node, Read};
use shared::ids::{AgentId, Cid, ContactId};
use shared::protocol::Refusal;
use shared::protocol::desk::AgentCommand;
use shared::protocol::promise::Pledge;
use shared::protocol::widget::Fact;
use shared::redress::RedressChoice;
use shared::template::Fill;
use shared::time::Timestamp;

use super::{DeskState, Effect};

/// How long an answer may take before the agent is told that the message is not sent, in
/// milliseconds.
const LATE_AFTER_MILLIS: i64 = 15_000;

/// A command on its way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outgoing {
    /// Its name.
    pub cid: Cid,
    /// Whose case it is about.
    pub contact: ContactId,
    /// The command as it is sent, and sent again.
    pub command: AgentCommand,
    /// How far it has come.
    pub delivery: Delivery,
}

/// How far a command has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Delivery {
    /// No answer yet.
    Sending {
        /// Since when.
        since: Timestamp,
    },
    /// The edge has it; its event has not come yet.
    Acked {
        /// The number of its event.
        seq: u64,
    },
    /// The edge would not have it.
    Refused {
        /// Why.
        code: Refusal,
    },
}

impl Delivery {
    /// The name of how far it has come.
    pub fn stage(self) -> &'static str {
        match self {
            Self::Sending { .. } => "sending",
            Self::Acked { .. } => "acked",
            Self::Refused { .. } => "refused",
        }
    }
}

/// Text that an agent writes in a case.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Word {
    /// The shopper reads it.
    #[default]
    Reply,
    /// Agents alone read it.
    Note,
}

impl Read for Word {
    fn read<N: Node>(node: &N) -> Option<Self> {
        match node.text()?.as_str() {
            "reply" => Some(Self::Reply),
            "note" => Some(Self::Note),
            _ => None,
        }
    }
}

/// What an agent says in a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// To whom it speaks.
    pub word: Word,
    /// Plain text.
    pub text: String,
    /// What it promises the shopper.
    pub promise: Option<Pledge>,
    /// The facts that a template put into it.
    pub fills: Vec<Fill>,
}

/// What an agent does with a case beside saying something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Act {
    /// Takes it.
    Take,
    /// Settles it.
    Resolve,
    /// Gives it to another agent.
    Give {
        /// To whom.
        to: AgentId,
    },
    /// Gives it back to the queue.
    Release,
    /// Sets it aside.
    SetAside {
        /// Until when, if the shopper says nothing before.
        until: Timestamp,
    },
    /// Chooses what to do where something went wrong.
    Redress {
        /// What.
        choice: RedressChoice,
    },
    /// Answers what was asked of a lead.
    AnswerRedress {
        /// What was asked, by the number of its event.
        redress: u64,
        /// Whether it may be done.
        approved: bool,
    },
    /// Puts a label on it, or takes it off.
    Label {
        /// Which, by id.
        label: String,
        /// Whether it is to bear it.
        on: bool,
    },
    /// Says that a promise is kept.
    Keep {
        /// The number of the event that made it.
        promise: u64,
    },
}

impl Act {
    /// The command that does it to a case.
    fn of(self, cid: Cid, contact: ContactId) -> AgentCommand {
        match self {
            Self::Take => AgentCommand::TakeCase { cid, contact },
            Self::Resolve => AgentCommand::Resolve { cid, contact },
            Self::Give { to } => AgentCommand::GiveCase { cid, contact, to },
            Self::Release => AgentCommand::ReleaseCase { cid, contact },
            Self::SetAside { until } => AgentCommand::SnoozeCase {
                cid,
                contact,
                until,
            },
            Self::Label { label, on } => AgentCommand::LabelCase {
                cid,
                contact,
                label,
                on,
            },
            Self::Redress { choice } => AgentCommand::ChooseRedress {
                cid,
                contact,
                choice,
            },
            Self::AnswerRedress { redress, approved } => AgentCommand::AnswerRedress {
                cid,
                contact,
                redress,
                approved,
            },
            Self::Keep { promise } => AgentCommand::KeepPromise {
                cid,
                contact,
                promise,
            },
        }
    }
}

impl Outgoing {
    /// Its text and to whom it speaks, for a command that has text.
    pub fn text(&self) -> Option<(Word, &str)> {
        match &self.command {
            AgentCommand::Reply { text, .. } => Some((Word::Reply, text)),
            AgentCommand::AddNote { text, .. } => Some((Word::Note, text)),
            _ => None,
        }
    }

    /// What it promises.
    pub fn pledge(&self) -> Option<&Pledge> {
        match &self.command {
            AgentCommand::Reply { promise, .. } => promise.as_ref(),
            _ => None,
        }
    }

    /// Whether the agent should be offered to send it again.
    pub fn is_stuck(&self, now: Timestamp) -> bool {
        match self.delivery {
            Delivery::Sending { since } => now.millis_since(since) > LATE_AFTER_MILLIS,
            Delivery::Acked { .. } => false,
            Delivery::Refused { .. } => true,
        }
    }
}

impl DeskState {
    /// Says something in the open case.
    pub fn say(&mut self, said: Said, cid: Cid, now: Timestamp) -> Vec<Effect> {
        let Said {
            word,
            text,
            promise,
            fills,
        } = said;
        self.give(cid, now, |cid, contact| match word {
            Word::Reply => AgentCommand::Reply {
                cid,
                contact,
                text,
                promise,
                fills,
            },
            Word::Note => AgentCommand::AddNote { cid, contact, text },
        })
    }

    /// Does something else with the open case.
    pub fn handle(&mut self, act: Act, cid: Cid, now: Timestamp) -> Vec<Effect> {
        self.give(cid, now, |cid, contact| act.of(cid, contact))
    }

    /// Does something with a case, open or not.
    pub fn handle_case(
        &mut self,
        contact: ContactId,
        act: Act,
        cid: Cid,
        now: Timestamp,
    ) -> Vec<Effect> {
        let command = act.of(cid.clone(), contact.clone());
        self.send_out(cid, contact, command, now)
    }

    /// Sends a command again under its name.
    pub fn retry(&mut self, cid: &Cid, now: Timestamp) -> Vec<Effect> {
        let Some(outgoing) = self.outbox.iter_mut().find(|out| &out.cid == cid) else {
            return Vec::new();
        };
        outgoing.delivery = Delivery::Sending { since: now };
        vec![Effect::Send(outgoing.command.clone())]
    }

    /// The commands that the edge has not acknowledged, oldest first.
    pub fn unsent(&self) -> Vec<AgentCommand> {
        self.outbox
            .iter()
            .filter(|out| !matches!(out.delivery, Delivery::Acked { .. }))
            .map(|out| out.command.clone())
            .collect()
    }

    /// Sends what an earlier page could not, under the same names.
    pub fn restore(&mut self, earlier: Vec<AgentCommand>, now: Timestamp) -> Vec<Effect> {
        let mut effects = Vec::new();
        for command in earlier {
            let (Some(cid), Some(contact)) = (command.cid(), command.contact()) else {
                continue;
            };
            if self.outbox.iter().any(|out| out.cid == *cid) {
                continue;
            }
            self.outbox.push(Outgoing {
                cid: cid.clone(),
                contact: contact.clone(),
                command: command.clone(),
                delivery: Delivery::Sending { since: now },
            });
            effects.push(Effect::Send(command));
        }
        effects
    }

    /// Gives a command up that was refused.
    pub fn discard(&mut self, cid: &Cid) {
        self.outbox
            .retain(|out| &out.cid != cid || !matches!(out.delivery, Delivery::Refused { .. }));
    }

    /// Whether something is on its way that changes whose the open case is.
    pub fn open_case_is_changing(&self) -> bool {
        let open = self.open.as_ref().map(super::OpenCase::contact);
        self.outbox
            .iter()
            .any(|out| Some(&out.contact) == open && out.text().is_none())
    }

    pub(super) fn acked(&mut self, cid: &Cid, seq: u64) {
        if let Some(outgoing) = self.outbox.iter_mut().find(|out| &out.cid == cid) {
            outgoing.delivery = Delivery::Acked { seq };
        }
        self.settle_outbox();
    }

    pub(super) fn refused(&mut self, cid: &Cid, code: Refusal) -> Vec<Effect> {
        let Some(index) = self.outbox.iter().position(|out| &out.cid == cid) else {
            return vec![Effect::Refused(code)];
        };
        // A text stays on the screen with its refusal; a button springs back and says why.
        if self.outbox[index].text().is_some() {
            self.outbox[index].delivery = Delivery::Refused { code };
            return Vec::new();
        }
        self.outbox.remove(index);
        vec![Effect::Refused(code)]
    }

    /// Drops what the events on the screen already show, and what no screen shows.
    pub(super) fn settle_outbox(&mut self) {
        let mut outbox = std::mem::take(&mut self.outbox);
        outbox.retain(|outgoing| !self.is_settled(outgoing));
        self.outbox = outbox;
    }

    pub(super) fn unanswered(&mut self, now: Timestamp) -> Vec<AgentCommand> {
        self.outbox
            .iter_mut()
            .filter(|out| matches!(out.delivery, Delivery::Sending { .. }))
            .map(|out| {
                out.delivery = Delivery::Sending { since: now };
                out.command.clone()
            })
            .collect()
    }

    fn is_settled(&self, outgoing: &Outgoing) -> bool {
        let case = self
            .content()
            .filter(|case| case.contact == outgoing.contact);
        match (outgoing.delivery, case) {
            (Delivery::Acked { seq }, Some(case)) => case.last_seq() >= seq,
            (Delivery::Acked { .. }, None) => true,
            (_, Some(case)) => case.events.values().rev().take(50).any(|event| {
                matches!(&event.fact, Fact::Message(said) if said.cid.as_ref() == Some(&outgoing.cid))
            }),
            (_, None) => false,
        }
    }

    fn give(
        &mut self,
        cid: Cid,
        now: Timestamp,
        command: impl FnOnce(Cid, ContactId) -> AgentCommand,
    ) -> Vec<Effect> {
        let Some(contact) = self.open.as_ref().map(|open| open.contact().clone()) else {
            return Vec::new();
        };
        let command = command(cid.clone(), contact.clone());
        self.send_out(cid, contact, command, now)
    }

    fn send_out(
        &mut self,
        cid: Cid,
        contact: ContactId,
        command: AgentCommand,
        now: Timestamp,
    ) -> Vec<Effect> {
        let delivery = Delivery::Sending { since: now };
        self.outbox.push(Outgoing {
            cid,
            contact,
            command: command.clone(),
            delivery,
        });
        vec![Effect::Send(command)]
    }
}
