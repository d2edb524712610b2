//! One order at one site: the only writer of that order.
//!
//! It folds what the shop and the carriers say, runs the delivery watch, and tells the contacts
//! bound to it. Cases:
//! - a shipment is heard of before its order: kept, told to nobody until the order comes;
//! - the same delivery twice, or two sources with one truth: one effect;
//! - an older delivery after a newer one: kept in the history, never regresses nor notifies;
//! - a contact is bound late: it gets the order as it stands and the latest news, once.
//!
//! Others rely on: every change of the view has a higher version; every notice has a key that is
//! the same whenever it is told again.

use std::cell::Cell;
use std::rc::Rc;

use serde::{Deserialize, Serialize};
use shared::ids::{ContactId, OrderKey, SiteKey};
use shared::notice::Notice;
use shared::order::{Audience, OrderUpdate, ProofCheck, view};
use shared::text::{normalize_email, normalize_order_number};
use shared::tracking::TrackingUpdate;
use shared::watch::news;
use worker::{DurableObject, Env, Request, Response, Result, State, console_error, durable_object};

use super::{outbox_drain, own_name, read_call, reply};
use crate::bindings;
use crate::calls::{ContactCall, OrderCall, ParcelCall, ProofReply};
use crate::clock::{Now, now};
use crate::directory;
use crate::store::order::{OrderStore, Record};
use crate::store::outbox;

/// News older than this is not told to a contact that is bound late, in milliseconds.
const LATE_NEWS_MILLIS: i64 = 3 * 24 * 3_600_000;

/// How contacts see an order that it tells of itself: as whoever may have to be surprised.
const AUDIENCE: Audience = Audience::Other;

/// The object.
#[durable_object]
pub struct OrderObject {
    inner: Rc<Inner>,
}

struct Inner {
    state: State,
    env: Env,
    draining: Cell<bool>,
}

/// What an order owes.
#[derive(Serialize, Deserialize)]
#[serde(tag = "effect", rename_all = "snake_case")]
enum Effect {
    /// Its place in the directory.
    Index {
        number: String,
        email: Option<String>,
    },
    /// The contacts with its e-mail, signed by the shop.
    FindContacts { email: String },
    /// Its claim on a tracking number.
    ClaimParcel { number: String },
    /// How it stands, to a contact.
    TellState { contact: ContactId },
    /// News, to a contact.
    TellNews {
        contact: ContactId,
        notice: Box<Notice>,
    },
}

impl DurableObject for OrderObject {
    fn new(state: State, env: Env) -> Self {
        Self {
            inner: Rc::new(Inner {
                state,
                env,
                draining: Cell::new(false),
            }),
        }
    }

    async fn fetch(&self, mut request: Request) -> Result<Response> {
        let response = match read_call(&mut request).await? {
            OrderCall::Ingest { update } => reply(&self.inner.ingest(update)?)?,
            OrderCall::Track { update } => reply(&self.inner.track(&update)?)?,
            OrderCall::CheckProof { proof, contact } => {
                reply(&self.inner.check_proof(&proof, &contact)?)?
            }
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
        self.inner.drain().await?;
        Response::empty()
    }
}

impl Inner {
    fn store(&self) -> Result<OrderStore> {
        OrderStore::open(&self.state)
    }

    fn key(&self) -> Result<OrderKey> {
        Ok(OrderKey(own_name(&self.state)?.1))
    }

    fn ingest(&self, update: OrderUpdate) -> Result<()> {
        let store = self.store()?;
        let now = now();
        store.sql.transaction(|| {
            if !store.note_delivery(&update.delivery_id, now)? {
                return Ok(());
            }
            let mut record = store.load()?;
            if record.order.apply_order(update, now.0) {
                self.commit_change(&store, record, now)?;
            }
            Ok(())
        })
    }

    fn track(&self, update: &TrackingUpdate) -> Result<()> {
        let store = self.store()?;
        let now = now();
        store.sql.transaction(|| {
            let mut record = store.load()?;
            if record.order.apply_tracking(update, now.0) {
                self.commit_change(&store, record, now)?;
            }
            Ok(())
        })
    }

    /// Keeps a changed order and owes what follows from it.
    fn commit_change(&self, store: &OrderStore, mut record: Record, now: Now) -> Result<()> {
        let key = self.key()?;
        owe_index(store, &mut record, now)?;
        owe_claims(store, &mut record, now)?;
        let contacts = store.contacts()?;
        let mut silent = true;
        while let Some(notice) = news(&key, &record.order, &mut record.told, now.0) {
            silent = false;
            for contact in &contacts {
                tell(store, contact, Some(&notice), now)?;
            }
            record.latest = Some(notice);
        }
        if silent {
            for contact in &contacts {
                tell(store, contact, None, now)?;
            }
        }
        store.save(&record)
    }

