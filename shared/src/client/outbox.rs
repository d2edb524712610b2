//! Commands that the edge has not answered yet. Each keeps its cid, so that sending it again is
//! harmless; nothing is called sent before the edge has acknowledged it.

use super::timeline::Timeline;
use crate::ids::Cid;
use crate::protocol::Refusal;
use crate::protocol::widget::{Fact, ShopperCommand};
use crate::time::Timestamp;

/// How long a command may stay unanswered before the shopper is told, in milliseconds.
const PATIENCE_MS: i64 = 15_000;

/// What a client has said and not yet seen come back, oldest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outbox {
    entries: Vec<Entry>,
}

/// A command on its way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Names the command; the same on every attempt.
    pub cid: Cid,
    /// The command.
    pub command: ShopperCommand,
    /// How far it has come.
    pub delivery: Delivery,
}

/// How far a command has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Delivery {
    /// On its way since the latest attempt, or waiting for a connection.
    Sending {
        /// When it was last tried.
        since: Timestamp,
    },
    /// The edge has it under a number that this client hasn't seen yet.
    Sent {
        /// The number.
        seq: u64,
    },
    /// No answer came in time. It goes out again with the next connection, or when asked.
    Unanswered,
    /// The edge said no.
    Refused {
        /// Why.
        code: Refusal,
        /// When it is worth trying again, in seconds.
        retry_after: Option<u32>,
    },
}

impl Outbox {
    /// The commands, oldest first.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The command with a name.
    pub fn entry(&self, cid: &Cid) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.cid == *cid)
    }

    /// Takes a new command. One without a cid needs no answer and is not kept.
    pub fn push(&mut self, command: ShopperCommand, now: Timestamp) {
        let Some(cid) = command.cid().cloned() else {
            return;
        };
        let delivery = Delivery::Sending { since: now };
        self.entries.push(Entry {
            cid,
            command,
            delivery,
        });
    }

    /// The commands to send after a welcome, oldest first. What was refused waits for the shopper.
    pub fn resend(&mut self, now: Timestamp) -> Vec<ShopperCommand> {
        let waiting = self.entries.iter_mut().filter(|entry| {
            matches!(
                entry.delivery,
                Delivery::Sending { .. } | Delivery::Unanswered
            )
        });
        waiting
            .map(|entry| {
                entry.delivery = Delivery::Sending { since: now };
                entry.command.clone()
            })
            .collect()
    }

    /// One command again, because the shopper asked for it.
    pub fn retry(&mut self, cid: &Cid, now: Timestamp) -> Option<ShopperCommand> {
        let entry = self.entries.iter_mut().find(|entry| entry.cid == *cid)?;
        entry.delivery = Delivery::Sending { since: now };
        Some(entry.command.clone())
    }

    /// Notes that the edge has a command.
    pub fn acked(&mut self, cid: &Cid, seq: u64) {
        self.deliver(cid, Delivery::Sent { seq });
    }

    /// Notes that the edge refused a command. A late refusal changes nothing about what it has.
    pub fn refused(&mut self, cid: &Cid, code: Refusal, retry_after: Option<u32>) {
        self.deliver(cid, Delivery::Refused { code, retry_after });
    }

    /// Gives a command up, because the shopper wants to say it otherwise.
    pub fn discard(&mut self, cid: &Cid) -> Option<ShopperCommand> {
        let place = self.entries.iter().position(|entry| entry.cid == *cid)?;
        Some(self.entries.remove(place).command)
    }

    /// Marks what has been on its way for too long. Returns whether anything changed.
    pub fn expire(&mut self, now: Timestamp) -> bool {
        let mut changed = false;
        for entry in &mut self.entries {
            if let Delivery::Sending { since } = entry.delivery
                && now.millis_since(since) >= PATIENCE_MS
            {
                entry.delivery = Delivery::Unanswered;
                changed = true;
            }
        }
        changed
    }

    /// Lets go of what has come back as part of the history.
    pub fn settle(&mut self, timeline: &Timeline) {
        if self.entries.is_empty() {
            return;
        }
        self.entries.retain(|entry| {
            let seen = match entry.delivery {
                Delivery::Sent { seq } => timeline.event(seq).is_some(),
                _ => false,
            };
            !seen && !has_message(timeline, &entry.cid)
        });
    }

    /// What may outlive the page: everything that the edge doesn't have yet, but for proofs of
    /// orders, which hold an e-mail or a postcode and have no business in a browser's storage.
    pub fn kept(&self) -> Vec<&ShopperCommand> {
        let pending = |entry: &&Entry| !matches!(entry.delivery, Delivery::Sent { .. });
        let commands = self.entries.iter().filter(pending);
        commands
            .map(|entry| &entry.command)
            .filter(|command| !matches!(command, ShopperCommand::VerifyOrder { .. }))
            .collect()
    }

    /// Puts commands of an earlier page in front of this page's own.
    pub fn restore(&mut self, earlier: Vec<ShopperCommand>, now: Timestamp) {
        let mut restored = Self::default();
        for command in earlier {
            if command.cid().is_some_and(|cid| self.entry(cid).is_none()) {
                restored.push(command, now);
            }
        }
        restored.entries.append(&mut self.entries);
        *self = restored;
    }

    fn deliver(&mut self, cid: &Cid, delivery: Delivery) {
        let entry = self.entries.iter_mut().find(|entry| entry.cid == *cid);
        if let Some(entry) = entry
            && !matches!(entry.delivery, Delivery::Sent { .. })
        {
            entry.delivery = delivery;
        }
    }
}

