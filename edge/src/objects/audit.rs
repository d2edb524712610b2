//! One site's audit trail: the only writer of it.
//!
//! Cases:
//! - a deed: added to the chain, and the chain's new end told to the directory before the answer;
//! - the trail is asked for: given whole, with what the directory knows of its end.
//!
//! Others rely on: a deed is kept before whoever asks for it does it.

use shared::audit::{Entry, verify};
use shared::ids::SiteKey;
use worker::{DurableObject, Env, Request, Response, Result, State, durable_object};

use super::{own_name, read_call, reply};
use crate::calls::{AuditCall, TrailReply};
use crate::directory;
use crate::store::audit::AuditStore;

/// The object.
#[durable_object]
pub struct AuditObject {
    env: Env,
    site: SiteKey,
    store: AuditStore,
}

impl DurableObject for AuditObject {
    fn new(state: State, env: Env) -> Self {
        let (site, _) = own_name(&state).expect("an object has a name of ours");
        let store = AuditStore::open(&state).expect("an object opens its own database");
        Self { env, site, store }
    }

    async fn fetch(&self, mut request: Request) -> Result<Response> {
        match read_call(&mut request).await? {
            AuditCall::Note { deed } => {
                let entry = self.store.append(deed)?;
                directory::audit::note_head(&self.env, &self.site, &(&entry).into()).await?;
                reply(&())
            }
            AuditCall::Trail => reply(&self.trail().await?),
        }
    }
}

impl AuditObject {
    async fn trail(&self) -> Result<TrailReply> {
        let trail: Vec<Entry> = self.store.trail()?;
        let kept = directory::audit::head(&self.env, &self.site).await?;
        Ok(TrailReply {
            broken: verify(&trail, &kept).err(),
            trail,
        })
    }
}
