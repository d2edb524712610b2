//! A visitor signs in: the same device shows the visitor's token and the shop's word at once, and
//! what it said and heard goes on as the signed-in contact's.
//!
//! The visitor's contact closes in one transaction, which owes the rest: the signed-in contact
//! adopts the history, once; the orders tell that one from now on; the directory and the desk
//! forget the old one. An e-mail is no claim: who only knows or shares one has no token of the
//! device.

use shared::conversation::{Draft, Handover, State as Conversation, adopt};
use shared::ids::ContactId;
use worker::Result;

use super::super::outbox_drain;
use super::calls::Effect;
use super::{Inner, for_shopper};
use crate::auth::same_text;
use crate::bindings;
use crate::calls::{ContactCall, DeskCall, OrderCall};
use crate::clock::now;
use crate::directory;
use crate::store::outbox;

impl Inner {
    /// Whether the contact goes on as another since it signed in.
    pub(super) fn has_moved(&self) -> bool {
        self.moved_to.borrow().is_some()
    }

    /// Hands everything over, if the secret is the visitor's and there is anything to hand over.
    pub(super) async fn hand_over(&self, secret_hash: &str, to: &ContactId) -> Result<()> {
        let known = self.store.secret_hash()?;
        let is_theirs = known.is_some_and(|known| same_text(&known, secret_hash));
        let has_history = self.loaded.borrow().as_ref().is_some_and(|it| it.head > 0);
        if !is_theirs || !has_history {
            return Ok(());
        }
        let left = self.with(|loaded| loaded.state.clone())?;
        let fresh = Conversation::new(left.language);
        self.store.sql.transaction(|| {
            self.store.move_to(to, &left, &fresh)?;
            self.set_alarms(&fresh)?;
            outbox::push(&self.store.sql, "move", &Effect::Move, now())
        })?;
        *self.moved_to.borrow_mut() = Some(to.clone());
        if let Some(loaded) = self.loaded.borrow_mut().as_mut() {
            loaded.state = fresh;
        }
        self.owes_effects.set(true);
        outbox_drain::guard(&self.state).await?;
        self.end_sockets();
        self.drain().await
    }

    /// Brings the other contact, the orders, the directory and the desk up to date.
    pub(super) async fn move_on(&self) -> Result<()> {
        let Some(to) = self.moved_to.borrow().clone() else {
            return Ok(());
        };
        let Some((state, events)) = self.store.left_behind()? else {
            return Ok(());
        };
        let (env, site) = (&self.env, &self.site);
        let orders: Vec<_> = state.orders.keys().cloned().collect();
        let handover = Box::new(Handover {
            from: self.contact.clone(),
            state,
            events,
        });
        bindings::contact(env, site, &to)?
            .call::<()>(&ContactCall::Adopt { handover })
            .await?;
        for order in &orders {
            let call = OrderCall::Rebind {
                from: self.contact.clone(),
                to: to.clone(),
            };
            bindings::order(env, site, order)?.call::<()>(&call).await?;
        }
        directory::report::forget(env, site, &self.contact, None).await?;
        directory::search::forget(env, site, self.contact.as_str()).await?;
        self.strike_out().await?;
        let call = DeskCall::Forget {
            contact: self.contact.clone(),
            goes_on_as: Some(to),
        };
        bindings::desk(env, site)?.call::<()>(&call).await?;
        self.store.forget_left_behind()?;
        if let Some(loaded) = self.loaded.borrow_mut().as_mut() {
            (loaded.head, loaded.desk_cursor) = (0, 0);
        }
        Ok(())
    }

    /// Passes a call on to the contact that this one goes on as.
    pub(super) async fn pass_on(&self, call: &ContactCall) -> Result<()> {
        let to = self.moved_to.borrow().clone();
        match to {
            Some(to) => {
                bindings::contact(&self.env, &self.site, &to)?
                    .call(call)
                    .await
            }
            None => Ok(()),
        }
    }

    /// Takes over a visitor's history, and shows it to every socket.
    pub(super) fn adopt(&self, handover: &Handover) -> Result<()> {
        self.ensure_created(handover.state.language)?;
        let adoption = self.with(|loaded| adopt(&loaded.state, loaded.head, handover, now().0))?;
        let Some(adoption) = adoption else {
            return Ok(());
        };
        self.store.sql.transaction(|| {
            for event in &adoption.events {
                let draft = Draft {
                    conversation: event.conversation,
                    fact: event.fact.clone(),
                };
                self.store.add_event(event.seq, event.at, &draft, None)?;
            }
            self.store.save_state(&adoption.next)?;
            self.set_alarms(&adoption.next)?;
            self.owe_promises(&adoption.next)?;
            self.owe_facts(&adoption.next)
        })?;
        if let Some(loaded) = self.loaded.borrow_mut().as_mut() {
            loaded.head += adoption.events.len() as u64;
            loaded.state = adoption.next;
        }
        self.desk_is_stale.set(true);
        self.unsearched.set(true);
        self.show(adoption.events.into_iter().map(for_shopper).collect(), None);
        Ok(())
    }
}
