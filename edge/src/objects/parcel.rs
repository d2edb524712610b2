//! One tracking number at one site: the letterbox of its carriers.
//!
//! It keeps every delivery, also those that come before the order is known, and passes each on
//! to the orders that claim the number. Cases:
//! - a delivery comes first, the claim later: the claim brings all deliveries to the order;
//! - a claim comes first: deliveries go on as they come;
//! - a delivery comes twice: one effect;
//! - the carrier uses a number again: both orders get the deliveries, each leaves out what is
//!   older than itself.
//!
//! Others rely on: nothing is acknowledged before it is kept.

use std::cell::Cell;
use std::rc::Rc;

use serde::{Deserialize, Serialize};
use shared::ids::{OrderKey, SiteKey};
use shared::tracking::TrackingUpdate;
use worker::{DurableObject, Env, Request, Response, Result, State, console_error, durable_object};

use super::{outbox_drain, own_name, read_call, reply};
use crate::bindings;
use crate::calls::{OrderCall, ParcelCall};
use crate::clock::now;
use crate::store::outbox;
use crate::store::parcel::ParcelStore;

/// The object.
#[durable_object]
pub struct ParcelObject {
    inner: Rc<Inner>,
}

struct Inner {
    state: State,
    env: Env,
    draining: Cell<bool>,
}

/// What a tracking number owes: a delivery to an order.
#[derive(Serialize, Deserialize)]
struct PassOn {
    order: OrderKey,
    update: TrackingUpdate,
}

impl DurableObject for ParcelObject {
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
        match read_call(&mut request).await? {
            ParcelCall::Ingest { update } => self.inner.ingest(&update)?,
            ParcelCall::Claim { order } => self.inner.claim(&order)?,
        }
        outbox_drain::guard(&self.inner.state).await?;
        let inner = Rc::clone(&self.inner);
        self.inner.state.wait_until(async move {
            if let Err(error) = inner.drain().await {
                console_error!("parcel drain failed: {error}");
            }
        });
        reply(&())
    }

    async fn alarm(&self) -> Result<Response> {
        self.inner.drain().await?;
        Response::empty()
    }
}

impl Inner {
    fn store(&self) -> Result<ParcelStore> {
        ParcelStore::open(&self.state)
    }

    fn ingest(&self, update: &TrackingUpdate) -> Result<()> {
        let store = self.store()?;
        store.sql.transaction(|| {
            if !store.note_delivery(update, now())? {
                return Ok(());
            }
            for order in store.claims()? {
                pass_on(&store, order, update)?;
            }
            Ok(())
        })
    }

    fn claim(&self, order: &OrderKey) -> Result<()> {
        let store = self.store()?;
        store.sql.transaction(|| {
            if !store.claim(order)? {
                return Ok(());
            }
            for update in store.deliveries()? {
                pass_on(&store, order.clone(), &update)?;
            }
            Ok(())
        })
    }

    async fn drain(&self) -> Result<()> {
        let (site, _) = own_name(&self.state)?;
        let sql = self.store()?.sql;
        outbox_drain::drain(&self.state, &sql, &self.draining, async |owed: &PassOn| {
            self.run(&site, owed).await
        })
        .await
    }

    async fn run(&self, site: &SiteKey, owed: &PassOn) -> Result<()> {
        let call = OrderCall::Track {
            update: owed.update.clone(),
        };
        bindings::order(&self.env, site, &owed.order)?
            .call(&call)
            .await
    }
}

fn pass_on(store: &ParcelStore, order: OrderKey, update: &TrackingUpdate) -> Result<()> {
    let name = format!("{order}/{}", update.delivery_id);
    outbox::push(
        &store.sql,
        &name,
        &PassOn {
            order,
            update: update.clone(),
        },
        now(),
    )
}
