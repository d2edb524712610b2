//! Lists that are longer than what was told of them.

use shared::protocol::desk::{AgentCommand, CaseClock, CaseList, CaseMark, CaseSummary};

use super::{DeskState, Effect, Tab};

/// How many cases of a list are asked for without anybody's asking.
const ASKED_FOR: usize = 1_000;

/// The lists of what somebody has to do something about.
const LIVE: [CaseList; 3] = [CaseList::Queued, CaseList::Open, CaseList::Snoozed];

/// What of a list was not told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Rest {
    mark: CaseMark,
    /// Whether it is asked for.
    asked: bool,
}

impl Rest {
    /// What comes after a mark, by its list.
    pub(super) fn after(mark: CaseMark) -> (CaseList, Self) {
        (mark.list, Self { mark, asked: false })
    }
}

impl Tab {
    /// The lists that it shows.
    fn lists(self) -> &'static [CaseList] {
        match self {
            Self::Waiting => &[CaseList::Queued],
            Self::Team => &[CaseList::Open, CaseList::Snoozed],
            Self::Bot => &[CaseList::Pending],
            Self::Closed => &[CaseList::Resolved],
            Self::Mine | Self::Promised => &[],
        }
    }
}

impl DeskState {
    /// Whether a tab has more cases than are known.
    pub fn has_more(&self, tab: Tab) -> bool {
        tab.lists().iter().any(|list| self.more.contains_key(list))
    }

    /// Asks for more cases of a tab.
    pub fn fetch_more(&mut self, tab: Tab) -> Vec<Effect> {
        let lists = tab.lists().iter();
        lists.filter_map(|list| self.ask_for(*list)).collect()
    }

    pub(super) fn cases_listed(
        &mut self,
        list: CaseList,
        cases: Vec<CaseSummary>,
        clocks: Vec<CaseClock>,
        more: Option<CaseMark>,
    ) -> Vec<Effect> {
        // A change that was told meanwhile is newer.
        let is_new = |case: &CaseSummary| {
            let known = self.cases.get(&case.contact);
            known.is_none_or(|known| known.head < case.head)
        };
        let (new, clocks) = {
            let new: Vec<CaseSummary> = cases.into_iter().filter(is_new).collect();
            let of_new = |clock: &CaseClock| new.iter().any(|case| case.contact == clock.contact);
            let clocks: Vec<CaseClock> = clocks.into_iter().filter(of_new).collect();
            (new, clocks)
        };
        self.take_clocks(clocks);
        self.cases
            .extend(new.into_iter().map(|case| (case.contact.clone(), case)));
        self.more.remove(&list);
        self.more.extend(more.map(Rest::after));
        self.ask_for_live_cases()
    }

    /// Asks for what somebody has to do something about, so that it is counted and its turn comes
    /// when those before it are gone.
    pub fn ask_for_live_cases(&mut self) -> Vec<Effect> {
        let mut effects = Vec::new();
        for list in LIVE {
            if self.more.contains_key(&list) && self.known(list) < ASKED_FOR {
                effects.extend(self.ask_for(list));
            }
        }
        effects
    }

    pub(super) fn is_asking_for_cases(&self) -> bool {
        self.more.values().any(|rest| rest.asked)
    }

    /// What was asked for was refused: it can be asked for again.
    pub(super) fn ask_later(&mut self, retry_after: Option<u32>) -> Vec<Effect> {
        for rest in self.more.values_mut() {
            rest.asked = false;
        }
        vec![Effect::ListIn(retry_after.unwrap_or(1))]
    }

    fn ask_for(&mut self, list: CaseList) -> Option<Effect> {
        let rest = self.more.get_mut(&list).filter(|rest| !rest.asked)?;
        rest.asked = true;
        let mark = rest.mark.clone();
        Some(Effect::Send(AgentCommand::ListCases { mark }))
    }

    fn known(&self, list: CaseList) -> usize {
        let cases = self.cases.values();
        cases
            .filter(|case| CaseList::of(&case.state) == list)
            .count()
    }
}
