//! What a screen reader is given: Chromium's accessibility tree of the chat's frame, as text.

use anyhow::{Context, Result};
use serde_json::{Value, json};

use super::panel::Panel;

/// Roles that say nothing by themselves; what is in them counts.
const SILENT: [&str; 6] = [
    "none",
    "generic",
    "InlineTextBox",
    "RootWebArea",
    "LineBreak",
    "LayoutTable",
];

/// The states that are worth a word.
const STATES: [&str; 8] = [
    "expanded", "invalid", "required", "live", "disabled", "level", "pressed", "checked",
];

/// The tree of a panel: a line a node, indented, with its role, its name and its states.
pub async fn tree(panel: &Panel) -> Result<String> {
    let browser = panel.enter().await?;
    let cdp = browser.driver.cdp();
    let frames = cdp.send_raw("Page.getFrameTree", json!({})).await?;
    let frame = frames["frameTree"]["childFrames"]
        .as_array()
        .into_iter()
        .flatten()
        .find(|child| child["frame"]["url"].as_str().is_some_and(is_ours))
        .context("the chat's frame is in the page")?;
    let id = &frame["frame"]["id"];
    let whole = cdp
        .send_raw("Accessibility.getFullAXTree", json!({ "frameId": id }))
        .await?;
    let nodes = whole["nodes"].as_array().context("a tree has nodes")?;
    let root = nodes.first().context("a tree has a root")?;
    let mut text = String::new();
    write(nodes, root, 0, &mut text);
    Ok(text)
}

fn is_ours(url: &str) -> bool {
    url.contains("/frame/")
}

fn write(nodes: &[Value], node: &Value, depth: usize, text: &mut String) {
    let role = node["role"]["value"].as_str().unwrap_or_default();
    let name = node["name"]["value"].as_str().unwrap_or_default();
    let is_heard = node["ignored"] != true && !SILENT.contains(&role);
    if is_heard {
        let states = states(node);
        text.push_str(&"  ".repeat(depth));
        text.extend([role, " “", name, "”", &states, "\n"]);
    }
    let within = depth + usize::from(is_heard);
    for id in node["childIds"].as_array().into_iter().flatten() {
        // The text of what has just been named would only say it twice.
        let child = nodes.iter().find(|child| child["nodeId"] == *id);
        let child =
            child.filter(|child| !is_heard || name.is_empty() || child["name"]["value"] != name);
        if let Some(child) = child {
            write(nodes, child, within, text);
        }
    }
}

fn states(node: &Value) -> String {
    let properties = node["properties"].as_array().into_iter().flatten();
    let said = properties.filter_map(|property| {
        let name = property["name"].as_str()?;
        let value = &property["value"]["value"];
        let is_set = *value != false && value != "false";
        (STATES.contains(&name) && is_set).then(|| format!(" {name}={value}"))
    });
    said.collect()
}
