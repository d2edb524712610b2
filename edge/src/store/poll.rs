//! What a poll's object keeps: the numbers that it follows, how far it has read a shop, and for
//! how long the service wants to be left alone.

use serde::Serialize;
use serde::de::DeserializeOwned;
use shared::time::Timestamp;
use shared::tracking::polling::Polling;
use worker::{Result, SqlStorageValue, State};

use super::{Row, Sql, int, json};

const SCHEMA: &str = "
    CREATE TABLE IF NOT EXISTS numbers (
      number TEXT PRIMARY KEY, due INTEGER NOT NULL, polling TEXT NOT NULL, told TEXT);
    CREATE INDEX IF NOT EXISTS numbers_by_due ON numbers (due);
    CREATE TABLE IF NOT EXISTS progress (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      cursor TEXT,
      due INTEGER NOT NULL DEFAULT 0,
      silent_until INTEGER NOT NULL DEFAULT 0,
      failures INTEGER NOT NULL DEFAULT 0);
    INSERT OR IGNORE INTO progress (id) VALUES (1);";

/// A number that is followed.
pub struct Followed {
    /// The tracking number, normalized.
    pub number: String,
    /// How the asking stands.
    pub polling: Polling,
    /// The name of the delivery that was passed on last.
    pub told: Option<String>,
}

/// The store.
pub struct PollStore {
    /// The database, for transactions.
    pub sql: Sql,
}

impl PollStore {
    /// Opens the store.
    pub fn open(state: &State) -> Result<Self> {
        Ok(Self {
            sql: Sql::open(state, SCHEMA)?,
        })
    }

    /// Follows a number from now on, unless it is followed.
    pub fn follow(&self, number: &str, polling: &Polling) -> Result<()> {
        self.sql.run(
            "INSERT OR IGNORE INTO numbers (number, due, polling) VALUES (?, ?, ?)",
            vec![
                number.into(),
                SqlStorageValue::Integer(polling.since.0),
                json(polling)?,
            ],
        )?;
        Ok(())
    }

    /// The numbers that are to be asked about until a time, those first that have waited longest.
    pub fn due(&self, until: Timestamp, limit: usize) -> Result<Vec<Followed>> {
        self.sql
            .rows(
                "SELECT number, polling, told FROM numbers WHERE due <= ? ORDER BY due LIMIT ?",
                vec![SqlStorageValue::Integer(until.0), int(limit as u64)],
            )?
            .iter()
            .map(followed)
            .collect()
    }

    /// Keeps how the asking about a number stands, and when to ask next; `None` ends it.
    pub fn save(&self, followed: &Followed, next: Option<Timestamp>) -> Result<()> {
        let number = followed.number.as_str().into();
        match next {
            Some(next) => self.sql.run(
                "UPDATE numbers SET due = ?, polling = ?, told = ? WHERE number = ?",
                vec![
                    SqlStorageValue::Integer(next.0),
                    json(&followed.polling)?,
                    followed.told.as_deref().into(),
                    number,
                ],
            ),
            None => self
                .sql
                .run("DELETE FROM numbers WHERE number = ?", vec![number]),
        }
        .map(drop)
    }

    /// When the next number is to be asked about.
    pub fn next_number(&self) -> Result<Option<Timestamp>> {
        let row = self
            .sql
            .first("SELECT due FROM numbers ORDER BY due LIMIT 1", Vec::new())?;
        row.map(|row| row.integer(0).map(Timestamp)).transpose()
    }

    /// How far a shop was read; `None` before its first page.
    pub fn cursor<C: DeserializeOwned>(&self) -> Result<Option<C>> {
        let row = self.sql.first(
            "SELECT cursor FROM progress WHERE cursor IS NOT NULL",
            Vec::new(),
        )?;
        row.map(|row| row.json(0)).transpose()
    }

    /// Keeps how far a shop was read, and when to go on.
    pub fn save_cursor<C: Serialize>(&self, cursor: &C, next: Timestamp) -> Result<()> {
        self.sql.run(
            "UPDATE progress SET cursor = ?, due = ?",
            vec![json(cursor)?, SqlStorageValue::Integer(next.0)],
        )?;
        Ok(())
    }

    /// When the shop is to be read on.
    pub fn next_page(&self) -> Result<Timestamp> {
        self.progress("due").map(Timestamp)
    }

    /// Until when the service is left alone.
    pub fn silent_until(&self) -> Result<Timestamp> {
        self.progress("silent_until").map(Timestamp)
    }

    /// How many times in a row the service gave no answer.
    pub fn failures(&self) -> Result<u32> {
        self.progress("failures")
            .map(|count| u32::try_from(count).unwrap_or_default())
    }

    /// Notes whether the service answered, and until when it is left alone.
    pub fn note_contact(&self, failures: u32, silent_until: Timestamp) -> Result<()> {
        self.sql.run(
            "UPDATE progress SET failures = ?, silent_until = ?",
            vec![
                int(u64::from(failures)),
                SqlStorageValue::Integer(silent_until.0),
            ],
        )?;
        Ok(())
    }

    fn progress(&self, column: &str) -> Result<i64> {
        let row = self
            .sql
            .first(&format!("SELECT {column} FROM progress"), Vec::new())?;
        row.map_or(Ok(0), |row| row.integer(0))
    }
}

fn followed(row: &Row) -> Result<Followed> {
    Ok(Followed {
        number: row.text(0)?.to_owned(),
        polling: row.json(1)?,
        told: row.optional_text(2).map(str::to_owned),
    })
}
