//! Which clocks of which case run, and until when.

use shared::ids::ContactId;
use shared::protocol::desk::{CaseClock, CaseSummary};
use shared::sla::{Clock, ClockKind, Running};
use shared::time::Timestamp;
use worker::{Result, SqlStorageValue};

use super::{DeskStore, optional};
use crate::store::{Row, json};

pub(super) const SCHEMA: &str = "
    CREATE TABLE IF NOT EXISTS clocks (
      contact TEXT NOT NULL,
      kind TEXT NOT NULL,
      since INTEGER NOT NULL,
      promised_until INTEGER,
      due INTEGER,
      told INTEGER NOT NULL DEFAULT 0,
      PRIMARY KEY (contact, kind));
    CREATE INDEX IF NOT EXISTS clocks_unset ON clocks (contact) WHERE due IS NULL;
    CREATE INDEX IF NOT EXISTS clocks_by_time ON clocks (due) WHERE told = 0;
    CREATE TABLE IF NOT EXISTS clock_terms (id INTEGER PRIMARY KEY, terms TEXT NOT NULL);";

/// A clock without its end.
pub struct Unset {
    /// Whose case.
    pub contact: ContactId,
    /// The clock.
    pub running: Running,
}

impl DeskStore {
    /// Keeps the clocks of a case. One that runs as before keeps its end. Says whether any is
    /// another one now.
    pub fn keep_clocks(&self, case: &CaseSummary) -> Result<bool> {
        let service = case.service.as_ref();
        let clocks = service.map_or_else(Vec::new, |it| it.clocks(&case.promises));
        let kinds: Vec<&str> = clocks.iter().map(|clock| clock.kind.name()).collect();
        let stopped = self.sql.run(
            "DELETE FROM clocks WHERE contact = ?
               AND kind NOT IN (SELECT value FROM json_each(?))",
            vec![case.contact.as_str().into(), json(&kinds)?],
        )?;
        let mut changed = stopped > 0;
        for clock in &clocks {
            changed |= self.keep_clock(&case.contact, clock)?;
        }
        Ok(changed)
    }

    fn keep_clock(&self, contact: &ContactId, clock: &Running) -> Result<bool> {
        let rows = self.sql.rows(
            "INSERT INTO clocks (contact, kind, since, promised_until) VALUES (?, ?, ?, ?)
             ON CONFLICT (contact, kind) DO UPDATE SET
               since = excluded.since, promised_until = excluded.promised_until,
               due = NULL, told = 0
               WHERE since <> excluded.since OR promised_until IS NOT excluded.promised_until
             RETURNING 1",
            vec![
                contact.as_str().into(),
                clock.kind.name().into(),
                SqlStorageValue::Integer(clock.since.0),
                optional(clock.promised_until.map(|until| until.0)),
            ],
        )?;
        Ok(!rows.is_empty())
    }

    /// Notes on what terms clocks end. Where they are others than before, every end is to be set
    /// anew.
    pub fn keep_clock_terms(&self, terms: &str) -> Result<()> {
        let known = self
            .sql
            .first("SELECT terms FROM clock_terms", Vec::new())?;
        let known = known
            .map(|row| row.text(0).map(str::to_owned))
            .transpose()?;
        if known.as_deref() == Some(terms) {
            return Ok(());
        }
        self.sql.run("UPDATE clocks SET due = NULL", Vec::new())?;
        self.sql.run(
            "INSERT OR REPLACE INTO clock_terms (id, terms) VALUES (1, ?)",
            vec![terms.into()],
        )?;
        Ok(())
    }

    /// The clocks whose end is to be set.
    pub fn unset_clocks(&self) -> Result<Vec<Unset>> {
        self.sql
            .rows(
                "SELECT contact, kind, since, promised_until FROM clocks WHERE due IS NULL",
                Vec::new(),
            )?
            .iter()
            .filter_map(|row| unset(row).transpose())
            .collect()
    }

    /// Sets the end of a clock; `None` forgets one that has none. A clock that goes on will be
    /// told again when it is over.
    pub fn set_clock(&self, unset: &Unset, due: Option<Timestamp>, now: Timestamp) -> Result<()> {
        let (contact, kind) = (unset.contact.as_str(), unset.running.kind.name());
        let Some(due) = due else {
            self.sql.run(
                "DELETE FROM clocks WHERE contact = ? AND kind = ?",
                vec![contact.into(), kind.into()],
            )?;
            return Ok(());
        };
        self.sql.run(
            "UPDATE clocks SET due = ?1, told = told AND ?1 <= ?2 WHERE contact = ?3 AND kind = ?4",
            vec![
                SqlStorageValue::Integer(due.0),
                SqlStorageValue::Integer(now.0),
                contact.into(),
                kind.into(),
            ],
        )?;
        Ok(())
    }

    /// The clocks that are over, of which nobody was told yet; noted as told.
    pub fn take_clocks_over(&self, now: Timestamp) -> Result<Vec<CaseClock>> {
        self.sql
            .rows(
                "UPDATE clocks SET told = 1 WHERE told = 0 AND due <= ?
                 RETURNING contact, kind, since, due",
                vec![SqlStorageValue::Integer(now.0)],
            )?
            .iter()
            .filter_map(|row| of_case(row).transpose())
            .collect()
    }

    /// When the next clock is over.
    pub fn next_clock_over(&self) -> Result<Option<Timestamp>> {
        let row = self.sql.first(
            "SELECT due FROM clocks WHERE told = 0 AND due IS NOT NULL ORDER BY due LIMIT 1",
            Vec::new(),
        )?;
        row.map(|row| row.integer(0).map(Timestamp)).transpose()
    }

    /// The clocks of a case.
    pub fn clocks_of(&self, contact: &ContactId) -> Result<Vec<Clock>> {
        let clocks = self.clocks_where("contact = ?", vec![contact.as_str().into()])?;
        Ok(clocks.into_iter().map(|of_case| of_case.clock).collect())
    }

    /// The clocks of the cases that are listed.
    pub fn listed_clocks(&self, cases: &[CaseSummary]) -> Result<Vec<CaseClock>> {
        let contacts: Vec<&str> = cases.iter().map(|case| case.contact.as_str()).collect();
        self.clocks_where(
            "contact IN (SELECT value FROM json_each(?))",
            vec![json(&contacts)?],
        )
    }

    fn clocks_where(
        &self,
        condition: &str,
        values: Vec<SqlStorageValue>,
    ) -> Result<Vec<CaseClock>> {
        let query = format!(
            "SELECT contact, kind, since, due FROM clocks
             WHERE due IS NOT NULL AND {condition} ORDER BY contact, kind"
        );
        self.sql
            .rows(&query, values)?
            .iter()
            .filter_map(|row| of_case(row).transpose())
            .collect()
    }
}

fn unset(row: &Row) -> Result<Option<Unset>> {
    let Some(kind) = ClockKind::from_name(row.text(1)?) else {
        return Ok(None);
    };
    Ok(Some(Unset {
        contact: ContactId(row.text(0)?.to_owned()),
        running: Running {
            kind,
            since: Timestamp(row.integer(2)?),
            promised_until: row.integer(3).ok().map(Timestamp),
        },
    }))
}

fn of_case(row: &Row) -> Result<Option<CaseClock>> {
    let Some(kind) = ClockKind::from_name(row.text(1)?) else {
        return Ok(None);
    };
    Ok(Some(CaseClock {
        contact: ContactId(row.text(0)?.to_owned()),
        clock: Clock {
            kind,
            since: Timestamp(row.integer(2)?),
            due: Timestamp(row.integer(3)?),
        },
    }))
}
