//! Sentences of a message, without what they only ask, deny or suppose.

use super::vocabulary::Vocabulary;
use crate::text::fold_text;

/// What a sentence states, folded: lower case, no accents, words parted by one blank.
pub(super) struct Sentence {
    stated: String,
}

/// The sentences of a text, as typed and trimmed.
pub(super) fn split(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        while !rest.is_empty() {
            let end = end_of_sentence(rest);
            let (sentence, after) = rest.split_at(end);
            rest = after;
            if sentence.contains(char::is_alphanumeric) {
                return Some(sentence.trim());
            }
        }
        None
    })
}

/// Where the first sentence ends: after its mark, or at the end of its line. A dot inside a
/// number ends nothing.
fn end_of_sentence(text: &str) -> usize {
    let mut rest = text.char_indices().peekable();
    while let Some((at, c)) = rest.next() {
        let followed_by_blank = rest.peek().is_none_or(|(_, next)| next.is_whitespace());
        if matches!(c, '\n' | '!' | '?' | ';' | '…') || (c == '.' && followed_by_blank) {
            return at + c.len_utf8();
        }
    }
    text.len()
}

impl Sentence {
    /// What a sentence states; `None` for a question and for one that states nothing.
    pub(super) fn read(raw: &str, words: &Vocabulary) -> Option<Self> {
        if raw.ends_with('?') {
            return None;
        }
        let stated: Vec<String> = raw
            .split([',', ':', '('])
            .map(fold_text)
            .flat_map(|clause| split_at_words(&clause, words.turns))
            .filter(|clause| !clause.is_empty() && !has_word(clause, words.unstated))
            .collect();
        (!stated.is_empty()).then(|| Self {
            stated: stated.join(" "),
        })
    }

    /// The words that are stated.
    pub(super) fn words(&self) -> Vec<&str> {
        self.stated.split(' ').collect()
    }

    /// Whether one of the phrases is there: whole words, the last one perhaps with an ending.
    pub(super) fn has_any(&self, phrases: &[&str]) -> bool {
        phrases
            .iter()
            .any(|phrase| starts_a_word(&self.stated, phrase))
    }

    /// Whether a parcel's arrival is spoken of, and not that of an answer or of money.
    pub(super) fn speaks_of_arrival(&self, words: &Vocabulary) -> bool {
        self.has_any(words.arrival) && !self.has_any(words.not_a_parcel)
    }
}

/// The clauses between words that turn the sentence, `but`.
fn split_at_words(clause: &str, turns: &[&str]) -> Vec<String> {
    clause
        .split(' ')
        .collect::<Vec<_>>()
        .split(|word| turns.contains(word))
        .map(|words| words.join(" "))
        .collect()
}

fn has_word(clause: &str, wanted: &[&str]) -> bool {
    clause.split(' ').any(|word| wanted.contains(&word))
}

fn starts_a_word(text: &str, phrase: &str) -> bool {
    text.match_indices(phrase)
        .any(|(at, _)| at == 0 || text[..at].ends_with(' '))
}
