//! Agents: who answers a site's shoppers, and what they may do.

use serde::Deserialize;
use shared::ids::{AgentId, SiteKey};
use shared::protocol::staff::{Member, MemberChange, Role};
use shared::protocol::widget::AgentName;
use shared::routing::Profile;
use worker::Env;

use super::scope::{Directory, site_sql};
use super::{number, text};
use crate::clock::Now;

/// An agent as the directory has one.
#[derive(Deserialize)]
pub struct AgentRow {
    /// Which agent.
    pub agent: AgentId,
    /// The name to show.
    pub name: String,
    /// The password's argon2id hash, PHC form.
    pub password_hash: String,
    /// What the agent may do.
    pub role: Role,
}

#[derive(Deserialize)]
struct Known {}

/// Makes an agent, or changes the name, password and role of one.
pub async fn save(
    env: &Env,
    site: &SiteKey,
    id: &AgentId,
    email: &str,
    name: &str,
    password_hash: &str,
    role: Role,
) -> worker::Result<()> {
    Directory::of(env, site)?
        .run(
            site_sql!(
                "INSERT INTO agents (site, agent, email, name, password_hash, role)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6)
                 ON CONFLICT (site, email) DO UPDATE SET
                   name = excluded.name, password_hash = excluded.password_hash,
                   role = excluded.role"
            ),
            &[
                text(id.as_str()),
                text(email),
                text(name),
                text(password_hash),
                text(role.name()),
            ],
        )
        .await?;
    Ok(())
}

/// The agent with an e-mail at a site.
pub async fn find(env: &Env, site: &SiteKey, email: &str) -> worker::Result<Option<AgentRow>> {
    Directory::of(env, site)?
        .first(
            site_sql!(
                "SELECT agent, name, password_hash, role FROM agents
                 WHERE site = ?1 AND email = ?2"
            ),
            &[text(email)],
        )
        .await
}

/// Everybody who answers a site's shoppers, by name.
pub async fn list(env: &Env, site: &SiteKey, now: Now) -> worker::Result<Vec<Member>> {
    Directory::of(env, site)?
        .all(
            site_sql!(
                "SELECT agent AS id, name, email, role,
                   (SELECT count(*) FROM agent_sessions s
                    WHERE s.site = ?1 AND s.agent = agents.agent AND s.expires_at > ?2) AS sessions
                 FROM agents WHERE site = ?1 ORDER BY name, email LIMIT 500"
            ),
            &[number(now.millis())],
        )
        .await
}

/// Whether an agent works at a site.
pub async fn exists(env: &Env, site: &SiteKey, agent: &AgentId) -> worker::Result<bool> {
    let known: Option<Known> = Directory::of(env, site)?
        .first(
            site_sql!("SELECT 1 FROM agents WHERE site = ?1 AND agent = ?2"),
            &[text(agent.as_str())],
        )
        .await?;
    Ok(known.is_some())
}

/// Changes an agent and ends all of the agent's sessions, or does neither: a site keeps an owner.
/// Says whether it did.
pub async fn change(
    env: &Env,
    site: &SiteKey,
    agent: &AgentId,
    change: &MemberChange,
) -> worker::Result<bool> {
    let directory = Directory::of(env, site)?;
    let changed = directory.statement(
        site_sql!(
            "UPDATE agents SET name = ?3, role = ?4
             WHERE site = ?1 AND agent = ?2 AND (role <> 'owner' OR ?4 = 'owner' OR
               (SELECT count(*) FROM agents WHERE site = ?1 AND role = 'owner') > 1)"
        ),
        &[
            text(agent.as_str()),
            text(&change.name),
            text(change.role.name()),
        ],
    )?;
    let ended = directory.statement(
        site_sql!(
            "DELETE FROM agent_sessions WHERE site = ?1 AND agent = ?2 AND EXISTS
               (SELECT 1 FROM agents WHERE site = ?1 AND agent = ?2 AND role = ?3)"
        ),
        &[text(agent.as_str()), text(change.role.name())],
    )?;
    let written = directory.batch(vec![changed, ended]).await?;
    Ok(written.first().is_some_and(|rows| *rows > 0))
}

/// Removes an agent with all sessions, or does nothing: a site keeps an owner. Says whether the
/// agent is gone.
pub async fn remove(env: &Env, site: &SiteKey, agent: &AgentId) -> worker::Result<bool> {
    let directory = Directory::of(env, site)?;
    let agent = [text(agent.as_str())];
    // The sessions go first: they refer to the agent.
    let sessions = directory.statement(
        site_sql!(
            "DELETE FROM agent_sessions WHERE site = ?1 AND agent = ?2 AND agent IN
           (SELECT agent FROM agents WHERE site = ?1 AND (role <> 'owner' OR
             (SELECT count(*) FROM agents WHERE site = ?1 AND role = 'owner') > 1))"
        ),
        &agent,
    )?;
    let removed = directory.statement(
        site_sql!(
            "DELETE FROM agents WHERE site = ?1 AND agent = ?2 AND (role <> 'owner' OR
           (SELECT count(*) FROM agents WHERE site = ?1 AND role = 'owner') > 1)"
        ),
        &agent,
    )?;
    let written = directory.batch(vec![sessions, removed]).await?;
    Ok(written.last().is_some_and(|rows| *rows > 0))
}

#[derive(Deserialize)]
struct ProfileRow {
    agent: AgentId,
    name: String,
    role: Role,
    profile: String,
}

/// The agents of a site, by name: who each is, what the agent may do, and what the agent can do.
pub async fn profiles(
    env: &Env,
    site: &SiteKey,
) -> worker::Result<Vec<(AgentName, Role, Profile)>> {
    let rows: Vec<ProfileRow> = Directory::of(env, site)?
        .all(
            site_sql!(
                "SELECT agent, name, role, profile FROM agents WHERE site = ?1
                 ORDER BY name, agent"
            ),
            &[],
        )
        .await?;
    let told = |row: ProfileRow| {
        let name = AgentName {
            id: row.agent,
            name: row.name,
        };
        (name, row.role, read_profile(&row.profile))
    };
    Ok(rows.into_iter().map(told).collect())
}

/// Sets what an agent of a site can do. `false` where the site has no such agent.
pub async fn set_profile(
    env: &Env,
    site: &SiteKey,
    agent: &AgentId,
    profile: &Profile,
) -> worker::Result<bool> {
    let written = Directory::of(env, site)?
        .run(
            site_sql!("UPDATE agents SET profile = ?3 WHERE site = ?1 AND agent = ?2"),
            &[text(agent.as_str()), text(&serde_json::to_string(profile)?)],
        )
        .await?;
    Ok(written > 0)
}

/// A profile as it was kept; the usual one where nothing was set, or where what was set can't be
/// read after a step back.
pub fn read_profile(kept: &str) -> Profile {
    serde_json::from_str(kept).unwrap_or_default()
}
