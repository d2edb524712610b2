//! What an agent can do, and whether the agent is there to do it.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::Topic;
use crate::language::Language;
use crate::protocol::widget::AgentName;

/// The most cases that an agent may be given at once.
pub const MAX_CAPACITY: u8 = 12;

/// How many cases an agent holds at once unless a lead says otherwise.
const USUAL_CAPACITY: u8 = 4;

/// How far an agent has come: a lead raises it.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// New: given only the simple cases, which come in volume.
    Newcomer,
    /// Given any case, but those of the VIP cell only when nobody of the cell was free for a minute.
    #[default]
    Regular,
    /// Of the VIP cell, with authority to send again or refund at once.
    Expert,
}

impl Level {
    /// All of them, the newest agents first.
    pub const ALL: [Self; 3] = [Self::Newcomer, Self::Regular, Self::Expert];

    /// Its name, as in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Newcomer => "newcomer",
            Self::Regular => "regular",
            Self::Expert => "expert",
        }
    }

    /// The level of a name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|level| level.name() == name)
    }
}

/// Where an agent works but for the season.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    /// In the chat.
    #[default]
    Chat,
    /// In the mail; given chats in the season only.
    Mail,
}

/// What an agent can do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Profile {
    /// How far the agent has come.
    pub level: Level,
    /// The topics that the agent knows.
    pub skills: BTreeSet<Topic>,
    /// The languages that the agent speaks.
    pub languages: Vec<Language>,
    /// How many cases the agent holds at once, from 1 to [`MAX_CAPACITY`].
    pub capacity: u8,
    /// Where the agent works but for the season.
    pub channel: Channel,
}

/// Whether an agent is at the desk.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Presence {
    /// Not there.
    #[default]
    Away,
    /// There, and takes cases by hand.
    ByHand,
    /// There, and is given cases.
    Ready,
}

/// An agent as the team sees one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Teammate {
    /// Who.
    pub agent: AgentName,
    /// Whether the agent leads.
    pub lead: bool,
    /// What the agent can do.
    pub profile: Profile,
    /// Whether the agent is there.
    pub presence: Presence,
    /// How many cases the agent holds, set-aside ones left out.
    pub open: u32,
}

impl Default for Profile {
    fn default() -> Self {
        Self {
            level: Level::default(),
            skills: Topic::ALL.into(),
            languages: vec![Language::French, Language::English],
            capacity: USUAL_CAPACITY,
            channel: Channel::default(),
        }
    }
}

impl Profile {
    /// What is wrong with it, if anything is.
    pub fn problem(&self) -> Option<&'static str> {
        if !(1..=MAX_CAPACITY).contains(&self.capacity) {
            return Some("capacity is from 1 to 12");
        }
        if self.languages.is_empty() {
            return Some("languages names one at least");
        }
        if self.skills.is_empty() {
            return Some("skills names one topic at least");
        }
        None
    }
}
