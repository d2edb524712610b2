//! Command-line tools built from source into `target/tools`, each at a version of its own or at that of the crate that it
//! must match.

use std::path::PathBuf;

use anyhow::{Context, Result};

use crate::{command, paths};

/// A tool from the crates registry.
pub struct Tool {
    /// The package, and also the program that `--version` is asked of.
    pub package: &'static str,
    binary: &'static str,
    version: Version,
}

/// The version that a tool must have.
enum Version {
    /// That of a crate in Cargo.lock.
    Of(&'static str),
    /// This one.
    Exactly(&'static str),
}

/// Turns a `.wasm` file into one that JavaScript can load, with its shim.
pub const WASM_BINDGEN: Tool = Tool {
    package: "wasm-bindgen-cli",
    binary: "wasm-bindgen",
    version: Version::Of("wasm-bindgen"),
};
/// Packs the edge as a Worker.
pub const WORKER_BUILD: Tool = Tool {
    package: "worker-build",
    binary: "worker-build",
    version: Version::Of("worker"),
};
/// Builds programs whose coverage libFuzzer can see.
pub const CARGO_FUZZ: Tool = Tool {
    package: "cargo-fuzz",
    binary: "cargo-fuzz",
    version: Version::Exactly("0.13.2"),
};
/// Every tool that a build needs.
pub const ALL: [Tool; 2] = [WASM_BINDGEN, WORKER_BUILD];

/// Where a tool's program lies.
pub fn path(tool: &Tool) -> PathBuf {
    paths::at("target/tools/bin").join(tool.binary)
}

/// Whether the tool is there at the version that it must have.
pub fn installed(tool: &Tool) -> bool {
    let Ok(wanted) = tool.version.number() else {
        return false;
    };
    command::run_quiet(command::command(path(tool)).arg("--version"))
        .is_ok_and(|said| said.split_whitespace().next_back() == Some(wanted.as_str()))
}

/// Installs a tool with a profile that compiles fast: it is run a few times a day, not in a loop.
pub fn install(tool: &Tool) -> Result<()> {
    let version = tool.version.number()?;
    let mut cargo = command::command("cargo");
    cargo
        .args([
            "install",
            tool.package,
            "--version",
            &version,
            "--force",
            "--quiet",
            "--root",
        ])
        .arg(paths::at("target/tools"))
        .env("CARGO_TARGET_DIR", build_folder())
        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1")
        .env("CARGO_PROFILE_RELEASE_LTO", "off")
        .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16");
    command::run_quiet(&mut cargo).map(drop)
}

/// Frees the space that building the tools took; both share one folder, so this comes after the last.
pub fn remove_leftovers() -> Result<()> {
    let folder = build_folder();
    if !folder.exists() {
        return Ok(());
    }
    std::fs::remove_dir_all(&folder).with_context(|| format!("cannot remove {}", folder.display()))
}

fn build_folder() -> PathBuf {
    paths::at("target/tools/build")
}

impl Version {
    fn number(&self) -> Result<String> {
        match self {
            Self::Of(name) => locked_version(name),
            Self::Exactly(number) => Ok((*number).to_owned()),
        }
    }
}

/// The version at which Cargo.lock holds a crate.
fn locked_version(name: &str) -> Result<String> {
    let lock =
        std::fs::read_to_string(paths::at("Cargo.lock")).context("cannot read Cargo.lock")?;
    version_in(&lock, name).with_context(|| format!("Cargo.lock has no package `{name}`"))
}

fn version_in(lock: &str, name: &str) -> Option<String> {
    let mut lines = lock
        .lines()
        .skip_while(|line| *line != format!("name = \"{name}\""));
    lines.next()?;
    let version = lines
        .next()?
        .strip_prefix("version = \"")?
        .strip_suffix('"')?;
    Some(version.to_owned())
}

#[cfg(test)]
mod tests {
    use super::version_in;

    #[test]
    fn reads_the_version_of_exactly_the_named_package() {
        let lock = "[[package]]\nname = \"worker-sys\"\nversion = \"9.9.9\"\n\n\
                    [[package]]\nname = \"worker\"\nversion = \"0.8.7\"\n";
        assert_eq!(version_in(lock, "worker").as_deref(), Some("0.8.7"));
        assert_eq!(version_in(lock, "work"), None);
    }
}
