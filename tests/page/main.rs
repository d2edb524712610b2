//! What the chat costs a page and whoever looks at it, in Chromium, and with the argument `desk`
//! what agents wait for: one run, one line of JSON on stdout. `cargo xtask bench` runs it and prints
//! its figures.
//!
//! A page is measured beside a floor: the same one with the least chat that there can be.

mod desk;
mod long;
mod opening;
mod visit;

use anyhow::Result;
use serde::Serialize;
use tests::pages::stage;

/// Everything that was measured.
#[derive(Serialize)]
struct Page {
    /// All of it as tables, for people.
    shown: String,
    opening: opening::Opening,
    long: long::Long,
}

#[tokio::main]
async fn main() {
    let of_desk = std::env::args().nth(1).as_deref() == Some("desk");
    stage::play("page", async |stage| {
        if of_desk {
            return print(&desk::measure(&stage).await?);
        }
        let opening = opening::measure(&stage).await?;
        let long = long::measure(&stage).await?;
        print(&Page {
            shown: format!("{opening}\n{long}"),
            opening,
            long,
        })
    })
    .await;
}

#[expect(clippy::print_stdout, reason = "its figures are what it is run for")]
fn print(figures: &impl Serialize) -> Result<()> {
    println!("{}", serde_json::to_string(figures)?);
    Ok(())
}