    fn check_proof(&self, proof: &str, contact: &ContactId) -> Result<ProofReply> {
        let store = self.store()?;
        let record = store.load()?;
        let order = match record.order.check_proof(proof) {
            ProofCheck::Match(audience) => view(&self.key()?, &record.order, audience),
            ProofCheck::Mismatch => None,
        };
        if order.is_some() {
            store.bind(contact)?;
        }
        let told = record
            .latest
            .filter(|_| order.is_some())
            .map(|notice| notice.key);
        Ok(ProofReply {
            order,
            told: told.into_iter().collect(),
        })
    }

    fn bind(&self, contact: &ContactId, email: &str) -> Result<()> {
        let store = self.store()?;
        let now = now();
        store.sql.transaction(|| {
            let record = store.load()?;
            let theirs = record
                .order
                .facts
                .as_ref()
                .and_then(|facts| facts.email.as_deref())
                .is_some_and(|own| own == normalize_email(email));
            if !theirs || !store.bind(contact)? {
                return Ok(());
            }
            let fresh = record
                .latest
                .filter(|notice| now.0.millis_since(notice.occurred_at) <= LATE_NEWS_MILLIS);
            tell(&store, contact, fresh.as_ref(), now)
        })
    }

    async fn drain(&self) -> Result<()> {
        let (site, own) = own_name(&self.state)?;
        let key = OrderKey(own);
        let sql = self.store()?.sql;
        outbox_drain::drain(
            &self.state,
            &sql,
            &self.draining,
            async |effect: &Effect| self.run(&site, &key, effect).await,
        )
        .await
    }

    async fn run(&self, site: &SiteKey, key: &OrderKey, effect: &Effect) -> Result<()> {
        match effect {
            Effect::Index { number, email } => {
                directory::orders::note(&self.env, site, key, number, email.as_deref()).await
            }
            Effect::FindContacts { email } => {
                for contact in directory::contacts::with_email(&self.env, site, email).await? {
                    self.bind(&contact, email)?;
                }
                Ok(())
            }
            Effect::ClaimParcel { number } => {
                let call = ParcelCall::Claim { order: key.clone() };
                bindings::parcel(&self.env, site, number)?.call(&call).await
            }
            Effect::TellState { contact } => {
                let record = self.store()?.load()?;
                match view(key, &record.order, AUDIENCE) {
                    Some(order) => self.tell_contact(site, contact, order, None).await,
                    None => Ok(()),
                }
            }
            Effect::TellNews { contact, notice } => {
                let order = notice.order.clone();
                self.tell_contact(site, contact, order, Some(notice.clone()))
                    .await
            }
        }
    }

    async fn tell_contact(
        &self,
        site: &SiteKey,
        contact: &ContactId,
        order: shared::order::OrderView,
        notice: Option<Box<Notice>>,
    ) -> Result<()> {
        let call = ContactCall::TellOrder {
            order: Box::new(order),
            notice,
        };
        bindings::contact(&self.env, site, contact)?
            .call(&call)
            .await
    }
}

/// Owes the directory an entry when the order's number or e-mail is new to it.
fn owe_index(store: &OrderStore, record: &mut Record, now: Now) -> Result<()> {
    let Some(facts) = &record.order.facts else {
        return Ok(());
    };
    let indexed = (normalize_order_number(&facts.number), facts.email.clone());
    if record.indexed.as_ref() == Some(&indexed) {
        return Ok(());
    }
    record.indexed = Some(indexed.clone());
    let (number, email) = indexed;
    owe(
        store,
        "index",
        &Effect::Index {
            number,
            email: email.clone(),
        },
        now,
    )?;
    match email {
        Some(email) => owe(store, "find", &Effect::FindContacts { email }, now),
        None => Ok(()),
    }
}

/// Owes a claim on every tracking number that is new.
fn owe_claims(store: &OrderStore, record: &mut Record, now: Now) -> Result<()> {
    for parcel in &record.order.parcels {
        if record.claimed.insert(parcel.number.clone()) {
            let name = format!("claim/{}", parcel.number);
            owe(
                store,
                &name,
                &Effect::ClaimParcel {
                    number: parcel.number.clone(),
                },
                now,
            )?;
        }
    }
    Ok(())
}

/// Owes a contact the order's state, or its news, which hold the state.
fn tell(store: &OrderStore, contact: &ContactId, news: Option<&Notice>, now: Now) -> Result<()> {
    match news {
        Some(notice) => {
            let name = format!("news/{contact}/{}", notice.key);
            let notice = Box::new(notice.clone());
            owe(
                store,
                &name,
                &Effect::TellNews {
                    contact: contact.clone(),
                    notice,
                },
                now,
            )
        }
        None => {
            let name = format!("state/{contact}");
            owe(
                store,
                &name,
                &Effect::TellState {
                    contact: contact.clone(),
                },
                now,
            )
        }
    }
}

fn owe(store: &OrderStore, name: &str, effect: &Effect, now: Now) -> Result<()> {
    outbox::push(&store.sql, name, effect, now)
}
