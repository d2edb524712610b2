//! News that is one agent's to see to.

use shared::ids::ContactId;
use shared::protocol::promise::PromiseKind;
use shared::redress::Remedy;
use shared::sla::ClockKind;

use super::Effect;

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
}

pub(super) fn news(contact: ContactId, kind: NewsKind) -> Vec<Effect> {
    vec![Effect::News(News { contact, kind })]
}
