//! The templates that every shop begins with: the usual cases of December.

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::parser::parse;

use crate::language::Language;

/// A template of the starter set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Starter {
    /// Its name, the same in every language.
    pub id: String,
    /// What agents call it.
    pub title: String,
    /// The pattern of its subject.
    pub subject: String,
    /// The pattern of its text.
    pub body: String,
}

/// The starter set of a language, English for those that have none, in the order of its file.
pub fn starters(language: Language) -> Vec<Starter> {
    let source = match language {
        Language::French => include_str!("../../locales/fr/templates.ftl"),
        _ => include_str!("../../locales/en/templates.ftl"),
    };
    // What can't be read is missing, which a test sees.
    let resource = parse(source).unwrap_or_else(|(readable, _)| readable);
    let starter = |entry: &Entry<&str>| match entry {
        Entry::Message(message) => {
            let attribute = |name| {
                let attribute = message.attributes.iter().find(|it| it.id.name == name)?;
                Some(source_of(&attribute.value))
            };
            Some(Starter {
                id: message.id.name.to_owned(),
                title: attribute("title")?,
                subject: attribute("subject")?,
                body: source_of(message.value.as_ref()?),
            })
        }
        _ => None,
    };
    resource.body.iter().filter_map(starter).collect()
}

/// A pattern as a merchant would type it.
fn source_of(pattern: &Pattern<&str>) -> String {
    pattern
        .elements
        .iter()
        .map(|element| match element {
            PatternElement::TextElement { value } => (*value).to_owned(),
            PatternElement::Placeable {
                expression: Expression::Inline(InlineExpression::VariableReference { id }),
            } => format!("{{ ${} }}", id.name),
            PatternElement::Placeable { .. } => String::new(),
        })
        .collect()
}
