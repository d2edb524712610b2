//! What a shopper asks humans to carry out, with one touch.

use serde::{Deserialize, Serialize};

use crate::time::Day;

/// Something that a shopper chose and a human carries out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Request {
    /// What.
    pub kind: RequestKind,
    /// For which order: the number that the shopper knows, `#1042`.
    pub order: String,
    /// For which parcels: their tracking numbers.
    pub parcels: Vec<String>,
    /// The day by which the shopper was told to have an answer.
    pub promise_by: Option<Day>,
}

/// What a shopper may ask of a human with one touch.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RequestKind {
    /// To have it brought to another address.
    OtherAddress,
    /// To have it brought to another pickup point.
    OtherPoint,
    /// To be sent another parcel.
    SendAgain,
    /// To have the money back.
    Refund,
    /// To find out where a parcel is that counts as delivered.
    Inquiry,
}
