//! The desk's page of parcels at risk: what `GET /desk/api/parcels?risk=&after=` answers.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::ids::{ContactId, OrderKey};
use crate::time::{Day, Timestamp};

/// Why a merchant should look after a parcel, the gravest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Risk {
    /// The carrier can't find it, or has said nothing for longer than it takes to search.
    Lost,
    /// It will not arrive by the day on which it must.
    WillMissDeadline,
    /// Something is wrong with it, or it comes back.
    Trouble,
    /// It waits at a pickup point for too long.
    PickupTooLong,
    /// Nobody has scanned it for too long, or ever.
    Stalled,
    /// The day that was promised has passed.
    Late,
}

impl Risk {
    /// All of them, the gravest first.
    pub const ALL: [Self; 6] = [
        Self::Lost,
        Self::WillMissDeadline,
        Self::Trouble,
        Self::PickupTooLong,
        Self::Stalled,
        Self::Late,
    ];

    /// Its name, as in JSON and in the address.
    pub fn name(self) -> &'static str {
        match self {
            Self::WillMissDeadline => "will_miss_deadline",
            Self::Late => "late",
            Self::Stalled => "stalled",
            Self::PickupTooLong => "pickup_too_long",
            Self::Trouble => "trouble",
            Self::Lost => "lost",
        }
    }

    /// The risk of a name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|risk| risk.name() == name)
    }
}

/// A page of the list: who has run a risk longest comes first. A parcel that runs several risks
/// has a line for each.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RiskPage {
    /// How many lines each risk has at the site, whichever risk was asked for. One without lines
    /// may be absent.
    pub counts: BTreeMap<Risk, u32>,
    /// The lines.
    pub parcels: Vec<RiskyParcel>,
    /// What to ask for as `after` to have the next page; absent on the last one.
    pub next: Option<String>,
}

/// A parcel and one risk that it runs.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct RiskyParcel {
    /// Which order.
    pub order: OrderKey,
    /// The number that the shopper knows, `#1042`.
    pub number: String,
    /// The tracking number; absent for an order of which nothing was sent.
    pub parcel: Option<String>,
    /// The carrier's name, as it was told or as the number proves it.
    pub carrier: Option<String>,
    /// The tracking page; https only.
    pub url: Option<String>,
    /// The risk.
    pub risk: Risk,
    /// Since when it runs it.
    pub since: Timestamp,
    /// The day that it is about: the deadline, the last day kept, the promised day.
    pub due: Option<Day>,
    /// The day that was told first.
    pub promised: Option<Day>,
    /// The day that is told now.
    pub estimate: Option<Day>,
    /// A shopper whom the order is bound to, whose case can be opened.
    pub contact: Option<ContactId>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_risk_is_named_alike_in_json_and_in_the_address() {
        for risk in Risk::ALL {
            assert_eq!(serde_json::to_value(risk).unwrap(), risk.name());
            assert_eq!(Risk::named(risk.name()), Some(risk));
        }
        assert_eq!(Risk::named("Late"), None);
    }

    #[test]
    fn a_page_counts_by_name() {
        let page = r#"{"counts":{"lost":1,"late":2},"parcels":[],"next":null}"#;
        let read: RiskPage = serde_json::from_str(page).unwrap();
        assert_eq!(read.counts, [(Risk::Late, 2), (Risk::Lost, 1)].into());
        assert_eq!(serde_json::to_string(&read).unwrap(), page);
    }
}
