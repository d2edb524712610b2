//! What was taken back: sessions that ended and agents whose sessions did. A socket that was let
//! in just before is on its way to the desk, and finds the door closed.

use shared::ids::AgentId;
use shared::time::Timestamp;
use worker::{Result, SqlStorageValue};

use super::DeskStore;

pub(super) const SCHEMA: &str = "
    CREATE TABLE IF NOT EXISTS revoked (subject TEXT PRIMARY KEY, at INTEGER NOT NULL);";

/// How long a session's end is remembered, in milliseconds: no session lasts as long.
const REMEMBERED_MILLIS: i64 = 48 * 3_600_000;

impl DeskStore {
    /// Notes that a session has ended.
    pub fn revoke_session(&self, session: &str, at: Timestamp) -> Result<()> {
        self.revoke(&of_session(session), at)
    }

    /// Notes that whatever an agent began before a time has ended.
    pub fn revoke_agent(&self, agent: &AgentId, at: Timestamp) -> Result<()> {
        self.revoke(&of_agent(agent), at)
    }

    /// Whether a session of an agent, begun at a time, has ended.
    pub fn is_revoked(&self, agent: &AgentId, session: &str, began_at: Timestamp) -> Result<bool> {
        let row = self.sql.first(
            "SELECT 1 FROM revoked WHERE subject = ? OR (subject = ? AND at >= ?)",
            vec![
                of_session(session).into(),
                of_agent(agent).into(),
                SqlStorageValue::Integer(began_at.0),
            ],
        )?;
        Ok(row.is_some())
    }

    fn revoke(&self, subject: &str, at: Timestamp) -> Result<()> {
        self.sql.run(
            "DELETE FROM revoked WHERE at < ?",
            vec![SqlStorageValue::Integer(at.0 - REMEMBERED_MILLIS)],
        )?;
        self.sql.run(
            "INSERT INTO revoked (subject, at) VALUES (?, ?)
             ON CONFLICT (subject) DO UPDATE SET at = max(at, excluded.at)",
            vec![subject.into(), SqlStorageValue::Integer(at.0)],
        )?;
        Ok(())
    }
}

fn of_session(session: &str) -> String {
    format!("session/{session}")
}

fn of_agent(agent: &AgentId) -> String {
    format!("agent/{agent}")
}
