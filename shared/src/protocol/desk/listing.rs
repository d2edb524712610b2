//! Lists of cases, which are told page by page.

use serde::{Deserialize, Serialize};

use crate::ids::ContactId;
use crate::protocol::widget::ConversationState;
use crate::time::Timestamp;

/// A list of cases: those of one state. Each is told by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CaseList {
    /// Those that wait for a human, whose turn is next first.
    Queued,
    /// Those that other agents hold, the latest change first,
    Open,
    /// and those of them that are set aside.
    Snoozed,
    /// Those that the bot has.
    Pending,
    /// Those that are settled.
    Resolved,
}

impl CaseList {
    /// All of them.
    pub const ALL: [Self; 5] = [
        Self::Queued,
        Self::Open,
        Self::Snoozed,
        Self::Pending,
        Self::Resolved,
    ];

    /// The list in which a case of a state stands.
    pub fn of(state: &ConversationState) -> Self {
        match state {
            ConversationState::Queued { .. } => Self::Queued,
            ConversationState::Open { .. } => Self::Open,
            ConversationState::Snoozed { .. } => Self::Snoozed,
            ConversationState::Pending => Self::Pending,
            ConversationState::Resolved => Self::Resolved,
        }
    }

    /// Its name, as in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Queued => "queued",
            Self::Open => "open",
            Self::Snoozed => "snoozed",
            Self::Pending => "pending",
            Self::Resolved => "resolved",
        }
    }
}

/// Where a list goes on: the last case that was told of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseMark {
    /// Which list.
    pub list: CaseList,
    /// Whether that case is one of the VIP cell.
    pub vip: bool,
    /// Since when it waits; in any other list, when it changed last.
    pub at: Timestamp,
    /// Whose it is.
    pub contact: ContactId,
}
