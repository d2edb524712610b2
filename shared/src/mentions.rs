//! Whom a note between agents names: `@Ana`, `@Noé Marchand`.

use std::collections::BTreeSet;

use crate::ids::AgentId;
use crate::protocol::widget::AgentName;
use crate::text::fold_text;

/// What begins a mention.
const MARK: char = '@';

/// The agents of a team whom a text names, by their whole name or, where nobody else has it, by
/// their first. An address of an e-mail names nobody.
pub fn mentioned(text: &str, team: &[AgentName]) -> BTreeSet<AgentId> {
    let mut before = ' ';
    let mut found = BTreeSet::new();
    for (at, c) in text.char_indices() {
        if c == MARK && !before.is_alphanumeric() {
            found.extend(named_by(&text[at + c.len_utf8()..], team));
        }
        before = c;
    }
    found
}

/// How a note names an agent of a team: by the first name, or by the whole one where others share
/// the first.
pub fn mention_of(agent: &AgentName, team: &[AgentName]) -> String {
    let name = if is_unique(agent, team) {
        first_name(&agent.name)
    } else {
        agent.name.as_str()
    };
    format!("{MARK}{name}")
}

/// What is typed of a name at the end of a text, where a mention is being written.
pub fn being_written(text: &str) -> Option<&str> {
    let (before, typed) = text.rsplit_once(MARK)?;
    let begins = !before
        .chars()
        .next_back()
        .is_some_and(char::is_alphanumeric);
    (begins && !typed.contains(char::is_whitespace)).then_some(typed)
}

/// Whom the words after a mark name: the longest name counts.
fn named_by(words: &str, team: &[AgentName]) -> Option<AgentId> {
    let words = fold_text(words.trim_end());
    let begins_with = |name: &str| {
        let name = fold_text(name);
        let rest = words.strip_prefix(&name).filter(|_| !name.is_empty());
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
    };
    let whole = team.iter().filter(|agent| begins_with(&agent.name));
    let whole = whole.max_by_key(|agent| agent.name.chars().count());
    let first = || {
        let mut named = team
            .iter()
            .filter(|agent| is_unique(agent, team) && begins_with(first_name(&agent.name)));
        named.next()
    };
    whole.or_else(first).map(|agent| agent.id.clone())
}

fn first_name(name: &str) -> &str {
    name.split_whitespace().next().unwrap_or_default()
}

fn is_unique(agent: &AgentName, team: &[AgentName]) -> bool {
    let first = fold_text(first_name(&agent.name));
    let same = team
        .iter()
        .filter(|other| fold_text(first_name(&other.name)) == first);
    same.count() == 1
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn team() -> Vec<AgentName> {
        ["Noé Marchand", "Ana Roux", "Ana Roux-Petit", "Jean-Luc"]
            .map(|name| AgentName {
                id: AgentId(name.to_lowercase()),
                name: name.into(),
            })
            .into()
    }

    #[test]
    fn nt1_a_note_names_by_whole_or_by_a_first_name_that_is_one_agents_own() {
        for (text, expected) in [
            ("@Noé, tu peux ?", &["noé marchand"][..]),
            ("@noe marchand", &["noé marchand"]),
            ("vu avec (@NOÉ)", &["noé marchand"]),
            ("@Ana ?", &[]),
            ("@Ana Roux ?", &["ana roux"]),
            ("@Ana Roux-Petit ?", &["ana roux-petit"]),
            ("@Jean-Luc et @Noé", &["jean-luc", "noé marchand"]),
            ("noe@mail.example", &[]),
            ("@Noélie", &[]),
            ("@", &[]),
            ("Noé", &[]),
        ] {
            let found = mentioned(text, &team());
            let found: Vec<&str> = found.iter().map(AgentId::as_str).collect();
            assert_eq!(found, expected, "{text}");
        }
    }

    #[test]
    fn what_a_mention_is_written_as_is_read_as_that_agent() {
        for agent in team() {
            let text = mention_of(&agent, &team());
            let found: Vec<AgentId> = mentioned(&text, &team()).into_iter().collect();
            assert_eq!(found, [agent.id], "{text}");
        }
    }

    #[test]
    fn a_mention_is_being_written_until_a_blank() {
        for (text, typed) in [
            ("vois @No", Some("No")),
            ("@", Some("")),
            ("@Noé ", None),
            ("noe@mail", None),
            ("vois", None),
        ] {
            assert_eq!(being_written(text), typed, "{text}");
        }
    }

    proptest! {
        #[test]
        fn any_text_can_be_read(text in "\\PC{0,40}") {
            mentioned(&text, &team());
            being_written(&text);
        }
    }
}
