//! One order at one site: the only writer of that order.
//!
//! It folds what the shop and the carriers say, runs the delivery watch, and tells the contacts
//! bound to it. Cases:
//! - a shipment is heard of before its order: kept, told to nobody until the order comes;
//! - the same delivery twice, or two sources with one truth: one effect;
//! - an older delivery after a newer one: kept in the history, never regresses nor notifies;
//! - nothing is heard for long: the watch has named the time at which to look again, and the alarm
//!   comes then, also after a restart;
//! - a contact is bound late: it gets the order as it stands and the latest news, once;
//! - nothing is heard for as long as the merchant keeps anything: the buyer is forgotten;
//! - a contact shows that it paid: it gets what a secret present holds, which it did not before.
//!
//! Others rely on: every change of the view has a higher version; every notice has a key that is
//! the same whenever it is told again.

mod effects;
mod found;
mod household;
mod retention;
mod telling;

use std::cell::Cell;
use std::rc::Rc;

use shared::ids::{ContactId, OrderKey, SiteKey};
use shared::order::{Audience, OrderUpdate, ProofCheck, view};
use shared::text::normalize_email;
use shared::tracking::TrackingUpdate;
use shared::watch::{Setting, look};
use worker::{DurableObject, Env, Request, Response, Result, State, console_error, durable_object};

use effects::Effect;

use super::{alarm, outbox_drain, own_name, read_call, reply};
use crate::calls::{OrderCall, ProofReply};
use crate::clock::{Now, now};
use crate::sites;
use crate::store::alarms;
use crate::store::order::{OrderStore, Record};

/// The alarm at which the watch looks again.
const WATCH: &str = "watch";

/// When to look again after a failure of ours, in milliseconds.
const LOOK_AGAIN_MILLIS: i64 = 60_000;

/// The object.
#[durable_object]
pub struct OrderObject {
    inner: Rc<Inner>,
}

struct Inner {
    state: State,
    env: Env,
    site: SiteKey,
    key: OrderKey,
    store: OrderStore,
    draining: Cell<bool>,
}

impl DurableObject for OrderObject {
    fn new(state: State, env: Env) -> Self {
        Self {
            inner: Rc::new(Inner::wake(state, env).expect("an object opens its own database")),
        }
    }

    async fn fetch(&self, mut request: Request) -> Result<Response> {
        let response = match read_call(&mut request).await? {
            OrderCall::Ingest { update } => reply(&self.inner.ingest(update).await?)?,
            OrderCall::Track { update } => reply(&self.inner.track(&update).await?)?,
            OrderCall::CheckProof { proof, contact } => {
                reply(&self.inner.check_proof(&proof, &contact)?)?
            }
            OrderCall::Show => reply(&self.inner.shown()?)?,
            OrderCall::TellDirectory => {
                self.inner.owe_directory()?;
                reply(&self.inner.drain().await?)?
            }
            OrderCall::Rebind { from, to } => reply(&self.inner.rebind(&from, &to)?)?,
            OrderCall::Forget { contact } => reply(&self.inner.forget(&contact)?)?,
            OrderCall::Bind { contact, email } => reply(&self.inner.bind(&contact, &email)?)?,
        };
        outbox_drain::guard(&self.inner.state).await?;
        let inner = Rc::clone(&self.inner);
        self.inner.state.wait_until(async move {
            if let Err(error) = inner.drain().await {
                console_error!("order drain failed: {error}");
            }
        });
        Ok(response)
    }

    async fn alarm(&self) -> Result<Response> {
        let outcome = self.inner.wake_up().await;
        alarm::finish(&self.inner.state, outcome).await
    }
}

impl Inner {
    fn wake(state: State, env: Env) -> Result<Self> {
        let (site, own) = own_name(&state)?;
        let store = OrderStore::open(&state)?;
        Ok(Self {
            state,
            env,
            site,
            key: OrderKey(own),
            store,
            draining: Cell::new(false),
        })
    }

    /// Does what the alarm came for.
    async fn wake_up(&self) -> Result<()> {
        self.look_if_due().await?;
        self.retain_if_due().await?;
        self.drain().await
    }

    /// How the site wants its parcels to be watched.
    async fn setting(&self) -> Result<Setting> {
        let site = sites::load(&self.env, &self.site).await?;
        Ok(site
            .map(|site| site.rules.watch.clone())
            .unwrap_or_default())
    }

    async fn ingest(&self, update: OrderUpdate) -> Result<()> {
        let setting = self.setting().await?;
        let now = now();
        self.store.sql.transaction(|| {
            if !self.store.note_delivery(&update.delivery_id, now)? {
                return Ok(());
            }
            let mut record = self.store.load()?;
            if record.order.apply_order(update, now.0) {
                if record.forgotten {
                    record.order.forget_buyer();
                }
                self.commit_change(record, &setting, now)?;
            }
            Ok(())
        })
    }

    async fn track(&self, update: &TrackingUpdate) -> Result<()> {
        let setting = self.setting().await?;
        let now = now();
        self.store.sql.transaction(|| {
            let mut record = self.store.load()?;
            if record.order.apply_tracking(update, now.0) {
                self.commit_change(record, &setting, now)?;
            }
            Ok(())
        })
    }

