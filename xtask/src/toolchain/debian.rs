//! The wasm32 toolchain from Debian's packages, with the standard library built here from their source.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use super::{TARGET, has_source, has_std, target_libraries};
use crate::command::{command, in_path, run_quiet, succeeds};
use crate::paths;

/// The name under which rustup knows Debian's toolchain.
const NAME: &str = "grelot-wasm";
const RUSTC: &str = "/usr/bin/rustc";
const CARGO: &str = "/usr/bin/cargo";
const PACKAGES: [&str; 3] = ["rustc-web", "cargo-web", "rust-web-src"];

/// The variables of the toolchain, if it is installed.
pub fn find() -> Option<Vec<(String, String)>> {
    if !Path::new(RUSTC).exists() || !has_std(command(RUSTC)) || !has_source(command(RUSTC)) {
        return None;
    }
    let linker = linker()?;
    let mut variables = vec![(
        "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER".to_owned(),
        linker,
    )];
    if in_path("rustup").is_none() {
        // Without rustup, whichever cargo is found first takes the compiler that it is told.
        variables.push(("RUSTC".to_owned(), RUSTC.to_owned()));
        return Some(variables);
    }
    let toolchains = run_quiet(command("rustup").args(["toolchain", "list"])).ok()?;
    if !toolchains
        .lines()
        .any(|line| line.split_whitespace().next() == Some(NAME))
    {
        return None;
    }
    variables.push(("RUSTUP_TOOLCHAIN".to_owned(), NAME.to_owned()));
    Some(variables)
}

/// Installs the packages, builds the standard library and links the toolchain to rustup.
pub fn install() -> Result<Vec<(String, String)>> {
    if !may_install() {
        bail!(
            "no Rust for {TARGET}: run `rustup target add {TARGET}` with network access, \
             or `apt-get install {} lld` as root, and start again",
            PACKAGES.join(" ")
        );
    }
    install_packages()?;
    if !has_std(command(RUSTC)) {
        build_std().context("cannot build the standard library for wasm32")?;
    }
    if in_path("rustup").is_some() {
        run_quiet(command("rustup").args(["toolchain", "link", NAME, "/usr"]))?;
    }
    find().context("Debian's packages are installed, but give no working wasm32 toolchain")
}

/// Whether this machine lets us install Debian packages.
pub fn may_install() -> bool {
    let root = succeeds(command("sh").args(["-c", "[ \"$(id -u)\" = 0 ]"]));
    root && in_path("apt-get").is_some()
}

/// Brings Debian's list of packages up to date.
pub fn apt_update() -> Result<()> {
    run_quiet(command("apt-get").args(["-qq", "update"])).map(drop)
}

/// Installs Debian packages without what they merely recommend.
pub fn apt_install(packages: &[&str]) -> Result<()> {
    let mut install = command("apt-get");
    install
        .args(["-qq", "install", "-y", "--no-install-recommends"])
        .args(packages)
        .env("DEBIAN_FRONTEND", "noninteractive");
    run_quiet(&mut install).map(drop)
}

fn install_packages() -> Result<()> {
    apt_update()?;
    let listed = run_quiet(command("apt-cache").args(["search", "--names-only", "^lld-[0-9]+$"]))?;
    let lld = newest_lld(&listed).context("Debian offers no lld package")?;
    let packages: Vec<&str> = PACKAGES.iter().copied().chain([lld.as_str()]).collect();
    apt_install(&packages)
}

/// The highest version in the lines `lld-22 - LLVM-based linker` of `apt-cache search`.
fn newest_lld(listed: &str) -> Option<String> {
    let names = listed
        .lines()
        .filter_map(|line| line.split_whitespace().next());
    names
        .filter_map(|name| name.strip_prefix("lld-")?.parse::<u32>().ok())
        .max()
        .map(|version| format!("lld-{version}"))
}

/// The newest `wasm-ld-N` in /usr/bin.
fn linker() -> Option<String> {
    let entries = std::fs::read_dir("/usr/bin").ok()?;
    entries
        .flatten()
        .filter_map(|entry| {
            entry
                .file_name()
                .to_str()?
                .strip_prefix("wasm-ld-")?
                .parse::<u32>()
                .ok()
        })
        .max()
        .map(|version| format!("wasm-ld-{version}"))
}

/// Builds the standard library by way of an empty crate, and copies it to where the compiler looks.
fn build_std() -> Result<()> {
    let folder = paths::at("target/wasm-std");
    write_empty_crate(&folder)?;
    let mut cargo = command(CARGO);
    cargo
        .current_dir(&folder)
        .args(["build", "--release", "--target", TARGET])
        .arg("-Zbuild-std=std,panic_abort,panic_unwind,proc_macro")
        .env("CARGO_TARGET_DIR", folder.join("target"))
        .env("RUSTC", RUSTC)
        .env("RUSTC_BOOTSTRAP", "1")
        .env(
            "RUSTFLAGS",
            "-Cembed-bitcode=yes -Zforce-unstable-if-unmarked",
        );
    run_quiet(&mut cargo)?;
    copy_libraries(&folder.join("target").join(TARGET).join("release/deps"))?;
    std::fs::remove_dir_all(&folder).context("cannot remove target/wasm-std")
}

fn write_empty_crate(folder: &Path) -> Result<()> {
    std::fs::create_dir_all(folder.join("src"))?;
    // A workspace of its own: it lies below ours, which would otherwise claim it.
    let manifest =
        "[package]\nname = \"empty\"\nversion = \"0.0.0\"\nedition = \"2021\"\n\n[workspace]\n";
    std::fs::write(folder.join("Cargo.toml"), manifest)?;
    std::fs::write(folder.join("src/lib.rs"), "#![no_std]\n")?;
    Ok(())
}

fn copy_libraries(built: &Path) -> Result<()> {
    let destination: PathBuf =
        target_libraries(command(RUSTC)).context("rustc names no library folder")?;
    std::fs::create_dir_all(&destination)?;
    for entry in std::fs::read_dir(built)? {
        let path = entry?.path();
        let name = path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        if path
            .extension()
            .is_some_and(|extension| extension == "rlib")
            && !name.starts_with("libempty-")
        {
            std::fs::copy(&path, destination.join(&name))?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::newest_lld;

    #[test]
    fn takes_the_newest_lld_by_number() {
        let listed =
            "lld-9 - LLVM-based linker\nlld-22 - LLVM-based linker\nlld-19 - LLVM-based linker\n";
        assert_eq!(newest_lld(listed).as_deref(), Some("lld-22"));
        assert_eq!(newest_lld("lld - default linker\n"), None);
    }
}
