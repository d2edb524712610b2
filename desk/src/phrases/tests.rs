//! What holds for the words of either language.

use super::*;

/// The string literals of a Rust source, with escapes resolved and placeholders taken out.
fn literals(source: &str) -> Vec<String> {
    let code = source
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"));
    code.flat_map(|line| line.split('"').skip(1).step_by(2))
        .map(spoken)
        .collect()
}

fn spoken(literal: &str) -> String {
    let text = literal
        .replace("\\u{202f}", "\u{202f}")
        .replace("\\u{a0}", "\u{a0}");
    let outside = text
        .split('{')
        .map(|part| part.split_once('}').map_or(part, |it| it.1));
    outside.collect()
}

#[test]
fn french_marks_stand_after_a_narrow_space() {
    let sources = [
        include_str!("fr.rs"),
        include_str!("fr/dossier.rs"),
        include_str!("fr/editor.rs"),
        include_str!("fr/keys.rs"),
        include_str!("fr/labels.rs"),
        include_str!("fr/overview.rs"),
        include_str!("fr/owners.rs"),
        include_str!("fr/palette.rs"),
        include_str!("fr/parcels.rs"),
        include_str!("fr/quarantine.rs"),
        include_str!("fr/redress.rs"),
        include_str!("fr/refusals.rs"),
        include_str!("fr/service.rs"),
        include_str!("fr/staff.rs"),
        include_str!("fr/templates.rs"),
        include_str!("fr/work.rs"),
    ];
    let literals: Vec<_> = sources.into_iter().flat_map(literals).collect();
    assert!(literals.len() > 100, "the source was read");
    for literal in literals {
        let chars: Vec<_> = literal.chars().collect();
        for pair in chars.windows(2) {
            let wants_space = matches!(pair[1], ';' | ':' | '!' | '?' | '»') || pair[0] == '«';
            let spaced = pair.contains(&'\u{202f}');
            assert!(!wants_space || spaced, "{literal}");
        }
    }
}

#[test]
fn an_unverified_shopper_is_never_given_a_name() {
    for language in [Language::French, Language::English] {
        let who = phrases(language).who;
        let order = ["#1042".to_owned()];
        assert!(who(&Identity::OrderVerified, &order).contains("#1042"));
        assert!(!who(&Identity::Anonymous, &order).contains("#1042"));
        let known = Identity::Verified {
            name: Some("Zoé Martin".into()),
            email: None,
        };
        assert_eq!(who(&known, &order), "Zoé Martin");
    }
}

#[test]
fn waits_read_in_the_unit_that_matters() {
    let wait = phrases(Language::French).wait;
    assert_eq!(
        [0, 12, 65, 1_500].map(wait),
        ["< 1 min", "12 min", "1 h 05", "1 j"].map(|text| text.replace(' ', "\u{a0}"))
    );
}
