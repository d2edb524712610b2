//! When to remind of which promise.

use shared::ids::ContactId;
use shared::protocol::desk::CaseSummary;
use shared::time::Timestamp;
use worker::{Result, SqlStorageValue};

use super::DeskStore;
use crate::store::{int, json};

pub(super) const SCHEMA: &str = "
    CREATE TABLE IF NOT EXISTS reminders (
      contact TEXT NOT NULL,
      promise INTEGER NOT NULL,
      at INTEGER NOT NULL,
      done INTEGER NOT NULL DEFAULT 0,
      PRIMARY KEY (contact, promise));
    CREATE INDEX IF NOT EXISTS reminders_by_time ON reminders (at) WHERE done = 0;";

/// How long before a promise's day is over its owner is reminded, in milliseconds: at nine in the
/// morning of that day.
const REMIND_MILLIS: i64 = 15 * 3_600_000;

impl DeskStore {
    /// Sees to it that each promise of a case is reminded of once, and none that is settled.
    pub(super) fn set_reminders(&self, case: &CaseSummary) -> Result<()> {
        let ids: Vec<u64> = case.promises.iter().map(|promise| promise.id).collect();
        self.sql.run(
            "DELETE FROM reminders WHERE contact = ?
               AND promise NOT IN (SELECT value FROM json_each(?))",
            vec![case.contact.as_str().into(), json(&ids)?],
        )?;
        for promise in &case.promises {
            self.sql.run(
                "INSERT OR IGNORE INTO reminders (contact, promise, at) VALUES (?, ?, ?)",
                vec![
                    case.contact.as_str().into(),
                    int(promise.id),
                    SqlStorageValue::Integer(promise.due.plus_millis(-REMIND_MILLIS).0),
                ],
            )?;
        }
        Ok(())
    }

    /// The promises of which is to be reminded now.
    pub fn due_reminders(&self, now: Timestamp) -> Result<Vec<(ContactId, u64)>> {
        self.sql
            .rows(
                "SELECT contact, promise FROM reminders WHERE done = 0 AND at <= ?",
                vec![SqlStorageValue::Integer(now.0)],
            )?
            .iter()
            .map(|row| Ok((ContactId(row.text(0)?.to_owned()), row.count(1)?)))
            .collect()
    }

    /// Notes that somebody was reminded of a promise.
    pub fn note_reminded(&self, contact: &ContactId, promise: u64) -> Result<()> {
        self.sql.run(
            "UPDATE reminders SET done = 1 WHERE contact = ? AND promise = ?",
            vec![contact.as_str().into(), int(promise)],
        )?;
        Ok(())
    }

    /// When to remind next.
    pub fn next_reminder(&self) -> Result<Option<Timestamp>> {
        let row = self.sql.first(
            "SELECT at FROM reminders WHERE done = 0 ORDER BY at LIMIT 1",
            Vec::new(),
        )?;
        row.map(|row| row.integer(0).map(Timestamp)).transpose()
    }
}
