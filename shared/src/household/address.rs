//! Where an order goes, brought to one form, so that the same home written twice is the same text.
//!
//! | what differs | example |
//! | --- | --- |
//! | case, accents, punctuation | `12, RUE DE L’ÉGLISE` and `12 rue de l'eglise` |
//! | short words | `r.`, `av`, `bd`, `Str.`, `St-Étienne` |
//! | what stands on which line | `Bât. B` before or behind the street |
//! | blanks in numbers | `12bis` and `12 bis` |
//! | the mail's own additions | `Lyon Cedex 03`, `Paris 11e`, `F-69003` |
//!
//! A false link tells of strangers, a missing one tells nothing: in doubt two addresses differ. What
//! is not a home has no form: a pickup point, a locker, a company, or an address without street,
//! postcode, town or country.

use crate::text::{cut, fold_text, normalize_postcode};

/// How many lines are read, and how much of each, in characters.
const MAX_LINES: usize = 6;
const MAX_LINE_CHARS: usize = 250;

/// An address as a source tells it. It is never kept, nor written anywhere.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Address {
    /// Street, number, floor, building, in the source's order.
    pub lines: Vec<String>,
    /// The postcode.
    pub postcode: String,
    /// The town.
    pub town: String,
    /// ISO 3166-1 alpha-2 country.
    pub country: String,
    /// A company's name; an address with one is no home.
    pub company: Option<String>,
}

/// Nothing of an address is shown, not even while somebody looks for a fault.
impl std::fmt::Debug for Address {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Address")
    }
}

/// A word and what it stands for. Which one of two spellings is the form doesn't matter, only that
/// there is one; words of several languages that mean the same need not meet.
const WORDS: [(&str, &str); 46] = [
    ("r", "rue"),
    ("av", "avenue"),
    ("ave", "avenue"),
    ("bd", "boulevard"),
    ("bld", "boulevard"),
    ("blvd", "boulevard"),
    ("boul", "boulevard"),
    ("pl", "place"),
    ("all", "allee"),
    ("imp", "impasse"),
    ("ch", "chemin"),
    ("che", "chemin"),
    ("chem", "chemin"),
    ("rte", "route"),
    ("sq", "square"),
    ("crs", "cours"),
    ("fg", "faubourg"),
    ("fbg", "faubourg"),
    ("qu", "quai"),
    ("res", "residence"),
    ("resid", "residence"),
    ("lot", "lotissement"),
    ("bat", "batiment"),
    ("esc", "escalier"),
    ("et", "etage"),
    ("etg", "etage"),
    ("apt", "appartement"),
    ("app", "appartement"),
    ("appt", "appartement"),
    ("st", "saint"),
    ("ste", "sainte"),
    ("gal", "general"),
    ("gen", "general"),
    ("mal", "marechal"),
    ("cdt", "commandant"),
    ("pdt", "president"),
    ("dr", "docteur"),
    ("rd", "road"),
    ("ln", "lane"),
    ("avda", "avenida"),
    ("avd", "avenida"),
    ("pza", "plaza"),
    ("c", "calle"),
    ("nr", "no"),
    ("num", "no"),
    ("numero", "no"),
];

/// Words that say that nobody lives there.
const NO_HOME: [&str; 10] = [
    "relais",
    "relay",
    "locker",
    "lockers",
    "consigne",
    "packstation",
    "paketshop",
    "postfiliale",
    "pickup",
    "restante",
];

impl Address {
    /// The address in the form in which it is compared; `None` for what is not known to be a home.
    pub fn form(&self) -> Option<String> {
        let company = self.company.as_deref().unwrap_or_default();
        if !company.trim().is_empty() {
            return None;
        }
        let mut parts: Vec<String> = self
            .lines
            .iter()
            .take(MAX_LINES)
            .flat_map(|line| line_parts(&cut(line.clone(), MAX_LINE_CHARS)))
            .collect();
        let nobody_lives_there = parts.iter().any(|part| is_no_home(part));
        parts.sort();
        parts.dedup();
        let street = parts.join("/");
        let has_street = street.chars().any(char::is_alphabetic);
        let town = town(&self.town);
        let country = fold_text(&self.country);
        let postcode = postcode(&self.postcode, &country);
        let is_whole = has_street && !town.is_empty() && !postcode.is_empty() && country.len() == 2;
        (is_whole && !nobody_lives_there).then(|| format!("{country}|{postcode}|{town}|{street}"))
    }
}

