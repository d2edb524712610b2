//! The static site in `target/site`: everything that the Worker serves as a file.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::Value;
use sha2::{Digest, Sha384};

use crate::{build, command, node, paths, words};

/// The demo merchant's own pages: its server has them, the edge must not.
const NOT_SERVED: &str = "demo-shop";

/// Where the loaders of releases are, by version.
const RELEASES: &str = "v";

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
    let words = words::by_language(words::PANEL)?;
    minify(&public, &code, &site, &definitions(&words)?)?;
    panels(&words, &style("frame/panel.css")?, &site)?;
    cutoffs(&site)?;
    pin(&site)?;
    examples()?;
    for file in &plain {
        copy(&public.join(file), &site.join(file))?;
    }
    for name in build::BROWSER_CRATES {
        let file = format!("{name}_bg.wasm");
        copy(
            &build::package(name).join(&file),
            &site.join(name).join(&file),
        )?;
    }
    copy(
        &build::package("desk").join("desk.js"),
        &site.join("desk/desk.js"),
    )
}

/// Serves this version's loader under an address of its own as well, whose content never changes:
/// a shop may name its hash. Those of earlier releases are in `public/v/`, and served as they are.
fn pin(site: &Path) -> Result<()> {
    let version = env!("CARGO_PKG_VERSION");
    let address = format!("{RELEASES}/{version}/grelot.js");
    copy(&site.join("grelot.js"), &site.join(&address))?;
    let loader = std::fs::read(site.join(&address))?;
    let hash = STANDARD.encode(Sha384::digest(&loader));
    println!("      /{address} integrity=\"sha384-{hash}\"");
    Ok(())
}

/// What the build puts into `public/`: the languages of the panel, the few words that are needed
/// before a language is loaded, in all of them, and the frame's style. They are texts, because
/// esbuild makes a global of anything else.
fn definitions(panel: &BTreeMap<String, Value>) -> Result<Vec<String>> {
    let languages: Vec<_> = panel.keys().collect();
    let outside = words::by_language(words::OUTSIDE)?;
    let loader: BTreeMap<_, Vec<_>> = words::by_language(words::LOADER)?
        .into_iter()
        .map(|(tag, said)| (tag, [said["chat"].clone(), said["failed"].clone()].into()))
        .collect();
    [
        ("LANGUAGES", serde_json::to_string(&languages)?),
        ("OUTSIDE_WORDS", serde_json::to_string(&outside)?),
        ("LOADER_WORDS", serde_json::to_string(&loader)?),
        ("FRAME_STYLE", style("frame/frame.css")?),
    ]
    .into_iter()
    .map(|(name, json)| Ok(format!("--define:{name}={}", serde_json::to_string(&json)?)))
    .collect()
}

/// A style sheet of `public/` with all that it imports, as small as it gets.
fn style(file: &str) -> Result<String> {
    let mut esbuild = node::tool("esbuild")?;
    esbuild.arg(paths::at("public").join(file)).args([
        "--bundle",
        "--minify",
        "--log-level=warning",
    ]);
    command::run_quiet(&mut esbuild)
}

/// Makes the module that starts the panel in a language, one for each: the shim of its
/// WebAssembly together with that language's words and the style, which spares the frame two
/// requests.
fn panels(words: &BTreeMap<String, Value>, style: &str, site: &Path) -> Result<()> {
    let shim = build::package("widget").join("widget.js");
    let shim = shim.display();
    // The panel is put up in a task of its own: what comes before has the page to itself long enough.
    let start = format!(
        "import init, {{ mount }} from \"{shim}\";\n\
         export default async () => {{\n\
           await init();\n\
           await new Promise((go) => setTimeout(go));\n\
           mount();\n\
         }};\n"
    );
    let style = format!("export const style = {};\n", serde_json::to_string(style)?);
    modules("widget", words, &[start, style].concat(), site)
}

/// Makes the module of each language that product pages speak.
fn cutoffs(site: &Path) -> Result<()> {
    modules("cutoff", &words::by_language(words::CUTOFF)?, "", site)
}

/// Makes a module for each language, in a folder of the site: what says its words, and `more`.
fn modules(name: &str, words: &BTreeMap<String, Value>, more: &str, site: &Path) -> Result<()> {
    let folder = paths::at("target/modules").join(name);
    std::fs::create_dir_all(&folder)?;
    let speaker = paths::at("public/panel/speaker.js");
    let speaker = speaker.display();
    let mut esbuild = node::tool("esbuild")?;
    for (tag, words) in words {
        let entry = folder.join(format!("{tag}.js"));
        let code = format!(
            "import {{ speaker }} from \"{speaker}\";\n\
             export const say = speaker({words}, \"{tag}\");\n{more}"
        );
        std::fs::write(&entry, code)?;
        esbuild.arg(entry);
    }
    esbuild.args([
        "--bundle",
        "--format=esm",
        "--minify",
        "--charset=utf8",
        "--log-level=warning",
    ]);
    esbuild.arg(format!("--outdir={}", site.join(name).display()));
    command::run_quiet(&mut esbuild).map(drop)
}

/// Bundles the example pages of the documents, each with the libraries that it shows the use of.
fn examples() -> Result<()> {
    let mut esbuild = node::tool("esbuild")?;
    for name in ["plain.js", "react.jsx", "vue.js"] {
        esbuild.arg(paths::at("docs/examples").join(name));
    }
    esbuild.args([
        "--bundle",
        "--minify",
        "--jsx=automatic",
        "--define:process.env.NODE_ENV=\"production\"",
        "--define:__VUE_OPTIONS_API__=false",
        "--define:__VUE_PROD_DEVTOOLS__=false",
        "--define:__VUE_PROD_HYDRATION_MISMATCH_DETAILS__=false",
        "--log-level=warning",
    ]);
    esbuild.arg(format!(
        "--outdir={}",
        paths::at("target/examples").display()
    ));
    command::run_quiet(&mut esbuild).map(drop)
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
    let is_source = file
        .extension()
        .is_some_and(|extension| extension == "js" || extension == "css");
    is_source && !file.starts_with(RELEASES)
}

/// Bundles and minifies what pages name: the files right in `public/`. The parts that those are
/// made of lie in folders beside them, and are not served themselves. Some names in
/// them stand for what the build puts in.
fn minify(public: &Path, files: &[PathBuf], site: &Path, definitions: &[String]) -> Result<()> {
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
        .args(definitions)
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
