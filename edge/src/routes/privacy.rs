//! `/api/v1/sites/{site}/contacts/{contact}`: what is kept of a shopper, given or erased.

use shared::audit::Action;
use shared::ids::ContactId;
use shared::protocol::privacy::ContactExport;
use worker::{Env, Response};

use super::caller::Steward;
use super::{audit, private};
use crate::auth::random_hex;
use crate::bindings;
use crate::calls::ContactCall;
use crate::clock::now;
use crate::directory::erasures;
use crate::error::{ApiError, ApiResult};

/// `GET`: everything about one contact.
pub async fn export(env: &Env, steward: &Steward, contact: &str) -> ApiResult<Response> {
    let (site, contact) = (&steward.site, read(contact)?);
    audit::note(env, steward, Action::ContactExported, contact.as_str()).await?;
    let export: Option<ContactExport> = bindings::contact(env, site, &contact)?
        .call(&ContactCall::Export)
        .await?;
    private(&export.ok_or_else(unknown)?)
}

/// `DELETE`: erases the contact everywhere. Asked again, it says how far it is.
pub async fn erase(env: &Env, steward: &Steward, contact: &str) -> ApiResult<Response> {
    let (site, contact) = (&steward.site, read(contact)?);
    audit::note(env, steward, Action::ContactErased, contact.as_str()).await?;
    let asked = erasures::begin(env, site, &contact, &random_hex::<16>()?, now()).await?;
    let call = ContactCall::Erase {
        receipt: asked.receipt.clone(),
    };
    bindings::contact(env, site, &contact)?
        .call::<()>(&call)
        .await?;
    let receipt = erasures::find(env, site, &contact).await?;
    private(&receipt.unwrap_or(asked))
}

fn read(contact: &str) -> ApiResult<ContactId> {
    ContactId::parse(contact).ok_or_else(unknown)
}

fn unknown() -> ApiError {
    ApiError::NotFound("This shop knows no such contact.")
}
