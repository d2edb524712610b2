//! Where leads write templates, in English.

use crate::phrases::editor::EditorWords;

/// The words.
pub const EDITOR: EditorWords = EditorWords {
    heading: "Answer templates",
    intro: "The whole team answers with them. A field such as { $order } is filled with what is known of a case; what is not known is left to write.",
    new: "New template",
    change: "Change",
    change_one: |title| format!("Change the template {title}"),
    title: "Title",
    subject: "Subject",
    body: "Text",
    fields: "Insert",
    keep: "Save",
    cancel: "Cancel",
    as_begun: "Back to the original text",
    remove: "Remove",
    failed: "This change was not saved. Try again in a moment.",
    untitled: "Give the template a title.",
    too_long: "A title and a subject have at most 120 characters, a text 3,000.",
    braces: "holds a brace of its own. Write a field as { $order }.",
    unknown_field: |name| format!("holds an unknown field, {name}. Choose from those below."),
    empty: "is empty.",
};
