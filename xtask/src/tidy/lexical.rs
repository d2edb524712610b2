//! Checks that read files line by line.

use super::Finding;
use super::source::Source;

const LONGEST: usize = 400;
/// Written in two halves, so that this file does not find itself.
const MARKERS: [&str; 6] = [
    concat!("TO", "DO"),
    concat!("FIX", "ME"),
    concat!("XX", "X:"),
    concat!("todo", "!("),
    concat!("unimplemented", "!("),
    concat!("dbg", "!("),
];
const IMPURE: [&str; 9] = [
    concat!("SystemTime", "::now"),
    concat!("Instant", "::now"),
    concat!("Utc", "::now"),
    concat!("Local", "::now"),
    concat!("getrandom", "::"),
    concat!("rand", "::"),
    concat!("std", "::fs"),
    concat!("std", "::net"),
    concat!("std", "::env"),
];
const BROWSER_CODE: [&str; 3] = ["desk/src/", "dom/src/", "widget/src/"];
const DESCRIPTION: &str = ":?}";
const LOG_MACROS: [&str; 4] = [
    "console_log!",
    "console_error!",
    "console_warn!",
    "console_debug!",
];
/// Words of identifiers whose values must stay out of logs.
const PRIVATE: [&str; 9] = [
    "body", "email", "phone", "address", "secret", "token", "password", "proof", "payload",
];

/// A module without its `//!` sentence.
pub fn module_docs(sources: &[Source]) -> Vec<Finding> {
    let modules = sources.iter().filter(|source| source.extension() == "rs");
    let bare = modules.filter(|source| !source.text.trim_start().starts_with("//!"));
    bare.map(|source| Finding::new(source, 1, "starts without a `//!` sentence"))
        .collect()
}

/// A file that wants to be two.
pub fn file_lengths(sources: &[Source]) -> Vec<Finding> {
    let code = sources
        .iter()
        .filter(|source| ["rs", "js", "mjs", "css"].contains(&source.extension()));
    code.filter_map(|source| {
        let lines = source.text.lines().count();
        (lines > LONGEST).then(|| Finding::new(source, LONGEST + 1, format!("has {lines} lines")))
    })
    .collect()
}

/// Something that was meant to be done later.
pub fn markers(sources: &[Source]) -> Vec<Finding> {
    lines_with(sources.iter(), &MARKERS)
}

/// A clock, randomness or I/O in the crate that gets them as arguments.
pub fn purity(sources: &[Source]) -> Vec<Finding> {
    lines_with(
        sources
            .iter()
            .filter(|source| source.path.starts_with("shared/src/")),
        &IMPURE,
    )
}

/// A description by `Debug` in what browsers run: the build snips it (`xtask/snip.mjs`), so that
/// asking for one traps.
pub fn descriptions(sources: &[Source]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for source in sources {
        if !BROWSER_CODE
            .iter()
            .any(|folder| source.path.starts_with(folder))
        {
            continue;
        }
        let end = source.first_test_line().unwrap_or(usize::MAX);
        let code = source.lines().take_while(|(number, _)| *number < end);
        findings.extend(
            code.filter(|(_, line)| line.contains(DESCRIPTION))
                .map(|(number, _)| Finding::new(source, number, "describes with `Debug`")),
        );
    }
    findings
}

/// A lock file that would send everyone to the registry of whoever wrote it.
pub fn lockfile(sources: &[Source]) -> Vec<Finding> {
    lines_with(
        sources
            .iter()
            .filter(|source| source.path == "package-lock.json"),
        &["\"resolved\":"],
    )
}

/// A log call whose arguments name something private.
pub fn logs(sources: &[Source]) -> Vec<Finding> {
    let edge = sources
        .iter()
        .filter(|source| source.path.starts_with("edge/src/"));
    edge.flat_map(|source| {
        let calls = LOG_MACROS
            .iter()
            .flat_map(|name| source.text.match_indices(name));
        calls.filter_map(|(start, _)| {
            let call = call_text(&source.text[start..]);
            let word = identifiers(call).find(|word| PRIVATE.contains(word))?;
            let line = source.text[..start].lines().count()
                + usize::from(source.text[..start].ends_with('\n'));
            Some(Finding::new(source, line.max(1), format!("logs `{word}`")))
        })
    })
    .collect()
}

fn lines_with<'a>(sources: impl Iterator<Item = &'a Source>, needles: &[&str]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for source in sources {
        for (number, line) in source.lines() {
            if let Some(needle) = needles.iter().find(|needle| line.contains(**needle)) {
                findings.push(Finding::new(source, number, format!("contains `{needle}`")));
            }
        }
    }
    findings
}

/// A macro call, up to the parenthesis that closes it.
fn call_text(text: &str) -> &str {
    let mut depth = 0_usize;
    for (index, character) in text.char_indices() {
        match character {
            '(' => depth += 1,
            ')' if depth <= 1 => return &text[..=index],
            ')' => depth -= 1,
            _ => {}
        }
    }
    text
}

/// The lower-case words of the identifiers in a piece of code: `customer_email` gives `customer` and `email`.
fn identifiers(code: &str) -> impl Iterator<Item = &str> {
    code.split(|character: char| !character.is_ascii_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::{Source, descriptions, file_lengths, logs, markers, module_docs, purity};

    fn source(path: &str, text: &str) -> Source {
        Source {
            path: path.to_owned(),
            text: text.to_owned(),
        }
    }

    #[test]
    fn a_log_call_may_span_lines_and_is_found_where_it_starts() {
        let text = "//! Doc.\nfn f() {\n    console_error!(\n        \"{} {}\",\n        id(x), order.customer_email\n    );\n}\n";
        let found = logs(&[source("edge/src/a.rs", text)]);
        assert_eq!(found.len(), 1);
        assert_eq!((found[0].line, found[0].text.as_str()), (3, "logs `email`"));
        assert!(
            logs(&[source(
                "edge/src/a.rs",
                "console_log!(\"{contact_id}\"); let email = 1;"
            )])
            .is_empty()
        );
    }

    #[test]
    fn each_check_finds_what_it_is_for() {
        assert_eq!(module_docs(&[source("a.rs", "fn f() {}\n")]).len(), 1);
        assert_eq!(
            file_lengths(&[source("a.js", &"x\n".repeat(401))])[0].line,
            401
        );
        assert!(file_lengths(&[source("a.js", &"x\n".repeat(400))]).is_empty());
        assert_eq!(
            markers(&[source("a.css", concat!("a{}\n/* TO", "DO later */\n"))])[0].line,
            2
        );
        let clock = source("shared/src/a.rs", concat!("let now = Utc", "::now();"));
        assert_eq!(purity(&[clock]).len(), 1);
        let text = "format!(\"{x:?}\");\n#[cfg(test)]\nformat!(\"{x:?}\");\n";
        assert_eq!(descriptions(&[source("desk/src/a.rs", text)])[0].line, 1);
        assert!(descriptions(&[source("edge/src/a.rs", text)]).is_empty());
    }
}
