//! Every sentence of every language, with everything that it may be made with.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast;
use fluent_syntax::parser::parse;

use super::*;
use crate::{bot, notice};

/// All sentences that the code says.
fn sentences() -> Vec<Sentence> {
    let plain = bot::plain_sentences();
    let plain = plain.into_iter().map(|name| sentence(name, &[]));
    [notice::sentences(), bot::sentences(), plain.collect()].concat()
}

fn render(sentence: &Sentence, details: &Details, language: Language) -> Result<String, String> {
    let arguments = details.arguments(sentence.needs);
    grammar::render(sentence.name, &arguments, language)
}

/// A scope of each shape, with and without the order's number.
fn scopes() -> Vec<Scope> {
    let shapes = [
        (Which::Only, 1),
        (Which::One, 1),
        (Which::Some, 2),
        (Which::All, 3),
    ];
    let numbers = [Filled::new("1042"), None];
    numbers
        .iter()
        .flat_map(|number| {
            shapes.map(|(which, count)| Scope {
                which,
                count,
                number: number.clone(),
            })
        })
        .collect()
}

/// Details that have everything, but only so many working days.
fn complete(scope: Scope, silent_days: u32) -> Details {
    use Detail::*;
    let texts = [
        (Carrier, "Colissimo"),
        (Estimate, "mardi 22 décembre"),
        (Day, "jeudi 24 décembre"),
        (Missed, "lundi 21 décembre"),
        (Beaten, "vendredi 25 décembre"),
        (Place, "Tabac de la Gare, 2 place Béraudier, 69003 Lyon"),
        (KeptUntil, "vendredi 1er janvier"),
        (SignedBy, "Mme Petit"),
        (ProofUrl, "https://colis.example/preuve"),
        (PromiseBy, "mercredi 23 décembre"),
        (OrderBefore, "lundi 21 décembre à 14 h"),
        (Offer, "Colissimo à domicile"),
    ];
    let marks = [PointClosed, PointFull, PointMoved, DeclaredLost, Unsent];
    let details = Details::of(scope).count(SilentDays, Some(silent_days));
    let details = texts.iter().fold(details, |details, (detail, text)| {
        details.text(*detail, Filled::new(text))
    });
    marks
        .iter()
        .fold(details, |details, mark| details.mark(*mark, true))
}

/// Fails for a text that is not fit to be read.
pub(crate) fn assert_well_set(text: &str, language: Language) {
    assert!(text.ends_with(['.', '!', '?', '؟']), "{text}");
    assert_clean(text, language);
}

/// Fails for a text with a flaw of its own making or of its language's typography.
fn assert_clean(text: &str, language: Language) {
    for flaw in [
        "{", "}", "$", "  ", " .", " ,", ",.", "()", "None", "Some", "'", "\n", "….",
    ] {
        assert!(!text.contains(flaw), "{flaw} in {text}");
    }
    // A plain blank before a sign, and numbers that may part from their mark.
    let mut loose = vec![
        " :", " ;", " !", " ?", "n° ", "no. ", "Nr. ", "nr. ", "n.º ",
    ];
    match language {
        Language::French => loose.extend([" de un ", " que un ", " de le "]),
        Language::Italian => loose.extend([" di il ", " a il ", "\u{202f}"]),
        Language::Spanish => loose.extend([" de el ", " a el ", "\u{202f}"]),
        Language::Portuguese => loose.extend([" de o ", " em o ", " por o ", "\u{202f}"]),
        Language::Arabic => loose.extend(["?", ",", ";", "\u{202f}"]),
        Language::English | Language::German | Language::Dutch => loose.push("\u{202f}"),
    }
    let own = text.replace("Tabac de la Gare, 2 place Béraudier, 69003 Lyon", "");
    for flaw in loose {
        assert!(!own.contains(flaw), "{flaw:?} in {text}");
    }
    if language == Language::Spanish {
        for (opening, closing) in [('¿', '?'), ('¡', '!')] {
            assert_eq!(
                own.matches(opening).count(),
                own.matches(closing).count(),
                "{text}"
            );
        }
    }
}

#[test]
fn bo1_every_sentence_is_said_in_every_language_with_everything_it_may_be_made_with() {
    for sentence in sentences() {
        for (scope, silent_days) in scopes().into_iter().zip([1, 2, 7, 30].into_iter().cycle()) {
            let details = complete(scope, silent_days);
            for language in Language::ALL {
                let said = render(&sentence, &details, language).unwrap();
                if sentence.name.starts_with("choice-") || sentence.name == "proof-sent" {
                    assert_clean(&said, language);
                } else {
                    assert_well_set(&said, language);
                }
            }
        }
    }
}

#[test]
fn what_is_plain_takes_nothing() {
    for name in bot::plain_sentences() {
        for language in Language::ALL {
            assert_ne!(plain(name, language), "", "{name}");
        }
    }
}

