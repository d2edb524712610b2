//! The static site in `target/site`: everything that the Worker serves as a file.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::{build, command, node, paths};

/// The demo merchant's own pages: its server has them, the edge must not.
const NOT_SERVED: &str = "demo-shop";

/// Puts the site together from `public/` and the browser programs.
pub fn assemble() -> Result<()> {
    let site = paths::at("target/site");
    if site.exists() {
        std::fs::remove_dir_all(&site).context("cannot empty target/site")?;
    }
    std::fs::create_dir_all(&site)?;

    let public = paths::at("public");
    let files = files_below(&public, Path::new(NOT_SERVED))?;
    let (code, plain): (Vec<_>, Vec<_>) = files.into_iter().partition(|file| is_code(file));
    minify(&public, &code, &site)?;
    for file in &plain {
        copy(&public.join(file), &site.join(file))?;
    }
    for name in build::BROWSER_CRATES {
        for file in [format!("{name}.js"), format!("{name}_bg.wasm")] {
            copy(
                &build::package(name).join(&file),
                &site.join(name).join(&file),
            )?;
        }
    }
    Ok(())
}

/// The files below a folder, relative to it, but for those in one of its folders.
fn files_below(folder: &Path, except: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    let mut folders = vec![PathBuf::new()];
    while let Some(current) = folders.pop() {
        let entries = std::fs::read_dir(folder.join(&current));
        for entry in entries.with_context(|| format!("cannot list {}", folder.display()))? {
            let entry = entry?;
            let relative = current.join(entry.file_name());
            if relative == except {
                continue;
            }
            if entry.file_type()?.is_dir() {
                folders.push(relative);
            } else {
                files.push(relative);
            }
        }
    }
    files.sort();
    Ok(files)
}

fn is_code(file: &Path) -> bool {
    file.extension()
        .is_some_and(|extension| extension == "js" || extension == "css")
}

/// Bundles and minifies what pages name: the files right in `public/`. The parts that those are
/// made of lie in folders beside them, and are not served themselves.
fn minify(public: &Path, files: &[PathBuf], site: &Path) -> Result<()> {
    if files.is_empty() {
        return Ok(());
    }
    let mut esbuild = node::tool("esbuild")?;
    esbuild
        .args(files.iter().filter(|file| file.components().count() == 1))
        .current_dir(public)
        .args([
            "--bundle",
            "--format=esm",
            // Made by wasm-bindgen, not to be found in `public/`.
            "--external:/widget/*",
            "--external:/desk/*",
            "--minify",
            "--charset=utf8",
            "--outbase=.",
            "--log-level=warning",
        ])
        .arg(format!("--outdir={}", site.display()));
    command::run_quiet(&mut esbuild).map(drop)
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    if let Some(folder) = to.parent() {
        std::fs::create_dir_all(folder)?;
    }
    std::fs::copy(from, to).with_context(|| format!("cannot copy {}", from.display()))?;
    Ok(())
}
