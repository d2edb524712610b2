//! Keeps the desk up to date: every event after the desk's cursor, in order, a batch at a time.
//!
//! The cursor is the outbox: what lies between it and the head is owed. While no agent watches,
//! batches are spaced, so that a chatty conversation costs the desk one call a second.

use std::time::Duration;

use shared::conversation::Input;
use shared::ids::ContactId;
use shared::protocol::MAX_REPLAY;
use shared::protocol::desk::CaseSummary;
use shared::protocol::widget::{Event, ShopperEvent};
use worker::{Delay, Result, console_error};

use super::Inner;
use crate::bindings;
use crate::calls::{DeskCall, SyncReply};

/// How often an unwatched case may call the desk.
const SPACING: Duration = Duration::from_secs(1);

/// How long after a commit the alarm would bring the desk up to date, in milliseconds.
const GUARD_MILLIS: i64 = 10_000;

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
        let guarded = self.state.storage().set_alarm(GUARD_MILLIS).await;
        let synced = match guarded {
            Ok(()) => self.sync_batches().await,
            Err(error) => Err(error),
        };
        self.syncing.set(false);
        synced
    }

    async fn sync_batches(&self) -> Result<()> {
        while self.owes_desk() {
            let batch = self.next_batch()?;
            let last = batch.1.last().map(|event| event.seq);
            let reply = self.call_desk(batch).await?;
            if let Some(cursor) = last {
                self.store.save_desk_cursor(cursor)?;
                if let Some(loaded) = self.loaded.borrow_mut().as_mut() {
                    loaded.desk_cursor = cursor;
                }
            }
            self.watched.set(reply.watched);
            if let Some(place) = reply.place {
                self.to_sockets(&ShopperEvent::QueuePlace {
                    place,
                    agents: reply.agents,
                });
            }
            if !reply.watched && self.owes_desk() {
                Delay::from(SPACING).await;
            }
        }
        Ok(())
    }

    fn next_batch(&self) -> Result<(CaseSummary, Vec<Event>)> {
        self.desk_is_stale.set(false);
        let cursor = self.with(|loaded| loaded.desk_cursor)?;
        Ok((
            self.summary()?,
            self.store.events_after(cursor, MAX_REPLAY)?,
        ))
    }

    async fn call_desk(&self, (case, events): (CaseSummary, Vec<Event>)) -> Result<SyncReply> {
        let call = DeskCall::Sync {
            case: Box::new(case),
            events,
        };
        let outcome = bindings::desk(&self.env, &self.site)?.call(&call).await;
        if outcome.is_err() {
            self.desk_is_stale.set(true);
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
