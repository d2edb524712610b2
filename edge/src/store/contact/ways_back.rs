//! The tickets for the way back that nobody has used yet, by what makes each good once.

use shared::time::Timestamp;
use worker::{Result, SqlStorageValue};

use super::ContactStore;
use crate::clock::Now;

/// The table. It has a few rows, so it needs no index.
pub(super) const SCHEMA: &str = "
    CREATE TABLE IF NOT EXISTS ways_back (once TEXT NOT NULL, until INTEGER NOT NULL);";

impl ContactStore {
    /// Keeps one, and forgets those whose time is over.
    pub fn keep_way_back(&self, once: &str, until: Timestamp, now: Now) -> Result<()> {
        let past = vec![SqlStorageValue::Integer(now.millis())];
        self.sql
            .run("DELETE FROM ways_back WHERE until <= ?", past)?;
        self.sql.run(
            "INSERT INTO ways_back (once, until) VALUES (?, ?)",
            vec![once.into(), SqlStorageValue::Integer(until.0)],
        )?;
        Ok(())
    }

    /// Puts another in the place of one that is used. Says whether it was there.
    pub fn renew_way_back(&self, used: &str, next: &str) -> Result<bool> {
        let written = self.sql.run(
            "UPDATE ways_back SET once = ? WHERE once = ?",
            vec![next.into(), used.into()],
        )?;
        Ok(written > 0)
    }
}
