//! Many named alarms over the one alarm of an object.
//!
//! An alarm is set in the transaction of the change that asks for it. The object gives the
//! platform the earliest moment at which an alarm or an owed effect is due, and when the platform
//! wakes it asks here what is. Nothing is lost when an instance ends in between: what is due stays
//! due until it is set anew.

use shared::time::Timestamp;
use worker::{Result, SqlStorageValue};

use super::Sql;
use crate::clock::Now;

/// The table, part of the schema of every object that drains an outbox.
pub const SCHEMA: &str = "
    CREATE TABLE IF NOT EXISTS alarms (name TEXT PRIMARY KEY, due INTEGER NOT NULL);";

/// Sets an alarm, whatever it was set to before; `None` takes it away.
pub fn set(sql: &Sql, name: &str, due: Option<Timestamp>) -> Result<()> {
    match due {
        Some(due) => sql.run(
            "INSERT INTO alarms (name, due) VALUES (?, ?)
             ON CONFLICT (name) DO UPDATE SET due = excluded.due WHERE due <> excluded.due",
            vec![name.into(), SqlStorageValue::Integer(due.0)],
        ),
        None => sql.run("DELETE FROM alarms WHERE name = ?", vec![name.into()]),
    }
    .map(drop)
}

/// Whether an alarm is due. It stays due until it is set anew.
pub fn is_due(sql: &Sql, name: &str, now: Now) -> Result<bool> {
    let row = sql.first(
        "SELECT 1 FROM alarms WHERE name = ? AND due <= ?",
        vec![name.into(), SqlStorageValue::Integer(now.millis())],
    )?;
    Ok(row.is_some())
}

/// When the next alarm is due, in milliseconds since 1970.
pub fn next_due(sql: &Sql) -> Result<Option<i64>> {
    let row = sql.first("SELECT due FROM alarms ORDER BY due LIMIT 1", Vec::new())?;
    row.map(|row| row.integer(0)).transpose()
}
