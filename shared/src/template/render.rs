//! A template filled with facts, as a chat message, an e-mail and a letter.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::marks::mark;
use super::{Facts, Field, Fill, Subject};
use crate::calendar::local_day;
use crate::language::Language;
use crate::time::Day;

/// A text for a case, in every form in which it may be sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// What an e-mail or a letter has as its subject.
    pub subject: String,
    /// As it is said in the chat.
    pub chat: String,
    /// As it is written in an e-mail.
    pub email: String,
    /// As it is written in a letter.
    pub letter: String,
    /// The facts that stand in it.
    pub fills: Vec<Fill>,
}

/// How a text is framed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Frame {
    /// A chat message.
    Chat,
    /// An e-mail.
    Email,
    /// A letter.
    Letter,
}

/// Why a template can't be used.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum Unreadable {
    /// A place that has no end, or braces that hold no field.
    Braces,
    /// A field that does not exist.
    UnknownField {
        /// As it is written.
        name: String,
    },
    /// There is no text.
    Empty,
}

/// A piece of a pattern.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Piece {
    Text(String),
    Field(Field),
}

/// Fills a template. `subject` and `body` are patterns; `about` says of which order and parcel.
pub fn draft(
    [subject, body]: [&str; 2],
    facts: &Facts,
    about: &Subject,
    language: Language,
    today: &Day,
) -> Result<Draft, Unreadable> {
    let value = |field| facts.value(field, about, language);
    let fill = |pieces: &[Piece]| filled(pieces, language, &value);
    let (subject, body) = (pieces(subject)?, pieces(body)?);
    let text = fill(&body);
    let subject_text = fill(&subject);
    let framed = |frame| {
        let today = local_day(today, language).unwrap_or_default();
        frame_text(frame, &text, &subject_text, facts, &today, language)
    };
    let used: BTreeSet<Field> = subject
        .iter()
        .chain(&body)
        .filter_map(|piece| match piece {
            Piece::Field(field) => Some(*field),
            Piece::Text(_) => None,
        })
        .chain(facts.verified_name().map(|_| Field::Name))
        .collect();
    let fills = used.into_iter().filter_map(|field| {
        Some(Fill {
            field,
            value: value(field)?,
            language,
            order: about.order.clone(),
            parcel: about.parcel.clone(),
        })
    });
    Ok(Draft {
        chat: framed(Frame::Chat),
        email: framed(Frame::Email),
        letter: framed(Frame::Letter),
        fills: fills.collect(),
        subject: subject_text,
    })
}

/// The fields of a pattern, or why it is none.
pub fn fields_of(pattern: &str) -> Result<BTreeSet<Field>, Unreadable> {
    let fields = pieces(pattern)?
        .into_iter()
        .filter_map(|piece| match piece {
            Piece::Field(field) => Some(field),
            Piece::Text(_) => None,
        });
    Ok(fields.collect())
}

/// Reads a pattern as it is typed: text, and fields as Project Fluent writes them. The rest of
/// that grammar is for programmers, and is refused.
fn pieces(pattern: &str) -> Result<Vec<Piece>, Unreadable> {
    let mut rest = pattern.trim();
    if rest.is_empty() {
        return Err(Unreadable::Empty);
    }
    let mut pieces = Vec::new();
    while let Some(at) = rest.find(['{', '}']) {
        let (text, braced) = rest.split_at(at);
        let (inner, after) = braced
            .strip_prefix('{')
            .and_then(|inner| inner.split_once('}'))
            .ok_or(Unreadable::Braces)?;
        pieces.push(Piece::Text(text.to_owned()));
        pieces.push(Piece::Field(field(inner)?));
        rest = after;
    }
    pieces.push(Piece::Text(rest.to_owned()));
    Ok(pieces)
}

/// The field that stands between braces.
fn field(inner: &str) -> Result<Field, Unreadable> {
    let name = inner.trim().strip_prefix('$').ok_or(Unreadable::Braces)?;
    let is_name = |c: char| c.is_alphanumeric() || c == '-' || c == '_';
    if name.is_empty() || !name.chars().all(is_name) {
        return Err(Unreadable::Braces);
    }
    Field::named(name).ok_or_else(|| Unreadable::UnknownField {
        name: name.to_owned(),
    })
}

/// The text with its facts, and a mark where there is none.
fn filled(
    pieces: &[Piece],
    language: Language,
    value: &impl Fn(Field) -> Option<String>,
) -> String {
    pieces
        .iter()
        .map(|piece| match piece {
            Piece::Text(text) => text.clone(),
            Piece::Field(field) => value(*field).unwrap_or_else(|| mark(field.label(language))),
        })
        .collect()
}

fn frame_text(
    frame: Frame,
    text: &str,
    subject: &str,
    facts: &Facts,
    today: &str,
    language: Language,
) -> String {
    let greeting = greeting(facts.verified_name(), frame, language);
    let agent = &facts.agent;
    let shop = facts.shop.as_deref().unwrap_or_default();
    match (frame, language) {
        (Frame::Chat, _) => format!("{greeting}\n{text}"),
        (Frame::Email, Language::French) => {
            format!("{greeting}\n\n{text}\n\nBien à vous,\n{agent}\n{shop}")
        }
        (Frame::Email, _) => {
            format!("{greeting}\n\n{text}\n\nKind regards,\n{agent}\n{shop}")
        }
        (Frame::Letter, Language::French) => format!(
            "{shop}\nLe {today}\n\nObjet\u{a0}: {subject}\n\n{greeting}\n\n{text}\n\nVeuillez \
             recevoir nos salutations distinguées.\n\n{agent}\n{shop}"
        ),
        (Frame::Letter, _) => format!(
            "{shop}\n{today}\n\nSubject: {subject}\n\n{greeting}\n\n{text}\n\nYours \
             sincerely,\n\n{agent}\n{shop}"
        ),
    }
}

/// A name stands in a greeting only where the shop has signed it.
fn greeting(name: Option<&str>, frame: Frame, language: Language) -> String {
    match (name, frame, language) {
        (Some(name), _, Language::French) => format!("Bonjour {name},"),
        (Some(name), Frame::Letter, _) => format!("Dear {name},"),
        (Some(name), _, _) => format!("Hello {name},"),
        (None, Frame::Letter, Language::French) => "Madame, Monsieur,".to_owned(),
        (None, Frame::Letter, _) => "Dear customer,".to_owned(),
        (None, _, Language::French) => "Bonjour,".to_owned(),
        (None, ..) => "Hello,".to_owned(),
    }
}
