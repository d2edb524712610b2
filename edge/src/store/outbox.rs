//! Effects that an object owes: written in the transaction of the change that owes them, run
//! afterwards, and run again until they are done.

use serde::Serialize;
use serde::de::DeserializeOwned;
use worker::{Result, SqlStorageValue};

use super::{Sql, json};
use crate::clock::Now;

/// The table, part of the schema of every object that has an outbox.
pub const SCHEMA: &str = "
    CREATE TABLE IF NOT EXISTS outbox (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      name TEXT NOT NULL,
      effect TEXT NOT NULL,
      attempts INTEGER NOT NULL DEFAULT 0,
      due INTEGER NOT NULL,
      UNIQUE (name)
    );";

/// The first delay after a failure, in milliseconds; it doubles,
const FIRST_DELAY_MILLIS: i64 = 1_000;

/// up to this.
const MAX_DELAY_MILLIS: i64 = 10 * 60_000;

/// An effect that is due.
pub struct Due<E> {
    /// Which row.
    pub id: i64,
    /// What to do; an error when it can't be read.
    pub effect: Result<E>,
    attempts: i64,
}

/// Owes an effect. A later one of the same name takes the place of an earlier one, so a name
/// stands for "bring this up to date", and an effect that must not be lost needs its own.
pub fn push<E: Serialize>(sql: &Sql, name: &str, effect: &E, now: Now) -> Result<()> {
    // A replaced row gets a new id: finishing the old one can't take the new one away.
    sql.run(
        "INSERT OR REPLACE INTO outbox (name, effect, due) VALUES (?, ?, ?)",
        vec![
            name.into(),
            json(effect)?,
            SqlStorageValue::Integer(now.millis()),
        ],
    )?;
    Ok(())
}

/// Owes an effect from a time on; if one of the same name is owed already, from that one's time on.
pub fn push_later<E: Serialize>(sql: &Sql, name: &str, effect: &E, due: i64) -> Result<()> {
    sql.run(
        "INSERT OR REPLACE INTO outbox (name, effect, due)
         VALUES (?1, ?2, coalesce((SELECT due FROM outbox WHERE name = ?1), ?3))",
        vec![name.into(), json(effect)?, SqlStorageValue::Integer(due)],
    )?;
    Ok(())
}

/// Owes an effect no more.
pub fn take_back(sql: &Sql, name: &str) -> Result<()> {
    sql.run("DELETE FROM outbox WHERE name = ?", vec![name.into()])?;
    Ok(())
}

/// The effects that are due, oldest first.
pub fn due<E: DeserializeOwned>(sql: &Sql, now: Now) -> Result<Vec<Due<E>>> {
    sql.rows(
        "SELECT id, effect, attempts FROM outbox WHERE due <= ? ORDER BY id LIMIT 64",
        vec![SqlStorageValue::Integer(now.millis())],
    )?
    .iter()
    .map(|row| {
        Ok(Due {
            id: row.integer(0)?,
            effect: row.json(1),
            attempts: row.integer(2)?,
        })
    })
    .collect()
}

/// Strikes an effect out.
pub fn done(sql: &Sql, id: i64) -> Result<()> {
    sql.run(
        "DELETE FROM outbox WHERE id = ?",
        vec![SqlStorageValue::Integer(id)],
    )?;
    Ok(())
}

/// Puts a failed effect off.
pub fn put_off<E>(sql: &Sql, failed: &Due<E>, now: Now) -> Result<()> {
    let doublings = u32::try_from(failed.attempts.clamp(0, 20)).unwrap_or_default();
    let delay = FIRST_DELAY_MILLIS
        .saturating_mul(1 << doublings)
        .min(MAX_DELAY_MILLIS);
    sql.run(
        "UPDATE outbox SET attempts = attempts + 1, due = ? WHERE id = ?",
        vec![
            SqlStorageValue::Integer(now.millis().saturating_add(delay)),
            SqlStorageValue::Integer(failed.id),
        ],
    )?;
    Ok(())
}

/// When the next effect is due, in milliseconds since 1970.
pub fn next_due(sql: &Sql) -> Result<Option<i64>> {
    let row = sql.first("SELECT due FROM outbox ORDER BY due LIMIT 1", Vec::new())?;
    row.map(|row| row.integer(0)).transpose()
}
