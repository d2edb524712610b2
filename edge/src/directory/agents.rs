//! Agents and their sessions.

use serde::Deserialize;
use shared::ids::{AgentId, SiteKey};
use shared::protocol::widget::AgentName;
use shared::time::Timestamp;
use worker::Env;

use super::{number, text};
use crate::bindings;
use crate::clock::Now;

/// An agent as the directory has one.
#[derive(Deserialize)]
pub struct AgentRow {
    /// Which agent.
    pub agent: String,
    /// The name to show.
    pub name: String,
    /// The password's argon2id hash, PHC form.
    pub password_hash: String,
}

/// An agent with a session that is good now.
pub struct SignedInAgent {
    /// The site.
    pub site: SiteKey,
    /// Who.
    pub name: AgentName,
    /// Whether the agent leads a team.
    pub lead: bool,
    /// The session, as its token's hash.
    pub session: String,
    /// When the session ends.
    pub expires_at: Timestamp,
}

#[derive(Deserialize)]
struct SessionRow {
    site: String,
    agent: String,
    name: String,
    role: String,
    expires_at: f64,
}

/// Makes an agent, or changes the name, password and role of one.
pub async fn save(
    env: &Env,
    site: &SiteKey,
    id: &AgentId,
    email: &str,
    name: &str,
    password_hash: &str,
    role: &str,
) -> worker::Result<()> {
    bindings::directory(env)?
        .prepare(
            "INSERT INTO agents (agent, site, email, name, password_hash, role)
             VALUES (?, ?, ?, ?, ?, ?)
             ON CONFLICT (site, email) DO UPDATE SET
               name = excluded.name, password_hash = excluded.password_hash,
               role = excluded.role",
        )
        .bind(&[
            text(id.as_str()),
            text(site.as_str()),
            text(email),
            text(name),
            text(password_hash),
            text(role),
        ])?
        .run()
        .await?;
    Ok(())
}

/// The agent with an e-mail at a site.
pub async fn find(env: &Env, site: &SiteKey, email: &str) -> worker::Result<Option<AgentRow>> {
    bindings::directory(env)?
        .prepare("SELECT agent, name, password_hash FROM agents WHERE site = ? AND email = ?")
        .bind(&[text(site.as_str()), text(email)])?
        .first(None)
        .await
}

/// Notes a new session, and drops those that have ended.
pub async fn note_session(
    env: &Env,
    site: &SiteKey,
    agent: &str,
    token_hash: &str,
    expires_at: Timestamp,
    now: Now,
) -> worker::Result<()> {
    let db = bindings::directory(env)?;
    let drop_old = db
        .prepare("DELETE FROM agent_sessions WHERE expires_at <= ?")
        .bind(&[number(now.millis())])?;
    let insert = db
        .prepare(
            "INSERT INTO agent_sessions (token_hash, site, agent, expires_at) VALUES (?, ?, ?, ?)",
        )
        .bind(&[
            text(token_hash),
            text(site.as_str()),
            text(agent),
            number(expires_at.0),
        ])?;
    db.batch(vec![drop_old, insert]).await?;
    Ok(())
}

/// Ends a session.
pub async fn end_session(env: &Env, token_hash: &str) -> worker::Result<()> {
    bindings::directory(env)?
        .prepare("DELETE FROM agent_sessions WHERE token_hash = ?")
        .bind(&[text(token_hash)])?
        .run()
        .await?;
    Ok(())
}

/// The agent of a session that is good now.
#[allow(clippy::cast_possible_truncation)]
pub async fn session(
    env: &Env,
    token_hash: String,
    now: Now,
) -> worker::Result<Option<SignedInAgent>> {
    let row: Option<SessionRow> = bindings::directory(env)?
        .prepare(
            "SELECT s.site, s.agent, a.name, a.role, s.expires_at
             FROM agent_sessions s JOIN agents a ON a.agent = s.agent AND a.site = s.site
             WHERE s.token_hash = ? AND s.expires_at > ?",
        )
        .bind(&[text(&token_hash), number(now.millis())])?
        .first(None)
        .await?;
    Ok(row.map(|row| SignedInAgent {
        site: SiteKey(row.site),
        name: AgentName {
            id: AgentId(row.agent),
            name: row.name,
        },
        lead: row.role == "lead",
        session: token_hash,
        expires_at: Timestamp(row.expires_at as i64),
    }))
}
