//! The facts of the report go to the directory.
//!
//! They are owed a few seconds later and then as they stand, so that a lively chat with the bot, or
//! several pieces of news in a row, cost one write.

use shared::conversation::State as Conversation;
use worker::Result;

use super::Inner;
use super::calls::Effect;
use crate::clock::{Now, now};
use crate::directory;
use crate::store::outbox;

/// How long after a change the facts are noted, in milliseconds.
const LATER_MILLIS: i64 = 5_000;

/// The effect's name in the outbox.
const NAME: &str = "facts";

impl Inner {
    /// Owes the facts if they look different in a state that is about to be kept.
    pub(super) fn owe_facts(&self, next: &Conversation) -> Result<()> {
        let is_news = self.with(|loaded| {
            let known = &loaded.state;
            known.concerns != next.concerns || known.notices != next.notices
        })?;
        if is_news {
            let due = now().millis() + LATER_MILLIS;
            outbox::push_later(&self.store.sql, NAME, &Effect::NoteFacts, due)?;
            self.owes_effects.set(true);
        }
        Ok(())
    }

    /// Owes them now, whatever is known. Called in a transaction.
    pub(super) fn owe_all_facts(&self, now: Now) -> Result<()> {
        outbox::push(&self.store.sql, NAME, &Effect::NoteFacts, now)?;
        self.owes_effects.set(true);
        Ok(())
    }

    /// Tells the directory the facts as they stand.
    pub(super) async fn note_facts(&self) -> Result<()> {
        let facts = self.with(|loaded| loaded.state.facts_for_reports())?;
        if facts.is_empty() {
            return Ok(());
        }
        self.enroll().await?;
        directory::report::note(&self.env, &self.site, &self.contact, &facts).await
    }
}
