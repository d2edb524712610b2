//! What a shopper's sentence asks for.

use crate::text::fold_text;

/// What the bot can make of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Intent {
    /// Where is my order, when does it come.
    Track {
        /// The order number in the sentence, if there is one.
        number: Option<String>,
    },
    /// A human, please.
    Human,
    /// Hello, and nothing else.
    Greeting,
    /// Thank you, and nothing else.
    Thanks,
    /// Anything else.
    Other,
}

/// Stems of words that speak of an order or a parcel, in French and English.
const PARCEL: &[&str] = &[
    "command",
    "colis",
    "paquet",
    "livraison",
    "livre",
    "order",
    "parcel",
    "package",
    "deliver",
    "shipment",
];

/// Stems of words that ask where something is or when it comes.
const WHEREABOUTS: &[&str] = &[
    "ou", "quand", "suivi", "suivre", "statut", "etat", "recu", "recois", "recevoir", "arriv",
    "attend", "retard", "perdu", "nouvelle", "date", "where", "when", "track", "status", "arriv",
    "receiv", "late", "delay", "lost", "eta", "still", "toujours", "encore", "wher",
];

/// Whole sentences, or their beginnings, that mean tracking with neither word group complete.
const TRACK_PHRASES: &[&str] = &[
    "suivre ma",
    "suivre mon",
    "suivi de",
    "track my",
    "tracking",
    "wismo",
    "toujours rien recu",
    "rien recu",
    "pas recu",
    "not received",
    "not arrived",
    "pas arrive",
    "etre livre",
    "be delivered",
];

/// What asks for a human.
const HUMAN: &[&str] = &[
    "humain",
    "conseiller",
    "conseillere",
    "un agent",
    "une personne",
    "quelqu un",
    "service client",
    "vrai personne",
    "human",
    "real person",
    "an agent",
    "someone",
    "somebody",
    "representative",
    "customer service",
    "advisor",
    "operator",
];

/// Greetings, as whole words.
const GREETINGS: &[&str] = &[
    "bonjour", "bonsoir", "salut", "coucou", "hello", "hi", "hey",
];

/// Thanks, as whole words.
const THANKS: &[&str] = &["merci", "thanks", "thank", "parfait", "super", "great"];

/// What is left of a greeting or thanks that carries no request of its own.
const FILLERS: &[&str] = &[
    "a", "tous", "beaucoup", "bien", "you", "there", "very", "much", "madame", "monsieur", "et",
    "so", "c", "est",
];

/// Reads a sentence.
pub fn understand(text: &str) -> Intent {
    let folded = fold_text(text);
    let words: Vec<&str> = folded.split(' ').filter(|word| !word.is_empty()).collect();
    if HUMAN.iter().any(|phrase| contains_phrase(&folded, phrase)) {
        return Intent::Human;
    }
    let number = order_number(text);
    if asks_for_parcel(&folded, &words) || (number.is_some() && words.len() <= 4) {
        return Intent::Track { number };
    }
    if only(&words, GREETINGS) {
        return Intent::Greeting;
    }
    if only(&words, THANKS) {
        return Intent::Thanks;
    }
    Intent::Other
}

/// The order number that a sentence names: a run with a digit after `#`, `n°` or a word for an
/// order, or the sentence itself when it is nothing but a number.
pub fn order_number(text: &str) -> Option<String> {
    if let Some((_, rest)) = text.split_once('#') {
        let number = leading_number(rest);
        if number.is_some() {
            return number;
        }
    }
    let words: Vec<String> = text
        .split(|c: char| !(c.is_alphanumeric() || c == '-' || c == '\u{b0}'))
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    let mut named = false;
    for word in &words {
        if named && let Some(number) = leading_number(word) {
            return Some(number);
        }
        named = [
            "n°", "no", "numero", "numéro", "number", "commande", "order", "nº", "n",
        ]
        .contains(&word.as_str());
    }
    match words.as_slice() {
        [only] => leading_number(only),
        _ => None,
    }
}

