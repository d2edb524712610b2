//! Who works at the desk, and what they can do.

use crate::client::reading::{Named, Node, Read, named};
use crate::protocol::staff::{Invitation, Invited, Member, Role};
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
