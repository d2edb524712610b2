//! Invitations to join a site's desk: a row each, under the hash of the token in its link.

use serde::Deserialize;
use shared::ids::{AgentId, SiteKey};
use shared::protocol::staff::{Invitation, Role};
use shared::time::Timestamp;
use worker::Env;

use super::scope::{Directory, by_credential, site_sql};
use super::{number, text};
use crate::clock::Now;

#[derive(Deserialize)]
struct Row {
    invitation: String,
    email: String,
    role: Role,
    expires_at: f64,
}

/// Whom an invitation is for, and where.
#[derive(Deserialize)]
pub struct Invitee {
    /// At which site.
    pub site: String,
    /// Who.
    pub email: String,
}

/// Notes an invitation, in place of an earlier one to the same e-mail.
pub async fn note(
    env: &Env,
    site: &SiteKey,
    invitation: &Invitation,
    token_hash: &str,
) -> worker::Result<()> {
    Directory::of(env, site)?
        .run(
            site_sql!(
                "INSERT OR REPLACE INTO invitations
                   (site, invitation, token_hash, email, role, expires_at)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6)"
            ),
            &[
                text(&invitation.id),
                text(token_hash),
                text(&invitation.email),
                text(invitation.role.name()),
                number(invitation.expires_at.0),
            ],
        )
        .await?;
    Ok(())
}

/// The invitations that can still be taken, those first that end first.
pub async fn list(env: &Env, site: &SiteKey, now: Now) -> worker::Result<Vec<Invitation>> {
    let rows: Vec<Row> = Directory::of(env, site)?
        .all(
            site_sql!(
                "SELECT invitation, email, role, expires_at FROM invitations
                 WHERE site = ?1 AND expires_at > ?2 ORDER BY expires_at LIMIT 200"
            ),
            &[number(now.millis())],
        )
        .await?;
    #[allow(clippy::cast_possible_truncation)]
    let invitations = rows.into_iter().map(|row| Invitation {
        id: row.invitation,
        email: row.email,
        role: row.role,
        expires_at: Timestamp(row.expires_at as i64),
    });
    Ok(invitations.collect())
}

/// Takes an invitation back. Says whether there was one.
pub async fn withdraw(env: &Env, site: &SiteKey, id: &str) -> worker::Result<bool> {
    let written = Directory::of(env, site)?
        .run(
            site_sql!("DELETE FROM invitations WHERE site = ?1 AND invitation = ?2"),
            &[text(id)],
        )
        .await?;
    Ok(written > 0)
}

/// Whom a token invites now.
pub async fn find(env: &Env, token_hash: &str, now: Now) -> worker::Result<Option<Invitee>> {
    by_credential(
        env,
        "SELECT site, email FROM invitations WHERE token_hash = ? AND expires_at > ?",
        &[text(token_hash), number(now.millis())],
    )
    .await
}

/// Takes an invitation: its agent is made, or changed, and it is used up, as one. Of two who take
/// it at once one does. Says whether it was this one.
pub async fn accept(
    env: &Env,
    site: &SiteKey,
    token_hash: &str,
    fresh: &AgentId,
    name: &str,
    password_hash: &str,
    now: Now,
) -> worker::Result<bool> {
    let directory = Directory::of(env, site)?;
    let join = directory.statement(
        site_sql!(
            "INSERT INTO agents (site, agent, email, name, password_hash, role)
             SELECT site, ?3, email, ?4, ?5, role FROM invitations
             WHERE site = ?1 AND token_hash = ?2 AND expires_at > ?6
             ON CONFLICT (site, email) DO UPDATE SET
               name = excluded.name, password_hash = excluded.password_hash,
               role = excluded.role"
        ),
        &[
            text(token_hash),
            text(fresh.as_str()),
            text(name),
            text(password_hash),
            number(now.millis()),
        ],
    )?;
    let used_up = directory.statement(
        site_sql!("DELETE FROM invitations WHERE site = ?1 AND token_hash = ?2"),
        &[text(token_hash)],
    )?;
    let written = directory.batch(vec![join, used_up]).await?;
    Ok(written.first().is_some_and(|rows| *rows > 0))
}
