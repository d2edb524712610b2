//! A case in brief: five lines at most, each a fact that names its source. Nothing is guessed, and a
//! line that no fact supports is left out.

use crate::ids::OrderKey;
use crate::mood::MoodLine;
use crate::order::{OrderView, ParcelView};
use crate::protocol::desk::{Dossier, PastHandoff, Present, ToldNotice};
use crate::protocol::promise::Promise;
use crate::protocol::request::Request;
use crate::tracking::Status;

/// A line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BriefLine {
    /// What it says.
    pub says: Says,
    /// Where that can be read.
    pub source: Source,
}

/// What a line says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Says {
    /// What humans are asked to carry out.
    Requests(Request),
    /// What the shopper asked last, in the shopper's words.
    Asked(String),
    /// The parcel that needs a human most.
    Parcel {
        /// The order's number.
        order: String,
        /// The parcel.
        parcel: Box<ParcelView>,
    },
    /// An order of which nothing has been shipped.
    NotShipped {
        /// The order's number.
        order: String,
        /// Whether the shop has cancelled it.
        cancelled: bool,
    },
    /// The latest news that the shopper was told.
    Told {
        /// The number of the order of which it was, if the shopper still has that order.
        order: Option<String>,
        /// The news.
        notice: ToldNotice,
    },
    /// What showed most how the shopper feels.
    Feels(MoodLine),
    /// The promise that is due next.
    Owed(Promise),
    /// How often the shopper came to humans before, and the last time.
    Before {
        /// How often.
        times: usize,
        /// The last time.
        last: PastHandoff,
    },
}

/// Where a line's fact can be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// In the conversation, at an event.
    Event(u64),
    /// In an order's history.
    Order(OrderKey),
}

/// A case in brief: as it was handed off, where it was, and as it stands.
pub fn brief(dossier: Option<&Dossier>, present: &Present) -> Vec<BriefLine> {
    [
        wanted(dossier, present),
        standing(&present.orders),
        dossier.and_then(|dossier| told(dossier, &present.orders)),
        dossier.and_then(felt),
        owed(present).or_else(|| dossier.and_then(before)),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn wanted(dossier: Option<&Dossier>, present: &Present) -> Option<BriefLine> {
    let asked = dossier.and_then(|dossier| dossier.asked.last());
    // The handoff's event is what the request led to.
    if let (Some(request), Some(dossier)) = (&present.request, dossier) {
        return Some(BriefLine {
            says: Says::Requests(request.clone()),
            source: Source::Event(dossier.seq),
        });
    }
    asked.map(|asked| BriefLine {
        says: Says::Asked(asked.text.clone()),
        source: Source::Event(asked.seq),
    })
}

/// The order whose parcel is most in trouble; of several alike the latest order.
fn standing(orders: &[OrderView]) -> Option<BriefLine> {
    let parcels = orders
        .iter()
        .flat_map(|order| order.parcels.iter().map(move |parcel| (order, parcel)));
    let worst = parcels.min_by_key(|(_, parcel)| urgency(parcel.status));
    let says_nothing_yet = |order: &&OrderView| order.parcels.is_empty();
    match (worst, orders.iter().find(says_nothing_yet)) {
        (Some((order, parcel)), unshipped)
            if unshipped.is_none() || urgency(parcel.status) < urgency(Status::Delivered) =>
        {
            Some(BriefLine {
                says: Says::Parcel {
                    order: order.number.clone(),
                    parcel: Box::new(parcel.clone()),
                },
                source: Source::Order(order.key.clone()),
            })
        }
        (_, unshipped) => unshipped.map(|order| BriefLine {
            says: Says::NotShipped {
                order: order.number.clone(),
                cancelled: order.cancelled,
            },
            source: Source::Order(order.key.clone()),
        }),
    }
}

/// How soon a status needs a human, the soonest first.
fn urgency(status: Status) -> u8 {
    match status {
        Status::Lost => 0,
        Status::Exception => 1,
        Status::Returned => 2,
        Status::Returning => 3,
        Status::DeliveryAttempted => 4,
        Status::Delayed => 5,
        Status::AvailableForPickup => 6,
        Status::Unknown => 7,
        Status::InTransit => 8,
        Status::PreTransit => 9,
        Status::OutForDelivery => 10,
        Status::Delivered => 11,
        Status::Cancelled => 12,
    }
}

fn told(dossier: &Dossier, orders: &[OrderView]) -> Option<BriefLine> {
    dossier.notices.last().map(|notice| BriefLine {
        says: Says::Told {
            order: orders
                .iter()
                .find(|order| order.key == notice.order)
                .map(|order| order.number.clone()),
            notice: notice.clone(),
        },
        source: Source::Event(notice.seq),
    })
}

/// The latest of the lines that show the mood most.
fn felt(dossier: &Dossier) -> Option<BriefLine> {
    let line = dossier.mood.lines.iter().max_by_key(|line| line.level)?;
    Some(BriefLine {
        says: Says::Feels(line.clone()),
        source: Source::Event(line.seq),
    })
}

fn owed(present: &Present) -> Option<BriefLine> {
    let outstanding = present.promises.iter().filter(|it| it.is_outstanding());
    outstanding
        .min_by_key(|it| it.due)
        .map(|promise| BriefLine {
            says: Says::Owed(promise.clone()),
            source: Source::Event(promise.id),
        })
}

fn before(dossier: &Dossier) -> Option<BriefLine> {
    dossier.earlier.last().map(|last| BriefLine {
        says: Says::Before {
            times: dossier.earlier.len(),
            last: last.clone(),
        },
        source: Source::Event(last.seq),
    })
}

#[cfg(test)]
mod tests;
