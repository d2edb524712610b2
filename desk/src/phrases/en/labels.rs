//! Labels and several cases at once, in English.

use shared::protocol::labels::LabelColor;

use crate::phrases::labels::{LabelWords, PickingWords};

/// The words of labels.
pub const LABELS: LabelWords = LabelWords {
    heading: "Labels",
    intro: "The whole team sorts cases with them. Every change is saved at once. A label that is removed vanishes from its cases, and is back there if you undo it.",
    filter: "Show one label only",
    all: "All labels",
    name: "Name of the label",
    new: "New label",
    add: "Add",
    remove: "Remove",
    remove_label: |name| format!("Remove the label {name}"),
    color_name: "Color",
    color: |color| match color {
        LabelColor::Gray => "Gray",
        LabelColor::Red => "Red",
        LabelColor::Orange => "Orange",
        LabelColor::Green => "Green",
        LabelColor::Blue => "Blue",
        LabelColor::Violet => "Violet",
    },
    undo: "Undo the last change",
    failed: "This change was not saved. Each label has a name of its own, of 30 characters at most.",
};

/// The words of several cases at once.
pub const PICKING: PickingWords = PickingWords {
    pick: "Select",
    heading: "Selected cases",
    picked: |count| match count {
        0 => "Touch the cases to select.".to_owned(),
        1 => "1 case selected".to_owned(),
        _ => format!("{count} cases selected"),
    },
    what: "What to do with them?",
    label: "Label",
    end: "Finish",
    apply: "Apply",
    cancel: "Cancel",
    done: |done, left| match left {
        0 => format!("Done for {done} cases."),
        _ => format!("Done for {done} cases. {left} were not yours, or not in a state for it."),
    },
};
