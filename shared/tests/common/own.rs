//! The payloads of our own writing, beside this crate.

// Each file of tests uses what it needs.
#![allow(dead_code)]

use std::path::{Path, PathBuf};

/// One of our payloads.
pub fn own(name: &str) -> Vec<u8> {
    read(&fixtures().join(name))
}

/// All our payloads of a source.
pub fn all_own(source: &str) -> Vec<Vec<u8>> {
    let entries = std::fs::read_dir(fixtures().join(source)).unwrap();
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths.iter().map(|path| read(path)).collect()
}

fn read(path: &Path) -> Vec<u8> {
    std::fs::read(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures")
}
