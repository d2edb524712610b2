//! `cargo xtask tidy`: the habits that no compiler checks.

mod bindings;
mod lexical;
mod protocol;
mod source;
mod spec;

use anyhow::{Result, bail};

use source::Source;

/// Something to mend, and where.
#[derive(Debug, PartialEq, Eq)]
struct Finding {
    file: String,
    /// Counted from 1.
    line: usize,
    text: String,
}

impl Finding {
    fn new(source: &Source, line: usize, text: impl Into<String>) -> Self {
        Self {
            file: source.path.clone(),
            line,
            text: text.into(),
        }
    }
}

struct Check {
    name: &'static str,
    run: fn(&[Source]) -> Vec<Finding>,
}

const CHECKS: [Check; 10] = [
    Check {
        name: "every module says what it is for",
        run: lexical::module_docs,
    },
    Check {
        name: "no file is over 400 lines",
        run: lexical::file_lengths,
    },
    Check {
        name: "no leftover markers",
        run: lexical::markers,
    },
    Check {
        name: "shared has no clock, randomness or I/O",
        run: lexical::purity,
    },
    Check {
        name: "logs carry ids, never personal data or secrets",
        run: lexical::logs,
    },
    Check {
        name: "what browsers run describes nothing with `Debug`",
        run: lexical::descriptions,
    },
    Check {
        name: "package-lock.json names no registry",
        run: lexical::lockfile,
    },
    Check {
        name: "bindings are in wrangler.toml",
        run: bindings::check,
    },
    Check {
        name: "the protocol's rules and the tests agree",
        run: spec::check,
    },
    Check {
        name: "the protocol's types and SPEC.md agree",
        run: protocol::check,
    },
];

/// Runs every check, prints a table, and fails with `file:line` for each finding.
pub fn run() -> Result<()> {
    let sources = source::load()?;
    let mut total = 0;
    for check in &CHECKS {
        let findings = (check.run)(&sources);
        let verdict = if findings.is_empty() {
            "ok".to_owned()
        } else {
            findings.len().to_string()
        };
        println!("{:<50} {verdict:>4}", check.name);
        for finding in &findings {
            println!("  {}:{}: {}", finding.file, finding.line, finding.text);
        }
        total += findings.len();
    }
    if total > 0 {
        bail!("{total} to mend, in {} files looked at", sources.len());
    }
    Ok(())
}
