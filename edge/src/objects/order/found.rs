//! By what an order is found at the desk.

use shared::order::{Audience, view};
use shared::search::{self, Text};
use worker::Result;

use super::Inner;
use super::effects::Effect;
use crate::clock::Now;
use crate::directory;
use crate::store::order::Record;

impl Inner {
    /// Owes what is searched the order's text when that is new to it.
    pub(super) fn owe_text(&self, record: &mut Record, now: Now) -> Result<()> {
        let text = self.text(record);
        if record.found_by == text {
            return Ok(());
        }
        record.found_by = text;
        self.owe_same_text(now)
    }

    /// Owes it again: it leads to another case.
    pub(super) fn owe_same_text(&self, now: Now) -> Result<()> {
        self.owe("text", &Effect::NoteText, now)
    }

    /// Notes the text as it is now.
    pub(super) async fn note_text(&self) -> Result<()> {
        let Some(text) = self.text(&self.store.load()?) else {
            return Ok(());
        };
        let contact = self.store.contacts()?.into_iter().next();
        let contact = contact.as_ref().map(|bound| &bound.contact);
        let (env, site, key) = (&self.env, &self.site, self.key.as_str());
        directory::search::note(env, site, key, contact, &[text]).await
    }

    /// What anybody may see of the order; agents are not told what a secret present is either.
    fn text(&self, record: &Record) -> Option<Text> {
        let shown = view(&self.key, &record.order, Audience::Other)?;
        let facts = record.order.facts.as_ref()?;
        Some(search::of_order(&shown, facts.email.as_deref()))
    }
}
