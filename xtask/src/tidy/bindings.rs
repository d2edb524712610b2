//! The bindings that the edge asks for, against those that wrangler.toml gives.

use super::Finding;
use super::source::Source;

const CODE: &str = "edge/src/bindings.rs";
const CONFIGURATION: &str = "wrangler.toml";

/// A binding that the code names and the configuration does not.
pub fn check(sources: &[Source]) -> Vec<Finding> {
    let find = |path| sources.iter().find(|source| source.path == path);
    let Some(code) = find(CODE) else {
        return vec![missing(CODE)];
    };
    let Some(configuration) = find(CONFIGURATION) else {
        return vec![missing(CONFIGURATION)];
    };
    let mut findings = Vec::new();
    for (number, line) in code.lines() {
        for name in binding_names(line) {
            if !is_configured(configuration, name) {
                findings.push(Finding::new(
                    code,
                    number,
                    format!("`{name}` is not in {CONFIGURATION}"),
                ));
            }
        }
    }
    findings
}

fn missing(file: &str) -> Finding {
    Finding {
        file: file.to_owned(),
        line: 1,
        text: "is missing".to_owned(),
    }
}

/// The string literals of a line that look like a binding: `"ORDER_OBJECTS"`.
fn binding_names(line: &str) -> impl Iterator<Item = &str> {
    let literals = line.split('"').skip(1).step_by(2);
    literals.filter(|literal| {
        let mut characters = literal.chars();
        characters
            .next()
            .is_some_and(|first| first.is_ascii_uppercase())
            && characters
                .all(|other| other.is_ascii_uppercase() || other.is_ascii_digit() || other == '_')
    })
}

/// Whether a line of the configuration has the name as a value, or as a key of its own.
fn is_configured(configuration: &Source, name: &str) -> bool {
    let quoted = format!("\"{name}\"");
    configuration.lines().any(|(_, line)| {
        let code = line.split('#').next().unwrap_or_default();
        code.contains(&quoted) || code.split('=').next().is_some_and(|key| key.trim() == name)
    })
}

#[cfg(test)]
mod tests {
    use super::{Source, check};

    #[test]
    fn a_binding_must_be_configured_outside_comments() {
        let code = Source {
            path: "edge/src/bindings.rs".to_owned(),
            text:
                "const A: &str = \"DB\";\nconst B: &str = \"DESK\";\nconst C: &str = \"LIMIT\";\n"
                    .to_owned(),
        };
        let toml = Source {
            path: "wrangler.toml".to_owned(),
            text: "binding = \"DB\" # \"DESK\"\nLIMIT = \"3\"\n".to_owned(),
        };
        let found = check(&[code, toml]);
        assert_eq!(found.len(), 1);
        assert_eq!(
            (found[0].line, found[0].text.as_str()),
            (2, "`DESK` is not in wrangler.toml")
        );
    }
}
