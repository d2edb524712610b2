//! The payloads collected from public sources, beside the workspace if they are there at all.

// Each file of tests uses what it needs.
#![allow(dead_code)]

use std::path::{Path, PathBuf};

use serde_json::Value;

/// The collected payloads of a source, by name; none when they are not at hand, which is said.
pub fn collected(source: &str) -> Vec<(String, Vec<u8>)> {
    let folder = collected_folder(source);
    let Ok(entries) = std::fs::read_dir(&folder) else {
        println!("no collected payloads of {source} at hand: only our own were read");
        return Vec::new();
    };
    let mut files: Vec<_> = entries
        .map(|entry| entry.unwrap())
        .filter(|entry| {
            entry
                .path()
                .extension()
                .is_some_and(|extension| extension == "json")
        })
        .map(|entry| {
            let name = entry.file_name().into_string().unwrap();
            (name, std::fs::read(entry.path()).unwrap())
        })
        .collect();
    files.sort();
    assert!(!files.is_empty(), "{} is empty", folder.display());
    files
}

/// One collected payload, when it is at hand.
pub fn bytes(source: &str, name: &str) -> Option<Vec<u8>> {
    std::fs::read(collected_folder(source).join(name)).ok()
}

/// A payload as JSON.
pub fn json(bytes: &[u8]) -> Value {
    serde_json::from_slice(bytes).unwrap()
}

fn collected_folder(source: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../shared/fixtures")
        .join(source)
}