#[test]
fn working_days_are_counted_as_the_language_counts() {
    let scope = scopes().remove(0);
    let said = |language, days| {
        let stalled = sentence("stalled-for", &[Detail::SilentDays]);
        render(&stalled, &complete(scope.clone(), days), language).unwrap()
    };
    for (language, days, counted) in [
        (Language::French, 1, "depuis 1\u{a0}jour ouvré."),
        (Language::French, 2, "depuis 2\u{a0}jours ouvrés."),
        (Language::German, 1, "seit 1\u{a0}Werktag "),
        (Language::German, 2, "seit 2\u{a0}Werktagen "),
        (Language::Spanish, 5, "hace 5\u{a0}días laborables."),
        (Language::Italian, 1, "da 1\u{a0}giorno lavorativo."),
        (Language::Dutch, 3, "al 3\u{a0}werkdagen "),
        (Language::Portuguese, 1, "há 1\u{a0}dia útil."),
        (Language::Arabic, 1, "منذ يوم عمل واحد."),
        (Language::Arabic, 2, "منذ يومَي عمل."),
        (Language::Arabic, 5, "منذ 5\u{a0}أيام عمل."),
        (Language::Arabic, 11, "منذ 11\u{a0}يوم عمل."),
        (Language::Arabic, 100, "منذ 100\u{a0}يوم عمل."),
    ] {
        let said = said(language, days);
        assert!(said.contains(counted), "{counted} in {said}");
    }
}

#[test]
fn a_sentence_that_lacks_a_detail_is_not_said() {
    let scope = scopes().remove(0);
    for wanting in sentences()
        .iter()
        .filter(|wanting| !wanting.needs.is_empty())
    {
        for &lacking in wanting.needs {
            let details = complete(scope.clone(), 2).text(lacking, None);
            assert_eq!(say(&[*wanting], &details, Language::French), None);
            let plain = sentence("shipped", &[]);
            assert!(say(&[*wanting, plain], &details, Language::French).is_some());
        }
    }
}

#[test]
fn a_sentence_takes_nothing_but_its_needs_and_the_scope() {
    let scope = ["which", "count", "naming", "number"];
    for language in Language::ALL {
        let messages = messages(language);
        for sentence in sentences() {
            let needs: Vec<_> = sentence.needs.iter().map(|need| need.variable()).collect();
            for variable in reach(&messages, sentence.name).variables {
                let known = needs.contains(&variable) || scope.contains(&variable);
                assert!(known, "{} takes ${variable}", sentence.name);
            }
        }
    }
}

#[test]
fn bo1_languages_have_the_same_sentences_and_none_in_vain() {
    let french = messages(Language::French);
    for language in Language::ALL {
        assert!(messages(language).keys().eq(french.keys()), "{language:?}");
    }
    let mut used = BTreeSet::new();
    for sentence in sentences() {
        assert!(french.contains_key(sentence.name), "{}", sentence.name);
        used.extend(reach(&french, sentence.name).messages);
    }
    let idle: Vec<_> = french.keys().filter(|name| !used.contains(*name)).collect();
    assert!(idle.is_empty(), "{idle:?}");
}

#[test]
fn what_stands_in_a_sentence_is_short_and_on_one_line() {
    for blank in ["", " ", "\n\t"] {
        assert_eq!(Filled::new(blank), None);
    }
    assert_eq!(
        Filled::new(" Mondial\nRelay "),
        Filled::new("Mondial Relay")
    );
    let endless = "x".repeat(10_000);
    assert!(format!("{:?}", Filled::new(&endless).unwrap()).len() < 200);
    assert_eq!(Filled::uncut(&endless), None);
    assert_eq!(Filled::uncut("https://a.example/ b"), None);
    let address = "https://a.example/b";
    assert_eq!(Filled::uncut(address), Filled::new(address));
}

#[test]
fn foreign_text_stays_what_it_is() {
    let scope = scopes().remove(0);
    let details = Details::of(scope).text(Detail::Carrier, Filled::new("{ $number } <b>"));
    let by = sentence("shipped-by", &[Detail::Carrier]);
    let said = say(&[by], &details, Language::English).unwrap();
    assert!(said.contains("{ $number } <b> has it"), "{said}");
}

type Pattern = ast::Pattern<&'static str>;

/// A language's sentences by their names. Fails for a file that can't be read whole, and for a
/// name that is there twice.
fn messages(language: Language) -> BTreeMap<&'static str, Pattern> {
    let mut messages = BTreeMap::new();
    for source in grammar::sources(language) {
        for entry in parse(source).unwrap().body {
            let ast::Entry::Message(message) = entry else {
                continue;
            };
            let name = message.id.name;
            let earlier = messages.insert(name, message.value.unwrap());
            assert!(earlier.is_none(), "{name} twice");
        }
    }
    messages
}

/// What a sentence is made of, through the sentences that it refers to.
#[derive(Default)]
struct Reach {
    messages: BTreeSet<&'static str>,
    variables: BTreeSet<&'static str>,
}

fn reach(messages: &BTreeMap<&'static str, Pattern>, name: &'static str) -> Reach {
    let mut reach = Reach::default();
    let mut open = vec![name];
    while let Some(name) = open.pop() {
        if reach.messages.insert(name) {
            visit(&messages[name], &mut open, &mut reach.variables);
        }
    }
    reach
}

fn visit(
    pattern: &Pattern,
    references: &mut Vec<&'static str>,
    variables: &mut BTreeSet<&'static str>,
) {
    for element in &pattern.elements {
        let ast::PatternElement::Placeable { expression } = element else {
            continue;
        };
        let inline = match expression {
            ast::Expression::Inline(inline) => inline,
            ast::Expression::Select { selector, variants } => {
                for variant in variants {
                    visit(&variant.value, references, variables);
                }
                selector
            }
        };
        match inline {
            ast::InlineExpression::VariableReference { id } => {
                variables.insert(id.name);
            }
            ast::InlineExpression::MessageReference { id, .. } => references.push(id.name),
            ast::InlineExpression::StringLiteral { .. } => {}
            other => panic!("sentences have no {other:?}"),
        }
    }
}
