//! Taking an input: step, commit, and only then show.

use shared::conversation::{Draft, Input, Outcome, step};
use shared::protocol::Refusal;
use shared::protocol::widget::Event;
use shared::search;
use shared::time::Timestamp;
use worker::Result;

use super::{Inner, for_shopper};
use crate::clock::now;
use crate::store::contact::CommandMark;

/// What an input that took effect comes to.
pub(super) struct Applied {
    /// The number of its first event, or the head when it has none; for a repeated command the
    /// number that it had before.
    pub(super) seq: u64,
    /// Its events as the shopper may see them; none for a repeated command.
    pub(super) events: Vec<Event>,
}

impl Inner {
    /// Takes an input and shows every socket what it made happen. Returns its number.
    pub(super) fn apply(&self, input: &Input) -> Result<std::result::Result<u64, Refusal>> {
        let applied = self.take(input)?;
        Ok(applied.map(|Applied { seq, events }| {
            self.show(events, None);
            seq
        }))
    }

    /// Takes an input: steps and commits. Telling the sockets is the caller's.
    pub(super) fn take(&self, input: &Input) -> Result<std::result::Result<Applied, Refusal>> {
        // What is out of place now may have been in place when it came first.
        if let Some(repeated) = self.repeated(input)? {
            return Ok(repeated);
        }
        let at = now().0;
        let (stepped, head) =
            self.with(|loaded| (step(&loaded.state, loaded.head, input, at), loaded.head))?;
        let outcome = match stepped {
            Ok(outcome) => outcome,
            Err(refusal) => return Ok(Err(refusal)),
        };
        let events = self.commit(input, outcome, head, at)?;
        let seq = events.first().map_or(head, |event| event.seq);
        let events = events.into_iter().map(for_shopper).collect();
        Ok(Ok(Applied { seq, events }))
    }

    /// What a command did when it came before, if it did.
    pub(super) fn repeated(
        &self,
        input: &Input,
    ) -> Result<Option<std::result::Result<Applied, Refusal>>> {
        let Some((sender, cid)) = input.command() else {
            return Ok(None);
        };
        let known = self.store.find_command(&sender, cid)?;
        Ok(known.map(|(seq, digest)| {
            if digest == input.digest() {
                let events = Vec::new();
                Ok(Applied { seq, events })
            } else {
                Err(Refusal::Conflict)
            }
        }))
    }

    /// Writes an outcome, whole or not at all.
    fn commit(
        &self,
        input: &Input,
        outcome: Outcome,
        head: u64,
        at: Timestamp,
    ) -> Result<Vec<Event>> {
        let command = input
            .command()
            .map(|(sender, cid)| (sender, cid, input.digest()));
        let mark = command.as_ref().map(|(sender, cid, digest)| CommandMark {
            sender,
            cid,
            digest: *digest,
        });
        // Before that there is nothing that may be past its time.
        let is_first =
            (head == 0 && !outcome.events.is_empty()) || matches!(input, Input::SignedIn(_));
        match (outcome.events.as_slice(), &outcome.next) {
            ([], None) => {}
            // One statement is a transaction of its own.
            ([only], None) if head > 0 => {
                self.store.add_event(head + 1, at, only, mark.as_ref())?
            }
            (events, next) => self.store.sql.transaction(|| {
                for (seq, (index, draft)) in (head + 1..).zip(events.iter().enumerate()) {
                    let mark = mark.as_ref().filter(|_| index == 0);
                    self.store.add_event(seq, at, draft, mark)?;
                }
                if is_first {
                    self.look_later(now())?;
                }
                if let Some(next) = next {
                    self.store.save_state(next)?;
                    self.set_alarms(next)?;
                    self.owe_promises(next)?;
                    self.owe_facts(next)?;
                }
                Ok(())
            })?,
        }
        if let Some(CommandMark { sender, cid, .. }) = mark.filter(|_| !outcome.events.is_empty()) {
            self.store.note_command(sender, cid);
        }
        let is_searched = |draft: &Draft| search::is_searched(&draft.fact);
        if outcome.events.iter().any(is_searched) || matches!(input, Input::SignedIn(_)) {
            self.unsearched.set(true);
        }
        let events = numbered(outcome.events, head, at);
        if let Some(loaded) = self.loaded.borrow_mut().as_mut() {
            loaded.head += events.len() as u64;
            if let Some(next) = outcome.next {
                loaded.state = next;
                // How far the shopper has read is whispered; it is not in a summary.
                if !matches!(input, Input::ShopperRead { .. }) {
                    self.desk_is_stale.set(true);
                }
            }
        }
        Ok(events)
    }
}

fn numbered(drafts: Vec<Draft>, head: u64, at: Timestamp) -> Vec<Event> {
    (head + 1..)
        .zip(drafts)
        .map(|(seq, draft)| Event {
            seq,
            at,
            conversation: draft.conversation,
            fact: draft.fact,
        })
        .collect()
}
