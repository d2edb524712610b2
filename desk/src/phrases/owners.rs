//! The words of one's own sessions, of the audit trail, and of what is kept of a shopper.

use shared::audit::Action;

/// Where the agent is signed in.
pub struct AccountWords {
    pub heading: &'static str,
    pub intro: &'static str,
    pub times: fn(since: &str, until: &str) -> String,
    pub here: &'static str,
    pub unknown: &'static str,
    pub end: &'static str,
    pub end_one: fn(times: &str) -> String,
    pub end_others: &'static str,
}

/// Who did what.
pub struct AuditWords {
    pub heading: &'static str,
    pub intro: &'static str,
    pub whole: fn(usize) -> String,
    pub broken: fn(u64) -> String,
    pub only: &'static str,
    pub all: &'static str,
    pub none: &'static str,
    pub more: &'static str,
    pub operator: &'static str,
    pub retention: &'static str,
    pub action: fn(Action) -> &'static str,
}

/// What is kept of a shopper.
pub struct PrivacyWords {
    pub heading: &'static str,
    pub export: &'static str,
    pub erase: &'static str,
    pub title: &'static str,
    pub intro: &'static str,
    pub confirm: &'static str,
    pub word: &'static str,
    pub erase_surely: &'static str,
    pub done: fn(&str) -> String,
    pub under_way: &'static str,
    pub receipt: &'static str,
    pub receipt_hint: &'static str,
}
