//! What axe finds wrong with a page, by WCAG 2.2 at level AA.

use std::fs;
use std::sync::OnceLock;

use anyhow::{Result, ensure};
use serde::Deserialize;
use serde_json::json;

use super::browser::Browser;
use crate::server::root;

const RUN: &str = "
const [selector, done] = arguments;
const tags = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'];
const scope = selector ? document.querySelector(selector) : document;
axe.run(scope, { runOnly: { type: 'tag', values: tags }, iframes: false })
  .then(({ violations, passes }) => done({
    passes: passes.length,
    violations: violations.map(({ id, help, nodes }) =>
      ({ id, help, nodes: nodes.map(({ html, failureSummary }) => html + ' ' + failureSummary) })),
  }), (error) => done({ passes: 0, violations: [{ id: 'axe', help: String(error), nodes: [] }] }));";

#[derive(Deserialize)]
struct Outcome {
    passes: usize,
    violations: Vec<Violation>,
}

#[derive(Debug, Deserialize)]
#[expect(dead_code, reason = "shown by Debug")]
struct Violation {
    id: String,
    help: String,
    nodes: Vec<String>,
}

/// Fails with everything that is wrong in the frame that is entered, or below one element of it.
pub async fn is_accessible(browser: &Browser, what: &str, below: Option<&str>) -> Result<()> {
    let is_loaded: bool = browser.script("return 'axe' in window", Vec::new()).await?;
    if !is_loaded {
        browser.driver.execute(source(), Vec::new()).await?;
    }
    let returned = browser
        .driver
        .execute_async(RUN, vec![json!(below)])
        .await?;
    let outcome: Outcome = serde_json::from_value(returned.json().clone())?;
    ensure!(
        outcome.violations.is_empty(),
        "{what}: {:#?}",
        outcome.violations
    );
    ensure!(outcome.passes > 3, "{what}: axe saw next to nothing");
    Ok(())
}

fn source() -> &'static str {
    static SOURCE: OnceLock<String> = OnceLock::new();
    SOURCE.get_or_init(|| {
        let file = root().join("node_modules/axe-core/axe.min.js");
        fs::read_to_string(file).expect("axe-core is among the packages of package.json")
    })
}
