//! News that is one agent's to see to.

use shared::ids::ContactId;
use shared::protocol::desk::CaseSummary;
use shared::protocol::promise::PromiseKind;
use shared::protocol::widget::ConversationState;
use shared::redress::Remedy;
use shared::sla::ClockKind;

use super::{DeskState, Effect, OpenCase};

/// Something that an agent has to see to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct News {
    /// Whose case.
    pub contact: ContactId,
    /// What.
    pub kind: NewsKind,
}

/// What there is to see to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NewsKind {
    /// A case was given to the agent.
    Given {
        /// Whether it is one of the VIP cell.
        vip: bool,
    },
    /// A promise is due before the day is over.
    PromiseDue(PromiseKind),
    /// A promise was broken.
    PromiseBroken(PromiseKind),
    /// An agent asks for what only a lead may decide.
    RedressAsked(Remedy),
    /// A lead has agreed,
    RedressApproved(Remedy),
    /// or has not.
    RedressDeclined(Remedy),
    /// A shopper was not served in time.
    ClockOver(ClockKind),
    /// A note names the agent.
    Mentioned,
}

impl DeskState {
    /// Whether a note of a case names the agent who is signed in, who has not read it yet.
    pub fn names_me(&self, case: &CaseSummary) -> bool {
        let me = self.me.as_ref();
        me.is_some_and(|me| case.mentioned.contains(&me.id))
    }

    /// What is new in a case since it was last heard of.
    pub(super) fn news_of(&self, known: Option<&CaseSummary>, case: &CaseSummary) -> Vec<Effect> {
        let waits = |case: &CaseSummary| matches!(case.state, ConversationState::Queued { .. });
        let contact = || case.contact.clone();
        let mut effects = Vec::new();
        if waits(case) && !known.is_some_and(waits) {
            effects.push(Effect::CaseWaits(contact()));
        }
        let is_open =
            self.watched && self.open.as_ref().map(OpenCase::contact) == Some(&case.contact);
        if self.names_me(case) && !is_open && !known.is_some_and(|known| self.names_me(known)) {
            effects.extend(news(contact(), NewsKind::Mentioned));
        }
        effects
    }
}

pub(super) fn news(contact: ContactId, kind: NewsKind) -> Vec<Effect> {
    vec![Effect::News(News { contact, kind })]
}
