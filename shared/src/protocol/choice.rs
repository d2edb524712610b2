//! What a shopper may answer with one touch.

use serde::{Deserialize, Serialize};

/// An answer that the shopper may give with one touch.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    /// Which answer.
    pub id: ChoiceId,
    /// The words on the button.
    pub label: String,
}

/// The answers that the bot and notices offer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ChoiceId {
    /// Where is my order?
    TrackOrder,
    /// Look up another order.
    OtherOrder,
    /// Talk to a human.
    TalkToHuman,
    /// That settles it.
    Settled,
    /// Goes on waiting.
    Wait,
    /// Wants it brought to another address.
    OtherAddress,
    /// Wants it brought to another pickup point.
    OtherPoint,
    /// Wants another parcel.
    SendAgain,
    /// Wants the money back.
    Refund,
    /// Has not received what was delivered.
    NotReceived,
    /// Has looked for it and not found it.
    StillMissing,
    /// Wants no more news of the order, but for its end.
    MuteOrder,
    /// Wants news of it again.
    UnmuteOrder,
    /// Wants to be called back rather than to wait for a human.
    CallBack,
    /// What a human has settled is not settled.
    NotSettled,
    /// It was well done.
    RateGood,
    /// It was so-so.
    RateFair,
    /// It was badly done.
    RateBad,
    /// Says what its label says.
    Say,
}
