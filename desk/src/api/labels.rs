//! The labels that agents sort cases by.

use serde::Serialize;
use shared::protocol::labels::Label;
use shared::record;

use super::{Problem, done, read, send};

const LABELS: &str = "/desk/api/labels";

#[derive(Serialize)]
struct Listed {
    labels: Vec<Label>,
}

record!(Listed { labels });

/// The labels of the shop.
pub async fn labels() -> Result<Vec<Label>, Problem> {
    let listed: Listed = read(send("GET", LABELS, None).await?).await?;
    Ok(listed.labels)
}

/// Puts a list in the place of the one before. For leads.
pub async fn keep(labels: Vec<Label>) -> Result<(), Problem> {
    let body = serde_json::to_string(&Listed { labels }).map_err(|_| Problem::Malformed)?;
    done(&send("PUT", LABELS, Some(&body)).await?)
}
