//! The lead's view, in English.

use crate::overview::Measure;
use crate::phrases::overview::OverviewWords;

/// The words.
pub const OVERVIEW: OverviewWords = OverviewWords {
    heading: "Overview",
    wall: "Right now",
    waiting: "Waiting",
    of_them_vip: |count| match count {
        0 => String::new(),
        _ => format!("{count} with priority"),
    },
    longest: "Longest wait",
    nobody: "Nobody",
    overdue: "Past their time",
    promised: "Promises to keep",
    of_them_broken: |count| match count {
        0 => "today".to_owned(),
        _ => format!("{count} broken"),
    },
    at_risk: "Parcels at risk",
    here: "Agents here",
    load: |ready, held, capacity| format!("{ready} available, load: {held} of {capacity}"),
    report: "Report",
    spans: "Days",
    last_days: |days| format!("{days} days"),
    from: "From",
    to: "to",
    as_of: |hour| format!("Figures as of {hour}, read anew every five minutes."),
    sheet: "Download (CSV)",
    loading: "Reading the report…",
    empty: "No case and no notice on these days.",
    failed: "The report could not be read. Choose the days again.",
    malformed: "Choose 92 days at most, from the first to the last.",
    measures: "Touch a figure to compare it in the charts.",
    measure: |measure| match measure {
        Measure::Contacts => "Cases",
        Measure::ByBot => "Settled by the assistant",
        Measure::FirstContact => "Resolved at first contact",
        Measure::Satisfied => "Rated “very well”",
        Measure::NetPromoters => "Recommendation (NPS)",
        Measure::Kept => "Promises kept",
        Measure::AnswerMedian => "First answer, median",
        Measure::AnswerP90 => "First answer, 9 in 10",
        Measure::Quiet => "Questions prevented",
    },
    percent: |value| format!("{value}%"),
    basis: |part, whole| match whole {
        0 => String::new(),
        _ => format!("{part} of {whole}"),
    },
    by_day: "By day",
    by_topic: "By topic",
    by_carrier: "By carrier",
    by_level: "By the agent’s level",
    reasons: "Why an agent",
    notices: "What the notices prevented",
    notices_hint: "Notices followed by three days without a question of the shopper’s about the order.",
    table: "All figures",
    none: "Nothing on these days.",
    of_told: |quiet, told| format!("{quiet} of {told}"),
};
