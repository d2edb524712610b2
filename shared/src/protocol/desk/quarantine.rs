//! Payloads that could not be understood, as agents see them.

use serde::{Deserialize, Serialize};

use crate::source::Malformed;
use crate::time::Timestamp;

/// A payload that was signed rightly and could not be understood.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuarantineEntry {
    /// Which entry, from 1.
    pub id: u64,
    /// When it came.
    pub at: Timestamp,
    /// The source, `shopify`.
    pub source: String,
    /// The source's topic or event name, where it gave one.
    pub topic: Option<String>,
    /// What was wrong.
    pub problem: Malformed,
    /// Its size in bytes.
    pub size: u64,
    /// What became of it.
    #[serde(default)]
    pub state: QuarantineState,
    /// When an agent last had it read again, if one did.
    #[serde(default)]
    pub tried_at: Option<Timestamp>,
}

/// What became of a quarantined payload.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum QuarantineState {
    /// Nobody can read it yet.
    #[default]
    Waiting,
    /// It was understood in the end, and took effect.
    Replayed,
    /// An agent put it away.
    Discarded,
}
