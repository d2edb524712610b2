//! What shoppers' browsers say, a language at a time: the sentences of `shared/locales/` as plain
//! data.
//!
//! There are four files in a language's folder: what the panel says, what the frame says outside
//! of it, what the loader says, and what product pages say. Whichever folders hold a file say which languages there are,
//! and each must say exactly what the French one says.

use std::collections::BTreeMap;

use anyhow::{Context, Result, bail};
use phrasebook::{Choice, LOCALES, Part, Pattern, Phrasebook, REFERENCE, differences};
use serde_json::{Map, Value, json};

use crate::paths;

pub use phrasebook::PANEL;

/// What the frame says outside of the panel.
pub const OUTSIDE: &str = "feed.ftl";

/// What the loader says.
pub const LOADER: &str = "loader.ftl";

/// What product pages say of the season.
pub const CUTOFF: &str = "cutoff.ftl";

/// The words of a file by language; fails when the languages differ.
pub fn by_language(file: &str) -> Result<BTreeMap<String, Value>> {
    let books = read_all(file)?;
    let reference = books
        .get(REFERENCE)
        .with_context(|| format!("{LOCALES}/{REFERENCE}/{file} is missing"))?;
    let mut findings = Vec::new();
    for (tag, book) in &books {
        let of_file = |finding| format!("{LOCALES}/{tag}/{file}: {finding}");
        findings.extend(differences(reference, book).into_iter().map(of_file));
    }
    if !findings.is_empty() {
        bail!("the languages differ:\n  {}", findings.join("\n  "));
    }
    let words = books.iter();
    Ok(words
        .map(|(tag, book)| (tag.clone(), to_json(book)))
        .collect())
}

fn read_all(name: &str) -> Result<BTreeMap<String, Phrasebook>> {
    let mut books = BTreeMap::new();
    for entry in std::fs::read_dir(paths::at(LOCALES)).context("cannot list the languages")? {
        let folder = entry?.path();
        let file = folder.join(name);
        let Some(tag) = folder.file_name().and_then(|name| name.to_str()) else {
            continue;
        };
        if !file.exists() {
            continue;
        }
        let source = std::fs::read_to_string(&file)?;
        match Phrasebook::parse(&source) {
            Ok(book) => books.insert(tag.to_owned(), book),
            Err(problem) => bail!("{LOCALES}/{tag}/{name}: {problem}"),
        };
    }
    Ok(books)
}

fn to_json(book: &Phrasebook) -> Value {
    let messages = book.messages.iter();
    let messages: Map<_, _> = messages
        .map(|message| (message.name.clone(), words(&message.pattern)))
        .collect();
    Value::Object(messages)
}

/// A text alone as text, else a list of parts; `public/panel/speaker.js` says them.
fn words(pattern: &Pattern) -> Value {
    match pattern.as_slice() {
        [Part::Text(text)] => json!(text),
        parts => parts.iter().map(part).collect(),
    }
}

fn part(part: &Part) -> Value {
    match part {
        Part::Text(text) => json!(text),
        Part::Variable { name, .. } => json!({ "put": name }),
        Part::Choice(Choice {
            by,
            variants,
            default,
            ..
        }) => {
            let variants: Map<_, _> = variants
                .iter()
                .map(|(key, pattern)| (key.clone(), words(pattern)))
                .collect();
            json!({ "by": by, "of": variants, "else": default })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_plain_data() {
        let source = "a = x\nb = { $n ->\n    [one] { $n } y\n   *[other] z\n }";
        let book = Phrasebook::parse(source).expect("readable");
        let wanted = json!({
            "a": "x",
            "b": [{ "by": "n", "of": { "one": [{ "put": "n" }, " y"], "other": "z" }, "else": "other" }],
        });
        assert_eq!(to_json(&book), wanted);
    }

    #[test]
    fn every_language_says_the_same() {
        for file in [PANEL, OUTSIDE, LOADER, CUTOFF] {
            let words = by_language(file).expect("no differences");
            assert!(words.contains_key(REFERENCE) && words.len() >= 2, "{file}");
        }
    }
}