fn has_message(timeline: &Timeline, cid: &Cid) -> bool {
    let by_cid = |fact: &Fact| matches!(fact, Fact::Message(m) if m.cid.as_ref() == Some(cid));
    timeline
        .events()
        .iter()
        .rev()
        .any(|event| by_cid(&event.fact))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::protocol::widget::{Author, ChoiceId, Event, Message};

    const NOW: Timestamp = Timestamp(1_000_000);

    fn cid(n: u8) -> Cid {
        Cid(format!("{n:032x}"))
    }

    fn send(n: u8) -> ShopperCommand {
        ShopperCommand::Send {
            cid: cid(n),
            text: format!("message {n}"),
        }
    }

    fn prove(n: u8) -> ShopperCommand {
        let (number, proof) = ("#1042".to_owned(), "a@example.com".to_owned());
        ShopperCommand::VerifyOrder {
            cid: cid(n),
            number,
            proof,
        }
    }

    fn outbox(commands: impl IntoIterator<Item = ShopperCommand>) -> Outbox {
        let mut outbox = Outbox::default();
        for command in commands {
            outbox.push(command, NOW);
        }
        outbox
    }

    fn delivery(outbox: &Outbox, n: u8) -> Option<Delivery> {
        outbox.entry(&cid(n)).map(|entry| entry.delivery.clone())
    }

    #[test]
    fn a_new_connection_gets_everything_unanswered_in_order() {
        let mut outbox = outbox([send(1), send(2), send(3), send(4)]);
        outbox.acked(&cid(2), 7);
        outbox.refused(&cid(3), Refusal::Empty, None);
        assert_eq!(outbox.resend(NOW), vec![send(1), send(4)]);
        assert_eq!(
            outbox.resend(NOW),
            vec![send(1), send(4)],
            "until it is answered"
        );
    }

    #[test]
    fn sent_is_said_after_the_acknowledgement_only_and_stays_true() {
        let mut outbox = outbox([send(1)]);
        assert_eq!(delivery(&outbox, 1), Some(Delivery::Sending { since: NOW }));
        outbox.acked(&cid(1), 7);
        outbox.refused(&cid(1), Refusal::TooFast, Some(1));
        assert!(!outbox.expire(NOW.plus_millis(PATIENCE_MS * 2)));
        assert_eq!(delivery(&outbox, 1), Some(Delivery::Sent { seq: 7 }));
    }

    #[test]
    fn silence_is_told_after_a_while_and_retried_under_the_same_name() {
        let mut outbox = outbox([send(1)]);
        assert!(!outbox.expire(NOW.plus_millis(PATIENCE_MS - 1)));
        let later = NOW.plus_millis(PATIENCE_MS);
        assert!(outbox.expire(later));
        assert_eq!(delivery(&outbox, 1), Some(Delivery::Unanswered));
        assert_eq!(outbox.retry(&cid(1), later), Some(send(1)));
        assert_eq!(
            delivery(&outbox, 1),
            Some(Delivery::Sending { since: later })
        );
    }

    #[test]
    fn what_comes_back_leaves_by_number_or_by_name() {
        let mut outbox = outbox([send(1), prove(2), send(3)]);
        outbox.acked(&cid(2), 8);
        let says = |seq, cid| {
            let text = String::new();
            let fact = Fact::Message(Message {
                author: Author::Shopper,
                text,
                cid,
                about: None,
                card: None,
                choices: vec![],
                promise: None,
            });
            Event {
                seq,
                at: NOW,
                conversation: 1,
                fact,
            }
        };
        let mut timeline = Timeline::default();
        timeline.insert(vec![says(7, Some(cid(1))), says(8, None)]);
        outbox.settle(&timeline);
        assert_eq!(
            outbox.entries().iter().map(|e| &e.cid).collect::<Vec<_>>(),
            [&cid(3)]
        );
    }

    #[test]
    fn proofs_are_not_stored_and_the_rest_comes_back_first() {
        let choose = ShopperCommand::Choose {
            cid: cid(4),
            choice: ChoiceId::TrackOrder,
            about: Some(3),
        };
        let ask = ShopperCommand::RequestHuman { cid: cid(5) };
        let mut before = outbox([send(1), prove(2), choose.clone(), ask.clone(), send(6)]);
        before.acked(&cid(6), 9);
        let stored = serde_json::to_string(&before.kept()).unwrap();
        assert!(!stored.contains("example.com"));
        let mut after = outbox([send(3)]);
        for _ in 0..2 {
            after.restore(serde_json::from_str(&stored).unwrap(), NOW);
        }
        assert_eq!(after.resend(NOW), vec![send(1), choose, ask, send(3)]);
    }

    #[test]
    fn commands_without_a_name_are_not_kept() {
        assert_eq!(
            outbox([ShopperCommand::Typing, ShopperCommand::Read { upto: 1 }]).entries(),
            []
        );
    }
}
