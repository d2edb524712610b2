//! The payloads that could not be understood, in English.

use shared::source::Malformed;

use crate::phrases::Quarantine;

/// The words.
pub const QUARANTINE: Quarantine = Quarantine {
    heading: "Payloads not understood",
    button: |count| format!("Not understood: {count}"),
    intro: "These payloads were signed rightly, but their content could not be read. Nothing was guessed. Read them again after an update, or discard those that are of no use.",
    empty: "Everything that arrived was understood.",
    show: "Show content",
    hide: "Hide content",
    loading: "Reading the content…",
    again: "Read again",
    discard: "Discard",
    asking: "One moment…",
    unanswered: "No answer. Try again.",
    replayed: "Understood this time, and taken in.",
    discarded: "Discarded. Its content is forgotten.",
    tried: |when| format!("Read again {when}: still not understood"),
    size: |bytes| match bytes {
        0..1_024 => format!("{bytes}\u{a0}bytes"),
        _ => format!("{}\u{a0}KB", bytes.div_ceil(1_024)),
    },
    problem: Malformed::text,
    back: "Back to the cases",
};
