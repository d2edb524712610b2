//! Which orders and parcels are named.

use super::Flaw;
use crate::template::Facts;
use crate::text::{fold_text, normalize_order_number};

/// Words after which an order's number stands, folded.
const ORDER_WORDS: [&str; 3] = ["commande", "commandes", "order"];

/// Words after which a parcel's number stands, folded.
const PARCEL_WORDS: [&str; 5] = ["colis", "parcel", "suivi", "tracking", "package"];

/// What may stand between such a word and the number, folded.
const BETWEEN: [&str; 6] = ["n", "no", "nr", "numero", "number", "votre"];

/// The fewest digits of an order's number.
const MIN_ORDER_DIGITS: usize = 3;

/// The fewest digits of a parcel's number.
const MIN_PARCEL_DIGITS: usize = 8;

/// How long a number is that can only be a parcel's, in characters: longer than a telephone
/// number, shorter than a bank account's.
const PARCEL_CHARS: std::ops::RangeInclusive<usize> = 11..=22;

/// The orders and parcels of a text that are not the shopper's.
pub(super) fn flaws(text: &str, facts: &Facts) -> Vec<Flaw> {
    let mut context = Context::None;
    let mut flaws = Vec::new();
    for word in text.split([' ', '\n', '\t', '\u{a0}', '\u{202f}', '(', ')']) {
        let ends = word.ends_with(['.', ',', ';', ':', '!', '?']);
        let token = word.trim_matches(|c: char| !c.is_alphanumeric() && c != '#' && c != '+');
        let folded = fold_text(token);
        if ORDER_WORDS.contains(&folded.as_str()) {
            context = Context::Order;
        } else if PARCEL_WORDS.contains(&folded.as_str()) {
            context = Context::Parcel;
        } else if !(token.is_empty() || BETWEEN.contains(&folded.as_str())) {
            flaws.extend(flaw(token, context, facts));
            context = Context::None;
        }
        if ends && !BETWEEN.contains(&folded.as_str()) {
            context = Context::None;
        }
    }
    flaws
}

/// What the words before a number say that it is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Context {
    None,
    Order,
    Parcel,
}

fn flaw(token: &str, context: Context, facts: &Facts) -> Option<Flaw> {
    if token.contains(['/', '@', ',', ':']) || token.starts_with('+') {
        return None;
    }
    let digits = token.chars().filter(char::is_ascii_digit).count();
    let is_order = token.starts_with('#') || context == Context::Order;
    if is_order && digits >= MIN_ORDER_DIGITS {
        let number = normalize_order_number(token);
        let known = facts.order(&number).is_some() || is_parcel_of(token, facts);
        return (!known).then(|| Flaw::OtherOrder {
            number: token.to_owned(),
        });
    }
    if digits < MIN_PARCEL_DIGITS {
        return None;
    }
    let is_parcel = context == Context::Parcel || reads_as_parcel(token);
    let known = is_parcel_of(token, facts) || facts.order(token).is_some();
    (is_parcel && !known).then(|| Flaw::OtherParcel {
        number: token.to_owned(),
    })
}

fn reads_as_parcel(token: &str) -> bool {
    PARCEL_CHARS.contains(&token.len())
        && token
            .chars()
            .all(|c| c.is_ascii_uppercase() || c.is_ascii_digit())
}

fn is_parcel_of(token: &str, facts: &Facts) -> bool {
    let parcels = facts.orders.iter().flat_map(|order| &order.parcels);
    let mut numbers = parcels.map(|parcel| &parcel.number);
    numbers.any(|number| number.eq_ignore_ascii_case(token))
}
