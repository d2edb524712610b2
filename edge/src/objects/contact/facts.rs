//! The facts of the report go to the directory.
//!
//! They are owed a few seconds later and then as they stand, so that a lively chat with the bot, or
//! several pieces of news in a row, cost one write. The state holds the latest; those that it has no
//! room for any more are kept beside it, and told when the directory asks for all again.

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

/// And that of all of them.
const ALL: &str = "facts/all";

/// How many the directory is told at once.
const AT_ONCE: usize = 50;

impl Inner {
    /// Owes the facts if they look different in a state that is about to be kept. Called in its
    /// transaction.
    pub(super) fn owe_facts(&self, next: &Conversation) -> Result<()> {
        let left_out = self.with(|loaded| {
            let known = &loaded.state;
            let is_news = known.concerns != next.concerns || known.notices != next.notices;
            is_news.then(|| known.facts_left_out_of(next))
        })?;
        let Some(left_out) = left_out else {
            return Ok(());
        };
        self.store.keep_facts(&left_out)?;
        let due = now().millis() + LATER_MILLIS;
        // What is left out may not have been told yet.
        let all = !left_out.is_empty();
        let name = if all { ALL } else { NAME };
        outbox::push_later(&self.store.sql, name, &Effect::NoteFacts { all }, due)?;
        self.owes_effects.set(true);
        Ok(())
    }

    /// Owes them now, whatever is known. Called in a transaction.
    pub(super) fn owe_all_facts(&self, now: Now) -> Result<()> {
        outbox::push(&self.store.sql, ALL, &Effect::NoteFacts { all: true }, now)?;
        self.owes_effects.set(true);
        Ok(())
    }

    /// Tells the directory the facts as they stand.
    pub(super) async fn note_facts(&self, all: bool) -> Result<()> {
        let mut facts = self.with(|loaded| loaded.state.facts_for_reports())?;
        if all {
            facts.extend(self.store.kept_facts()?);
        }
        if facts.is_empty() {
            return Ok(());
        }
        self.enroll().await?;
        for part in facts.chunks(AT_ONCE) {
            directory::report::note(&self.env, &self.site, &self.contact, part).await?;
        }
        Ok(())
    }
}
