//! The agents who have been at the desk, and how long cases took lately.

use shared::ids::AgentId;
use shared::protocol::widget::AgentName;
use shared::routing::Profile;
use shared::time::Timestamp;
use worker::{Result, SqlStorageValue};

use super::DeskStore;
use crate::store::{Row, json};

pub(super) const SCHEMA: &str = "
    CREATE TABLE IF NOT EXISTS team (
      agent TEXT PRIMARY KEY,
      name TEXT NOT NULL,
      lead INTEGER NOT NULL,
      profile TEXT NOT NULL,
      ready INTEGER NOT NULL DEFAULT 0,
      vips_in_a_row INTEGER NOT NULL DEFAULT 0,
      given_at INTEGER NOT NULL DEFAULT 0,
      gone_at INTEGER);
    CREATE TABLE IF NOT EXISTS handled (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      at INTEGER NOT NULL,
      millis INTEGER NOT NULL);";

/// How many handled cases an expectation is made from, and how old they may be, in milliseconds.
const MAX_HANDLED: u32 = 50;
const HANDLED_MILLIS: i64 = 24 * 3_600_000;

const MEMBER_COLUMNS: &str = "agent, name, lead, profile, ready, vips_in_a_row, given_at, gone_at,
     (SELECT count(*) FROM cases WHERE holder = team.agent AND state = 'open')";

/// An agent who has been at the desk.
pub struct Member {
    /// Who.
    pub agent: AgentName,
    /// Whether the agent leads.
    pub lead: bool,
    /// What the agent can do.
    pub profile: Profile,
    /// Whether the agent is to be given cases.
    pub ready: bool,
    /// How many cases of the VIP cell the agent was given since the last other one.
    pub vips_in_a_row: u32,
    /// When the agent was last given a case.
    pub given_at: Timestamp,
    /// Since when the agent is not there.
    pub gone_at: Option<Timestamp>,
    /// How many cases the agent holds, set-aside ones left out.
    pub open: u32,
}

impl DeskStore {
    /// Notes that an agent is here.
    pub fn note_here(&self, agent: &AgentName, lead: bool, profile: &Profile) -> Result<()> {
        self.sql.run(
            "INSERT INTO team (agent, name, lead, profile) VALUES (?, ?, ?, ?)
             ON CONFLICT (agent) DO UPDATE SET name = excluded.name, lead = excluded.lead,
               profile = excluded.profile, gone_at = NULL",
            vec![
                agent.id.as_str().into(),
                agent.name.as_str().into(),
                SqlStorageValue::Integer(i64::from(lead)),
                json(profile)?,
            ],
        )?;
        Ok(())
    }

    /// Notes since when an agent is not here, unless that is known.
    pub fn note_gone(&self, agent: &AgentId, at: Timestamp) -> Result<()> {
        self.sql.run(
            "UPDATE team SET gone_at = ? WHERE agent = ? AND gone_at IS NULL",
            vec![SqlStorageValue::Integer(at.0), agent.as_str().into()],
        )?;
        Ok(())
    }

    /// Notes whether an agent is to be given cases.
    pub fn set_ready(&self, agent: &AgentId, ready: bool) -> Result<()> {
        self.sql.run(
            "UPDATE team SET ready = ? WHERE agent = ?",
            vec![
                SqlStorageValue::Integer(i64::from(ready)),
                agent.as_str().into(),
            ],
        )?;
        Ok(())
    }

    /// Notes what an agent can do, if the agent has been here.
    pub fn set_profile(&self, agent: &AgentId, profile: &Profile) -> Result<()> {
        self.sql.run(
            "UPDATE team SET profile = ? WHERE agent = ?",
            vec![json(profile)?, agent.as_str().into()],
        )?;
        Ok(())
    }

    /// Notes that an agent was given a case.
    pub fn note_given(&self, agent: &AgentId, vip: bool, at: Timestamp) -> Result<()> {
        let row = if vip { "vips_in_a_row + 1" } else { "0" };
        self.sql.run(
            &format!("UPDATE team SET vips_in_a_row = {row}, given_at = ? WHERE agent = ?"),
            vec![SqlStorageValue::Integer(at.0), agent.as_str().into()],
        )?;
        Ok(())
    }

    /// The agents who have been here, by name.
    pub fn team(&self) -> Result<Vec<Member>> {
        let query = format!("SELECT {MEMBER_COLUMNS} FROM team ORDER BY name, agent");
        self.sql
            .rows(&query, Vec::new())?
            .iter()
            .map(member)
            .collect()
    }

    /// An agent who has been here.
    pub fn member(&self, agent: &AgentId) -> Result<Option<Member>> {
        let query = format!("SELECT {MEMBER_COLUMNS} FROM team WHERE agent = ?");
        let row = self.sql.first(&query, vec![agent.as_str().into()])?;
        row.as_ref().map(member).transpose()
    }

    /// Notes how long a case took.
    pub(super) fn note_handled(&self, at: Timestamp, millis: i64) -> Result<()> {
        self.sql.run(
            "INSERT INTO handled (at, millis) VALUES (?, ?)",
            vec![
                SqlStorageValue::Integer(at.0),
                SqlStorageValue::Integer(millis),
            ],
        )?;
        self.sql.run(
            "DELETE FROM handled WHERE at < ?
               OR id <= (SELECT max(id) FROM handled) - ?",
            vec![
                SqlStorageValue::Integer(at.0 - HANDLED_MILLIS),
                SqlStorageValue::Integer(i64::from(MAX_HANDLED)),
            ],
        )?;
        Ok(())
    }

    /// How long the latest cases took, in milliseconds.
    pub fn handled(&self, now: Timestamp) -> Result<Vec<i64>> {
        self.sql
            .rows(
                "SELECT millis FROM handled WHERE at >= ?",
                vec![SqlStorageValue::Integer(now.0 - HANDLED_MILLIS)],
            )?
            .iter()
            .map(|row| row.integer(0))
            .collect()
    }
}

fn member(row: &Row) -> Result<Member> {
    let small = |column| {
        row.count(column)
            .map(|count| u32::try_from(count).unwrap_or(u32::MAX))
    };
    Ok(Member {
        agent: AgentName {
            id: AgentId(row.text(0)?.to_owned()),
            name: row.text(1)?.to_owned(),
        },
        lead: row.integer(2)? != 0,
        profile: row.json(3)?,
        ready: row.integer(4)? != 0,
        vips_in_a_row: small(5)?,
        given_at: Timestamp(row.integer(6)?),
        gone_at: row.integer(7).ok().map(Timestamp),
        open: small(8)?,
    })
}