/// The parts of a line, which commas make. A house number that stands alone goes with its street:
/// the one behind it (`12, rue de la Paix`), else the one before (`Via Roma, 5`).
fn line_parts(line: &str) -> Vec<String> {
    let mut parts: Vec<String> = Vec::new();
    let mut number: Option<String> = None;
    for part in line
        .split(',')
        .map(part_form)
        .filter(|part| !part.is_empty())
    {
        if let Some(number) = number.take() {
            parts.push(format!("{number} {part}"));
        } else if !is_number(&part) {
            parts.push(part);
        } else if let Some(street) = parts.last_mut().filter(|street| !has_digit(street)) {
            street.push(' ');
            street.push_str(&part);
        } else {
            number = Some(part);
        }
    }
    parts.extend(number);
    parts
}

/// A part in its form: folded, numbers apart from letters, short words long.
fn part_form(part: &str) -> String {
    let folded = apart(&fold_text(part));
    let words: Vec<&str> = folded.split(' ').filter(|word| !word.is_empty()).collect();
    let last = words.len().saturating_sub(1);
    let long = |(place, word): (usize, &&str)| match *word {
        // "Main St" is a street; a French saint is followed by its name.
        "st" if place == last && place > 0 => "street".to_owned(),
        word => long_word(word),
    };
    words
        .iter()
        .enumerate()
        .map(long)
        .collect::<Vec<_>>()
        .join(" ")
}

fn long_word(word: &str) -> String {
    if let Some((_, long)) = WORDS.iter().find(|(short, _)| *short == word) {
        return (*long).to_owned();
    }
    // Hauptstr., Hauptstraße, Hoofdstraat.
    let stem = ["strasse", "straat"]
        .iter()
        .find_map(|end| word.strip_suffix(end));
    stem.map_or_else(|| word.to_owned(), |stem| format!("{stem}str"))
}

/// Digits and letters parted: `12bis` is `12 bis`.
fn apart(folded: &str) -> String {
    let mut parted = String::with_capacity(folded.len());
    let mut before: Option<char> = None;
    for c in folded.chars() {
        let turns = |before: char| {
            before != ' ' && c != ' ' && before.is_ascii_digit() != c.is_ascii_digit()
        };
        if before.is_some_and(turns) {
            parted.push(' ');
        }
        parted.push(c);
        before = Some(c);
    }
    parted
}

/// A town without what the mail adds: its delivery office, a district's number.
fn town(text: &str) -> String {
    let folded = part_form(&cut(text.to_owned(), MAX_LINE_CHARS));
    let words = folded.split(' ').filter(|word| {
        let is_addition = matches!(*word, "cedex" | "e" | "er" | "eme" | "arrondissement");
        !is_addition && !word.chars().all(|c| c.is_ascii_digit())
    });
    words.collect::<Vec<_>>().join(" ")
}

/// A postcode without its country's sign: `F-69003`, `L-1234`.
fn postcode(text: &str, country: &str) -> String {
    const MAX_CHARS: usize = 16;
    let code = cut(normalize_postcode(text), MAX_CHARS);
    let sign = country.to_uppercase();
    let signs = [sign.as_str(), sign.get(..1).unwrap_or_default()];
    let bare = signs.iter().find_map(|sign| code.strip_prefix(sign));
    let is_digits = |code: &&str| !code.is_empty() && code.bytes().all(|b| b.is_ascii_digit());
    bare.filter(is_digits).map_or(code.clone(), str::to_owned)
}

fn is_no_home(part: &str) -> bool {
    part.split(' ').any(|word| NO_HOME.contains(&word))
}

fn is_number(part: &str) -> bool {
    const BEHIND: [&str; 3] = ["bis", "ter", "quater"];
    let is_digits = |word: &str| word.bytes().all(|b| b.is_ascii_digit());
    let mut words = part.split(' ');
    words.next().is_some_and(is_digits)
        && words.all(|word| is_digits(word) || BEHIND.contains(&word))
}

fn has_digit(part: &str) -> bool {
    part.bytes().any(|b| b.is_ascii_digit())
}

#[cfg(test)]
mod tests;
