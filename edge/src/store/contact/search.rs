//! How far what was said is in what is searched at the desk.

use worker::Result;

use super::super::int;
use super::ContactStore;

/// The table.
pub(super) const SCHEMA: &str = "
    CREATE TABLE IF NOT EXISTS searched (
      id INTEGER PRIMARY KEY CHECK (id = 1), upto INTEGER NOT NULL);";

impl ContactStore {
    /// Up to which number the events are searched.
    pub fn searched_upto(&self) -> Result<u64> {
        let row = self.sql.first("SELECT upto FROM searched", Vec::new())?;
        row.map_or(Ok(0), |row| row.count(0))
    }

    /// Notes it.
    pub fn note_searched(&self, upto: u64) -> Result<()> {
        self.sql.run(
            "INSERT OR REPLACE INTO searched (id, upto) VALUES (1, ?)",
            vec![int(upto)],
        )?;
        Ok(())
    }
}
