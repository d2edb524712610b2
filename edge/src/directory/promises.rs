//! Promises to shoppers, for reports. The contact's object has the ledger itself.

use shared::ids::{ContactId, SiteKey};
use shared::protocol::promise::{Promise, Standing};
use worker::Env;
use worker::wasm_bindgen::JsValue;

use super::scope::{Directory, site_sql};
use super::{number, optional, text};

/// Notes a promise as it stands.
pub async fn note(
    env: &Env,
    site: &SiteKey,
    contact: &ContactId,
    promise: &Promise,
) -> worker::Result<()> {
    let settled_at = match promise.standing {
        Standing::Open => JsValue::NULL,
        Standing::Kept { at } | Standing::Broken { at } | Standing::Late { at } => number(at.0),
    };
    let owner = promise.owner.as_ref().map(|owner| owner.id.as_str());
    Directory::of(env, site)?
        .run(
            site_sql!(
                "INSERT INTO promises (site, contact, promise, kind, by_day, due, agent, standing,
                                       settled_at)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
                 ON CONFLICT (site, contact, promise) DO UPDATE SET
                   standing = excluded.standing, settled_at = excluded.settled_at"
            ),
            &[
                text(contact.as_str()),
                number(i64::try_from(promise.id).unwrap_or(i64::MAX)),
                text(promise.kind.name()),
                text(promise.by.as_str()),
                number(promise.due.0),
                optional(owner),
                text(promise.standing.name()),
                settled_at,
            ],
        )
        .await?;
    Ok(())
}
