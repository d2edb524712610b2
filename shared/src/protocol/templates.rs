//! The texts that agents send often, as the desk lists, edits and fills them.

use serde::{Deserialize, Serialize};

use crate::ids::ContactId;
use crate::language::Language;
use crate::template::{Subject, Unreadable, fields_of};
use crate::time::Timestamp;

/// The longest pattern of a text, in characters.
pub const MAX_BODY_CHARS: usize = 3_000;

/// The longest title and pattern of a subject, in characters.
pub const MAX_LINE_CHARS: usize = 120;

/// A text with fields.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pattern {
    /// What agents call it.
    pub title: String,
    /// What an e-mail or a letter has as its subject.
    pub subject: String,
    /// The text.
    pub body: String,
}

/// A template in the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Template {
    /// Its name: letters, digits and dashes.
    pub id: String,
    /// Its language.
    pub language: Language,
    /// What it says.
    #[serde(flatten)]
    pub pattern: Pattern,
    /// Who has written it and when, where it is the shop's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub own: Option<Own>,
}

/// Who has written a template of the shop's own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Own {
    /// The agent's name.
    pub by: String,
    /// When.
    pub at: Timestamp,
    /// Whether it stands in the place of one that every shop has.
    pub replaces: bool,
}

/// Asks for a text for a case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DraftRequest {
    /// Whose case.
    pub contact: ContactId,
    /// The text to fill, kept or not.
    pub pattern: Pattern,
    /// Its language.
    pub language: Language,
    /// Which order and parcel it is about; the edge finds out where that is certain.
    #[serde(default)]
    pub about: Option<Subject>,
}

/// Why a template can't be kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unfit {
    /// The title is empty.
    Untitled,
    /// A line or the text is too long.
    TooLong,
    /// The subject can't be read.
    Subject(Unreadable),
    /// The text can't be read.
    Body(Unreadable),
}

impl Pattern {
    /// Whether it can be kept and filled.
    pub fn check(&self) -> Result<(), Unfit> {
        let chars = |text: &str| text.chars().count();
        if self.title.trim().is_empty() {
            return Err(Unfit::Untitled);
        }
        if chars(&self.title) > MAX_LINE_CHARS
            || chars(&self.subject) > MAX_LINE_CHARS
            || chars(&self.body) > MAX_BODY_CHARS
        {
            return Err(Unfit::TooLong);
        }
        fields_of(&self.subject).map_err(Unfit::Subject)?;
        fields_of(&self.body).map_err(Unfit::Body)?;
        Ok(())
    }
}

impl Unfit {
    /// What is wrong and how to mend it, for whoever calls the API.
    pub fn message(&self) -> String {
        match self {
            Self::Untitled => "Give the template a title.".to_owned(),
            Self::TooLong => format!(
                "A title and a subject have at most {MAX_LINE_CHARS} characters, a text \
                 {MAX_BODY_CHARS}."
            ),
            Self::Subject(unreadable) => format!("Subject: {}", unreadable_words(unreadable)),
            Self::Body(unreadable) => format!("Text: {}", unreadable_words(unreadable)),
        }
    }
}

fn unreadable_words(unreadable: &Unreadable) -> String {
    match unreadable {
        Unreadable::Braces => "write a field as { $order }, and no other braces.".to_owned(),
        Unreadable::UnknownField { name } => format!("there is no field {name}."),
        Unreadable::Empty => "it is empty.".to_owned(),
    }
}

/// Whether a text may name a template: 1 to 40 lower-case letters, digits and dashes.
pub fn is_template_id(id: &str) -> bool {
    let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    (1..=40).contains(&id.len()) && id.chars().all(fits)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pattern(title: &str, subject: &str, body: &str) -> Pattern {
        Pattern {
            title: title.into(),
            subject: subject.into(),
            body: body.into(),
        }
    }

    #[test]
    fn a_template_is_kept_only_if_it_can_be_filled() {
        let long = "x".repeat(MAX_LINE_CHARS + 1);
        for (pattern, expected) in [
            (pattern("Titre", "Objet", "Commande { $order }"), Ok(())),
            (pattern(" ", "Objet", "Texte"), Err(Unfit::Untitled)),
            (pattern(&long, "Objet", "Texte"), Err(Unfit::TooLong)),
            (
                pattern("Titre", "", "Texte"),
                Err(Unfit::Subject(Unreadable::Empty)),
            ),
            (
                pattern("Titre", "Objet", "{ $order"),
                Err(Unfit::Body(Unreadable::Braces)),
            ),
        ] {
            assert_eq!(pattern.check(), expected, "{pattern:?}");
        }
    }

    #[test]
    fn a_name_is_one_part_of_an_address() {
        for (id, fits) in [
            ("lost", true),
            ("a-1", true),
            ("", false),
            ("A", false),
            ("a/b", false),
        ] {
            assert_eq!(is_template_id(id), fits, "{id}");
        }
    }
}
