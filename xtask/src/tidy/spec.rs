//! The numbered rules of SPEC.md, against the tests that name them.

use std::collections::{BTreeMap, BTreeSet};

use super::Finding;
use super::source::Source;

const SPEC: &str = "SPEC.md";

/// A rule that no test names, and a rule named in a test that SPEC.md lacks.
pub fn check(sources: &[Source]) -> Vec<Finding> {
    let Some(spec) = sources.iter().find(|source| source.path == SPEC) else {
        return vec![Finding {
            file: SPEC.to_owned(),
            line: 1,
            text: "is missing".to_owned(),
        }];
    };
    let rules = rules(spec);
    let families: BTreeSet<&str> = rules.keys().map(|rule| family(rule)).collect();

    let mut tested = BTreeSet::new();
    let mut findings = Vec::new();
    for source in sources.iter().filter(|source| is_tested(source)) {
        let Some(first) = source.first_test_line() else {
            continue;
        };
        for (number, line) in source.lines().skip(first - 1) {
            for rule in named_rules(line).filter(|rule| families.contains(family(rule))) {
                if !rules.contains_key(&rule) {
                    findings.push(Finding::new(
                        source,
                        number,
                        format!("{SPEC} has no rule {rule}"),
                    ));
                }
                tested.insert(rule);
            }
        }
    }
    let untested = rules.iter().filter(|(rule, _)| !tested.contains(*rule));
    findings.extend(
        untested.map(|(rule, line)| Finding::new(spec, *line, format!("no test names {rule}"))),
    );
    findings
}

/// Whether the tests of this file count.
fn is_tested(source: &Source) -> bool {
    ["desk/", "shared/", "simulate/", "tests/"]
        .iter()
        .any(|folder| source.path.starts_with(folder))
}

/// The rules that the specification defines in bold, with their lines.
fn rules(spec: &Source) -> BTreeMap<String, usize> {
    let mut rules = BTreeMap::new();
    for (number, line) in spec.lines() {
        for bold in line.split("**").skip(1).step_by(2) {
            let id = bold.split([' ', '.', ':']).next().unwrap_or_default();
            if is_rule(id) {
                rules.entry(id.to_owned()).or_insert(number);
            }
        }
    }
    rules
}

/// The rules that a line of a test names, be it `CV3` in a comment or `fn cv3_…`.
fn named_rules(line: &str) -> impl Iterator<Item = String> {
    let words = line.split(|character: char| !character.is_ascii_alphanumeric());
    words
        .map(str::to_ascii_uppercase)
        .filter(|word| is_rule(word))
}

/// Two to four capitals and one to three digits.
fn is_rule(word: &str) -> bool {
    let letters = family(word).len();
    let digits = word.len() - letters;
    (2..=4).contains(&letters)
        && (1..=3).contains(&digits)
        && word[letters..].bytes().all(|byte| byte.is_ascii_digit())
}

/// The capitals that a rule's id starts with.
fn family(rule: &str) -> &str {
    let end = rule
        .find(|character: char| !character.is_ascii_uppercase())
        .unwrap_or(rule.len());
    &rule[..end]
}

#[cfg(test)]
mod tests {
    use super::{Source, check, is_rule};

    fn source(path: &str, text: &str) -> Source {
        Source {
            path: path.to_owned(),
            text: text.to_owned(),
        }
    }

    #[test]
    fn rules_and_tests_must_agree_both_ways() {
        let spec = source("SPEC.md", "# Rules\n- **ZZ1** One.\n- **ZZ2** Two.\n");
        let tests = source(
            "tests/a.rs",
            "//! A.\nfn zz1_holds() {}\nfn zz9_is_unknown() {}\nfn sha256() {}\n",
        );
        let found = check(&[spec, tests]);
        let told: Vec<_> = found
            .iter()
            .map(|f| (f.file.as_str(), f.line, f.text.as_str()))
            .collect();
        assert_eq!(
            told,
            [
                ("tests/a.rs", 3, "SPEC.md has no rule ZZ9"),
                ("SPEC.md", 3, "no test names ZZ2")
            ]
        );
    }

    #[test]
    fn code_above_the_tests_proves_nothing() {
        let spec = source("SPEC.md", "**ZZ1** One.\n");
        let code = source(
            "shared/src/a.rs",
            "//! ZZ1 is kept here.\n#[cfg(test)]\nmod tests {}\n",
        );
        assert_eq!(check(&[spec, code]).len(), 1);
    }

    #[test]
    fn an_id_is_capitals_and_digits() {
        for (word, expected) in [
            ("CV3", true),
            ("DW12", true),
            ("A1", false),
            ("ABCDE1", false),
            ("CV", false),
            ("CV3A", false),
        ] {
            assert_eq!(is_rule(word), expected, "{word}");
        }
    }
}
