//! The words of who works at the desk, and of joining it.

use shared::protocol::staff::Role;
use shared::routing::Level;

/// Who works at the desk, and how somebody joins it.
pub struct Staff {
    pub heading: &'static str,
    pub intro: &'static str,
    pub parts: &'static str,
    pub role: fn(Role) -> &'static str,
    pub role_name: &'static str,
    pub role_hint: &'static str,
    pub level: fn(Level) -> &'static str,
    pub level_name: &'static str,
    pub capacity: &'static str,
    pub skills: &'static str,
    pub languages: &'static str,
    pub remove: &'static str,
    pub remove_surely: &'static str,
    pub last_owner: &'static str,
    pub malformed: &'static str,
    pub failed: &'static str,
    pub invitations: &'static str,
    pub invite: &'static str,
    pub link: &'static str,
    pub link_of: fn(email: &str) -> String,
    pub good_until: fn(when: &str) -> String,
    pub withdraw: &'static str,
    pub join_title: &'static str,
    pub join_intro: &'static str,
    pub join_name: &'static str,
    pub join_password: &'static str,
    pub join: &'static str,
    pub join_over: &'static str,
    pub join_malformed: &'static str,
}
