//! What may stand in a template.

use serde::{Deserialize, Serialize};

use crate::language::Language;

/// A typed place in a template.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// The shopper's name, as the shop has signed it.
    Name,
    /// The order's number.
    Order,
    /// The parcel's tracking number.
    Parcel,
    /// Who carries the parcel.
    Carrier,
    /// The day of delivery as it is estimated now.
    Estimate,
    /// Name and address of the pickup point.
    PickupPoint,
    /// The last day on which the pickup point keeps the parcel.
    KeptUntil,
    /// The day by which the shopper was told to have an answer.
    PromiseBy,
    /// The agent who writes.
    Agent,
    /// The shop.
    Shop,
    /// A sum of money. The agent types it.
    Amount,
    /// A day. The agent types it.
    Day,
    /// A product. The agent types it.
    Item,
}

impl Field {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 13] = [
        Self::Name,
        Self::Order,
        Self::Parcel,
        Self::Carrier,
        Self::Estimate,
        Self::PickupPoint,
        Self::KeptUntil,
        Self::PromiseBy,
        Self::Agent,
        Self::Shop,
        Self::Amount,
        Self::Day,
        Self::Item,
    ];

    /// Its variable in a template: `{ $order }`.
    pub fn variable(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Order => "order",
            Self::Parcel => "parcel",
            Self::Carrier => "carrier",
            Self::Estimate => "estimate",
            Self::PickupPoint => "pickup-point",
            Self::KeptUntil => "kept-until",
            Self::PromiseBy => "promise-by",
            Self::Agent => "agent",
            Self::Shop => "shop",
            Self::Amount => "amount",
            Self::Day => "day",
            Self::Item => "item",
        }
    }

    /// The field of a variable.
    pub fn named(variable: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|field| field.variable() == variable)
    }

    /// What an agent calls it.
    pub fn label(self, language: Language) -> &'static str {
        let (french, english) = match self {
            Self::Name => ("nom du client", "customer’s name"),
            Self::Order => ("numéro de commande", "order number"),
            Self::Parcel => ("numéro de colis", "parcel number"),
            Self::Carrier => ("transporteur", "carrier"),
            Self::Estimate => ("date de livraison prévue", "estimated delivery day"),
            Self::PickupPoint => ("point de retrait", "pickup point"),
            Self::KeptUntil => ("dernier jour de retrait", "last day for pickup"),
            Self::PromiseBy => ("date de réponse promise", "promised day of answer"),
            Self::Agent => ("conseiller", "agent"),
            Self::Shop => ("boutique", "shop"),
            Self::Amount => ("montant", "amount"),
            Self::Day => ("date", "day"),
            Self::Item => ("article", "item"),
        };
        match language {
            Language::French => french,
            // Agents work in French or in English.
            _ => english,
        }
    }
}

/// A fact that was put into a text: while it stands there, it must still be true.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fill {
    /// Which field it filled.
    pub field: Field,
    /// What was put there.
    pub value: String,
    /// In which language.
    pub language: Language,
    /// Of which order, by its number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub order: Option<String>,
    /// Of which parcel, by its number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parcel: Option<String>,
}
