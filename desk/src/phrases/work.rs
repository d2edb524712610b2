//! The words of what agents do: being on duty, sorting, handing on, promising.

use shared::mood::MoodLevel;
use shared::protocol::promise::PromiseKind;
use shared::protocol::rating::Rating;
use shared::routing::{Level, Presence, Topic, VipReason};
use shared::sla::ClockKind;

use crate::later::Later;

/// Who is there, and who is given cases.
pub struct Duty {
    pub heading: &'static str,
    pub ready: &'static str,
    pub not_ready: &'static str,
    pub given_hint: fn(capacity: u8) -> String,
    pub by_hand_hint: &'static str,
    pub team: fn(present: usize, ready: usize) -> String,
    pub presence: fn(Presence) -> &'static str,
    pub level: fn(Level) -> Option<&'static str>,
    pub lead: &'static str,
    pub you: &'static str,
    pub holds: fn(open: u32, capacity: u8) -> String,
}

/// What a case is, as the queue sees it.
pub struct Sorting {
    pub topic: fn(Topic) -> &'static str,
    pub mood: fn(MoodLevel) -> &'static str,
    pub priority: &'static str,
    pub vip: fn(VipReason) -> &'static str,
    pub place: fn(u32) -> String,
    pub also_here: fn(names: &str) -> String,
}

/// A case in brief, and the times before it.
pub struct Brief {
    pub heading: &'static str,
    pub asked: fn(text: &str) -> String,
    pub since: fn(when: &str) -> String,
    pub told: fn(notice: &str, when: &str) -> String,
    pub before: fn(times: usize, last: &str) -> String,
    pub earlier: &'static str,
}

/// Until when shoppers are served.
pub struct Clocks {
    pub kind: fn(ClockKind) -> &'static str,
    pub runs: fn(kind: &str, until: &str) -> String,
    pub left: fn(&str) -> String,
    pub over: fn(kind: &str, until: &str, late: &str) -> String,
    pub late: fn(&str) -> String,
}

/// What else can be done with a case.
pub struct Actions {
    pub more: &'static str,
    pub set_aside: &'static str,
    pub later: fn(Later) -> &'static str,
    pub pick_up: &'static str,
    pub give: &'static str,
    pub release: &'static str,
}

/// What is promised.
pub struct Promises {
    pub button: &'static str,
    pub group: &'static str,
    pub what: &'static str,
    pub by: &'static str,
    pub remove: &'static str,
    pub past: &'static str,
    pub told: &'static str,
    pub kind: fn(PromiseKind) -> &'static str,
    pub until: fn(kind: &str, day: &str) -> String,
    pub made: fn(what: &str) -> String,
    pub kept: fn(what: &str) -> String,
    pub broken: fn(what: &str) -> String,
    pub heading: &'static str,
    pub none: &'static str,
    pub open: &'static str,
    pub kept_at: fn(when: &str) -> String,
    pub late_at: fn(when: &str) -> String,
    pub overdue: &'static str,
    pub by_whom: fn(&str) -> String,
    pub by_bot: &'static str,
    pub keep: &'static str,
    pub due_today: fn(kind: &str) -> String,
    pub still_promised: fn(what: &str) -> String,
    pub leave_open: &'static str,
    pub close_anyway: &'static str,
}

/// After a case was settled.
pub struct After {
    pub solved: fn(agreed: bool) -> &'static str,
    pub rated: fn(Rating) -> &'static str,
    pub scored: fn(score: u8) -> String,
}

/// News that is this agent's to see to.
pub struct NewsWords {
    pub given: fn(who: &str) -> String,
    pub given_vip: fn(who: &str) -> String,
    pub due: fn(kind: &str, who: &str) -> String,
    pub broken: fn(kind: &str, who: &str) -> String,
    pub late: fn(kind: &str, who: &str) -> String,
    pub mentioned: fn(who: &str) -> String,
    pub mention_tag: &'static str,
    pub mention_whom: &'static str,
    pub open: &'static str,
}
