//! The facts of the report that the state beside the events has no room for any more.

use shared::report::Fact;
use shared::time::Timestamp;
use worker::{Result, SqlStorageValue};

use super::super::{int, json};
use super::ContactStore;

/// The table.
pub(super) const SCHEMA: &str = "
    CREATE TABLE IF NOT EXISTS facts (
      seq INTEGER PRIMARY KEY, at INTEGER NOT NULL, fact TEXT NOT NULL);";

impl ContactStore {
    /// Keeps facts. Called in a transaction.
    pub fn keep_facts(&self, facts: &[Fact]) -> Result<()> {
        for fact in facts {
            self.sql.run(
                "INSERT OR REPLACE INTO facts (seq, at, fact) VALUES (?, ?, ?)",
                vec![
                    int(fact.seq()),
                    SqlStorageValue::Integer(fact.at().0),
                    json(fact)?,
                ],
            )?;
        }
        Ok(())
    }

    /// Those that are kept, in order.
    pub fn kept_facts(&self) -> Result<Vec<Fact>> {
        let rows = self
            .sql
            .rows("SELECT fact FROM facts ORDER BY seq", Vec::new())?;
        rows.iter().map(|row| row.json(0)).collect()
    }

    /// Forgets those from before a time. Called in a transaction.
    pub fn forget_facts(&self, before: Timestamp) -> Result<()> {
        let before = SqlStorageValue::Integer(before.0);
        self.sql
            .run("DELETE FROM facts WHERE at < ?", vec![before])?;
        Ok(())
    }
}
