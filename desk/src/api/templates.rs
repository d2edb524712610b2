//! The texts that agents send often.

use serde::Deserialize;
use shared::protocol::templates::{DraftRequest, Template};
use shared::template::Draft;

use super::{Problem, read, send};

const TEMPLATES: &str = "/desk/api/templates";
const DRAFTS: &str = "/desk/api/drafts";

/// The templates, and whether whoever asks may change them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
pub struct Listed {
    /// Those of the shop and those that every shop has.
    pub templates: Vec<Template>,
    /// Whether whoever asks may change them.
    pub may_edit: bool,
}

/// The templates of the shop.
pub async fn templates() -> Result<Listed, Problem> {
    read(send("GET", TEMPLATES, None).await?).await
}

/// A template filled with a case's facts.
pub async fn draft(asked: &DraftRequest) -> Result<Draft, Problem> {
    let body = serde_json::to_string(asked).map_err(|_| Problem::Malformed)?;
    read(send("POST", DRAFTS, Some(&body)).await?).await
}
