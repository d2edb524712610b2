//! One site's roll: the objects that the directory is made of. The platform lists no objects, so
//! without it a directory that was lost could not be asked back from them.
//!
//! Cases:
//! - an order or a contact is about to tell the directory something for the first time: entered;
//! - a contact is erased: struck out;
//! - the directory is rebuilt: the members are given, a page at a time.
//!
//! Others rely on: whoever is in the directory was entered here before.

use worker::{DurableObject, Env, Request, Response, Result, State, durable_object};

use super::{read_call, reply};
use crate::calls::RollCall;
use crate::store::roll::RollStore;

/// The object.
#[durable_object]
pub struct RollObject {
    store: RollStore,
}

impl DurableObject for RollObject {
    fn new(state: State, _: Env) -> Self {
        let store = RollStore::open(&state).expect("an object opens its own database");
        Self { store }
    }

    async fn fetch(&self, mut request: Request) -> Result<Response> {
        match read_call(&mut request).await? {
            RollCall::Enter { member } => reply(&self.store.enter(&member)?),
            RollCall::Strike { member } => reply(&self.store.strike(&member)?),
            RollCall::Page { after, limit } => reply(&self.store.page(after.as_ref(), limit)?),
        }
    }
}
