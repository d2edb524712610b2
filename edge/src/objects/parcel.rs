//! One tracking number at one site: the letterbox of its carriers.
//!
//! It keeps every delivery, also those that come before the order is known, and passes each on
//! to the orders that claim the number. Cases:
//! - a delivery comes first, the claim later: the claim brings all deliveries to the order;
//! - a claim comes first: deliveries go on as they come;
//! - a delivery comes twice: one effect;
//! - the carrier uses a number again: both orders get the deliveries, each leaves out what is
//!   older than itself;
//! - an order claims a number of La Poste's, and the site has La Poste asked: the number is
//!   followed.
//!
//! Others rely on: nothing is acknowledged before it is kept.

use std::cell::Cell;
use std::rc::Rc;

use serde::{Deserialize, Serialize};
use shared::ids::{OrderKey, SiteKey};
use shared::settings::PollSource;
use shared::tracking::{TrackingUpdate, laposte};
use worker::{DurableObject, Env, Request, Response, Result, State, console_error, durable_object};

use super::{alarm, outbox_drain, own_name, read_call, reply};
use crate::bindings;
use crate::calls::{OrderCall, ParcelCall, PollCall};
use crate::clock::now;
use crate::sites;
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
    site: SiteKey,
    number: String,
    store: ParcelStore,
    draining: Cell<bool>,
}

/// What a tracking number owes.
#[derive(Serialize, Deserialize)]
#[serde(tag = "effect", rename_all = "snake_case")]
enum Effect {
    /// A delivery, to an order.
    PassOn {
        order: OrderKey,
        update: Box<TrackingUpdate>,
    },
    /// Itself to the poll that asks about it, should the site have one.
    Follow,
}

impl DurableObject for ParcelObject {
    fn new(state: State, env: Env) -> Self {
        Self {
            inner: Rc::new(Inner::wake(state, env).expect("an object opens its own database")),
        }
    }

    async fn fetch(&self, mut request: Request) -> Result<Response> {
        match read_call(&mut request).await? {
            ParcelCall::Ingest { update } => self.inner.ingest(&update)?,
            ParcelCall::Claim { order, carrier } => {
                self.inner.claim(&order, carrier.as_deref())?;
            }
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
        let outcome = self.inner.drain().await;
        alarm::finish(&self.inner.state, outcome).await
    }
}

impl Inner {
    fn wake(state: State, env: Env) -> Result<Self> {
        let (site, number) = own_name(&state)?;
        let store = ParcelStore::open(&state)?;
        Ok(Self {
            state,
            env,
            site,
            number,
            store,
            draining: Cell::new(false),
        })
    }

    fn ingest(&self, update: &TrackingUpdate) -> Result<()> {
        self.store.sql.transaction(|| {
            if !self.store.note_delivery(update, now())? {
                return Ok(());
            }
            for order in self.store.claims()? {
                self.pass_on(order, update.clone())?;
            }
            Ok(())
        })
    }

    fn claim(&self, order: &OrderKey, carrier: Option<&str>) -> Result<()> {
        self.store.sql.transaction(|| {
            if !self.store.claim(order)? {
                return Ok(());
            }
            for update in self.store.deliveries()? {
                self.pass_on(order.clone(), update)?;
            }
            if laposte::is_theirs(&self.number, carrier) {
                outbox::push(&self.store.sql, "follow", &Effect::Follow, now())?;
            }
            Ok(())
        })
    }

    fn pass_on(&self, order: OrderKey, update: TrackingUpdate) -> Result<()> {
        let name = format!("{order}/{}", update.delivery_id);
        let update = Box::new(update);
        let effect = Effect::PassOn { order, update };
        outbox::push(&self.store.sql, &name, &effect, now())
    }

    async fn drain(&self) -> Result<()> {
        outbox_drain::drain(
            &self.state,
            &self.store.sql,
            &self.draining,
            async |effect: &Effect| self.run(effect).await,
        )
        .await
    }

    async fn run(&self, effect: &Effect) -> Result<()> {
        match effect {
            Effect::PassOn { order, update } => {
                let call = OrderCall::Track {
                    update: TrackingUpdate::clone(update),
                };
                bindings::order(&self.env, &self.site, order)?
                    .call(&call)
                    .await
            }
            Effect::Follow => self.be_followed().await,
        }
    }

    async fn be_followed(&self) -> Result<()> {
        let site = sites::load(&self.env, &self.site).await?;
        let is_asked = site.is_some_and(|site| site.rules.sources.laposte.is_some());
        if !is_asked {
            return Ok(());
        }
        let call = PollCall::Follow {
            number: self.number.clone(),
        };
        bindings::poll(&self.env, &self.site, PollSource::Laposte)?
            .call(&call)
            .await
    }
}
