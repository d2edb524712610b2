//! What a build needs, installed once and checked in a blink from then on.

use anyhow::Result;

use crate::toolchain::WasmToolchain;
use crate::tools::Tool;
use crate::{node, progress, toolchain, tools};

/// Installs whatever is missing: the wasm target, Node packages, and two command-line tools built from source.
pub fn ensure() -> Result<WasmToolchain> {
    let missing: Vec<&Tool> = tools::ALL
        .iter()
        .filter(|tool| !tools::installed(tool))
        .collect();
    let stale_packages = !node::is_current()?;
    let found = toolchain::find();

    let total = usize::from(found.is_none()) + usize::from(stale_packages) + missing.len();
    let mut number = 0;
    let mut next = || {
        number += 1;
        number
    };

    let wasm = match found {
        Some(wasm) => wasm,
        None => progress::step(next(), total, "Rust for wasm32", toolchain::install)?,
    };
    if stale_packages {
        progress::step(next(), total, "Node packages", node::install)?;
    }
    for tool in missing {
        let name = format!("{} from source (about 2 minutes)", tool.package);
        progress::step(next(), total, &name, || tools::install(tool))?;
    }
    tools::remove_leftovers()?;
    wasm.write_env_file()?;
    Ok(wasm)
}
