//! The palette in English.

use shared::search::Kind;

use crate::phrases::palette::PaletteWords;

/// The words.
pub const PALETTE: PaletteWords = PaletteWords {
    button: "Search",
    heading: "Search and act",
    search: "A word of a message, an order, a shopper, an action",
    none: "Nothing fits.",
    searching: "Searching…",
    failed: "The search failed. Try again.",
    hint: "↑ ↓ to choose, Enter to go there, Esc to close.",
    act: "Action",
    case: "Case",
    kind: |kind| match kind {
        Kind::Order => "Order",
        Kind::Shopper => "Shopper",
        Kind::Message => "Message",
        Kind::Note => "Note",
    },
    next: "Open the next waiting case",
    list: |tab| format!("Go to the list “{tab}”"),
    no_case: "No conversation yet",
    found: |count| match count {
        1 => "1 result".to_owned(),
        _ => format!("{count} results"),
    },
};
