//! Cases that look different, or are gone.

use shared::ids::ContactId;
use shared::protocol::desk::CaseSummary;

use super::{DeskState, Effect};

impl DeskState {
    pub(super) fn case_changed(&mut self, case: CaseSummary) -> Vec<Effect> {
        let known = self.cases.get(&case.contact);
        if known.is_some_and(|known| known.head > case.head) {
            return Vec::new();
        }
        let mut effects = self.news_of(known, &case);
        if let Some(open) = self.content_mut(&case.contact) {
            open.summarized(&case);
        }
        self.cases.insert(case.contact.clone(), case);
        effects.extend(self.ask_for_live_cases());
        effects
    }

    /// Whoever looks at a case that goes on as another looks at that one.
    pub(super) fn case_gone(
        &mut self,
        contact: &ContactId,
        goes_on_as: Option<ContactId>,
    ) -> Vec<Effect> {
        self.cases.remove(contact);
        self.clocks.remove(contact);
        let left = self.open.take_if(|open| open.contact() == contact);
        match left.and(goes_on_as) {
            Some(other) => self.open_case(other),
            None => Vec::new(),
        }
    }
}
