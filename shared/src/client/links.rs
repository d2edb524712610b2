//! Links in messages: which part of a text may be followed. The rest stays text.

/// A part of a message's text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    /// Words.
    Text(&'a str),
    /// An address that may be followed, `https` only.
    Link(&'a str),
}

const SCHEME: &str = "https://";

/// Splits a text into words and links; the pieces put together are the text.
pub fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = text;
    let mut from = 0;
    while let Some(found) = rest[from..].find(SCHEME) {
        let start = from + found;
        let link = link_at(&rest[start..]);
        if link.len() == SCHEME.len() || continues_word(&rest[..start]) {
            from = start + SCHEME.len();
            continue;
        }
        if start > 0 {
            pieces.push(Piece::Text(&rest[..start]));
        }
        pieces.push(Piece::Link(link));
        rest = &rest[start + link.len()..];
        from = 0;
    }
    if !rest.is_empty() {
        pieces.push(Piece::Text(rest));
    }
    pieces
}

/// The address that a text begins with, without the punctuation of the sentence around it.
fn link_at(text: &str) -> &str {
    let end = text
        .find(|c: char| c.is_whitespace() || "<>\"«»“”".contains(c))
        .unwrap_or(text.len());
    let mut link = &text[..end];
    while let Some(last) = link.chars().next_back() {
        let closes_nothing = last == ')' && link.matches('(').count() < link.matches(')').count();
        if !closes_nothing && !".,;:!?'’…]}".contains(last) {
            break;
        }
        link = &link[..link.len() - last.len_utf8()];
    }
    // Punctuation may have eaten into the scheme itself: "https://" alone is no address.
    if link.len() < SCHEME.len() {
        &text[..SCHEME.len()]
    } else {
        link
    }
}

fn continues_word(before: &str) -> bool {
    before
        .chars()
        .next_back()
        .is_some_and(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn check(text: &str, links: &[&str]) {
        let found: Vec<&str> = pieces(text)
            .into_iter()
            .filter_map(|piece| match piece {
                Piece::Link(link) => Some(link),
                Piece::Text(_) => None,
            })
            .collect();
        assert_eq!(found, links, "{text}");
    }

    #[test]
    fn addresses_end_where_the_sentence_goes_on() {
        check("see https://a.example/x.", &["https://a.example/x"]);
        check("(https://a.example/x)", &["https://a.example/x"]);
        check(
            "https://a.example/x_(y), then",
            &["https://a.example/x_(y)"],
        );
        check(
            "« https://a.example » https://b.example?",
            &["https://a.example", "https://b.example"],
        );
    }

    #[test]
    fn only_https_is_a_link() {
        for text in [
            "http://a.example",
            "javascript:alert(1)",
            "https:",
            "https://",
            "https://.",
            "xhttps://a",
        ] {
            check(text, &[]);
        }
    }

    proptest! {
        #[test]
        fn nothing_is_lost(text in "(https://|[a-z.()é« ]){0,12}") {
            let joined: String = pieces(&text)
                .into_iter()
                .map(|piece| match piece { Piece::Text(part) | Piece::Link(part) => part })
                .collect();
            prop_assert_eq!(joined, text);
        }
    }
}
