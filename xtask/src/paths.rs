//! Where things are, relative to the root of the repository.

use std::path::{Path, PathBuf};

/// The root of the repository.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .expect("the xtask crate lies one folder below the root")
}

/// A file or folder below the root.
pub fn at(relative: &str) -> PathBuf {
    root().join(relative)
}
