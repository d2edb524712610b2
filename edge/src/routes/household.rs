//! `GET /desk/api/contacts/{contact}/household`: what an agent may know of the orders of others that
//! share a contact's address or payer.
//!
//! It is asked for by whoever reads a case, and kept nowhere: the dossier is a part of the contact's
//! history, and these are other people's orders.

use shared::household::{Household, Kin, MarkKey, Order, Ties, linked};
use shared::ids::{ContactId, SiteKey};
use shared::order::OrderView;
use worker::{Env, Response};

use super::{private, site};
use crate::bindings;
use crate::calls::OrderCall;
use crate::clock::now;
use crate::directory::households;
use crate::directory::sessions::SignedInAgent;
use crate::error::{ApiError, ApiResult};

/// For how many days an order is of a household: until it has long arrived.
const DAYS: i64 = 90;

/// How many linked orders are asked how they stand, the newest first.
const MAX_ASKED: usize = 8;

/// Shows it.
pub async fn show(env: &Env, agent: &SignedInAgent, contact: &str) -> ApiResult<Response> {
    let unknown = ApiError::NotFound("This shop knows no such contact.");
    let contact = ContactId::parse(contact).ok_or(unknown)?;
    let site = site(env, agent.site.as_str()).await?;
    let since = now().0.plus_millis(-DAYS * 24 * 3_600_000).utc_day();
    let Some(since) = since else {
        return private(&Household::default());
    };
    let own = households::of_contact(env, &site.key, &contact, &since).await?;
    let ties = Ties::of(&own);
    if ties == Ties::default() {
        return private(&Household::default());
    }
    let orders = households::with_marks(env, &site.key, &ties, &since).await?;
    let email = households::signed_email(env, &site.key, &contact).await?;
    let signed = email.and_then(|email| MarkKey::new(&site.key, &site.contact_key).payer(&email));
    let linked = linked(&own, &ties, &orders, signed.as_ref());
    private(&Household {
        address: kin(env, &site.key, &linked.address).await?,
        payer: kin(env, &site.key, &linked.payer).await?,
    })
}

async fn kin(env: &Env, site: &SiteKey, orders: &[Order]) -> ApiResult<Kin> {
    let mut views = Vec::new();
    for order in orders.iter().take(MAX_ASKED) {
        let shown: Option<OrderView> = bindings::order(env, site, &order.key)?
            .call(&OrderCall::Show)
            .await?;
        views.extend(shown);
    }
    Ok(Kin::of(orders, &views))
}
