//! Who is greeted.

use super::Flaw;
use crate::template::Facts;
use crate::text::fold_text;

/// What a greeting begins with, folded.
const GREETINGS: [&str; 10] = [
    "bonjour",
    "bonsoir",
    "salut",
    "cher",
    "chere",
    "hello",
    "hi",
    "hey",
    "dear",
    "good morning",
];

/// What is said to anybody, folded.
const ANYBODY: [&str; 15] = [
    "madame",
    "monsieur",
    "mesdames",
    "messieurs",
    "mme",
    "mlle",
    "m",
    "mr",
    "mrs",
    "ms",
    "sir",
    "madam",
    "there",
    "all",
    "everyone",
];

/// The longest name in a greeting, in words.
const MAX_WORDS: usize = 5;

/// What is wrong with the name in a text's greeting, if anything.
pub(super) fn flaw(text: &str, facts: &Facts) -> Option<Flaw> {
    let name = greeted(text)?;
    let Some(known) = facts.verified_name() else {
        return Some(Flaw::UnverifiedName { name });
    };
    let own = fold_text(known);
    let folded = fold_text(&name);
    let is_own = |word: &str| own.split(' ').any(|part| part == word);
    if folded.split(' ').all(is_own) {
        return None;
    }
    Some(Flaw::OtherName {
        name,
        known: known.to_owned(),
    })
}

/// The name that a text greets: what stands in capitals between the greeting and the first mark
/// of punctuation.
fn greeted(text: &str) -> Option<String> {
    let line = text.trim_start();
    let end = line.find([',', '!', '.', '\n', ':', ';', '?', '⟨']);
    let salutation = &line[..end.unwrap_or(line.len())];
    let mut words = salutation.split_whitespace();
    let first = fold_text(words.next()?);
    let greets = GREETINGS.contains(&first.as_str())
        || first == "good"
            && words
                .next()
                .is_some_and(|word| fold_text(word) == "morning");
    if !greets {
        return None;
    }
    let name: Vec<_> = words
        .filter(|word| !ANYBODY.contains(&fold_text(word).as_str()))
        .collect();
    let is_capital = |word: &&str| word.chars().next().is_some_and(char::is_uppercase);
    let is_name = !name.is_empty() && name.len() <= MAX_WORDS && name.iter().all(is_capital);
    is_name.then(|| name.join(" "))
}
