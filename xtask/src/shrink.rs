//! Makes a browser program's module and its shim small.
//!
//! The two meet by the names of imports and exports, which wasm-bindgen ends with hashes: a
//! hundred of them, each twice, that no compression can shorten. wasm-opt gives them names of a
//! letter or two, and says which; the shim follows here.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result};
use serde::Deserialize;

use crate::{command, node, paths};

/// What wasm-opt says that it renamed.
#[derive(Deserialize)]
struct Renamed {
    /// Module, name, new name. Every module is `a` now.
    imports: Vec<(String, String, String)>,
    /// Name, new name.
    exports: Vec<(String, String)>,
}

/// What wasm-opt calls the one module from which everything is imported.
const MODULE: &str = "a";

/// What the shim calls the instance, whose properties are the exports.
const INSTANCE: &str = "wasm.";

/// Takes out of a module what nobody calls for. `snip.mjs` says what, and how.
pub fn snip(module: &Path) -> Result<()> {
    let mut snip = node::tool("node")?;
    snip.arg(paths::at("xtask/snip.mjs")).arg(module);
    command::run_quiet(&mut snip).map(drop)
}

/// Shrinks a module in place by `passes`, then its shim.
pub fn shrink(module: &Path, shim: &Path, passes: &[&str], features: &[&str]) -> Result<()> {
    let mut optimize = node::tool("wasm-opt")?;
    optimize
        .args(passes)
        .arg("--minify-imports-and-exports-and-modules")
        .args(features)
        .arg(module)
        .arg("-o")
        .arg(module);
    let said = command::run_quiet(&mut optimize)?;
    let renamed: Renamed =
        serde_json::from_str(&said).context("wasm-opt did not say what it renamed")?;
    let text = std::fs::read_to_string(shim)?;
    std::fs::write(shim, rename(&text, &renamed))?;

    let mut minify = node::tool("esbuild")?;
    minify.arg(shim).args([
        "--minify",
        "--format=esm",
        "--allow-overwrite",
        "--log-level=warning",
    ]);
    command::run_quiet(minify.arg(format!("--outfile={}", shim.display()))).map(drop)
}

/// The shim with the new names.
fn rename(shim: &str, renamed: &Renamed) -> String {
    let imports: BTreeMap<&str, &str> = renamed
        .imports
        .iter()
        .map(|(_, old, new)| (old.as_str(), new.as_str()))
        .collect();
    let exports: BTreeMap<&str, &str> = renamed
        .exports
        .iter()
        .map(|(old, new)| (old.as_str(), new.as_str()))
        .collect();
    let mut text = String::with_capacity(shim.len());
    for word in shim.split_inclusive(|c: char| !is_in_names(c)) {
        let name = word.trim_end_matches(|c: char| !is_in_names(c));
        let is_export = text.ends_with(INSTANCE);
        let names = if is_export { &exports } else { &imports };
        text.push_str(names.get(name).unwrap_or(&name));
        text.push_str(&word[name.len()..]);
    }
    for (module, ..) in &renamed.imports {
        text = text.replace(&format!("\"{module}\""), &format!("\"{MODULE}\""));
    }
    text
}

fn is_in_names(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_' || c == '$'
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shim_follows_the_module() {
        let renamed = Renamed {
            imports: vec![(
                "./widget_bg.js".to_owned(),
                "__wbg_then_e3f7f2d365708be8".to_owned(),
                "$".to_owned(),
            )],
            exports: vec![
                ("memory".to_owned(), "b".to_owned()),
                ("start".to_owned(), "c".to_owned()),
            ],
        };
        let shim = "const i = { __wbg_then_e3f7f2d365708be8: (x) => x.memory };\n\
                    return { \"./widget_bg.js\": i };\n\
                    wasm.start(wasm.memory.buffer); start();";
        let wanted = "const i = { $: (x) => x.memory };\n\
                      return { \"a\": i };\n\
                      wasm.c(wasm.b.buffer); start();";
        assert_eq!(rename(shim, &renamed), wanted);
    }
}
