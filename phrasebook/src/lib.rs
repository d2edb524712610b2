//! What the panel says, as a build sees it: a file of Project Fluent a language, read into plain
//! data.
//!
//! The panel's build makes a function of each message of [`REFERENCE`], so that a message which is
//! not there does not compile; `cargo xtask build` holds every other language to the same messages
//! and writes what the browser loads. Of Fluent there is what both need: texts, variables,
//! `NUMBER($x)` and choices by a name or by a number's plural category.

mod compare;
mod functions;

use fluent_syntax::ast::{
    Entry, Expression, InlineExpression, Pattern as Source, PatternElement, VariantKey,
};
use fluent_syntax::parser;

pub use compare::differences;
pub use functions::functions;

/// The language that says which messages there are.
pub const REFERENCE: &str = "fr";

/// What the panel says, in a language's folder.
pub const PANEL: &str = "panel.ftl";

/// Where the folders of the languages are, below the root.
pub const LOCALES: &str = "shared/locales";

/// The keys of a choice by number: the plural categories of Unicode.
const CATEGORIES: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// The messages of a language, in the order of its file.
#[derive(Debug, PartialEq, Eq)]
pub struct Phrasebook {
    /// The messages.
    pub messages: Vec<Message>,
}

/// Something that the panel says.
#[derive(Debug, PartialEq, Eq)]
pub struct Message {
    /// Its name, `waiting-at`.
    pub name: String,
    /// Its words.
    pub pattern: Pattern,
}

/// Words, in parts.
pub type Pattern = Vec<Part>;

/// A part of a message.
#[derive(Debug, PartialEq, Eq)]
pub enum Part {
    /// Words as they are.
    Text(String),
    /// What is put in.
    Variable {
        /// Its name.
        name: String,
        /// Whether it is a number.
        is_number: bool,
    },
    /// One of several patterns.
    Choice(Choice),
}

/// Several patterns, and the variable that decides between them.
#[derive(Debug, PartialEq, Eq)]
pub struct Choice {
    /// The variable's name.
    pub by: String,
    /// Whether it is a number, whose plural category decides where the number itself doesn't.
    pub is_number: bool,
    /// The patterns by key.
    pub variants: Vec<(String, Pattern)>,
    /// The key of the pattern for everything else.
    pub default: String,
}

/// A variable of a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Variable {
    /// Its name.
    pub name: String,
    /// Whether it is a number.
    pub is_number: bool,
}

impl Phrasebook {
    /// Reads a file; what is wrong with it is said in a sentence.
    pub fn parse(source: &str) -> Result<Self, String> {
        let resource = parser::parse(source).map_err(|(_, errors)| format!("{errors:?}"))?;
        let mut messages: Vec<Message> = Vec::new();
        for entry in resource.body {
            let Entry::Message(message) = entry else {
                match entry {
                    Entry::Term(term) => return Err(format!("-{}: no terms", term.id.name)),
                    _ => continue,
                }
            };
            let name = message.id.name.to_owned();
            let of_message = |problem: &str| format!("{name}: {problem}");
            if messages.iter().any(|known| known.name == name) {
                return Err(of_message("is there twice"));
            }
            let words = message.value.ok_or_else(|| of_message("has no words"))?;
            let pattern = pattern(&words).map_err(|problem| of_message(&problem))?;
            messages.push(Message { name, pattern });
        }
        Ok(Self { messages })
    }
}

impl Message {
    /// Its variables, in the order in which they come first. One that is a number anywhere in the
    /// message is a number.
    pub fn variables(&self) -> Vec<Variable> {
        let mut variables = Vec::new();
        collect(&self.pattern, &mut variables);
        variables
    }
}

fn collect(pattern: &Pattern, found: &mut Vec<Variable>) {
    for part in pattern {
        match part {
            Part::Text(_) => {}
            Part::Variable { name, is_number } => note(found, name, *is_number),
            Part::Choice(choice) => {
                note(found, &choice.by, choice.is_number);
                for (_, pattern) in &choice.variants {
                    collect(pattern, found);
                }
            }
        }
    }
}

fn note(found: &mut Vec<Variable>, name: &str, is_number: bool) {
    match found.iter_mut().find(|known| known.name == name) {
        Some(known) => known.is_number |= is_number,
        None => found.push(Variable {
            name: name.to_owned(),
            is_number,
        }),
    }
}

fn pattern(source: &Source<&str>) -> Result<Pattern, String> {
    source.elements.iter().map(part).collect()
}

fn part(element: &PatternElement<&str>) -> Result<Part, String> {
    match element {
        // A message may be broken over lines in its file.
        PatternElement::TextElement { value } => Ok(Part::Text(value.replace('\n', " "))),
        PatternElement::Placeable { expression } => match expression {
            Expression::Inline(inline) => {
                let (name, is_number) = variable(inline)?;
                Ok(Part::Variable { name, is_number })
            }
            Expression::Select { selector, variants } => {
                let (by, says_number) = variable(selector)?;
                let mut choice = Choice {
                    by,
                    is_number: says_number,
                    variants: Vec::new(),
                    default: String::new(),
                };
                for variant in variants {
                    let key = match &variant.key {
                        VariantKey::Identifier { name } => *name,
                        VariantKey::NumberLiteral { value } => *value,
                    };
                    if variant.default {
                        key.clone_into(&mut choice.default);
                    }
                    let words = pattern(&variant.value)?;
                    choice.variants.push((key.to_owned(), words));
                }
                let mut keys = choice.variants.iter().map(|(key, _)| key.as_str());
                choice.is_number |= keys.all(counts);
                Ok(Part::Choice(choice))
            }
        },
    }
}

/// Whether a key is one of numbers.
fn counts(key: &str) -> bool {
    CATEGORIES.contains(&key) || key.parse::<u32>().is_ok()
}

/// The variable of `$x` or `NUMBER($x)`, and whether it says that it is a number.
fn variable(inline: &InlineExpression<&str>) -> Result<(String, bool), String> {
    match inline {
        InlineExpression::VariableReference { id } => Ok((id.name.to_owned(), false)),
        InlineExpression::FunctionReference { id, arguments } if id.name == "NUMBER" => {
            match arguments.positional.as_slice() {
                [inner] if arguments.named.is_empty() => Ok((variable(inner)?.0, true)),
                _ => Err("NUMBER takes one variable".to_owned()),
            }
        }
        _ => Err("only variables and NUMBER stand in braces".to_owned()),
    }
}

#[cfg(test)]
mod tests;
