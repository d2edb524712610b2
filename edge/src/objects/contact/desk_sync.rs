//! Keeps the desk up to date: a case's summary, and the events for the agents who watch it.
//!
//! The desk's cursor is the outbox: what lies between it and the head is owed, in order, a batch
//! at a time. While no agent watches, the summary stands for the events: whoever opens the case
//! reads them from the contact. Those calls are spaced, so that a chatty conversation costs the
//! desk one every three seconds; a case that comes to humans is told at once.

use std::time::Duration;

use shared::conversation::Input;
use shared::ids::ContactId;
use shared::protocol::MAX_REPLAY;
use shared::protocol::desk::CaseSummary;
use shared::protocol::widget::{ConversationState, Event, ShopperEvent};
use worker::{Result, console_error};

use super::Inner;
use crate::bindings;
use crate::calls::{DeskCall, SyncReply};
use crate::clock::now;

/// How often an unwatched case may call the desk.
const SPACING: Duration = Duration::from_secs(3);

/// How long after a commit the alarm would bring the desk up to date, in milliseconds.
const GUARD_MILLIS: i64 = 15_000;

/// An alarm that is at least this far away, in milliseconds, still guards the next call.
const STILL_GUARDED_MILLIS: i64 = 5_000;

impl Inner {
    /// Whether the desk has yet to hear something.
    pub(super) fn owes_desk(&self) -> bool {
        let behind = self.with(|loaded| {
            loaded.state.conversation > 0
                && (loaded.desk_cursor < loaded.head || self.desk_is_stale.get())
        });
        behind.unwrap_or(false)
    }

    /// Brings the desk up to date. One runs at a time; a second one leaves the work to it.
    pub(super) async fn sync_desk(&self) -> Result<()> {
        if !self.owes_desk() || self.syncing.replace(true) {
            return Ok(());
        }
        // Should this instance end before the desk has answered, the alarm goes on.
        let synced = match self.guard().await {
            Ok(()) => self.sync_batches().await,
            Err(error) => Err(error),
        };
        self.syncing.set(false);
        synced
    }

    /// Sees to it that an alarm comes after the next call. Setting one is a write, so one alarm
    /// guards as many calls as it can.
    pub(super) async fn guard(&self) -> Result<()> {
        let now = now().millis();
        if self.guarded_until.get() - now >= STILL_GUARDED_MILLIS {
            return Ok(());
        }
        // There is one alarm: what is due at a time of its own may come first.
        let guard = now + GUARD_MILLIS;
        let due = self.due_at.get().map_or(guard, |own| own.clamp(now, guard));
        self.state.storage().set_alarm(due - now).await?;
        self.guarded_until.set(due);
        Ok(())
    }

    async fn sync_batches(&self) -> Result<()> {
        while self.owes_desk() {
            let with_events = self.watched.get();
            let (case, events) = self.next_batch(with_events)?;
            let reached = if with_events {
                events.last().map(|event| event.seq)
            } else {
                Some(case.head)
            };
            let reply = self.call_desk(case, events).await?;
            self.watched.set(reply.watched);
            // An agent who came in the meantime has yet to see these events: they go again, with
            // the events this time.
            if let Some(cursor) = reached.filter(|_| with_events || !reply.watched) {
                self.move_cursor(cursor)?;
            }
            if let Some(place) = reply.place {
                self.to_sockets(&ShopperEvent::QueuePlace {
                    place,
                    agents: reply.agents,
                    wait_minutes: reply.wait_minutes,
                });
            }
            if !reply.watched && self.owes_desk() && !self.waits_untold() {
                self.spacing.wait(SPACING).await;
                // In a long chat this loop outlives its alarm, and a crash must still find one.
                self.guard().await?;
            }
        }
        Ok(())
    }

    /// Has the desk told at once of a case that waits for a human.
    pub(super) fn hurry_desk(&self) {
        if self.syncing.get() && self.waits_untold() {
            self.spacing.end();
        }
    }

    /// Whether the case waits for a human, and the desk has yet to hear of it.
    fn waits_untold(&self) -> bool {
        let since = self.with(|loaded| loaded.state.waits_since());
        since.is_ok_and(|since| since.is_some() && since != self.told_waiting.get())
    }

    fn next_batch(&self, with_events: bool) -> Result<(CaseSummary, Vec<Event>)> {
        self.desk_is_stale.set(false);
        let events = if with_events {
            let cursor = self.with(|loaded| loaded.desk_cursor)?;
            self.store.events_after(cursor, MAX_REPLAY)?
        } else {
            Vec::new()
        };
        Ok((self.summary()?, events))
    }

    fn move_cursor(&self, cursor: u64) -> Result<()> {
        self.store.save_desk_cursor(cursor)?;
        if let Some(loaded) = self.loaded.borrow_mut().as_mut() {
            loaded.desk_cursor = cursor;
        }
        Ok(())
    }

    async fn call_desk(&self, case: CaseSummary, events: Vec<Event>) -> Result<SyncReply> {
        let waits_since = match case.state {
            ConversationState::Queued { since } => Some(since),
            _ => None,
        };
        let call = DeskCall::Sync {
            case: Box::new(case),
            events,
        };
        let outcome = bindings::desk(&self.env, &self.site)?.call(&call).await;
        match &outcome {
            Ok(_) => self.told_waiting.set(waits_since),
            Err(_) => self.desk_is_stale.set(true),
        }
        outcome
    }

    /// The shopper has read up to a number: agents who watch see it.
    pub(super) async fn shopper_read(&self, upto: u64) -> Result<()> {
        let _ = self.apply(&Input::ShopperRead { upto })?;
        let upto = self.with(|loaded| loaded.state.read_upto)?;
        self.whisper(|contact| DeskCall::ShopperRead { contact, upto })
            .await;
        Ok(())
    }

    /// The shopper is typing: agents who watch see it.
    pub(super) async fn shopper_typing(&self) -> Result<()> {
        self.whisper(|contact| DeskCall::ShopperTyping { contact })
            .await;
        Ok(())
    }

    /// Tells the desk something that is not kept and only matters while somebody looks.
    async fn whisper(&self, call: impl FnOnce(ContactId) -> DeskCall) {
        if !self.watched.get() {
            return;
        }
        let told = match bindings::desk(&self.env, &self.site) {
            Ok(desk) => desk.call::<()>(&call(self.contact.clone())).await,
            Err(error) => Err(error),
        };
        if let Err(error) = told {
            console_error!("the desk could not be told: {error}");
        }
    }
}
