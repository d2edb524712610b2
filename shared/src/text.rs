//! Foreign and typed text brought to one form, so that equal means equal; and the small forms of
//! text that all wordings share.

mod letters;

use letters::{is_mark, narrow, unmarked};

/// Lower case, without accents and punctuation, blanks collapsed: what the bot and the search
/// compare. An apostrophe parts words (`j ai recu`), whichever of its forms is typed.
pub fn fold_text(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars() {
        // Most letters are plain, and looking them up would be most of the work.
        if c.is_ascii() {
            fold_char(&mut folded, c.to_ascii_lowercase());
        } else {
            for lower in narrow(c).to_lowercase().filter(|c| !is_mark(*c)) {
                fold_char(&mut folded, unmarked(lower));
            }
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}

/// Adds a character that is in lower case and without marks.
fn fold_char(folded: &mut String, c: char) {
    match c {
        'œ' => folded.push_str("oe"),
        'æ' => folded.push_str("ae"),
        'ß' => folded.push_str("ss"),
        'ﬁ' => folded.push_str("fi"),
        'ﬂ' => folded.push_str("fl"),
        'ĳ' => folded.push_str("ij"),
        '№' => folded.push_str("no"),
        // U+02BC counts as a letter and is typed as an apostrophe.
        c if c.is_alphanumeric() && c != 'ʼ' => folded.push(c),
        _ if folded.is_empty() || folded.ends_with(' ') => {}
        _ => folded.push(' '),
    }
}

/// An order's number without its ornaments: `#1042`, `n° 1042` and ` 1042 ` are all `1042`.
/// Letters and inner dashes belong to the number (`FR-1042`).
pub fn normalize_order_number(text: &str) -> String {
    let upper: String = text.chars().flat_map(compatible).collect();
    let kept: String = without_ornament(upper.trim())
        .chars()
        .filter(|&c| c.is_alphanumeric() || c == '-')
        .collect();
    kept.trim_matches('-').to_owned()
}

/// A character of an order's number in upper case, as it is compared.
fn compatible(c: char) -> impl Iterator<Item = char> {
    let (sign, letter) = match c {
        '№' => (Some('N'), 'O'),
        'º' => (None, 'O'),
        _ => (None, narrow(c)),
    };
    sign.into_iter().chain(letter.to_uppercase())
}

/// An order's number without the mark that the shop puts before it, for a sentence that brings
/// its own: `#1042` is `1042`.
pub fn without_mark(number: &str) -> &str {
    number.trim().trim_start_matches('#').trim_start()
}

/// An e-mail address, trimmed and in lower case.
pub fn normalize_email(text: &str) -> String {
    text.trim().to_lowercase()
}

/// A postcode without blanks and dashes, in upper case.
pub fn normalize_postcode(text: &str) -> String {
    text.chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_uppercase)
        .collect()
}

/// A text as a part of a link: every byte but letters, digits and `-._~` as `%XX`.
pub fn percent_encode(text: &str) -> String {
    const HEX: &[u8; 16] = b"0123456789ABCDEF";
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            encoded.push('%');
            encoded.push(char::from(HEX[usize::from(byte >> 4)]));
            encoded.push(char::from(HEX[usize::from(byte & 15)]));
        }
    }
    encoded
}

/// The text that a part of a link stands for; `None` where a `%XX` is none, or the bytes are not
/// text.
pub fn percent_decode(part: &str) -> Option<String> {
    let mut pieces = part.split('%');
    let mut decoded = pieces.next()?.as_bytes().to_vec();
    for piece in pieces {
        let (digits, rest) = piece.as_bytes().split_at_checked(2)?;
        decoded.extend(hex::decode(digits).ok()?);
        decoded.extend(rest);
    }
    String::from_utf8(decoded).ok()
}

/// The beginning of a text on one line, at most `max_chars` characters with the ellipsis that
/// marks a cut. It cuts between words where that keeps at least half of the room.
pub fn preview(text: &str, max_chars: usize) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= max_chars {
        return line;
    }
    let Some(room) = max_chars.checked_sub(1) else {
        return String::new();
    };
    let cut: String = line.chars().take(room).collect();
    let kept = match cut.rsplit_once(' ') {
        Some((words, _)) if words.chars().count() * 2 >= room => words,
        _ => cut.as_str(),
    };
    format!("{}…", kept.trim_end())
}

/// Whether a text has more than so many characters.
pub fn is_over(text: &str, max_chars: usize) -> bool {
    text.chars().nth(max_chars).is_some()
}

