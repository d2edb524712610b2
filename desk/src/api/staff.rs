//! Who works at the desk, and how somebody joins it.

use shared::ids::AgentId;
use shared::protocol::staff::{
    Invitation, Invited, Joining, Member, MemberChange, NewInvitation, Role,
};
use shared::protocol::widget::AgentName;
use shared::record;
use shared::routing::Profile;

use super::{Problem, done, read, send};

const AGENTS: &str = "/desk/api/agents";
const INVITATIONS: &str = "/desk/api/invitations";
const PROFILES: &str = "/desk/api/profiles";
const JOIN: &str = "/desk/api/join";

/// What an agent can do, as leads see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProfileLine {
    /// Who.
    pub agent: AgentName,
    /// What they may do.
    pub role: Role,
    /// What they can do.
    pub profile: Profile,
}

record!(ProfileLine {
    agent,
    role,
    profile
});

/// What the agents of the site can do. For leads.
pub async fn profiles() -> Result<Vec<ProfileLine>, Problem> {
    read(send("GET", PROFILES, None).await?).await
}

/// Sets what an agent can do.
pub async fn set_profile(agent: &AgentId, profile: &Profile) -> Result<(), Problem> {
    let body = serde_json::to_string(profile).map_err(|_| Problem::Malformed)?;
    done(&send("PUT", &format!("{PROFILES}/{agent}"), Some(&body)).await?)
}

/// Who works here. For owners.
pub async fn members() -> Result<Vec<Member>, Problem> {
    read(send("GET", AGENTS, None).await?).await
}

/// Changes an agent's name or role.
pub async fn change(agent: &AgentId, change: &MemberChange) -> Result<(), Problem> {
    let body = serde_json::to_string(change).map_err(|_| Problem::Malformed)?;
    done(&send("PUT", &format!("{AGENTS}/{agent}"), Some(&body)).await?)
}

/// Takes an agent out of the desk.
pub async fn remove(agent: &AgentId) -> Result<(), Problem> {
    done(&send("DELETE", &format!("{AGENTS}/{agent}"), None).await?)
}

/// The invitations that nobody has taken yet.
pub async fn invitations() -> Result<Vec<Invitation>, Problem> {
    read(send("GET", INVITATIONS, None).await?).await
}

/// Invites somebody. The link is told this once.
pub async fn invite(invitation: &NewInvitation) -> Result<Invited, Problem> {
    let body = serde_json::to_string(invitation).map_err(|_| Problem::Malformed)?;
    read(send("POST", INVITATIONS, Some(&body)).await?).await
}

/// Takes an invitation back.
pub async fn withdraw(id: &str) -> Result<(), Problem> {
    done(&send("DELETE", &format!("{INVITATIONS}/{id}"), None).await?)
}

/// Takes an invitation.
pub async fn join(joining: &Joining) -> Result<(), Problem> {
    let body = serde_json::to_string(joining).map_err(|_| Problem::Malformed)?;
    done(&send("POST", JOIN, Some(&body)).await?)
}
