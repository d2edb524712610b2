//! HTML's entities in texts and secrets of `WordPress`.

/// A secret as the shop signs with it: of the entities, only those of `& < > " '` are decoded,
/// once, and in the forms that `WordPress` decodes.
pub(super) fn decode_special(secret: &str) -> String {
    replace(secret, |entity| match entity {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        _ => number(entity).filter(|c| "&<>\"'".contains(*c)),
    })
}

/// A text as it is meant to be read.
pub(super) fn decode(text: &str) -> String {
    replace(text, |entity| {
        NAMED
            .iter()
            .find_map(|&(name, c)| (name == entity).then_some(c))
            .or_else(|| number(entity).filter(|c| !c.is_control()))
    })
}

/// The entities that shops' texts are seen with.
const NAMED: [(&str, char); 26] = [
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("nbsp", '\u{a0}'),
    ("ndash", '–'),
    ("mdash", '—'),
    ("hellip", '…'),
    ("lsquo", '‘'),
    ("rsquo", '’'),
    ("ldquo", '“'),
    ("rdquo", '”'),
    ("laquo", '«'),
    ("raquo", '»'),
    ("times", '×'),
    ("deg", '°'),
    ("euro", '€'),
    ("agrave", 'à'),
    ("ccedil", 'ç'),
    ("eacute", 'é'),
    ("egrave", 'è'),
    ("ecirc", 'ê'),
    ("ocirc", 'ô'),
    ("ucirc", 'û'),
    ("oelig", 'œ'),
];

/// The longest name or number of an entity, in bytes.
const MAX_ENTITY_BYTES: usize = 10;

/// Replaces each `&entity;` for which `meaning` has a character; what it makes is not read again.
fn replace(text: &str, meaning: impl Fn(&str) -> Option<char>) -> String {
    let mut replaced = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        replaced.push_str(before);
        let end = after
            .bytes()
            .take(MAX_ENTITY_BYTES + 1)
            .position(|b| b == b';');
        if let Some((c, end)) = end.and_then(|end| Some((meaning(&after[..end])?, end))) {
            replaced.push(c);
            rest = &after[end + 1..];
        } else {
            replaced.push('&');
            rest = after;
        }
    }
    replaced.push_str(rest);
    replaced
}

/// The character of `#38` or `#x26`.
fn number(entity: &str) -> Option<char> {
    let digits = entity.strip_prefix('#')?;
    let code = match digits.strip_prefix(['x', 'X']) {
        Some(hex) if hex.bytes().all(|b| b.is_ascii_hexdigit()) => u32::from_str_radix(hex, 16),
        None if digits.bytes().all(|b| b.is_ascii_digit()) => digits.parse(),
        _ => return None,
    };
    code.ok().and_then(char::from_u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_is_decoded_once_and_for_the_special_characters_alone() {
        for (secret, decoded) in [
            ("plain", "plain"),
            ("w&c <'secret'>", "w&c <'secret'>"),
            ("w&amp;c &lt;&#039;secret&#39;&gt;", "w&c <'secret'>"),
            ("&quot;&#x22;&#0034;", "\"\"\""),
            ("&#x26;&#X027;", "&'"),
            ("&amp;lt;", "&lt;"),
            ("&eacute;&apos;&#233;", "&eacute;&apos;&#233;"),
            ("&", "&"),
            ("&;&#;&#x;", "&;&#;&#x;"),
            ("a&&amp", "a&&amp"),
        ] {
            assert_eq!(decode_special(secret), decoded, "{secret}");
        }
    }

    #[test]
    fn a_text_is_decoded_as_it_is_read() {
        for (text, decoded) in [
            ("Ours &ndash; Miel", "Ours – Miel"),
            (
                "L&#8217;&eacute;t&#xe9; &amp; l&rsquo;hiver",
                "L’été & l’hiver",
            ),
            (
                "&unknown; &#0; &#x110000; &#+38;",
                "&unknown; &#0; &#x110000; &#+38;",
            ),
            ("& é&é; &ééééééé;", "& é&é; &ééééééé;"),
        ] {
            assert_eq!(decode(text), decoded, "{text}");
        }
    }
}
