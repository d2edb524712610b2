//! What the chat costs a page and whoever looks at it, in Chromium; with the argument `desk` what
//! agents wait for, and with `lighthouse` and its path how that rates the shop: one run, one line of
//! JSON on stdout. `cargo xtask bench` runs it and prints
//! its figures.
//!
//! A page is measured beside a floor: the same one with the least chat that there can be.

mod desk;
mod lighthouse;
mod long;
mod opening;
mod visit;

use std::path::Path;

use anyhow::Result;
use serde::Serialize;
use tests::pages::stage;

/// Figures, and the same as tables, for people.
#[derive(Serialize)]
struct Shown<T> {
    shown: String,
    #[serde(flatten)]
    figures: T,
}

/// What the chat costs.
#[derive(Serialize)]
struct Page {
    opening: opening::Opening,
    long: long::Long,
}

#[tokio::main]
async fn main() {
    let arguments: Vec<_> = std::env::args().skip(1).collect();
    stage::play("page", async |stage| {
        match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
            ["desk"] => return print(&desk::measure(&stage).await?),
            ["lighthouse", program] => return rate(Path::new(program)).await,
            _ => (),
        }
        let opening = opening::measure(&stage).await?;
        let long = long::measure(&stage).await?;
        print(&Shown {
            shown: format!("{opening}\n{long}"),
            figures: Page { opening, long },
        })
    })
    .await;
}

async fn rate(lighthouse: &Path) -> Result<()> {
    let ratings = lighthouse::measure(lighthouse).await?;
    print(&Shown {
        shown: ratings.to_string(),
        figures: ratings,
    })
}

#[expect(clippy::print_stdout, reason = "its figures are what it is run for")]
fn print(figures: &impl Serialize) -> Result<()> {
    println!("{}", serde_json::to_string(figures)?);
    Ok(())
}
