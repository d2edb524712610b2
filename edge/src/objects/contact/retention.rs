//! What is past its time goes by itself: once a week the contact's alarm looks.
//!
//! An event that is too old loses what it says and keeps its number, so that numbers have no gaps.
//! A contact of which nothing was heard for so long is erased whole, as if somebody had asked for
//! it. What is past is told by the times of what is kept: a look that was missed is made up for by
//! the next, and one that comes twice finds nothing more to do.

use shared::audit::{Action, Deed, RETENTION as ACTOR};
use shared::conversation::{Rest, Retained, retain};
use shared::time::Timestamp;
use worker::Result;

use super::Inner;
use super::calls::Effect;
use crate::auth::random_hex;
use crate::bindings;
use crate::calls::AuditCall;
use crate::clock::{Now, now};
use crate::directory::erasures;
use crate::sites;
use crate::store::{alarms, outbox};

/// The alarm of the next look.
const RETENTION: &str = "retention";

/// How long after a look the next one comes, in milliseconds.
const LOOK_EVERY_MILLIS: i64 = 7 * 24 * 3_600_000;

impl Inner {
    /// Sets the first look, with the first thing that is kept of the contact. Called in its
    /// transaction.
    pub(super) fn look_later(&self, now: Now) -> Result<()> {
        let due = now.0.plus_millis(LOOK_EVERY_MILLIS);
        self.set_alarm(RETENTION, Some(due))
    }

    /// Lets go of what is past its time, if it is time to look.
    pub(super) async fn retain_if_due(&self) -> Result<()> {
        let now = now();
        if !alarms::is_due(&self.store.sql, RETENTION, now)? {
            return Ok(());
        }
        let Some(site) = sites::load(&self.env, &self.site).await? else {
            return self.look_later(now);
        };
        let before = site.rules.retention_days.before(now.0);
        match self.retained(before)? {
            Retained::Nothing => self.expire(before).await,
            Retained::Rest(rest) => self.let_go(*rest, now, before),
        }
    }

    fn retained(&self, before: Timestamp) -> Result<Retained> {
        let heard = self.store.heard()?;
        self.with(|loaded| retain(&loaded.state, heard, before))
    }

    /// Erases the contact, noted as any erasure is.
    async fn expire(&self, before: Timestamp) -> Result<()> {
        let (env, site, contact) = (&self.env, &self.site, &self.contact);
        let deed = Deed {
            at: now().0,
            actor: ACTOR.to_owned(),
            action: Action::ContactErased,
            subject: contact.to_string(),
        };
        bindings::audit(env, site)?
            .call::<()>(&AuditCall::Note { deed })
            .await?;
        let asked = erasures::begin(env, site, contact, &random_hex::<16>()?, now()).await?;
        // Whoever has spoken meanwhile is here, and the next look finds them.
        if self.retained(before)? != Retained::Nothing {
            return self.look_later(now());
        }
        self.erase(asked.receipt).await
    }

    fn let_go(&self, rest: Rest, now: Now, before: Timestamp) -> Result<()> {
        let changed = self.with(|loaded| loaded.state != rest.next)?;
        let emptied = self.store.sql.transaction(|| {
            self.look_later(now)?;
            if changed {
                self.store.save_state(&rest.next)?;
                self.set_alarms(&rest.next)?;
            }
            if rest.told_is_past {
                let effect = Effect::ForgetPast { before };
                outbox::push(&self.store.sql, "past", &effect, now)?;
                // What began before that and goes on is told anew.
                self.owe_all_facts(now)?;
            }
            for order in &rest.left {
                let effect = Effect::Leave {
                    order: order.clone(),
                };
                outbox::push(&self.store.sql, &format!("leave/{order}"), &effect, now)?;
            }
            self.store.forget_facts(before)?;
            let emptied = self.store.empty_events(before, rest.spared)?;
            if emptied {
                self.owe_all_texts(now)?;
            }
            Ok(emptied)
        })?;
        if let Some(loaded) = self.loaded.borrow_mut().as_mut() {
            loaded.state = rest.next;
        }
        if changed || emptied {
            self.desk_is_stale.set(true);
        }
        Ok(())
    }
}
