//! The words of where leads write templates.

/// The list of templates, and the form of one.
pub struct EditorWords {
    pub heading: &'static str,
    pub intro: &'static str,
    pub new: &'static str,
    pub change: &'static str,
    pub change_one: fn(title: &str) -> String,
    pub title: &'static str,
    pub subject: &'static str,
    pub body: &'static str,
    pub fields: &'static str,
    pub keep: &'static str,
    pub cancel: &'static str,
    pub as_begun: &'static str,
    pub remove: &'static str,
    pub failed: &'static str,
    pub untitled: &'static str,
    pub too_long: &'static str,
    pub braces: &'static str,
    pub unknown_field: fn(name: &str) -> String,
    pub empty: &'static str,
}
