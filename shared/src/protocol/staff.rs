//! Those who answer shoppers: what they may do, where they are signed in, how they join.

use serde::{Deserialize, Serialize};

use crate::ids::AgentId;
use crate::time::Timestamp;

/// What an agent may do. A higher role may do whatever a lower one may.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Answers shoppers.
    Agent,
    /// Takes cases over from others as well.
    Lead,
    /// Says who works here as well.
    Owner,
}

impl Role {
    /// Every one, the lowest first.
    pub const ALL: [Self; 3] = [Self::Agent, Self::Lead, Self::Owner];

    /// The name under which it is kept and told.
    pub fn name(self) -> &'static str {
        match self {
            Self::Agent => "agent",
            Self::Lead => "lead",
            Self::Owner => "owner",
        }
    }

    /// The role of a name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.name() == name)
    }
}

/// Somebody who answers shoppers, as owners see them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Member {
    /// Which agent.
    pub id: AgentId,
    /// The name that shoppers see.
    pub name: String,
    /// Signs in with this.
    pub email: String,
    /// What they may do.
    pub role: Role,
    /// How many sessions they have now.
    pub sessions: u32,
}

/// `PUT /desk/api/agents/{agent}`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MemberChange {
    /// The name that shoppers see from now on.
    pub name: String,
    /// What they may do from now on.
    pub role: Role,
}

/// A session of the agent who asks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnSession {
    /// Names it, and opens nothing.
    pub id: String,
    /// When the agent signed in.
    pub since: Timestamp,
    /// When it ends by itself.
    pub expires_at: Timestamp,
    /// What the browser said that it is. Foreign text.
    pub device: String,
    /// Whether it is the one that asks.
    pub current: bool,
}

/// `POST /desk/api/invitations`: who is to join.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewInvitation {
    /// Who.
    pub email: String,
    /// What they may do.
    pub role: Role,
}

/// Its answer, 201. The link is told this once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Invited {
    /// The invitation.
    pub invitation: Invitation,
    /// What the invitee opens: good once, until the invitation ends.
    pub link: String,
}

/// An invitation that nobody has taken yet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Invitation {
    /// Names it, and opens nothing.
    pub id: String,
    /// Who was invited.
    pub email: String,
    /// What they will be allowed.
    pub role: Role,
    /// When it ends.
    pub expires_at: Timestamp,
}

/// `POST /desk/api/join`: takes an invitation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Joining {
    /// What the link holds behind [`JOIN_MARK`].
    pub token: String,
    /// The name that shoppers will see.
    pub name: String,
    /// The invitee's own password.
    pub password: String,
}

/// What stands before the token in an invitation's link, behind the desk's address. A browser
/// sends nothing of it to anybody.
pub const JOIN_MARK: &str = "#join=";
