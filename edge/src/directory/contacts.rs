//! Contacts for whom a shop has signed an e-mail, so that their orders find them.

use serde::Deserialize;
use shared::ids::{ContactId, SiteKey};
use worker::Env;

use super::scope::{Directory, site_sql};
use super::text;

#[derive(Deserialize)]
struct Row {
    contact: String,
}

/// Notes a contact's signed e-mail.
pub async fn note(
    env: &Env,
    site: &SiteKey,
    contact: &ContactId,
    email: &str,
) -> worker::Result<()> {
    Directory::of(env, site)?
        .run(
            site_sql!(
                "INSERT INTO contacts (site, contact, email) VALUES (?1, ?2, ?3)
                 ON CONFLICT (site, contact) DO UPDATE SET email = excluded.email"
            ),
            &[text(contact.as_str()), text(email)],
        )
        .await?;
    Ok(())
}

/// Forgets a contact.
pub async fn forget(env: &Env, site: &SiteKey, contact: &ContactId) -> worker::Result<()> {
    Directory::of(env, site)?
        .run(
            site_sql!("DELETE FROM contacts WHERE site = ?1 AND contact = ?2"),
            &[text(contact.as_str())],
        )
        .await?;
    Ok(())
}

/// The contacts with a signed e-mail.
pub async fn with_email(env: &Env, site: &SiteKey, email: &str) -> worker::Result<Vec<ContactId>> {
    let rows: Vec<Row> = Directory::of(env, site)?
        .all(
            site_sql!("SELECT contact FROM contacts WHERE site = ?1 AND email = ?2 LIMIT 50"),
            &[text(email)],
        )
        .await?;
    Ok(rows.into_iter().map(|row| ContactId(row.contact)).collect())
}
