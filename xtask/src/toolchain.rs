//! The Rust toolchain that builds for wasm32: rustup's where it can be had, else Debian's.

pub mod debian;

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::{command, paths};

/// The target that the browser and the edge are built for.
pub const TARGET: &str = "wasm32-unknown-unknown";

/// The variable with the compiler's flags for [`TARGET`].
const FLAGS: &str = "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS";

/// The variable with the folder for what cargo makes.
const FOLDER: &str = "CARGO_TARGET_DIR";

/// Where the Worker is compiled, and in a hurry everything.
pub const WASM_FOLDER: &str = "target/wasm";

/// Where the browser's programs are compiled when they are shipped.
pub const BROWSER_FOLDER: &str = "target/wasm/browser";

/// A toolchain that can build for wasm32: the variables that make cargo use it.
#[derive(Debug)]
pub struct WasmToolchain {
    variables: Vec<(String, String)>,
}

impl WasmToolchain {
    fn new(mut variables: Vec<(String, String)>) -> Self {
        // The two compilers may differ: sharing a folder with native builds would rebuild everything at each switch.
        let target = paths::at(WASM_FOLDER).display().to_string();
        variables.push((FOLDER.to_owned(), target));
        Self { variables }
    }

    /// Makes a command build with this toolchain.
    pub fn apply(&self, command: &mut Command) {
        command.envs(self.variables.iter().map(|(name, value)| (name, value)));
    }

    /// Makes a command build what is shipped: with this toolchain, and without a trace of the
    /// machine that builds. Panic messages name source files, else by their place on it.
    pub fn apply_for_shipping(&self, command: &mut Command) {
        self.apply(command);
        command.env(FLAGS, remapping());
    }

    /// The same for the browser's programs. Leptos gives its views one type instead of one a place, and so one
    /// machine code instead of a hundred. A panic traps without a word, as nobody would hear it,
    /// and no code, text or place in a source is left of what it would have said. For that the
    /// standard library is built anew, once for both, and then also for size; stable compilers hide
    /// the two options behind a variable. What is compiled so lies in a folder of its own, or each
    /// build would compile every library twice.
    pub fn apply_for_browsers(&self, command: &mut Command) {
        self.apply(command);
        let flags = "--cfg erase_components -Zunstable-options -Cpanic=immediate-abort";
        command
            .env(FLAGS, format!("{} {flags}", remapping()))
            .env(FOLDER, paths::at(BROWSER_FOLDER))
            .env("RUSTC_BOOTSTRAP", "1")
            .arg("-Zbuild-std=std,panic_abort")
            .arg("-Zbuild-std-features=optimize_for_size");
    }

    /// Leaves the variables in `target/wasm-env.sh`, for people who call cargo themselves.
    pub fn write_env_file(&self) -> Result<()> {
        let lines = self
            .variables
            .iter()
            .map(|(name, value)| format!("export {name}=\"{value}\"\n"));
        std::fs::write(paths::at("target/wasm-env.sh"), lines.collect::<String>())
            .context("cannot write target/wasm-env.sh")
    }
}

/// The flags by which source files are named as if they lay in no folder.
fn remapping() -> String {
    let cargo_home = std::env::var("CARGO_HOME").unwrap_or_else(|_| {
        let home = std::env::var("HOME").unwrap_or_default();
        format!("{home}/.cargo")
    });
    let root = paths::at("").display().to_string();
    format!("--remap-path-prefix={cargo_home}/registry/src/= --remap-path-prefix={root}=")
}

/// The toolchain, if one is already there.
pub fn find() -> Option<WasmToolchain> {
    if has_std(command::command("rustc")) && has_source(command::command("rustc")) {
        return Some(WasmToolchain::new(Vec::new()));
    }
    debian::find().map(WasmToolchain::new)
}

/// Adds the target with rustup, or else builds it from Debian's packages. Says which way it took.
pub fn install() -> Result<WasmToolchain> {
    let rustup = |words: [&str; 3]| command::succeeds(command::command("rustup").args(words));
    if rustup(["target", "add", TARGET]) && rustup(["component", "add", "rust-src"]) {
        println!("      wasm32 comes from rustup");
        return Ok(WasmToolchain::new(Vec::new()));
    }
    let variables = debian::install()?;
    println!("      wasm32 comes from Debian's packages, as rustup could not add it");
    Ok(WasmToolchain::new(variables))
}

/// Whether a compiler has the standard library for wasm32.
fn has_std(rustc: Command) -> bool {
    target_libraries(rustc).is_some_and(|folder| holds_std(&folder))
}

/// Whether a compiler has the source of its standard library, of which the browser's is built.
fn has_source(mut rustc: Command) -> bool {
    let Ok(output) = rustc.args(["--print", "sysroot"]).output() else {
        return false;
    };
    let sysroot = PathBuf::from(String::from_utf8_lossy(&output.stdout).trim());
    sysroot
        .join("lib/rustlib/src/rust/library/Cargo.lock")
        .exists()
}

/// The folder in which a compiler looks for the wasm32 libraries.
fn target_libraries(mut rustc: Command) -> Option<PathBuf> {
    let output = rustc
        .args(["--print", "target-libdir", "--target", TARGET])
        .output()
        .ok()?;
    output
        .status
        .success()
        .then(|| PathBuf::from(String::from_utf8_lossy(&output.stdout).trim()))
}

fn holds_std(folder: &Path) -> bool {
    let Ok(entries) = std::fs::read_dir(folder) else {
        return false;
    };
    entries
        .flatten()
        .any(|entry| entry.file_name().to_string_lossy().starts_with("libstd-"))
}
