//! What the directory knows from a contact, and that it can be asked for again.

use shared::conversation::State as Conversation;
use shared::protocol::desk::Identity;
use shared::protocol::promise::Promise;
use worker::Result;

use super::Inner;
use super::calls::Effect;
use crate::bindings;
use crate::calls::{Member, RollCall};
use crate::clock::now;
use crate::store::outbox;

impl Inner {
    /// Owes the directory a signed e-mail, and the orders with that e-mail this contact.
    pub(super) fn owe_meeting(&self, email: &str) -> Result<()> {
        let effect = Effect::MeetOrders {
            email: email.to_owned(),
        };
        outbox::push(&self.store.sql, "meet", &effect, now())?;
        self.owes_effects.set(true);
        Ok(())
    }

    /// Owes the directory the promises that look different in a state that is about to be kept.
    pub(super) fn owe_promises(&self, next: &Conversation) -> Result<()> {
        let known = self.with(|loaded| loaded.state.promises.clone())?;
        let news = next.promises.iter();
        news.filter(|promise| !known.contains(promise))
            .try_for_each(|promise| self.owe_promise(promise))
    }

    /// Owes the directory everything that it knows from this contact.
    pub(super) fn owe_directory(&self) -> Result<()> {
        let known = self.loaded.borrow();
        let Some(state) = known.as_ref().map(|loaded| &loaded.state) else {
            return Ok(());
        };
        self.store.sql.transaction(|| {
            self.owe_all_texts(now())?;
            self.owe_all_facts(now())?;
            if let Identity::Verified {
                email: Some(email), ..
            } = &state.identity
            {
                self.owe_meeting(email)?;
            }
            let mut promises = state.promises.iter();
            promises.try_for_each(|promise| self.owe_promise(promise))
        })
    }

    fn owe_promise(&self, promise: &Promise) -> Result<()> {
        let effect = Effect::NotePromise {
            promise: promise.clone(),
        };
        let name = format!("promise {}", promise.id);
        outbox::push(&self.store.sql, &name, &effect, now())?;
        self.owes_effects.set(true);
        Ok(())
    }

    /// Sees to it that the contact is on the site's roll before the directory hears of it.
    pub(super) async fn enroll(&self) -> Result<()> {
        if self.store.is_enrolled()? {
            return Ok(());
        }
        let member = Member::Contact(self.contact.clone());
        bindings::roll(&self.env, &self.site)?
            .call::<()>(&RollCall::Enter { member })
            .await?;
        self.store.note_enrolled()
    }

    /// Takes the contact off the roll: the directory knows nothing from it any more.
    pub(super) async fn strike_out(&self) -> Result<()> {
        let member = Member::Contact(self.contact.clone());
        bindings::roll(&self.env, &self.site)?
            .call(&RollCall::Strike { member })
            .await
    }
}