    /// Keeps a changed order and owes what follows from it.
    fn commit_change(&self, mut record: Record, setting: &Setting, now: Now) -> Result<()> {
        self.note_heard(&mut record, now)?;
        self.owe_index(&mut record, now)?;
        self.owe_text(&mut record, now)?;
        self.owe_marks(&mut record, now)?;
        self.owe_claims(&mut record, now)?;
        if !self.watch(&mut record, setting, now)? {
            for bound in self.store.contacts()? {
                self.tell_state(&bound.contact, now)?;
            }
        }
        self.store.save(&record)
    }

    /// Has the watch look at the order: owes its news, and sets the alarm at which to look again.
    /// Says whether there was any news.
    fn watch(&self, record: &mut Record, setting: &Setting, now: Now) -> Result<bool> {
        let seen = look(&self.key, &record.order, &mut record.told, now.0, setting);
        alarms::set(&self.store.sql, WATCH, seen.wake_at)?;
        self.owe_risks(record, seen.risks, now)?;
        let contacts = self.store.contacts()?;
        for notice in &seen.notices {
            for bound in &contacts {
                self.tell_news(&record.order, bound, notice, now)?;
            }
        }
        let any = !seen.notices.is_empty();
        if let Some(latest) = seen.notices.into_iter().next_back() {
            record.latest = Some(latest);
        }
        Ok(any)
    }

    /// Looks again when the watch has asked for it. A failure puts it off, and is no reason not to
    /// run what is owed.
    async fn look_if_due(&self) -> Result<()> {
        if !alarms::is_due(&self.store.sql, WATCH, now())? {
            return Ok(());
        }
        if let Err(error) = self.look_again().await {
            console_error!("an order could not be looked at: {error}");
            let later = now().0.plus_millis(LOOK_AGAIN_MILLIS);
            alarms::set(&self.store.sql, WATCH, Some(later))?;
        }
        Ok(())
    }

    async fn look_again(&self) -> Result<()> {
        let setting = self.setting().await?;
        let now = now();
        self.store.sql.transaction(|| {
            let mut record = self.store.load()?;
            self.watch(&mut record, &setting, now)?;
            self.store.save(&record)
        })
    }

    fn check_proof(&self, proof: &str, contact: &ContactId) -> Result<ProofReply> {
        self.store.sql.transaction(|| {
            let record = self.store.load()?;
            let ProofCheck::Match(audience) = record.order.check_proof(proof) else {
                return Ok(ProofReply::default());
            };
            self.bind_as(&record, contact, audience)?;
            let audience = self.store.audience(contact)?;
            let Some(order) = view(&self.key, &record.order, audience) else {
                return Ok(ProofReply::default());
            };
            Ok(ProofReply {
                order: Some(order),
                told: record.latest.map(|notice| notice.key).into_iter().collect(),
            })
        })
    }

    /// Binds a contact for whom the shop has signed: who has the order's e-mail has paid for it.
    fn bind(&self, contact: &ContactId, email: &str) -> Result<()> {
        let now = now();
        self.store.sql.transaction(|| {
            let record = self.store.load()?;
            let theirs = record
                .order
                .facts
                .as_ref()
                .and_then(|facts| facts.email.as_deref())
                .is_some_and(|own| own == normalize_email(email));
            if !theirs || !self.bind_as(&record, contact, Audience::Payer)? {
                return Ok(());
            }
            self.tell_so_far(&record, contact, now)
        })
    }

    /// Tells one contact from now on what another was told. What is on its way to that one is
    /// passed on by it.
    fn rebind(&self, from: &ContactId, to: &ContactId) -> Result<()> {
        self.store.sql.transaction(|| {
            let record = self.store.load()?;
            let audience = self.store.audience(from)?;
            if self.store.take_away(from)? {
                self.owe_same_marks(now())?;
                self.bind_as(&record, to, audience)?;
            }
            Ok(())
        })
    }

    /// Tells a contact nothing more. If it paid, the buyer is forgotten, whatever the shop says of
    /// them later: the parcel goes on, and nobody is found by it.
    fn forget(&self, contact: &ContactId) -> Result<()> {
        let now = now();
        self.store.sql.transaction(|| {
            let mut record = self.store.load()?;
            let paid = self.store.audience(contact)? == Audience::Payer;
            self.store.unbind(contact)?;
            if paid {
                self.forget_buyer(&mut record, now)?;
            }
            if !record.risks.is_empty() {
                self.owe("risks", &Effect::ListRisks, now)?;
            }
            self.owe_same_text(now)?;
            self.owe_same_marks(now)?;
            self.store.save(&record)
        })
    }

    /// Binds a contact that may know so much, and shows it to the merchant where the order is at
    /// risk. Says whether it may know more than before.
    fn bind_as(&self, record: &Record, contact: &ContactId, audience: Audience) -> Result<bool> {
        let bound = self.store.bind(contact, audience)?;
        if bound {
            self.owe_same_text(now())?;
            self.owe_same_marks(now())?;
        }
        if bound && !record.risks.is_empty() {
            self.owe("risks", &Effect::ListRisks, now())?;
        }
        Ok(bound)
    }
}
