//! What may be done with several cases at once. The edge decides again.

use shared::ids::ContactId;
use shared::protocol::desk::CaseSummary;
use shared::protocol::widget::ConversationState;

use super::{Act, DeskState};

impl DeskState {
    /// To which of some cases an act may be done.
    pub fn within_reach(&self, act: &Act, contacts: &[ContactId]) -> Vec<ContactId> {
        let fits = |contact: &&ContactId| {
            let case = self.cases.get(contact);
            case.is_some_and(|case| self.may_be_done(act, case))
        };
        contacts.iter().filter(fits).cloned().collect()
    }

    fn may_be_done(&self, act: &Act, case: &CaseSummary) -> bool {
        let holder = case.state.holder();
        let is_mine = holder.is_some_and(|holder| self.is_me(holder));
        let is_settled = case.state == ConversationState::Resolved;
        match act {
            Act::Label { .. } => true,
            // A case with a promise is closed by itself, where the promise is named.
            Act::Resolve => {
                !is_settled && (is_mine || holder.is_none()) && case.promises.is_empty()
            }
            Act::Give { to } => {
                let is_theirs = holder.is_some_and(|holder| holder.id == *to);
                let may_take = is_mine || holder.is_none() || self.i_lead();
                !is_settled && !is_theirs && may_take
            }
            Act::SetAside { .. } => is_mine && matches!(case.state, ConversationState::Open { .. }),
            Act::Take
            | Act::Release
            | Act::Keep { .. }
            | Act::Redress { .. }
            | Act::AnswerRedress { .. } => false,
        }
    }
}