/// The first characters of a text, at most so many, as they are.
pub fn cut(mut text: String, max_chars: usize) -> String {
    if let Some((end, _)) = text.char_indices().nth(max_chars) {
        text.truncate(end);
    }
    text
}

/// What stands before a number when people write one: "commande n° ", "order #".
fn without_ornament(text: &str) -> &str {
    const ORNAMENTS: [&str; 8] = [
        "COMMANDE", "ORDER", "NUMÉRO", "NUMERO", "N°", "NO.", "Nº", "#",
    ];
    let mut rest = text;
    // `NO ` with a blank is a word, `NO1042` a number with a prefix.
    while let Some(shorter) = ORNAMENTS
        .iter()
        .find_map(|ornament| rest.strip_prefix(ornament))
        .or_else(|| rest.strip_prefix("NO ").or_else(|| rest.strip_prefix("N ")))
    {
        rest = shorter.trim_start();
    }
    rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_cut_between_characters() {
        for (text, over, kept) in [
            ("", false, ""),
            ("été", false, "été"),
            ("étés", true, "été"),
        ] {
            assert_eq!(is_over(text, 3), over, "{text}");
            assert_eq!(cut(text.to_owned(), 3), kept);
        }
    }

    #[test]
    fn folding_leaves_letters_and_digits() {
        for (text, folded) in [
            ("Où est ma commande ?", "ou est ma commande"),
            ("  J’ai  reçu…  RIEN !", "j ai recu rien"),
            ("jʼai, j‘ai", "j ai j ai"),
            ("Cœur d'œuvre", "coeur d oeuvre"),
            ("Nº 1042 — merci", "no 1042 merci"),
            ("été", "ete"),
            ("¿?", ""),
        ] {
            assert_eq!(fold_text(text), folded, "{text}");
        }
    }

    #[test]
    fn order_numbers_lose_their_ornaments() {
        for text in [
            "#1042",
            "n° 1042",
            "1042 ",
            "N°1042",
            "nº 1042",
            "№ 1042",
            "No. 1042",
            "commande n° #1042",
            "Order #1042",
            "numéro 1042",
            "ORDER-1042",
            "１０４２",
        ] {
            assert_eq!(normalize_order_number(text), "1042", "{text}");
        }
        for (text, number) in [
            ("fr-1042", "FR-1042"),
            ("NO1042", "NO1042"),
            ("1042-B", "1042-B"),
            ("#", ""),
        ] {
            assert_eq!(normalize_order_number(text), number, "{text}");
        }
    }

    #[test]
    fn a_sentence_brings_its_own_mark() {
        for (number, bare) in [
            ("#1042", "1042"),
            (" # 1042", "1042"),
            ("FR-1042", "FR-1042"),
        ] {
            assert_eq!(without_mark(number), bare);
        }
    }

    #[test]
    fn proofs_are_brought_to_one_form() {
        assert_eq!(normalize_email(" Éva@Exemple.FR\n"), "éva@exemple.fr");
        assert_eq!(normalize_postcode(" 69 003 "), "69003");
        assert_eq!(normalize_postcode("sw1a-1aa"), "SW1A1AA");
    }

    #[test]
    fn parts_of_links_hold_nothing_that_ends_them() {
        for (text, encoded) in [
            ("1Z999-AA._~", "1Z999-AA._~"),
            ("a b/c?d&e#f%", "a%20b%2Fc%3Fd%26e%23f%25"),
            ("é", "%C3%A9"),
            ("", ""),
        ] {
            assert_eq!(percent_encode(text), encoded);
            assert_eq!(percent_decode(encoded).as_deref(), Some(text));
        }
        assert_eq!(percent_decode("a%2f#1+é").as_deref(), Some("a/#1+é"));
        for garbled in ["%", "a%2", "%G1", "%+1", "%é", "%FF", "%C3"] {
            assert_eq!(percent_decode(garbled), None, "{garbled}");
        }
    }

    #[test]
    fn previews_fit_and_say_that_they_are_cut() {
        for (text, max, preview_text) in [
            ("Bonjour", 7, "Bonjour"),
            ("Bonjour à\ntous", 20, "Bonjour à tous"),
            ("Bonjour à tous", 11, "Bonjour à…"),
            ("Anticonstitutionnellement", 6, "Antic…"),
            ("a anticonstitutionnellement", 10, "a anticon…"),
            ("Bonjour", 1, "…"),
            ("Bonjour", 0, ""),
        ] {
            assert_eq!(preview(text, max), preview_text);
        }
    }
}
