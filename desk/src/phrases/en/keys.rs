//! The page of keys, in English.

use crate::phrases::Keys;

pub const KEYS: Keys = Keys {
    heading: "Keyboard shortcuts",
    palette: "Search, or act from anywhere",
    cases: "Go to the cases",
    parcels: "Go to the parcels at risk",
    staff: "Go to the team (leads)",
    overview: "Go to the overview (leads)",
    next: "Next case",
    previous: "Previous case",
    open: "Open the case",
    reply: "Reply",
    note: "Write an internal note",
    take: "Take the case",
    resolve: "Resolve the case",
    more: "Set aside, give, put back into the queue",
    promise: "Promise something with the answer",
    ready: "Be available or not",
    templates: "Choose a template (empty field)",
    send: "Send the message",
    leave_field: "Leave the field or the file",
    help: "Show this help",
    letters: "Turn single-key shortcuts on",
};
