//! What the chat costs a page and whoever looks at it, in Chromium: one run, one line of JSON on
//! stdout. `cargo xtask bench` runs it and prints its figures.
//!
//! Everything is measured beside a floor: the same page with the least chat that there can be.

mod long;
mod opening;
mod visit;

use anyhow::Result;
use serde::Serialize;
use tests::pages::stage;

/// Everything that was measured.
#[derive(Serialize)]
struct Page {
    opening: opening::Opening,
    long: long::Long,
}

#[tokio::main]
async fn main() {
    stage::play("page", async |stage| {
        let page = Page {
            opening: opening::measure(&stage).await?,
            long: long::measure(&stage).await?,
        };
        print(&page)
    })
    .await;
}

#[expect(clippy::print_stdout, reason = "its figures are what it is run for")]
fn print(page: &Page) -> Result<()> {
    println!("{}", serde_json::to_string(page)?);
    Ok(())
}
