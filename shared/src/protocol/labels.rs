//! The labels that agents sort cases by: the shop's own list.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

/// The most labels that a shop may have.
pub const MAX_LABELS: usize = 40;

/// The most labels that a case may bear.
pub const MAX_ON_A_CASE: usize = 8;

/// The longest name of a label, in characters.
pub const MAX_NAME_CHARS: usize = 30;

/// The longest id of a label, in bytes.
const MAX_ID_BYTES: usize = 40;

/// A label of the shop.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Label {
    /// What cases name it by, whatever it is called later: letters, digits and dashes.
    pub id: String,
    /// What agents call it.
    pub name: String,
    /// Its color.
    pub color: LabelColor,
}

/// The colors of labels: each has enough contrast on light and on dark ground.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LabelColor {
    /// Gray.
    #[default]
    Gray,
    /// Red.
    Red,
    /// Orange.
    Orange,
    /// Green.
    Green,
    /// Blue.
    Blue,
    /// Violet.
    Violet,
}

/// Why a list of labels can't be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnfitLabels {
    /// There are too many.
    TooMany,
    /// An id is none, or two labels have the same.
    Id,
    /// A name is empty or too long.
    Name,
    /// Two labels are called the same.
    SameName,
}

impl LabelColor {
    /// Every one, as they are offered.
    pub const ALL: [Self; 6] = [
        Self::Gray,
        Self::Red,
        Self::Orange,
        Self::Green,
        Self::Blue,
        Self::Violet,
    ];

    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Gray => "gray",
            Self::Red => "red",
            Self::Orange => "orange",
            Self::Green => "green",
            Self::Blue => "blue",
            Self::Violet => "violet",
        }
    }
}

impl UnfitLabels {
    /// What is wrong and how to mend it, for whoever calls the API.
    pub fn message(self) -> String {
        match self {
            Self::TooMany => format!("A shop has at most {MAX_LABELS} labels."),
            Self::Id => {
                "Give each label an id of its own: 1 to 40 lower-case letters, digits and dashes."
                    .to_owned()
            }
            Self::Name => format!("A label's name has 1 to {MAX_NAME_CHARS} characters."),
            Self::SameName => "Give each label a name of its own.".to_owned(),
        }
    }
}

/// Whether a text can be a label's id.
pub fn is_label_id(text: &str) -> bool {
    let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
    (1..=MAX_ID_BYTES).contains(&text.len()) && text.bytes().all(plain)
}

/// Whether a list can be kept. Names are to be trimmed already.
pub fn check_labels(labels: &[Label]) -> Result<(), UnfitLabels> {
    if labels.len() > MAX_LABELS {
        return Err(UnfitLabels::TooMany);
    }
    let (mut ids, mut names) = (BTreeSet::new(), BTreeSet::new());
    for label in labels {
        if !is_label_id(&label.id) || !ids.insert(&label.id) {
            return Err(UnfitLabels::Id);
        }
        let chars = label.name.chars().count();
        let is_named = label.name.trim() == label.name && !label.name.chars().any(char::is_control);
        if !is_named || !(1..=MAX_NAME_CHARS).contains(&chars) {
            return Err(UnfitLabels::Name);
        }
        if !names.insert(label.name.to_lowercase()) {
            return Err(UnfitLabels::SameName);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn label(id: &str, name: &str) -> Label {
        Label {
            id: id.into(),
            name: name.into(),
            color: LabelColor::Blue,
        }
    }

    #[test]
    fn la1_a_list_has_plain_ids_and_names_of_their_own() {
        let many: Vec<Label> = (0..=MAX_LABELS)
            .map(|n| label(&format!("l{n}"), &format!("Label {n}")))
            .collect();
        for (labels, expected) in [
            (vec![], Ok(())),
            (many[1..].to_vec(), Ok(())),
            (
                vec![label("colis-abime", "Colis abîmé"), label("vip", "VIP")],
                Ok(()),
            ),
            (many.clone(), Err(UnfitLabels::TooMany)),
            (vec![label("", "A")], Err(UnfitLabels::Id)),
            (vec![label("Été", "A")], Err(UnfitLabels::Id)),
            (vec![label("a", "A"), label("a", "B")], Err(UnfitLabels::Id)),
            (vec![label("a", "")], Err(UnfitLabels::Name)),
            (vec![label("a", " A")], Err(UnfitLabels::Name)),
            (vec![label("a", &"A".repeat(31))], Err(UnfitLabels::Name)),
            (
                vec![label("a", "VIP"), label("b", "vip")],
                Err(UnfitLabels::SameName),
            ),
        ] {
            assert_eq!(check_labels(&labels), expected, "{labels:?}");
        }
    }

    #[test]
    fn a_color_is_kept_by_its_name() {
        for color in LabelColor::ALL {
            assert_eq!(serde_json::to_value(color).unwrap(), color.name());
        }
    }
}
