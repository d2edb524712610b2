//! Ids made of what people call things: what it is called may change, its id never does.

use shared::text::fold_text;

/// The longest id that is made of a name, in characters.
const MAX_CHARS: usize = 30;

/// An id that is free, made of a name; of `stem` where the name has no plain letters.
pub fn new_id(name: &str, stem: &str, is_free: impl Fn(&str) -> bool) -> String {
    let plain: String = fold_text(name)
        .replace(' ', "-")
        .chars()
        .filter(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || *c == '-')
        .take(MAX_CHARS)
        .collect();
    let stem = if plain.is_empty() { stem } else { &plain };
    (1..=u32::MAX)
        .map(|n| match n {
            1 => stem.to_owned(),
            _ => format!("{stem}-{n}"),
        })
        .find(|id| is_free(id))
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_new_has_an_id_of_its_own() {
        let kept = ["geste", "geste-2"];
        for (name, id) in [
            ("Colis abîmé", "colis-abime"),
            ("Geste", "geste-3"),
            ("مهم", "label"),
        ] {
            assert_eq!(new_id(name, "label", |id| !kept.contains(&id)), id);
        }
    }
}
