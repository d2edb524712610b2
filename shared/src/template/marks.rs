//! The marks that stand where something is yet to be typed: `⟨amount⟩`.

use std::ops::Range;

/// What a mark begins with,
const OPEN: char = '⟨';

/// and ends with.
const CLOSE: char = '⟩';

/// The mark for something that is yet to be typed.
pub fn mark(what: &str) -> String {
    format!("{OPEN}{what}{CLOSE}")
}

/// Where the marks of a text are, in bytes, in order. One that has lost an end reaches to the end
/// of its line.
pub fn marks(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(rest) = text.get(from..) {
        let Some(start) = rest.find([OPEN, CLOSE]) else {
            break;
        };
        let start = from + start;
        let rest = &text[start..];
        let line = rest.find('\n').unwrap_or(rest.len());
        let length = rest[..line]
            .find(CLOSE)
            .map_or(line, |at| at + CLOSE.len_utf8());
        found.push(start..start + length);
        from = start + length;
    }
    found
}

/// What a mark asks for, without its ends.
pub fn wanted(mark: &str) -> &str {
    mark.trim_matches([OPEN, CLOSE]).trim()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, wanted_words: &[&str]) {
        let found: Vec<_> = marks(text)
            .into_iter()
            .map(|at| wanted(&text[at]))
            .collect();
        assert_eq!(found, wanted_words, "{text}");
    }

    #[test]
    fn marks_are_found_whole_and_broken() {
        check(
            "Nous remboursons ⟨montant⟩ le ⟨date⟩.",
            &["montant", "date"],
        );
        check("", &[]);
        check("sans rien", &[]);
        check("⟨montant\nla suite", &["montant"]);
        check("montant⟩ et ⟨date⟩", &["", "date"]);
        check("⟨⟩", &[""]);
    }
}
