//! The words that the bot knows of each language, from `locales/*/understood.txt`.

use crate::language::Language;
use crate::text::fold_text;

/// What is understood of a language.
#[derive(Debug, Default)]
pub(super) struct Vocabulary {
    /// An order or a parcel.
    pub(super) parcel: Vec<Phrase>,
    /// Asks where something is or when it comes.
    pub(super) whereabouts: Vec<Phrase>,
    /// Asks for a parcel all by itself.
    pub(super) tracking: Vec<Phrase>,
    /// Names the day of the season, or being there in time.
    pub(super) season: Vec<Phrase>,
    /// Asks until when something is possible.
    pub(super) until: Vec<Phrase>,
    /// Speaks of an order that is still to be placed.
    pub(super) ordering: Vec<Phrase>,
    /// Speaks of what is to come.
    pub(super) coming: Vec<Phrase>,
    /// Says that something did not come.
    pub(super) missing: Vec<Phrase>,
    /// Asks for a human.
    pub(super) human: Vec<Phrase>,
    /// Asks for the money back.
    pub(super) refund: Vec<Phrase>,
    /// Asks for a delivery elsewhere.
    pub(super) address: Vec<Phrase>,
    /// Greets, in one word.
    pub(super) greeting: Vec<Phrase>,
    /// Thanks, in one word.
    pub(super) thanks: Vec<Phrase>,
    /// Agrees, in one word.
    pub(super) yes: Vec<Phrase>,
    /// Declines, in one word.
    pub(super) no: Vec<Phrase>,
    /// Stands beside the four above and asks for nothing.
    pub(super) filler: Vec<Phrase>,
}

/// Some words in a row, folded.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Phrase {
    words: String,
    /// Whether the last word may go on.
    is_open: bool,
}

thread_local! {
    static KNOWN: Vec<Vocabulary> = Language::ALL.map(source).into_iter().map(read).collect();
}

/// Whether any language has it so.
pub(super) fn any(holds: impl Fn(&Vocabulary) -> bool) -> bool {
    KNOWN.with(|known| known.iter().any(holds))
}

/// Whether a folded sentence has one of these phrases.
pub(super) fn has(folded: &str, phrases: &[Phrase]) -> bool {
    phrases.iter().any(|phrase| phrase.is_in(folded))
}

impl Phrase {
    fn read(text: &str) -> Self {
        let text = text.trim();
        Self {
            words: fold_text(text),
            is_open: text.ends_with('*'),
        }
    }

    fn is_in(&self, folded: &str) -> bool {
        folded.match_indices(&self.words).any(|(at, words)| {
            let begins = at == 0 || folded[..at].ends_with(' ');
            let rest = &folded[at + words.len()..];
            begins && (self.is_open || rest.is_empty() || rest.starts_with(' '))
        })
    }
}

fn source(language: Language) -> &'static str {
    match language {
        Language::French => include_str!("../../locales/fr/understood.txt"),
        Language::English => include_str!("../../locales/en/understood.txt"),
        Language::German => include_str!("../../locales/de/understood.txt"),
        Language::Spanish => include_str!("../../locales/es/understood.txt"),
        Language::Italian => include_str!("../../locales/it/understood.txt"),
        Language::Dutch => include_str!("../../locales/nl/understood.txt"),
        Language::Portuguese => include_str!("../../locales/pt/understood.txt"),
        Language::Arabic => include_str!("../../locales/ar/understood.txt"),
    }
}

/// Reads a file. What is in no known group is left out, which a test sees.
fn read(source: &str) -> Vocabulary {
    let mut vocabulary = Vocabulary::default();
    for (name, phrases) in groups(source) {
        if let Some(group) = vocabulary.group(name) {
            *group = phrases.split(',').map(Phrase::read).collect();
        }
    }
    vocabulary
}

fn groups(source: &str) -> impl Iterator<Item = (&str, &str)> {
    let lines = source.lines().filter(|line| !line.starts_with('#'));
    lines.filter_map(|line| line.split_once(':'))
}

impl Vocabulary {
    fn group(&mut self, name: &str) -> Option<&mut Vec<Phrase>> {
        Some(match name {
            "parcel" => &mut self.parcel,
            "whereabouts" => &mut self.whereabouts,
            "tracking" => &mut self.tracking,
            "season" => &mut self.season,
            "until" => &mut self.until,
            "ordering" => &mut self.ordering,
            "coming" => &mut self.coming,
            "missing" => &mut self.missing,
            "human" => &mut self.human,
            "refund" => &mut self.refund,
            "address" => &mut self.address,
            "greeting" => &mut self.greeting,
            "thanks" => &mut self.thanks,
            "yes" => &mut self.yes,
            "no" => &mut self.no,
            "filler" => &mut self.filler,
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_has_every_group_once_and_no_other() {
        const GROUPS: usize = 16;
        for language in Language::ALL {
            let source = source(language);
            assert_eq!(groups(source).count(), GROUPS, "{language:?}");
            let mut vocabulary = read(source);
            for (name, _) in groups(source) {
                let group = vocabulary.group(name).unwrap();
                assert!(!group.is_empty(), "{language:?} {name}");
                assert!(group.iter().all(|phrase| !phrase.words.is_empty()));
                group.clear();
            }
        }
    }

    #[test]
    fn a_phrase_stands_between_blanks_unless_it_is_open() {
        let check = |phrase, text, expect| {
            assert_eq!(
                Phrase::read(phrase).is_in(&fold_text(text)),
                expect,
                "{text}"
            );
        };
        check("où", "Où est-il ?", true);
        check("où", "ouvert", false);
        check("command*", "mes commandes", true);
        check("command*", "recommander", false);
        check("d’accord", "D'ACCORD !", true);
        check("أين", "أَيْنَ طلبي؟", true);
    }
}
