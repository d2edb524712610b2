//! Payloads that could not be understood, and what became of them.

use shared::hooks::KeptHeaders;
use shared::protocol::desk::{QuarantineEntry, QuarantineState};
use shared::source::Malformed;
use shared::time::Timestamp;
use worker::{Result, SqlStorageValue};

use super::{DeskStore, MAX_LISTED};
use crate::store::{Row, int, json};

pub(super) const SCHEMA: &str = "
    CREATE TABLE IF NOT EXISTS quarantine (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      at INTEGER NOT NULL,
      source TEXT NOT NULL,
      topic TEXT,
      problem TEXT NOT NULL,
      state TEXT NOT NULL DEFAULT 'waiting',
      tried_at INTEGER,
      size INTEGER NOT NULL,
      digest TEXT NOT NULL UNIQUE,
      headers TEXT NOT NULL,
      body TEXT NOT NULL);";

const ENTRY_COLUMNS: &str = "id, at, source, topic, problem, size, state, tried_at";

/// A payload to keep.
pub struct Quarantine<'a> {
    /// The source, `shopify`.
    pub source: &'a str,
    /// The source's topic.
    pub topic: Option<&'a str>,
    /// What was wrong.
    pub problem: Malformed,
    /// The hash of source and body: the same twice is one entry.
    pub digest: &'a str,
    /// What reading it again needs beside the body.
    pub headers: &'a KeptHeaders,
    /// The payload as it came.
    pub body: &'a str,
}

/// A payload that was kept.
pub struct Quarantined {
    /// The entry.
    pub entry: QuarantineEntry,
    /// What reading it again needs beside the body.
    pub headers: KeptHeaders,
    /// The payload as it came; empty once it was put away.
    pub body: String,
}

impl DeskStore {
    /// Keeps a payload. `None` when it was kept before.
    pub fn quarantine(
        &self,
        payload: &Quarantine<'_>,
        at: Timestamp,
    ) -> Result<Option<QuarantineEntry>> {
        let rows = self.sql.rows(
            &format!(
                "INSERT OR IGNORE INTO quarantine
                   (at, source, topic, problem, size, digest, headers, body)
                 VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING {ENTRY_COLUMNS}"
            ),
            vec![
                SqlStorageValue::Integer(at.0),
                payload.source.into(),
                payload.topic.into(),
                json(&payload.problem)?,
                int(payload.body.len() as u64),
                payload.digest.into(),
                json(payload.headers)?,
                payload.body.into(),
            ],
        )?;
        rows.first().map(entry).transpose()
    }

    /// The latest payloads that nobody can read yet, without their bodies.
    pub fn waiting_payloads(&self) -> Result<Vec<QuarantineEntry>> {
        let query = format!(
            "SELECT {ENTRY_COLUMNS} FROM quarantine WHERE state = 'waiting'
             ORDER BY id DESC LIMIT {MAX_LISTED}"
        );
        self.sql
            .rows(&query, Vec::new())?
            .iter()
            .map(entry)
            .collect()
    }

    /// A payload that was kept.
    pub fn quarantined(&self, id: u64) -> Result<Option<Quarantined>> {
        let row = self.sql.first(
            &format!("SELECT {ENTRY_COLUMNS}, headers, body FROM quarantine WHERE id = ?"),
            vec![int(id)],
        )?;
        row.map(|row| {
            Ok(Quarantined {
                entry: entry(&row)?,
                headers: row.json(8)?,
                body: row.text(9)?.to_owned(),
            })
        })
        .transpose()
    }

    /// Notes that a payload was read again and is still not understood, and why.
    pub fn note_try(&self, id: u64, problem: Malformed, at: Timestamp) -> Result<()> {
        self.sql.run(
            "UPDATE quarantine SET problem = ?, tried_at = ? WHERE id = ?",
            vec![json(&problem)?, SqlStorageValue::Integer(at.0), int(id)],
        )?;
        Ok(())
    }

    /// Notes that a payload was understood in the end.
    pub fn note_replayed(&self, id: u64, at: Timestamp) -> Result<()> {
        self.settle(id, "replayed", at)
    }

    /// Puts a payload that waits away. What it held is forgotten; that it came is not, so that the
    /// same one doesn't come back.
    pub fn discard(&self, id: u64, at: Timestamp) -> Result<()> {
        self.settle(id, "discarded", at)
    }

    fn settle(&self, id: u64, state: &str, at: Timestamp) -> Result<()> {
        self.sql.run(
            "UPDATE quarantine SET state = ?, tried_at = ?, headers = '{}', body = ''
             WHERE id = ? AND state = 'waiting'",
            vec![state.into(), SqlStorageValue::Integer(at.0), int(id)],
        )?;
        Ok(())
    }
}

fn entry(row: &Row) -> Result<QuarantineEntry> {
    Ok(QuarantineEntry {
        id: row.count(0)?,
        at: Timestamp(row.integer(1)?),
        source: row.text(2)?.to_owned(),
        topic: row.optional_text(3).map(str::to_owned),
        problem: row.json(4)?,
        size: row.count(5)?,
        state: state(row.text(6)?),
        tried_at: row.integer(7).ok().map(Timestamp),
    })
}

fn state(name: &str) -> QuarantineState {
    match name {
        "replayed" => QuarantineState::Replayed,
        "discarded" => QuarantineState::Discarded,
        _ => QuarantineState::Waiting,
    }
}
