//! What an order's object keeps.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use shared::household::Marks;
use shared::ids::ContactId;
use shared::notice::Notice;
use shared::order::{Audience, Order};
use shared::search::Text;
use shared::time::{Day, Timestamp};
use shared::watch::ParcelRisk;
use worker::{Result, SqlStorageValue, State};

use super::{Row, Sql, alarms, json, outbox};
use crate::clock::Now;

const SCHEMA: &str = "
    CREATE TABLE IF NOT EXISTS record (id INTEGER PRIMARY KEY CHECK (id = 1), record TEXT NOT NULL);
    CREATE TABLE IF NOT EXISTS deliveries (delivery TEXT PRIMARY KEY, at INTEGER NOT NULL);
    CREATE TABLE IF NOT EXISTS contacts (
      contact TEXT PRIMARY KEY, payer INTEGER NOT NULL);";

/// How long a delivery's name is remembered, in milliseconds: senders repeat for a day or two.
const REMEMBERED_MILLIS: i64 = 14 * 24 * 3_600_000;

/// An order, what was told of it, and its latest news.
#[derive(Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Record {
    /// The order.
    pub order: Order,
    /// The keys of what was told.
    pub told: BTreeSet<String>,
    /// The latest news, for a contact that is bound after it was told.
    pub latest: Option<Notice>,
    /// The normalized number and the e-mail under which the directory has it.
    pub indexed: Option<(String, Option<String>)>,
    /// By what it is found at the desk, as the directory has it.
    pub found_by: Option<Text>,
    /// What links it to others, as the directory has it.
    pub linked: Option<Linked>,
    /// The tracking numbers that it has claimed.
    pub claimed: BTreeSet<String>,
    /// The parcels at risk, as the merchant's list has them.
    pub risks: Vec<ParcelRisk>,
    /// When it last changed.
    pub heard_at: Option<Timestamp>,
    /// Whether the buyer was erased: nothing personal of the order is kept any more.
    pub forgotten: bool,
}

/// What links an order to others of one household.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Linked {
    /// Where it goes, and who pays.
    pub marks: Marks,
    /// Whether it is a present.
    pub gift: bool,
    /// The day on which it was placed.
    pub placed_on: Option<Day>,
}

/// A contact that hears of an order.
pub struct Bound {
    /// Which contact.
    pub contact: ContactId,
    /// How much of the order it may know.
    pub audience: Audience,
}

/// The store.
pub struct OrderStore {
    /// The database, for transactions and the outbox.
    pub sql: Sql,
}

impl OrderStore {
    /// Opens the store.
    pub fn open(state: &State) -> Result<Self> {
        let sql = Sql::open(state, &[SCHEMA, outbox::SCHEMA, alarms::SCHEMA].concat())?;
        Ok(Self { sql })
    }

    /// The record as it was committed last.
    pub fn load(&self) -> Result<Record> {
        let row = self.sql.first("SELECT record FROM record", Vec::new())?;
        row.map_or_else(|| Ok(Record::default()), |row| row.json(0))
    }

    /// Keeps the record.
    pub fn save(&self, record: &Record) -> Result<()> {
        let values = vec![json(record)?];
        self.sql.run(
            "INSERT OR REPLACE INTO record (id, record) VALUES (1, ?)",
            values,
        )?;
        Ok(())
    }

    /// Notes a delivery. Says whether it is new.
    pub fn note_delivery(&self, name: &str, now: Now) -> Result<bool> {
        let at = SqlStorageValue::Integer(now.millis());
        let old = SqlStorageValue::Integer(now.millis() - REMEMBERED_MILLIS);
        self.sql
            .run("DELETE FROM deliveries WHERE at < ?", vec![old])?;
        let written = self.sql.run(
            "INSERT OR IGNORE INTO deliveries (delivery, at) VALUES (?, ?)",
            vec![name.into(), at],
        )?;
        Ok(written > 0)
    }

    /// Binds a contact as one that may know so much; what it may know it never loses. Says whether
    /// it may know more than before.
    pub fn bind(&self, contact: &ContactId, audience: Audience) -> Result<bool> {
        let payer = SqlStorageValue::Integer(i64::from(audience == Audience::Payer));
        let written = self.sql.run(
            "INSERT INTO contacts (contact, payer) VALUES (?, ?)
             ON CONFLICT (contact) DO UPDATE SET payer = excluded.payer
               WHERE excluded.payer > payer",
            vec![contact.as_str().into(), payer],
        )?;
        Ok(written > 0)
    }

    /// Takes a contact away. Says whether it was bound.
    pub fn take_away(&self, contact: &ContactId) -> Result<bool> {
        let written = self.sql.run(
            "DELETE FROM contacts WHERE contact = ?",
            vec![contact.as_str().into()],
        )?;
        Ok(written > 0)
    }

    /// Takes a contact away with whatever it was still to be told.
    pub fn unbind(&self, contact: &ContactId) -> Result<()> {
        self.take_away(contact)?;
        self.sql.run(
            "DELETE FROM outbox WHERE json_extract(effect, '$.contact') = ?",
            vec![contact.as_str().into()],
        )?;
        Ok(())
    }

    /// How much of this order a contact may know.
    pub fn audience(&self, contact: &ContactId) -> Result<Audience> {
        let row = self.sql.first(
            "SELECT payer FROM contacts WHERE contact = ?",
            vec![contact.as_str().into()],
        )?;
        row.map_or(Ok(Audience::Other), |row| audience(&row, 0))
    }

    /// The contacts that hear of this order.
    pub fn contacts(&self) -> Result<Vec<Bound>> {
        self.sql
            .rows("SELECT contact, payer FROM contacts", Vec::new())?
            .iter()
            .map(|row| {
                Ok(Bound {
                    contact: ContactId(row.text(0)?.to_owned()),
                    audience: audience(row, 1)?,
                })
            })
            .collect()
    }
}

fn audience(row: &Row, column: usize) -> Result<Audience> {
    Ok(match row.integer(column)? {
        0 => Audience::Other,
        _ => Audience::Payer,
    })
}
