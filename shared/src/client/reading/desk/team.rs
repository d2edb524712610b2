//! Who works at the desk, and what they can do.

use crate::audit::Action;
use crate::client::reading::{Named, Node, Read, named};
use crate::protocol::privacy::Erasure;
use crate::protocol::staff::{Invitation, Invited, Member, OwnSession, Role};
use crate::record;
use crate::routing::{Channel, Level, Presence, Profile, Teammate};

record!(Teammate {
    agent,
    lead,
    profile,
    presence,
    open
});

record!(Profile {
    level,
    skills,
    languages,
    capacity,
    channel
});

record!(Member {
    id,
    name,
    email,
    role,
    sessions
});

record!(Invitation {
    id,
    email,
    role,
    expires_at
});

record!(Invited { invitation, link });

record!(OwnSession {
    id,
    since,
    expires_at,
    device,
    current
});

record!(Erasure {
    receipt,
    contact,
    asked_at,
    done_at
});

named!(Action {
    "site_saved" => SiteSaved,
    "agent_saved" => AgentSaved,
    "agent_removed" => AgentRemoved,
    "invited" => Invited,
    "invitation_withdrawn" => InvitationWithdrawn,
    "joined" => Joined,
    "profile_saved" => ProfileSaved,
    "template_saved" => TemplateSaved,
    "service_saved" => ServiceSaved,
    "labels_saved" => LabelsSaved,
    "contact_exported" => ContactExported,
    "contact_erased" => ContactErased,
    "directory_rebuilt" => DirectoryRebuilt,
});

named!(Level {
    "newcomer" => Newcomer,
    "regular" => Regular,
    "expert" => Expert,
});

named!(Channel {
    "chat" => Chat,
    "mail" => Mail,
});

named!(Presence {
    "away" => Away,
    "by_hand" => ByHand,
    "ready" => Ready,
});

named!(Role {
    "agent" => Agent,
    "lead" => Lead,
    "owner" => Owner,
});