fn leading_number(text: &str) -> Option<String> {
    let text = text.trim_start();
    let run: String = text
        .chars()
        .take_while(|c| c.is_ascii_alphanumeric() || *c == '-')
        .take(24)
        .collect();
    let digits = run.chars().filter(char::is_ascii_digit).count();
    // Years and counts are shorter; a phone number or a card is longer.
    ((3..=14).contains(&digits)).then(|| run.to_uppercase())
}

fn asks_for_parcel(folded: &str, words: &[&str]) -> bool {
    if TRACK_PHRASES
        .iter()
        .any(|phrase| contains_phrase(folded, phrase))
    {
        return true;
    }
    let parcel = words
        .iter()
        .any(|word| PARCEL.iter().any(|stem| word.starts_with(stem)));
    let whereabouts = words.iter().any(|word| is_whereabouts(word));
    // A bare "ma commande" asks for it too.
    parcel && (whereabouts || words.len() <= 3)
}

fn is_whereabouts(word: &str) -> bool {
    WHEREABOUTS.iter().any(|stem| {
        if stem.len() <= 4 {
            word == *stem
        } else {
            word.starts_with(stem)
        }
    })
}

fn contains_phrase(folded: &str, phrase: &str) -> bool {
    folded.match_indices(phrase).any(|(at, _)| {
        let before = folded[..at].chars().next_back();
        before.is_none_or(|c| c == ' ')
    })
}

fn only(words: &[&str], vocabulary: &[&str]) -> bool {
    !words.is_empty()
        && words.iter().any(|word| vocabulary.contains(word))
        && words
            .iter()
            .all(|word| vocabulary.contains(word) || FILLERS.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn track(number: Option<&str>) -> Intent {
        Intent::Track {
            number: number.map(str::to_owned),
        }
    }

    #[test]
    fn tracking_is_understood_in_many_wordings() {
        for text in [
            "Où est ma commande ?",
            "ou est mon colis",
            "J’attends toujours mon paquet",
            "Quand vais-je recevoir ma commande ?",
            "quand est-ce que je serai livré",
            "Je n'ai toujours rien reçu",
            "ma commande n'est pas arrivée",
            "suivre ma commande",
            "suivi de colis",
            "Mon colis est en retard !",
            "ma commande",
            "Where is my order?",
            "where's my package",
            "When will my parcel arrive?",
            "I still haven't received my order",
            "track my order",
            "My delivery is late",
            "order status please",
        ] {
            assert_eq!(understand(text), track(None), "{text}");
        }
    }

    #[test]
    fn a_number_in_the_sentence_is_found() {
        assert_eq!(
            understand("où est ma commande #1042 ?"),
            track(Some("1042"))
        );
        assert_eq!(
            understand("Commande n° 1042 toujours pas reçue"),
            track(Some("1042"))
        );
        assert_eq!(understand("where is order 1042-B?"), track(Some("1042-B")));
        assert_eq!(understand("1042"), track(Some("1042")));
        assert_eq!(understand("#FR1042"), track(Some("FR1042")));
    }

    #[test]
    fn a_human_is_understood_before_anything_else() {
        for text in [
            "je veux parler à un humain",
            "Un conseiller svp",
            "puis-je parler à quelqu'un de ma commande ?",
            "I want to talk to a real person",
            "customer service please",
        ] {
            assert_eq!(understand(text), Intent::Human, "{text}");
        }
    }

    #[test]
    fn small_talk_is_small_talk_only_when_it_is_alone() {
        assert_eq!(understand("Bonjour"), Intent::Greeting);
        assert_eq!(understand("Merci beaucoup !"), Intent::Thanks);
        assert_eq!(understand("Bonjour, où est mon colis ?"), track(None));
    }

    #[test]
    fn what_is_not_understood_is_other() {
        for text in [
            "Ce train convient-il à 2 ans ?",
            "Do you have it in blue?",
            "…",
            "il y a 3 roues",
        ] {
            assert_eq!(understand(text), Intent::Other, "{text}");
        }
    }
}
