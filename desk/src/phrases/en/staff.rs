//! Who works at the desk, in English.

use shared::protocol::staff::Role;
use shared::routing::Level;

use crate::phrases::staff::Staff;

pub const STAFF: Staff = Staff {
    heading: "Team",
    intro: "What each can do decides what they are given. A change holds at once.",
    parts: "Settings of the team",
    role: |role| match role {
        Role::Agent => "Agent",
        Role::Lead => "Lead",
        Role::Owner => "Owner",
    },
    role_name: "Role",
    role_hint: "Another role ends the sessions that the person has open.",
    level: |level| match level {
        Level::Newcomer => "New: simple cases",
        Level::Regular => "Regular",
        Level::Expert => "Expert: priority cases",
    },
    level_name: "Level",
    capacity: "Cases at a time",
    skills: "Topics",
    languages: "Languages",
    remove: "Take out of the team",
    remove_surely: "Confirm",
    last_owner: "The shop keeps one owner at least. Make another one first.",
    malformed: "Something is missing: one topic and one language at least, a whole e-mail address.",
    failed: "That didn’t work. Try again in a moment.",
    invitations: "Invitations",
    invite: "Invite",
    link: "The invitation’s link",
    link_of: |email| format!("Copy this link for {email}. It is shown once and good once."),
    good_until: |when| format!("good until {when}"),
    withdraw: "Take back",
    join_title: "Join the desk",
    join_intro: "Choose your name and your password; you will sign in after that.",
    join_name: "Your name, as shoppers will see it",
    join_password: "Password, twelve characters at least",
    join: "Join",
    join_over: "This invitation is over. Ask for another one.",
    join_malformed: "The name or the password won’t do: twelve characters at least for the password.",
};
