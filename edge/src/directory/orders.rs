//! Where an order is found.

use serde::Deserialize;
use shared::ids::{OrderKey, SiteKey};
use worker::Env;

use super::scope::{Directory, site_sql};
use super::{optional, text};

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
    Directory::of(env, site)?
        .run(
            site_sql!(
                "INSERT INTO orders (site, order_key, number, email) VALUES (?1, ?2, ?3, ?4)
                 ON CONFLICT (site, order_key) DO UPDATE SET
                   number = excluded.number, email = excluded.email"
            ),
            &[text(key.as_str()), text(order_number), optional(email)],
        )
        .await?;
    Ok(())
}

/// The orders with an e-mail that the shop has signed for.
pub async fn with_email(env: &Env, site: &SiteKey, email: &str) -> worker::Result<Vec<OrderKey>> {
    let rows: Vec<KeyRow> = Directory::of(env, site)?
        .all(
            site_sql!(
                "SELECT order_key FROM orders WHERE site = ?1 AND email = ?2
                 ORDER BY rowid DESC LIMIT 20"
            ),
            &[text(email)],
        )
        .await?;
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
    let rows: Vec<KeyRow> = Directory::of(env, site)?
        .all(
            site_sql!("SELECT order_key FROM orders WHERE site = ?1 AND number = ?2 LIMIT 5"),
            &[text(order_number)],
        )
        .await?;
    Ok(rows
        .into_iter()
        .map(|row| OrderKey(row.order_key))
        .collect())
}
