//! The lists of cases, page by page.

use shared::ids::AgentId;
use shared::protocol::desk::{CaseList, CaseMark, CaseSummary};
use shared::protocol::widget::ConversationState;
use shared::time::Timestamp;
use worker::{Result, SqlStorageValue};

use super::{DeskStore, MAX_LISTED};

/// The most cases on a page that is asked for.
const PAGE: u32 = 400;

/// A page of a list.
pub struct Page {
    /// The cases, in the order of the list.
    pub cases: Vec<CaseSummary>,
    /// Where the list goes on, if there are more.
    pub more: Option<CaseMark>,
}

impl DeskStore {
    /// The cases that an agent holds.
    pub fn own(&self, agent: &AgentId) -> Result<Vec<CaseSummary>> {
        self.summaries(
            "SELECT summary FROM cases WHERE holder = ?",
            vec![agent.as_str().into()],
        )
    }

    /// The cases that wait for a human, whose turn is next first: at most a page.
    pub fn waiting(&self) -> Result<Vec<CaseSummary>> {
        Ok(self.waiting_after(None)?.cases)
    }

    /// The cases to give: those whose turn is next and, where more wait than a page has, of the simple
    /// ones behind them as many again: whoever is new may be given no others.
    pub fn to_give(&self) -> Result<Vec<CaseSummary>> {
        let Page { mut cases, more } = self.waiting_after(None)?;
        if let Some(mark) = more {
            let simple =
                "AND (-vip, waits_since, contact) > (?, ?, ?) AND summary ->> '$.triage.simple'";
            let query = waiting(simple, MAX_LISTED);
            cases.extend(self.summaries(&query, turn(&mark))?);
        }
        Ok(cases)
    }

    /// How many wait for a human.
    pub fn count_waiting(&self) -> Result<u32> {
        let row = self.sql.first(
            "SELECT count(*) FROM cases WHERE waits_since IS NOT NULL",
            Vec::new(),
        )?;
        let count = row.map_or(Ok(0), |row| row.count(0))?;
        Ok(u32::try_from(count).unwrap_or(u32::MAX))
    }

    /// A page of a list, an agent's own cases left out: the first, or the one after a mark.
    pub fn page(&self, list: CaseList, after: Option<&CaseMark>, agent: &AgentId) -> Result<Page> {
        if list == CaseList::Queued {
            return self.waiting_after(after);
        }
        let query = format!(
            "SELECT summary FROM cases WHERE state = ? AND holder IS NOT ? {}
             ORDER BY updated_at DESC, contact DESC LIMIT {}",
            after.map_or("", |_| "AND (updated_at, contact) < (?, ?)"),
            longest(after) + 1,
        );
        let mut values = vec![list.name().into(), agent.as_str().into()];
        if let Some(mark) = after {
            values.extend([integer(mark.at), mark.contact.as_str().into()]);
        }
        self.cut(list, after, &query, values)
    }

    fn waiting_after(&self, after: Option<&CaseMark>) -> Result<Page> {
        let behind = after.map_or("", |_| "AND (-vip, waits_since, contact) > (?, ?, ?)");
        let query = waiting(behind, longest(after) + 1);
        self.cut(
            CaseList::Queued,
            after,
            &query,
            after.map_or_else(Vec::new, turn),
        )
    }

    /// What a query finds, which asks for one more than a page: whether there are more.
    fn cut(
        &self,
        list: CaseList,
        after: Option<&CaseMark>,
        query: &str,
        values: Vec<SqlStorageValue>,
    ) -> Result<Page> {
        let mut cases = self.summaries(query, values)?;
        let longest = longest(after) as usize;
        let is_cut = cases.len() > longest;
        cases.truncate(longest);
        let more = cases.last().filter(|_| is_cut).map(|case| mark(list, case));
        Ok(Page { cases, more })
    }
}

/// Asks for those who wait, in their turn, under a condition.
fn waiting(condition: &str, limit: u32) -> String {
    format!(
        "SELECT summary FROM cases WHERE waits_since IS NOT NULL {condition}
         ORDER BY vip DESC, waits_since, contact LIMIT {limit}"
    )
}

/// The place of a mark among those who wait.
fn turn(mark: &CaseMark) -> Vec<SqlStorageValue> {
    vec![
        SqlStorageValue::Integer(-i64::from(mark.vip)),
        integer(mark.at),
        mark.contact.as_str().into(),
    ]
}

/// How many cases a page has: what is told without having been asked for is short.
fn longest(after: Option<&CaseMark>) -> u32 {
    after.map_or(MAX_LISTED, |_| PAGE)
}

fn mark(list: CaseList, case: &CaseSummary) -> CaseMark {
    CaseMark {
        list,
        vip: !case.triage.vip.is_empty(),
        at: match case.state {
            ConversationState::Queued { since } => since,
            _ => case.updated_at,
        },
        contact: case.contact.clone(),
    }
}

/// A time of a client's, which may name any, as one that the database can compare.
fn integer(at: Timestamp) -> SqlStorageValue {
    const MAX_EXACT: i64 = (1 << 53) - 1;
    SqlStorageValue::Integer(at.0.clamp(-MAX_EXACT, MAX_EXACT))
}
