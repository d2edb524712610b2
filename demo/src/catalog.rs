//! What the shop sells. One file serves the pages and the prices of the checkout.

use std::fs;
use std::path::Path;

use anyhow::Context as _;
use serde::Deserialize;

/// A toy for sale.
#[derive(Clone, Debug, Deserialize)]
pub struct Toy {
    /// Its name in addresses, and the name of its drawing.
    pub slug: String,
    /// Its id at the shop platform.
    pub id: u64,
    /// Its title.
    pub title: String,
    /// Price in euro cents, taxes included.
    pub price: u32,
    /// Weight in grams.
    pub grams: u32,
    /// From what age.
    pub age: String,
    /// What it is made of.
    pub material: String,
    /// One line for the grid.
    pub tagline: String,
    /// A paragraph for its page.
    pub description: String,
}

/// All toys, in the order of the shop window.
pub struct Catalog(Vec<Toy>);

impl Catalog {
    /// Reads the catalog file.
    pub fn read(path: &Path) -> anyhow::Result<Self> {
        let text = fs::read_to_string(path).context("reading the catalog")?;
        serde_json::from_str(&text)
            .map(Self)
            .context("reading the catalog")
    }

    /// The toys in order.
    pub fn toys(&self) -> &[Toy] {
        &self.0
    }

    /// The toy of that name.
    pub fn find(&self, slug: &str) -> Option<&Toy> {
        self.0.iter().find(|toy| toy.slug == slug)
    }
}
