//! What a desk's object keeps: summaries of cases, and payloads that could not be understood.

use shared::ids::ContactId;
use shared::protocol::desk::{CaseSummary, QuarantineEntry};
use shared::protocol::widget::ConversationState;
use shared::time::Timestamp;
use worker::{Result, SqlStorageValue, State};

use super::{Row, Sql, int, json};

const SCHEMA: &str = "
    CREATE TABLE IF NOT EXISTS cases (
      contact TEXT PRIMARY KEY,
      state TEXT NOT NULL,
      updated_at INTEGER NOT NULL,
      summary TEXT NOT NULL);
    CREATE INDEX IF NOT EXISTS cases_by_state ON cases (state, updated_at);
    CREATE TABLE IF NOT EXISTS quarantine (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      at INTEGER NOT NULL,
      source TEXT NOT NULL,
      topic TEXT,
      problem TEXT NOT NULL,
      digest TEXT NOT NULL UNIQUE,
      body TEXT NOT NULL);";

const ENTRY_COLUMNS: &str = "id, at, source, topic, problem, length(CAST(body AS BLOB))";

/// The most cases of one state that a list carries.
const MAX_LISTED: u32 = 200;

/// The store.
pub struct DeskStore {
    sql: Sql,
}

/// A payload to keep.
pub struct Quarantine<'a> {
    /// The source, `shopify`.
    pub source: &'a str,
    /// The source's topic.
    pub topic: Option<&'a str>,
    /// What was wrong.
    pub problem: &'a str,
    /// The hash of source and body: the same twice is one entry.
    pub digest: &'a str,
    /// The payload as it came.
    pub body: &'a str,
}

impl DeskStore {
    /// Opens the store.
    pub fn open(state: &State) -> Result<Self> {
        Ok(Self {
            sql: Sql::open(state, SCHEMA)?,
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

    /// Keeps a payload. `None` when it was kept before.
    pub fn quarantine(
        &self,
        payload: &Quarantine<'_>,
        at: Timestamp,
    ) -> Result<Option<QuarantineEntry>> {
        let rows = self.sql.rows(
            &format!(
                "INSERT OR IGNORE INTO quarantine (at, source, topic, problem, digest, body)
                 VALUES (?, ?, ?, ?, ?, ?) RETURNING {ENTRY_COLUMNS}"
            ),
            vec![
                SqlStorageValue::Integer(at.0),
                payload.source.into(),
                payload.topic.into(),
                payload.problem.into(),
                payload.digest.into(),
                payload.body.into(),
            ],
        )?;
        rows.first().map(entry).transpose()
    }

    /// The latest quarantined payloads, without their bodies.
    pub fn quarantined(&self) -> Result<Vec<QuarantineEntry>> {
        let query =
            format!("SELECT {ENTRY_COLUMNS} FROM quarantine ORDER BY id DESC LIMIT {MAX_LISTED}");
        self.sql
            .rows(&query, Vec::new())?
            .iter()
            .map(entry)
            .collect()
    }

    /// A quarantined payload with its body.
    pub fn quarantined_body(&self, id: u64) -> Result<Option<(QuarantineEntry, String)>> {
        let row = self.sql.first(
            &format!("SELECT {ENTRY_COLUMNS}, body FROM quarantine WHERE id = ?"),
            vec![int(id)],
        )?;
        row.map(|row| Ok((entry(&row)?, row.text(6)?.to_owned())))
            .transpose()
    }
}

fn entry(row: &Row) -> Result<QuarantineEntry> {
    Ok(QuarantineEntry {
        id: row.count(0)?,
        at: Timestamp(row.integer(1)?),
        source: row.text(2)?.to_owned(),
        topic: row.optional_text(3).map(str::to_owned),
        problem: row.text(4)?.to_owned(),
        size: row.count(5)?,
    })
}

fn state_name(state: &ConversationState) -> &'static str {
    match state {
        ConversationState::Pending => "pending",
        ConversationState::Queued { .. } => "queued",
        ConversationState::Open { .. } => "open",
        ConversationState::Resolved => "resolved",
    }
}
