//! Where an order is found, and how often a look-up of its number failed.

use serde::Deserialize;
use shared::ids::{OrderKey, SiteKey};
use worker::Env;

use super::{number, optional, text};
use crate::bindings;
use crate::clock::Now;

/// How many wrong proofs an order takes,
const MAX_FAILURES: u32 = 5;

/// within this time, which is also how long it is locked then.
const WINDOW_MILLIS: i64 = 3_600_000;

#[derive(Deserialize)]
struct KeyRow {
    order_key: String,
}

#[derive(Deserialize)]
struct CounterRow {
    since: f64,
    failures: u32,
}

/// What a look-up found.
pub enum LookUp {
    /// The orders with this number: one, or none; more where two shops' numbers meet in a site.
    Keys(Vec<OrderKey>),
    /// Too many wrong proofs: locked for so many seconds.
    Locked(u32),
}

/// Notes where an order is found.
pub async fn note(
    env: &Env,
    site: &SiteKey,
    key: &OrderKey,
    order_number: &str,
    email: Option<&str>,
) -> worker::Result<()> {
    bindings::directory(env)?
        .prepare(
            "INSERT INTO orders (site, order_key, number, email) VALUES (?, ?, ?, ?)
             ON CONFLICT (site, order_key) DO UPDATE SET
               number = excluded.number, email = excluded.email",
        )
        .bind(&[
            text(site.as_str()),
            text(key.as_str()),
            text(order_number),
            optional(email),
        ])?
        .run()
        .await?;
    Ok(())
}

/// The orders with an e-mail that the shop has signed for.
pub async fn with_email(env: &Env, site: &SiteKey, email: &str) -> worker::Result<Vec<OrderKey>> {
    let rows: Vec<KeyRow> = bindings::directory(env)?
        .prepare(
            "SELECT order_key FROM orders WHERE site = ? AND email = ?
             ORDER BY rowid DESC LIMIT 20",
        )
        .bind(&[text(site.as_str()), text(email)])?
        .all()
        .await?
        .results()?;
    Ok(rows
        .into_iter()
        .map(|row| OrderKey(row.order_key))
        .collect())
}

/// Looks a number up and counts the try before its outcome is known, so that parallel tries
/// can't pass the limit. [`forgive`] takes the count back after a proof that fits.
///
/// The same statements run whether or not there is such an order.
pub async fn look_up(
    env: &Env,
    site: &SiteKey,
    order_number: &str,
    now: Now,
) -> worker::Result<LookUp> {
    let db = bindings::directory(env)?;
    let count = db
        .prepare(
            "INSERT INTO order_lookups (site, number, since, failures) VALUES (?1, ?2, ?3, 1)
             ON CONFLICT (site, number) DO UPDATE SET
               failures = CASE WHEN since <= ?3 - ?4 THEN 1 ELSE min(failures + 1, ?5) END,
               since = CASE WHEN since <= ?3 - ?4 THEN ?3 ELSE since END
             RETURNING since, failures",
        )
        .bind(&[
            text(site.as_str()),
            text(order_number),
            number(now.millis()),
            number(WINDOW_MILLIS),
            number(i64::from(MAX_FAILURES) + 1),
        ])?;
    let find = db
        .prepare("SELECT order_key FROM orders WHERE site = ? AND number = ? LIMIT 5")
        .bind(&[text(site.as_str()), text(order_number)])?;
    let results = db.batch(vec![count, find]).await?;
    let counter = results
        .first()
        .map(worker::D1Result::results::<CounterRow>)
        .transpose()?;
    let Some(counter) = counter.and_then(|rows| rows.into_iter().next()) else {
        return Err(worker::Error::RustError(
            "a counter returned nothing".to_owned(),
        ));
    };
    if counter.failures > MAX_FAILURES {
        return Ok(LookUp::Locked(seconds_left(counter.since, now)));
    }
    let rows: Vec<KeyRow> = results
        .get(1)
        .map(worker::D1Result::results)
        .transpose()?
        .unwrap_or_default();
    Ok(LookUp::Keys(
        rows.into_iter()
            .map(|row| OrderKey(row.order_key))
            .collect(),
    ))
}

/// Takes a counted try back: the proof fitted.
pub async fn forgive(env: &Env, site: &SiteKey, order_number: &str) -> worker::Result<()> {
    bindings::directory(env)?
        .prepare(
            "UPDATE order_lookups SET failures = failures - 1
             WHERE site = ? AND number = ? AND failures > 0",
        )
        .bind(&[text(site.as_str()), text(order_number)])?
        .run()
        .await?;
    Ok(())
}

#[allow(clippy::cast_possible_truncation)]
fn seconds_left(since: f64, now: Now) -> u32 {
    let until = since as i64 + WINDOW_MILLIS;
    u32::try_from((until - now.millis()).max(1_000) / 1_000).unwrap_or(3_600)
}
