//! Chromium, and the pages as a person uses them.
//!
//! - [`stage::play`] runs a test with browsers that are always closed, and pictured when it fails.
//! - [`demo::DemoShop`] is the real demo shop; [`merchant::Merchant`] serves one page of our own.
//! - [`shop::Shop`] is the merchant's page with the launcher on it, [`panel::Panel`] the chat in
//!   its frame, [`desk::Desk`] the agents' console.
//!
//! Things are found by what a person reads or hears: their words, labels and roles. The launcher
//! sits in a closed shadow root, which only the driver may look into: see [`shadow`].

pub mod axe;
pub mod browser;
pub mod demo;
pub mod desk;
pub mod merchant;
pub mod panel;
pub mod scene;
pub mod shadow;
pub mod shop;
pub mod stage;
pub mod tree;

use std::time::{Duration, Instant};

use anyhow::{Result, bail};
use thirtyfour::By;

/// How long a page may take to show what it must: two browsers may share one busy core.
pub const PATIENCE: Duration = Duration::from_secs(20);

const POLL: Duration = Duration::from_millis(100);

/// Looks again and again until there is something. An error of the driver is taken as "not yet",
/// because a page that is being drawn anew loses its elements; the last one is told at the end.
pub async fn until<T>(what: &str, mut look: impl AsyncFnMut() -> Result<Option<T>>) -> Result<T> {
    let started = Instant::now();
    loop {
        let seen = look().await;
        if let Ok(Some(found)) = seen {
            return Ok(found);
        }
        if started.elapsed() > PATIENCE {
            let why = seen.err().map(|error| format!(": {error:#}"));
            bail!("waited in vain for {what}{}", why.unwrap_or_default());
        }
        tokio::time::sleep(POLL).await;
    }
}

/// A button by the words on it.
pub fn button(words: &str) -> By {
    let words = literal(words);
    By::XPath(format!("//button[normalize-space()={words}]"))
}

/// The field of a label, whether the label holds it or names it.
pub fn field(label: &str) -> By {
    let label = literal(label);
    By::XPath(format!(
        "//*[@id=//label[normalize-space()={label}]/@for] \
         | //label[normalize-space()={label} or span[normalize-space()={label}]]//input"
    ))
}

/// A string in a path. There are no escapes, so a text with both kinds of quotes can't be written.
pub fn literal(text: &str) -> String {
    if text.contains('"') {
        format!("'{text}'")
    } else {
        format!("\"{text}\"")
    }
}
