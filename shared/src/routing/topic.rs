//! What a case is about: from what the shopper asked for, said, and from where the parcels stand.

use serde::{Deserialize, Serialize};

use crate::order::OrderView;
use crate::protocol::request::{Request, RequestKind};
use crate::text::fold_text;
use crate::tracking::Status;

/// What a case is about.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Topic {
    /// Where a parcel is, and when it comes.
    Delivery,
    /// A pickup point.
    Pickup,
    /// Sending something back, or exchanging it.
    Return,
    /// Money back.
    Refund,
    /// What was bought, or might be.
    Product,
    /// Anything else.
    #[default]
    Other,
}

impl Topic {
    /// All of them.
    pub const ALL: [Self; 6] = [
        Self::Delivery,
        Self::Pickup,
        Self::Return,
        Self::Refund,
        Self::Product,
        Self::Other,
    ];

    /// Its name, as in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Delivery => "delivery",
            Self::Pickup => "pickup",
            Self::Return => "return",
            Self::Refund => "refund",
            Self::Product => "product",
            Self::Other => "other",
        }
    }

    /// Whether it comes in volume and can be answered from what the desk shows.
    pub fn is_simple(self) -> bool {
        matches!(self, Self::Delivery | Self::Pickup | Self::Product)
    }
}

/// Stems that name a topic, folded, in French and English; the first topic that is named counts.
const NAMED: [(Topic, &[&str]); 5] = [
    (
        Topic::Refund,
        &["rembours", "refund", "money back", "chargeback"],
    ),
    (
        Topic::Return,
        &[
            "retour",
            "renvoyer",
            "renvoi",
            "echang",
            "retract",
            "return",
            "exchange",
            "send back",
        ],
    ),
    (
        Topic::Pickup,
        &[
            "relais",
            "consigne",
            "locker",
            "point retrait",
            "pickup",
            "collection point",
        ],
    ),
    (
        Topic::Delivery,
        &[
            "colis", "livr", "command", "suivi", "recu", "expedi", "parcel", "deliver", "order",
            "tracking", "shipp", "arriv",
        ],
    ),
    (
        Topic::Product,
        &[
            "taille", "couleur", "pile", "stock", "notice", "convient", "article", "produit",
            "size", "color", "colour", "batter", "product", "suitable",
        ],
    ),
];

/// What a case is about. `asked` holds the shopper's lines, oldest first: the latest that names
/// anything counts.
pub fn topic<'a>(
    request: Option<&Request>,
    asked: impl DoubleEndedIterator<Item = &'a str>,
    orders: &[OrderView],
) -> Topic {
    if let Some(request) = request {
        return of_request(request.kind);
    }
    asked
        .rev()
        .find_map(named)
        .unwrap_or_else(|| of_orders(orders))
}

fn of_request(kind: RequestKind) -> Topic {
    match kind {
        RequestKind::OtherPoint => Topic::Pickup,
        RequestKind::Refund => Topic::Refund,
        RequestKind::OtherAddress | RequestKind::SendAgain | RequestKind::Inquiry => {
            Topic::Delivery
        }
    }
}

fn named(line: &str) -> Option<Topic> {
    let folded = fold_text(line);
    let names = |stem: &&str| {
        folded
            .match_indices(stem)
            .any(|(at, _)| at == 0 || folded[..at].ends_with(' '))
    };
    NAMED
        .iter()
        .find(|(_, stems)| stems.iter().any(names))
        .map(|(topic, _)| *topic)
}

fn of_orders(orders: &[OrderView]) -> Topic {
    let mut parcels = orders.iter().flat_map(|order| &order.parcels);
    if parcels
        .clone()
        .any(|parcel| parcel.status == Status::AvailableForPickup)
    {
        return Topic::Pickup;
    }
    if parcels.any(|parcel| parcel.status != Status::Delivered) {
        return Topic::Delivery;
    }
    Topic::Other
}
