//! The words of labels, and of several cases at once.

use shared::protocol::labels::LabelColor;

/// The labels that cases are sorted by.
pub struct LabelWords {
    pub heading: &'static str,
    pub intro: &'static str,
    pub filter: &'static str,
    pub all: &'static str,
    pub name: &'static str,
    pub new: &'static str,
    pub add: &'static str,
    pub remove: &'static str,
    pub remove_label: fn(name: &str) -> String,
    pub color_name: &'static str,
    pub color: fn(LabelColor) -> &'static str,
    pub undo: &'static str,
    pub failed: &'static str,
}

/// Several cases at once.
pub struct PickingWords {
    pub pick: &'static str,
    pub heading: &'static str,
    pub picked: fn(usize) -> String,
    pub what: &'static str,
    pub label: &'static str,
    pub end: &'static str,
    pub apply: &'static str,
    pub cancel: &'static str,
    pub done: fn(done: usize, left: usize) -> String,
}
