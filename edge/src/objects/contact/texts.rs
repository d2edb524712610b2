//! What was said goes to what is searched at the desk.
//!
//! It is owed a few seconds later, and the later the longer a chat stays lively, so that such a one
//! costs the directory little: a page for all that was said meanwhile. The store knows how far it
//! has come; what an instance that ended had yet to owe, the next one finds by that.

use shared::search;
use shared::time::Timestamp;
use worker::Result;

use super::Inner;
use super::calls::Effect;
use crate::clock::{Now, now};
use crate::directory;
use crate::store::outbox;

/// How many events are read for one statement of the directory. A statement of many words costs
/// less than many of few.
const MAX_AT_ONCE: u32 = 1_000;

impl Inner {
    /// Whether something was said that is neither searched nor owed.
    pub(super) fn has_unowed_texts(&self) -> bool {
        // Whoever has said nothing has no case that could be found.
        let is_case = self.with(|loaded| loaded.state.conversation > 0);
        let is_news = self.unsearched.get() && !self.owes_texts.get();
        is_news && is_case.unwrap_or(false) && !self.has_moved()
    }

    /// Owes what was said, unless that is owed already.
    pub(super) fn owe_texts(&self) -> Result<()> {
        if !self.has_unowed_texts() {
            return Ok(());
        }
        let effect = Effect::NoteTexts { anew: false };
        let spacing = self.texts_spaced.get().next(now().0);
        self.texts_spaced.set(spacing);
        outbox::push_later(&self.store.sql, "texts", &effect, spacing.due().0)?;
        self.owes_effects.set(true);
        self.owes_texts.set(true);
        Ok(())
    }

    /// Owes everything that was said anew. Called in a transaction.
    pub(super) fn owe_all_texts(&self, now: Now) -> Result<()> {
        let effect = Effect::NoteTexts { anew: true };
        outbox::push(&self.store.sql, "texts/anew", &effect, now)?;
        self.owes_effects.set(true);
        Ok(())
    }

    /// Brings what is searched up to date.
    pub(super) async fn note_texts(&self, anew: bool) -> Result<()> {
        // What is said from now on is owed again.
        self.owes_texts.set(false);
        self.unsearched.set(false);
        let (env, site, contact) = (&self.env, &self.site, &self.contact);
        let epoch = self.with(|loaded| loaded.epoch)?;
        if anew {
            directory::search::forget(env, site, contact.as_str()).await?;
            self.store.note_searched(0)?;
        }
        let mut shopper = self.with(|loaded| {
            let began = Timestamp(i64::from(loaded.epoch) * 1_000);
            let is_case = loaded.state.conversation > 0;
            is_case.then(|| search::of_shopper(&loaded.state.identity, began))
        })?;
        loop {
            let after = self.store.searched_upto()?;
            let events = self.store.events_after(after, MAX_AT_ONCE)?;
            let mut texts = search::said_in(&events);
            texts.extend(shopper.take().flatten());
            if !texts.is_empty() {
                self.enroll().await?;
                directory::search::note(env, site, contact.as_str(), Some(contact), &texts).await?;
            }
            // Whoever was erased meanwhile begins with other numbers; the erasure forgets the rest.
            if self.with(|loaded| loaded.epoch)? != epoch {
                return Ok(());
            }
            let Some(last) = events.last() else {
                return Ok(());
            };
            self.store.note_searched(last.seq)?;
            if self.with(|loaded| loaded.head)? <= last.seq {
                return Ok(());
            }
        }
    }
}
