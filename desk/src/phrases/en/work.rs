//! What agents do, in English.

use shared::mood::MoodLevel;
use shared::protocol::promise::PromiseKind;
use shared::protocol::rating::Rating;
use shared::routing::{Level, Presence, Topic, VipReason};
use shared::sla::ClockKind;

use crate::later::Later;
use crate::phrases::work::{Actions, After, Brief, Clocks, Duty, NewsWords, Promises, Sorting};

pub const DUTY: Duty = Duty {
    heading: "Your availability and your team",
    ready: "Available",
    not_ready: "Not available",
    given_hint: |capacity| format!("You are given cases, {capacity} at a time at most."),
    by_hand_hint: "You take cases from the list yourself.",
    team: |present, ready| format!("Team: {present} here, {ready} available"),
    presence: |presence| match presence {
        Presence::Away => "away",
        Presence::ByHand => "here",
        Presence::Ready => "available",
    },
    level: |level| match level {
        Level::Newcomer => Some("New"),
        Level::Regular => None,
        Level::Expert => Some("Expert"),
    },
    lead: "Lead",
    you: "you",
    holds: |open, capacity| format!("{open} of {capacity}"),
};

pub const SORTING: Sorting = Sorting {
    topic: |topic| match topic {
        Topic::Delivery => "Delivery",
        Topic::Pickup => "Pickup point",
        Topic::Return => "Return",
        Topic::Refund => "Refund",
        Topic::Product => "Product",
        Topic::Other => "Other",
    },
    mood: |mood| match mood {
        MoodLevel::Calm => "Calm",
        MoodLevel::Worried => "Worried",
        MoodLevel::Angry => "Angry",
        MoodLevel::Desperate => "Distressed",
    },
    priority: "Priority",
    vip: |reason| match reason {
        VipReason::DeadlineAtRisk => "will not be there in time",
        VipReason::ThirdContact => "third contact for the same matter",
        VipReason::HighEmotion => "at the end of their patience",
        VipReason::PublicComplaint => "speaks of complaining in public",
        VipReason::PromiseBroken => "promise not kept",
    },
    place: |place| format!("no. {place} in the queue"),
    also_here: |names| format!("Also looking at this case: {names}"),
};

pub const BRIEF: Brief = Brief {
    heading: "In brief",
    asked: |text| format!("“{text}”"),
    since: |when| format!("since {when}"),
    told: |notice, when| format!("Last told: {notice}, {when}"),
    before: |times, last| match times {
        1 => format!("Came once before: {last}"),
        _ => format!("Came {times} times before, last: {last}"),
    },
    earlier: "Earlier contacts",
};

pub const CLOCKS: Clocks = Clocks {
    kind: |kind| match kind {
        ClockKind::FirstAnswer => "First answer",
        ClockKind::NextAnswer => "Answer",
        ClockKind::Solution => "Solution",
    },
    runs: |kind, until| format!("{kind} by {until}"),
    left: |left| format!("{left} left"),
    over: |kind, until, late| format!("{kind} was due by {until}, {late} late"),
    late: |late| format!("{late} late"),
};

pub const ACTIONS: Actions = Actions {
    more: "More",
    set_aside: "Set aside until",
    later: |later| match later {
        Later::InAnHour => "In an hour",
        Later::InThreeHours => "In three hours",
        Later::Tomorrow => "Tomorrow morning",
        Later::NextMonday => "Monday morning",
    },
    pick_up: "Pick up now",
    give: "Give to",
    release: "Back to the queue",
};

pub const PROMISES: Promises = Promises {
    button: "Promise",
    group: "Promise made with this message",
    what: "What you promise",
    by: "By",
    remove: "Promise nothing",
    past: "That day has passed: choose another one.",
    told: "The shopper sees the promise below your message.",
    kind,
    until: |kind, day| format!("{kind}, by {day}"),
    made: |what| format!("Promised: {what}"),
    kept: |what| format!("Promise kept: {what}"),
    broken: |what| format!("Promise not kept: {what}"),
    heading: "Promises",
    none: "Nothing was promised.",
    open: "to be kept",
    kept_at: |when| format!("kept on {when}"),
    late_at: |when| format!("kept too late, on {when}"),
    overdue: "overdue",
    by_whom: |name| format!("by {name}"),
    by_bot: "by the assistant, for everyone",
    keep: "Done",
    due_today: |kind| format!("{kind} promised for today"),
    still_promised: |what| format!("Closing does not undo the promise: {what}"),
    leave_open: "Leave open",
    close_anyway: "Resolve anyway",
};

fn kind(kind: PromiseKind) -> &'static str {
    match kind {
        PromiseKind::Callback => "Call back",
        PromiseKind::Answer => "News",
        PromiseKind::Refund => "Refund",
        PromiseKind::Replacement => "Replacement",
    }
}

pub const AFTER: After = After {
    solved: |agreed| {
        if agreed {
            "Solved, says the shopper"
        } else {
            "Solved: three days without a word of the shopper’s"
        }
    },
    rated: |rating| match rating {
        Rating::Good => "Shopper’s rating: very well",
        Rating::Fair => "Shopper’s rating: so-so",
        Rating::Bad => "Shopper’s rating: badly",
    },
    scored: |score| format!("Would the shopper recommend the shop? {score} of 10"),
};

pub const NEWS: NewsWords = NewsWords {
    given: |who| format!("You were given a case: {who}"),
    given_vip: |who| format!("You were given a priority case: {who}"),
    due: |kind, who| format!("To be kept today: {kind}, {who}"),
    broken: |kind, who| format!("Promise not kept: {kind}, {who}"),
    late: |kind, who| format!("{kind} is late: {who}"),
    mentioned: |who| format!("A note names you: {who}"),
    mention_tag: "A note names you",
    mention_whom: "Tell (Tab for the first)",
    open: "Open",
};
