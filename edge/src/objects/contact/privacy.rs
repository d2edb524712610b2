//! Giving a contact's data, and erasing the contact.
//!
//! An erasure first takes away everything here, in one transaction that also owes the rest: the
//! orders forget the contact and, where it paid, the buyer; the directory and the desk forget it;
//! then the receipt is completed. What is owed is done again until it is, also after a crash.

use shared::conversation::State as Conversation;
use shared::ids::OrderKey;
use shared::language::Language;
use shared::protocol::desk::Identity;
use shared::protocol::privacy::ContactExport;
use shared::protocol::widget::ShopperEvent;
use shared::report::Fact;
use worker::Result;

use super::super::outbox_drain;
use super::Inner;
use super::calls::Effect;
use crate::bindings;
use crate::calls::{DeskCall, OrderCall};
use crate::clock::now;
use crate::directory;
use crate::store::contact::Loaded;
use crate::store::outbox;

impl Inner {
    /// Everything that is kept here; `None` for a contact that never was, or was erased.
    pub(super) fn export(&self) -> Result<Option<ContactExport>> {
        if self.loaded.borrow().is_none() || self.store.is_erased()? {
            return Ok(None);
        }
        let events = self.store.all_events()?;
        let kept = self
            .store
            .kept_facts()?
            .into_iter()
            .filter_map(Fact::concern);
        self.with(|loaded| {
            let state = &loaded.state;
            Some(ContactExport {
                contact: self.contact.clone(),
                identity: state.identity.clone(),
                language: state.language,
                state: state.public(),
                request: state.request.clone(),
                orders: state.orders_latest_first(),
                dossier: state.dossier.clone(),
                events,
                concerns: kept.chain(state.concerns.clone()).collect(),
            })
        })
    }

    /// Erases the contact here, and owes the erasure elsewhere.
    pub(super) async fn erase(&self, receipt: String) -> Result<()> {
        let (orders, email) = self.known_by();
        let fresh = Conversation::new(Language::default());
        // Later than the one before: whoever still has its events drops them.
        let before = self.loaded.borrow().as_ref().map_or(0, |known| known.epoch);
        let seconds = u32::try_from(now().seconds()).unwrap_or(u32::MAX);
        let epoch = seconds.max(before.saturating_add(1));
        let effect = Effect::Forget {
            receipt,
            orders,
            email,
        };
        self.store.sql.transaction(|| {
            self.store.erase(epoch, &fresh)?;
            // Of two erasures neither stands for the other: each owes what it has found.
            outbox::push(&self.store.sql, &format!("forget/{epoch}"), &effect, now())
        })?;
        *self.loaded.borrow_mut() = Some(Loaded {
            epoch,
            state: fresh,
            head: 0,
            desk_cursor: 0,
        });
        *self.moved_to.borrow_mut() = None;
        self.owes_effects.set(true);
        outbox_drain::guard(&self.state).await?;
        self.to_sockets(&ShopperEvent::Reset { epoch });
        self.end_sockets();
        self.drain().await
    }

    /// Has everybody else forget the contact.
    pub(super) async fn forget(
        &self,
        receipt: &str,
        orders: &[OrderKey],
        email: Option<&str>,
    ) -> Result<()> {
        let (env, site, contact) = (&self.env, &self.site, &self.contact);
        // First where orders look for contacts, so that none finds this one anew.
        directory::contacts::forget(env, site, contact).await?;
        directory::report::forget(env, site, contact, None).await?;
        directory::search::forget(env, site, contact.as_str()).await?;
        self.strike_out().await?;
        let mut orders = orders.to_vec();
        if let Some(email) = email {
            orders.extend(directory::orders::with_email(env, site, email).await?);
        }
        for order in &orders {
            self.leave_order(order).await?;
        }
        let call = DeskCall::Forget {
            contact: contact.clone(),
            goes_on_as: None,
        };
        bindings::desk(env, site)?.call::<()>(&call).await?;
        directory::erasures::finish(env, site, contact, receipt, now()).await
    }

    /// Has an order tell this contact nothing more, and forget the buyer if that is who it was.
    pub(super) async fn leave_order(&self, order: &OrderKey) -> Result<()> {
        let call = OrderCall::Forget {
            contact: self.contact.clone(),
        };
        bindings::order(&self.env, &self.site, order)?
            .call(&call)
            .await
    }

    /// The orders that know this contact, and the e-mail that finds others.
    fn known_by(&self) -> (Vec<OrderKey>, Option<String>) {
        let loaded = self.loaded.borrow();
        let Some(loaded) = loaded.as_ref() else {
            return (Vec::new(), None);
        };
        let orders = loaded.state.orders.keys().cloned().collect();
        let email = match &loaded.state.identity {
            Identity::Verified { email, .. } => email.clone(),
            Identity::Anonymous | Identity::OrderVerified => None,
        };
        (orders, email)
    }
}
