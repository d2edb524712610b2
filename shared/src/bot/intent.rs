//! What a shopper's sentence asks for, in whichever of our languages it is written.

use super::vocabulary::{Phrase, Vocabulary, any, has};
use crate::text::fold_text;

/// What stands before an order's number.
const NAMES: &[&str] = &[
    "n°",
    "º",
    "°",
    "nº",
    "n",
    "no",
    "nr",
    "numero",
    "numéro",
    "número",
    "nummer",
    "number",
    "رقم",
    "commande",
    "order",
    "bestellung",
    "bestelling",
    "pedido",
    "ordine",
    "encomenda",
    "الطلب",
    "طلب",
    "طلبي",
];

/// What the bot can make of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Intent {
    /// Where is my order, when does it come.
    Track(Option<String>),
    /// Until when to order, to have it by the season's day.
    OrderUntil,
    /// Will my order be there by the season's day.
    InTime(Option<String>),
    /// My parcel has not come, though it should have.
    NotReceived(Option<String>),
    /// I want my money back.
    Refund(Option<String>),
    /// Bring it elsewhere.
    OtherAddress(Option<String>),
    /// A human, please.
    Human,
    /// Hello, and nothing else.
    Greeting,
    /// Thank you, and nothing else.
    Thanks,
    /// Yes, and nothing else.
    Yes,
    /// No, and nothing else.
    No,
    /// Anything else.
    Other,
}

/// Reads a sentence. What names an order has the number with it.
pub fn understand(text: &str) -> Intent {
    let folded = fold_text(text);
    let number = order_number(text);
    if any(|known| has(&folded, &known.human)) {
        return Intent::Human;
    }
    if any(|known| has(&folded, &known.refund)) {
        return Intent::Refund(number);
    }
    if any(|known| has(&folded, &known.address)) {
        return Intent::OtherAddress(number);
    }
    if any(|known| has(&folded, &known.missing)) {
        return Intent::NotReceived(number);
    }
    if any(|known| asks_until_when(&folded, known)) {
        return Intent::OrderUntil;
    }
    if any(|known| has(&folded, &known.season) && speaks_of_coming(&folded, known)) {
        return Intent::InTime(number);
    }
    let is_short = folded.split(' ').count() <= 4;
    if any(|known| asks_for_parcel(&folded, known)) || (number.is_some() && is_short) {
        return Intent::Track(number);
    }
    small_talk(&folded).unwrap_or(Intent::Other)
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
        .split(|c: char| !(c.is_alphanumeric() || c == '-' || c == '°' || c == 'º'))
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    let mut named = false;
    for word in &words {
        if named && let Some(number) = leading_number(word) {
            return Some(number);
        }
        named = NAMES.contains(&word.as_str());
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

fn asks_until_when(folded: &str, known: &Vocabulary) -> bool {
    let said = [&known.until, &known.season, &known.ordering].map(|group| has(folded, group));
    said.into_iter().filter(|is_said| *is_said).count() > 1
}

/// Whether a sentence is about something that is to come.
fn speaks_of_coming(folded: &str, known: &Vocabulary) -> bool {
    has(folded, &known.parcel) || has(folded, &known.coming)
}

fn asks_for_parcel(folded: &str, known: &Vocabulary) -> bool {
    // A bare "ma commande" asks for it too.
    let is_bare = || folded.split(' ').count() <= 3;
    has(folded, &known.tracking)
        || (has(folded, &known.parcel) && (has(folded, &known.whereabouts) || is_bare()))
}

/// What a sentence says that asks for nothing.
fn small_talk(folded: &str) -> Option<Intent> {
    let is_only =
        |wanted: fn(&Vocabulary) -> &Vec<Phrase>| any(|known| only(folded, known, wanted));
    if is_only(|known| &known.no) {
        Some(Intent::No)
    } else if is_only(|known| &known.greeting) {
        Some(Intent::Greeting)
    } else if is_only(|known| &known.thanks) {
        Some(Intent::Thanks)
    } else if is_only(|known| &known.yes) {
        Some(Intent::Yes)
    } else {
        None
    }
}

/// Whether a sentence has one of the wanted words, and else only courtesies.
fn only(folded: &str, known: &Vocabulary, wanted: fn(&Vocabulary) -> &Vec<Phrase>) -> bool {
    let courtesies = [&known.filler, &known.thanks, &known.yes, wanted(known)];
    has(folded, wanted(known))
        && folded
            .split(' ')
            .all(|word| courtesies.iter().any(|group| has(word, group)))
}

#[cfg(test)]
mod tests;
