//! What a tracking number's object keeps: every delivery, and which order claims it.

use shared::ids::OrderKey;
use shared::tracking::TrackingUpdate;
use worker::{Result, SqlStorageValue, State};

use super::{Sql, alarms, json, outbox};
use crate::clock::Now;

const SCHEMA: &str = "
    CREATE TABLE IF NOT EXISTS deliveries (
      delivery TEXT PRIMARY KEY, at INTEGER NOT NULL, body TEXT NOT NULL);
    CREATE TABLE IF NOT EXISTS claims (order_key TEXT PRIMARY KEY);";

/// The store.
pub struct ParcelStore {
    /// The database, for transactions and the outbox.
    pub sql: Sql,
}

impl ParcelStore {
    /// Opens the store.
    pub fn open(state: &State) -> Result<Self> {
        let sql = Sql::open(state, &[SCHEMA, outbox::SCHEMA, alarms::SCHEMA].concat())?;
        Ok(Self { sql })
    }

    /// Keeps a delivery. Says whether it is new.
    pub fn note_delivery(&self, update: &TrackingUpdate, now: Now) -> Result<bool> {
        let written = self.sql.run(
            "INSERT OR IGNORE INTO deliveries (delivery, at, body) VALUES (?, ?, ?)",
            vec![
                update.delivery_id.as_str().into(),
                SqlStorageValue::Integer(now.millis()),
                json(update)?,
            ],
        )?;
        Ok(written > 0)
    }

    /// Every delivery, in the order of receipt.
    pub fn deliveries(&self) -> Result<Vec<TrackingUpdate>> {
        self.sql
            .rows("SELECT body FROM deliveries ORDER BY at, rowid", Vec::new())?
            .iter()
            .map(|row| row.json(0))
            .collect()
    }

    /// Notes an order's claim. Says whether it is new.
    pub fn claim(&self, order: &OrderKey) -> Result<bool> {
        let values = vec![order.as_str().into()];
        let written = self.sql.run(
            "INSERT OR IGNORE INTO claims (order_key) VALUES (?)",
            values,
        )?;
        Ok(written > 0)
    }

    /// The orders that claim this number. More than one when the carrier used it again; each
    /// order leaves out what is older than itself.
    pub fn claims(&self) -> Result<Vec<OrderKey>> {
        self.sql
            .rows("SELECT order_key FROM claims", Vec::new())?
            .iter()
            .map(|row| Ok(OrderKey(row.text(0)?.to_owned())))
            .collect()
    }
}
