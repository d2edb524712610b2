//! What a desk's object keeps: summaries of cases with their clocks, the team, and payloads that
//! could not be understood.

mod clocks;
mod listing;
mod quarantine;
mod reminders;
mod revoked;
mod team;

use shared::ids::{AgentId, ContactId};
use shared::protocol::desk::{CaseList, CaseSummary};
use shared::protocol::widget::ConversationState;
use shared::time::Timestamp;
use worker::{Result, SqlStorageValue, State};

use super::{Sql, alarms, json};

pub use quarantine::{Quarantine, Quarantined};
pub use team::Member;

const SCHEMA: &str = "
    CREATE TABLE IF NOT EXISTS cases (
      contact TEXT PRIMARY KEY,
      state TEXT NOT NULL,
      updated_at INTEGER NOT NULL,
      holder TEXT,
      held_since INTEGER,
      waits_since INTEGER,
      vip INTEGER NOT NULL,
      summary TEXT NOT NULL);
    CREATE INDEX IF NOT EXISTS cases_by_state ON cases (state, updated_at, contact);
    CREATE INDEX IF NOT EXISTS cases_by_turn ON cases (vip DESC, waits_since, contact)
      WHERE waits_since IS NOT NULL;
    CREATE INDEX IF NOT EXISTS cases_by_holder ON cases (holder, state);";

/// The most cases of one state, and the most payloads, that are told at once.
const MAX_LISTED: u32 = 200;

/// The store.
pub struct DeskStore {
    /// The database, for transactions and alarms.
    pub sql: Sql,
}

impl DeskStore {
    /// Opens the store.
    pub fn open(state: &State) -> Result<Self> {
        Ok(Self {
            sql: Sql::open(
                state,
                &[
                    SCHEMA,
                    clocks::SCHEMA,
                    quarantine::SCHEMA,
                    revoked::SCHEMA,
                    team::SCHEMA,
                    reminders::SCHEMA,
                    alarms::SCHEMA,
                ]
                .concat(),
            )?,
        })
    }

    /// The summary of a contact's case.
    pub fn case(&self, contact: &ContactId) -> Result<Option<CaseSummary>> {
        let row = self.sql.first(
            "SELECT summary FROM cases WHERE contact = ?",
            vec![contact.as_str().into()],
        )?;
        row.map(|row| row.json(0)).transpose()
    }

    /// Keeps a summary that was learned at a time. How long a case took is noted when it is
    /// settled.
    pub fn save_case(&self, case: &CaseSummary, at: Timestamp) -> Result<()> {
        let (holder, since) = match &case.state {
            ConversationState::Open { assignee } | ConversationState::Snoozed { assignee, .. } => {
                (Some(assignee.id.as_str()), None)
            }
            ConversationState::Queued { since } => (None, Some(*since)),
            ConversationState::Pending | ConversationState::Resolved => (None, None),
        };
        let held_since = self.held_since(&case.contact)?;
        if let (ConversationState::Resolved, Some(since)) = (&case.state, held_since) {
            self.note_handled(at, at.millis_since(since))?;
        }
        self.set_reminders(case)?;
        let held_since = holder.map(|_| held_since.unwrap_or(at).0);
        self.sql.run(
            "INSERT OR REPLACE INTO cases
               (contact, state, updated_at, holder, held_since, waits_since, vip, summary)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            vec![
                case.contact.as_str().into(),
                CaseList::of(&case.state).name().into(),
                SqlStorageValue::Integer(case.updated_at.0),
                holder.into(),
                optional(held_since),
                optional(since.map(|since| since.0)),
                SqlStorageValue::Integer(i64::from(!case.triage.vip.is_empty())),
                json(case)?,
            ],
        )?;
        Ok(())
    }

    /// Since when a human holds a case, if one does.
    fn held_since(&self, contact: &ContactId) -> Result<Option<Timestamp>> {
        let row = self.sql.first(
            "SELECT held_since FROM cases WHERE contact = ?",
            vec![contact.as_str().into()],
        )?;
        Ok(row.and_then(|row| row.integer(0).ok()).map(Timestamp))
    }

    /// Forgets a contact's case.
    pub fn forget_case(&self, contact: &ContactId) -> Result<()> {
        for table in ["cases", "reminders", "clocks"] {
            self.sql.run(
                &format!("DELETE FROM {table} WHERE contact = ?"),
                vec![contact.as_str().into()],
            )?;
        }
        Ok(())
    }

    /// The cases that an agent holds and has not set aside.
    pub fn held_by(&self, agent: &AgentId) -> Result<Vec<CaseSummary>> {
        self.summaries(
            "SELECT summary FROM cases WHERE holder = ? AND state = 'open'",
            vec![agent.as_str().into()],
        )
    }

    /// The place of a waiting case, 1 first, in the order of [`shared::routing::places`]. Counted
    /// by the database: every message of a shopper who waits asks for it.
    pub fn place(&self, vip: bool, since: Timestamp, contact: &ContactId) -> Result<u32> {
        let row = self.sql.first(
            "SELECT count(*) FROM cases WHERE waits_since IS NOT NULL
               AND (-vip, waits_since, contact) < (?, ?, ?)",
            vec![
                SqlStorageValue::Integer(-i64::from(vip)),
                SqlStorageValue::Integer(since.0),
                contact.as_str().into(),
            ],
        )?;
        let before = row.map_or(Ok(0), |row| row.count(0))?;
        Ok(u32::try_from(before + 1).unwrap_or(u32::MAX))
    }

    fn summaries(&self, query: &str, values: Vec<SqlStorageValue>) -> Result<Vec<CaseSummary>> {
        self.sql
            .rows(query, values)?
            .iter()
            .map(|row| row.json(0))
            .collect()
    }
}

fn optional(value: Option<i64>) -> SqlStorageValue {
    value.map_or(SqlStorageValue::Null, SqlStorageValue::Integer)
}
