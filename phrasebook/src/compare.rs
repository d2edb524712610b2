//! Whether two languages say the same things.

use std::collections::{BTreeMap, BTreeSet};

use crate::{CATEGORIES, Message, Part, Pattern, Phrasebook};

/// What keeps a language from saying exactly what the reference says: a message or a variable too
/// few or too many, a choice with other names. Plural categories are each language's own. Empty
/// when there is nothing to mend.
pub fn differences(reference: &Phrasebook, other: &Phrasebook) -> Vec<String> {
    let (wanted, there) = (by_name(reference), by_name(other));
    let mut findings = Vec::new();
    for name in wanted.keys().filter(|name| !there.contains_key(*name)) {
        findings.push(format!("{name} is missing"));
    }
    for (name, message) in there {
        let Some(model) = wanted.get(name) else {
            findings.push(format!("{name} is said by nobody"));
            continue;
        };
        let (wanted, used) = (variables(model), variables(message));
        for variable in wanted.difference(&used) {
            findings.push(format!("{name} leaves out ${variable}"));
        }
        for variable in used.difference(&wanted) {
            findings.push(format!("{name} has no ${variable} to put in"));
        }
        if names(&model.pattern) != names(&message.pattern) {
            findings.push(format!("{name} chooses between other names"));
        }
    }
    findings
}

fn by_name(book: &Phrasebook) -> BTreeMap<&str, &Message> {
    let messages = book.messages.iter();
    messages
        .map(|message| (message.name.as_str(), message))
        .collect()
}

fn variables(message: &Message) -> BTreeSet<String> {
    let variables = message.variables().into_iter();
    variables.map(|variable| variable.name).collect()
}

/// The keys of the choices by name.
fn names(pattern: &Pattern) -> BTreeSet<&str> {
    let mut found = BTreeSet::new();
    for part in pattern {
        if let Part::Choice(choice) = part {
            for (key, inner) in &choice.variants {
                let is_plural = choice.is_number
                    && (CATEGORIES.contains(&key.as_str()) || key.parse::<u32>().is_ok());
                if !is_plural {
                    found.insert(key.as_str());
                }
                found.extend(names(inner));
            }
        }
    }
    found
}
