//! What a shopper downloads, file by file, raw and as brotli.

use std::path::Path;

use anyhow::{Context, Result};
use brotli::enc::BrotliEncoderParams;
use serde::Serialize;

use crate::paths;

/// The best quality, at which a CDN compresses files that do not change.
const QUALITY: i32 = 11;

/// A file that is measured, and when it is needed.
struct Part {
    name: &'static str,
    path: &'static str,
    need: Need,
}

#[derive(Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
enum Need {
    /// Before a shopper can write in the panel.
    Panel,
    /// On product pages of shops that want it.
    Product,
    /// At the agents' desk only.
    Desk,
    /// Runs on the server, and is never downloaded.
    Server,
}

const PARTS: [Part; 10] = [
    Part {
        name: "loader",
        path: "target/site/grelot.js",
        need: Need::Panel,
    },
    Part {
        name: "frame page",
        path: "edge/src/pages/frame.html",
        need: Need::Panel,
    },
    Part {
        name: "frame style",
        path: "target/site/frame.css",
        need: Need::Panel,
    },
    Part {
        name: "feed",
        path: "target/site/feed.js",
        need: Need::Panel,
    },
    Part {
        name: "widget shim",
        path: "target/site/widget/widget.js",
        need: Need::Panel,
    },
    Part {
        name: "widget",
        path: "target/site/widget/widget_bg.wasm",
        need: Need::Panel,
    },
    Part {
        name: "cut-off",
        path: "target/site/cutoff.js",
        need: Need::Product,
    },
    Part {
        name: "desk shim",
        path: "target/site/desk/desk.js",
        need: Need::Desk,
    },
    Part {
        name: "desk",
        path: "target/site/desk/desk_bg.wasm",
        need: Need::Desk,
    },
    Part {
        name: "edge",
        path: "edge/build/index_bg.wasm",
        need: Need::Server,
    },
];

/// One line of the report; sizes are in bytes.
#[derive(Serialize)]
struct Size {
    name: &'static str,
    need: Need,
    raw: usize,
    brotli: usize,
}

/// The sizes of everything, as `target/bench.json` has them.
#[derive(Serialize)]
pub struct Sizes {
    files: Vec<Size>,
    /// The brotli bytes until a shopper can write.
    until_panel_usable: usize,
}

/// Measures what is built.
pub fn measure() -> Result<Sizes> {
    let files = PARTS.iter().map(weigh).collect::<Result<Vec<_>>>()?;
    let needed = files.iter().filter(|size| size.need == Need::Panel);
    Ok(Sizes {
        until_panel_usable: needed.map(|size| size.brotli).sum(),
        files,
    })
}

impl Sizes {
    /// Prints a table.
    pub fn print(&self) {
        println!("\n{:<20} {:>10} {:>10}", "bytes", "raw", "brotli");
        for size in &self.files {
            println!("{:<20} {:>10} {:>10}", size.name, size.raw, size.brotli);
        }
        println!(
            "{:<20} {:>10} {:>10}",
            "until panel usable", "", self.until_panel_usable
        );
    }
}

fn weigh(part: &Part) -> Result<Size> {
    let bytes = std::fs::read(paths::at(part.path))
        .with_context(|| format!("cannot read {}", part.path))?;
    let brotli = compressed(&bytes)
        .with_context(|| format!("cannot compress {}", Path::new(part.path).display()))?;
    Ok(Size {
        name: part.name,
        need: part.need,
        raw: bytes.len(),
        brotli,
    })
}

/// The length in bytes of what brotli makes of it.
fn compressed(mut bytes: &[u8]) -> Result<usize> {
    let parameters = BrotliEncoderParams {
        quality: QUALITY,
        ..BrotliEncoderParams::default()
    };
    Ok(brotli::BrotliCompress(
        &mut bytes,
        &mut std::io::sink(),
        &parameters,
    )?)
}
