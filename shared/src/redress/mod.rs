//! Making good what went wrong with an order: what can be done for each harm, in which order, on
//! what facts, and who may decide it.
//!
//! Money comes before goods, and a voucher is only ever an extra. Nothing is out of reach for good:
//! what goes beyond an agent's authority is asked of a lead.

mod grounds;
mod guide;
#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};

use crate::ids::OrderKey;
use crate::protocol::staff::Role;
use crate::protocol::widget::AgentName;
use crate::routing::Level;
use crate::time::{Day, Timestamp};
use crate::tracking::Status;

pub use guide::{Situation, guides, step_for};

/// What went wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Harm {
    /// The parcel is lost, or came back to the shop.
    Lost,
    /// It is late.
    Late,
    /// It counts as delivered, and the shopper has not got it.
    NotReceived,
    /// It arrived damaged.
    Damaged,
    /// It is not what was ordered.
    Wrong,
    /// It is a present that does not please, or is not wanted any more.
    Unwanted,
}

/// What can be done about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Remedy {
    /// The carrier searches.
    Inquiry,
    /// The shopper sends it back.
    Return,
    /// Something else in its place, once it is back.
    Exchange,
    /// The money back.
    Refund,
    /// The same once more.
    Replacement,
    /// A voucher on top, never in place of the rest.
    Voucher,
}

/// Who decides. A higher authority may do what a lower one may.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Authority {
    /// Any agent.
    Newcomer,
    /// An agent whom a lead has raised once.
    Regular,
    /// An agent of the VIP cell.
    Expert,
    /// A lead or an owner.
    Lead,
}

/// What can be done for an order, by what may have gone wrong.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Guide {
    /// Which order.
    pub order: OrderKey,
    /// The number that the shopper knows.
    pub number: String,
    /// Which of its parcels; absent while nothing has been shipped.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parcel: Option<String>,
    /// What is known of it.
    pub grounds: Vec<Ground>,
    /// What may have gone wrong, the likeliest first.
    pub harms: Vec<HarmGuide>,
}

/// What can be done about one harm.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HarmGuide {
    /// Which.
    pub harm: Harm,
    /// What nobody has said or done yet, and the decision would be better with.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub missing: Vec<Missing>,
    /// What can be done, first things first.
    pub steps: Vec<Step>,
}

/// Something that can be done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// What.
    pub remedy: Remedy,
    /// Who may decide it today.
    pub needs: Authority,
    /// From which day less authority will do: until then the carrier may still find the parcel.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub eased_from: Option<Day>,
}

/// A fact that a decision is based on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Ground {
    /// What the carrier said last, and when.
    Status {
        /// The parcel's status.
        status: Status,
        /// Since when.
        at: Option<Timestamp>,
    },
    /// For how many days the carrier has said nothing.
    Silent {
        /// So many.
        days: u32,
        /// After how many a parcel of this carrier is presumed lost.
        lost_after: u32,
    },
    /// The day that was promised first.
    Promised {
        /// That day.
        by: Day,
    },
    /// The day that the carrier expects now.
    Estimated {
        /// That day.
        by: Day,
    },
    /// The carrier shows that it was handed over.
    ProofOfDelivery,
    /// The shopper was told that it will miss its day.
    MissesItsDay,
}

/// What a decision would be better with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Missing {
    /// A photo of the article and its packing.
    Photo,
    /// Whether it lies with neighbors or at the usual places.
    UsualPlaces,
    /// Who signed for it, or what the carrier has as a proof.
    ProofOfDelivery,
    /// What the shopper prefers.
    Wish,
}

/// Something that was decided, or is asked of a lead.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Redress {
    /// The number of the event that began it.
    pub id: u64,
    /// For which order: the number that the shopper knows.
    pub order: String,
    /// For which of its parcels.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parcel: Option<String>,
    /// What went wrong.
    pub harm: Harm,
    /// What is done about it.
    pub remedy: Remedy,
    /// Who chose it.
    pub by: AgentName,
    /// Where it stands.
    pub standing: RedressStanding,
}

/// Where a redress stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "standing", rename_all = "snake_case")]
pub enum RedressStanding {
    /// It is decided by who chose it.
    Decided,
    /// A lead is asked.
    Asked,
    /// A lead has agreed.
    Approved {
        /// Who.
        by: AgentName,
    },
    /// A lead has not.
    Declined {
        /// Who.
        by: AgentName,
    },
}

/// What an agent chooses.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RedressChoice {
    /// For which order.
    pub order: OrderKey,
    /// For which of its parcels.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parcel: Option<String>,
    /// What went wrong.
    pub harm: Harm,
    /// What is to be done.
    pub remedy: Remedy,
}

impl Authority {
    /// The authority of somebody with a role and a level.
    pub fn of(role: Role, level: Level) -> Self {
        if role >= Role::Lead {
            return Self::Lead;
        }
        match level {
            Level::Newcomer => Self::Newcomer,
            Level::Regular => Self::Regular,
            Level::Expert => Self::Expert,
        }
    }
}

impl Redress {
    /// Whether it may be carried out.
    pub fn is_granted(&self) -> bool {
        matches!(
            self.standing,
            RedressStanding::Decided | RedressStanding::Approved { .. }
        )
    }

    /// The starter template that tells the shopper of it.
    pub fn template(&self) -> &'static str {
        match (self.remedy, self.harm) {
            (Remedy::Inquiry, Harm::NotReceived) => "not-received",
            (Remedy::Inquiry, _) => "no-news",
            (Remedy::Return | Remedy::Exchange, Harm::Wrong) => "wrong-item",
            (Remedy::Return | Remedy::Exchange, _) => "return-after-christmas",
            (Remedy::Refund, _) => "refund-done",
            (Remedy::Replacement, _) => "replacement-sent",
            (Remedy::Voucher, _) => "gesture",
        }
    }

    /// Whether a lead has said no.
    pub fn is_declined(&self) -> bool {
        matches!(self.standing, RedressStanding::Declined { .. })
    }
}

impl Remedy {
    /// Whether the shopper has what is due with it.
    pub fn makes_good(self) -> bool {
        matches!(self, Self::Exchange | Self::Refund | Self::Replacement)
    }
}

impl Harm {
    /// The starter template that apologizes for it and says what the shopper may choose.
    pub fn template(self) -> &'static str {
        match self {
            Self::Lost => "lost",
            Self::Late => "late",
            Self::NotReceived => "not-received",
            Self::Damaged => "damaged",
            Self::Wrong => "wrong-item",
            Self::Unwanted => "return-after-christmas",
        }
    }
}
