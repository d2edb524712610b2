//! What shoppers and agents download, file by file, raw and as brotli.

use std::path::Path;

use anyhow::{Context, Result, bail};
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
    /// On every page of a shop.
    Page,
    /// By a shopper who came back, or whom the shop has signed in: the live feed.
    Feed,
    /// Before a shopper can write in the panel.
    Panel,
    /// On product pages of shops that want it.
    Product,
    /// At the agents' desk only.
    Desk,
    /// Runs on the server, and is never downloaded.
    Server,
}

const PARTS: [Part; 13] = [
    Part {
        name: "loader",
        path: "target/site/grelot.js",
        need: Need::Page,
    },
    Part {
        name: "frame page",
        path: "edge/src/pages/frame.html",
        need: Need::Feed,
    },
    Part {
        name: "feed",
        path: "target/site/feed.js",
        need: Need::Feed,
    },
    Part {
        name: "shim, words, style",
        path: "target/site/widget/fr.js",
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
        name: "cut-off, words",
        path: "target/site/cutoff/fr.js",
        need: Need::Product,
    },
    Part {
        name: "desk page",
        path: "edge/src/pages/desk.html",
        need: Need::Desk,
    },
    Part {
        name: "desk boot",
        path: "target/site/desk-boot.js",
        need: Need::Desk,
    },
    Part {
        name: "desk style",
        path: "target/site/desk.css",
        need: Need::Desk,
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

/// What may not grow further: the brotli bytes of the files of some needs together.
struct Budget {
    name: &'static str,
    needs: &'static [Need],
    limit: usize,
}

const BUDGETS: [Budget; 4] = [
    Budget {
        name: "before any click",
        needs: &[Need::Page],
        limit: 2_500,
    },
    Budget {
        name: "live feed, more",
        needs: &[Need::Feed],
        limit: 6_000,
    },
    Budget {
        name: "until panel usable",
        needs: &[Need::Page, Need::Feed, Need::Panel],
        limit: 100_000,
    },
    Budget {
        name: "until desk usable",
        needs: &[Need::Desk],
        limit: 294_000,
    },
];

/// A budget and what is spent of it, in brotli bytes.
#[derive(Serialize)]
struct Spent {
    name: &'static str,
    brotli: usize,
    limit: usize,
}

/// The sizes of everything, as `target/bench.json` has them.
#[derive(Serialize)]
pub struct Sizes {
    files: Vec<Size>,
    budgets: Vec<Spent>,
}

/// Measures what is built.
pub fn measure() -> Result<Sizes> {
    let files = PARTS.iter().map(weigh).collect::<Result<Vec<_>>>()?;
    let budgets = BUDGETS.iter().map(|budget| budget.spent(&files)).collect();
    Ok(Sizes { files, budgets })
}

impl Budget {
    fn spent(&self, files: &[Size]) -> Spent {
        let files = files.iter().filter(|size| self.needs.contains(&size.need));
        Spent {
            name: self.name,
            brotli: files.map(|size| size.brotli).sum(),
            limit: self.limit,
        }
    }
}

impl Sizes {
    /// Prints a table.
    pub fn print(&self) {
        println!(
            "\n{:<20} {:>10} {:>10} {:>10}",
            "bytes", "raw", "brotli", "budget"
        );
        for size in &self.files {
            println!("{:<20} {:>10} {:>10}", size.name, size.raw, size.brotli);
        }
        for Spent {
            name,
            brotli,
            limit,
        } in &self.budgets
        {
            println!("{name:<20} {:>10} {brotli:>10} {limit:>10}", "");
        }
    }

    /// Fails when a budget is passed.
    pub fn hold(&self) -> Result<()> {
        let passed = self
            .budgets
            .iter()
            .filter(|spent| spent.brotli > spent.limit);
        let passed: Vec<String> = passed
            .map(|spent| format!("{}: {} bytes of {}", spent.name, spent.brotli, spent.limit))
            .collect();
        if passed.is_empty() {
            return Ok(());
        }
        bail!("too heavy: {}", passed.join("; "))
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

#[cfg(test)]
mod tests {
    use super::*;

    fn sizes(loader: usize) -> Sizes {
        let files = vec![Size {
            name: "loader",
            need: Need::Page,
            raw: 0,
            brotli: loader,
        }];
        let budgets = BUDGETS.iter().map(|budget| budget.spent(&files)).collect();
        Sizes { files, budgets }
    }

    #[test]
    fn a_byte_too_many_fails() {
        assert!(sizes(2_500).hold().is_ok());
        let error = sizes(2_501).hold().expect_err("over");
        assert!(
            error
                .to_string()
                .contains("before any click: 2501 bytes of 2500")
        );
    }
}
