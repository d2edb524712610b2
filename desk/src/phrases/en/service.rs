//! How shoppers are served, in English.

use crate::phrases::service::ServiceWords;

/// The words.
pub const SERVICE: ServiceWords = ServiceWords {
    heading: "Hours and times",
    intro: |zone| {
        format!(
            "When the team answers ({zone} time), and how soon. A change holds at once, for open cases as well."
        )
    },
    hours: "Hours",
    hours_hint: "Such as 9:00-12:30, 14:00-18:00. A day left empty is closed.",
    weekdays: [
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
    ],
    closed: "closed",
    not_hours: "Write hours in order, such as 9:00-12:30, 14:00-18:00.",
    never_open: "The team answers on one day of the week at least.",
    holidays: |country| format!("Closed on public holidays ({country})"),
    always: "The team answers day and night, every day.",
    set_hours: "Set hours",
    set_always: "Answer day and night",
    written: "Hours as written",
    written_hint: "These hours say more than a week does. Change them here in OpenStreetMap's format.",
    days_off: "Days off",
    first_day: "First day",
    last_day: "Last day",
    from_to: |first, last| format!("{first} to {last}"),
    remove_day: |days| format!("Remove {days}"),
    targets: "Times, in minutes of opening",
    first_answer: "First answer",
    next_answer: "Next answers",
    solution: "Case settled",
    queue: "Waiting for somebody",
    queue_hint: "After this long in the queue, closed hours included, the assistant offers once to come back later.",
    call_back: "Minutes of waiting",
    not_minutes: "Write a number of minutes, 1 at least.",
    season: "Help in the season",
    season_hint: "Between these days, e-mail agents are given chats as well.",
    saved: "Saved.",
    conflict: "Somebody else has just changed these settings. Here they are: make your change again if it is missing.",
    unfit: "This change was not saved: the hours can't be read or are too long, or the last day comes before the first.",
};
