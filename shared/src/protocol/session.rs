//! The HTTP exchange that precedes a shopper's socket: who are you, here is a ticket.

use serde::{Deserialize, Serialize};

use crate::language::Language;
use crate::time::Timestamp;

/// `POST /api/v1/sites/{site}/sessions`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionRequest {
    /// The visitor token from an earlier session, if any.
    #[serde(default)]
    pub visitor: Option<String>,
    /// A JWT signed by the shop, if the shopper is signed in there.
    #[serde(default)]
    pub identity: Option<String>,
    /// In place of a token: a customer whom the shop names with a hash.
    #[serde(default)]
    pub identifier: Option<HashedIdentifier>,
    /// The language of the page.
    #[serde(default)]
    pub language: Option<Language>,
}

/// A customer whom the shop names with a hash: what a shop has that comes from another chat.
///
/// It never ends, and whoever has read it once is that customer until the merchant changes the
/// key. So it is off unless the merchant turns it on, it opens a history of its own, never that of
/// a token's customer, and it binds no order: it proves no e-mail.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HashedIdentifier {
    /// The shop's own id of the customer.
    pub identifier: String,
    /// Its HMAC-SHA256 under the site's identifier key, in hexadecimal.
    pub identifier_hash: String,
}

/// Its answer, 201.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Session {
    /// Goes into the subprotocol list as `ticket.<ticket>`; good for one minute.
    pub ticket: String,
    /// How long the ticket is good for, in seconds.
    pub expires_in: u32,
    /// A new visitor token, to be kept in the frame's own storage; absent when the request's
    /// token was good or the shopper is signed in.
    pub visitor: Option<String>,
    /// What the panel shows of the shop.
    pub site: SiteCard,
}

/// The public face of a site.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SiteCard {
    /// The shop's name.
    pub name: String,
    /// The shop's own language.
    pub language: Language,
    /// The merchant's color, `#rrggbb`.
    pub accent: String,
    /// Whether there is help to be searched.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub help: bool,
    /// When somebody answers, in the days ahead; empty where the merchant doesn't say.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub hours: Vec<Opening>,
    /// How long it would take until a human answers, in minutes, as cases went lately; absent
    /// where that is not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wait_minutes: Option<u32>,
}

/// A time in which somebody answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opening {
    /// Its beginning.
    pub from: Timestamp,
    /// Its end.
    pub until: Timestamp,
}
