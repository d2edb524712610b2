//! Agents' sessions: a row a session, under the hash of its token.

use serde::Deserialize;
use shared::ids::{AgentId, SiteKey};
use shared::protocol::staff::{OwnSession, Role};
use shared::protocol::widget::AgentName;
use shared::routing::Profile;
use shared::time::Timestamp;
use worker::Env;

use super::scope::{Directory, by_credential, site_sql};
use super::{agents, number, text};
use crate::clock::Now;

/// How many characters of the hash of a session's token name it: enough to tell an agent's
/// sessions apart, and no way to its token.
const ID_CHARS: usize = 16;

/// An agent with a session that is good now.
pub struct SignedInAgent {
    /// The site.
    pub site: SiteKey,
    /// Who.
    pub name: AgentName,
    /// What the agent may do.
    pub role: Role,
    /// What the agent can do.
    pub profile: Profile,
    /// The session, as its token's hash.
    pub session: String,
    /// When the session began.
    pub began_at: Timestamp,
    /// When it ends.
    pub expires_at: Timestamp,
}

/// A session to begin.
pub struct NewSession<'a> {
    /// Whose.
    pub agent: &'a AgentId,
    /// The hash of its token.
    pub token_hash: &'a str,
    /// When it ends.
    pub expires_at: Timestamp,
    /// What the browser says that it is.
    pub device: &'a str,
}

#[derive(Deserialize)]
struct Row {
    site: String,
    agent: String,
    name: String,
    role: String,
    profile: String,
    began_at: f64,
    expires_at: f64,
}

#[derive(Deserialize)]
struct OwnRow {
    token_hash: String,
    began_at: f64,
    expires_at: f64,
    device: String,
}

#[derive(Deserialize)]
struct HashRow {
    token_hash: String,
}

/// Notes a new session, and drops those of the site that have ended.
pub async fn note(
    env: &Env,
    site: &SiteKey,
    session: &NewSession<'_>,
    now: Now,
) -> worker::Result<()> {
    let directory = Directory::of(env, site)?;
    let drop_old = directory.statement(
        site_sql!("DELETE FROM agent_sessions WHERE site = ?1 AND expires_at <= ?2"),
        &[number(now.millis())],
    )?;
    let insert = directory.statement(
        site_sql!(
            "INSERT INTO agent_sessions (site, token_hash, agent, expires_at, began_at, device)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)"
        ),
        &[
            text(session.token_hash),
            text(session.agent.as_str()),
            number(session.expires_at.0),
            number(now.millis()),
            text(session.device),
        ],
    )?;
    directory.batch(vec![drop_old, insert]).await?;
    Ok(())
}

/// The agent of a session that is good now. An agent who was removed, or whose role nobody knows,
/// has none.
pub async fn find(
    env: &Env,
    token_hash: String,
    now: Now,
) -> worker::Result<Option<SignedInAgent>> {
    let row: Option<Row> = by_credential(
        env,
        "SELECT s.site, s.agent, a.name, a.role, a.profile, s.began_at, s.expires_at
         FROM agent_sessions s JOIN agents a ON a.agent = s.agent AND a.site = s.site
         WHERE s.token_hash = ? AND s.expires_at > ?",
        &[text(&token_hash), number(now.millis())],
    )
    .await?;
    Ok(row.and_then(|row| {
        Some(SignedInAgent {
            role: Role::named(&row.role)?,
            profile: agents::read_profile(&row.profile),
            site: SiteKey(row.site),
            name: AgentName {
                id: AgentId(row.agent),
                name: row.name,
            },
            session: token_hash,
            began_at: instant(row.began_at),
            expires_at: instant(row.expires_at),
        })
    }))
}

/// The sessions of the agent who asks, the latest first.
pub async fn list(env: &Env, asks: &SignedInAgent, now: Now) -> worker::Result<Vec<OwnSession>> {
    let rows: Vec<OwnRow> = Directory::of(env, &asks.site)?
        .all(
            site_sql!(
                "SELECT token_hash, began_at, expires_at, device FROM agent_sessions
                 WHERE site = ?1 AND agent = ?2 AND expires_at > ?3
                 ORDER BY began_at DESC LIMIT 100"
            ),
            &[text(asks.name.id.as_str()), number(now.millis())],
        )
        .await?;
    let shown = rows.into_iter().map(|row| OwnSession {
        id: row.token_hash.chars().take(ID_CHARS).collect(),
        since: instant(row.began_at),
        expires_at: instant(row.expires_at),
        device: row.device,
        current: row.token_hash == asks.session,
    });
    Ok(shown.collect())
}

/// The token's hash of one of an agent's sessions, by the session's id.
pub async fn of_agent(
    env: &Env,
    site: &SiteKey,
    agent: &AgentId,
    id: &str,
) -> worker::Result<Option<String>> {
    let row: Option<HashRow> = Directory::of(env, site)?
        .first(
            site_sql!(
                "SELECT token_hash FROM agent_sessions
                 WHERE site = ?1 AND agent = ?2 AND substr(token_hash, 1, ?3) = ?4"
            ),
            &[text(agent.as_str()), number(ID_CHARS as i64), text(id)],
        )
        .await?;
    Ok(row.map(|row| row.token_hash))
}

/// Ends a session.
pub async fn end(env: &Env, site: &SiteKey, token_hash: &str) -> worker::Result<()> {
    Directory::of(env, site)?
        .run(
            site_sql!("DELETE FROM agent_sessions WHERE site = ?1 AND token_hash = ?2"),
            &[text(token_hash)],
        )
        .await?;
    Ok(())
}

/// Ends every session of an agent.
pub async fn end_all(env: &Env, site: &SiteKey, agent: &AgentId) -> worker::Result<()> {
    Directory::of(env, site)?
        .run(
            site_sql!("DELETE FROM agent_sessions WHERE site = ?1 AND agent = ?2"),
            &[text(agent.as_str())],
        )
        .await?;
    Ok(())
}

/// Milliseconds since 1970 as the directory gives them.
#[allow(clippy::cast_possible_truncation)]
fn instant(millis: f64) -> Timestamp {
    Timestamp(millis as i64)
}
