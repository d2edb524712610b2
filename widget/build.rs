//! Makes a method of each message of the panel, from the French file: what the panel says and no
//! language has words for does not compile, nor does a message that the panel never says.

use std::path::Path;

use phrasebook::{LOCALES, PANEL, Phrasebook, REFERENCE, functions};

fn main() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("..")
        .join(LOCALES)
        .join(REFERENCE)
        .join(PANEL);
    println!("cargo::rerun-if-changed={}", file.display());
    let source = std::fs::read_to_string(&file).unwrap_or_default();
    match Phrasebook::parse(&source) {
        Ok(book) => write(&functions(&book)),
        Err(problem) => println!("cargo::error={REFERENCE}/{PANEL}: {problem}"),
    }
}

fn write(code: &str) {
    let folder = std::env::var_os("OUT_DIR").unwrap_or_default();
    if let Err(error) = std::fs::write(Path::new(&folder).join("messages.rs"), code) {
        println!("cargo::error=cannot write the messages: {error}");
    }
}
