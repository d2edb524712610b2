//! Receipts of erasures.

use serde::Deserialize;
use shared::ids::{ContactId, SiteKey};
use shared::protocol::privacy::Erasure;
use shared::time::Timestamp;
use worker::{Env, Error, Result};

use super::scope::{Directory, site_sql};
use super::{number, text};
use crate::clock::Now;

#[derive(Deserialize)]
struct Row {
    receipt: String,
    asked_at: f64,
    done_at: Option<f64>,
}

/// Notes that a contact is to be erased. Asked again before it is done, it is the same erasure;
/// afterwards it is another one, of what came since.
pub async fn begin(
    env: &Env,
    site: &SiteKey,
    contact: &ContactId,
    receipt: &str,
    now: Now,
) -> Result<Erasure> {
    Directory::of(env, site)?
        .run(
            site_sql!(
                "INSERT INTO erasures (site, contact, receipt, asked_at) VALUES (?1, ?2, ?3, ?4)
                 ON CONFLICT (site, contact) DO UPDATE SET
                   receipt = excluded.receipt, asked_at = excluded.asked_at, done_at = NULL
                   WHERE done_at IS NOT NULL"
            ),
            &[text(contact.as_str()), text(receipt), number(now.millis())],
        )
        .await?;
    find(env, site, contact)
        .await?
        .ok_or_else(|| Error::RustError("an erasure was not kept".to_owned()))
}

/// Notes that nothing is left.
pub async fn finish(
    env: &Env,
    site: &SiteKey,
    contact: &ContactId,
    receipt: &str,
    now: Now,
) -> Result<()> {
    Directory::of(env, site)?
        .run(
            site_sql!(
                "UPDATE erasures SET done_at = ?4
                 WHERE site = ?1 AND contact = ?2 AND receipt = ?3 AND done_at IS NULL"
            ),
            &[text(contact.as_str()), text(receipt), number(now.millis())],
        )
        .await?;
    Ok(())
}

/// The latest receipt of a contact.
pub async fn find(env: &Env, site: &SiteKey, contact: &ContactId) -> Result<Option<Erasure>> {
    let row: Option<Row> = Directory::of(env, site)?
        .first(
            site_sql!(
                "SELECT receipt, asked_at, done_at FROM erasures
                 WHERE site = ?1 AND contact = ?2"
            ),
            &[text(contact.as_str())],
        )
        .await?;
    #[allow(clippy::cast_possible_truncation)]
    let instant = |millis: f64| Timestamp(millis as i64);
    Ok(row.map(|row| Erasure {
        receipt: row.receipt,
        contact: contact.clone(),
        asked_at: instant(row.asked_at),
        done_at: row.done_at.map(instant),
    }))
}
