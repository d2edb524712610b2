//! Which language a text is in.

use super::Flaw;
use crate::language::Language;
use crate::text::fold_text;

/// Small words that only French has, folded.
const FRENCH: [&str; 32] = [
    "le", "la", "les", "des", "une", "vous", "votre", "vos", "nous", "est", "sont", "dans", "avec",
    "pour", "pas", "que", "qui", "du", "et", "il", "elle", "sera", "cette", "ce", "chez", "sur",
    "notre", "au", "aux", "avez", "je", "bonjour",
];

/// Small words that only English has, folded.
const ENGLISH: [&str; 32] = [
    "the", "is", "are", "you", "your", "we", "for", "with", "not", "and", "that", "this", "will",
    "have", "has", "of", "to", "be", "our", "it", "was", "i", "can", "from", "they", "their",
    "been", "by", "would", "there", "hello", "my",
];

/// The fewest such words that make a text one of the other language.
const CLEAR: usize = 4;

/// Whether a text is clearly in another language than that of a shopper who speaks French or
/// English.
pub(super) fn flaw(text: &str, wanted: Language) -> Option<Flaw> {
    let folded = fold_text(text);
    let count = |small: &[&str]| {
        folded
            .split(' ')
            .filter(|word| small.contains(word))
            .count()
    };
    let (own, other) = match wanted {
        Language::French => (count(&FRENCH), count(&ENGLISH)),
        Language::English => (count(&ENGLISH), count(&FRENCH)),
        // Agents answer in English whose language they don't speak; the small words of others are
        // not told apart here.
        _ => return None,
    };
    // A quoted name or a product's title is no change of language.
    (other >= CLEAR && other > 3 * own).then_some(Flaw::OtherLanguage { wanted })
}
