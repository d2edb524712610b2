//! The files that the checks look at.

use std::path::Path;

use anyhow::{Context, Result};

use crate::paths;

/// Folders that hold nothing written by hand.
const SKIPPED: [&str; 6] = [
    "target",
    "fuzz/target",
    "node_modules",
    ".git",
    ".wrangler",
    "edge/build",
];
/// What the checks can read.
const READ: [&str; 10] = [
    "rs", "js", "mjs", "css", "html", "toml", "json", "md", "sql", "sh",
];

/// A file of the project.
pub struct Source {
    /// Relative to the root, with forward slashes.
    pub path: String,
    /// All of it.
    pub text: String,
}

impl Source {
    /// The lines with their numbers, from 1.
    pub fn lines(&self) -> impl Iterator<Item = (usize, &str)> {
        self.text
            .lines()
            .enumerate()
            .map(|(index, line)| (index + 1, line))
    }

    /// What follows the last dot of its name.
    pub fn extension(&self) -> &str {
        self.path
            .rsplit_once('.')
            .map_or("", |(_, extension)| extension)
    }

    /// Where the tests begin: the first line for a file of tests, that of the test module otherwise.
    pub fn first_test_line(&self) -> Option<usize> {
        if self.extension() != "rs" {
            return None;
        }
        let name = self.path.rsplit('/').next().unwrap_or_default();
        let in_folder = self.path.starts_with("tests/") || self.path.contains("/tests/");
        if in_folder || name.ends_with("tests.rs") {
            return Some(1);
        }
        self.lines()
            .find(|(_, line)| line.trim() == "#[cfg(test)]")
            .map(|(number, _)| number)
    }
}

/// Reads every file of the project, in the order of their paths.
pub fn load() -> Result<Vec<Source>> {
    let mut sources = Vec::new();
    collect(paths::root(), &mut sources)?;
    sources.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(sources)
}

fn collect(folder: &Path, sources: &mut Vec<Source>) -> Result<()> {
    for entry in
        std::fs::read_dir(folder).with_context(|| format!("cannot list {}", folder.display()))?
    {
        let entry = entry?;
        let file = entry.path();
        let path = file
            .strip_prefix(paths::root())?
            .to_string_lossy()
            .replace('\\', "/");
        if SKIPPED.contains(&path.as_str()) {
            continue;
        }
        if entry.file_type()?.is_dir() {
            collect(&file, sources)?;
        } else if file
            .extension()
            .is_some_and(|extension| READ.iter().any(|read| extension == *read))
        {
            let text =
                std::fs::read_to_string(&file).with_context(|| format!("cannot read {path}"))?;
            sources.push(Source { path, text });
        }
    }
    Ok(())
}
