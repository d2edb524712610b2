//! What a site's roll keeps: who is on it.

use worker::{Result, State};

use super::{Sql, int};
use crate::calls::Member;
use shared::ids::{ContactId, OrderKey};

const SCHEMA: &str = "
    CREATE TABLE IF NOT EXISTS members (
      kind TEXT NOT NULL, name TEXT NOT NULL, PRIMARY KEY (kind, name));";

/// The store.
pub struct RollStore {
    sql: Sql,
}

impl RollStore {
    /// Opens the store.
    pub fn open(state: &State) -> Result<Self> {
        Ok(Self {
            sql: Sql::open(state, SCHEMA)?,
        })
    }

    /// Enters a member, once.
    pub fn enter(&self, member: &Member) -> Result<()> {
        let (kind, name) = parts(member);
        self.sql.run(
            "INSERT OR IGNORE INTO members (kind, name) VALUES (?, ?)",
            vec![kind.into(), name.into()],
        )?;
        Ok(())
    }

    /// Strikes a member out.
    pub fn strike(&self, member: &Member) -> Result<()> {
        let (kind, name) = parts(member);
        self.sql.run(
            "DELETE FROM members WHERE kind = ? AND name = ?",
            vec![kind.into(), name.into()],
        )?;
        Ok(())
    }

    /// The members behind one, in order, at most so many.
    pub fn page(&self, after: Option<&Member>, limit: u32) -> Result<Vec<Member>> {
        let (kind, name) = after.map_or(("", ""), parts);
        let rows = self.sql.rows(
            "SELECT kind, name FROM members WHERE (kind, name) > (?, ?)
             ORDER BY kind, name LIMIT ?",
            vec![kind.into(), name.into(), int(u64::from(limit))],
        )?;
        let member = |kind: &str, name: &str| match kind {
            CONTACT => Member::Contact(ContactId(name.to_owned())),
            _ => Member::Order(OrderKey(name.to_owned())),
        };
        rows.iter()
            .map(|row| Ok(member(row.text(0)?, row.text(1)?)))
            .collect()
    }
}

const CONTACT: &str = "contact";

const ORDER: &str = "order";

fn parts(member: &Member) -> (&str, &str) {
    match member {
        Member::Contact(contact) => (CONTACT, contact.as_str()),
        Member::Order(order) => (ORDER, order.as_str()),
    }
}
