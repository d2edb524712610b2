//! What owners alone ask: who did what, and what is kept of a shopper.

use shared::audit::Action;
use shared::ids::{ContactId, SiteKey};
use shared::protocol::privacy::Erasure;
use shared::record;
use shared::time::Timestamp;

use super::{Problem, read, send};

const AUDIT: &str = "/desk/api/audit";

/// The audit trail.
pub struct Trail {
    /// Where it was tampered with, if it was.
    pub broken: Option<Broken>,
    /// Every entry, in order.
    pub trail: Vec<Line>,
}

/// The first number that is not as it was.
pub struct Broken {
    /// The number.
    pub seq: u64,
}

/// An entry, without what only the edge can check.
#[derive(Clone, PartialEq)]
pub struct Line {
    /// Its number.
    pub seq: u64,
    /// When.
    pub at: Timestamp,
    /// Who: the operator, an agent's id, or that the time had come.
    pub actor: String,
    /// What.
    pub action: Action,
    /// To whom or what, by its id.
    pub subject: String,
}

record!(Trail { broken, trail });

record!(Broken { seq });

record!(Line {
    seq,
    at,
    actor,
    action,
    subject
});

/// Who did what.
pub async fn trail() -> Result<Trail, Problem> {
    read(send("GET", AUDIT, None).await?).await
}

/// Where everything that is kept of a contact is given.
pub fn contact_path(site: &SiteKey, contact: &ContactId) -> String {
    format!("/api/v1/sites/{site}/contacts/{contact}")
}

/// Erases a contact, everywhere and for good.
pub async fn erase(site: &SiteKey, contact: &ContactId) -> Result<Erasure, Problem> {
    read(send("DELETE", &contact_path(site, contact), None).await?).await
}
