//! Contacts for whom a shop has signed an e-mail, so that their orders find them.

use serde::Deserialize;
use shared::ids::{ContactId, SiteKey};
use worker::Env;

use super::text;
use crate::bindings;

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
    bindings::directory(env)?
        .prepare(
            "INSERT INTO contacts (site, contact, email) VALUES (?, ?, ?)
             ON CONFLICT (site, contact) DO UPDATE SET email = excluded.email",
        )
        .bind(&[text(site.as_str()), text(contact.as_str()), text(email)])?
        .run()
        .await?;
    Ok(())
}

/// The contacts with a signed e-mail.
pub async fn with_email(env: &Env, site: &SiteKey, email: &str) -> worker::Result<Vec<ContactId>> {
    let rows: Vec<Row> = bindings::directory(env)?
        .prepare("SELECT contact FROM contacts WHERE site = ? AND email = ? LIMIT 50")
        .bind(&[text(site.as_str()), text(email)])?
        .all()
        .await?
        .results()?;
    Ok(rows.into_iter().map(|row| ContactId(row.contact)).collect())
}
