//! What a desk's object keeps: summaries of cases, and payloads that could not be understood.

mod quarantine;
mod revoked;

use shared::ids::ContactId;
use shared::protocol::desk::CaseSummary;
use shared::protocol::widget::ConversationState;
use shared::time::Timestamp;
use worker::{Result, SqlStorageValue, State};

use super::{Sql, json};

pub use quarantine::{Quarantine, Quarantined};

const SCHEMA: &str = "
    CREATE TABLE IF NOT EXISTS cases (
      contact TEXT PRIMARY KEY,
      state TEXT NOT NULL,
      updated_at INTEGER NOT NULL,
      summary TEXT NOT NULL);
    CREATE INDEX IF NOT EXISTS cases_by_state ON cases (state, updated_at);";

/// The most cases of one state, and the most payloads, that a list carries.
const MAX_LISTED: u32 = 200;

/// The store.
pub struct DeskStore {
    sql: Sql,
}

impl DeskStore {
    /// Opens the store.
    pub fn open(state: &State) -> Result<Self> {
        Ok(Self {
            sql: Sql::open(
                state,
                &[SCHEMA, quarantine::SCHEMA, revoked::SCHEMA].concat(),
            )?,
        })
    }

    /// The summary of a contact's case.
    pub fn case(&self, contact: &ContactId) -> Result<Option<CaseSummary>> {
        let row = self.sql.first(
            "SELECT summary FROM cases WHERE contact = ?",
            vec![contact.as_str().into()],
        )?;
        row.map(|row| row.json(0)).transpose()
    }

    /// Keeps a summary.
    pub fn save_case(&self, case: &CaseSummary) -> Result<()> {
        self.sql.run(
            "INSERT OR REPLACE INTO cases (contact, state, updated_at, summary)
             VALUES (?, ?, ?, ?)",
            vec![
                case.contact.as_str().into(),
                state_name(&case.state).into(),
                SqlStorageValue::Integer(case.updated_at.0),
                json(case)?,
            ],
        )?;
        Ok(())
    }

    /// The cases to list: of every state the latest, of the waiting ones those that wait longest.
    pub fn listed(&self) -> Result<Vec<CaseSummary>> {
        let mut cases = self.in_state("queued", "ASC")?;
        for state in ["open", "pending", "resolved"] {
            cases.extend(self.in_state(state, "DESC")?);
        }
        Ok(cases)
    }

    /// The cases that wait for a human.
    pub fn waiting(&self) -> Result<Vec<CaseSummary>> {
        self.in_state("queued", "ASC")
    }

    /// The place of a waiting case, 1 first, in the order of [`shared::routing::places`]. Counted
    /// by the database: every message of a shopper who waits asks for it.
    pub fn place(&self, since: Timestamp, contact: &ContactId) -> Result<u32> {
        let row = self.sql.first(
            "SELECT count(*) FROM cases WHERE state = 'queued'
               AND (json_extract(summary, '$.state.since'), contact) < (?, ?)",
            vec![SqlStorageValue::Integer(since.0), contact.as_str().into()],
        )?;
        let before = row.map_or(Ok(0), |row| row.count(0))?;
        Ok(u32::try_from(before + 1).unwrap_or(u32::MAX))
    }

    fn in_state(&self, state: &str, direction: &str) -> Result<Vec<CaseSummary>> {
        self.sql
            .rows(
                &format!(
                    "SELECT summary FROM cases WHERE state = ?
                     ORDER BY updated_at {direction} LIMIT {MAX_LISTED}"
                ),
                vec![state.into()],
            )?
            .iter()
            .map(|row| row.json(0))
            .collect()
    }
}

fn state_name(state: &ConversationState) -> &'static str {
    match state {
        ConversationState::Pending => "pending",
        ConversationState::Queued { .. } => "queued",
        ConversationState::Open { .. } => "open",
        ConversationState::Resolved => "resolved",
    }
}
