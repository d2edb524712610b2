//! One service that a site has the edge ask: La Poste about its numbers, or a shop about its
//! orders.
//!
//! What it hears goes the way that a webhook's delivery goes, to the same objects. Cases:
//! - a number is followed: asked about, more seldom as it ages, until its way has ended;
//! - a shop has new or changed orders: read page by page from where the last reading ended;
//! - the service answers with an error, or not at all: left alone for as long as it wants, longer
//!   each time;
//! - the site's settings no longer name the service: nothing is asked and nothing forgotten, until
//!   they name it again.
//!
//! Others rely on: nothing counts as heard before the object that it concerns has kept it; only
//! addresses of the site's settings are asked.

mod parcels;
mod shop;

use std::cell::Cell;
use std::rc::Rc;

use shared::ids::SiteKey;
use shared::settings::{BaseUrl, PollSource};
use shared::source::Malformed;
use shared::time::Timestamp;
use worker::{
    DurableObject, Env, Error, Request, Response, Result, State, console_error, console_log,
    durable_object,
};

use super::{alarm, own_name, read_call, reply};
use crate::calls::PollCall;
use crate::clock::now;
use crate::peer::{self, Answer};
use crate::sites;
use crate::store::poll::PollStore;

/// How long a service is left alone after its first failure, in milliseconds; it doubles,
const FIRST_SILENCE_MILLIS: i64 = 30_000;

/// up to this.
const MAX_SILENCE_MILLIS: i64 = 3_600_000;

/// The object.
#[durable_object]
pub struct PollObject {
    inner: Rc<Inner>,
}

struct Inner {
    state: State,
    env: Env,
    site: SiteKey,
    source: PollSource,
    store: PollStore,
    /// Whether the service is being asked.
    asking: Cell<bool>,
}

/// A service that gave no answer which can be used.
struct Unheard {
    /// How long it asks to be left alone, in milliseconds.
    retry_after_millis: Option<i64>,
}

/// What became of a round of asking: the service may have failed, or ours may.
type Round = std::result::Result<(), Unheard>;

impl DurableObject for PollObject {
    fn new(state: State, env: Env) -> Self {
        Self {
            inner: Rc::new(Inner::wake(state, env).expect("an object opens its own database")),
        }
    }

    async fn fetch(&self, mut request: Request) -> Result<Response> {
        match read_call(&mut request).await? {
            PollCall::Follow { number } => self.inner.follow(&number)?,
            PollCall::Wake => {}
        }
        self.inner.rearm().await?;
        reply(&())
    }

    async fn alarm(&self) -> Result<Response> {
        let outcome = self.inner.ask().await;
        alarm::finish(&self.inner.state, outcome).await
    }
}

impl Inner {
    fn wake(state: State, env: Env) -> Result<Self> {
        let (site, own) = own_name(&state)?;
        let source = PollSource::named(&own)
            .ok_or_else(|| Error::RustError("a poll of an unknown service".into()))?;
        let store = PollStore::open(&state)?;
        Ok(Self {
            state,
            env,
            site,
            source,
            store,
            asking: Cell::new(false),
        })
    }

    /// Asks what is due, unless the service wants to be left alone, and sets the next alarm.
    async fn ask(&self) -> Result<()> {
        if self.asking.replace(true) {
            return Ok(());
        }
        let asked = self.ask_what_is_due().await;
        self.asking.set(false);
        match asked {
            // A service that the settings don't name needs no alarm: naming it sets one.
            Ok(None) => return Ok(()),
            Ok(Some(Ok(()))) => self.store.note_contact(0, Timestamp(0))?,
            Ok(Some(Err(unheard))) => self.fall_silent(unheard.retry_after_millis)?,
            // The platform's own few retries are not enough for a failure of ours.
            Err(error) => {
                console_error!("a round of asking failed: {error}");
                self.fall_silent(None)?;
            }
        }
        self.rearm().await
    }

    /// A round of asking; `None` when the settings don't name the service.
    async fn ask_what_is_due(&self) -> Result<Option<Round>> {
        let Some(site) = sites::load(&self.env, &self.site).await? else {
            return Ok(None);
        };
        if site.rules.sources.base_url(self.source).is_none() {
            return Ok(None);
        }
        if self.store.silent_until()? > now().0 {
            return Ok(Some(Ok(())));
        }
        match self.source {
            PollSource::Laposte => self.ask_about_parcels(&site).await.map(Some),
            PollSource::Woocommerce | PollSource::Prestashop => {
                self.read_shop(&site).await.map(Some)
            }
        }
    }

    /// Asks the service for something. `Err` inside when there is no answer that can be used;
    /// `usable` says of which statuses there is.
    async fn fetch(
        &self,
        base_url: &BaseUrl,
        path: &str,
        headers: &[(&str, String)],
        usable: impl Fn(u16) -> bool,
    ) -> std::result::Result<Answer, Unheard> {
        match peer::ask(&self.env, base_url, path, headers).await {
            Ok(answer) if usable(answer.status) => Ok(answer),
            Ok(answer) => {
                console_log!(
                    "{} at site {} answered {}",
                    self.source.name(),
                    self.site,
                    answer.status
                );
                Err(Unheard {
                    retry_after_millis: answer.retry_after_millis,
                })
            }
            Err(_) => {
                // What went wrong may name the address, which is the merchant's.
                console_log!("{} at site {} is silent", self.source.name(), self.site);
                Err(Unheard {
                    retry_after_millis: None,
                })
            }
        }
    }

    /// An answer that can't be read is no answer.
    fn unreadable(&self, malformed: Malformed) -> Unheard {
        console_log!("{} at site {}: {malformed}", self.source.name(), self.site);
        Unheard {
            retry_after_millis: None,
        }
    }

    /// Leaves the service alone for as long as it wants, and longer after each failure.
    fn fall_silent(&self, retry_after_millis: Option<i64>) -> Result<()> {
        let failures = self.store.failures()?;
        let doubled = FIRST_SILENCE_MILLIS
            .saturating_mul(1 << failures.min(16))
            .min(MAX_SILENCE_MILLIS);
        let silence = retry_after_millis.map_or(doubled, |wanted| wanted.max(1_000));
        self.store
            .note_contact(failures.saturating_add(1), now().0.plus_millis(silence))
    }

    /// Sets the alarm to the next time at which there is something to ask.
    async fn rearm(&self) -> Result<()> {
        let next = match self.source {
            PollSource::Laposte => self.store.next_number()?,
            PollSource::Woocommerce | PollSource::Prestashop => Some(self.store.next_page()?),
        };
        let Some(next) = next else {
            return self.state.storage().delete_alarm().await;
        };
        let due = next.max(self.store.silent_until()?);
        let wait = due.millis_since(now().0).max(0);
        self.state.storage().set_alarm(wait).await
    }
}
