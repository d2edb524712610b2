//! The texts that agents send often.

use shared::language::Language;
use shared::protocol::templates::{DraftRequest, Pattern, Template};
use shared::record;
use shared::template::Draft;

use super::{Problem, done, read, send};

const TEMPLATES: &str = "/desk/api/templates";
const DRAFTS: &str = "/desk/api/drafts";

/// The templates, and whether whoever asks may change them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Listed {
    /// Those of the shop and those that every shop has.
    pub templates: Vec<Template>,
    /// Whether whoever asks may change them.
    pub may_edit: bool,
}

record!(Listed {
    templates,
    may_edit
});

/// The templates of the shop.
pub async fn templates() -> Result<Listed, Problem> {
    read(send("GET", TEMPLATES, None).await?).await
}

/// Keeps a template of the shop's own. For leads.
pub async fn keep(language: Language, id: &str, pattern: &Pattern) -> Result<(), Problem> {
    let body = serde_json::to_string(pattern).map_err(|_| Problem::Malformed)?;
    done(&send("PUT", &path(language, id), Some(&body)).await?)
}

/// Forgets a template of the shop's own. For leads.
pub async fn forget(language: Language, id: &str) -> Result<(), Problem> {
    done(&send("DELETE", &path(language, id), None).await?)
}

fn path(language: Language, id: &str) -> String {
    format!("{TEMPLATES}/{}/{id}", language.tag())
}

/// A template filled with a case's facts.
pub async fn draft(asked: &DraftRequest) -> Result<Draft, Problem> {
    let body = serde_json::to_string(asked).map_err(|_| Problem::Malformed)?;
    read(send("POST", DRAFTS, Some(&body)).await?).await
}
