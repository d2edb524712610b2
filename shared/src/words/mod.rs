//! Sentences in the shopper's language, by Project Fluent.
//!
//! The sentences are the files of `locales/`. What they are made with is typed: a [`Detail`] that
//! is known is never empty, and a sentence that lacks one of its details is not said, but a
//! plainer one that does without it.
//!
//! Only the edge speaks. Nothing that runs in a browser may call [`say`], which would bring the
//! sentences and their grammar along.

mod details;
mod grammar;

use fluent_bundle::FluentArgs;

use crate::language::Language;

pub use details::{Detail, Details, Filled, Scope, Which};

/// A sentence of `locales/` and what it can't do without.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Its name in the files.
    pub name: &'static str,
    /// The details that it is made with, beside the scope.
    pub needs: &'static [Detail],
}

/// A sentence, by its name and its needs.
pub const fn sentence(name: &'static str, needs: &'static [Detail]) -> Sentence {
    Sentence { name, needs }
}

/// Says the first of some sentences whose details are all known; `None` when there is none.
pub fn say(sentences: &[Sentence], details: &Details, language: Language) -> Option<String> {
    sentences
        .iter()
        .filter(|sentence| details.know(sentence.needs))
        .find_map(|sentence| {
            let arguments = details.arguments(sentence.needs);
            grammar::render(sentence.name, &arguments, language).ok()
        })
}

/// Says a sentence that takes nothing. A test sees to it that there is one of each name.
pub fn plain(name: &str, language: Language) -> String {
    grammar::render(name, &FluentArgs::new(), language).unwrap_or_default()
}

#[cfg(test)]
pub(crate) mod tests;
