//! What an audit trail's object keeps: its entries, which nothing changes or takes away.

use shared::audit::{Deed, Entry, Head};
use worker::{Result, State};

use super::{Row, Sql, int, json};

const SCHEMA: &str = "
    CREATE TABLE IF NOT EXISTS entries (
      seq INTEGER PRIMARY KEY, deed TEXT NOT NULL, hash TEXT NOT NULL);";

/// The store.
pub struct AuditStore {
    sql: Sql,
}

impl AuditStore {
    /// Opens the store.
    pub fn open(state: &State) -> Result<Self> {
        Ok(Self {
            sql: Sql::open(state, SCHEMA)?,
        })
    }

    /// Adds a deed behind the last one.
    pub fn append(&self, deed: Deed) -> Result<Entry> {
        let entry = self.head()?.append(deed);
        self.sql.run(
            "INSERT INTO entries (seq, deed, hash) VALUES (?, ?, ?)",
            vec![
                int(entry.seq),
                json(&entry.deed)?,
                entry.hash.as_str().into(),
            ],
        )?;
        Ok(entry)
    }

    /// The whole trail.
    pub fn trail(&self) -> Result<Vec<Entry>> {
        self.sql
            .rows(
                "SELECT seq, deed, hash FROM entries ORDER BY seq",
                Vec::new(),
            )?
            .iter()
            .map(entry)
            .collect()
    }

    fn head(&self) -> Result<Head> {
        let last = self.sql.first(
            "SELECT seq, deed, hash FROM entries ORDER BY seq DESC LIMIT 1",
            Vec::new(),
        )?;
        let last = last.as_ref().map(entry).transpose()?;
        Ok(last.as_ref().map(Head::from).unwrap_or_default())
    }
}

fn entry(row: &Row) -> Result<Entry> {
    Ok(Entry {
        seq: row.count(0)?,
        deed: row.json(1)?,
        hash: row.text(2)?.to_owned(),
    })
}
