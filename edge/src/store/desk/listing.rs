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
        let query = format!(
            "SELECT summary FROM cases WHERE waits_since IS NOT NULL {}
             ORDER BY vip DESC, waits_since, contact LIMIT {}",
            after.map_or("", |_| "AND (-vip, waits_since, contact) > (?, ?, ?)"),
            longest(after) + 1,
        );
        let values = after.map_or_else(Vec::new, |mark| {
            vec![
                SqlStorageValue::Integer(-i64::from(mark.vip)),
                integer(mark.at),
                mark.contact.as_str().into(),
            ]
        });
        self.cut(CaseList::Queued, after, &query, values)
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
