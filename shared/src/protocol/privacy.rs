//! What a merchant gives or erases when a shopper asks for it.

use serde::{Deserialize, Serialize};

use super::desk::{Dossier, Identity};
use super::request::Request;
use super::widget::{ConversationState, Event};
use crate::ids::ContactId;
use crate::language::Language;
use crate::order::OrderView;
use crate::report::Concern;
use crate::time::Timestamp;

/// Everything that is kept about one contact, as `GET /api/v1/sites/{site}/contacts/{contact}`
/// gives it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContactExport {
    /// Which contact.
    pub contact: ContactId,
    /// Who, as far as is known.
    pub identity: Identity,
    /// The language that is spoken.
    pub language: Language,
    /// Where the conversation stands.
    pub state: ConversationState,
    /// What the shopper asked a human to carry out, if anything.
    pub request: Option<Request>,
    /// The orders as they are shown.
    pub orders: Vec<OrderView>,
    /// What was known at the latest handoff.
    pub dossier: Option<Dossier>,
    /// Everything that was said and told, notes of agents included, in order.
    pub events: Vec<Event>,
    /// What the shopper came with, as the report counts it.
    pub concerns: Vec<Concern>,
}

/// The receipt of an erasure, as `DELETE` of the same address gives it: it names nobody but by the
/// id that nobody has any more.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Erasure {
    /// Names the erasure.
    pub receipt: String,
    /// Which contact.
    pub contact: ContactId,
    /// When it was asked for.
    pub asked_at: Timestamp,
    /// When nothing was left; absent while some store has yet to be cleared, which goes on by
    /// itself.
    pub done_at: Option<Timestamp>,
}
