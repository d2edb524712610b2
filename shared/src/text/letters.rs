//! Letters without their marks.
//!
//! A library knows this of every script; its tables would be a tenth of what an agent downloads.
//! Here are the letters of the Latin and the Arabic alphabet, the ones that the languages of
//! [`crate::language::Language`] are written in, and tests hold them to the library.

/// Each plain letter with its marked forms in lower case, the most frequent letters first.
const MARKED: [(char, &str); 38] = [
    ('e', "éèêëēĕėęěȅȇȩḕḗḙḛḝẹẻẽếềểễệ"),
    ('a', "àâäáãåªāăąǎǟǡǻȁȃȧḁạảấầẩẫậắằẳẵặ"),
    ('u', "ùûüúũūŭůűųưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữự"),
    ('i', "îïìíĩīĭįǐȉȋḭḯỉị"),
    ('o', "ôöóòõºōŏőơǒǫǭȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợ"),
    ('c', "çćĉċčḉ"),
    ('n', "ñńņňǹṅṇṉṋ"),
    ('y', "ýÿŷȳẏẙỳỵỷỹ"),
    ('s', "śŝşšſșṡṣṥṧṩẛ"),
    ('z', "źżžẑẓẕ"),
    ('d', "ďḋḍḏḑḓ"),
    ('g', "ĝğġģǧǵḡ"),
    ('h', "ĥȟḣḥḧḩḫẖ"),
    ('j', "ĵǰ"),
    ('k', "ķǩḱḳḵ"),
    ('l', "ĺļľḷḹḻḽ"),
    ('r', "ŕŗřȑȓṙṛṝṟ"),
    ('t', "ţťțṫṭṯṱẗ"),
    ('w', "ŵẁẃẅẇẉẘ"),
    ('b', "ḃḅḇ"),
    ('f', "ḟ"),
    ('m', "ḿṁṃ"),
    ('p', "ṕṗ"),
    ('v', "ṽṿ"),
    ('x', "ẋẍ"),
    ('æ', "ǣǽ"),
    ('ø', "ǿ"),
    ('ʒ', "ǯ"),
    ('μ', "µ"),
    ('1', "¹"),
    ('2', "²"),
    ('3', "³"),
    ('ا', "أإآ"),
    ('و', "ؤ"),
    ('ي', "ئ"),
    ('ە', "ۀ"),
    ('ہ', "ۂ"),
    ('ے', "ۓ"),
];

/// How far the full-width forms of plain characters lie behind these.
const WIDTH: u32 = 0xFEE0;

/// A character in its usual width: `１` is `1`.
pub(super) fn narrow(c: char) -> char {
    match c {
        '！'..='～' => char::from_u32(u32::from(c) - WIDTH).unwrap_or(c),
        _ => c,
    }
}

/// A letter in lower case without its mark; any other character as it is.
pub(super) fn unmarked(c: char) -> char {
    let letter = MARKED.iter().find(|(_, marked)| marked.contains(c));
    letter.map_or(c, |(letter, _)| *letter)
}

/// Whether a character is a mark that stands on the one before it.
pub(super) fn is_mark(c: char) -> bool {
    matches!(
        c,
        '\u{300}'..='\u{36f}'
            | '\u{610}'..='\u{61a}'
            | '\u{64b}'..='\u{65f}'
            | '\u{670}'
            | '\u{6d6}'..='\u{6dc}'
            | '\u{6df}'..='\u{6e4}'
            | '\u{6e7}'
            | '\u{6e8}'
            | '\u{6ea}'..='\u{6ed}'
    )
}

#[cfg(test)]
mod tests {
    use unicode_normalization::UnicodeNormalization;
    use unicode_normalization::char::is_combining_mark;

    use super::*;

    /// The letters of Latin and Arabic, with what is typed among them.
    fn letters() -> impl Iterator<Item = char> {
        ('\u{80}'..='\u{24f}')
            .chain('\u{300}'..='\u{36f}')
            .chain('\u{600}'..='\u{6ff}')
            .chain('\u{1e00}'..='\u{1eff}')
            .chain('\u{ff01}'..='\u{ff5e}')
    }

    #[test]
    fn marks_come_off_as_the_library_takes_them_off() {
        let mut compared = 0;
        for letter in letters() {
            // What is one letter in the library's eyes; the others are spelled out by folding.
            let bare: Vec<char> = letter.nfkd().filter(|c| !is_combining_mark(*c)).collect();
            let [bare] = bare[..] else { continue };
            let lower: Vec<char> = narrow(letter)
                .to_lowercase()
                .map(unmarked)
                .filter(|c| !is_mark(*c))
                .collect();
            let expected: Vec<char> = bare.to_lowercase().collect();
            if bare.is_alphanumeric() {
                assert_eq!(lower, expected, "{letter:?}");
                compared += 1;
            }
        }
        assert!(compared > 800, "{compared}");
    }

    #[test]
    fn marks_are_those_of_the_library() {
        for c in letters() {
            let is_known = is_mark(c) || !is_combining_mark(c);
            assert!(is_known, "{c:?} is a mark");
        }
    }
}
