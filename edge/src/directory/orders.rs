//! Where an order is found.

use serde::Deserialize;
use shared::ids::{OrderKey, SiteKey};
use worker::Env;

use super::{optional, text};
use crate::bindings;

#[derive(Deserialize)]
struct KeyRow {
    order_key: String,
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

/// The orders with a number: one, or none; more where two shops' numbers meet in a site.
pub async fn with_number(
    env: &Env,
    site: &SiteKey,
    order_number: &str,
) -> worker::Result<Vec<OrderKey>> {
    let rows: Vec<KeyRow> = bindings::directory(env)?
        .prepare("SELECT order_key FROM orders WHERE site = ? AND number = ? LIMIT 5")
        .bind(&[text(site.as_str()), text(order_number)])?
        .all()
        .await?
        .results()?;
    Ok(rows
        .into_iter()
        .map(|row| OrderKey(row.order_key))
        .collect())
}
