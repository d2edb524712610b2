//! How a shopper found what was done.

use serde::{Deserialize, Serialize};

use super::widget::ChoiceId;

/// How it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rating {
    /// Well done.
    Good,
    /// So-so.
    Fair,
    /// Badly done.
    Bad,
}

impl Rating {
    /// The rating that a choice stands for.
    pub fn of(choice: ChoiceId) -> Option<Self> {
        match choice {
            ChoiceId::RateGood => Some(Self::Good),
            ChoiceId::RateFair => Some(Self::Fair),
            ChoiceId::RateBad => Some(Self::Bad),
            _ => None,
        }
    }
}
