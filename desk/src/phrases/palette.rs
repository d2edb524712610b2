//! The words of the palette.

use shared::search::Kind;

/// What is searched, and what can be done from anywhere. What an act is called, the page of keys
/// says.
pub struct PaletteWords {
    pub button: &'static str,
    pub heading: &'static str,
    pub search: &'static str,
    pub none: &'static str,
    pub searching: &'static str,
    pub failed: &'static str,
    pub hint: &'static str,
    pub act: &'static str,
    pub case: &'static str,
    pub kind: fn(Kind) -> &'static str,
    pub next: &'static str,
    pub list: fn(tab: &str) -> String,
    pub no_case: &'static str,
    pub found: fn(usize) -> String,
}
